import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { at, root } from './paths.mjs';
import { say, SetupProblem } from './say.mjs';

const stampFile = at('dist', '.minyi-sources');
/** Beside the pages, not among them: what lies in dist/web is served. */
const pagesStampFile = at('dist', '.minyi-pages');
const sourceFolders = ['apps', 'libs', 'workflows', 'test/bench', 'test/browser/testing', 'test/sign-in'];
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];

/** Makes what runs: dist/ from the sources of the service, dist/web from those of the pages. */
export function build(node) {
  buildService(node);
  buildPages(node);
}

/** Compiles the sources to dist/ unless dist/ was made from exactly these. Types are not checked here: `npm run types` does. */
function buildService(node) {
  const files = sourceFolders.flatMap((folder) => filesBelow(folder)).filter((file) => !file.startsWith('apps/web/'));
  const hash = fingerprint([...settings, ...files]);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === hash) return;
  say('正在编译 …', 'compiling …');
  rmSync(stampFile, { force: true });
  const done = spawnSync(node, [at('node_modules/@nestjs/cli/bin/nest.js'), 'build'], {
    cwd: root,
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  });
  if (done.status !== 0)
    throw new SetupProblem('编译失败', `the build failed (exit code ${done.status ?? done.signal})`, [
      '查看上面的错误 · read the errors above; npm run types names them all',
      '不是你改的？· not your change? rm -rf dist node_modules && npm start',
    ]);
  removeLeftovers(new Set(files));
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(stampFile, `${hash}\n`);
}

/** Bundles apps/web unless dist/web was made from exactly these. */
function buildPages(node) {
  const hash = fingerprint(['package.json', 'package-lock.json', 'tsconfig.json', ...filesBelow('apps/web')]);
  if (existsSync(pagesStampFile) && readFileSync(pagesStampFile, 'utf8').trim() === hash) return;
  say('正在打包页面 …', 'bundling the pages …');
  const done = spawnSync(
    node,
    [at('node_modules/vite/bin/vite.js'), 'build', '--config', at('apps/web/vite.config.ts'), '--logLevel', 'warn'],
    { cwd: root, stdio: ['ignore', process.stderr.fd, process.stderr.fd] },
  );
  if (done.status !== 0)
    throw new SetupProblem('页面打包失败', `bundling the pages failed (exit code ${done.status ?? done.signal})`, [
      '查看上面的错误 · read the errors above; npm run check:types names them all',
      '不是你改的？· not your change? rm -rf dist node_modules && npm start',
    ]);
  writeFileSync(pagesStampFile, `${hash}\n`);
}

function filesBelow(folder) {
  if (!existsSync(at(folder))) return [];
  return readdirSync(at(folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.replaceAll('\\', '/').slice(root.length + 1))
    .sort();
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(at(file)))
      .update('\0');
  return hash.digest('hex');
}

/** A module whose source is gone must not linger in dist/, where an import or a glob over migrations would still find it. */
function removeLeftovers(sources) {
  for (const file of filesBelow('dist').filter((path) => !path.startsWith('dist/web/'))) {
    const source = /^dist\/(.*)\.js(?:\.map)?$/.exec(file)?.[1];
    if (source !== undefined && ![`${source}.ts`, `${source}.tsx`, `${source}.js`].some((name) => sources.has(name)))
      rmSync(at(file));
  }
}
