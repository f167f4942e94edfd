import { describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { CASES_ENTITIES } from './cases.entities.js';
import { ANNA, BEN, codeOf, errands, everything, openErrand, yes } from './testing/world.js';

const db = testDatabase(CASES_ENTITIES);

describe('an act', () => {
  test('moves the case, its version and its journal by one', async () => {
    const { cases } = errands(db.database);
    const caseId = await openErrand(cases);
    const answer = yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    expect(answer).toMatchObject({ version: 2, status: 'active', stage: 'do', repeated: false });
    expect(answer.effects.map(({ kind }) => kind)).toEqual(['disarm', 'perform', 'arm']);
    const view = await cases.get(caseId);
    expect(view).toMatchObject({ version: 2, title: 'A lamp is broken', unit: 'east' });
    expect(view?.parties).toEqual([
      { relation: 'asker', person: 'anna' },
      { relation: 'doer', person: 'ben' },
    ]);
    const { rows } = await cases.journal(caseId);
    expect(rows.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'started'],
      [2, 'act'],
    ]);
  });

  test('that is not allowed is refused with those that are, and writes nothing', async () => {
    const { cases } = errands(db.database);
    const caseId = await openErrand(cases);
    const before = await everything(db.database);
    const answer = await cases.act({ caseId, act: 'finish', input: {}, actor: BEN });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'act.not_allowed' } });
    expect(answer.ok ? [] : answer.refusal.allowed).toContain('take');
    expect(await everything(db.database)).toEqual(before);
  });

  test('with an unknown name, a wrong input, an unknown case or an engine event is refused', async () => {
    const { cases } = errands(db.database);
    const caseId = await openErrand(cases);
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    const act = async (name: string, input: unknown, id = caseId): Promise<string> =>
      codeOf(await cases.act({ caseId: id, act: name, input, actor: BEN }));
    expect(await act('fly', {})).toBe('act.unknown');
    expect(await act('xstate.done.actor.inspection', {})).toBe('act.unknown');
    expect(await act('heard', { word: 'x' })).toBe('act.unknown');
    expect(await act('note', { text: '' })).toBe('input.invalid');
    expect(await act('note', { text: 'a\u0000b' })).toBe('input.invalid');
    expect(await act('rate', { mark: 1 })).toBe('act.not_allowed');
    expect(await act('take', {}, 'nowhere')).toBe('case.unknown');
    expect(await act('take', {}, 'no\u0000where')).toBe('case.unknown');
  });

  test('on a version that is no longer current is refused, with the current one', async () => {
    const { cases } = errands(db.database);
    const caseId = await openErrand(cases);
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN, ifVersion: 1 }));
    const answer = await cases.act({ caseId, act: 'giveBack', input: {}, actor: BEN, ifVersion: 1 });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'case.version_stale', version: 2 } });
  });

  test('is asked of the ability hook with what its declaration says', async () => {
    const asked: unknown[] = [];
    const { cases } = errands(db.database, {
      mayAct: (question) => {
        asked.push(question);
        return question.act !== 'take';
      },
    });
    const caseId = await openErrand(cases);
    expect(codeOf(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }))).toBe('access.denied');
    expect(asked.at(-1)).toEqual({
      actor: BEN,
      act: 'take',
      workflow: 'errand',
      who: [{ role: 'doer' }],
      caseId,
      unit: 'east',
      visibility: 'public',
      parties: [{ relation: 'asker', person: 'anna' }],
    });
  });
});

describe('an idempotency key', () => {
  test('applies an act once and answers as before', async () => {
    const { cases } = errands(db.database);
    const caseId = await openErrand(cases);
    const command = { caseId, act: 'take', input: {}, actor: BEN, key: 'k1' };
    const first = yes(await cases.act(command));
    const before = await everything(db.database);
    const second = yes(await cases.act({ ...command, ifVersion: 1 }));
    expect(second).toEqual({ ...first, repeated: true });
    expect(await everything(db.database)).toEqual(before);
  });

  test('with another body is refused; another actor has keys of their own; refusals are not remembered', async () => {
    const { cases } = errands(db.database);
    const caseId = await openErrand(cases);
    expect(codeOf(await cases.act({ caseId, act: 'note', input: { text: 'x' }, actor: BEN, key: 'k' }))).toBe(
      'act.not_allowed',
    );
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN, key: 'k' }));
    expect(codeOf(await cases.act({ caseId, act: 'hold', input: {}, actor: BEN, key: 'k' }))).toBe(
      'idempotency.key_reused',
    );
    yes(await cases.act({ caseId, act: 'hold', input: {}, actor: ANNA, key: 'k' }));
  });

  test('starts a case once', async () => {
    const { cases } = errands(db.database);
    const command = { workflow: 'errand', input: { title: 'T', place: 'east' }, actor: ANNA, key: 's' };
    const first = yes(await cases.start(command));
    expect(yes(await cases.start(command))).toEqual({ ...first, repeated: true });
    expect((await cases.list({})).rows).toHaveLength(1);
  });
});

describe('a start', () => {
  test('with a unique lookup that exists answers with its case and journals nothing', async () => {
    const { cases } = errands(db.database);
    const caseId = await openErrand(cases, { number: '12345-7' });
    const before = await everything(db.database);
    const again = await cases.start({
      workflow: 'errand',
      input: { title: 'Again', place: 'west', number: '12345-7' },
      actor: BEN,
    });
    expect(again).toMatchObject({ ok: true, caseId, existing: true });
    expect(await everything(db.database)).toEqual(before);
    expect((await cases.list({ lookup: { key: 'number', value: '12345-7' } })).rows.map(({ id }) => id)).toEqual([
      caseId,
    ]);
  });

  test('of an unknown workflow, of one only cases start, or with a wrong input is refused', async () => {
    const { cases } = errands(db.database);
    const start = async (workflow: string, input: unknown): Promise<string> =>
      codeOf(await cases.start({ workflow, input, actor: ANNA }));
    expect(await start('flight', {})).toBe('workflow.unknown');
    expect(await start('check', { place: 'east', atOnce: true, depth: 0 })).toBe('workflow.not_startable');
    expect(await start('errand', { place: 'east' })).toBe('input.invalid');
  });
});

describe('free text', () => {
  test('is stored apart: the journal and the state hold ids and digests only', async () => {
    const { cases } = errands(db.database);
    const caseId = await openErrand(cases, { title: 'Old Wang fell on the stairs' });
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    yes(await cases.act({ caseId, act: 'note', input: { text: 'spoke with Old Wang' }, actor: BEN }));
    const rows = await everything(db.database);
    const elsewhere = Object.entries(rows).filter(([table]) => table !== 'texts');
    expect(JSON.stringify(elsewhere)).not.toContain('Old Wang');
    const view = await cases.get(caseId);
    expect(Object.values(view?.texts ?? {}).sort()).toEqual(['Old Wang fell on the stairs', 'spoke with Old Wang']);
    expect(view?.title).toBe('Old Wang fell on the stairs');
  });
});
