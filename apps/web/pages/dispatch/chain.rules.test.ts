import { describe, expect, test } from '@jest/globals';

import { daysSince, inYuan, linesShown, percentOf, runsOutSoon, countStates, heldFirst } from './chain.rules.js';

const NOW = Date.parse('2026-11-22T09:00:00.000Z');

describe('steps of a chain', () => {
  const signed = { id: 'a', state: 'signed', hand: 'nobody', onCriticalPath: true };
  const held = { id: 'b', state: 'pending', hand: 'department', onCriticalPath: false };
  const waiting = { id: 'c', state: 'waiting', hand: 'nobody', onCriticalPath: true };
  const lines = [signed, held, waiting];

  test('what is open, what somebody holds, what lies on the longest line', () => {
    expect(linesShown(lines, 'all')).toEqual(lines);
    expect(linesShown(lines, 'open')).toEqual([held, waiting]);
    expect(linesShown(lines, 'held')).toEqual([held]);
    expect(linesShown(lines, 'critical')).toEqual([signed, waiting]);
  });

  test('a hand has held it for whole days', () => {
    expect(daysSince('2026-11-20T10:00:00.000Z', NOW)).toBe(1);
    expect(daysSince('2026-11-23T10:00:00.000Z', NOW)).toBe(0);
  });

  test('a signature that lasts runs out never, one of this month soon', () => {
    expect(runsOutSoon(null, NOW)).toBe(false);
    expect(runsOutSoon('2026-12-01', NOW)).toBe(true);
    expect(runsOutSoon('2027-06-01', NOW)).toBe(false);
  });
});

test('money is shown in yuan, fen only where there are some', () => {
  expect(inYuan(48000000)).toBe('480,000');
  expect(inYuan(1234)).toBe('12.34');
});

test('all is said only when it is all', () => {
  expect(percentOf(999, 1000)).toBe(99);
  expect(percentOf(0, 0)).toBe(0);
  expect(percentOf(5, 5)).toBe(100);
});

test('steps are counted by how they stand, what is done first', () => {
  const steps = [{ state: 'waiting' }, { state: 'signed' }, { state: 'open' }, { state: 'signed' }];
  expect(countStates(steps)).toEqual([
    { state: 'signed', n: 2 },
    { state: 'open', n: 1 },
    { state: 'waiting', n: 1 },
  ]);
});

test('of what is in somebody’s hand the late comes first, then what misses papers, then the longest held', () => {
  const held = (since: string, more: { overdue?: boolean; missing?: string[] } = {}) => ({
    ...{ overdue: false, missing: [], since },
    ...more,
  });
  const [early, bare, late, later] = [
    held('2026-03-01'),
    held('2026-03-04', { missing: ['图纸'] }),
    held('2026-03-05', { overdue: true }),
    held('2026-03-06'),
  ];
  expect(heldFirst([later, bare, early, late])).toEqual([late, bare, early, later]);
});
