import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow, type JsonObject } from '#libs/engine';
import { CaseWalk, explore } from '#libs/testing/walk';

import { petitionWorkflow } from './index.js';

const ASKED = { unit: 'limin', title: 'text-dogs', reason: 'text-why', base: 'adults' };
const CALL = { unit: 'limin', kind: 'assembly', startsAt: '2026-11-20T11:00:00.000Z', members: 3600 };
const SIZE = { size: 10, source: 'text-roll' };

const begun = (more: JsonObject = {}): CaseWalk =>
  CaseWalk.start(petitionWorkflow, { input: { ...ASKED, ...more }, caseId: 'petition-1', starter: 'wang' });
const sized = (more: JsonObject = {}): CaseWalk => begun(more).act('setBase', SIZE, 'coordinator');
const reached = (): CaseWalk => sized().act('sign', {}, 'r1').act('sign', {}, 'r2');
const called = (): CaseWalk =>
  reached().act('confirmSignatures', {}, 'coordinator').act('callMeeting', CALL, 'coordinator');
const refusals = (walk: CaseWalk, [act, input, person]: [string, JsonObject, string]): string[] =>
  walk.refused(act, input, person).because.map(({ guard }) => guard);
const sheet = (count: number): JsonObject => ({
  of: Array.from({ length: count }, (_, index) => `h${String(index)}`),
  paper: 'file-1',
});

describe('a petition', () => {
  test('that enough sign makes the committee call a meeting with the matter on its agenda', () => {
    const walk = called();
    expect(walk.effects).toContainEqual(
      expect.objectContaining({
        kind: 'startChild',
        workflow: 'meeting',
        input: {
          unit: 'limin',
          level: 'assembly',
          kind: 'assembly',
          startsAt: CALL.startsAt,
          members: 3600,
          named: 'text-dogs',
          matter: 'text-dogs',
          calledBy: 'petition',
          petition: 'petition-1',
        },
      }),
    );
    const ended = { items: 1, adopted: 0, rejected: 1, unsettled: 0, carriedOver: 0, minutes: 'text-minutes' };
    expect(walk.childDone('meeting', ended).output).toEqual({ result: 'held', signatures: 2 });
  });

  test.each([
    ['adults', 1001, 200, false],
    ['adults', 1001, 201, true],
    ['households', 2261, 452, false],
    ['households', 2261, 453, true],
    ['groups', 10, 3, false],
    ['groups', 10, 4, true],
    ['groups', 9, 3, true],
  ])('of %s, %i in all, with %i signatures reaches the share: %s', (base, ...[size, signatures, isReached]) => {
    const walk = begun({ base }).act('setBase', { size, source: 't' }, 'coordinator');
    walk.act('recordSignatures', sheet(signatures), 'secretary');
    expect(walk.value).toEqual(isReached ? 'checking' : { collecting: 'sized' });
  });

  test('waits until somebody says how many there are; the supervisors are told when nobody does', () => {
    const walk = begun().act('sign', {}, 'r1').act('sign', {}, 'r2').due('sizing').due('sizing');
    expect([walk.value, walk.context['silences']]).toEqual([{ collecting: 'unsized' }, 2]);
    expect(walk.act('setBase', SIZE, 'supervisor').value).toBe('checking');
    const declared = petitionWorkflow.clocks['sizing']?.rungs?.(walk.context, walk.policy) ?? [];
    expect(declared.find(({ name }) => name === 'red')?.audience).toContainEqual(
      expect.objectContaining({ role: 'supervisor' }),
    );
  });

  test('is never sized, checked or called by whoever started it', () => {
    for (const act of ['setBase', 'recordSignatures', 'strikeSignatures', 'confirmSignatures', 'callMeeting'])
      expect(petitionWorkflow.acts[act]?.who.every(({ not }) => not?.includes('petitioner'))).toBe(true);
    expect(begun().parties).toEqual([{ relation: 'petitioner', person: 'wang' }]);
  });

  test('that too few sign in time lapses; before the share is reached it can be withdrawn', () => {
    expect(sized().act('sign', {}, 'r1').due('collecting').output).toEqual({ result: 'lapsed', signatures: 1 });
    expect(begun().act('withdrawPetition', {}, 'wang').output).toMatchObject({ result: 'withdrawn' });
    expect(reached().refused('withdrawPetition', {}, 'wang').code).toBe('act.not_allowed');
    expect(called().cancel().output).toMatchObject({ result: 'withdrawn' });
  });
});

describe('a signature', () => {
  test('counts once for each adult, household or group', () => {
    expect(refusals(sized().act('sign', {}, 'r1'), ['sign', {}, 'r1'])).toEqual(['signsOnce']);
    const households = sized({ base: 'households' });
    expect(refusals(households, ['sign', {}, 'r1'])).toEqual(['signsOnce']);
    households.act('sign', { of: 'h0' }, 'r1');
    expect(refusals(households, ['sign', { of: 'h0' }, 'r2'])).toEqual(['signsOnce']);
    expect(refusals(households, ['recordSignatures', sheet(2), 'secretary'])).toEqual(['areNew']);
    expect(refusals(sized(), ['sign', { of: 'h0' }, 'r1'])).toEqual(['signsOnce']);
  });

  test('on a sheet stands once on it', () => {
    expect(refusals(sized(), ['recordSignatures', { of: ['a', 'a'], paper: 'f' }, 's'])).toEqual(['areNew']);
  });

  test('can be taken back by whoever gave it, while signatures are collected', () => {
    const walk = sized().act('sign', {}, 'r1');
    expect(refusals(walk, ['withdrawSignature', {}, 'r2'])).toEqual(['hasSigned']);
    walk.act('withdrawSignature', {}, 'r1').act('sign', {}, 'r2');
    expect(walk.value).toEqual({ collecting: 'sized' });
  });

  test('that is struck off brings the petition below its share: more are collected, a limited number of times', () => {
    const walk = reached();
    expect(refusals(walk, ['strikeSignatures', { numbers: [9], reason: 'r' }, 's'])).toEqual(['namesSignatures']);
    walk.act('strikeSignatures', { numbers: [1], reason: 'r' }, 's');
    expect([walk.value, walk.context['shortfalls']]).toEqual([{ collecting: 'sized' }, 1]);
    walk
      .act('sign', {}, 'r3')
      .act('strikeSignatures', { numbers: [2], reason: 'r' }, 's')
      .act('sign', {}, 'r4');
    expect(refusals(walk, ['strikeSignatures', { numbers: [3], reason: 'r' }, 's'])).toEqual(['checksLeft']);
  });
});

describe('the committee', () => {
  test('cannot hold a petition up by silence: the signatures are confirmed, then others may call', () => {
    const walk = reached().due('checking');
    expect(walk.value).toBe('mustCall');
    expect(walk.refused('callInstead', CALL, 'leader').code).toBe('act.not_allowed');
    walk.due('calling').due('callingInstead');
    expect([walk.value, walk.context['silences']]).toEqual(['overdue', 2]);
    expect(walk.act('callInstead', CALL, 'leader').value).toBe('meeting');
  });

  test('calls for a day within the time of the policy', () => {
    const walk = reached().due('checking');
    for (const startsAt of ['2027-01-20T11:00:00.000Z', '2026-11-01T11:00:00.000Z'])
      expect(refusals(walk, ['callMeeting', { ...CALL, startsAt }, 'c'])).toEqual(['isInTime']);
    walk.due('calling');
    expect(walk.act('callMeeting', CALL, 'coordinator').value).toBe('meeting');
  });

  test('has to call again when the meeting is called off, never sits or cannot be called', () => {
    const never = { items: 0, adopted: 0, rejected: 0, unsettled: 0, carriedOver: 0, minutes: null };
    const walk = called().childDone('meeting', never);
    expect(walk.value).toBe('mustCall');
    walk.act('callMeeting', CALL, 'coordinator').childFailed('meeting', 'input');
    expect([walk.value, walk.context['calls']]).toEqual(['mustCall', 2]);
  });
});

describe('every way through a petition', () => {
  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    const found = explore(begun(), {
      acts: {
        recordSignatures: [{ of: ['a'], paper: 'f' }],
        setBase: [{ size: 10, source: 's' }],
        strikeSignatures: [{ numbers: [1], reason: 'r' }],
        callMeeting: [CALL],
        callInstead: [CALL],
      },
      children: {
        meeting: [null, 'text-minutes'].map((minutes) => ({
          items: 0,
          adopted: 0,
          rejected: 0,
          unsettled: 0,
          carriedOver: 0,
          minutes,
        })),
      },
      persons: ['p1', 'p2'],
      situation: ({ context }) => JSON.stringify([context['size'], (context['signatures'] as unknown[]).length]),
    });
    expect(found.faults).toEqual([]);
    expect([...found.acts].sort()).toEqual(Object.keys(petitionWorkflow.acts).sort());
    expect([...found.leaves].sort()).toEqual(
      [
        'checking',
        'collecting.sized',
        'collecting.unsized',
        'held',
        'lapsed',
        'meeting',
        'mustCall',
        'overdue',
        'withdrawn',
      ].sort(),
    );
  }, 60_000);

  test('follows the rules of the linter', () => {
    expect(lintWorkflow(registerWorkflow(petitionWorkflow))).toEqual([]);
  });
});
