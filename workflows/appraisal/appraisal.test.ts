import { describe, expect, test } from '@jest/globals';

import type { AccountLine } from '#libs/contract';
import { lintWorkflow, registerWorkflow, type JsonObject } from '#libs/engine';
import { CaseWalk, explore, JournalScript } from '#libs/testing/walk';

import { appraisalAccount, appraisalWorkflow } from './index.js';

const ROUND = {
  unit: 'district',
  title: 'text-q1',
  period: '2026-Q1',
  streets: ['s1', 's2'],
  departments: ['water', 'roads'],
};
const SCORES = { response: 8, quality: 7, cooperation: 9, attitude: 10 };
const word = (street: string, department: string, scores: JsonObject = SCORES): JsonObject => ({
  ...{ street, department, scores, remark: 'text-remark' },
});

const opened = (): CaseWalk =>
  CaseWalk.start(appraisalWorkflow, { input: ROUND, caseId: 'appraisal-1', starter: 'district-leader' });
const spoken = (): CaseWalk =>
  opened()
    .act('appraise', word('s1', 'water'), 'l1')
    .act('appraise', word('s1', 'roads'), 'l1')
    .act('appraise', word('s2', 'water'), 'l2')
    .act('appraise', word('s2', 'roads'), 'l2');
const refusers = (walk: CaseWalk, act: string, input: JsonObject): string[] =>
  walk.refused(act, input).because.map(({ guard }) => guard);

describe('streets', () => {
  test('that have all spoken on every department let the departments comment, and then it is published', () => {
    const walk = spoken();
    expect(walk.value).toBe('commenting');
    walk
      .act('comment', { department: 'water', text: 'text-thanks' })
      .act('comment', { department: 'roads', text: 't' });
    expect(walk.output).toEqual({ result: 'published', appraisals: 4, pointsMost: 40, silent: [] });
    expect(walk.summary.visibility).toBe('public');
  });

  test('that leave a department out are named as silent, and nobody speaks for them', () => {
    const walk = opened().act('appraise', word('s1', 'water'), 'l1').due('appraising').due('commenting');
    expect(walk.output).toEqual({ result: 'published', appraisals: 1, pointsMost: 40, silent: ['s1', 's2'] });
  });

  test('may speak again until the end: the last word counts', () => {
    const walk = opened()
      .act('appraise', word('s1', 'water'))
      .act('appraise', word('s1', 'water', { ...SCORES, quality: 1 }));
    expect(walk.context['appraisals']).toMatchObject([{ scores: { quality: 1 } }]);
  });

  test.each([
    ['a street that is not asked', word('s9', 'water'), 'isOfThisRound'],
    ['a department that is not appraised', word('s1', 'parks'), 'isOfThisRound'],
    ['too many points', word('s1', 'water', { ...SCORES, quality: 11 }), 'scoresEach'],
    ['a criterion that is left out', word('s1', 'water', { response: 1, quality: 1, cooperation: 1 }), 'scoresEach'],
    ['a criterion nobody has named', word('s1', 'water', { ...SCORES, beauty: 3 }), 'scoresEach'],
  ])('are refused %s', (...[, input, guard]) => {
    expect(refusers(opened(), 'appraise', input)).toEqual([guard]);
  });
});

describe('departments', () => {
  test('comment once each, and only those that were appraised', () => {
    const walk = spoken().act('comment', { department: 'water', text: 't' });
    expect(refusers(walk, 'comment', { department: 'water', text: 't' })).toEqual(['isFirstComment']);
    expect(refusers(walk, 'comment', { department: 'parks', text: 't' })).toEqual(['isFirstComment']);
  });

  test('do not appraise', () => {
    expect(appraisalWorkflow.acts['appraise']?.who.every(({ not }) => not?.includes('department'))).toBe(true);
  });
});

test('its account has every last word, the comments and the silent', () => {
  const script = JournalScript.start('04-02T09:00', ROUND)
    .act('04-03T09:00', 'appraise', word('s1', 'water', { ...SCORES, quality: 1 }))
    .act('04-04T09:00', 'appraise', word('s1', 'water'))
    .act('04-20T09:00', 'comment', { department: 'water', text: 'text-thanks' })
    .clock('04-28T09:00', 'commenting', {
      ended: { result: 'published', appraisals: 1, pointsMost: 40, silent: ['s2'] },
    });
  expect(appraisalAccount(script.lines as unknown as AccountLine[])).toMatchObject({
    period: '2026-Q1',
    appraisals: [{ street: 's1', department: 'water', scores: SCORES }],
    silent: ['s2'],
    comments: { water: 'text-thanks' },
    pointsMost: 40,
    publishedAt: '2026-04-28T09:00:00.000Z',
  });
});

describe('every way through an appraisal', () => {
  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    const found = explore(opened(), {
      acts: {
        appraise: [word('s1', 'water'), word('s1', 'roads'), word('s2', 'water'), word('s2', 'roads')],
        comment: [{ department: 'water', text: 't' }],
      },
      persons: ['l1'],
      situation: ({ context }) =>
        JSON.stringify([(context['appraisals'] as unknown[]).length, (context['comments'] as unknown[]).length]),
    });
    expect(found.faults).toEqual([]);
    expect([...found.acts].sort()).toEqual(Object.keys(appraisalWorkflow.acts).sort());
    expect([...found.leaves].sort()).toEqual(['appraising', 'cancelled', 'commenting', 'published']);
  }, 60_000);

  test('follows the rules of the linter', () => {
    expect(lintWorkflow(registerWorkflow(appraisalWorkflow))).toEqual([]);
  });
});
