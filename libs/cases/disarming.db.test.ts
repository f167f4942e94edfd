import { describe, expect, test } from '@jest/globals';

import { registerWorkflow, type Rung } from '#libs/engine';
import { testDatabase } from '#libs/testing';

import { CASES_ENTITIES } from './cases.entities.js';
import type { Cases } from './cases.service.js';
import { checkWorkflow, errandWorkflow } from './testing/errand.workflow.js';
import { ANNA, BEN, CARLA, errands, errandsWithWorker, openErrand, yes } from './testing/world.js';

const db = testDatabase(CASES_ENTITIES);

const armedOf = async (caseId: string): Promise<string[]> =>
  (
    await db.database.query<{ clock: string }>(`select clock from case_clocks where case_id = $1 order by clock`, [
      caseId,
    ])
  ).map(({ clock }) => clock);
const act = async (cases: Cases, caseId: string, name: string): Promise<void> => {
  yes(await cases.act({ caseId, act: name, input: {}, actor: BEN }));
};
const kindsOf = async (cases: Cases, caseId: string): Promise<string[]> =>
  (await cases.journal(caseId)).rows.map(({ kind }) => kind);

describe('a clock is disarmed with the state it belongs to', () => {
  test('by an act', async () => {
    const { cases, clock } = errands(db.database);
    const caseId = await openErrand(cases);
    await act(cases, caseId, 'take');
    expect(await armedOf(caseId)).toEqual(['doing@errand.working']);
    await act(cases, caseId, 'finish');
    expect(await armedOf(caseId)).toEqual([]);
    const before = await kindsOf(cases, caseId);
    clock.advance({ days: 30 });
    expect(await cases.fire(caseId)).toBe(0);
    expect(await kindsOf(cases, caseId)).toEqual(before);
  });

  test('by another clock that leaves it, with the rungs that had not come', async () => {
    const { cases, clock } = errands(db.database);
    const caseId = await openErrand(cases);
    clock.advance({ hours: 1 });
    await cases.fireDue();
    expect(await armedOf(caseId)).toEqual([]);
    clock.advance({ days: 30 });
    expect(await cases.fireDue()).toBe(0);
  });

  test('by the end of a child, whose own clock goes with it', async () => {
    const { cases, clock, outbox } = errandsWithWorker(db.database);
    const caseId = await openErrand(cases);
    await act(cases, caseId, 'take');
    await act(cases, caseId, 'finish');
    await outbox.drain();
    const child = (await cases.get(caseId))?.children[0]?.id ?? '';
    expect((await armedOf(child)).map((id) => id.split('@')[0])).toEqual(['checking']);
    await act(cases, child, 'confirm');
    await outbox.drain();
    expect((await cases.get(caseId))?.states.map(({ id }) => id)).toEqual(['errand.rating']);
    expect(await armedOf(child)).toEqual([]);
    clock.advance({ days: 30 });
    expect([await cases.fire(child), await cases.fire(caseId), await cases.fireDue()]).toEqual([0, 0, 0]);
  });

  test('by leaving the state that had called the child: the clocks of the child, too', async () => {
    const { cases, clock } = errands(db.database);
    const caseId = await openErrand(cases);
    await act(cases, caseId, 'take');
    await act(cases, caseId, 'finish');
    const child = (await cases.get(caseId))?.children[0]?.id ?? '';
    await act(cases, caseId, 'giveBack');
    expect([await armedOf(child), await armedOf(caseId)]).toEqual([[], ['waiting@errand.open']]);
    clock.advance({ days: 30 });
    expect([await cases.fire(child), await cases.fire(caseId)]).toEqual([0, 1]);
  });

  test('by what it is told, in the same transaction', async () => {
    const { cases, clock } = errands(db.database);
    const caseId = await openErrand(cases);
    await act(cases, caseId, 'take');
    const hear = (word: string) =>
      cases.tell({
        caseId,
        event: { type: 'heard', payload: { word } },
        actor: { kind: 'system', name: 'test' },
        key: word,
      });
    yes(await hear('hello'));
    expect(await armedOf(caseId)).toEqual(['doing@errand.working']);
    yes(await hear('stop'));
    expect(await armedOf(caseId)).toEqual([]);
    clock.advance({ days: 30 });
    expect(await cases.fire(caseId)).toBe(0);
  });

  test('by its end, through whichever door: nothing fires in a case that has ended, and its desk is empty', async () => {
    const { cases, clock, outbox, calls } = errandsWithWorker(db.database);
    const caseId = await openErrand(cases);
    await act(cases, caseId, 'take');
    await outbox.drain();
    calls.length = 0;
    yes(await cases.cancel({ caseId, reason: 'merged', actor: ANNA }));
    expect(await armedOf(caseId)).toEqual([]);
    expect(await db.database.query(`select 1 from desk where case_id = $1`, [caseId])).toEqual([]);
    const before = await kindsOf(cases, caseId);
    clock.advance({ days: 30 });
    expect([await cases.fireDue(), await cases.fire(caseId)]).toEqual([0, 0]);
    await outbox.drain();
    expect([calls, await kindsOf(cases, caseId)]).toEqual([[], before]);
  });
});

const worldOf = (errand: typeof errandWorkflow) =>
  new Map([errand, checkWorkflow].map((workflow) => [workflow.name, registerWorkflow(workflow)]));

/** The errand, with a rung an hour after its time only while it has no more than two hours. */
function urgedErrand(): typeof errandWorkflow {
  const doing = errandWorkflow.clocks['doing'];
  if (doing === undefined) throw new Error('the errand has no time');
  const red: Rung = { name: 'red', at: { percent: 100 }, severity: 'red', audience: [{ role: 'leader' }] };
  const push: Rung = {
    name: 'push',
    at: { after: { amount: 1, unit: 'hour' } },
    severity: 'supervise',
    audience: [{ role: 'leader' }],
    event: 'pushed',
  };
  const rungs = (_context: unknown, policy: { doingHours?: unknown }): Rung[] =>
    policy.doingHours === 2 ? [red, push] : [red];
  return { ...errandWorkflow, clocks: { ...errandWorkflow.clocks, doing: { ...doing, rungs } } };
}

describe('the adoption of a policy without a rung', () => {
  test('disarms it, is journaled with old and new due, and tells nobody of what the new policy does not know', async () => {
    const { cases, clock, outbox, calls } = errandsWithWorker(db.database, { workflows: worldOf(urgedErrand()) });
    const caseId = await openErrand(cases);
    await act(cases, caseId, 'take');
    const rungsOf = async () => (await cases.get(caseId))?.clocks[0]?.rungs.map(({ name }) => name);
    expect(await rungsOf()).toEqual(['red', 'push']);
    const body = { waitingHours: 1, doingHours: 3 };
    const published = await cases.policies.publish({ workflow: 'errand', name: 'calm', body, by: ANNA });
    yes(await cases.adoptPolicy({ caseId, policy: published.ok ? published.id : '', actor: CARLA }));
    expect(await rungsOf()).toEqual(['red']);
    const entry = (await cases.journal(caseId)).rows.at(-1);
    expect(entry).toMatchObject({ kind: 'policyAdopted', by: CARLA });
    expect(JSON.stringify(entry?.body)).toContain('2026-03-02T04:00:00.000Z');
    await outbox.drain();
    calls.length = 0;
    clock.advance({ days: 30 });
    await cases.fireDue();
    await outbox.drain();
    expect(calls.map(({ payload }) => payload.rung)).toEqual(['red']);
    expect((await cases.stored(caseId))?.context.overdue).toBe(1);
    expect(await cases.verify(caseId)).toEqual([]);
  });
});
