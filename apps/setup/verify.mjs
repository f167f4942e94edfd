/**
 * `npm run verify`: everything a change has to pass, the same here and in CI. All checks run even after one failed, so that
 * one round shows everything; the tests come last and count failed checks, so that their closing line says it all.
 */
import { spawn } from 'node:child_process';
import { handOver } from './hand-over.mjs';
import { install, npm } from './install.mjs';
import { at, root } from './paths.mjs';
import { reportingProblems } from './say.mjs';

/** Side by side; within one, one after the other. The two that read all types are not in one lane, nor first in both. */
const lanes = [
  ['types', 'migrations', 'generated'],
  ['format', 'boundaries', 'unused', 'lockfile', 'lint'],
];

await reportingProblems(async () => {
  const node = install();
  const failed = (await Promise.all(lanes.map(failuresOf))).flat();
  const env = { ...process.env, MINYI_FAILED_CHECKS: failed.join(',') };
  await handOver(node, [at('test/run.mjs'), ...process.argv.slice(2)], { cwd: root, env });
});

async function failuresOf(lane) {
  const failed = [];
  for (const check of lane) if (!(await passes(check))) failed.push(check);
  return failed;
}

/** What it prints comes in one piece, above its verdict. */
async function passes(check) {
  const begin = performance.now();
  const { status, said } = await run(['run', '--silent', `check:${check}`]);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  process.stderr.write(`${said}${status === 0 ? '✓' : '✗'} check:${check} ${seconds} s\n`);
  return status === 0;
}

function run(args) {
  const { command, before, shell } = npm();
  const child = spawn(command, [...before, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, said: Buffer.concat(said).toString() }));
  });
}
