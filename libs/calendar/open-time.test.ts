import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

import { addOpenMs, armClock, defineCalendar, dueOf, openMsBetween, pauseClock, resumeClock } from './index.js';
import type { Calendar, CalendarDefinition, Instant, OpenInterval, Weekday } from './index.js';
import { WEEKDAYS } from './index.js';

const MINUTE = 60_000;

// The oracle knows nothing of days: it walks minute by minute and asks the time zone what the clock on the wall shows.

function minuteOfDay(wallTime: string): number {
  const [hours = '0', minutes = '0'] = wallTime.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** What the clock on the wall shows at the start of a quarter of an hour; clocks change only between two quarters. */
function wallClock(zone: string, ms: number, known: Map<number, { date: string; weekday: Weekday; minute: number }>) {
  const found = known.get(ms);
  if (found !== undefined) return found;
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const shown = {
    date: zoned.toPlainDate().toString(),
    weekday: WEEKDAYS[zoned.dayOfWeek - 1] ?? 'monday',
    minute: zoned.hour * 60 + zoned.minute,
  };
  known.set(ms, shown);
  return shown;
}

type Oracle = (ms: number) => boolean;

function oracleOf(calendar: Calendar): Oracle {
  const known = new Map<number, { date: string; weekday: Weekday; minute: number }>();
  return (ms) => {
    const quarter = ms - (ms % (15 * MINUTE));
    const shown = wallClock(calendar.zone, quarter, known);
    const override = calendar.overrides.find((entry) => entry.date === shown.date);
    const ordinary = override === undefined ? calendar.week[shown.weekday] : calendar.ordinaryDay;
    const intervals = override?.open === false ? [] : (override?.intervals ?? ordinary);
    const minute = shown.minute + (ms - quarter) / MINUTE;
    return intervals.some(({ from, to }) => minuteOfDay(from) <= minute && minute < minuteOfDay(to));
  };
}

function stepToDue(start: number, minutes: number, counts: Oracle): number {
  let ms = start;
  for (let left = minutes; left > 0; ms += MINUTE) {
    if (counts(ms)) left -= 1;
  }
  return ms;
}

const wallTime = fc
  .integer({ min: 0, max: 96 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  );

/** Up to two open intervals on quarter hours. */
const hours = fc.uniqueArray(wallTime, { minLength: 2, maxLength: 4 }).map((times): OpenInterval[] => {
  const [a = '', b = '', c, d] = [...times].sort();
  return c === undefined || d === undefined
    ? [{ from: a, to: b }]
    : [
        { from: a, to: b },
        { from: c, to: d },
      ];
});

/** Zones whose clocks change in spring, at midnight, by half an hour, or never; and dates around those changes. */
const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/Santiago',
  'Australia/Lord_Howe',
  'America/Havana',
  'Asia/Kathmandu',
];

const calendars = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    week: fc.dictionary(fc.constantFrom(...WEEKDAYS), hours, { minKeys: 1, maxKeys: 7 }),
    overrides: fc.uniqueArray(fc.record({ offset: fc.nat(40), open: fc.boolean(), intervals: fc.option(hours) }), {
      selector: ({ offset }) => offset,
      maxLength: 8,
    }),
    base: fc.constantFrom('2026-03-01', '2026-03-25', '2026-04-01', '2026-09-01', '2026-10-20', '2026-12-20'),
  })
  .map(({ zone, week, overrides, base }) => {
    const definition: CalendarDefinition = {
      name: 'any',
      zone,
      week,
      overrides: overrides.map(({ offset, open, intervals }) => ({
        date: Temporal.PlainDate.from(base).add({ days: offset }).toString(),
        open,
        ...(open && intervals !== null && { intervals }),
      })),
    };
    return { calendar: defineCalendar(definition), base };
  });

function instant(base: string, minutes: number): Instant {
  return new Date(Date.parse(`${base}T00:00:00.000Z`) + minutes * MINUTE).toISOString();
}

describe('counting open time', () => {
  test('agrees with stepping through the minutes, whatever the calendar, the zone and the pauses', () => {
    fc.assert(
      fc.property(
        calendars,
        fc.record({ startMinute: fc.integer({ min: 0, max: 20 * 1440 }), halfHours: fc.integer({ min: 1, max: 20 }) }),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 * 1440 }), { maxLength: 6 }),
        ({ calendar, base }, { startMinute, halfHours }, changes) => {
          const start = instant(base, startMinute);
          const isOpen = oracleOf(calendar);
          const stepped = stepToDue(Date.parse(start), halfHours * 30, isOpen);
          let ledger = armClock(calendar, { amount: halfHours / 2, unit: 'businessHour' }, start);
          expect(dueOf(calendar, ledger)?.dueAt).toBe(new Date(stepped).toISOString());

          const sorted = [...changes].sort((a, b) => a - b).map((minute) => instant(base, startMinute + minute));
          const pauses = sorted.flatMap((from, index) => {
            const to = sorted[index + 1];
            return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
          });
          for (const { from, to } of pauses) {
            ledger = resumeClock(pauseClock(calendar, ledger, { at: from }), { at: to });
          }
          const isPaused = (ms: number) => pauses.some(({ from, to }) => Date.parse(from) <= ms && ms < Date.parse(to));
          const held = stepToDue(Date.parse(start), halfHours * 30, (ms) => !isPaused(ms) && isOpen(ms));
          expect(dueOf(calendar, ledger)?.dueAt).toBe(new Date(held).toISOString());
        },
      ),
      { numRuns: 50 },
    );
  });

  test('back again from what was added, and never earlier with more', () => {
    fc.assert(
      fc.property(
        calendars,
        fc.integer({ min: 0, max: 40 * 1440 }),
        fc.tuple(fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: 0, max: 1_000_000_000 })),
        ({ calendar, base }, startMinute, [ms, more]) => {
          const start = instant(base, startMinute);
          const end = addOpenMs(calendar, start, ms);
          expect(openMsBetween(calendar, start, end)).toBe(ms);
          expect(openMsBetween(calendar, end, start)).toBe(-ms);
          expect(openMsBetween(calendar, addOpenMs(calendar, end, -ms), end)).toBe(ms);
          expect(addOpenMs(calendar, start, ms + more) >= end).toBe(true);
        },
      ),
    );
  });

  test('in two steps is the same as in one', () => {
    fc.assert(
      fc.property(
        calendars,
        fc.integer({ min: 0, max: 40 * 1440 }),
        fc.tuple(fc.integer({ min: 1, max: 500_000_000 }), fc.integer({ min: 1, max: 500_000_000 })),
        ({ calendar, base }, startMinute, [first, second]) => {
          const start = instant(base, startMinute);
          const once = addOpenMs(calendar, start, first + second);
          expect(addOpenMs(calendar, addOpenMs(calendar, start, first), second)).toBe(once);
        },
      ),
    );
  });

  test('does not walk: 20,000 sums a second at least, even on a busy machine', () => {
    const calendar = defineCalendar({
      name: 'fast',
      zone: 'Asia/Shanghai',
      week: {
        monday: [
          { from: '09:00', to: '12:00' },
          { from: '13:30', to: '17:30' },
        ],
        thursday: [{ from: '09:00', to: '17:00' }],
      },
    });
    const starts = Array.from({ length: 20_000 }, (_, index) => instant('2026-01-01', index * 17));
    const run = () => starts.map((start) => addOpenMs(calendar, start, 90 * MINUTE));
    run();
    const best = Math.min(
      ...[1, 2, 3].map(() => {
        const begin = performance.now();
        run();
        return performance.now() - begin;
      }),
    );
    expect((starts.length / best) * 1000).toBeGreaterThan(20_000);
  });
});
