import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow } from '#libs/engine';
import { CaseWalk, explore } from '#libs/testing/walk';

import { deliberationWorkflow } from './index.js';

const INPUT = { issue: 'issue-1', unit: 'limin', title: 'text-title', decides: 'residents', round: 1 };
const open = (): CaseWalk => CaseWalk.start(deliberationWorkflow, { input: INPUT });
const drafted = (): CaseWalk => open().act('draftMeasure', { text: 'text-lamp' }, 'del');
const CONTEST = { person: 'wu', text: 't' };
const contested = (): CaseWalk => drafted().act('contestInterest', CONTEST, 'res');
const refusers = (walk: CaseWalk, act: string, ...by: [input?: Record<string, never> | object, person?: string]) =>
  walk.refused(act, { ...by[0] }, by[1]).because.map(({ guard }) => guard);

describe('gathering', () => {
  test('ends when the coordinator says it is ready', () => {
    const walk = drafted().act('giveOpinion', { text: 'text-law' }, 'adv').act('conclude', {}, 'coo');
    expect(walk.stored.status).toBe('done');
    expect(walk.output).toEqual({ measures: ['text-lamp'], opinions: ['text-law'], recused: [], disputed: false });
  });

  test('is not ready without a measure', () => {
    expect(refusers(open(), 'conclude')).toEqual(['hasMeasure']);
  });

  test('ends by itself when its time is over and a measure is there', () => {
    expect(drafted().due('gathering').output).toMatchObject({ measures: ['text-lamp'] });
  });

  test('gets a short time more when the measure is missing, then goes on without', () => {
    const walk = open().due('gathering');
    expect(walk.value).toEqual({ open: 'overdue' });
    expect(walk.fork().act('draftMeasure', { text: 't' }).act('conclude').output).toMatchObject({ measures: ['t'] });
    expect(walk.due('overdue').output).toMatchObject({ measures: [] });
  });

  test('keeps the last stance of everybody', () => {
    const walk = open()
      .act('speak', { text: 't1', stance: 'for' }, 'ann')
      .act('speak', { text: 't2', stance: 'against' }, 'ann');
    expect(walk.context['statements']).toEqual([{ person: 'ann', text: 't2', stance: 'against' }]);
  });

  test('ends when the issue no longer needs it', () => {
    expect(open().cancel().stored).toMatchObject({ status: 'cancelled', clocks: {} });
  });
});

describe('measures', () => {
  test('are ranked by their backers, then by age', () => {
    const walk = drafted().act('draftMeasure', { text: 'text-sensor' }).act('draftMeasure', { text: 'text-paint' });
    walk
      .act('backMeasure', { measure: 3 }, 'd1')
      .act('backMeasure', { measure: 3 }, 'd1')
      .act('backMeasure', { measure: 3 }, 'd2');
    walk.act('backMeasure', { measure: 2 }, 'd1');
    expect(walk.act('conclude').output).toMatchObject({ measures: ['text-paint', 'text-sensor', 'text-lamp'] });
  });

  test('are dropped by their author only, and their numbers are never used again', () => {
    const walk = drafted();
    expect(refusers(walk, 'dropMeasure', { measure: 1 }, 'other')).toEqual(['isOwnMeasure']);
    walk.act('dropMeasure', { measure: 1 }, 'del').act('draftMeasure', { text: 't' });
    expect(walk.context['measures']).toMatchObject([{ number: 2 }]);
    expect(refusers(walk, 'backMeasure', { measure: 1 })).toEqual(['isKnownMeasure']);
  });

  test('are limited', () => {
    const walk = open();
    for (let number = 0; number < 10; number += 1) walk.act('draftMeasure', { text: 't' });
    expect(refusers(walk, 'draftMeasure', { text: 't' })).toEqual(['mayDraftMore']);
  });
});

describe('interests', () => {
  test('a member who declares one leaves the base of the item', () => {
    const walk = drafted().act('declareInterest', { text: 't' }, 'wu');
    expect(walk.parties).toEqual([{ relation: 'recused', person: 'wu' }]);
    expect(walk.act('conclude').output).toMatchObject({ recused: ['wu'] });
  });

  test('a contested one is decided by the chair, never by the member, before the item is ready', () => {
    const walk = contested();
    expect(refusers(walk, 'conclude')).toEqual(['areInterestsDecided']);
    expect(refusers(walk, 'decideRecusal', { person: 'wu', recused: false, text: 't' }, 'wu')).toEqual([
      'isContestOfAnother',
    ]);
    walk.act('decideRecusal', { person: 'wu', recused: false, text: 't' }, 'chair');
    expect(walk.act('conclude').output).toMatchObject({ recused: [] });
  });

  test('a member the chair recuses stays out', () => {
    const walk = contested().act('decideRecusal', { person: 'wu', recused: true, text: 't' }, 'chair');
    expect(walk.act('conclude').output).toMatchObject({ recused: ['wu'] });
  });

  test('nobody is contested twice', () => {
    expect(refusers(contested(), 'contestInterest', CONTEST)).toEqual(['isOpenToContest']);
    expect(refusers(drafted(), 'decideRecusal', { person: 'wu', recused: true, text: 't' })).toEqual([
      'isContestOfAnother',
    ]);
  });

  test('whoever is still contested when time is over stays out', () => {
    const walk = contested().due('gathering');
    expect(walk.value).toEqual({ open: 'overdue' });
    expect(walk.due('overdue').output).toMatchObject({ recused: ['wu'] });
  });
});

describe('strong objection', () => {
  test('by enough people makes the item disputed; one person counts once', () => {
    const walk = drafted();
    for (const person of ['a', 'b', 'b']) walk.act('objectStrongly', { text: 't' }, person);
    expect(walk.fork().act('conclude').output).toMatchObject({ disputed: false });
    expect(walk.act('objectStrongly', { text: 't' }, 'c').act('conclude').output).toMatchObject({ disputed: true });
  });
});

describe('the chart of a deliberation', () => {
  test('follows the rules of the linter', () => {
    expect(lintWorkflow(registerWorkflow(deliberationWorkflow))).toEqual([]);
  });

  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    const found = explore(open(), {
      acts: {
        ...Object.fromEntries(
          Object.keys(deliberationWorkflow.acts).map((act) => [act, [{ text: 't', stance: 'for' }]]),
        ),
        contestInterest: [CONTEST],
        decideRecusal: [{ ...CONTEST, recused: true }],
        backMeasure: [{ measure: 1 }],
        dropMeasure: [{ measure: 1 }],
        conclude: [{}],
      },
      situation: ({ context }) =>
        JSON.stringify([context['measures'] instanceof Array && context['measures'].length > 0, context['interests']]),
    });
    expect(found.faults).toEqual([]);
    expect([...found.acts].sort()).toEqual(Object.keys(deliberationWorkflow.acts).sort());
    expect([...found.leaves].sort()).toEqual(['cancelled', 'open.gathering', 'open.overdue', 'ready']);
  });
});
