import { describe, expect, test } from '@jest/globals';

import { local, office, wall } from './testing/calendars.js';
import {
  armClock,
  consumptionOf,
  defineCalendar,
  dueOf,
  extendClock,
  pauseClock,
  reprojectClock,
  resumeClock,
  rungAt,
} from './index.js';
import type { Amount, Calendar, CalendarDefinition, ClockLedger, Reprojection } from './index.js';

const days = (amount: number): Amount => ({ amount, unit: 'workingDay' });
const hours = (amount: number): Amount => ({ amount, unit: 'businessHour' });
const at = (time: string) => local(office, time);

function edited(change: Partial<CalendarDefinition>): Calendar {
  return defineCalendar({ ...office, ...change });
}

function closedOn(...dates: string[]): Calendar {
  return edited({ overrides: [...office.overrides, ...dates.map((date) => ({ date, open: false, label: '停电' }))] });
}

function armed(amount: Amount, time: string): ClockLedger {
  return armClock(office, amount, at(time));
}

function moved(ledger: ClockLedger, change: Pick<Reprojection, 'at' | 'to'> & Partial<Reprojection>) {
  const { before, after, ledger: kept } = reprojectClock(ledger, { from: office, ...change });
  return { from: wall(office, before.dueAt), to: wall(office, after.dueAt), ledger: kept };
}

describe('an edited calendar', () => {
  test('moves a running deadline, and says from when to when', () => {
    const task = armed(days(3), '2026-06-08 10:00');
    const change = moved(task, { at: at('2026-06-09 10:00'), to: closedOn('2026-06-10') });
    expect([change.from, change.to]).toEqual(['2026-06-11 17:30', '2026-06-12 17:30']);
  });

  test('that changed nothing moves nothing', () => {
    for (const budget of [days(3), days(0.5), hours(9), { amount: 15, unit: 'day' } as const]) {
      const change = moved(armed(budget, '2026-06-08 10:00'), { at: at('2026-06-08 11:00'), to: edited({}) });
      expect(change.to).toBe(change.from);
    }
  });

  test('keeps working days whole when the days become longer or shorter', () => {
    const week = (to: string) => {
      const day = [{ from: '09:00', to }];
      return edited({ week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day } });
    };
    const task = armed(days(3), '2026-06-08 10:00');
    expect(moved(task, { at: at('2026-06-09 10:00'), to: week('13:00') }).to).toBe('2026-06-11 13:00');
    expect(moved(task, { at: at('2026-06-09 10:00'), to: week('20:00') }).to).toBe('2026-06-11 20:00');
  });

  test('gives a deadline of a day that is closed at short notice the next open day', () => {
    const task = armed(days(1), '2026-06-08 10:00');
    expect(moved(task, { at: at('2026-06-09 08:00'), to: closedOn('2026-06-09') }).to).toBe('2026-06-10 17:30');
  });

  test('with a year confirmed at last puts the deadline behind the holiday', () => {
    const task = armed(days(3), '2026-12-31 10:00');
    expect(dueOf(office, task)?.unconfirmedYears).toEqual([2027]);
    const to = edited({
      overrides: [...office.overrides, { date: '2027-01-01', open: false, label: '元旦' }],
      confirmedYears: [...office.confirmedYears, 2027],
    });
    const { before, after } = reprojectClock(task, { at: at('2026-12-31 12:00'), from: office, to });
    expect([wall(office, before.dueAt), before.unconfirmedYears]).toEqual(['2027-01-05 17:30', [2027]]);
    expect([wall(office, after.dueAt), after.unconfirmedYears]).toEqual(['2027-01-06 17:30', []]);
  });

  test('rolls a period in days again', () => {
    const period = armed({ amount: 5, unit: 'day' }, '2026-06-10 10:00');
    const change = moved(period, { at: at('2026-06-11 10:00'), to: closedOn('2026-06-15') });
    expect([change.from, change.to]).toEqual(['2026-06-15 17:30', '2026-06-16 17:30']);
  });

  test('does not move a due instant that has come', () => {
    const late = armed(hours(2), '2026-06-08 09:00');
    const change = moved(late, { at: at('2026-06-08 15:00'), to: closedOn('2026-06-08') });
    expect(change.to).toBe('2026-06-08 11:00');
    const task = armed(days(1), '2026-06-08 09:00');
    expect(moved(task, { at: at('2026-06-10 15:00'), to: closedOn('2026-06-09') }).to).toBe('2026-06-09 17:30');
  });

  test('does not put off a rung that had come by then', () => {
    const { ledger } = moved(armed(hours(8), '2026-06-08 09:00'), {
      at: at('2026-06-09 09:00'),
      to: closedOn('2026-06-08'),
    });
    const half = rungAt(closedOn('2026-06-08'), ledger, { percent: 50 })?.dueAt ?? '';
    expect(half <= at('2026-06-09 09:00')).toBe(true);
  });

  test('keeps a promised date', () => {
    const promised = armClock(office, { until: at('2026-06-10 12:00') }, at('2026-06-08 09:00'));
    expect(moved(promised, { at: at('2026-06-09 09:00'), to: closedOn('2026-06-10') }).to).toBe('2026-06-10 12:00');
  });
});

describe('a changed budget', () => {
  test('of a paused clock keeps what was consumed', () => {
    const paused = pauseClock(office, armed(hours(8), '2026-06-08 09:00'), { at: at('2026-06-08 11:00') });
    const { ledger } = moved(paused, { at: at('2026-06-09 09:00'), to: office, budget: hours(4) });
    expect(dueOf(office, ledger)).toBeNull();
    expect(consumptionOf(office, ledger, at('2026-06-09 10:00'))).toMatchObject({ percent: 50 });
    const resumed = resumeClock(ledger, { at: at('2026-06-09 10:00') });
    expect(wall(office, dueOf(office, resumed)?.dueAt)).toBe('2026-06-09 12:00');
  });

  test('keeps the extensions that were granted', () => {
    const extended = extendClock(office, armed(days(1), '2026-06-08 10:00'), {
      by: days(1),
      at: at('2026-06-08 11:00'),
    });
    expect(wall(office, dueOf(office, extended)?.dueAt)).toBe('2026-06-10 17:30');
    const change = moved(extended, { at: at('2026-06-08 12:00'), to: office, budget: days(3) });
    expect(change.to).toBe('2026-06-12 17:30');
  });

  test('that is used up already is due at once', () => {
    const change = moved(armed(hours(8), '2026-06-08 09:00'), {
      at: at('2026-06-08 16:30'),
      to: office,
      budget: hours(2),
    });
    expect(change.to).toBe('2026-06-08 16:30');
  });

  test('in another unit measures again what was consumed', () => {
    const task = armed(days(3), '2026-06-08 09:00');
    const change = moved(task, { at: at('2026-06-09 09:00'), to: office, budget: { amount: 48, unit: 'hour' } });
    expect(change.to).toBe('2026-06-10 09:00');
  });
});
