import { describe, expect, test } from '@jest/globals';

import { always, berlin, berlinLong, local, office, wall } from './testing/calendars.js';
import type { Amount, Budget, Calendar, ClockLedger, RungPlace } from './index.js';
import {
  addOpenMs,
  armClock,
  consumptionOf,
  defineCalendar,
  dueOf,
  extendClock,
  isPaused,
  pauseClock,
  projectedDueOf,
  resumeClock,
  rungAt,
} from './index.js';

const HOUR = 3_600_000;
const hours = (amount: number): Amount => ({ amount, unit: 'businessHour' });
const days = (amount: number): Amount => ({ amount, unit: 'workingDay' });

/** A clock on a calendar, spoken to in local times. */
function clock(calendar: Calendar, budget: Budget, start: string) {
  let ledger: ClockLedger = armClock(calendar, budget, local(calendar, start));
  const told = {
    pause: (at: string, reason = 'pause') => {
      ledger = pauseClock(calendar, ledger, { at: local(calendar, at), reason });
      return told;
    },
    resume: (at: string, reason = 'pause') => {
      ledger = resumeClock(ledger, { at: local(calendar, at), reason });
      return told;
    },
    extend: (by: Amount, at: string) => {
      ledger = extendClock(calendar, ledger, { by, at: local(calendar, at) });
      return told;
    },
    due: () => wall(calendar, dueOf(calendar, ledger)?.dueAt),
    dueIfResumed: (at: string) => wall(calendar, projectedDueOf(calendar, ledger, local(calendar, at)).dueAt),
    guessed: () => dueOf(calendar, ledger)?.unconfirmedYears,
    rung: (place: RungPlace) => wall(calendar, rungAt(calendar, ledger, place)?.dueAt),
    percent: (at: string) => consumptionOf(calendar, ledger, local(calendar, at)).percent,
    ledger: () => ledger,
  };
  return told;
}

describe('a budget in open time', () => {
  test.each([
    [berlinLong, '2026-06-08 17:00', hours(4), '2026-06-09 11:00'],
    [berlin, '2026-06-05 16:30', hours(1), '2026-06-08 09:30'],
    [berlin, '2026-06-05 16:00', hours(1), '2026-06-05 17:00'],
    [berlin, '2026-06-06 11:00', hours(1), '2026-06-08 10:00'],
    [berlin, '2026-06-05 17:00', hours(1), '2026-06-08 10:00'],
    [office, '2026-06-08 11:30', hours(1), '2026-06-08 14:00'],
    [office, '2026-09-18 17:00', hours(4), '2026-09-20 14:00'],
  ] as const)('runs on from one opening to the next (%#)', (...[calendar, start, budget, due]) => {
    expect(clock(calendar, budget, start).due()).toBe(due);
  });

  test('an hour before Tuesday 08:30 is Monday 17:30', () => {
    const due = local(berlinLong, '2026-06-09 08:30');
    expect(wall(berlinLong, addOpenMs(berlinLong, due, -HOUR))).toBe('2026-06-08 17:30');
  });
});

describe('a budget in working days', () => {
  test.each([
    ['2026-09-30 10:00', days(1), '2026-10-08 17:30'],
    ['2026-09-30 10:00', days(3), '2026-10-10 17:30'],
    ['2026-09-30 10:00', days(5), '2026-10-13 17:30'],
    ['2026-06-08 10:00', days(0.5), '2026-06-08 15:00'],
    ['2026-06-08 16:30', days(0.5), '2026-06-09 11:30'],
    ['2026-06-08 10:00', days(1.5), '2026-06-10 14:00'],
    ['2026-06-06 10:00', days(1), '2026-06-08 17:30'],
    ['2026-06-08 23:59', days(1), '2026-06-09 17:30'],
  ])('from %s, %o is due at %s: the start day does not count', (start, budget, due) => {
    expect(clock(office, budget, start).due()).toBe(due);
  });

  test('a working day is not eight business hours, and a day is not 24 hours', () => {
    expect(clock(office, hours(8), '2026-06-08 09:00').due()).toBe('2026-06-09 10:00');
    expect(clock(office, days(1), '2026-06-08 09:00').due()).toBe('2026-06-09 17:30');
    expect(clock(office, { amount: 24, unit: 'hour' }, '2026-06-08 09:00').due()).toBe('2026-06-09 09:00');
    expect(clock(office, { amount: 1, unit: 'day' }, '2026-06-08 09:00').due()).toBe('2026-06-09 17:30');
  });

  test('after a pause the due instant is rounded to the close of its day', () => {
    const paused = clock(office, days(1), '2026-06-08 10:00').pause('2026-06-08 14:00').resume('2026-06-08 15:00');
    expect(paused.due()).toBe('2026-06-10 17:30');
  });

  test('a year without holiday data is answered only with a warning', () => {
    const newYear = clock(office, days(1), '2026-12-31 10:00');
    expect(newYear.due()).toBe('2027-01-01 17:30');
    expect(newYear.guessed()).toEqual([2027]);
    expect(clock(office, days(1), '2026-12-30 10:00').guessed()).toEqual([]);
  });
});

describe('a budget in days', () => {
  test('ends at the close of its last day, or of the next working day, at an office', () => {
    expect(clock(office, { amount: 5, unit: 'day' }, '2026-06-08 10:00').due()).toBe('2026-06-15 17:30');
    expect(clock(office, { amount: 1, unit: 'day' }, '2026-09-30 10:00').due()).toBe('2026-10-08 17:30');
    expect(clock(office, { amount: 1, unit: 'day' }, '2026-06-08 22:00').due()).toBe('2026-06-09 17:30');
  });

  test('ends at the same local time elsewhere, across a clock change too', () => {
    expect(clock(berlin, { amount: 1, unit: 'day' }, '2026-03-28 12:00').due()).toBe('2026-03-29 12:00');
    expect(clock(always, { amount: 180, unit: 'day' }, '2026-01-10 12:00').due()).toBe('2026-07-09 12:00');
    expect(clock(always, { amount: 0.5, unit: 'day' }, '2026-01-10 12:00').due()).toBe('2026-01-11 00:00');
  });

  test('a rolled last day in an unconfirmed year is flagged, an hour count never is', () => {
    expect(clock(office, { amount: 1, unit: 'day' }, '2026-12-31 10:00').guessed()).toEqual([2027]);
    expect(clock(office, { amount: 24, unit: 'hour' }, '2026-12-31 10:00').guessed()).toEqual([]);
    expect(clock(always, { amount: 5, unit: 'workingDay' }, '2026-12-31 10:00').guessed()).toEqual([]);
  });
});

describe('a pause', () => {
  test('over a weekend costs nothing', () => {
    const paused = clock(berlin, hours(8), '2026-06-05 10:00').pause('2026-06-05 18:00').resume('2026-06-07 20:00');
    expect(paused.due()).toBe('2026-06-08 10:00');
  });

  test('that overlaps another counts once', () => {
    const paused = clock(berlin, hours(8), '2026-06-05 10:00')
      .pause('2026-06-05 12:00', 'weather')
      .pause('2026-06-05 13:00', 'parts')
      .resume('2026-06-05 14:00', 'weather')
      .resume('2026-06-05 15:00', 'parts');
    expect(paused.due()).toBe('2026-06-08 13:00');
  });

  test('repeated for the same reason, or ended without having begun, changes nothing', () => {
    const once = clock(berlin, hours(8), '2026-06-05 10:00').resume('2026-06-05 11:00').pause('2026-06-05 12:00');
    const ledger = once.ledger();
    expect(once.pause('2026-06-05 13:00').ledger()).toBe(ledger);
    expect(once.resume('2026-06-05 13:00', 'other').ledger()).toBe(ledger);
  });

  test('has no due instant and fires no rung until it ends', () => {
    const paused = clock(berlin, hours(8), '2026-06-05 10:00').pause('2026-06-05 12:00');
    expect(isPaused(paused.ledger())).toBe(true);
    expect(paused.due()).toBeNull();
    expect(paused.rung({ percent: 50 })).toBeNull();
    expect(paused.rung({ percent: 20 })).toBe('2026-06-05 11:36');
    expect(paused.rung({ before: hours(1) })).toBeNull();
    expect(paused.dueIfResumed('2026-06-08 09:00')).toBe('2026-06-08 15:00');
  });

  test('two pauses a day, one over midnight, and one from the start', () => {
    const paused = clock(berlin, hours(8), '2026-06-04 09:00')
      .pause('2026-06-04 09:00')
      .resume('2026-06-04 10:00')
      .pause('2026-06-04 11:00')
      .resume('2026-06-04 12:00')
      .pause('2026-06-04 16:00')
      .resume('2026-06-05 10:00');
    expect(paused.due()).toBe('2026-06-05 13:00');
  });

  test('shorter than a minute is counted to the millisecond', () => {
    const at = (time: string) => `2026-06-08T${time}Z`;
    const armed = armClock(berlin, hours(1), at('07:00:00.000'));
    const held = resumeClock(pauseClock(berlin, armed, { at: at('07:10:00.000') }), { at: at('07:10:01.005') });
    expect(dueOf(berlin, held)?.dueAt).toBe(at('08:00:01.005'));
  });

  test('leaves the percentage as it was', () => {
    const paused = clock(berlin, hours(8), '2026-06-05 10:00').pause('2026-06-05 12:00');
    expect(paused.percent('2026-06-05 12:00')).toBe(25);
    expect(paused.percent('2026-06-09 12:00')).toBe(25);
    expect(paused.resume('2026-06-09 12:00').percent('2026-06-09 14:00')).toBe(50);
  });

  test('moves an hour budget by its whole length and a promised date not at all', () => {
    const repair = clock(always, { amount: 24, unit: 'hour' }, '2026-06-05 10:00');
    expect(repair.pause('2026-06-05 12:00').resume('2026-06-05 15:30').due()).toBe('2026-06-06 13:30');
    const promised = clock(office, { until: local(office, '2026-06-20 12:00') }, '2026-06-05 10:00');
    expect(promised.pause('2026-06-06 12:00').due()).toBe('2026-06-20 12:00');
    expect(promised.resume('2026-06-19 12:00').due()).toBe('2026-06-20 12:00');
  });

  test('over the close it is due at ends with the day that opens next, also when that opens at midnight', () => {
    const nights = [{ from: '00:00', to: '08:00' }];
    const calendar = defineCalendar({
      name: 'nights',
      zone: 'Asia/Shanghai',
      week: { saturday: nights, monday: nights },
    });
    const held = [
      ['2026-06-06 06:00', '2026-06-06 08:00'],
      ['2026-06-13 03:00', '2026-06-14 10:00'],
    ].reduce(
      (ledger, [from = '', to = '']) =>
        resumeClock(pauseClock(calendar, ledger, { at: local(calendar, from) }), { at: local(calendar, to) }),
      armClock(calendar, { amount: 1, unit: 'workingDay' }, local(calendar, '2026-06-06 06:00')),
    );
    expect(wall(calendar, dueOf(calendar, held)?.dueAt)).toBe('2026-06-15 08:00');
  });

  test('that begins after the due instant does not move it', () => {
    const late = clock(berlin, hours(2), '2026-06-05 10:00').pause('2026-06-05 15:00').resume('2026-06-08 10:00');
    expect(late.due()).toBe('2026-06-05 12:00');
  });

  test('cannot begin before what was told last', () => {
    const armed = clock(berlin, hours(2), '2026-06-05 10:00');
    expect(() => armed.pause('2026-06-05 09:59')).toThrow(expect.objectContaining({ code: 'clock.out_of_order' }));
  });
});

describe('a rung', () => {
  test('before the due instant is measured in business time', () => {
    expect(clock(berlinLong, hours(4), '2026-06-08 17:00').rung({ before: hours(1) })).toBe('2026-06-09 10:00');
    const early = clock(berlinLong, hours(1.5), '2026-06-08 17:00');
    expect(early.due()).toBe('2026-06-09 08:30');
    expect(early.rung({ before: { amount: 1, unit: 'hour' } })).toBe('2026-06-08 17:30');
    expect(clock(office, days(3), '2026-06-08 10:00').rung({ before: days(1) })).toBe('2026-06-10 17:30');
  });

  test('lies before the due instant, and at creation only when the budget is no longer than the offset', () => {
    expect(clock(office, days(3), '2026-06-08 10:00').rung({ before: days(2) })).toBe('2026-06-09 17:30');
    expect(clock(office, days(3), '2026-06-08 10:00').rung({ before: days(9) })).toBe('2026-06-08 10:00');
  });

  test('at a percentage stands where that much of the budget is used, pauses left out', () => {
    const armed = clock(berlin, hours(8), '2026-06-05 10:00');
    expect(armed.rung({ percent: 50 })).toBe('2026-06-05 14:00');
    expect(armed.rung({ percent: 80 })).toBe('2026-06-05 16:24');
    expect(armed.rung({ percent: 100 })).toBe(armed.due());
    armed.pause('2026-06-05 12:00').resume('2026-06-05 15:00');
    expect(armed.rung({ percent: 20 })).toBe('2026-06-05 11:36');
    expect(armed.rung({ percent: 50 })).toBe('2026-06-05 17:00');
    expect(armed.rung({ percent: 150 })).toBe('2026-06-08 17:00');
  });

  test('after the due instant climbs by working days', () => {
    const task = clock(office, days(3), '2026-06-08 10:00');
    expect(task.due()).toBe('2026-06-11 17:30');
    expect(task.rung({ after: days(1) })).toBe('2026-06-12 17:30');
    expect(task.rung({ after: days(5) })).toBe('2026-06-18 17:30');
    expect(task.rung({ after: { amount: 2, unit: 'hour' } })).toBe('2026-06-12 11:00');
  });

  test('after the due instant waits with the clock', () => {
    const task = clock(berlin, hours(2), '2026-06-08 09:00').pause('2026-06-08 12:00');
    expect(task.rung({ after: hours(2) })).toBeNull();
    expect(task.resume('2026-06-08 14:00').rung({ after: hours(2) })).toBe('2026-06-08 15:00');
    expect(task.rung({ after: { amount: 0.5, unit: 'businessHour' } })).toBe('2026-06-08 11:30');
  });
});

describe('an extension', () => {
  test('is counted from the due instant and ends at a close again', () => {
    const task = clock(office, days(3), '2026-06-08 10:00').extend(days(3), '2026-06-10 09:00');
    expect(task.due()).toBe('2026-06-16 17:30');
    expect(task.ledger().extensions).toHaveLength(1);
  });

  test('adds to what a pause left', () => {
    const task = clock(office, days(1), '2026-06-08 10:00')
      .pause('2026-06-08 14:00')
      .extend(days(1), '2026-06-08 15:00');
    expect(task.due()).toBeNull();
    expect(task.resume('2026-06-08 15:00').due()).toBe('2026-06-11 17:30');
  });

  test('of an overdue clock moves the due instant it had', () => {
    const task = clock(berlin, hours(2), '2026-06-08 09:00').extend(hours(4), '2026-06-08 12:00');
    expect(task.due()).toBe('2026-06-08 15:00');
    const held = clock(berlin, hours(2), '2026-06-08 09:00').pause('2026-06-08 12:00').resume('2026-06-08 13:00');
    expect(held.extend(hours(1), '2026-06-08 14:00').due()).toBe('2026-06-08 12:00');
    expect(held.extend(hours(4), '2026-06-08 14:00').due()).toBe('2026-06-08 16:00');
  });

  test('moves a promised date', () => {
    const promised = clock(office, { until: local(office, '2026-06-19 12:00') }, '2026-06-05 10:00');
    expect(promised.extend(days(1), '2026-06-10 10:00').due()).toBe('2026-06-22 17:30');
  });

  test('that would add nothing is refused', () => {
    const task = clock(berlin, hours(8), '2026-06-05 09:00');
    expect(() => task.extend({ amount: 1, unit: 'day' }, '2026-06-05 10:00')).toThrow(
      expect.objectContaining({ code: 'clock.extension_adds_nothing' }),
    );
  });
});

describe('a budget that means nothing', () => {
  test.each([0, -1, 0.3, Number.NaN, Number.POSITIVE_INFINITY, 1e9, 'null', '5', null])('%p is refused', (amount) => {
    const budget = { amount, unit: 'hour' } as unknown as Budget;
    expect(() => armClock(office, budget, '2026-06-08T00:00:00.000Z')).toThrow(
      expect.objectContaining({ code: 'budget.invalid' }),
    );
  });

  test.each(['null', 'P1D', null, undefined, { amount: 1, unit: 'week' }])('%p is refused', (budget) => {
    expect(() => armClock(office, budget as unknown as Budget, '2026-06-08T00:00:00.000Z')).toThrow(
      expect.objectContaining({ code: 'budget.invalid' }),
    );
  });

  test.each(['2026-06-08', '2026-06-08T00:00:00+08:00', 'soon', '2026-13-08T00:00:00.000Z'])(
    'an instant is written in UTC, not as %s',
    (at) => {
      expect(() => armClock(office, days(1), at)).toThrow(expect.objectContaining({ code: 'instant.invalid' }));
    },
  );
});
