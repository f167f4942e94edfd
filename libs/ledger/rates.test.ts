import { describe, expect, test } from '@jest/globals';

import { isSampleReached, leagueOf, percentOf, totalOf, type Counted } from './rates.rules.js';

const NONE = totalOf([]);
const group = (key: string | null, numerator: number, denominator: number): Counted => ({
  ...NONE,
  key,
  rates: {
    ...NONE.rates,
    onTime: { numerator, denominator, excluded: 1 },
    redo: { numerator, denominator, excluded: 0 },
  },
});
const places = (groups: Counted[], by: 'onTime' | 'redo' = 'onTime', least = 5) =>
  leagueOf(groups, { by, least }).map(({ key, rank }) => [key, rank]);

describe('a percent', () => {
  test.each([
    [0, 7, '0.0'],
    [1, 3, '33.3'],
    [2, 3, '66.7'],
    [1, 2000, '0.1'],
    [1, 2001, '0.0'],
    [7, 7, '100.0'],
    [1999, 2000, '100.0'],
  ])('of %i in %i is %s, half up, in integers', (numerator, denominator, percent) => {
    expect(percentOf({ numerator, denominator })).toBe(percent);
  });

  test('of nothing is none', () => {
    expect(percentOf({ numerator: 0, denominator: 0 })).toBeNull();
  });
});

describe('the call-back sample', () => {
  test.each([
    [0, 0, null],
    [0, 1, false],
    [1, 10, true],
    [1, 11, false],
    [2, 11, true],
  ])('of %i among %i is reached: %s', (called, callable, isReached) => {
    expect(isSampleReached({ called, callable })).toBe(isReached);
  });
});

describe('a league', () => {
  test('shares a place between equal fractions and leaves the next one out', () => {
    expect(places([group('a', 9, 10), group('b', 18, 20), group('c', 8, 10), group('d', 10, 10)])).toEqual([
      ['d', 1],
      ['a', 2],
      ['b', 2],
      ['c', 4],
    ]);
  });

  test('ranks nobody by too few cases, and nothing that has no owner', () => {
    expect(places([group('few', 4, 4), group('many', 1, 5), group(null, 9, 9)])).toEqual([
      ['many', 1],
      ['few', null],
    ]);
  });

  test('puts the least first where less is better', () => {
    expect(places([group('a', 3, 10), group('b', 1, 10)], 'redo')).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });

  test('compares fractions exactly, however large', () => {
    expect(places([group('a', 999_999, 1_000_000), group('b', 1_000_000, 1_000_001)])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });
});

test('a total adds numerators and denominators, never percents', () => {
  const { rates } = totalOf([group('a', 1, 2), group('b', 98, 100)]);
  expect(rates.onTime).toEqual({ numerator: 99, denominator: 102, excluded: 2 });
});
