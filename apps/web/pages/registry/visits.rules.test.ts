import { describe, expect, test } from '@jest/globals';

import { daysBetween, mostUrgentFirst, urgencyOf, VISIT_SHAPES } from './visits.rules.js';

describe('visits', () => {
  test.each([
    ['2026-11-21', 'overdue'],
    ['2026-11-22', 'today'],
    ['2026-11-29', 'week'],
    ['2026-11-30', 'later'],
  ] as const)('due on %s are %s on 22 November', (due, urgency) => {
    expect(urgencyOf(due, '2026-11-22')).toBe(urgency);
  });
  test('count days over the end of a month and a year', () => {
    expect([daysBetween('2026-11-30', '2026-12-01'), daysBetween('2027-01-01', '2026-12-31')]).toEqual([1, -1]);
  });
  test('stand in the order in which they are due, then by number of the building', () => {
    const rows = [
      { due: '2026-11-23', address: '1号楼' },
      { due: '2026-11-22', address: '10号楼' },
      { due: '2026-11-22', address: '2号楼' },
    ];
    expect(mostUrgentFirst(rows).map(({ address }) => address)).toEqual(['2号楼', '10号楼', '1号楼']);
  });
  test('have a shape for each colour that no other colour has', () => {
    expect(new Set(Object.values(VISIT_SHAPES)).size).toBe(5);
  });
});
