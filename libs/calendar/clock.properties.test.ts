import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { always, berlin, office as fullOffice } from './testing/calendars.js';
import type { Amount, Calendar, ClockLedger, Instant } from './index.js';
import {
  armClock,
  consumptionOf,
  defineCalendar,
  dueOf,
  DURATION_UNITS,
  explainClock,
  extendClock,
  isOpen,
  openMsBetween,
  pauseClock,
  periodEnd,
  projectedDueOf,
  reprojectClock,
  resumeClock,
  rungAt,
} from './index.js';

const MINUTE = 60_000;

// Only the year in question, so that a counterexample can be read.
const office = defineCalendar({
  ...fullOffice,
  overrides: fullOffice.overrides.filter(({ date }) => date.startsWith('2026')),
});
const anyCalendar = fc.constantFrom(office, berlin, always);
const anyAmount = fc.record({
  amount: fc.integer({ min: 1, max: 24 }).map((halves) => halves / 2),
  unit: fc.constantFrom(...DURATION_UNITS),
});
/** Minutes from the beginning of 2026 to the end of October. */
const anyStart = fc.integer({ min: 0, max: 300 * 1440 });
const anyStretch = fc.tuple(fc.integer({ min: 0, max: 5 * 1440 }), fc.integer({ min: 1, max: 5 * 1440 }));

/** What an arming needs. */
const anyArming = fc.record({ calendar: anyCalendar, budget: anyAmount, start: anyStart });

function after(start: number, minutes: number): Instant {
  return new Date(Date.UTC(2026, 0, 1) + (start + minutes) * MINUTE).toISOString();
}

function due(calendar: Calendar, ledger: ClockLedger): Instant {
  const projection = dueOf(calendar, ledger);
  if (projection === null) throw new Error('paused');
  return projection.dueAt;
}

function hold(calendar: Calendar, ledger: ClockLedger, [from, to]: [Instant, Instant]): ClockLedger {
  return resumeClock(pauseClock(calendar, ledger, { at: from }), { at: to });
}

/** A clock with one pause that begins before it is due. */
const held = fc
  .tuple(anyCalendar, anyAmount, anyStart, anyStretch)
  .map(([calendar, budget, start, [gap, length]]) => {
    const armed = armClock(calendar, budget, after(start, 0));
    const pause: [Instant, Instant] = [after(start, gap), after(start, gap + length)];
    return { calendar, budget, start, armed, pause };
  })
  .filter(({ calendar, armed, pause }) => pause[0] < due(calendar, armed));

/** Open at odd times, up to midnight, with every way to end a period in days. */
const nightly = fc
  .record({ ends: fc.constantFrom('close' as const, 'sameTime' as const), rolls: fc.boolean() })
  .map((dayPeriods) => {
    const week = { monday: [{ from: '18:00', to: '24:00' }], thursday: [{ from: '00:00', to: '24:00' }] };
    return defineCalendar({ name: 'nightly', zone: 'Europe/Berlin', week, dayPeriods });
  });

describe('every clock', () => {
  test('that was never paused is due at the end of the period it stands for', () => {
    const quarterDays = fc.integer({ min: 0, max: 1200 }).map((quarters) => quarters * 360);
    fc.assert(
      fc.property(fc.oneof(anyCalendar, nightly), anyAmount, quarterDays, (calendar, budget, start) => {
        const at = after(start, -60);
        expect(due(calendar, armClock(calendar, budget, at))).toBe(periodEnd(calendar, at, budget));
      }),
      { numRuns: 300 },
    );
  });

  test('is due after it was armed, and is plain JSON', () => {
    fc.assert(
      fc.property(anyCalendar, anyAmount, anyStart, (calendar, budget, start) => {
        const armed = armClock(calendar, budget, after(start, 0));
        expect(due(calendar, armed) > after(start, 0)).toBe(true);
        expect(JSON.parse(JSON.stringify(armed))).toEqual(armed);
      }),
    );
  });

  test('is due no earlier for a larger budget or a later start', () => {
    fc.assert(
      fc.property(anyArming, fc.nat(2880), ({ calendar, budget, start }, later) => {
        const armed = armClock(calendar, budget, after(start, 0));
        const larger: Amount = { ...budget, amount: budget.amount + 1 };
        expect(due(calendar, armClock(calendar, larger, after(start, 0))) >= due(calendar, armed)).toBe(true);
        // Half a working day from late in the day may reach beyond a whole one, so like is compared with like.
        expect(due(calendar, armClock(calendar, budget, after(start, later))) >= due(calendar, armed)).toBe(true);
      }),
    );
  });

  test('is never due earlier for having been paused', () => {
    fc.assert(
      fc.property(held, ({ calendar, armed, pause }) => {
        expect(due(calendar, hold(calendar, armed, pause)) >= due(calendar, armed)).toBe(true);
      }),
    );
  });

  test('that counts open time is due as before when the pause lay wholly outside it', () => {
    fc.assert(
      fc.property(held, ({ calendar, armed, pause }) => {
        fc.pre(armed.counts === 'open' && openMsBetween(calendar, ...pause) === 0);
        expect(due(calendar, hold(calendar, armed, pause))).toBe(due(calendar, armed));
      }),
      { numRuns: 40 },
    );
  });

  test('that is not rounded moves by exactly what the pause held back', () => {
    fc.assert(
      fc.property(held, ({ calendar, armed, pause, budget }) => {
        fc.pre(budget.unit !== 'day' && (budget.unit !== 'workingDay' || !Number.isInteger(budget.amount)));
        const before = due(calendar, armed);
        const moved = due(calendar, hold(calendar, armed, pause));
        if (armed.counts === 'open')
          expect(openMsBetween(calendar, before, moved)).toBe(openMsBetween(calendar, ...pause));
        else expect(Date.parse(moved) - Date.parse(before)).toBe(Date.parse(pause[1]) - Date.parse(pause[0]));
      }),
    );
  });

  test('does not care whether a pause was one or two in a row, or two that overlapped', () => {
    fc.assert(
      fc.property(held, fc.double({ min: 0, max: 1, noNaN: true }), ({ calendar, armed, pause }, share) => {
        const [from, to] = pause;
        const middle = new Date(
          Date.parse(from) + Math.round((Date.parse(to) - Date.parse(from)) * share),
        ).toISOString();
        const once = due(calendar, hold(calendar, armed, pause));
        expect(due(calendar, hold(calendar, hold(calendar, armed, [from, middle]), [middle, to]))).toBe(once);
        const first = pauseClock(calendar, armed, { at: from, reason: 'first' });
        const both = pauseClock(calendar, first, { at: middle, reason: 'second' });
        const left = resumeClock(resumeClock(both, { at: middle, reason: 'first' }), { at: to, reason: 'second' });
        expect(due(calendar, left)).toBe(once);
      }),
    );
  });

  test('uses the same percentage all through a pause', () => {
    fc.assert(
      fc.property(held, ({ calendar, armed, pause: [from, to] }) => {
        const paused = pauseClock(calendar, armed, { at: from });
        expect(consumptionOf(calendar, paused, to)).toEqual(consumptionOf(calendar, armed, from));
      }),
    );
  });

  test('has its rungs in order: percentages up to the due instant, steps beyond it', () => {
    fc.assert(
      fc.property(held, anyAmount, ({ calendar, armed, pause }, offset) => {
        const ledger = hold(calendar, armed, pause);
        const at = (percent: number) => rungAt(calendar, ledger, { percent })?.dueAt ?? '';
        const end = due(calendar, ledger);
        expect([at(100), at(80), at(50)]).toEqual([end, at(80), at(50)].sort().reverse());
        expect(at(1) >= armed.armedAt).toBe(true);
        const before = rungAt(calendar, ledger, { before: offset })?.dueAt ?? '';
        expect(before < end && before >= armed.armedAt).toBe(true);
        const beyond = rungAt(calendar, ledger, { after: offset })?.dueAt ?? '';
        expect(beyond > end).toBe(true);
      }),
    );
  });

  test('reminds in open time when it counts open time', () => {
    fc.assert(
      fc.property(held, anyAmount, ({ calendar, armed, pause }, offset) => {
        fc.pre(armed.counts === 'open' && calendar !== always);
        const ledger = hold(calendar, armed, pause);
        const before = rungAt(calendar, ledger, { before: offset })?.dueAt ?? '';
        fc.pre(before > armed.armedAt);
        const justBefore = new Date(Date.parse(before) - 1).toISOString();
        expect(isOpen(calendar, before) || isOpen(calendar, justBefore)).toBe(true);
      }),
    );
  });

  test('is due later for an extension, by the extension', () => {
    fc.assert(
      fc.property(held, fc.integer({ min: 1, max: 3 }), ({ calendar, armed, pause }, amount) => {
        const ledger = hold(calendar, armed, pause);
        const before = due(calendar, ledger);
        const by: Amount = { amount, unit: 'workingDay' };
        const extended = extendClock(calendar, ledger, { by, at: pause[1] });
        expect(due(calendar, extended) > before).toBe(true);
        expect(extended.extensions).toMatchObject([{ dueBefore: before, dueAfter: due(calendar, extended) }]);
      }),
    );
  });

  test('stays as it is on a calendar that did not change', () => {
    fc.assert(
      fc.property(held, ({ calendar, armed, pause }) => {
        const ledger = hold(calendar, armed, pause);
        const same = reprojectClock(ledger, { at: pause[1], from: calendar, to: calendar });
        expect(same.after).toEqual(same.before);
        const paused = pauseClock(calendar, armed, { at: pause[0] });
        const moved = reprojectClock(paused, { at: pause[1], from: calendar, to: calendar });
        expect(projectedDueOf(calendar, moved.ledger, pause[1])).toEqual(projectedDueOf(calendar, paused, pause[1]));
      }),
    );
  });

  test('is explained by stretches that add up to its budget unless it is rounded', () => {
    fc.assert(
      fc.property(held, ({ calendar, armed, pause, budget }) => {
        const ledger = hold(calendar, armed, pause);
        const { days, dueAt, pauses } = explainClock(calendar, ledger, pause[1]);
        expect(dueAt).toBe(due(calendar, ledger));
        expect(pauses).toHaveLength(1);
        const counted = days.reduce((sum, { countedMs }) => sum + countedMs, 0);
        const isRounded = Number.isInteger(budget.amount) && (budget.unit === 'workingDay' || budget.unit === 'day');
        if (isRounded) expect(counted).toBeGreaterThanOrEqual(ledger.budgetMs);
        else expect(counted).toBe(ledger.budgetMs);
      }),
    );
  });
});
