/**
 * `npm run check:generated`: makes all generated files anew and refuses when one differs from what is committed.
 * Compares contents, not git's opinion, so that it also works in a source archive and beside unfinished work.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { at, root } from './paths.mjs';
import { reportingProblems, SetupProblem } from './say.mjs';

const folders = ['apps', 'docs', 'libs', 'test', 'workflows'];

await reportingProblems(() => {
  const node = install();
  build(node);
  const before = contents();
  for (const command of [[at('dist/apps/cli/main.js'), 'generate'], [at('apps/web/tools/api-types.mjs')]]) {
    const done = spawnSync(node, command, { cwd: root, stdio: 'inherit' });
    if (done.status !== 0)
      throw new SetupProblem('生成失败', `${command[0]} ended with ${done.status ?? done.signal}`, [
        'npm run generate',
      ]);
  }
  const after = contents();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  if (changed.length > 0)
    throw new SetupProblem(
      '生成的文件与源码不符',
      'generated files differ from their sources; they have been rewritten',
      ['检查并提交 · look at them and commit them:', ...changed],
    );
});

function contents() {
  const found = new Map();
  for (const folder of folders)
    for (const entry of readdirSync(at(folder), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const file = `${entry.parentPath ?? entry.path}/${entry.name}`;
      found.set(file.slice(root.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex'));
    }
  return found;
}
