/**
 * `npm run bench`: every benchmark; `npm run bench -- engine cases`: these only. What else stands on the command line as
 * `--name=value` goes to the benchmarks. Ends with exit code 1 when a target was missed.
 * Absolute numbers want a quiet machine; ratios are taken side by side and also hold on a busy one.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { build } from '../../apps/setup/build.mjs';
import { handOver } from '../../apps/setup/hand-over.mjs';
import { install } from '../../apps/setup/install.mjs';
import { at, root } from '../../apps/setup/paths.mjs';
import { reportingProblems } from '../../apps/setup/say.mjs';

const benches = [
  'engine',
  'calendar',
  'clocks',
  'cases',
  'journal',
  'lists',
  'boot',
  'imports',
  'registry',
  'tally',
  'ballots',
  'rates',
  'pages',
];
const needs = {
  cases: ['postgres'],
  clocks: ['postgres', 'redis'],
  lists: ['postgres'],
  boot: ['postgres'],
  imports: ['postgres'],
  registry: ['postgres'],
  opinion: ['postgres'],
  ballots: ['postgres'],
  rates: ['postgres'],
  pages: ['chromium'],
};
const isPinned = process.argv[2] === '--on-pinned-node';
const words = process.argv.slice(isPinned ? 3 : 2);
const names = words.filter((word) => !word.startsWith('--'));
const options = words.filter((word) => word.startsWith('--'));

if (isPinned) await run();
else
  await reportingProblems(async () => {
    const node = install();
    build(node);
    await handOver(node, [at('test/bench/run.mjs'), '--on-pinned-node', ...words], { cwd: root });
  });

/** Each in a process of its own, so that none warms up or fills the memory of another. */
async function run() {
  const unknown = names.filter((name) => !benches.includes(name));
  if (unknown.length > 0) throw new Error(`没有 · no such benchmark: ${unknown.join(', ')}; ${benches.join(', ')}`);
  const chosen = benches.filter((name) => names.length === 0 || names.includes(name));
  const { prepare } = await import('../services.mjs');
  const services = await prepare(new Set(chosen.flatMap((name) => needs[name] ?? [])));
  try {
    for (const name of chosen) {
      const reasons = (needs[name] ?? []).flatMap((need) => services.missing[need] ?? []);
      if (reasons.length > 0) fail(`${name} 未运行 · NOT RUN: ${reasons.join('; ')}`);
      else if ((await runOne(name, services.env)) !== 0) fail(`${name}: 未达标 · not reached`);
    }
  } finally {
    await services.stop();
  }
}

async function runOne(name, env) {
  const program = at(`dist/test/bench/${name}.bench.js`);
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...options], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const [code] = await once(child, 'exit');
  return code;
}

function fail(line) {
  process.stdout.write(`✗ ${line}\n`);
  process.exitCode = 1;
}
