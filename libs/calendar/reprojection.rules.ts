import { checkBudget } from './budget.rules.js';
import type { Budget } from './budget.rules.js';
import type { Calendar } from './calendar.definition.js';
import { budgetMsOf, countingOf, endRun, isPaused } from './clock-ledger.rules.js';
import type { ClockLedger } from './clock-ledger.types.js';
import { closeOfDay, workingDayFrom, workingDayOnOrAfter, workingDaysBetween } from './day-steps.rules.js';
import { toInstant, toMs } from './instant.rules.js';
import type { Instant } from './instant.rules.js';
import { dueMs, measure, projectedDueOf } from './projection.rules.js';
import type { Projection } from './projection.rules.js';
import { dayOf, timetableOf } from './timetable.rules.js';
import type { Timetable } from './timetable.rules.js';

/** A change of the ground a running clock stands on. */
export interface Reprojection {
  at: Instant;
  /** The calendar as it was. */
  from: Calendar;
  /** The calendar as it is from now on. */
  to: Calendar;
  /** The budget from now on, when a new policy changes it. */
  budget?: Budget;
}

/** A clock on new ground, with what the journal wants to know. While paused, both dues are as if resumed at `at`. */
export interface Reprojected {
  ledger: ClockLedger;
  before: Projection;
  after: Projection;
}

/** What is left in whole working days stays that many days, however long the days become. */
function restInDays({ from, to }: { from: Timetable; to: Timetable }, at: number, due: number): number {
  const count = workingDaysBetween(from, at, due);
  const today = dayOf(to, at);
  const last = count === 0 ? workingDayOnOrAfter(to, today) : workingDayFrom(to, today, count);
  return measure(to, 'open', { from: at, to: Math.max(at, closeOfDay(to, last)) });
}

function keptBudgetMs(ledger: ClockLedger, { at, from, to }: { at: number; from: Timetable; to: Timetable }): number {
  if ('until' in ledger.budget || !Number.isInteger(ledger.budget.amount)) return ledger.budgetMs;
  if (ledger.budget.unit === 'workingDay') {
    const due = dueMs(from, ledger, at) ?? at;
    return due <= at ? ledger.budgetMs : ledger.consumedMs + restInDays({ from, to }, at, due);
  }
  const isFresh = ledger.budget.unit === 'day' && ledger.extensions.length === 0;
  return isFresh ? budgetMsOf(to, ledger.budget, toMs(ledger.armedAt)) : ledger.budgetMs;
}

function withBudget(
  ledger: ClockLedger,
  budget: Budget,
  { from, to }: { from: Timetable; to: Timetable },
): ClockLedger {
  const armedAt = toMs(ledger.armedAt);
  const counts = countingOf(budget);
  const granted = counts === ledger.counts ? ledger.budgetMs - budgetMsOf(from, ledger.budget, armedAt) : 0;
  const runs =
    counts === ledger.counts
      ? ledger.runs
      : ledger.runs.map((run) => ({
          ...run,
          ms: measure(to, counts, { from: toMs(run.from), to: toMs(run.to) }),
        }));
  return {
    ...ledger,
    budget: checkBudget(budget),
    counts,
    until: 'until' in budget ? toInstant(toMs(budget.until)) : null,
    budgetMs: budgetMsOf(to, budget, armedAt) + Math.max(0, granted),
    consumedMs: runs.reduce((sum, run) => sum + run.ms, 0),
    runs,
  };
}

/**
 * Puts a clock on an edited calendar, or on the budget of a new policy. What was consumed stays consumed, by the old
 * calendar; a due instant that had come stays; extensions are kept while the clock counts the same. The same instant and
 * an unchanged calendar change nothing.
 */
export function reprojectClock(ledger: ClockLedger, change: Reprojection): Reprojected {
  const from = timetableOf(change.from);
  const to = timetableOf(change.to);
  const at = toMs(change.at);
  const before = projectedDueOf(change.from, ledger, change.at);
  const stopped = endRun(change.from, ledger, toInstant(at));
  const budgeted =
    change.budget === undefined
      ? { ...stopped, budgetMs: keptBudgetMs(stopped, { at, from, to }) }
      : withBudget(stopped, change.budget, { from, to });
  const moved = { ...budgeted, runningSince: isPaused(ledger) ? null : toInstant(at) };
  return { ledger: moved, before, after: projectedDueOf(change.to, moved, change.at) };
}
