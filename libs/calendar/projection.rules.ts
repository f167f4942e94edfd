import { isRounded, roundDue, roundOpening } from './budget.rules.js';
import type { Calendar } from './calendar.definition.js';
import type { ClockLedger, Counting } from './clock-ledger.types.js';
import { dayEndingAt } from './day-steps.rules.js';
import { toInstant, toMs } from './instant.rules.js';
import type { Instant } from './instant.rules.js';
import { addOpen, openBetween, openFrom } from './open-time.rules.js';
import { dateOf, dayOf, timetableOf } from './timetable.rules.js';
import type { Timetable } from './timetable.rules.js';

/** An instant that follows from a ledger, and the years whose holidays it guesses. */
export interface Projection {
  dueAt: Instant;
  /** Years it touches that the calendar has not confirmed: say so, and project again when they are. */
  unconfirmedYears: number[];
}

/** What a clock has used of its budget. */
export interface Consumption {
  consumedMs: number;
  budgetMs: number;
  /** Whole percent, rounded down; 100 and more only once nothing of the budget is left. */
  percent: number;
}

/** Milliseconds between two instants in what a clock counts. */
export function measure(timetable: Timetable, counts: Counting, { from, to }: { from: number; to: number }): number {
  return counts === 'open' ? openBetween(timetable, from, to) : to - from;
}

/** The instant some milliseconds of what a clock counts after another. */
export function advance(timetable: Timetable, counts: Counting, { ms, by }: { ms: number; by: number }): number {
  return counts === 'open' ? addOpen(timetable, ms, by) : ms + by;
}

/** Due instant of a ledger; while paused, as if resumed at `resumedAt`, or null. */
export function dueMs(timetable: Timetable, ledger: ClockLedger, resumedAt?: number): number | null {
  if (ledger.until !== null) return toMs(ledger.until);
  if (ledger.reachedDue !== null) return toMs(ledger.reachedDue);
  const since = ledger.runningSince === null ? resumedAt : toMs(ledger.runningSince);
  if (since === undefined) return null;
  const rest = ledger.budgetMs - ledger.consumedMs;
  if (rest > 0) return roundDue(timetable, ledger.budget, advance(timetable, ledger.counts, { ms: since, by: rest }));
  // Rounding to the close can leave a clock with nothing to count before it is due: then this day, or the next open one.
  return isRounded(timetable, ledger.budget)
    ? roundOpening(timetable, ledger.budget, openFrom(timetable, since))
    : since;
}

/** Milliseconds a clock has consumed by an instant not before its last change. */
export function consumedMsAt(timetable: Timetable, ledger: ClockLedger, ms: number): number {
  if (ledger.counts === 'fixed') return Math.max(0, ms - toMs(ledger.armedAt));
  if (ledger.runningSince === null) return ledger.consumedMs;
  return ledger.consumedMs + measure(timetable, ledger.counts, { from: toMs(ledger.runningSince), to: ms });
}

/** Years between two instants that the calendar has not confirmed. */
export function unconfirmedYears(timetable: Timetable, from: number, to: number): number[] {
  if (timetable.calendar.roundTheClock) return [];
  const yearOf = (day: number) => Number(dateOf(timetable, day).slice(0, 4));
  const first = yearOf(dayOf(timetable, from));
  const last = yearOf(Math.max(dayEndingAt(timetable, to), dayOf(timetable, from)));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => !timetable.confirmedYears.has(year),
  );
}

/** Years a due instant depends on and the calendar has not confirmed. */
export function guessedYears(timetable: Timetable, ledger: ClockLedger, due: number): number[] {
  if (ledger.counts === 'open') return unconfirmedYears(timetable, toMs(ledger.armedAt), due);
  if (ledger.counts === 'fixed' || !isRounded(timetable, ledger.budget)) return [];
  const unrounded = Math.min(due, toMs(ledger.runningSince ?? ledger.armedAt) + ledger.budgetMs - ledger.consumedMs);
  return unconfirmedYears(timetable, Math.max(unrounded, toMs(ledger.armedAt)), due);
}

function project(timetable: Timetable, ledger: ClockLedger, due: number): Projection {
  return { dueAt: toInstant(due), unconfirmedYears: guessedYears(timetable, ledger, due) };
}

/** When the clock is due; null while it is paused (unless its end is fixed, or had come before the pause). */
export function dueOf(calendar: Calendar, ledger: ClockLedger): Projection | null {
  const timetable = timetableOf(calendar);
  const due = dueMs(timetable, ledger);
  return due === null ? null : project(timetable, ledger, due);
}

/** The due instant alone of {@link dueOf}, without looking for the years that are guessed: a third of the work. */
export function dueInstantOf(calendar: Calendar, ledger: ClockLedger): Instant | null {
  const due = dueMs(timetableOf(calendar), ledger);
  return due === null ? null : toInstant(due);
}

/** When the clock would be due if its pause, should there be one, ended at `at`. */
export function projectedDueOf(calendar: Calendar, ledger: ClockLedger, at: Instant): Projection {
  const timetable = timetableOf(calendar);
  const ms = toMs(at);
  return project(timetable, ledger, dueMs(timetable, ledger, ms) ?? ms);
}

/** What the clock has used of its budget by an instant. It does not change during a pause. */
export function consumptionOf(calendar: Calendar, ledger: ClockLedger, at: Instant): Consumption {
  const timetable = timetableOf(calendar);
  const consumedMs = consumedMsAt(timetable, ledger, toMs(at));
  const percent = ledger.budgetMs === 0 ? 100 : Math.floor((consumedMs * 100) / ledger.budgetMs);
  return { consumedMs, budgetMs: ledger.budgetMs, percent };
}
