/**
 * `npm test`: does all set-up (install, compile, databases, browser), runs every suite and ends with `N passed, N failed`.
 * `npm test -- libs/engine cases` runs the files whose path contains one of the words; `--suite=unit,pglite` only those suites;
 * any other option goes to Jest. This file runs on whatever Node there is; the rest on the project's own.
 */
import { build } from '../apps/setup/build.mjs';
import { handOver } from '../apps/setup/hand-over.mjs';
import { install } from '../apps/setup/install.mjs';
import { at, root } from '../apps/setup/paths.mjs';

const failed = (process.env.MINYI_FAILED_CHECKS ?? '').split(',').filter((check) => check !== '');
const node = attempt('install', install);
if (node !== undefined) attempt('build', () => build(node));

if (node === undefined) {
  process.stdout.write(`\n0 passed, ${failed.length} failed\n`);
  process.exitCode = 1;
} else {
  // Tests of pure rules need no build: after a failed one they still run, and the failure is counted.
  const env = { ...process.env, MINYI_FAILED_CHECKS: failed.join(',') };
  await handOver(node, [at('test/run-suites.mjs'), ...process.argv.slice(2)], { cwd: root, env });
}

function attempt(name, step) {
  try {
    return step();
  } catch (error) {
    process.stderr.write(`\n${error.lines?.join('\n') ?? error.stack}\n`);
    failed.push(name);
    return undefined;
  }
}
