import { describe, expect, test } from '@jest/globals';

import {
  addOpenMs,
  armClock,
  chineseHolidays,
  consumptionOf,
  defineCalendar,
  dueOf,
  extendClock,
  isOpen,
  pauseClock,
  periodEnd,
  projectedDueOf,
  reprojectClock,
  resumeClock,
  rungAt,
  WEEKDAYS,
  type Amount,
  type Budget,
  type Calendar,
  type CalendarDefinition,
  type ClockLedger,
  type RungPlace,
} from './index.js';
import { always, berlin, berlinLong, local, office, wall, workWeek } from './testing/calendars.js';

// What deadline engines get wrong, one rule each. Vectors come from a calculation that steps through the minutes.

const HOUR = 3_600_000;
const hours = (amount: number): Amount => ({ amount, unit: 'businessHour' });
const days = (amount: number): Amount => ({ amount, unit: 'workingDay' });

/** A clock and what happens to it, in local times. */
class Story {
  private constructor(
    readonly calendar: Calendar,
    readonly ledger: ClockLedger,
  ) {}

  static begin(calendar: Calendar, start: string, budget: Budget): Story {
    return new Story(calendar, armClock(calendar, budget, local(calendar, start)));
  }

  paused(from: string, to: string | null, reason = 'pause'): Story {
    const at = (wallTime: string) => ({ at: local(this.calendar, wallTime), reason });
    const held = pauseClock(this.calendar, this.ledger, at(from));
    return new Story(this.calendar, to === null ? held : resumeClock(held, at(to)));
  }

  resumed(at: string, reason = 'pause'): Story {
    return new Story(this.calendar, resumeClock(this.ledger, { at: local(this.calendar, at), reason }));
  }

  edited(to: Calendar, at: string): Story {
    const change = { at: local(this.calendar, at), from: this.calendar, to };
    return new Story(to, reprojectClock(this.ledger, change).ledger);
  }

  get due(): string | null {
    return wall(this.calendar, dueOf(this.calendar, this.ledger)?.dueAt);
  }

  rung(place: RungPlace): string | null {
    return wall(this.calendar, rungAt(this.calendar, this.ledger, place)?.dueAt);
  }

  percent(at: string): number {
    return consumptionOf(this.calendar, this.ledger, local(this.calendar, at)).percent;
  }
}

const week = (definition: Partial<CalendarDefinition>): Calendar =>
  defineCalendar({ name: 'own', zone: 'Europe/Berlin', confirmedYears: [2026], ...definition });

describe('a rung', () => {
  test('before the due instant is measured in business time, not at midnight of the day before', () => {
    const story = Story.begin(berlinLong, '2026-06-08 17:00', hours(4));
    expect(story.due).toBe('2026-06-09 11:00');
    expect(story.rung({ before: hours(1) })).toBe('2026-06-09 10:00');
    const due = local(berlinLong, '2026-06-09 08:30');
    expect(wall(berlinLong, addOpenMs(berlinLong, due, -HOUR))).toBe('2026-06-08 17:30');
  });

  test('some days before lies between beginning and due instant, at the beginning only when the budget is no longer', () => {
    const story = Story.begin(office, '2026-06-08 10:00', days(5));
    expect(story.rung({ before: days(2) })).toBe('2026-06-11 17:30');
    expect(Story.begin(office, '2026-06-08 10:00', days(1)).rung({ before: days(2) })).toBe('2026-06-08 10:00');
  });
});

describe('a pause', () => {
  test('across a weekend gives back only the business time inside it', () => {
    expect(Story.begin(berlin, '2026-06-05 10:00', hours(8)).paused('2026-06-05 18:00', '2026-06-07 20:00').due).toBe(
      '2026-06-08 10:00',
    );
    expect(Story.begin(berlin, '2026-06-05 10:00', hours(8)).paused('2026-06-05 16:00', '2026-06-08 10:00').due).toBe(
      '2026-06-08 12:00',
    );
  });

  test('wholly outside opening hours leaves the due instant as it was', () => {
    const free = Story.begin(office, '2026-06-08 10:00', hours(3));
    expect(free.paused('2026-06-08 12:00', '2026-06-08 13:30').due).toBe(free.due);
  });

  test('for two reasons that overlap counts once', () => {
    const story = Story.begin(berlin, '2026-06-05 10:00', hours(8))
      .paused('2026-06-05 12:00', null, 'parts')
      .paused('2026-06-05 13:00', null, 'frost')
      .resumed('2026-06-05 14:00', 'parts')
      .resumed('2026-06-05 15:00', 'frost');
    expect(story.due).toBe('2026-06-08 13:00');
  });

  test('that lasts while the calendar is edited is not lost, nor what was consumed before it', () => {
    const closed = week({ ...berlin, overrides: [{ date: '2026-06-09', open: false }] });
    const story = Story.begin(berlin, '2026-06-08 09:00', hours(12)).paused('2026-06-08 15:00', null);
    expect(story.edited(closed, '2026-06-08 16:00').resumed('2026-06-08 17:00').due).toBe('2026-06-10 15:00');
  });

  test('leaves the percentage as it was, for each deadline by itself', () => {
    const short = Story.begin(berlin, '2026-06-08 09:00', hours(8)).paused('2026-06-08 13:00', null);
    const long = Story.begin(berlin, '2026-06-08 09:00', hours(16)).paused('2026-06-08 13:00', null);
    expect([short.percent('2026-06-08 13:00'), short.percent('2026-06-12 10:00')]).toEqual([50, 50]);
    expect([long.percent('2026-06-08 13:00'), long.percent('2026-06-12 10:00')]).toEqual([25, 25]);
  });

  test('several times, as after being solved and reopened, adds up by its state and not by its number', () => {
    const story = Story.begin(berlin, '2026-06-08 09:00', hours(8))
      .paused('2026-06-08 10:00', '2026-06-08 11:00', 'solved')
      .paused('2026-06-08 12:00', '2026-06-08 13:00', 'waiting')
      .paused('2026-06-08 14:00', '2026-06-08 15:00', 'solved');
    expect(story.due).toBe('2026-06-09 12:00');
    const { pauses } = story.ledger;
    expect(pauses.map(({ reason }) => reason)).toEqual(['solved', 'waiting', 'solved']);
  });

  test('twice a day, over midnight, and from the very beginning', () => {
    const story = Story.begin(berlin, '2026-06-08 09:00', hours(4))
      .paused('2026-06-08 09:00', '2026-06-08 10:00')
      .paused('2026-06-08 11:00', '2026-06-08 12:00')
      .paused('2026-06-08 13:00', '2026-06-09 09:30');
    expect(story.due).toBe('2026-06-09 11:30');
  });

  test('of less than a minute counts to the millisecond, and a thousand of them add up', () => {
    const began = Date.parse('2026-06-08T07:00:00.000Z');
    let ledger = armClock(berlin, hours(1), new Date(began).toISOString());
    for (let n = 0; n < 1000; n += 1) {
      const at = (ms: number) => ({ at: new Date(began + n * 100 + ms).toISOString() });
      ledger = resumeClock(pauseClock(berlin, ledger, at(10)), at(43));
    }
    expect(dueOf(berlin, ledger)?.dueAt).toBe(new Date(began + HOUR + 33_000).toISOString());
  });
});

describe('a budget', () => {
  test.each([
    ['2026-06-05 16:30', '2026-06-08 09:30'],
    ['2026-06-05 16:00', '2026-06-05 17:00'],
    ['2026-06-06 11:00', '2026-06-08 10:00'],
    ['2026-06-05 17:00', '2026-06-08 10:00'],
    ['2026-06-05 09:00', '2026-06-05 10:00'],
  ])('of one hour from %s, at a close, after it or before an opening, ends at %s', (start, due) => {
    expect(Story.begin(berlin, start, hours(1)).due).toBe(due);
  });

  test.each([
    ['2026-06-08 11:30', hours(1), '2026-06-08 14:00'],
    ['2026-09-18 17:00', hours(4), '2026-09-20 14:00'],
    ['2026-09-30 10:00', days(3), '2026-10-10 17:30'],
    ['2026-09-30 10:00', days(5), '2026-10-13 17:30'],
    ['2026-09-30 10:00', days(1), '2026-10-08 17:30'],
    ['2026-06-08 10:00', days(0.5), '2026-06-08 15:00'],
  ])('from %s goes over lunch, holidays and make-up days (%#)', (start, budget, due) => {
    expect(Story.begin(office, start, budget).due).toBe(due);
  });

  test('of half a year is as good as any other', () => {
    expect(Story.begin(always, '2026-06-08 10:00', { amount: 180, unit: 'day' }).due).toBe('2026-12-05 10:00');
    expect(Story.begin(berlin, '2026-06-08 10:00', hours(5_000)).due).not.toBeNull();
  });

  test('in working days, business hours, days and hours means four different things', () => {
    const ends = (['workingDay', 'businessHour', 'day', 'hour'] as const).map((unit) => {
      const amount = unit === 'hour' || unit === 'businessHour' ? 24 : 1;
      return Story.begin(workWeek('Asia/Shanghai', [{ from: '09:00', to: '17:00' }]), '2026-06-05 10:00', {
        amount,
        unit,
      }).due;
    });
    expect(ends).toEqual(['2026-06-08 17:00', '2026-06-10 10:00', '2026-06-06 10:00', '2026-06-06 10:00']);
    expect(Story.begin(berlin, '2026-03-28 12:00', { amount: 1, unit: 'day' }).due).toBe('2026-03-29 12:00');
    expect(Story.begin(berlin, '2026-03-28 12:00', { amount: 24, unit: 'hour' }).due).toBe('2026-03-29 13:00');
  });

  test.each([0, -1, 0.3, Number.NaN, 'null', null])('of %p is refused when it is given', (amount) => {
    expect(() =>
      armClock(office, { amount: amount as number, unit: 'workingDay' }, '2026-06-08T02:00:00.000Z'),
    ).toThrow(expect.objectContaining({ code: 'budget.invalid' }));
  });

  test('of a review window is counted in working days like any other', () => {
    expect(Story.begin(office, '2026-09-28 10:00', days(7)).due).toBe('2026-10-13 17:30');
  });
});

describe('two deadlines', () => {
  test('each have their own calendar', () => {
    const emergency = Story.begin(always, '2026-10-01 23:00', { amount: 2, unit: 'hour' });
    const answer = Story.begin(office, '2026-10-01 23:00', days(1));
    expect([emergency.due, answer.due]).toEqual(['2026-10-02 01:00', '2026-10-08 17:30']);
  });
});

describe('a calendar', () => {
  test.each(WEEKDAYS.map((weekday) => [weekday] as const))(
    'open only on %s for a minute never searches for ever',
    (weekday) => {
      const minute = week({ week: { [weekday]: [{ from: '10:00', to: '10:01' }] } });
      const due = periodEnd(minute, local(minute, '2026-06-08 09:00'), { amount: 0.5, unit: 'businessHour' });
      expect(Date.parse(due)).toBeGreaterThan(Date.parse('2026-12-01T00:00:00.000Z'));
    },
  );

  test('without open time is refused when it is defined', () => {
    expect(() => week({ week: { monday: [] } })).toThrow(expect.objectContaining({ code: 'calendar.no_open_time' }));
  });

  test('is of a zone and not of an offset, so that hours stay local over a clock change', () => {
    expect(() => week({ zone: '+02:00', week: berlin.week })).toThrow(
      expect.objectContaining({ code: 'calendar.zone_invalid' }),
    );
    expect(Story.begin(berlin, '2026-03-27 16:00', hours(2)).due).toBe('2026-03-30 10:00');
    expect(Story.begin(berlin, '2026-10-23 16:00', hours(2)).due).toBe('2026-10-26 10:00');
  });

  test('steps by local date: a day is not 86,400 seconds', () => {
    expect(Story.begin(berlin, '2026-10-24 12:00', { amount: 2, unit: 'day' }).due).toBe('2026-10-26 12:00');
  });

  test('open until midnight is so on days of 23 and 25 hours, and where midnight does not exist', () => {
    const night = (zone: string) =>
      week({ zone, week: Object.fromEntries(WEEKDAYS.map((day) => [day, [{ from: '20:00', to: '24:00' }]])) });
    for (const [zone, date] of [
      ['Europe/Berlin', '2026-03-29'],
      ['Europe/Berlin', '2026-10-25'],
      ['America/Santiago', '2026-09-05'],
      ['Africa/Cairo', '2026-04-23'],
    ] as const) {
      const calendar = night(zone);
      const story = Story.begin(calendar, `${date} 12:00`, hours(3));
      expect(story.due).toBe(`${date} 23:00`);
      expect(isOpen(calendar, local(calendar, `${date} 23:59`))).toBe(true);
    }
  });

  test('takes holidays from a plan and not from a feed of festivals that nobody has off', () => {
    const plan = chineseHolidays().filter(({ date }) => date.startsWith('2026'));
    expect(plan.some(({ date }) => date === '2026-03-08' || date === '2026-06-01' || date === '2026-12-25')).toBe(
      false,
    );
    expect(plan.filter(({ open }) => open).map(({ date }) => date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  test('of a year without a plan is answered with a warning and measured anew when there is one', () => {
    const ledger = armClock(office, days(1), local(office, '2026-12-31 10:00'));
    expect(dueOf(office, ledger)?.unconfirmedYears).toEqual([2027]);
    const planned = defineCalendar({
      ...office,
      overrides: [...office.overrides, { date: '2027-01-01', open: false, label: '元旦' }],
      confirmedYears: [...office.confirmedYears, 2027],
    });
    const { before, after } = reprojectClock(ledger, {
      at: local(office, '2026-12-31 11:00'),
      from: office,
      to: planned,
    });
    expect([wall(office, before.dueAt), wall(office, after.dueAt)]).toEqual(['2027-01-01 17:30', '2027-01-04 17:30']);
    expect(after.unconfirmedYears).toEqual([]);
  });

  test('that is edited while a deadline runs moves it, and keeps what was consumed', () => {
    const story = Story.begin(office, '2026-06-08 10:00', hours(14));
    const closed = defineCalendar({ ...office, overrides: [...office.overrides, { date: '2026-06-09', open: false }] });
    expect(story.due).toBe('2026-06-10 10:00');
    expect(story.edited(closed, '2026-06-08 17:30').due).toBe('2026-06-11 10:00');
    expect(story.edited(closed, '2026-06-09 17:30').due).toBe('2026-06-10 10:00');
  });
});

describe('an extension', () => {
  test('is counted in what the clock counts, and two are as good as one', () => {
    const { ledger } = Story.begin(office, '2026-09-28 10:00', days(1));
    const at = local(office, '2026-09-28 11:00');
    const once = extendClock(office, ledger, { by: days(3), at });
    expect(wall(office, dueOf(office, once)?.dueAt)).toBe('2026-10-09 17:30');
    const twice = extendClock(office, extendClock(office, ledger, { by: days(1), at }), { by: days(2), at });
    expect(dueOf(office, twice)).toEqual(dueOf(office, once));
  });
});

describe('a clock that stands still', () => {
  test('has no due instant, only one it would have', () => {
    const story = Story.begin(office, '2026-06-08 10:00', hours(3)).paused('2026-06-08 11:00', null);
    expect(story.due).toBeNull();
    expect(wall(office, projectedDueOf(office, story.ledger, local(office, '2026-06-09 09:00')).dueAt)).toBe(
      '2026-06-09 11:00',
    );
  });
});
