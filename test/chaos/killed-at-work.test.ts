import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { openPlatform, readInstallation } from '#apps/platform';
import type { Database } from '#libs/database';

import { ProductProcess } from '../bench/product-process.js';
import { copiesOf, copyCases } from '../bench/running-clocks.js';
import { emptyDatabase, makeGround, openRecords, settle, type Ground } from './ground.js';

// Each of these works in batches of its own transactions: one process is killed in the middle of it, the next one goes on.
const CASES = 2_000;

let ground: Ground;
let database: Database;
let ids: string[];

const counted = async (sql: string): Promise<number> =>
  (await database.query<{ count: number }>(`select count(*) as count from ${sql}`))[0]?.count ?? 0;

/** Waits until a number is reached. */
async function reaches(what: () => Promise<number>, least: number): Promise<number> {
  for (let turn = 0; turn < 4_000; turn += 1) {
    const count = await what();
    if (count >= least) return count;
    await delay(10);
  }
  throw new Error(`only ${String(await what())} of ${String(least)}`);
}

const worker = (): ProductProcess => ProductProcess.start({ app: 'worker', env: { ...ground.env, ROLE: 'worker' } });
const accountant = () =>
  spawn(process.execPath, ['--enable-source-maps', 'dist/test/bench/keep-accounts.js'], {
    env: { PATH: process.env['PATH'] ?? '', ...ground.env, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Thousands of running cases, and a holiday that moves the clocks of all of them. */
async function prepare(): Promise<void> {
  const platform = await openPlatform(readInstallation({ ...ground.env, LOG_LEVEL: 'silent' }));
  try {
    const { timekeeping, cases } = platform;
    const [template] = (await cases.list({ workflow: 'issue', limit: 1 })).rows;
    await copyCases(platform.database, { template: template?.id ?? '', series: 'killed', count: CASES });
    const [clock] = await platform.database.query<{ due: string }>(
      `select due_at as due from case_clocks where case_id = $1 and calendar = 'office' and due_at is not null order by due_at desc`,
      [template?.id],
    );
    await platform.database.transaction((tx) =>
      timekeeping.edit(tx, {
        ...{ name: 'office', lineage: [], base: 1, alsoBelow: true, reason: '台风 · typhoon' },
        change: { days: [{ date: (clock?.due ?? '').slice(0, 10), open: false, label: '台风' }] },
        by: { kind: 'person', person: randomUUID() },
      }),
    );
  } finally {
    await platform.close();
  }
}

beforeAll(async () => {
  ground = await makeGround({
    ...{ DATABASE_URL: await emptyDatabase('killed'), DATA_KEY: Buffer.alloc(32, 'killed').toString('base64') },
  });
  await settle(ground);
  await prepare();
  database = await openRecords(ground);
  ids = await copiesOf(database, 'killed', CASES);
}, 240_000);

afterAll(async () => {
  await database.close();
  await ground.remove();
});

describe('a process that is killed in the middle of its work, and the next one', () => {
  test('have measured every clock anew, each once', async () => {
    const measured = () => counted(`journal where kind = 'reprojected'`);
    const first = worker();
    const atKill = await reaches(measured, 1);
    await first.kill();
    expect(atKill).toBeLessThan(CASES);
    const second = worker();
    await reaches(() => counted('calendar_versions where finished_at is not null and version = 2'), 1);
    await second.kill();
    const [row] = await database.query<{ cases: number; entries: number }>(
      `select count(distinct case_id)::int as cases, count(*)::int as entries from journal
       where kind = 'reprojected' and case_id = any($1::text[])`,
      [ids],
    );
    expect(row).toEqual({ cases: CASES, entries: CASES });
  }, 120_000);

  test('have brought the account after all journals, with the sums that its lines come to', async () => {
    await database.query(`delete from ledger_facts`);
    const kept = () => counted(`ledger_facts`);
    const first = accountant();
    const atKill = await reaches(kept, 1);
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect(atKill).toBeLessThan(CASES);
    const [code] = (await once(accountant(), 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(
      await counted(
        `ledger_entries where case_id = any(array(select md5('killed' || n)::uuid::text from generate_series(1, ${String(CASES)}) n))`,
      ),
    ).toBe(CASES);
    const sums = () => database.query('select * from ledger_sums order by realm, axis, key, month');
    const byDifferences = await sums();
    const platform = await openPlatform(readInstallation({ ...ground.env, LOG_LEVEL: 'silent' }));
    await platform.ledger.projector.addUp();
    await platform.close();
    const isSomething = (row: unknown): boolean =>
      Object.entries(row as object).some(([key, value]) => key !== 'month' && typeof value === 'number' && value !== 0);
    expect(byDifferences.filter(isSomething)).toEqual((await sums()).filter(isSomething));
  }, 120_000);
});
