/**
 * The program as it is started: with the embedded database and the demonstration year, then again on the same data; and with
 * PostgreSQL under load for `--minutes=2` (10 before a release). Times are less what the machine gave to others meanwhile.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { demoPeople, unitId } from '#apps/demo';
import { openPlatform, readInstallation } from '#apps/platform';
import { readTestConfig } from '#libs/config';

import { emptyDatabase } from './empty-database.js';
import { load } from './load.js';
import { freePort, ProductProcess } from './product-process.js';
import { median } from './rounds.js';
import { report, time, type Measured } from './table.js';
import { stopwatch } from './waited.js';

const FIRST_START_MS = 60_000;
const RESTART_MS = 5_000;
const YEAR_MS = 180_000;
const EMBEDDED_MB = 900;
const SERVER_MB = 350;
const FLAT = 1.1;
const PEOPLE = 4;
const SAMPLE_MS = 2_000;

interface Running {
  server: ProductProcess;
  origin: string;
  firstAnswer: { ms: number; ownMs: number };
}

const minutes = Number(process.argv.flatMap((word) => /^--minutes=(.+)$/.exec(word)?.[1] ?? [])[0] ?? 2);

async function start(env: Readonly<Record<string, string>>): Promise<Running> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const server = ProductProcess.start({ app: 'server', env: { DEMO: 'on', ...env, PORT: String(port) } });
  const watch = stopwatch(server.child.pid ?? 0);
  await server.answersAt(origin);
  return { server, origin, firstAnswer: watch() };
}

async function residentMb(origin: string): Promise<number> {
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]) / 1024 ** 2;
}

const megabytes = (mb: number): string => `${mb.toFixed(0)} MB`;

function within(what: string, { ms, ownMs }: { ms: number; ownMs: number }, most: number): Measured {
  const reached = { target: `< ${time(most)}`, isReached: ownMs < most };
  return { what, value: time(ownMs), beside: `by the clock: ${time(ms)}`, ...reached };
}

async function embedded(folder: string): Promise<Measured[]> {
  const env = { DATA_DIR: folder };
  const first = await start(env);
  const watch = stopwatch(first.server.child.pid ?? 0);
  const { issues, acts } = await first.server.logged('the demonstration year is over');
  const year = watch();
  const afterYear = await residentMb(first.origin);
  await first.server.stop();
  const again = await start(env);
  const afterRestart = await residentMb(again.origin);
  await again.server.stop();
  return [
    within('first start to first answer', first.firstAnswer, FIRST_START_MS),
    within(`the year (${String(issues)} issues, ${String(acts)} acts)`, year, YEAR_MS),
    {
      what: 'resident memory after the year',
      value: megabytes(afterYear),
      beside: `after a restart: ${megabytes(afterRestart)}`,
      target: `< ${megabytes(EMBEDDED_MB)}`,
      isReached: afterYear < EMBEDDED_MB,
    },
    within('restart on that data to first answer', again.firstAnswer, RESTART_MS),
  ];
}

/** Where something has happened no demonstration year is lived. */
async function somethingHappens(env: Readonly<Record<string, string>>): Promise<void> {
  const platform = await openPlatform(readInstallation({ DEMO: 'on', LOG_LEVEL: 'silent', ...env }));
  const input = { danger: false, title: '楼道灯不亮', unit: unitId('limin') };
  const actor = { kind: 'person' as const, person: demoPeople.resident.id };
  const answer = await platform.cases.start({ workflow: 'issue', input, actor });
  await platform.close();
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}

async function underLoad(url: string, folder: string): Promise<Measured[]> {
  const env = { DATABASE_URL: url, DATA_DIR: folder, DATA_KEY: Buffer.alloc(32, 'bench').toString('base64') };
  await somethingHappens(env);
  const { server, origin } = await start(env);
  const samples: number[] = [];
  const ms = minutes * 60_000;
  const state = { isOver: false };
  const sampling = (async () => {
    while (!state.isOver) {
      samples.push(await residentMb(origin));
      await delay(SAMPLE_MS);
    }
  })();
  const requests = await load(origin, { people: PEOPLE, ms });
  state.isOver = true;
  await sampling;
  await server.stop();
  const third = Math.floor(samples.length / 3);
  const before = median(samples.slice(third, 2 * third));
  const after = median(samples.slice(2 * third));
  const most = Math.max(...samples);
  return [
    {
      what: `server on PostgreSQL, ${String(minutes)} min of load (${requests.toLocaleString('en')} requests)`,
      value: `most ${megabytes(most)}`,
      target: `< ${megabytes(SERVER_MB)}`,
      isReached: most < SERVER_MB,
    },
    {
      what: 'the last third of it beside the second',
      value: megabytes(after),
      beside: megabytes(before),
      ratio: after / before,
      target: `ratio ≤ ${String(FLAT)}`,
      isReached: after / before <= FLAT,
    },
  ];
}

const { databaseUrl } = readTestConfig();
if (databaseUrl === undefined)
  throw new Error('npm run bench starts a PostgreSQL; by hand set MINYI_TEST_DATABASE_URL');
const folder = mkdtempSync(join(tmpdir(), 'minyi-bench-'));
try {
  const rows = await embedded(join(folder, 'embedded'));
  report('boot: the embedded database', rows);
  report('boot: a server on PostgreSQL', await underLoad(await emptyDatabase(databaseUrl), join(folder, 'server')));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
