/**
 * Dashboards over 200,000 cases on PostgreSQL: rates by every grouping, leagues and a month's report, over all of them and over one
 * quarter. The lines are made by a statement, not folded from journals, and added up by the ledger itself; before anything is timed,
 * what it answers is held against a plain count of the lines. That lines and journals agree is for the tests of the ledger.
 * `--cases=N` for a smaller ledger.
 */
import { deepStrictEqual } from 'node:assert';

import { PLATFORM_ENTITIES } from '#apps/platform';
import { readTestConfig } from '#libs/config';
import { openDatabase, type Database } from '#libs/database';
import { GROUPINGS, Ledger, periodNamed } from '#libs/ledger';
import { issueAccount } from '#workflows/issue';
import { taskAccount } from '#workflows/task';

import { emptyDatabase } from './empty-database.js';
import { median } from './rounds.js';
import { report, time, type Measured } from './table.js';

const DASHBOARD_MS = 300;
const ROUNDS = 9;
const NOW = '2026-12-31T15:00:00.000Z';

/** Issues and tasks of two years in 30 streets, 40 departments and 25 matters; a third of the tasks had two units. */
const FILL = (cases: number): string => `insert into ledger_entries
  select 'case-' || n, case when n % 2 = 0 then 0 else 1 end, case when n % 2 = 0 then 'issue' else 'task' end, 'live', true,
    n % 40 = 0, case when n % 2 = 0 then null else 'case-' || (n - 1) end,
    case when n % 2 = 0 then 'community-' || n % 300 else 'department-' || n % 40 end, 'community-' || n % 300,
    'building-' || n % 5000, 'community-' || n % 300, 'street-' || n % 30, 'district-' || n % 3, 'matter-' || n % 25,
    case when n % 2 = 0 then null else 'lead' end,
    opened, month, opened, month, opened + interval '4 hours', opened + interval '6 days', month,
    opened + interval '5 days', month, opened + interval '9 days', month, 'solved',
    opened + interval '1 day', opened + interval '5 hours', case when n % 11 = 0 then 0 else 1 end,
    opened + interval '7 days', month, case when n % 13 = 0 then 0 when n % 97 = 0 then null else 1 end, n % 211 = 0, 0,
    case when n % 17 = 1 then 1 else 0 end, null, case when n % 2 = 0 then null when n % 19 = 0 then 1 else 0 end, 0,
    case when n % 23 = 0 then 1 else 0 end, case when n % 9 = 1 then 1 else 0 end, 0, month, 2, 2, 1, 1,
    case when n % 7 = 0 then 0 else 1 end, case when n % 5 = 0 then 0 else 1 end, case when n % 3 = 0 then 1 else 0 end,
    case when n % 101 = 0 then 2 else 0 end, null
  from (select n, at as opened, to_char(at, 'YYYYMM')::int as month
    from (select n, timestamptz '2025-01-01 01:00Z' + (n % 700) * interval '1 day' as at
      from generate_series(1, ${String(cases)}) n) s) t`;

function ledgerOf(database: Database): Ledger {
  const nobody = () => Promise.resolve(null);
  return new Ledger({
    database,
    registry: { unit: nobody, ancestors: () => Promise.resolve([]), idsOf: (_tx, person) => Promise.resolve([person]) },
    folds: { issue: issueAccount, task: taskAccount },
    realm: 'live',
    now: () => NOW,
    localDateOf: (instant) => instant.slice(0, 10),
    isWorkingDay: () => true,
    onError: (error) => {
      throw error;
    },
  });
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return median(times);
}

/** @throws when a rate of a department is not what counting its lines by hand comes to */
async function checkSample(ledger: Ledger, database: Database): Promise<void> {
  const [from, to] = [202607, 202609];
  const { groups } = await ledger.reports.rates({ realm: 'live', from, to, by: 'department', asOf: NOW });
  const counted = await database.query<{ key: string; due: number; done: number; solved: number }>(
    `select unit as key, count(*) filter (where excluded = 0 and (on_time is not null or (due_at <= $3 and not is_held)))::int as due,
       count(*) filter (where excluded = 0 and on_time = 1)::int as done, count(*) filter (where solved = 1)::int as solved
     from ledger_entries where kind = 'task' and not is_confidential and due_month between $1 and $2
     group by 1 order by 1`,
    [from, to, NOW],
  );
  const answered = groups.map(({ key, rates: { onTime, solved } }) => ({
    ...{ key, due: onTime.denominator, done: onTime.numerator, solved: solved.numerator },
  }));
  deepStrictEqual(
    answered,
    counted.map((row) => ({ ...row })),
  );
}

async function dashboards(ledger: Ledger, database: Database): Promise<Measured[]> {
  const rows: Measured[] = [];
  const add = (what: string, ms: number): number =>
    rows.push({ what, value: time(ms), target: `< ${time(DASHBOARD_MS)}`, isReached: ms < DASHBOARD_MS });
  for (const [span, from, to] of [
    ['all of them', 202501, 202612],
    ['one quarter', 202607, 202609],
  ] as const)
    for (const by of GROUPINGS) {
      add(
        `rates by ${by}, ${span}`,
        await took(() => ledger.reports.rates({ realm: 'live', from, to, by, asOf: NOW })),
      );
    }
  const question = { realm: 'live', from: 202501, to: 202612, by: 'department', asOf: NOW } as const;
  add('the league of departments', await took(() => ledger.reports.league(question, { by: 'onTime', least: 5 })));
  const period = periodNamed('2026-09');
  if (period === null) throw new Error('no such month');
  for (const unit of ['department-7', 'community-7', 'district-1']) {
    const asked = { realm: 'live', unit, period, asOf: NOW };
    add(
      `a month’s report of ${unit}`,
      await took(() => database.transaction((tx) => ledger.reports.report(tx, asked))),
    );
  }
  return rows;
}

const { databaseUrl } = readTestConfig();
if (databaseUrl === undefined)
  throw new Error('npm run bench starts a PostgreSQL; by hand set MINYI_TEST_DATABASE_URL');
const cases = Number(process.argv.find((word) => word.startsWith('--cases='))?.slice('--cases='.length) ?? 200_000);
const database = await openDatabase({ url: await emptyDatabase(databaseUrl), entities: PLATFORM_ENTITIES });
await database.migrate();
await database.query(FILL(cases));
const ledger = ledgerOf(database);
const began = performance.now();
await ledger.projector.addUp();
const addedUp: Measured = { what: 'adding every line up anew', value: time(performance.now() - began) };
await database.query('vacuum analyze ledger_entries, ledger_sums');
await checkSample(ledger, database);
const processor = process.cpuUsage();
const measured = [addedUp, ...(await dashboards(ledger, database))];
const { user, system } = process.cpuUsage(processor);
measured.push({ what: 'processor time of this process, all of it', value: time((user + system) / 1_000) });
await database.close();
report(`rates over ${String(cases)} cases`, measured);
