import { checkAmount, checkBudget, endOfPeriod, msOf } from './budget.rules.js';
import type { Amount, Budget } from './budget.rules.js';
import type { Calendar } from './calendar.definition.js';
import { CalendarError } from './calendar.error.js';
import type { ClockLedger, Counting, Extension, Hold } from './clock-ledger.types.js';
import { dayEndingAt } from './day-steps.rules.js';
import { toInstant, toMs } from './instant.rules.js';
import type { Instant } from './instant.rules.js';
import { addOpen } from './open-time.rules.js';
import { consumedMsAt, dueMs, measure } from './projection.rules.js';
import { dayOf, timetableOf } from './timetable.rules.js';
import type { Timetable } from './timetable.rules.js';

/** What a clock with a budget counts. */
export function countingOf(budget: Budget): Counting {
  if ('until' in budget) return 'fixed';
  return budget.unit === 'businessHour' || budget.unit === 'workingDay' ? 'open' : 'elapsed';
}

/** Budget in milliseconds of what it counts, for a clock armed at `ms`. */
export function budgetMsOf(timetable: Timetable, budget: Budget, ms: number): number {
  const counts = countingOf(budget);
  if ('until' in budget) return Math.max(0, toMs(budget.until) - ms);
  return measure(timetable, counts, {
    from: ms,
    to: endOfPeriod(timetable, budget, { ms, day: dayOf(timetable, ms) }),
  });
}

/**
 * Starts a clock. A clock that is paused from the start is armed and paused at the same instant.
 * Throws `budget.invalid`, `instant.invalid`.
 */
export function armClock(calendar: Calendar, budget: Budget, at: Instant): ClockLedger {
  checkBudget(budget);
  const armedAt = toInstant(toMs(at));
  return {
    budget: 'until' in budget ? { until: budget.until } : { amount: budget.amount, unit: budget.unit },
    armedAt,
    counts: countingOf(budget),
    budgetMs: budgetMsOf(timetableOf(calendar), budget, toMs(at)),
    consumedMs: 0,
    runningSince: armedAt,
    until: 'until' in budget ? toInstant(toMs(budget.until)) : null,
    reachedDue: null,
    runs: [],
    pauses: [],
    extensions: [],
  };
}

function lastChange(ledger: ClockLedger): Instant {
  const pauses = ledger.pauses.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  return [ledger.armedAt, ...pauses, ...(ledger.runningSince === null ? [] : [ledger.runningSince])].reduce(
    (latest, instant) => (instant > latest ? instant : latest),
  );
}

function checkOrder(ledger: ClockLedger, at: Instant): Instant {
  const instant = toInstant(toMs(at));
  if (instant < lastChange(ledger)) {
    throw new CalendarError('clock.out_of_order', `${at} is before the clock's last change ${lastChange(ledger)}`);
  }
  return instant;
}

/** The ledger with its present run finished at an instant, standing still. */
export function endRun(calendar: Calendar, ledger: ClockLedger, at: Instant): ClockLedger {
  if (ledger.runningSince === null) return ledger;
  const timetable = timetableOf(calendar);
  const ms = measure(timetable, ledger.counts, { from: toMs(ledger.runningSince), to: toMs(at) });
  const due = dueMs(timetable, ledger);
  return {
    ...ledger,
    consumedMs: ledger.consumedMs + ms,
    runningSince: null,
    reachedDue: due !== null && due <= toMs(at) ? toInstant(due) : null,
    runs: [...ledger.runs, { from: ledger.runningSince, to: at, ms }],
  };
}

/** Pauses a clock. A reason for which it is paused already changes nothing. Throws `clock.out_of_order`. */
export function pauseClock(calendar: Calendar, ledger: ClockLedger, { at, reason = 'pause' }: Hold): ClockLedger {
  if (ledger.pauses.some((pause) => pause.reason === reason && pause.to === null)) return ledger;
  const from = checkOrder(ledger, at);
  const stopped = endRun(calendar, ledger, from);
  return { ...stopped, pauses: [...stopped.pauses, { reason, from, to: null }] };
}

/** Ends the pause of a reason; the clock runs when it was the last. Throws `clock.out_of_order`. */
export function resumeClock(ledger: ClockLedger, { at, reason = 'pause' }: Hold): ClockLedger {
  if (!ledger.pauses.some((pause) => pause.reason === reason && pause.to === null)) return ledger;
  const to = checkOrder(ledger, at);
  const pauses = ledger.pauses.map((pause) =>
    pause.reason === reason && pause.to === null ? { ...pause, to } : pause,
  );
  const isFree = pauses.every((pause) => pause.to !== null);
  return { ...ledger, pauses, runningSince: isFree ? to : null };
}

/** Whether the clock stands still. */
export function isPaused(ledger: ClockLedger): boolean {
  return ledger.runningSince === null;
}

function extendedDue(timetable: Timetable, ledger: ClockLedger, { by, due }: { by: Amount; due: number }): number {
  // A clock that counts open time has no other minutes and hours.
  if (ledger.counts === 'open' && (by.unit === 'minute' || by.unit === 'hour')) {
    return addOpen(timetable, due, msOf(by));
  }
  return endOfPeriod(timetable, by, { ms: due, day: dayEndingAt(timetable, due) });
}

function withDue(timetable: Timetable, ledger: ClockLedger, { at, due }: { at: number; due: number }): ClockLedger {
  if (ledger.counts === 'fixed') {
    return { ...ledger, until: toInstant(due), budgetMs: due - toMs(ledger.armedAt), reachedDue: null };
  }
  if (due > at) {
    const rest = measure(timetable, ledger.counts, { from: at, to: due });
    return { ...ledger, budgetMs: consumedMsAt(timetable, ledger, at) + rest, reachedDue: null };
  }
  if (ledger.reachedDue !== null || ledger.runningSince === null) return { ...ledger, reachedDue: toInstant(due) };
  const run = measure(timetable, ledger.counts, { from: toMs(ledger.runningSince), to: due });
  return { ...ledger, budgetMs: ledger.consumedMs + run };
}

/**
 * Gives a clock more time, counted from its due instant. Whole working days end at a close again.
 * Throws `budget.invalid`, and `clock.extension_adds_nothing` when it would not move the due instant.
 */
export function extendClock(
  calendar: Calendar,
  ledger: ClockLedger,
  { by, at }: { by: Amount; at: Instant },
): ClockLedger {
  checkAmount(by);
  const timetable = timetableOf(calendar);
  const ms = toMs(checkOrder(ledger, at));
  const before = dueMs(timetable, ledger, ms) ?? ms;
  const target = extendedDue(timetable, ledger, { by, due: before });
  const extended = withDue(timetable, ledger, { at: ms, due: target });
  const after = dueMs(timetable, extended, ms) ?? ms;
  if (after <= before) {
    throw new CalendarError('clock.extension_adds_nothing', `${String(by.amount)} ${by.unit} ends in closed time`);
  }
  const entry: Extension = {
    at: toInstant(ms),
    by: { amount: by.amount, unit: by.unit },
    dueBefore: toInstant(before),
    dueAfter: toInstant(after),
  };
  return { ...extended, extensions: [...extended.extensions, entry] };
}
