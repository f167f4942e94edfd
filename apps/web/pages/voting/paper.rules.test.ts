import { describe, expect, test } from '@jest/globals';

import {
  ABSTAINING,
  choiceOf,
  linesOf,
  NOTHING_PICKED,
  pickedOf,
  presses,
  publishedPaper,
  scoresOf,
  uncast,
  withOption,
  withScore,
  type OwnUnit,
  type Question,
} from './paper.rules.js';

const option = (id: string) => ({ id, label: { zh: id, en: id } });
const options = ['A', 'B', 'C'].map(option);
const YES_NO: Question = { method: 'yesNo', options: [] };
const CONSENT: Question = { method: 'consent', options: [] };
const ONE: Question = { method: 'chooseOne', options };
const TWO: Question = { method: 'chooseUpTo', options, seats: 2, most: 2 };
const RANKED: Question = { method: 'ranked', options, ranking: 'schulze' };
const SCORE: Question = { method: 'score', options, scale: { min: 0, max: 5 } };

const pressed = (question: Question, ids: string[]) =>
  ids.reduce((picked, id) => withOption(question, picked, id), NOTHING_PICKED);

describe('what is pressed becomes a paper', () => {
  test.each([YES_NO, CONSENT, ONE, TWO, RANKED, SCORE])('of $method only when something was pressed', (question) => {
    expect(choiceOf(question, NOTHING_PICKED)).toBeNull();
  });

  test('for, against and abstaining answer a motion', () => {
    expect(choiceOf(YES_NO, { ...NOTHING_PICKED, vote: 'no' })).toEqual({ vote: 'no' });
    expect(choiceOf(CONSENT, { ...NOTHING_PICKED, vote: 'object' })).toEqual({ vote: 'object' });
    expect(choiceOf(YES_NO, ABSTAINING)).toEqual({ vote: 'abstain' });
  });

  test('abstaining from options is an empty paper', () => {
    expect(choiceOf(TWO, ABSTAINING)).toEqual({ options: [] });
    expect(choiceOf(RANKED, ABSTAINING)).toEqual({ order: [] });
    expect(choiceOf(SCORE, ABSTAINING)).toEqual({ scores: {} });
  });

  test('a single choice moves to what was pressed last', () => {
    expect(choiceOf(ONE, pressed(ONE, ['A', 'C']))).toEqual({ options: ['C'] });
  });

  test('a paper that is full takes no further option, and one that is pressed again leaves it', () => {
    expect(pressed(TWO, ['A', 'B', 'C']).options).toEqual(['A', 'B']);
    expect(pressed(TWO, ['A', 'B', 'A', 'C']).options).toEqual(['B', 'C']);
  });

  test('a ranking is the order of pressing; whoever leaves it lets the others move up', () => {
    expect(choiceOf(RANKED, pressed(RANKED, ['C', 'A', 'B', 'C']))).toEqual({ order: [['A'], ['B']] });
  });

  test('pressing an option ends an abstention', () => {
    expect(withOption(TWO, ABSTAINING, 'A')).toEqual({ ...NOTHING_PICKED, options: ['A'] });
    expect(withScore(ABSTAINING, 'A', 3)).toEqual({ ...NOTHING_PICKED, scores: { A: 3 } });
  });

  test('a score is replaced by another and taken back by the same', () => {
    const four = withScore(withScore(NOTHING_PICKED, 'A', 3), 'A', 4);
    expect(choiceOf(SCORE, four)).toEqual({ scores: { A: 4 } });
    expect(choiceOf(SCORE, withScore(four, 'A', 4))).toBeNull();
    expect(scoresOf({ min: -1, max: 2 })).toEqual([-1, 0, 1, 2]);
  });
});

describe('a paper in words', () => {
  test.each([
    [YES_NO, { vote: 'yes' }, [{ word: 'yes' }]],
    [YES_NO, { vote: 'abstain' }, [{ word: 'abstain' }]],
    [TWO, { options: [] }, [{ word: 'abstain' }]],
    [
      TWO,
      { options: ['B', 'A'] },
      [
        { word: 'chosen', option: 'B' },
        { word: 'chosen', option: 'A' },
      ],
    ],
    [
      RANKED,
      { order: [['C'], ['A']] },
      [
        { word: 'placed', option: 'C', n: 1 },
        { word: 'placed', option: 'A', n: 2 },
      ],
    ],
    [
      SCORE,
      { scores: { C: 1, A: 5 } },
      [
        { word: 'scored', option: 'A', n: 5 },
        { word: 'scored', option: 'C', n: 1 },
      ],
    ],
    [YES_NO, { void: true }, [{ word: 'void' }]],
    [YES_NO, null, []],
  ] as const)('%j %j', (question, choice, lines) => {
    expect(linesOf(question as Question, choice)).toEqual(lines);
  });

  test('is read from its published line; a state nobody knows is not called counted', () => {
    expect(publishedPaper('{"choice":{"vote":"no"},"state":"counted"}')).toEqual({
      state: 'counted',
      choice: { vote: 'no' },
    });
    expect(publishedPaper('{"state":"else"}').state).toBe('setAside');
  });

  test('is begun again from what it said', () => {
    for (const choice of [{ vote: 'no' }, { options: ['A'] }, { options: [] }])
      expect(choiceOf('vote' in choice ? YES_NO : TWO, pickedOf(choice))).toEqual(choice);
    expect(choiceOf(RANKED, pickedOf({ order: [['B'], ['A']] }))).toEqual({ order: [['B'], ['A']] });
    expect(choiceOf(SCORE, pickedOf({ scores: { A: 2 } }))).toEqual({ scores: { A: 2 } });
  });
});

describe('what somebody has to do', () => {
  const unit = (entry: string, state: OwnUnit['state']): OwnUnit => ({
    entry,
    state,
    weights: { heads: 1 },
    doors: [],
    contested: false,
    castAt: null,
    channel: null,
    revision: null,
    isYours: false,
    choice: null,
  });

  test('a paper taken back, or none, can be cast; one that was set aside is settled first', () => {
    const units = [unit('A', 'none'), unit('B', 'counted'), unit('C', 'withdrawn'), unit('D', 'setAside')];
    expect(uncast(units).map(({ entry }) => entry)).toEqual(['A', 'C']);
  });

  test('a motion needs four presses, and eight even when four flats are left out', () => {
    expect(presses(YES_NO)).toBe(4);
    expect(presses(YES_NO, { leftOut: 4 })).toBe(8);
    expect(presses(TWO)).toBe(5);
    expect(presses(RANKED)).toBe(6);
  });
});
