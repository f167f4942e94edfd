import { describe, expect, test } from '@jest/globals';

import { always, local, office, wall } from './testing/calendars.js';
import {
  armClock,
  defineCalendar,
  dueOf,
  isOpen,
  localDate,
  nextOpen,
  openMsBetween,
  periodEnd,
  presetCalendars,
  WEEKDAYS,
  yearsWithHolidayPlan,
} from './index.js';
import type { Calendar, CalendarDefinition } from './index.js';

const HOUR = 3_600_000;
const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
const PLAIN: CalendarDefinition = { name: 'plain', zone: 'Europe/Berlin', week: { monday: NINE_TO_FIVE } };

function defined(change: object): Calendar {
  return defineCalendar({ ...PLAIN, ...change });
}

describe('a calendar', () => {
  test.each<[string, object, string]>([
    ['no open time', { week: {} }, 'calendar.no_open_time'],
    ['only empty weekdays', { week: { monday: [] } }, 'calendar.no_open_time'],
    [
      'exceptions instead of a week',
      { week: {}, overrides: [{ date: '2026-06-08', open: true, intervals: NINE_TO_FIVE }] },
      'calendar.no_open_time',
    ],
    ['an empty ordinary day', { ordinaryDay: [] }, 'calendar.no_open_time'],
    ['an offset for a zone', { zone: '+08:00' }, 'calendar.zone_invalid'],
    ['an offset by name', { zone: 'UTC+8' }, 'calendar.zone_invalid'],
    ['a zone nobody knows', { zone: 'Asia/Chongchuan' }, 'calendar.zone_invalid'],
    ['no zone', { zone: undefined }, 'calendar.zone_invalid'],
    ['no name', { name: '' }, 'calendar.name_invalid'],
    ['a day of no length', { week: { monday: [{ from: '09:00', to: '09:00' }] } }, 'calendar.interval_invalid'],
    [
      'a day that ends before it begins',
      { week: { monday: [{ from: '22:00', to: '06:00' }] } },
      'calendar.interval_invalid',
    ],
    ['25 o’clock', { week: { monday: [{ from: '09:00', to: '25:00' }] } }, 'calendar.interval_invalid'],
    ['hours without minutes', { week: { monday: [{ from: '9', to: '17' }] } }, 'calendar.interval_invalid'],
    [
      'overlapping hours',
      { week: { monday: [...NINE_TO_FIVE, { from: '16:00', to: '18:00' }] } },
      'calendar.interval_invalid',
    ],
    ['an eighth weekday', { week: { someday: NINE_TO_FIVE } }, 'calendar.interval_invalid'],
    ['a date that is none', { overrides: [{ date: '2026-02-30', open: false }] }, 'calendar.override_invalid'],
    [
      'a day both open and closed',
      {
        overrides: [
          { date: '2026-02-14', open: false },
          { date: '2026-02-14', open: true },
        ],
      },
      'calendar.override_invalid',
    ],
    [
      'hours on a closed day',
      { overrides: [{ date: '2026-02-14', open: false, intervals: NINE_TO_FIVE }] },
      'calendar.override_invalid',
    ],
    [
      'an opened day without hours',
      { overrides: [{ date: '2026-02-14', open: true, intervals: [] }] },
      'calendar.override_invalid',
    ],
    ['a confirmed year in words', { confirmedYears: ['2026'] }, 'calendar.year_invalid'],
    ['both a week and round the clock', { roundTheClock: true }, 'calendar.contradictory'],
    ['days that end somehow', { dayPeriods: { ends: 'noon', rolls: true } }, 'calendar.day_period_invalid'],
  ])('with %s is refused', (_, change, code) => {
    expect(() => defined(change)).toThrow(expect.objectContaining({ name: 'CalendarError', code }));
  });

  test('survives JSON and is the same when defined again', () => {
    for (const calendar of [office, always, defined({ confirmedYears: [2027, 2026, 2026] })]) {
      expect(defineCalendar(JSON.parse(JSON.stringify(calendar)) as Calendar)).toEqual(calendar);
    }
  });

  test('that was not defined is checked when it is used', () => {
    const invented = { ...office, week: { ...office.week, monday: [] }, overrides: [] };
    const empty = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, []]));
    expect(localDate(invented, '2026-06-08T00:00:00.000Z')).toBe('2026-06-08');
    expect(() =>
      localDate({ ...invented, week: empty as unknown as Calendar['week'] }, '2026-06-08T00:00:00.000Z'),
    ).toThrow(expect.objectContaining({ code: 'calendar.no_open_time' }));
  });

  test.each([
    ['one weekday', { week: { wednesday: NINE_TO_FIVE } }, '2026-06-10 10:00'],
    ['a week without Monday', { week: { tuesday: NINE_TO_FIVE, sunday: NINE_TO_FIVE } }, '2026-06-09 10:00'],
    ['one minute a week', { week: { saturday: [{ from: '23:59', to: '24:00' }] } }, '2027-08-01 00:00'],
  ])('of %s still ends a budget of an hour', (_, change, due) => {
    const calendar = defined(change);
    const ledger = armClock(calendar, { amount: 1, unit: 'businessHour' }, local(calendar, '2026-06-08 09:00'));
    expect(wall(calendar, dueOf(calendar, ledger)?.dueAt)).toBe(due);
  });

  test('with next to no open time gives up beyond the horizon instead of searching for ever', () => {
    const calendar = defined({ week: { saturday: [{ from: '23:59', to: '24:00' }] } });
    const budget = { amount: 100_000, unit: 'businessHour' } as const;
    expect(() => dueOf(calendar, armClock(calendar, budget, '2026-06-08T00:00:00.000Z'))).toThrow(
      expect.objectContaining({ code: 'calendar.horizon_exceeded' }),
    );
  });
});

describe('a clock change', () => {
  const dayAndNight = [{ from: '00:00', to: '24:00' }];
  const week = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, dayAndNight])) as Calendar['week'];
  const berlin = defineCalendar({ ...PLAIN, week });
  const santiago = defineCalendar({ ...PLAIN, zone: 'America/Santiago', week });

  test('makes a day of 23 or 25 hours, open until 24:00', () => {
    const day = (date: string, next: string) =>
      openMsBetween(berlin, local(berlin, `${date} 00:00`), local(berlin, `${next} 00:00`));
    expect(day('2026-03-29', '2026-03-30')).toBe(23 * HOUR);
    expect(day('2026-10-25', '2026-10-26')).toBe(25 * HOUR);
    expect(day('2026-10-26', '2026-10-27')).toBe(24 * HOUR);
  });

  test('does not move opening hours, which are local times', () => {
    const calendar = defineCalendar({ ...PLAIN, week: { friday: NINE_TO_FIVE, monday: NINE_TO_FIVE } });
    const due = dueOf(
      calendar,
      armClock(calendar, { amount: 8, unit: 'businessHour' }, local(calendar, '2026-03-27 12:00')),
    );
    expect(wall(calendar, due?.dueAt)).toBe('2026-03-30 12:00');
  });

  test('may swallow local midnight: the day begins at its first instant', () => {
    expect(localDate(santiago, local(santiago, '2026-09-05 23:59'))).toBe('2026-09-05');
    expect(localDate(santiago, local(santiago, '2026-09-06 01:00'))).toBe('2026-09-06');
    expect(openMsBetween(santiago, local(santiago, '2026-09-06 00:00'), local(santiago, '2026-09-07 00:00'))).toBe(
      23 * HOUR,
    );
    const day = armClock(santiago, { amount: 1, unit: 'workingDay' }, local(santiago, '2026-09-05 12:00'));
    expect(wall(santiago, dueOf(santiago, day)?.dueAt)).toBe('2026-09-07 00:00');
  });

  test('leaves no open time in an hour that does not exist, and counts a repeated one twice', () => {
    const night = defineCalendar({ ...PLAIN, week: { sunday: [{ from: '02:00', to: '03:00' }] } });
    const open = (from: string, to: string) => openMsBetween(night, local(night, from), local(night, to));
    expect(open('2026-03-28 12:00', '2026-03-30 12:00')).toBe(0);
    expect(open('2026-10-24 12:00', '2026-10-26 12:00')).toBe(2 * HOUR);
  });

  test('that skips a whole local date skips it here', () => {
    const apia = defineCalendar({ ...PLAIN, zone: 'Pacific/Apia', week });
    const ledger = armClock(apia, { amount: 1, unit: 'workingDay' }, local(apia, '2011-12-29 12:00'));
    expect(wall(apia, dueOf(apia, ledger)?.dueAt)).toBe('2012-01-01 00:00');
  });
});

describe('the office calendar', () => {
  test('knows the plans of 2008 to 2026 and no other year', () => {
    const years = yearsWithHolidayPlan();
    expect(years[0]).toBe(2008);
    expect(years).toContain(2026);
    expect(years).not.toContain(2027);
    expect(years).toEqual(Array.from({ length: years.length }, (_, index) => 2008 + index));
    expect(office.confirmedYears).toEqual(years);
  });

  test('works on the make-up days of 2026 and only on those weekend days', () => {
    const weekend = Array.from({ length: 365 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)))
      .filter((date) => date.getUTCDay() % 6 === 0)
      .map((date) => date.toISOString().slice(0, 10))
      .filter((date) => isOpen(office, local(office, `${date} 10:00`)));
    expect(weekend).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
  });

  test('is closed for lunch, at night and at the close itself', () => {
    const at = (time: string) => isOpen(office, local(office, `2026-06-08 ${time}`));
    expect([at('08:59'), at('09:00'), at('12:00'), at('13:30'), at('17:29'), at('17:30')]).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  test('opens next after the holidays', () => {
    expect(wall(office, nextOpen(office, local(office, '2026-09-30 18:00')))).toBe('2026-10-08 09:00');
    expect(wall(office, nextOpen(office, local(office, '2026-06-08 10:15')))).toBe('2026-06-08 10:15');
    expect(wall(office, nextOpen(office, local(office, '2026-06-08 12:30')))).toBe('2026-06-08 13:30');
  });

  test('says the local date, not the one in UTC', () => {
    expect(localDate(office, '2026-06-08T15:59:59.999Z')).toBe('2026-06-08');
    expect(localDate(office, '2026-06-08T16:00:00.000Z')).toBe('2026-06-09');
  });

  test('ends a period without a clock too', () => {
    const end = (amount: number) =>
      wall(office, periodEnd(office, local(office, '2026-06-08 10:00'), { amount, unit: 'workingDay' }));
    expect([end(1), end(3)]).toEqual(['2026-06-09 17:30', '2026-06-11 17:30']);
  });
});

describe('the round-the-clock calendar', () => {
  test('is always open and has nothing to confirm', () => {
    expect(isOpen(always, '2027-01-01T00:00:00.000Z')).toBe(true);
    const ledger = armClock(always, { amount: 2, unit: 'hour' }, '2026-12-31T15:00:00.000Z');
    expect(dueOf(always, ledger)).toEqual({ dueAt: '2026-12-31T17:00:00.000Z', unconfirmedYears: [] });
  });

  test('ends a working day at midnight', () => {
    const ledger = armClock(always, { amount: 1, unit: 'workingDay' }, local(always, '2026-06-06 10:00'));
    expect(wall(always, dueOf(always, ledger)?.dueAt)).toBe('2026-06-08 00:00');
  });

  test('comes with office hours, off-hours duty and the delivery window as the presets', () => {
    expect(Object.keys(presetCalendars()).sort()).toEqual(['always', 'delivery', 'duty', 'office']);
  });
});
