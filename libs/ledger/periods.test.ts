import { describe, expect, test } from '@jest/globals';

import { periodNamed, periodOf, periodsEnded } from './periods.rules.js';

describe('a period', () => {
  test.each([
    ['week', '2026-03-04', '2026-W10', '2026-03-02', '2026-03-08'],
    ['week', '2027-01-01', '2026-W53', '2026-12-28', '2027-01-03'],
    ['month', '2024-02-10', '2024-02', '2024-02-01', '2024-02-29'],
    ['month', '2026-12-31', '2026-12', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-05-01', '2026-Q2', '2026-04-01', '2026-06-30'],
    ['quarter', '2026-10-01', '2026-Q4', '2026-10-01', '2026-12-31'],
  ] as const)('%s of %s is %s: %s to %s', (...[period, day, name, from, to]) => {
    expect(periodOf(period, day)).toEqual({ period, name, from, to });
    expect(periodNamed(name)).toEqual({ period, name, from, to });
  });

  test.each(['2026', '2026-13', '2026-Q5', '2026-W54', 'x'])('is not named %s', (name) => {
    expect(periodNamed(name)).toBeNull();
  });
});

test('what comes in on days off stands in the digest of the next working day', () => {
  const isWorkingDay = (day: string): boolean => !['2026-03-07', '2026-03-08'].includes(day);
  const days = periodsEnded('2026-03-06', '2026-03-10', isWorkingDay).filter(({ period }) => period === 'day');
  expect(days.map(({ name, from, to }) => [name, from, to])).toEqual([
    ['2026-03-06', '2026-03-06', '2026-03-06'],
    ['2026-03-09', '2026-03-07', '2026-03-09'],
  ]);
});

test('a period has ended when its last day is over, not before', () => {
  const names = (today: string) => periodsEnded('2026-03-30', today, () => true).map(({ name }) => name);
  expect(names('2026-03-31')).toEqual(['2026-03-30']);
  expect(names('2026-04-01')).toEqual(['2026-03-30', '2026-03-31', '2026-03', '2026-Q1']);
});
