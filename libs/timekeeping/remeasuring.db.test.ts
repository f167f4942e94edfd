import { describe, expect, test } from '@jest/globals';

import { defineCalendar, presetCalendars } from '#libs/calendar';
import { CASES_ENTITIES } from '#libs/cases';
import { FakeClock, testDatabase } from '#libs/testing';

import { closed, town, wallTime } from './testing/promises.js';
import { Remeasuring } from './remeasuring.service.js';
import { timekeepingEntities } from './timekeeping.entity.js';

const db = testDatabase([...CASES_ENTITIES, ...timekeepingEntities]);

const entriesOf = async ({ cases }: Awaited<ReturnType<typeof town>>, caseId: string) =>
  (await cases.journal(caseId)).rows.map(({ kind, at, by, body }) => ({ kind, at, by, body }));

describe('a holiday that is added while clocks run', () => {
  test('moves their due instants, with old and new due, the reason and the editor in each journal', async () => {
    const here = await town(db.database);
    const caseId = await here.start();
    expect(await here.due(caseId)).toBe('2026-06-15 17:30');
    here.clock.advance({ days: 1 });
    await here.edit({ days: [{ ...closed('2026-06-11'), label: '台风' }] });
    expect(await here.remeasuring.run()).toBe(1);
    expect(await here.due(caseId)).toBe('2026-06-16 17:30');
    const entry = (await entriesOf(here, caseId)).at(-1);
    expect(entry).toMatchObject({
      kind: 'reprojected',
      at: '2026-06-09T02:00:00.000Z',
      by: { person: 'anna' },
      body: {
        calendar: 'office',
        version: 2,
        reason: 'typhoon',
        moved: [{ name: 'keeping', before: '2026-06-15T09:30:00.000Z', after: '2026-06-16T09:30:00.000Z' }],
      },
    });
    expect(await here.cases.verify(caseId)).toEqual([]);
    expect(await here.cases.rebuild(caseId)).toMatchObject({ same: true });
    const [row] = await db.database.query<{ due: string; desk: string }>(
      `select k.due_at as due, d.due_at as desk from case_clocks k join desk d using (case_id) where k.name = 'keeping'`,
    );
    expect(row).toEqual({ due: '2026-06-16T09:30:00.000Z', desk: '2026-06-16T09:30:00.000Z' });
  });

  test('is measured once: asking again finds nothing and writes nothing', async () => {
    const here = await town(db.database);
    const caseId = await here.start();
    await here.edit({ days: [closed('2026-06-11')] });
    await here.remeasuring.run();
    const before = await here.cases.journal(caseId);
    expect(await here.remeasuring.run()).toBe(0);
    expect(await here.cases.journal(caseId)).toEqual(before);
  });

  test('leaves a clock that ends before it without an entry, and that clock is not looked at again', async () => {
    const here = await town(db.database);
    const caseId = await here.start({ amount: 1 });
    await here.edit({ days: [closed('2026-06-26')] });
    expect(await here.remeasuring.run()).toBe(1);
    expect((await entriesOf(here, caseId)).map(({ kind }) => kind)).toEqual(['started']);
    expect(await here.remeasuring.run()).toBe(0);
  });

  test('yesterday for today: nothing fires today that would have', async () => {
    const here = await town(db.database);
    const caseId = await here.start({ amount: 1 });
    expect(await here.due(caseId)).toBe('2026-06-09 17:30');
    await here.edit({ days: [closed('2026-06-09')] });
    here.clock.setTo('2026-06-09T20:00:00+08:00');
    await here.cases.fireDue();
    expect(await here.due(caseId)).toBe('2026-06-10 17:30');
    expect((await here.cases.stored(caseId))?.context.late).toBe(0);
    here.clock.setTo('2026-06-10T20:00:00+08:00');
    await here.cases.fireDue();
    expect((await here.cases.stored(caseId))?.context.late).toBe(1);
  });
});

describe('measuring many clocks anew', () => {
  test('takes the state of a case as its journal has it: one that was altered behind its back is still found', async () => {
    const here = await town(db.database);
    const caseId = await here.start();
    await db.database.query(
      `update cases set stored = replace(stored::text, '"late":0', '"late":7')::json where id = $1`,
      [caseId],
    );
    expect((await here.cases.verify(caseId)).map(({ code }) => code)).toEqual(['state']);
    await here.edit({ days: [closed('2026-06-11')] });
    expect(await here.remeasuring.run()).toBe(1);
    expect(await here.due(caseId)).toBe('2026-06-16 17:30');
    expect((await here.cases.verify(caseId)).map(({ code }) => code)).toEqual(['state']);
  });

  test('lets what was due before the edit happen first, beside cases where nothing was', async () => {
    const here = await town(db.database);
    const [quiet, late] = [await here.start({ amount: 5 }), await here.start({ amount: 1 })];
    here.clock.setTo('2026-06-10T10:00:00+08:00');
    await here.edit({ days: [closed('2026-06-11')] });
    expect(await here.remeasuring.run()).toBe(2);
    expect((await entriesOf(here, quiet)).map(({ kind }) => kind)).toEqual(['started', 'reprojected']);
    expect((await entriesOf(here, late)).map(({ kind }) => kind)).toContain('clock');
    for (const caseId of [quiet, late]) {
      expect(await here.cases.verify(caseId)).toEqual([]);
      expect(await here.cases.rebuild(caseId)).toMatchObject({ same: true });
    }
  });
});

describe('an edit that is made while an earlier one is being measured', () => {
  test('has been measured too when whoever asked after it has an answer', async () => {
    const here = await town(db.database);
    await here.edit({ days: [closed('2026-06-26')] });
    const [begun, goingOn] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const remeasuring = new Remeasuring({
      database: db.database,
      lineage: () => Promise.resolve([]),
      cases: {
        measureAnew: async (...asked) => {
          begun.resolve(undefined);
          await goingOn.promise;
          return here.cases.measureAnew(...asked);
        },
      },
    });
    const earlier = remeasuring.run();
    await begun.promise;
    const caseId = await here.start();
    await here.edit({ days: [closed('2026-06-11')] });
    const asked = [remeasuring.run(), remeasuring.run()];
    goingOn.resolve(undefined);
    expect(await Promise.all([earlier, ...asked])).toEqual([0, 1, 1]);
    expect(await here.due(caseId)).toBe('2026-06-16 17:30');
  });
});

describe('an edit that was made before the clock of the database was set back', () => {
  test('is measured when its instant has come, also when it was looked at long before', async () => {
    const [present] = await db.database.query<{ at: string }>(`select clock_timestamp() as at`);
    const here = await town(db.database, { clock: new FakeClock(present?.at ?? '') });
    const caseId = await here.start({ amount: 5 });
    const before = (await here.due(caseId)) ?? '';
    const ahead = new FakeClock(here.clock.now());
    ahead.advance({ hours: 1 });
    await here.edit({ days: [closed(before.slice(0, 10))] }, { at: ahead.now() });
    expect(await here.remeasuring.run()).toBe(0);
    await db.database.query(`update calendar_versions set finished_at = finished_at - interval '30 minutes'`);
    expect(await here.due(caseId)).toBe(before);
    here.clock.advance({ minutes: 61 });
    expect(await here.remeasuring.run()).toBe(1);
    expect(await here.due(caseId)).not.toBe(before);
  });
});

describe('whoever comes first after an edit', () => {
  async function lived(meet: (here: Awaited<ReturnType<typeof town>>, caseId: string) => Promise<unknown>) {
    const here = await town(db.database);
    const caseId = await here.start({ amount: 2 });
    here.clock.setTo('2026-06-09T16:00:00+08:00'); // the worker is down: the rung at half the time has been due since half past two
    await here.edit({ days: [closed('2026-06-10')] });
    here.clock.setTo('2026-06-10T09:00:00+08:00');
    await meet(here, caseId);
    here.clock.setTo('2026-06-12T18:00:00+08:00');
    await here.cases.fireDue();
    await here.act(caseId, 'keep');
    const entries = await entriesOf(here, caseId);
    const clocks = await here.cases.get(caseId);
    await db.database.query('delete from calendar_versions');
    return { entries: entries.filter(({ kind }) => kind !== 'act'), late: clocks?.context.late };
  }

  test('an act, a firing, a batch or nobody: the journal is the same to the millisecond', async () => {
    const byBatch = await lived((here) => here.remeasuring.run());
    const byAct = await lived((here, caseId) => here.act(caseId, 'unheard'));
    const byFiring = await lived((here, caseId) => here.cases.fire(caseId));
    const byNobody = await lived(() => Promise.resolve());
    const bare = ({ entries, late }: typeof byBatch) => ({
      late,
      entries: entries.map(({ kind, at, body }) => [kind, at, body.event, body.moved, body.armed]),
    });
    expect(bare(byBatch).entries.map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['started', 'rung', 'reprojected', 'clock']),
    );
    expect(bare(byAct)).toEqual(bare(byBatch));
    expect(bare(byFiring)).toEqual(bare(byBatch));
    expect(bare(byNobody)).toEqual(bare(byBatch));
  });

  test('fires what was due before the edit first, and never again', async () => {
    const { entries } = await lived(() => Promise.resolve());
    const order = entries.map(({ kind, body }) => (body.event as { rung?: string } | undefined)?.rung ?? kind);
    expect(order).toEqual(['started', 'half', 'reprojected', 'dayBefore', 'red', 'clock', 'urge']);
  });

  test('a process that has not heard of the edit measures on it all the same', async () => {
    const here = await town(db.database);
    const other = await town(db.database, { clock: here.clock });
    await here.edit({ days: [closed('2026-06-11')] });
    expect(other.timekeeping.calendars.book().epoch).toBe(4);
    const caseId = await other.start();
    expect(await other.due(caseId)).toBe('2026-06-16 17:30');
  });
});

describe('a calendar that is edited while a clock stands still', () => {
  test('keeps what was consumed, and the pause', async () => {
    const here = await town(db.database);
    const caseId = await here.start({ amount: 14, measure: 'businessHour' });
    here.clock.setTo('2026-06-08T17:30:00+08:00'); // 6 of 14 hours
    await here.act(caseId, 'hold');
    await here.edit({ days: [closed('2026-06-10')] });
    await here.remeasuring.run();
    expect((await here.cases.get(caseId))?.clocks[0]).toMatchObject({ state: 'paused' });
    here.clock.setTo('2026-06-09T17:30:00+08:00');
    await here.act(caseId, 'goOn');
    expect(await here.due(caseId)).toBe('2026-06-12 10:00');
    expect(await here.cases.rebuild(caseId)).toMatchObject({ same: true });
  });
});

describe('a year that nobody has confirmed', () => {
  const { office, ...others } = presetCalendars();
  if (office === undefined) throw new Error('no office');
  const older = defineCalendar({ ...office, confirmedYears: office.confirmedYears.filter((year) => year < 2026) });

  test('is said with the clock, and a new version of the program that knows it moves the clock by itself', async () => {
    const without2026 = defineCalendar({
      ...older,
      overrides: older.overrides.filter(({ date }) => !date.startsWith('2026')),
    });
    const here = await town(db.database, { presets: { ...others, office: without2026 } });
    here.clock.setTo('2026-09-30T10:00:00+08:00');
    const caseId = await here.start({ amount: 3 });
    expect((await here.cases.get(caseId))?.clocks[0]?.unconfirmedYears).toEqual([2026]);
    expect(await here.due(caseId)).toBe('2026-10-05 17:30');
    const newer = await town(db.database, { clock: here.clock });
    await newer.remeasuring.run();
    expect((await newer.cases.get(caseId))?.clocks[0]?.unconfirmedYears).toEqual([]);
    expect(await newer.due(caseId)).toBe('2026-10-10 17:30');
    expect((await entriesOf(newer, caseId)).at(-1)).toMatchObject({
      kind: 'reprojected',
      by: { kind: 'system', name: 'holiday data' },
      body: { reason: '节假日数据：2026 年 · holiday data: 2026' },
    });
    // an older program that starts meanwhile does not take it back
    await town(db.database, { clock: here.clock, presets: { ...others, office: without2026 } });
    expect(newer.timekeeping.calendars.newest('office')?.confirmedYears).toContain(2026);
  });

  test('is confirmed by hand, and new data then leaves it alone', async () => {
    const here = await town(db.database, { presets: { ...others, office: older } });
    await here.edit({ confirmYears: [2026], days: [closed('2026-06-12')] });
    const newer = await town(db.database, { clock: here.clock });
    const caseId = await newer.start({ amount: 4 });
    expect(await newer.due(caseId)).toBe('2026-06-15 17:30');
    expect((await newer.cases.get(caseId))?.clocks[0]?.unconfirmedYears).toEqual([]);
  });
});

describe("a unit's own calendar", () => {
  test('moves the clocks at the unit and below it, and no others', async () => {
    const here = await town(db.database);
    const [east, north] = [await here.start(), await here.start({ unit: 'north' })];
    await here.edit({ days: [closed('2026-06-11')] }, { lineage: ['street'] });
    await here.remeasuring.run();
    expect([await here.due(east), await here.due(north)]).toEqual(['2026-06-16 17:30', '2026-06-15 17:30']);
    expect(await here.due(await here.start({ unit: 'west' }))).toBe('2026-06-16 17:30');
  });

  test('the nearest one wins, and an edit of the installation does not reach it unless it is meant to', async () => {
    const here = await town(db.database);
    await here.edit({ days: [closed('2026-06-11')] }, { lineage: ['street'] });
    await here.edit({ days: [closed('2026-06-12')] }, { lineage: ['east', 'street'] });
    const caseId = await here.start();
    expect(await here.due(caseId)).toBe('2026-06-17 17:30');
    await here.edit({ days: [closed('2026-06-09')] });
    await here.remeasuring.run();
    expect(await here.due(caseId)).toBe('2026-06-17 17:30');
    await here.edit({ days: [closed('2026-06-10')] }, { alsoBelow: true });
    await here.remeasuring.run();
    expect(await here.due(caseId)).toBe('2026-06-18 17:30');
  });
});

describe('a unit in a zone whose clocks change', () => {
  test('has hours of its own on the wall, over the change, and a day closed there moves its clocks alone', async () => {
    const here = await town(db.database);
    await here.edit({ zone: 'Europe/Berlin' }, { lineage: ['north'] });
    here.clock.setTo('2026-10-20T12:00:00+02:00'); // the clocks go back on the 25th
    const [north, east] = [await here.start({ unit: 'north' }), await here.start()];
    const dueAt = async (caseId: string) =>
      (await here.cases.get(caseId))?.clocks.find(({ name }) => name === 'keeping')?.dueAt;
    expect(await dueAt(north)).toBe('2026-10-27T16:30:00.000Z'); // half past five in winter time
    expect(await here.due(east)).toBe('2026-10-27 17:30');
    await here.edit({ days: [closed('2026-10-26')] }, { lineage: ['north'] });
    await here.remeasuring.run();
    expect([await dueAt(north), await here.due(east)]).toEqual(['2026-10-28T16:30:00.000Z', '2026-10-27 17:30']);
    const explained = await here.cases.explain(north, 'keeping@promise.given');
    expect(explained?.explanation).toMatchObject({ zone: 'Europe/Berlin', dueAt: '2026-10-28T16:30:00.000Z' });
  });
});

describe('clocks from before calendars were stored', () => {
  test('are taken over and follow the next edit', async () => {
    const here = await town(db.database);
    const caseId = await here.start();
    await db.database.query(
      `update case_clocks set calendar_unit = null, calendar_version = null, calendar_epoch = null`,
    );
    await db.database.query(
      `update cases set clocks = (select json_object_agg(key, value - 'measured') from jsonb_each(clocks::jsonb))`,
    );
    await db.database.query(`update calendar_versions set finished_at = null`);
    expect(await here.remeasuring.run()).toBe(1);
    const [row] = await db.database.query<{ version: number }>(
      `select calendar_version as version from case_clocks where name = 'keeping'`,
    );
    expect(row?.version).toBe(1);
    await here.edit({ days: [closed('2026-06-11')] });
    await here.remeasuring.run();
    expect(await here.due(caseId)).toBe('2026-06-16 17:30');
  });
});

describe('a fixed last day', () => {
  test('comes while its case is held, and no edit of a calendar moves it', async () => {
    const here = await town(db.database);
    const caseId = await here.start({ lastDay: '2026-06-12T09:30:00.000Z' });
    await here.act(caseId, 'hold');
    await here.edit({ days: [closed('2026-06-12')] });
    await here.remeasuring.run();
    here.clock.setTo('2026-06-20T00:00:00.000Z');
    await here.cases.fireDue();
    expect((await here.cases.stored(caseId))?.context).toMatchObject({ ended: 1, late: 0 });
    const fired = (await entriesOf(here, caseId)).find(({ kind }) => kind === 'clock');
    expect(wallTime(fired?.at ?? '')).toBe('2026-06-12 17:30');
    expect(await here.cases.rebuild(caseId)).toMatchObject({ same: true });
  });
});

describe('an extension', () => {
  test('of a clock that is due already is refused, and nothing moves', async () => {
    const here = await town(db.database);
    const caseId = await here.start({ amount: 1 });
    here.clock.setTo('2026-06-09T17:30:01+08:00'); // one second too late, while the worker is down
    expect(await here.act(caseId, 'extend')).toMatchObject({ ok: false });
    expect(await here.due(caseId)).toBe('2026-06-09 17:30');
    expect((await here.cases.stored(caseId))?.context.late).toBe(1);
  });

  test('moves the rungs that have not fired; those that have stay fired', async () => {
    const here = await town(db.database);
    const caseId = await here.start({ amount: 2 });
    here.clock.setTo('2026-06-10T16:00:00+08:00');
    await here.act(caseId, 'extend');
    expect(await here.due(caseId)).toBe('2026-06-15 17:30');
    here.clock.setTo('2026-06-20T00:00:00+08:00');
    await here.cases.fireDue();
    const rungs = (await entriesOf(here, caseId)).flatMap(
      ({ body }) => (body.event as { rung?: string } | undefined)?.rung ?? [],
    );
    expect(rungs).toEqual(['half', 'dayBefore', 'red', 'urge']);
  });
});
