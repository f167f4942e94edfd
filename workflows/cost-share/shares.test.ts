import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { apportion, coefficientOf, sharesOf, type FloorRule } from './shares.rules.js';

const RULE: FloorRule = {
  floors: [
    { floor: 1, coefficient: 0 },
    { floor: 2, coefficient: 50 },
    { floor: 3, coefficient: 100 },
  ],
  stepAbove: 25,
  by: 'flat',
};

describe('the share of a floor', () => {
  test.each([
    [1, 0],
    [2, 50],
    [3, 100],
    [4, 125],
    [6, 175],
    [-1, 0],
  ])('floor %i has the coefficient %i', (floor, coefficient) => {
    expect(coefficientOf(RULE, floor)).toBe(coefficient);
  });

  test('is nothing for the ground floor, and the same for two flats of one floor', () => {
    const flats = [1, 1, 2, 2, 3, 3].map((floor, index) => ({ flat: `1-${String(index)}`, floor, area: 0 }));
    expect(sharesOf(30_000_000, flats, RULE)).toEqual([0, 0, 5_000_000, 5_000_000, 10_000_000, 10_000_000]);
  });

  test('follows the area where the rule says so', () => {
    const flats = [6_000, 9_000].map((area, index) => ({ flat: String(index), floor: 3, area }));
    expect(sharesOf(1_000, flats, { ...RULE, by: 'area' })).toEqual([400, 600]);
  });

  test('is no share at all where only those who pay nothing are there', () => {
    expect(sharesOf(1_000, [{ flat: '1-101', floor: 1, area: 0 }], RULE)).toBeNull();
  });
});

describe('a total that is split', () => {
  const weights = fc
    .array(fc.nat(1_000_000), { minLength: 1, maxLength: 60 })
    .filter((all) => all.some((one) => one > 0));

  test('is never a fen more or less, whatever the weights', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000_000), weights, (total, all) => {
        expect(apportion(total, all)?.reduce((sum, share) => sum + share, 0)).toBe(total);
      }),
    );
  });

  test('gives everybody their exact share to within one fen, nothing to weight zero, and never less to more', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000_000), weights, (total, all) => {
        const shares = apportion(total, all) ?? [];
        const sum = all.reduce((one, other) => one + BigInt(other), 0n);
        for (const [index, weight] of all.entries()) {
          const share = BigInt(shares[index] ?? -1);
          const distance = share * sum - BigInt(total) * BigInt(weight);
          expect(distance > -sum && distance < sum).toBe(true);
          if (weight === 0) expect(share).toBe(0n);
        }
        for (const [one, weight] of all.entries())
          for (const [other, another] of all.entries())
            if (weight > another) expect(shares[one] ?? 0).toBeGreaterThanOrEqual(shares[other] ?? 0);
      }),
      { numRuns: 50 },
    );
  });

  test('gives what is left over to the first of equals', () => {
    expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
  });
});
