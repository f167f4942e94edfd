import { beforeInstant, checkAmount, endOfPeriod, msOf } from './budget.rules.js';
import type { Amount } from './budget.rules.js';
import type { Calendar } from './calendar.definition.js';
import { CalendarError } from './calendar.error.js';
import type { ClockLedger } from './clock-ledger.types.js';
import { dayEndingAt } from './day-steps.rules.js';
import { toInstant, toMs } from './instant.rules.js';
import type { Instant } from './instant.rules.js';
import { addOpen, openFrom } from './open-time.rules.js';
import { advance, dueMs, guessedYears, measure, unconfirmedYears } from './projection.rules.js';
import type { Projection } from './projection.rules.js';
import { timetableOf } from './timetable.rules.js';
import type { Timetable } from './timetable.rules.js';

/** Where a rung stands, relative to the clock's budget or its due instant. */
export type RungPlace = { percent: number } | { before: Amount } | { after: Amount };

/** When a clock has consumed some milliseconds; null when that lies behind a pause that still lasts. */
function instantOfConsumption(timetable: Timetable, ledger: ClockLedger, consumed: number): number | null {
  if (ledger.counts === 'fixed') return toMs(ledger.armedAt) + consumed;
  let rest = consumed;
  for (const run of ledger.runs) {
    // a run may have been measured on an older calendar: by its end it had consumed this much, whatever the calendar is now
    if (rest <= run.ms)
      return Math.min(toMs(run.to), advance(timetable, ledger.counts, { ms: toMs(run.from), by: rest }));
    rest -= run.ms;
  }
  if (ledger.runningSince === null) return null;
  return advance(timetable, ledger.counts, { ms: toMs(ledger.runningSince), by: rest });
}

/** What a clock had consumed at an instant that may lie in an earlier run. */
function consumptionAtPast(timetable: Timetable, ledger: ClockLedger, ms: number): number {
  const current = ledger.runningSince === null ? [] : [{ from: ledger.runningSince, to: null }];
  return [...ledger.runs, ...current].reduce((sum, run) => {
    const from = toMs(run.from);
    const to = run.to === null ? ms : Math.min(ms, toMs(run.to));
    return to > from ? sum + measure(timetable, ledger.counts, { from, to }) : sum;
  }, 0);
}

function stepAfter(
  timetable: Timetable,
  ledger: ClockLedger,
  { due, offset }: { due: number; offset: Amount },
): number {
  if (ledger.counts !== 'open') return endOfPeriod(timetable, offset, { ms: due, day: dayEndingAt(timetable, due) });
  if (offset.unit === 'minute' || offset.unit === 'hour') return addOpen(timetable, due, msOf(offset));
  const end = endOfPeriod(timetable, offset, { ms: due, day: dayEndingAt(timetable, due) });
  return offset.unit === 'day' && timetable.calendar.dayPeriods.ends === 'sameTime' ? openFrom(timetable, end) : end;
}

/** A rung after the due instant waits with the clock: time it stood still since then does not count. */
function afterDue(timetable: Timetable, ledger: ClockLedger, { due, at }: { due: number; at: number }): number | null {
  if (ledger.counts === 'fixed') return at;
  const isOneRun = ledger.runningSince !== null && toMs(ledger.runningSince) <= due;
  if (isOneRun) return at;
  const beyond = measure(timetable, ledger.counts, { from: due, to: at });
  return instantOfConsumption(timetable, ledger, consumptionAtPast(timetable, ledger, due) + beyond);
}

function percentPlace(timetable: Timetable, ledger: ClockLedger, percent: number): number | null {
  if (typeof percent !== 'number' || !(percent > 0 && percent <= 10_000)) {
    throw new CalendarError('rung.invalid', `not a percentage: ${String(percent)}`);
  }
  const due = dueMs(timetable, ledger);
  if (percent < 100) {
    // Rounded up: a rung never fires early.
    const at = instantOfConsumption(timetable, ledger, Math.ceil((ledger.budgetMs * percent) / 100));
    return at === null || due === null ? at : Math.min(at, due);
  }
  if (due === null || percent === 100) return due;
  const beyond = Math.ceil((ledger.budgetMs * (percent - 100)) / 100);
  return afterDue(timetable, ledger, { due, at: advance(timetable, ledger.counts, { ms: due, by: beyond }) });
}

function placeMs(timetable: Timetable, ledger: ClockLedger, place: RungPlace): number | null {
  if ('percent' in place) return percentPlace(timetable, ledger, place.percent);
  const offset = checkAmount('before' in place ? place.before : place.after);
  const due = dueMs(timetable, ledger);
  if (due === null) return null;
  if ('after' in place) {
    return afterDue(timetable, ledger, { due, at: stepAfter(timetable, ledger, { due, offset }) });
  }
  const at = beforeInstant(timetable, offset, { ms: due, inOpenTime: ledger.counts === 'open' });
  return Math.max(at, Math.min(due, toMs(ledger.armedAt)));
}

/**
 * When a rung fires; null while a pause holds it back. Offsets in minutes and hours are counted in what the clock counts:
 * a reminder of a clock on open time does not fall into the night. A reminder before the due instant is never before the
 * clock was armed. Throws `budget.invalid`, `rung.invalid`.
 */
export function rungAt(calendar: Calendar, ledger: ClockLedger, place: RungPlace): Projection | null {
  const timetable = timetableOf(calendar);
  const ms = placeMs(timetable, ledger, place);
  if (ms === null) return null;
  const due = dueMs(timetable, ledger) ?? ms;
  const hangsOnDue = !('percent' in place) || place.percent >= 100;
  const guessed = guessedYears(timetable, ledger, hangsOnDue ? due : ms);
  const offset = usesOpenTime(ledger, place) ? unconfirmedYears(timetable, Math.min(due, ms), Math.max(due, ms)) : [];
  return { dueAt: toInstant(ms), unconfirmedYears: [...new Set([...guessed, ...offset])].sort((a, b) => a - b) };
}

/** The instant alone of {@link rungAt}, without looking for the years that are guessed. Throws the same. */
export function rungInstantOf(calendar: Calendar, ledger: ClockLedger, place: RungPlace): Instant | null {
  const ms = placeMs(timetableOf(calendar), ledger, place);
  return ms === null ? null : toInstant(ms);
}

function usesOpenTime(ledger: ClockLedger, place: RungPlace): boolean {
  if ('percent' in place) return ledger.counts === 'open' && place.percent > 100;
  const { unit } = 'before' in place ? place.before : place.after;
  return ledger.counts === 'open' || unit === 'businessHour' || unit === 'workingDay';
}
