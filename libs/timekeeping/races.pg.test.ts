import { describe, expect, test } from '@jest/globals';

import { CASES_ENTITIES } from '#libs/cases';
import { FakeClock, testDatabase } from '#libs/testing';

import { closed, town } from './testing/promises.js';
import { timekeepingEntities } from './timekeeping.entity.js';

// Locks and races prove nothing on PGlite, which has one connection: this file runs on PostgreSQL only.
const db = testDatabase([...CASES_ENTITIES, ...timekeepingEntities]);

const MANY = 120;

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** Several processes on one database and one clock. */
async function processes(count: number) {
  const clock = new FakeClock('2026-06-08T10:00:00+08:00');
  const all = [await town(db.database, { clock })];
  while (all.length < count) all.push(await town(db.database, { clock }));
  const [first] = all;
  if (first === undefined) throw new Error('no process');
  return { all, first, clock };
}

const entriesPerCase = (kind: string, rung: string | null = null) =>
  db.database.query<{ entries: number; cases: number }>(
    `select n::int as entries, count(*)::int as cases from (
       select count(*) filter (where kind = $1 and ($2::text is null or body->'event'->>'rung' = $2)) as n
       from journal group by case_id) e group by n order by n`,
    [kind, rung],
  );

describe('two workers after a night in which both were down', () => {
  test('fire each clock and each rung once, with the instant at which it was due', async () => {
    const { all, first, clock } = await processes(2);
    await times(MANY, () => first.start({ amount: 1 }));
    clock.setTo('2026-06-20T10:00:00+08:00');
    const fired = await Promise.all(
      all.map(async ({ cases }) => {
        let total = 0;
        for (let some = await cases.fireDue(); some > 0; some = await cases.fireDue()) total += some;
        return total;
      }),
    );
    expect(fired.reduce((sum, one) => sum + one, 0)).toBe(MANY);
    expect(await entriesPerCase('clock')).toEqual([{ entries: 1, cases: MANY }]);
    for (const rung of ['half', 'dayBefore', 'red', 'urge'])
      expect(await entriesPerCase('rung', rung)).toEqual([{ entries: 1, cases: MANY }]);
    const instants = await db.database.query(`select distinct at from journal where kind = 'clock'`);
    expect(instants).toEqual([{ at: '2026-06-09T09:30:00.000Z' }]);
  });
});

describe('an edit while people act and two workers measure', () => {
  test('reaches every case once, whoever comes first, and all journals still rebuild', async () => {
    const { all, first, clock } = await processes(3);
    const ids = await times(MANY, () => first.start());
    clock.advance({ hours: 1 });
    await first.edit({ days: [closed('2026-06-11')] });
    const acting = all[2] ?? first;
    await Promise.all([
      ...all.slice(0, 2).map(({ remeasuring }) => remeasuring.run()),
      ...ids.filter((_, n) => n % 3 === 0).map((id) => acting.act(id, 'hold')),
    ]);
    await first.remeasuring.run();
    expect(await entriesPerCase('reprojected')).toEqual([{ entries: 1, cases: MANY }]);
    const dues = await db.database.query(
      `select distinct due_at as due, calendar_version as version from case_clocks where name = 'keeping' and state = 'running'`,
    );
    expect(dues).toEqual([{ due: '2026-06-16T09:30:00.000Z', version: 2 }]);
    for (const id of ids.slice(0, 9)) {
      expect(await first.cases.verify(id)).toEqual([]);
      expect(await first.cases.rebuild(id)).toMatchObject({ same: true });
    }
  });

  test('that is interrupted is gone on with by another process', async () => {
    const { all, first, clock } = await processes(2);
    await times(MANY, () => first.start());
    clock.advance({ hours: 1 });
    await first.edit({ days: [closed('2026-06-11')] });
    const going = first.remeasuring.run();
    await first.remeasuring.stop();
    await going;
    await all[1]?.remeasuring.run();
    expect(await entriesPerCase('reprojected')).toEqual([{ entries: 1, cases: MANY }]);
    const [edit] = await db.database.query<{ done: boolean; moved: number }>(
      `select finished_at is not null as done, moved from calendar_versions order by epoch desc limit 1`,
    );
    expect(edit).toEqual({ done: true, moved: MANY });
  });

  test('finds no process measuring on the old calendar, however they interleave', async () => {
    const { all, first, clock } = await processes(3);
    clock.advance({ hours: 1 });
    const starting = times(MANY, (n) => (all[n % 3] ?? first).start());
    const editing = first.edit({ days: [closed('2026-06-11')] });
    await Promise.all([starting, editing]);
    await first.remeasuring.run();
    const rows = await db.database.query(`select distinct due_at as due from case_clocks where name = 'keeping'`);
    expect(rows).toEqual([{ due: '2026-06-16T09:30:00.000Z' }]);
  });
});
