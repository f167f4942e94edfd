import { describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { CASES_ENTITIES } from './cases.entities.js';
import type { Cases } from './cases.service.js';
import { ANNA, BEN, CARLA, codeOf, errandsWithWorker, openErrand, yes } from './testing/world.js';

const db = testDatabase(CASES_ENTITIES);

async function checking(cases: Cases, input: Record<string, unknown> = {}): Promise<{ caseId: string; child: string }> {
  const caseId = await openErrand(cases, input);
  yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
  const answer = yes(await cases.act({ caseId, act: 'finish', input: {}, actor: BEN }));
  return { caseId, child: answer.effects.find(({ kind }) => kind === 'startChild')?.id ?? '' };
}

describe('a child', () => {
  test('is started in the transaction of its parent, and its end reaches the parent exactly once', async () => {
    const { cases, outbox } = errandsWithWorker(db.database);
    const { caseId, child } = await checking(cases);
    expect((await cases.get(caseId))?.children).toMatchObject([
      { id: child, workflow: 'check', status: 'active', unit: 'east' },
    ]);
    expect(await cases.get(child)).toMatchObject({ parent: caseId, version: 1 });
    yes(await cases.act({ caseId: child, act: 'confirm', input: {}, actor: CARLA }));
    await outbox.drain();
    // the row is brought again, as after a crash between the transaction and the worker's answer
    await db.database.query(
      `update outbox set status = 'pending', attempts = 0, locked_until = null where kind = 'childDone'`,
    );
    await outbox.drain();
    const kinds = (await cases.journal(caseId)).rows.map(({ kind }) => kind);
    expect(kinds).toEqual(['started', 'act', 'act', 'childDone', 'dropped']);
    expect((await cases.get(caseId))?.states.map(({ id }) => id)).toEqual(['errand.rating']);
  });

  test('that ends at once still reports exactly once', async () => {
    const { cases, outbox } = errandsWithWorker(db.database);
    const { caseId, child } = await checking(cases, { checkAtOnce: true });
    expect(await cases.get(child)).toMatchObject({ status: 'done' });
    await outbox.drain();
    expect((await cases.journal(caseId)).rows.map(({ kind }) => kind)).toEqual(['started', 'act', 'act', 'childDone']);
  });

  test('is cancelled with everything below it when its state is left, and that is no news to the parent', async () => {
    const { cases, outbox } = errandsWithWorker(db.database);
    const { caseId, child } = await checking(cases, { checkDepth: 2 });
    yes(await cases.act({ caseId, act: 'giveBack', input: {}, actor: BEN }));
    const { rows } = await cases.list({ workflow: 'check' });
    expect(rows.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(rows.map(({ id }) => id)).toContain(child);
    await outbox.drain();
    expect((await cases.journal(caseId)).rows.map(({ kind }) => kind)).toEqual(['started', 'act', 'act', 'act']);
  });

  test('that was cancelled by somebody has failed for its parent', async () => {
    const { cases, outbox } = errandsWithWorker(db.database);
    const { caseId, child } = await checking(cases);
    yes(await cases.cancel({ caseId: child, reason: 'nobody can check this', actor: CARLA }));
    await outbox.drain();
    expect((await cases.journal(caseId)).rows.at(-1)).toMatchObject({ kind: 'childFailed' });
    expect((await cases.get(caseId))?.states.map(({ id }) => id)).toEqual(['errand.open']);
  });

  test('of an earlier round never completes a later one', async () => {
    const { cases, outbox } = errandsWithWorker(db.database);
    const { caseId, child } = await checking(cases);
    yes(await cases.act({ caseId: child, act: 'confirm', input: {}, actor: CARLA }));
    yes(await cases.act({ caseId, act: 'giveBack', input: {}, actor: BEN }));
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    yes(await cases.act({ caseId, act: 'finish', input: {}, actor: BEN }));
    await outbox.drain();
    expect((await cases.get(caseId))?.states.map(({ id }) => id)).toEqual(['errand.checking']);
    expect((await cases.journal(caseId)).rows.at(-1)).toMatchObject({
      kind: 'dropped',
      body: { reason: 'child.stale' },
    });
  });

  test('is cancelled with its parent, the whole tree in one transaction', async () => {
    const { cases, outbox } = errandsWithWorker(db.database);
    const { caseId } = await checking(cases, { checkDepth: 3 });
    yes(await cases.cancel({ caseId, reason: 'the asker moved away', actor: ANNA }));
    const { rows } = await cases.list({});
    expect(rows.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'cancelled'));
    await outbox.drain();
    for (const { id } of rows) expect(await cases.verify(id)).toEqual([]);
  });
});

describe('a told event', () => {
  test('reaches another case exactly once, and links the two', async () => {
    const { cases, outbox } = errandsWithWorker(db.database);
    const one = await openErrand(cases);
    const other = await openErrand(cases);
    yes(await cases.act({ caseId: one, act: 'callOther', input: { other }, actor: ANNA }));
    await outbox.drain();
    expect((await cases.stored(other))?.context.heard).toEqual(['hello']);
    expect((await cases.get(one))?.links).toEqual([{ to: other, relation: 'heard' }]);
  });

  test('is refused when the workflow does not receive it', async () => {
    const { cases } = errandsWithWorker(db.database);
    const caseId = await openErrand(cases);
    const tell = async (type: string, payload: Record<string, string>): Promise<string> =>
      codeOf(await cases.tell({ caseId, event: { type, payload }, actor: { kind: 'system', name: 'hotline' } }));
    expect(await tell('heard', { word: 'hello' })).toBe('carried out');
    expect(await tell('heard', { noise: 'x' })).toBe('event.unknown');
    expect(await tell('xstate.done.actor.inspection', {})).toBe('event.unknown');
    expect(await tell('take', {})).toBe('event.unknown');
  });
});
