import { describe, expect, test } from '@jest/globals';

import {
  amountOf,
  certificateOf,
  daysLeft,
  fractionInChinese,
  fractionWord,
  missing,
  percent,
  slicesOf,
  threshold,
} from './rule.rules.js';

const fraction = (numerator: number, denominator: number, inclusive = true) => ({ numerator, denominator, inclusive });

describe('a rule in words', () => {
  test.each([
    [fraction(1, 2, false), 'moreThanHalf', '二分之一'],
    [fraction(2, 3), 'atLeast', '三分之二'],
    [fraction(3, 4), 'atLeast', '四分之三'],
    [fraction(3, 5, false), 'moreThan', '五分之三'],
    [fraction(1, 1), 'all', '一分之一'],
    [fraction(7, 13), 'atLeast', '13分之七'],
  ])('%j', (given, word, chinese) => {
    expect([fractionWord(given), fractionInChinese(given)]).toEqual([word, chinese]);
  });
});

describe('what a ballot came to', () => {
  test('an area is shown in square metres, heads as they are', () => {
    expect([amountOf('area', 8683), amountOf('heads', 36)]).toEqual([87, 36]);
  });

  test('what is missing is what is needed less what is there', () => {
    const comparison = { fraction: fraction(3, 4), part: 22, whole: 31, needed: 24, met: false };
    expect(missing(comparison)).toBe(2);
    expect(missing({ ...comparison, part: 24, met: true })).toBe(0);
  });

  test('a share is never rounded up to what would be enough', () => {
    expect(percent(6666, 10_000)).toBe(66.6);
    expect(percent(2, 3)).toBe(66.6);
    expect(percent(1, 0)).toBe(0);
    expect(threshold(fraction(2, 3))).toBeCloseTo(66.67, 2);
  });

  test('the slices are everybody on the roll', () => {
    const slices = slicesOf({ total: 36, participating: 31, yes: 22, no: 6, abstain: 3, void: 0 });
    expect(slices.map(({ key, value }) => [key, value])).toEqual([
      ['yes', 22],
      ['no', 6],
      ['abstain', 3],
      ['void', 0],
      ['notVoted', 5],
    ]);
    expect(slices.reduce((sum, { value }) => sum + value, 0)).toBe(36);
  });

  test('only a decision has a certificate', () => {
    expect(certificateOf(null)).toBeNull();
    expect(certificateOf({ kind: 'refused', refusal: {} })).toBeNull();
    expect(certificateOf({ kind: 'decided', certificate: { verdict: 'passed' } })).toEqual({ verdict: 'passed' });
  });

  test('days left count today', () => {
    const now = Date.parse('2026-11-22T08:00:00Z');
    expect(daysLeft('2026-11-22T09:00:00Z', now)).toBe(1);
    expect(daysLeft('2026-11-24T07:00:00Z', now)).toBe(2);
    expect(daysLeft('2026-11-22T07:00:00Z', now)).toBe(0);
  });
});
