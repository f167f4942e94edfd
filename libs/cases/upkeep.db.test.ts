import { describe, expect, test } from '@jest/globals';
import { assign } from 'xstate';

import { registerWorkflow, type Stored, type Workflow } from '#libs/engine';
import { testDatabase } from '#libs/testing';

import { CASES_ENTITIES } from './cases.entities.js';
import { checkWorkflow, errandWorkflow } from './testing/errand.workflow.js';
import { ANNA, BEN, errands, errandsWithWorker, everything, openErrand, yes } from './testing/world.js';
import { Upkeep } from './upkeep.service.js';

const db = testDatabase(CASES_ENTITIES);

/** The errand one version later: it has `rumours`, and cannot even be listed without them. */
const secondVersion: Workflow = {
  ...errandWorkflow,
  version: 2,
  summary: (context, value) => {
    if (context.rumours === undefined) throw new TypeError('no rumours');
    return errandWorkflow.summary(context, value);
  },
  migrations: {
    1: (stored: Stored): Stored => ({ ...stored, context: { ...stored.context, rumours: stored.context.heard ?? [] } }),
  },
};

describe('a new version of a workflow', () => {
  test('takes its cases over, each with a checkpoint from which it is rebuilt', async () => {
    const old = errands(db.database);
    const caseId = await openErrand(old.cases, { number: '9' });
    yes(await old.cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    const workflows = new Map([secondVersion, checkWorkflow].map((one) => [one.name, registerWorkflow(one)]));
    const { cases, clock } = errands(db.database, { workflows });
    expect(await new Upkeep(cases).migrate()).toBe(1);
    expect(await new Upkeep(cases).migrate()).toBe(0);
    clock.advance({ minutes: 30 });
    yes(await cases.act({ caseId, act: 'hold', input: {}, actor: BEN }));
    expect(await cases.stored(caseId)).toMatchObject({ definition: 2, context: { rumours: [] } });
    expect((await cases.journal(caseId)).rows.map(({ kind }) => kind)).toEqual(['started', 'act', 'checkpoint', 'act']);
    expect(await cases.verify(caseId)).toEqual([]);
    expect(await cases.rebuild(caseId)).toMatchObject({ same: true, divergesAt: null });
    expect((await cases.list({ lookup: { key: 'number', value: '9' } })).rows).toHaveLength(1);
    expect((await cases.desk({ person: 'ben', holdings: [] })).rows).toHaveLength(1);
  });
});

describe('a replay through new code', () => {
  const withCode = (code: Workflow) =>
    errands(db.database, { workflows: new Map([code, checkWorkflow].map((one) => [one.name, registerWorkflow(one)])) })
      .cases;

  async function noted(): Promise<string> {
    const { cases } = errands(db.database);
    const caseId = await openErrand(cases);
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    return caseId;
  }

  test('that behaves the same is the same, also under a new version number', async () => {
    const caseId = await noted();
    const rebuilt = await withCode({ ...errandWorkflow, version: 2 }).rebuild(caseId);
    expect(rebuilt).toMatchObject({ same: true, divergesAt: null, problem: null });
  });

  test('that behaves differently names the first entry that comes out otherwise', async () => {
    const caseId = await noted();
    const machine = errandWorkflow.machine.provide({ actions: { become: assign({ doer: 'somebody else' }) } });
    const rebuilt = await withCode({ ...errandWorkflow, machine }).rebuild(caseId);
    expect(rebuilt).toMatchObject({ same: false, divergesAt: 2 });
  });

  test('that refuses what once happened says so instead of failing', async () => {
    const caseId = await noted();
    const { cases } = errands(db.database);
    yes(await cases.act({ caseId, act: 'finish', input: {}, actor: BEN }));
    const machine = errandWorkflow.machine.provide({ guards: { hasDoer: () => false } });
    const rebuilt = await withCode({ ...errandWorkflow, machine }).rebuild(caseId);
    expect(rebuilt).toMatchObject({ same: false, divergesAt: 3 });
    expect(rebuilt?.problem).toContain('refused');
  });
});

describe('a policy that running cases may adopt', () => {
  test('is shown with what it would do to each of them, and does nothing', async () => {
    const { cases } = errands(db.database);
    const [running, ended] = [await openErrand(cases), await openErrand(cases)];
    yes(await cases.cancel({ caseId: ended, reason: 'settled', actor: ANNA }));
    const body = { waitingHours: 5, doingHours: 2 };
    const published = await cases.policies.publish({ workflow: 'errand', name: 'patient', body, by: ANNA });
    const policy = published.ok ? published.id : '';
    const before = await everything(db.database);
    expect(await new Upkeep(cases).previewPolicy(policy, [running, ended, 'nowhere'])).toEqual([
      {
        caseId: running,
        refusal: null,
        clocks: [
          { clock: 'waiting@errand.open', before: '2026-03-02T02:00:00.000Z', after: '2026-03-02T06:00:00.000Z' },
        ],
      },
      { caseId: ended, refusal: 'case.ended', clocks: [] },
      { caseId: 'nowhere', refusal: 'case.unknown', clocks: [] },
    ]);
    expect(await everything(db.database)).toEqual(before);
  });
});

describe('old rows', () => {
  test('of answers and effects are deleted after thirty days, pending ones never', async () => {
    const { cases, clock, outbox } = errandsWithWorker(db.database);
    const done = await openErrand(cases);
    yes(await cases.act({ caseId: done, act: 'take', input: {}, actor: BEN, key: 'a' }));
    await outbox.drain();
    const pending = await openErrand(cases);
    yes(await cases.act({ caseId: pending, act: 'take', input: {}, actor: BEN, key: 'b' }));
    const counts = async () =>
      db.database.query(
        `select (select count(*)::int from outbox) as outbox, (select count(*)::int from idempotency) as answers`,
      );
    clock.advance({ days: 29 });
    await new Upkeep(cases).prune();
    expect(await counts()).toEqual([{ outbox: 2, answers: 2 }]);
    clock.advance({ days: 2 });
    await new Upkeep(cases).prune();
    expect(await counts()).toEqual([{ outbox: 1, answers: 0 }]);
  });
});
