import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

import {
  armClock,
  defineCalendar,
  dueOf,
  explainClock,
  pauseClock,
  reprojectClock,
  resumeClock,
  rungAt,
  WEEKDAYS,
  type Amount,
  type Calendar,
  type ClockLedger,
  type OpenInterval,
} from './index.js';
import { Minutes, type Pauses } from './testing/minutes.js';

/*
 * Clocks against an oracle that walks from minute to minute. What it is told is the rule, not the sum: a working day is a date with
 * an open minute, the day a clock was armed on is not the first, minutes in a pause do not count, and a clock in whole working days
 * ends with its day.
 */

const RUNS = { numRuns: 40 };
const LEAD_DAYS = 60;

const wallTime = fc
  .integer({ min: 0, max: 48 })
  .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);

const hours = fc.uniqueArray(wallTime, { minLength: 2, maxLength: 4 }).map((times): OpenInterval[] => {
  const [a = '', b = '', c, d] = [...times].sort();
  if (c === undefined || d === undefined) return [{ from: a, to: b }];
  return [
    { from: a, to: b },
    { from: c, to: d },
  ];
});

/** Zones whose clocks change at midnight, by half an hour, or never; and dates around those changes. */
const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/Santiago', 'Australia/Lord_Howe', 'America/Havana'];
const BASES = ['2026-03-06', '2026-03-27', '2026-04-02', '2026-09-04', '2026-10-23', '2026-12-20'];

const exceptions = fc.uniqueArray(fc.record({ offset: fc.nat(25), open: fc.boolean(), intervals: fc.option(hours) }), {
  selector: ({ offset }) => offset,
  maxLength: 8,
});
type Exceptions = typeof exceptions extends fc.Arbitrary<infer Value> ? Value : never;

const grounds = fc.record({
  zone: fc.constantFrom(...ZONES),
  base: fc.constantFrom(...BASES),
  week: fc.dictionary(fc.constantFrom(...WEEKDAYS), hours, { minKeys: 2, maxKeys: 7 }),
  days: exceptions,
});
type Ground = typeof grounds extends fc.Arbitrary<infer Value> ? Value : never;

function calendarOf({ zone, base, week, days }: Ground, edited: Exceptions = []): Calendar {
  const all = [...days.filter(({ offset }) => !edited.some((one) => one.offset === offset)), ...edited];
  const overrides = all.map(({ offset, open, intervals }) => ({
    date: Temporal.PlainDate.from(base).add({ days: offset }).toString(),
    open,
    ...(open && intervals !== null && { intervals }),
  }));
  return defineCalendar({ name: 'any', zone, week, overrides });
}

const minutesOf = (ground: Ground, calendar: Calendar): Minutes =>
  new Minutes(calendar, Date.parse(`${ground.base}T00:00:00.000Z`) - LEAD_DAYS * 86_400_000);

/** Minutes from the first that is written down. */
const starts = fc.nat(12 * 1440).map((minute) => LEAD_DAYS * 1440 + minute);
const amounts = fc.integer({ min: 1, max: 8 }).map((halves) => halves / 2);
const stretches = fc.array(fc.tuple(fc.nat(3 * 1440), fc.integer({ min: 1, max: 3 * 1440 })), { maxLength: 3 });

/** What every clock here begins with. */
const begins = fc.record({ ground: grounds, start: starts, days: amounts });

/** Pauses one after another, each some minutes after the one before. */
function pausesFrom(start: number, lengths: readonly (readonly [number, number])[]): [number, number][] {
  const pauses: [number, number][] = [];
  for (const [gap, length] of lengths) {
    const from = (pauses.at(-1)?.[1] ?? start) + gap;
    pauses.push([from, from + length]);
  }
  return pauses;
}

function hold(minutes: Minutes, ledger: ClockLedger, pauses: Pauses): ClockLedger {
  return pauses.reduce((held, [from, to]) => {
    const paused = pauseClock(minutes.calendar, held, { at: minutes.instant(from) });
    return resumeClock(paused, { at: minutes.instant(to) });
  }, ledger);
}

/** Open minutes that a number of working days are from an instant on. */
function budgetOf(minutes: Minutes, start: number, days: number): number {
  const whole = Math.floor(days);
  const end = whole === 0 ? start : minutes.workingDays(start, whole);
  return minutes.openBetween(start, end) + (days === whole ? 0 : minutes.halfDay);
}

/** When so many working days have passed, pauses left out; whole ones end with their day, unless a pause lies over its close. */
function steppedDue(minutes: Minutes, start: number, { days, pauses }: { days: number; pauses: Pauses }): number {
  const reached = minutes.walk(start, budgetOf(minutes, start, days), pauses);
  if (!Number.isInteger(days)) return reached;
  let due = minutes.closeAfter(reached - 1);
  for (const [from, to] of pauses) if (from >= reached && from < due) due = minutes.closeAfter(minutes.openFrom(to));
  return due;
}

const workingDays = (amount: number): Amount => ({ amount, unit: 'workingDay' });

describe('a clock in working days', () => {
  test('is due when walking says so, whatever the calendar, the zone and the pauses', () => {
    fc.assert(
      fc.property(begins, stretches, ({ ground, start, days }, lengths) => {
        const minutes = minutesOf(ground, calendarOf(ground));
        const pauses = pausesFrom(start, lengths);
        const armed = armClock(minutes.calendar, workingDays(days), minutes.instant(start));
        expect(armed.budgetMs).toBe(budgetOf(minutes, start, days) * 60_000);
        const due = dueOf(minutes.calendar, hold(minutes, armed, pauses))?.dueAt;
        expect(due).toBe(minutes.instant(steppedDue(minutes, start, { days, pauses })));
      }),
      RUNS,
    );
  });

  test('has its rungs where walking finds them: by what is used, before its due instant, and after it', () => {
    const places = fc.record({ percent: fc.constantFrom(10, 50, 75, 99), steps: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(begins, places, ({ ground, start, days }, { percent, steps }) => {
        const minutes = minutesOf(ground, calendarOf(ground));
        const armed = armClock(minutes.calendar, workingDays(days), minutes.instant(start));
        const due = steppedDue(minutes, start, { days, pauses: [] });
        const at = (...[place]: [Parameters<typeof rungAt>[2]]) => rungAt(minutes.calendar, armed, place)?.dueAt;
        const share = (budgetOf(minutes, start, days) * percent) / 100;
        expect(at({ percent })).toBe(minutes.instant(minutes.walk(start, share)));
        const hour = { amount: steps, unit: 'businessHour' } as const;
        expect(at({ before: hour })).toBe(minutes.instant(minutes.walkBack(due, steps * 60, start)));
        expect(at({ before: workingDays(steps) })).toBe(
          minutes.instant(Math.max(start, minutes.workingDaysBefore(due, steps))),
        );
        expect(at({ after: hour })).toBe(minutes.instant(minutes.walk(due, steps * 60)));
        expect(at({ after: workingDays(steps) })).toBe(minutes.instant(minutes.workingDays(due - 1, steps)));
      }),
      RUNS,
    );
  });

  test('is explained by exactly the minutes that were walked', () => {
    fc.assert(
      fc.property(begins, stretches, ({ ground, start, days }, lengths) => {
        const minutes = minutesOf(ground, calendarOf(ground));
        const pauses = pausesFrom(start, lengths);
        const armed = armClock(minutes.calendar, workingDays(days), minutes.instant(start));
        const now = minutes.instant(pauses.at(-1)?.[1] ?? start);
        const explained = explainClock(minutes.calendar, hold(minutes, armed, pauses), now);
        const due = steppedDue(minutes, start, { days, pauses });
        const said = new Set<number>();
        for (const { from, to } of explained.days.flatMap(({ counted }) => counted))
          for (let minute = minutes.at(from); minute < minutes.at(to); minute += 1) said.add(minute);
        const walked = new Set<number>();
        for (let minute = start; minute < due; minute += 1)
          if (minutes.isOpen(Math.floor(minute)) && !pauses.some(([from, to]) => from <= minute && minute < to))
            walked.add(minute);
        expect([...said]).toEqual([...walked]);
      }),
      RUNS,
    );
  });
});

describe('a clock whose calendar is edited', () => {
  const edits = fc.record({ after: fc.nat(3 * 1440), days: exceptions, lengths: stretches });

  test('keeps the whole working days it has left, whichever days are closed, opened or shortened', () => {
    fc.assert(
      fc.property(begins, edits, ({ ground, start, days: halves }, { after, days: edited, lengths }) => {
        const days = Math.ceil(halves);
        const old = minutesOf(ground, calendarOf(ground));
        const now = minutesOf(ground, calendarOf(ground, edited));
        const pauses = pausesFrom(start, lengths);
        const at = (pauses.at(-1)?.[1] ?? start) + after;
        const due = steppedDue(old, start, { days, pauses });
        fc.pre(at < due);
        const ledger = hold(old, armClock(old.calendar, workingDays(days), old.instant(start)), pauses);
        const moved = reprojectClock(ledger, { at: old.instant(at), from: old.calendar, to: now.calendar });
        const left = old.workingDaysBetween(at, due - 1);
        const stepped = left === 0 ? now.closeAfter(now.openFrom(at)) : now.workingDays(at, left);
        expect([moved.before.dueAt, moved.after.dueAt]).toEqual([old.instant(due), now.instant(stepped)]);
      }),
      RUNS,
    );
  });

  test('keeps the business hours it has left, and the pauses that come later', () => {
    fc.assert(
      fc.property(begins, edits, ({ ground, start, days: halves }, edit) => {
        const amount = halves * 7;
        const old = minutesOf(ground, calendarOf(ground));
        const now = minutesOf(ground, calendarOf(ground, edit.days));
        const at = start + edit.after;
        const used = old.openBetween(start, at);
        fc.pre(used < amount * 60);
        const armed = armClock(old.calendar, { amount, unit: 'businessHour' }, old.instant(start));
        const moved = reprojectClock(armed, { at: old.instant(at), from: old.calendar, to: now.calendar });
        expect(moved.after.dueAt).toBe(now.instant(now.walk(at, amount * 60 - used)));
        const pauses = pausesFrom(at, edit.lengths);
        const held = dueOf(now.calendar, hold(now, moved.ledger, pauses))?.dueAt;
        expect(held).toBe(now.instant(now.walk(at, amount * 60 - used, pauses)));
        const half = rungAt(now.calendar, moved.ledger, { percent: 50 })?.dueAt ?? '';
        // what was reached on the old calendar is not put off by the new one
        if (used >= amount * 30) expect(half <= old.instant(at)).toBe(true);
        else expect(half).toBe(now.instant(now.walk(at, amount * 30 - used)));
      }),
      RUNS,
    );
  });
});
