import { expect, test } from '@jest/globals';

import { localDate } from '../../app/clock.js';
import { instantOf, spanOf, turnsOn, weekOf } from './duty.rules.js';

const SUNDAY = Date.parse('2026-11-22T09:00:00.000Z');

test('a week begins on Monday, also for whoever looks on a Sunday', () => {
  expect(weekOf(SUNDAY, 0)).toEqual([
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ]);
  expect(weekOf(SUNDAY, 1)[0]).toBe('2026-11-23');
});

test('the day is that of the communities, not that of Greenwich', () => {
  expect(localDate(Date.parse('2026-11-22T17:00:00.000Z'))).toBe('2026-11-23');
  expect(spanOf(['2026-11-22'])).toEqual({ from: '2026-11-21T16:00:00.000Z', to: '2026-11-22T16:00:00.000Z' });
});

test('a night that begins in the evening belongs to the day it begins on', () => {
  const night = { startsAt: '2026-11-22T10:00:00.000Z', line: 1 };
  expect(turnsOn([night], { day: '2026-11-22', line: 1 })).toEqual([night]);
  expect(turnsOn([night], { day: '2026-11-23', line: 1 })).toEqual([]);
  expect(turnsOn([night], { day: '2026-11-22', line: 2 })).toEqual([]);
});

test('what is entered is read by the clock of the communities', () => {
  expect(instantOf('2026-11-22T18:00')).toBe('2026-11-22T10:00:00.000Z');
  expect(instantOf('')).toBeNull();
});
