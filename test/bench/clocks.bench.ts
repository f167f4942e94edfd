/**
 * Running clocks on PostgreSQL and Redis with two workers: `--due=60000` that are due at the same instant, `--pending=100000` behind
 * which a single one must not be late, and `--running=100000` that are measured anew after a holiday was added while acts go on.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { readTestConfig } from '#libs/config';
import type { Database } from '#libs/database';
import { Remeasuring, Timekeeping } from '#libs/timekeeping';

import { emptyDatabase } from './empty-database.js';
import { byClients, Issues } from './issues.js';
import { ProductProcess } from './product-process.js';
import { copiesOf, copyCases } from './running-clocks.js';
import { report, time, type Measured } from './table.js';

const WORKERS = 2;
const FIRED_MS = 90_000;
const LATE_MS = 1_000;
const MEASURED_MS = 60_000;
const SINGLES = 200;
const ACTING = 4;

/** Of the workers; nothing is sealed here. */
const DATA_KEY = randomBytes(32).toString('base64');

const option = (name: string, otherwise: number): number =>
  Number(process.argv.flatMap((word) => new RegExp(`^--${name}=(.+)$`).exec(word)?.[1] ?? [])[0] ?? otherwise);

/** The machine's time in milliseconds, which is the database's here. */
const now = (): number => performance.timeOrigin + performance.now();

const nowhere = (): Promise<string[]> => Promise.resolve([]);

/** Issues on stored calendars, and one whose sorting clock runs. */
interface Ground {
  url: string;
  database: Database;
  issues: Issues;
  timekeeping: Timekeeping;
  template: string;
  /** Due instant of the sorting clock. */
  due: string;
}

async function prepare(serverUrl: string): Promise<Ground> {
  const url = await emptyDatabase(serverUrl);
  const timekeeping = new Timekeeping({ lineage: nowhere });
  const issues = await Issues.open(url, { calendars: timekeeping.calendars });
  const { database } = issues;
  await timekeeping.open(database);
  // an installation that runs has long been through its first calendars
  await new Remeasuring({ database, cases: issues.cases, lineage: nowhere }).run();
  const [template = ''] = await issues.start(1, 1);
  const [clock] = await database.query<{ due: string }>(
    `select due_at as due from case_clocks where case_id = $1 and name = 'triage'`,
    [template],
  );
  return { url, database, issues, timekeeping, template, due: clock?.due ?? '' };
}

function workers(url: string, redisUrl: string): ProductProcess[] {
  const env = { DATABASE_URL: url, REDIS_URL: redisUrl, LOG_LEVEL: 'warn', SWEEP_SECONDS: '5', DATA_KEY };
  return Array.from({ length: WORKERS }, () => ProductProcess.start({ app: 'worker', env }));
}

async function stop(running: readonly ProductProcess[]): Promise<void> {
  await Promise.all(running.map((worker) => worker.stop()));
}

/** All at one instant: how long until the last one has fired, each exactly once. */
async function allAtOnce({ database, template, due, url }: Ground, redisUrl: string): Promise<Measured[]> {
  const count = option('due', 60_000);
  const instant = `timestamptz '${new Date(now() + 20_000 + count).toISOString()}'`;
  await copyCases(database, { template, series: 'due', count, due: { from: due, to: instant } });
  await database.query('vacuum analyze');
  const running = workers(url, redisUrl);
  const [row] = await database.query<{ at: string }>(
    `select max(due_at) as at from case_clocks where case_id = md5('due1')::uuid::text and name = 'triage'`,
  );
  const at = Date.parse(row?.at ?? '');
  await delay(Math.max(0, at - now()));
  let left = count;
  while (left > 0) {
    if (running.every((worker) => worker.hasEnded)) throw new Error(`no worker is left: ${running[0]?.output ?? ''}`);
    await delay(250);
    const [rest] = await database.query<{ left: number }>(
      `select count(*)::int as left from cases where next_due_at <= $1`,
      [row?.at],
    );
    left = rest?.left ?? 0;
  }
  const ms = now() - at;
  const [fired] = await database.query<{ cases: number; clocks: number }>(
    `select count(distinct case_id)::int as cases, count(*)::int as clocks from journal where kind = 'clock' and at = $1`,
    [row?.at],
  );
  await stop(running);
  await database.query(`delete from outbox`);
  const isOnce = fired?.cases === count && fired.clocks === count;
  return [
    {
      what: `${String(count)} clocks due at one instant, ${String(WORKERS)} workers: until the last has fired`,
      value: time(ms),
      beside: `${Math.round((count * 1000) / ms).toLocaleString('en')}/s, each once: ${isOnce ? 'yes' : 'NO'}`,
      target: `< ${time((FIRED_MS * count) / 60_000)}`,
      isReached: isOnce && ms < (FIRED_MS * count) / 60_000,
    },
  ];
}

/** Single clocks, with many others that are due some day. */
async function single({ database, template, due, url }: Ground, redisUrl: string): Promise<Measured[]> {
  const count = option('pending', 100_000);
  await copyCases(database, { template, series: 'pending', count });
  const first = now() + 20_000 + count / 10;
  const instant = `timestamptz '${new Date(first).toISOString()}' + n * interval '151 milliseconds'`;
  await copyCases(database, { template, series: 'single', count: SINGLES, due: { from: due, to: instant } });
  await database.query('vacuum analyze');
  const running = workers(url, redisUrl);
  await delay(Math.max(0, first - now()) + SINGLES * 151 + 5_000);
  const rows = await database.query<{ late: number }>(
    `select (extract(epoch from recorded_at - at) * 1000)::float8 as late from journal
     where kind = 'clock' and case_id = any($1::text[]) order by 1`,
    [await copiesOf(database, 'single', SINGLES)],
  );
  await stop(running);
  const lates = rows.map(({ late }) => late);
  const p99 = lates[Math.ceil(lates.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY;
  return [
    {
      what: `a single clock with ${String(count)} pending, lateness of ${String(lates.length)}: p99`,
      value: time(p99),
      beside: `median ${time(lates[lates.length >> 1] ?? 0)}`,
      target: `< ${time(LATE_MS)}`,
      isReached: lates.length === SINGLES && p99 < LATE_MS,
    },
  ];
}

/** Every clock has left its old due instant, by one entry in each journal. */
async function allMovedOnce(database: Database, { ids, due }: { ids: string[]; due: string }): Promise<boolean> {
  const [rest] = await database.query<{ left: number; moved: number }>(
    `select count(*) filter (where k.due_at = $1)::int as left, count(*) filter (where k.due_at > $1)::int as moved
     from case_clocks k where k.name = 'triage' and k.case_id = any($2::text[])`,
    [due, ids],
  );
  const [entries] = await database.query<{ most: number; cases: number }>(
    `select max(n)::int as most, count(*)::int as cases from (select count(*) as n from journal where kind = 'reprojected'
       and case_id = any($1::text[]) group by case_id) e`,
    [ids],
  );
  const { length } = ids;
  return rest?.left === 0 && rest.moved === length && entries?.most === 1 && entries.cases === length;
}

/** A holiday is added; acts go on meanwhile. */
async function remeasured({ database, issues, timekeeping, template, due }: Ground): Promise<Measured[]> {
  const count = option('running', 100_000);
  await database.query(
    `delete from case_clocks where case_id in (select md5('pending' || n)::uuid::text from generate_series(1, 1000000) n)`,
  );
  await copyCases(database, { template, series: 'running', count });
  await database.query('vacuum analyze');
  const ids = await copiesOf(database, 'running', count);
  const remeasuring = new Remeasuring({ database, cases: issues.cases, lineage: nowhere });
  const day = due.slice(0, 10);
  await database.transaction((tx) =>
    timekeeping.edit(tx, {
      name: 'office',
      lineage: [],
      base: 1,
      change: { days: [{ date: day, open: false, label: 'typhoon' }] },
      alsoBelow: true,
      reason: 'typhoon',
      by: { kind: 'person', person: randomUUID() },
    }),
  );
  const acts: number[] = [];
  let isOver = false;
  const acting = byClients(
    ACTING,
    Array.from({ length: ACTING }, (_, client) => client),
    async () => {
      while (!isOver) {
        const began = performance.now();
        await issues.note(ids[Math.floor(Math.random() * ids.length)] ?? '');
        acts.push(performance.now() - began);
        await delay(20);
      }
    },
  );
  const began = performance.now();
  const measured = await remeasuring.run();
  const ms = performance.now() - began;
  isOver = true;
  await acting;
  const isRight = await allMovedOnce(database, { ids, due });
  acts.sort((a, b) => a - b);
  const target = (MEASURED_MS * count) / 100_000;
  return [
    {
      what: `${String(count)} running clocks after a holiday was added, one process`,
      value: time(ms),
      beside: `${Math.round((measured * 1000) / ms).toLocaleString('en')}/s, all moved once: ${isRight ? 'yes' : 'NO'}`,
      target: `< ${time(target)}`,
      isReached: isRight && ms < target,
    },
    {
      what: `acts meanwhile, ${String(ACTING)} clients: p95`,
      value: time(acts[Math.floor(acts.length * 0.95)] ?? 0),
      beside: `${String(acts.length)} acts`,
    },
  ];
}

const { databaseUrl, redisUrl } = readTestConfig();
if (databaseUrl === undefined || redisUrl === undefined) throw new Error('clocks need a PostgreSQL and a Redis');
const ground = await prepare(databaseUrl);
const rows = [
  ...(await allAtOnce(ground, redisUrl)),
  ...(await single(ground, redisUrl)),
  ...(await remeasured(ground)),
];
await ground.database.close();
report('clocks', rows);
