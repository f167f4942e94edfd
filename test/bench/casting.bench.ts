import { randomUUID } from 'node:crypto';

import { Ballots, BALLOT_POLICY } from '#libs/ballots';
import { readTestConfig } from '#libs/config';
import type { Database } from '#libs/database';
import { openDatabase } from '#libs/database';
import { presetRule, YES_NO } from '#libs/decision';
import { Registry } from '#libs/registry';
import { PLATFORM_ENTITIES } from '#apps/platform';
import { testVault } from '#libs/testing';

import { emptyDatabase } from './empty-database.js';

/*
 * How fast papers are taken by the room itself, without HTTP: so many callers, each casting one paper after another, against as many
 * that insert a bare row each. Needs a PostgreSQL.
 */
const CALLERS = 32;
const SECONDS = 5;
const BALLOT = 'bench';
const CLOSES_AT = '2099-01-01T00:00:00.000Z';

async function filled(database: Database, { secret, entries }: { secret: boolean; entries: number }): Promise<Ballots> {
  await database.query('truncate ballots, ballot_entries, ballot_papers, ballot_keys, ballot_marks, ballot_published');
  const now = (): string => '2026-06-01T00:00:00.000Z';
  const vault = testVault();
  const ballots = new Ballots({
    database,
    vault,
    registry: new Registry({ vault, now }),
    localDateOf: (instant) => instant.slice(0, 10),
  });
  await database.query(
    `insert into ballots (id, unit, title, question, rule, roll, secret, policy, status, on_date, doubts)
     values ($1, 'u', '{"zh":"测","en":"b"}', $2, $3, '{"of":"adults","unit":"u"}', $4, $5, 'drawn', '2026-06-01', '[]')`,
    [BALLOT, YES_NO, presetRule('residents-assembly-adults-2026'), secret, BALLOT_POLICY],
  );
  await database.query(
    `insert into ballot_entries (ballot, entry, key, heads, casters, premises, doubts, is_contested, is_removed)
     select $1, 'E' || lpad(n::text, 7, '0'), 'person:p' || n, 1, array['p' || n], '{}', '{}', false, false
     from generate_series(1, $2::int) n`,
    [BALLOT, entries],
  );
  await database.query('analyze ballot_entries');
  await database.transaction((tx) => ballots.open(tx, BALLOT, { closesAt: CLOSES_AT }));
  return ballots;
}

/** Runs callers until the time is over; answers calls a second and the hundredth slowest in milliseconds. */
async function measure(call: (n: number) => Promise<void>): Promise<{ perSecond: number; p99: number }> {
  let [n, isOver] = [0, false];
  const times: number[] = [];
  setTimeout(() => (isOver = true), SECONDS * 1000);
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (!isOver) {
        const from = performance.now();
        await call((n += 1));
        times.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  return { perSecond: Math.round(times.length / seconds), p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

function say(what: string, { perSecond, p99 }: { perSecond: number; p99: number }): void {
  process.stdout.write(`${what}: ${String(perSecond)} a second, p99 ${p99.toFixed(1)} ms\n`);
}

const url = readTestConfig().databaseUrl;
if (url === undefined) throw new Error('MINYI_TEST_DATABASE_URL is needed');
const database = await openDatabase({ url: await emptyDatabase(url), entities: PLATFORM_ENTITIES, migrations: [] });
await database.createSchema();
await database.query('create table bare (id text primary key, entry text, choice jsonb, at timestamptz default now())');

say(
  'bare insert, a statement each',
  await measure(async (n) => {
    await database.query(`insert into bare (id, entry, choice) values ($1, $2, '{"vote":"yes"}')`, [
      randomUUID(),
      String(n),
    ]);
  }),
);
for (const secret of [false, true]) {
  const ballots = await filled(database, { secret, entries: 200_000 });
  say(
    secret ? 'secret papers' : 'named papers',
    await measure(async (n) => {
      const entry = `E${String(n).padStart(7, '0')}`;
      const request = { ballot: BALLOT, entry, caster: `p${String(n)}`, choice: { vote: 'yes' }, key: String(n) };
      const answer = await ballots.casting.cast(request);
      if (answer.kind !== 'recorded') throw new Error(answer.code);
    }),
  );
  const from = performance.now();
  const { papers } = await database.transaction((tx) => ballots.close(tx, BALLOT));
  process.stdout.write(`close of ${String(papers)} papers: ${(performance.now() - from).toFixed(0)} ms\n`);
  const counted = performance.now();
  await database.transaction((tx) => ballots.count(tx, BALLOT, '2026-06-02'));
  process.stdout.write(`count: ${(performance.now() - counted).toFixed(0)} ms\n`);
}
await database.close();
