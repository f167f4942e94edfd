/**
 * An act with its journal entry, clocks, effect, text and desks, beside the same rows written by hand (bare-act.ts), alternately
 * in one process: on a PostgreSQL server with a pool, and on PGlite inside this process.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

import { readTestConfig } from '#libs/config';

import { bareAct, writtenBy, type Run, type Written } from './bare-act.js';
import { emptyDatabase } from './empty-database.js';
import { byClients, Issues } from './issues.js';
import { alternately, median, type Around, type Round } from './rounds.js';
import { serverTime, timeBetween } from './server-time.js';
import { perSecond, report, type Measured } from './table.js';

const CLIENTS = 16;
const ROUNDS = 5;
const ACTS = 240;
const POSTGRES_RATIO = 0.5;
const PGLITE_RATIO = 0.6;
const PGLITE_PER_SECOND = 200;

/** Some issues for every round and side: a question can be asked twice in an issue's life. */
interface Field {
  issues: Issues;
  ours: string[];
  theirs: string[];
  written: Written;
}

interface Opponent {
  /** Runs the work inside one transaction of the plain driver. */
  inTransaction: (work: (run: Run) => Promise<void>) => Promise<void>;
  around?: Around;
}

async function field(url: string): Promise<Field> {
  const issues = await Issues.open(url);
  const ours = await issues.start(ACTS * Math.ceil((ROUNDS + 1) / 2), CLIENTS);
  const theirs = await issues.start(ACTS, CLIENTS);
  const [sample = ''] = await issues.start(1, 1);
  await issues.ask(sample);
  return { issues, ours, theirs, written: await writtenBy(issues.database, sample) };
}

/** The issues of a round, ready to be asked. */
async function readyFor({ issues, ours }: Field, round: number): Promise<string[]> {
  const from = ACTS * (round >> 1);
  const ids = ours.slice(from, from + ACTS);
  if (round % 2 === 1) await byClients(CLIENTS, ids, (id) => issues.answer(id));
  return ids;
}

/** Both sides in turn; only the acts are timed. */
async function compare(played: Field, { inTransaction, around }: Opponent): Promise<Record<'ours' | 'bare', Round[]>> {
  const { issues, theirs, written } = played;
  let keys = 0;
  let ready: string[] = [];
  const sides = {
    ours: () => byClients(CLIENTS, ready, (id) => issues.ask(id)),
    bare: () =>
      byClients(CLIENTS, theirs, (caseId) =>
        inTransaction((run) => bareAct(run, { caseId, key: `bare-${String((keys += 1))}`, written })),
      ),
  };
  return alternately(ROUNDS, sides, { ...around, before: async (round) => (ready = await readyFor(played, round)) });
}

const rate = (rounds: Round[], time: 'ms' | 'cpuMs'): number =>
  (ACTS * 1000) / median(rounds.map((round) => round[time]));

async function onPostgres(serverUrl: string): Promise<Measured[]> {
  const url = await emptyDatabase(serverUrl);
  const played = await field(url);
  await played.issues.database.query('vacuum analyze');
  const watch = new pg.Client({ connectionString: url });
  await watch.connect();
  const pool = new pg.Pool({ connectionString: url, max: CLIENTS });
  const { ours, bare } = await compare(played, {
    inTransaction: async (work) => {
      const client = await pool.connect();
      await client.query('begin');
      await work((name, text, values) => client.query({ name, text, values }));
      await client.query('commit');
      client.release();
    },
    around: {
      othersCpu: async () => {
        const before = await serverTime(watch);
        return async () => timeBetween(before, await serverTime(watch));
      },
    },
  });
  await Promise.all([pool.end(), watch.end(), played.issues.database.close()]);
  const ratio = rate(ours, 'cpuMs') / rate(bare, 'cpuMs');
  return [
    {
      what: `PostgreSQL, ${String(CLIENTS)} clients, processor time of both ends`,
      value: perSecond(rate(ours, 'cpuMs')),
      beside: `bare node-pg: ${perSecond(rate(bare, 'cpuMs'))}`,
      ratio,
      target: `ratio ≥ ${String(POSTGRES_RATIO)}`,
      isReached: ratio >= POSTGRES_RATIO,
    },
    {
      what: 'the same by the clock on the wall',
      value: perSecond(rate(ours, 'ms')),
      beside: `bare node-pg: ${perSecond(rate(bare, 'ms'))}`,
      ratio: rate(ours, 'ms') / rate(bare, 'ms'),
    },
  ];
}

/** The opponent works on a copy of the same directory, because only one PGlite may have it open. */
async function onPglite(folder: string): Promise<Measured[]> {
  const ourFolder = join(folder, 'ours');
  const theirFolder = join(folder, 'theirs');
  const made = await field(ourFolder);
  await made.issues.database.close();
  cpSync(ourFolder, theirFolder, { recursive: true });
  const issues = await Issues.open(ourFolder);
  const pglite = await PGlite.create({ dataDir: join(theirFolder, 'postgres') });
  const { ours, bare } = await compare(
    { ...made, issues },
    { inTransaction: (work) => pglite.transaction((tx) => work((_name, sql, params) => tx.query(sql, params))) },
  );
  await pglite.close();
  await issues.database.close();
  const ratio = rate(ours, 'cpuMs') / rate(bare, 'cpuMs');
  // a neighbour on the same processor can only slow a round down: the fastest one says what the program does
  const fastest = (ACTS * 1000) / Math.min(...ours.map(({ cpuMs }) => cpuMs));
  return [
    {
      what: 'PGlite, processor time',
      value: perSecond(rate(ours, 'cpuMs')),
      beside: `bare PGlite: ${perSecond(rate(bare, 'cpuMs'))}`,
      ratio,
      target: `ratio ≥ ${String(PGLITE_RATIO)}`,
      isReached: ratio >= PGLITE_RATIO,
    },
    {
      what: 'PGlite, the fastest round',
      value: perSecond(fastest),
      target: `≥ ${perSecond(PGLITE_PER_SECOND)}`,
      isReached: fastest >= PGLITE_PER_SECOND,
    },
  ];
}

const { databaseUrl } = readTestConfig();
if (databaseUrl === undefined)
  throw new Error('npm run bench starts a PostgreSQL; by hand set MINYI_TEST_DATABASE_URL');
const folder = mkdtempSync(join(tmpdir(), 'minyi-bench-'));
try {
  const rows = [...(await onPostgres(databaseUrl)), ...(await onPglite(folder))];
  report(
    `cases: acts with journal, clocks, outbox, text and desks (median of ${String(ROUNDS)} rounds of ${String(ACTS)})`,
    rows,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
