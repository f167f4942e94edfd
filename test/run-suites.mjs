import { spawn, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { at, root } from '../apps/setup/paths.mjs';
import { prepare } from './services.mjs';
import { suites } from './suites.mjs';

const isStrict = process.env.CI === 'true' || process.env.CI === '1';
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const only = process.argv.slice(2).flatMap((word) => /^--suite=(.*)$/.exec(word)?.[1].split(',') ?? []);
const jestOptions = process.argv.slice(2).filter((word) => word.startsWith('-') && !word.startsWith('--suite='));
const longestRun = 25 * 60_000;

const scratch = mkdtempSync(join(tmpdir(), 'minyi-test-'));
let jest;
let services;
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    isInterrupted = true;
    killJest();
  });

const tally = { passed: 0, failed: 0 };
try {
  await main();
  for (const check of (process.env.MINYI_FAILED_CHECKS ?? '').split(',').filter((name) => name !== ''))
    fail(`${check} 未通过，见上 · ${check} failed, see above`);
} catch (error) {
  console.error(error);
  tally.failed += 1;
} finally {
  await services?.stop();
  rmSync(scratch, { recursive: true, force: true });
}
if (isInterrupted) {
  console.log('\n已中断 · interrupted');
  tally.failed += 1;
}
process.exitCode = tally.failed === 0 ? 0 : 1;
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);

async function main() {
  const chosen = choose();
  if (chosen.length === 0) {
    fail(`没有匹配的测试 · no test matches: ${[...words, ...only].join(' ')}`);
    return;
  }
  services = await prepare(new Set(chosen.flatMap((suite) => suite.needs)));
  const ready = chosen.filter((suite) => suite.needs.every((need) => services.missing[need] === undefined));
  for (const suite of chosen) if (!ready.includes(suite)) reportUnavailable(suite);
  if (ready.length > 0 && !isInterrupted) report(ready, await runJest(ready));
}

/** The suites with at least one file that the words on the command line select. */
function choose() {
  const files = globSync(
    ['apps', 'libs', 'workflows', 'test'].map((folder) => `${folder}/**/*.test.ts`),
    { cwd: root },
  )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word.replace(/^\.\//, ''))))
    .sort();
  return suites
    .filter(({ name }) => only.length === 0 || only.includes(name))
    .map((suite) => ({ ...suite, files: files.filter((file) => suite.has(file)) }))
    .filter((suite) => suite.files.length > 0);
}

function reportUnavailable(suite) {
  const reasons = suite.needs.flatMap((need) => services.missing[need] ?? []);
  const line = `${suite.name} 未运行（${suite.files.length} 个文件）· ${suite.name} NOT RUN (${suite.files.length} files): ${reasons.join('; ')}`;
  if (isStrict) fail(line);
  else console.log(`\n⚠ ${line}`);
}

/** One Jest for all suites: nothing is started twice and no worker idles while the last file of a suite runs. */
async function runJest(ready) {
  const { default: base } = await import('../jest.config.mjs');
  const report = join(scratch, 'report.json');
  const { maxWorkers, testSequencer, testTimeout, workerIdleMemoryLimit, ...project } = base;
  const colours = ['cyan', 'blue', 'magenta', 'red', 'green', 'yellow', 'white', 'gray', 'blueBright'];
  const config = {
    rootDir: root,
    maxWorkers,
    testSequencer,
    testTimeout,
    workerIdleMemoryLimit,
    forceExit: true,
    reporters: [
      ['default', {}],
      [at('test/tally-reporter.mjs'), { file: report }],
    ],
    projects: ready.map((suite) => ({
      ...project,
      rootDir: root,
      displayName: { name: suite.name, color: colours[suites.findIndex(({ name }) => name === suite.name)] },
      testMatch: suite.files.map((file) => at(file)),
      testEnvironmentOptions: { env: suite.env },
    })),
  };
  const configFile = join(scratch, 'jest.config.json');
  writeFileSync(configFile, JSON.stringify(config));
  jest = spawn(process.execPath, [at('node_modules/jest/bin/jest.js'), `--config=${configFile}`, ...jestOptions], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own, so that its workers, and what a test started, end with it.
    detached: process.platform !== 'win32',
    env: { ...compileCache(ready), ...process.env, ...services.env },
  });
  let isTooLong = false;
  const watchdog = setTimeout(() => {
    isTooLong = true;
    killJest();
  }, longestRun);
  const ended = await new Promise((resolve) => jest.once('exit', (code, signal) => resolve({ code, signal })));
  clearTimeout(watchdog);
  killJest();
  return { ...ended, isTooLong, ...readReport(report) };
}

/**
 * The programs are started dozens of times: what V8 has made of their modules is kept and used again. The first to keep it is
 * started here, because those that are killed keep nothing.
 */
function compileCache(ready) {
  const env = { NODE_COMPILE_CACHE: at('node_modules/.cache/minyi-compiled') };
  if (!ready.some(({ name }) => name === 'chaos')) return env;
  const load = `await import(${JSON.stringify(pathToFileURL(at('dist/apps/server/index.js')).href)})`;
  spawnSync(process.execPath, ['--input-type=module', '--eval', load], { cwd: root, env: { ...process.env, ...env } });
  return env;
}

/** Jest leaves busy workers behind when it is asked politely, and so do tests that failed half-way. */
function killJest() {
  if (jest?.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? jest.pid : -jest.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { isComplete: false, suites: {} };
  }
}

function report(ready, result) {
  console.log('');
  listSlowest(result.suites);
  for (const { name } of ready) {
    const counted = result.suites[name];
    if (counted === undefined) {
      if (result.isComplete && jestOptions.length === 0) fail(`${name}: 没有结果 · no result`);
      continue;
    }
    tally.passed += counted.passed;
    tally.failed += counted.failed;
    const seconds = (counted.milliseconds / 1000).toFixed(1);
    console.log(`${name.padEnd(12)} ${counted.passed} passed, ${counted.failed} failed, ${seconds} s`);
    for (const title of counted.skipped) {
      if (jestOptions.length > 0) continue;
      if (isStrict) fail(`跳过 · skipped: ${title}`);
      else console.log(`⚠ 跳过 · skipped: ${title}`);
    }
  }
  if (isInterrupted) return;
  if (result.isTooLong) fail('测试超时 · the run took too long and was stopped');
  else if (!result.isComplete) fail(`Jest 中途退出 · Jest ended half-way: ${result.code ?? result.signal}`);
  else if (result.code !== 0 && tally.failed === 0)
    fail(`Jest 异常退出 · Jest ended with ${result.code ?? result.signal}`);
}

/** The whole run has to stay short enough to be run before every push: what takes long is named. */
function listSlowest(counted) {
  const seconds = ({ milliseconds }) => `${(milliseconds / 1000).toFixed(1)} s`;
  Object.entries(counted)
    .flatMap(([name, suite]) => suite.files.map((file) => ({ ...file, name })))
    .filter((file) => file.milliseconds > 10_000)
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, 8)
    .forEach((file) => console.log(`${seconds(file).padStart(8)} ${file.name} ${file.path.slice(root.length + 1)}`));
  console.log('');
}

function fail(line) {
  console.log(`✗ ${line}`);
  tally.failed += 1;
}
