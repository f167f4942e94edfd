import { describe, expect, test } from '@jest/globals';

import { OPINION_RULE } from './opinion.vocabulary.js';
import { drawPicture, groupOfAnswers } from './picture.rules.js';
import type { PersonAnswers } from './position-matrix.js';

/** Two camps of `size` that disagree on statements 1 to 5 and agree on 6 to 8; everybody passes on 9. */
function twoCamps(size: number, other = size): PersonAnswers[] {
  const statements = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const camp = (name: string, sign: number, count: number): PersonAnswers[] =>
    Array.from({ length: count }, (_, at) => ({
      person: `${name}${String(at).padStart(3, '0')}`,
      statements,
      // one in twenty passes on the first statement
      positions: statements.map((n) => (n === 9 || (n === 1 && at % 20 === 19) ? 0 : n > 5 ? 1 : sign)),
    }));
  return [...camp('a', 1, size), ...camp('b', -1, other)];
}

const shown = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const draw = (answers: PersonAnswers[], rule = OPINION_RULE) => drawPicture({ shown, answers }, rule);

describe('opinion groups', () => {
  test('are found where opinions divide, and what unites them where they do not', () => {
    const { picture, groupOf } = draw(twoCamps(30, 20));
    expect(picture.groups.map(({ name, people }) => [name, people])).toEqual([
      ['A', 30],
      ['B', 20],
    ]);
    expect(new Set([...groupOf].map(([person, group]) => `${person.slice(0, 1)}${String(group)}`))).toEqual(
      new Set(['a0', 'b1']),
    );
    expect(picture.united.map(({ statement, leans }) => [statement, leans])).toEqual([
      [6, 'agree'],
      [7, 'agree'],
      [8, 'agree'],
    ]);
  });

  test('are described by what they lean on more than others do', () => {
    const { groups } = draw(twoCamps(30)).picture;
    const [one, two] = groups.map(({ representative }) => representative.map(({ leans }) => leans));
    expect(new Set([...(one ?? []), ...(two ?? [])])).toEqual(new Set(['agree', 'disagree']));
    for (const { representative } of groups)
      for (const { statement } of representative) expect(statement).toBeLessThanOrEqual(5);
  });

  test('do not depend on the order in which answers were read', () => {
    const answers = twoCamps(20, 15);
    expect(draw(answers.toReversed()).picture).toEqual(draw(answers).picture);
  });

  test('keep their letters when the smaller one outgrows the other', () => {
    const before = draw(twoCamps(20, 15));
    const after = drawPicture({ shown, answers: twoCamps(20, 40) }, OPINION_RULE, before.model);
    expect(after.picture.groups.map(({ people }) => people)).toEqual([20, 40]);
  });

  test('are not made of people who have answered too little', () => {
    const newcomers = Array.from({ length: 12 }, (_, at) => ({
      person: `n${String(at)}`,
      statements: [1],
      positions: [1],
    }));
    const { picture, groupOf } = draw([...twoCamps(20), ...newcomers]);
    expect([picture.people, picture.placed, groupOf.has('n1')]).toEqual([52, 40, false]);
  });

  test('count whoever has answered all there is, while there are few statements', () => {
    const answers = twoCamps(12).map(({ person, positions }) => ({
      person,
      statements: [1, 2, 3],
      positions: positions.slice(0, 3),
    }));
    expect(drawPicture({ shown: [1, 2, 3], answers }, OPINION_RULE).picture.placed).toBe(24);
  });

  test('tell everybody their own group from their own answers', () => {
    const answers = twoCamps(20, 15);
    const { model, groupOf } = draw(answers);
    for (const own of answers) expect(groupOfAnswers(own, model, OPINION_RULE)).toBe(groupOf.get(own.person));
    expect(groupOfAnswers({ person: 'x', statements: [1], positions: [1] }, model, OPINION_RULE)).toBeNull();
  });
});

describe('nobody is singled out', () => {
  test('there is no group of fewer people than the rule allows', () => {
    expect(draw(twoCamps(30, 9)).picture.groups.every(({ people }) => people >= 10)).toBe(true);
    expect(draw(twoCamps(9)).picture.groups).toEqual([]);
  });

  test('below the least number nothing is shown at all', () => {
    const { picture } = draw(twoCamps(5, 4));
    expect([picture.people, picture.placed, picture.positions]).toEqual([null, 0, 0]);
    expect(picture.table.every(({ counts, byGroup }) => counts === null && byGroup === null)).toBe(true);
    expect([picture.united, picture.density]).toEqual([[], []]);
  });

  test('where one group is too small on a statement the others are kept back too: the sum would tell it', () => {
    const answers = twoCamps(30, 20).map((one) =>
      one.person.startsWith('b') && one.person > 'b004'
        ? { ...one, statements: one.statements.slice(1), positions: one.positions.slice(1) }
        : one,
    );
    const row = draw(answers).picture.table.find(({ statement }) => statement === 1);
    expect(row).toMatchObject({ counts: { seen: 35 }, byGroup: null });
  });

  test('names of people are nowhere in the picture or in what is kept for the next one', () => {
    const { picture, model } = draw(twoCamps(20));
    expect(JSON.stringify([picture, model])).not.toContain('a001');
  });
});

describe('no answers', () => {
  test.each([
    ['no statement', { shown: [], answers: [] }],
    ['nobody', { shown, answers: [] }],
    ['one person', { shown, answers: twoCamps(1, 0) }],
    ['all of one mind', { shown, answers: twoCamps(40, 0).map((one) => ({ ...one, positions: shown.map(() => 1) })) }],
  ])('%s: there are no groups and nothing fails', (_, given) => {
    expect(drawPicture(given, OPINION_RULE).picture.groups).toEqual([]);
  });

  test('what a single group agrees with is united all the same', () => {
    const answers = twoCamps(40, 0).map((one) => ({ ...one, positions: shown.map(() => 1) }));
    expect(drawPicture({ shown, answers }, OPINION_RULE).picture.united).toHaveLength(9);
  });
});
