import { describe, expect, test } from '@jest/globals';

import { isClaimPeriod, nextVisitDue, VISIT_PRESET } from './visits.rules.js';

describe('the plan of visits', () => {
  test.each([
    ['red', '2026-03-02'],
    ['orange', '2026-03-08'],
    ['yellow', '2026-03-15'],
    ['blue', '2026-03-31'],
    ['green', '2026-05-31'],
  ] as const)('a %s household seen on the first of March is due on %s', (colour, due) => {
    expect(nextVisitDue(VISIT_PRESET.colours[colour], '2026-01-01', '2026-03-01')).toBe(due);
  });

  test('a household nobody has seen yet is due from the first day of the claim', () => {
    expect(nextVisitDue(VISIT_PRESET.colours.green, '2026-01-05', null)).toBe('2026-01-05');
  });
});

describe('a claim', () => {
  test.each([
    ['runs a year at most', '2026-01-01', '2027-01-02', true],
    ['and not a day more', '2026-01-01', '2027-01-03', false],
    ['does not end on the day it begins', '2026-01-01', '2026-01-01', false],
  ])('%s', (...[, from, to, allowed]) => {
    expect(isClaimPeriod({ from, to }, VISIT_PRESET)).toBe(allowed);
  });
});
