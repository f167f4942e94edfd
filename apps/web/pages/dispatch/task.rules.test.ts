import { describe, expect, test } from '@jest/globals';

import {
  extensionLeft,
  holdLeft,
  returnsLeft,
  saidIn,
  sentenceOf,
  stepState,
  taskOf,
  firedRungs,
  rulingOf,
  toldBy,
} from './task.rules.js';

const policy = { extensionsMost: 3, extensionLongestDays: 3, holdsMost: 2, holdLongestDays: 20, returnsMost: 2 };

describe('what may still be asked for', () => {
  test('the first extension is the dispatcher’s, every further one the leader’s, and after the third there is none', () => {
    expect(extensionLeft({ policy, extensions: 0 })).toEqual({ left: 3, most: 3, days: 3, approver: 'dispatcher' });
    expect(extensionLeft({ policy, extensions: 1 })).toMatchObject({ left: 2, approver: 'leader' });
    expect(extensionLeft({ policy, extensions: 4 })).toMatchObject({ left: 0 });
  });

  test('nothing is claimed about numbers that are not told', () => {
    expect(extensionLeft({ policy: null, extensions: 0 })).toBeNull();
    expect(holdLeft({ policy: {}, holds: 0 })).toBeNull();
  });

  test('a return says which one it would be', () => {
    expect(returnsLeft({ policy, returns: [] })).toEqual({ n: 1, most: 2 });
    expect(holdLeft({ policy, holds: 1 })).toEqual({ left: 1, most: 2, days: 20 });
  });
});

describe('where a task stands', () => {
  const at = (id: string, status = 'active') => ({ status, states: [{ id }] });
  const task = taskOf(undefined);

  test('the state decides, the ending before it', () => {
    expect(sentenceOf(at('task.withDoer.dispatched'), task)).toBe('sayDispatched');
    expect(sentenceOf(at('task.withDoer.handling.active.signing'), task)).toBe('saySigning');
    expect(sentenceOf(at('task.withDoer.handling.held'), task)).toBe('sayHeld');
    expect(sentenceOf(at('task.verification.bySupervisors'), task)).toBe('sayVerifying');
    expect(sentenceOf(at('task.verified', 'done'), task)).toBe('sayVerified');
    expect(sentenceOf(at('task.impossible', 'done'), { ...task, ending: 'impossible' })).toBe('sayImpossible');
  });

  test('work that came back is said to be done again', () => {
    const working = at('task.withDoer.handling.active.working');
    expect(sentenceOf(working, task)).toBe('sayHandling');
    expect(sentenceOf(working, { ...task, redoCount: 1 })).toBe('sayRedo');
  });
});

describe('what was written with an act', () => {
  const texts = { t1: '已到现场', t2: null };
  const body = (act: string, input: object) => ({ event: { act, input } });

  test('a note of progress is internal unless it was opened to residents', () => {
    expect(saidIn(body('progress', { note: 't1', files: ['f'], open: false }), texts)).toEqual({
      text: '已到现场',
      files: ['f'],
      isPublic: false,
    });
    expect(saidIn(body('progress', { note: 't1', open: true }), texts).isPublic).toBe(true);
  });

  test('an erased text says nothing, and whoever is not told the body sees nothing', () => {
    expect(saidIn(body('progress', { note: 't2' }), texts).text).toBeNull();
    expect(saidIn(undefined, texts)).toEqual({ text: null, files: [], isPublic: null });
  });
});

test('a step of the timetable is late only after its day is over', () => {
  expect(stepState({ on: '2026-11-24', doneAt: null }, '2026-11-24T15:00:00.000Z')).toBe('open');
  expect(stepState({ on: '2026-11-24', doneAt: null }, '2026-11-24T17:00:00.000Z')).toBe('late');
  expect(stepState({ on: '2026-11-24', doneAt: '2026-11-20T00:00:00.000Z' }, '2026-12-01T00:00:00.000Z')).toBe('done');
});

test('a ruling is shown while the unit it names has the task, a transfer is none', () => {
  const holding = { unit: 'heating', from: '2026-03-01T00:00:00.000Z', to: null, why: 'arbitrated', note: 'text-1' };
  expect(rulingOf({ holdings: [holding], owned: true })).toEqual(holding);
  expect(rulingOf({ holdings: [holding], owned: false })).toBeNull();
  expect(rulingOf({ holdings: [{ ...holding, why: 'takenOver' }], owned: true })).toBeNull();
  expect(rulingOf({ holdings: [], owned: true })).toBeNull();
});

test('of the ladder only what was sent because time is up is told, and to whom', () => {
  const rung = (severity: string, fired: boolean) => ({ name: severity, severity, at: null, fired });
  const fired = firedRungs([rung('blue', true), rung('red', true), rung('urge', true), rung('supervise', false)]);
  expect(fired.map(({ name }) => name)).toEqual(['red', 'urge']);
  expect(toldBy('blue', 'lead')).toEqual(['toldHandlers']);
  expect(toldBy('red', 'lead')).toEqual(['toldHandlers', 'toldLeader']);
  expect(toldBy('red', 'assist')).toContain('toldLead');
  expect(toldBy('supervise', 'lead')).toEqual(['toldLeader', 'toldUpper', 'toldDispatcher']);
});
