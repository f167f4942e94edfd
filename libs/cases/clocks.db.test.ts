import { describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { CASES_ENTITIES } from './cases.entities.js';
import { ANNA, BEN, codeOf, errands, errandsWithWorker, everything, openErrand, yes } from './testing/world.js';

const db = testDatabase(CASES_ENTITIES);

describe('a clock', () => {
  test('does not fire early, fires once, and records its due instant however late it fires', async () => {
    const { cases, clock } = errands(db.database);
    const caseId = await openErrand(cases);
    clock.advance({ minutes: 59, seconds: 59 });
    expect(await cases.fire(caseId)).toBe(0);
    clock.advance({ hours: 5 });
    expect(await cases.fireDue()).toBe(1);
    expect(await cases.fireDue()).toBe(0);
    const { rows } = await cases.journal(caseId);
    expect(rows.map(({ kind, at }) => [kind, at])).toEqual([
      ['started', '2026-03-02T01:00:00.000Z'],
      ['clock', '2026-03-02T02:00:00.000Z'],
    ]);
    const recorded = await db.database.query<{ at: string }>(`select recorded_at as at from journal where seq = 2`);
    expect(recorded[0]?.at).toBe('2026-03-02T06:59:59.000Z');
  });

  test('that is due fires before an act, in the same transaction: nobody wins by a late worker', async () => {
    const { cases, clock } = errands(db.database);
    const caseId = await openErrand(cases);
    clock.advance({ hours: 1 });
    const answer = yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    expect(answer.version).toBe(3);
    const { rows } = await cases.journal(caseId);
    expect(rows.map(({ kind }) => kind)).toEqual(['started', 'clock', 'act']);
  });

  test('that fired before an act stays fired when the act is refused, also for a version seen before', async () => {
    const { cases, clock } = errands(db.database);
    const caseId = await openErrand(cases);
    clock.advance({ hours: 1 });
    const answer = await cases.act({ caseId, act: 'take', input: {}, actor: BEN, ifVersion: 1 });
    expect(answer).toMatchObject({ refusal: { code: 'case.version_stale', version: 2 } });
    expect((await cases.get(caseId))?.states.map(({ id }) => id)).toEqual(['errand.lapsed']);
  });

  test('has rungs that fire once each, before it, with it and after it, at their own instants', async () => {
    const { cases, clock, outbox, calls } = errandsWithWorker(db.database);
    const caseId = await openErrand(cases);
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    await outbox.drain();
    calls.length = 0;
    clock.advance({ hours: 10 });
    expect(await cases.fire(caseId)).toBe(4);
    const { rows } = await cases.journal(caseId);
    expect(
      rows.slice(2).map(({ kind, at, body }) => [kind, at.slice(11, 16), (body.event as { rung?: string }).rung]),
    ).toEqual([
      ['rung', '02:00', 'half'],
      ['rung', '03:00', 'red'],
      ['clock', '03:00', undefined],
      ['rung', '04:00', 'push'],
    ]);
    await outbox.drain();
    expect(calls.map(({ name, payload }) => [name, payload.rung, payload.severity])).toEqual([
      ['remind', 'half', 'remind'],
      ['remind', 'red', 'red'],
      ['remind', 'push', 'supervise'],
    ]);
    expect((await cases.stored(caseId))?.context.overdue).toBe(2);
  });

  test('stands still while its case is held, and has its rest when it goes on', async () => {
    const { cases, clock } = errands(db.database);
    const caseId = await openErrand(cases);
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    clock.advance({ minutes: 30 });
    yes(await cases.act({ caseId, act: 'hold', input: {}, actor: BEN }));
    expect((await cases.get(caseId))?.clocks).toMatchObject([{ name: 'doing', state: 'paused' }]);
    clock.advance({ days: 2 });
    expect(await cases.fire(caseId)).toBe(0);
    yes(await cases.act({ caseId, act: 'goOn', input: {}, actor: BEN }));
    expect((await cases.get(caseId))?.clocks).toMatchObject([{ state: 'running', dueAt: '2026-03-04T03:00:00.000Z' }]);
  });

  test('can be given more time', async () => {
    const { cases } = errands(db.database);
    const caseId = await openErrand(cases);
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    yes(await cases.act({ caseId, act: 'more', input: {}, actor: BEN }));
    expect((await cases.get(caseId))?.clocks[0]?.dueAt).toBe('2026-03-02T04:00:00.000Z');
  });

  test('of an earlier visit never fires in a later one', async () => {
    const { cases, clock } = errands(db.database);
    const caseId = await openErrand(cases);
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    clock.advance({ minutes: 90 });
    yes(await cases.act({ caseId, act: 'giveBack', input: {}, actor: BEN }));
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    clock.advance({ minutes: 45 });
    expect(await cases.fire(caseId)).toBe(0);
    const rows = await db.database.query(`select clock from case_clocks where case_id = $1`, [caseId]);
    expect(rows).toEqual([{ clock: 'doing@errand.working' }]);
  });

  test('is gone with its case', async () => {
    const { cases } = errands(db.database);
    const caseId = await openErrand(cases);
    yes(await cases.cancel({ caseId, reason: 'not needed', actor: ANNA }));
    expect(await cases.nextDue()).toBeNull();
    expect((await everything(db.database)).case_clocks).toEqual([]);
    expect(codeOf(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }))).toBe('case.ended');
  });
});

describe('a workflow that throws in a clock', () => {
  test('writes nothing, becomes one incident, and does not keep the sweep busy', async () => {
    const { cases, clock } = errandsWithWorker(db.database);
    const caseId = await openErrand(cases);
    yes(await cases.act({ caseId, act: 'arm', input: {}, actor: ANNA }));
    clock.advance({ hours: 2 });
    expect(await cases.fire(caseId)).toBe(0);
    expect(codeOf(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }))).toBe('case.fault');
    expect(await cases.fireDue()).toBe(0);
    const { rows } = await cases.incidents();
    expect(rows).toMatchObject([{ caseId, kind: 'fault', name: 'clock', attempts: 2, status: 'open' }]);
    const { rows: entries } = await cases.journal(caseId);
    expect(entries.map(({ kind }) => kind)).toEqual(['started', 'act', 'incident']);
    expect(entries.at(-1)?.at).toBe('2026-03-02T03:00:00.000Z');
    expect(await cases.retry(rows[0]?.id ?? '', ANNA)).toBe(true);
    expect(await cases.fireDue()).toBe(1);
    expect(await cases.verify(caseId)).toEqual([]);
  });
});
