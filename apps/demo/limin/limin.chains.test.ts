import { describe, expect, test } from '@jest/globals';

import { chainProblems, inOrder } from '#workflows/sign-off';

import { LIFT_CHAIN } from './limin.chains.js';
import { DEPARTMENT_CODES } from './limin.units.js';

describe('the chain of a lift in the demo community', () => {
  test('has sixty steps with more than ninety seals, in an order that can be carried out', () => {
    expect(LIFT_CHAIN).toHaveLength(60);
    expect(LIFT_CHAIN.reduce((sum, { seals }) => sum + seals, 0)).toBeGreaterThan(90);
    expect(chainProblems(LIFT_CHAIN)).toEqual([]);
    expect(inOrder(LIFT_CHAIN)).toHaveLength(60);
  });

  test('names departments of the demo community only, by their codes or as tiers', () => {
    const known = [...DEPARTMENT_CODES, 'street', 'community'];
    expect(LIFT_CHAIN.filter(({ department }) => !known.includes(department))).toEqual([]);
  });

  test('ends with the lift being registered for use', () => {
    const needed = new Set(LIFT_CHAIN.flatMap(({ needs }) => needs));
    expect(LIFT_CHAIN.filter(({ id }) => !needed.has(id)).map(({ id }) => id)).toEqual(['register']);
  });
});
