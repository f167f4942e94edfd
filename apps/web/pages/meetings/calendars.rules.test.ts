import { describe, expect, test } from '@jest/globals';

import { dayKind, monthOf, type Calendar } from './calendars.rules.js';

const hours = [{ from: '09:00', to: '17:00' }];
const office: Calendar = {
  zone: 'Asia/Shanghai',
  roundTheClock: false,
  week: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours, saturday: [], sunday: [] },
  ordinaryDay: hours,
  confirmedYears: [2026],
  exceptions: [
    { date: '2026-02-17', open: false, label: '春节' },
    { date: '2026-02-28', open: true, label: '春节' },
  ],
};

describe('the year of an office', () => {
  test('a holiday and a make-up day come before what the weekday is', () => {
    expect(dayKind(office, '2026-02-17')).toEqual({ kind: 'holiday', label: '春节' });
    expect(dayKind(office, '2026-02-28')).toEqual({ kind: 'makeUp', label: '春节' });
    expect(dayKind(office, '2026-03-01').kind).toBe('off');
    expect(dayKind(office, '2026-03-02').kind).toBe('work');
  });

  test('a month begins under its weekday; February 2026 begins on a Sunday', () => {
    const days = monthOf(office, 2026, 2);
    expect(days.filter((day) => day === null)).toHaveLength(6);
    expect(days.at(-1)).toMatchObject({ date: '2026-02-28', day: 28, kind: 'makeUp' });
  });
});
