import { describe, expect, test } from '@jest/globals';

import { answeredCount, circlesOf, dividing, nextAsked, shares, type Asked, type Position } from './opinion.rules.js';

const asked = (number: number, position: Position | null = null): Asked => ({
  number,
  text: `观点${number}`,
  position,
  isMine: false,
});
const counts = (agree: number, disagree: number, pass = 0) => ({
  seen: agree + disagree + pass,
  agree,
  disagree,
  pass,
});

describe('answering one by one', () => {
  const rows = [asked(4), asked(5), asked(1, 1)];

  test('goes to the next that was not answered, here or before', () => {
    expect(nextAsked(rows, new Map())?.number).toBe(4);
    expect(nextAsked(rows, new Map([[4, 0]]))?.number).toBe(5);
    expect(
      nextAsked(
        rows,
        new Map<number, Position>([
          [4, 0],
          [5, -1],
        ]),
      ),
    ).toBeNull();
  });

  test('counts what was answered in this sitting at once, and never twice', () => {
    const list = { rows, total: 3, unanswered: 2 };
    expect(answeredCount(list, new Map())).toBe(1);
    expect(answeredCount(list, new Map([[4, 1]]))).toBe(2);
    expect(answeredCount({ rows: [asked(4, 1), ...rows.slice(1)], total: 3, unanswered: 1 }, new Map([[4, 1]]))).toBe(
      2,
    );
  });
});

describe('the picture', () => {
  const row = (statement: number, byGroup: ReturnType<typeof counts>[] | null) => ({
    statement,
    text: '',
    counts: byGroup === null ? null : counts(1, 1),
    byGroup,
  });

  test('shares are of those who have seen it, rounded down', () => {
    expect(shares(counts(2, 1))).toEqual({ agree: 66, disagree: 33 });
    expect(shares(counts(0, 0))).toEqual({ agree: 0, disagree: 0 });
  });

  test('what divides has one group for it and another against; what all answer alike, or is hidden, does not', () => {
    const table = [
      row(1, [counts(20, 2), counts(2, 20)]),
      row(2, [counts(20, 2), counts(21, 1)]),
      row(3, null),
      row(4, [counts(22, 0), counts(0, 22)]),
    ];
    expect(dividing({ table }).map(({ statement }) => statement)).toEqual([4, 1]);
    expect(dividing({ table }, 1)).toHaveLength(1);
  });

  test('groups stay inside the square and larger ones are larger', () => {
    const group = (name: string, people: number, centre: number[]) => ({
      name,
      people,
      centre,
      representative: [],
    });
    const circles = circlesOf({ groups: [group('A', 30, [-2, 0]), group('B', 10, [2, 1])] });
    for (const { x, y, r } of circles) {
      expect(Math.min(x - r, y - r)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x + r, y + r)).toBeLessThanOrEqual(100);
    }
    expect(circles[0]?.r).toBeGreaterThan(circles[1]?.r ?? Infinity);
    expect(circlesOf({ groups: [] })).toEqual([]);
  });
});
