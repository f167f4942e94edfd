/**
 * `npm run verify`: everything a change has to pass, the same here and in CI. All checks run even after one failed, so that
 * one round shows everything; the tests come last and count failed checks, so that their closing line says it all.
 */
import { handOver } from './hand-over.mjs';
import { install, runNpm } from './install.mjs';
import { at, root } from './paths.mjs';
import { reportingProblems } from './say.mjs';

const checks = ['format', 'types', 'lint', 'boundaries', 'unused', 'lockfile', 'migrations', 'generated'];

await reportingProblems(async () => {
  const node = install();
  const failed = checks.filter((check) => !passes(check));
  const env = { ...process.env, MINYI_FAILED_CHECKS: failed.join(',') };
  await handOver(node, [at('test/run.mjs'), ...process.argv.slice(2)], { cwd: root, env });
});

function passes(check) {
  const begin = performance.now();
  const done = runNpm(['run', '--silent', `check:${check}`]);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  process.stderr.write(`${done.status === 0 ? '✓' : '✗'} check:${check} ${seconds} s\n`);
  return done.status === 0;
}
