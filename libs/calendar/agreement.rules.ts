import type { Calendar, DayOverride } from './calendar.definition.js';
import type { Instant } from './instant.rules.js';
import { toMs } from './instant.rules.js';
import { dateOf, dayOf, timetableOf } from './timetable.rules.js';

/** What does not depend on the day. */
function ground({ zone, roundTheClock, week, ordinaryDay, dayPeriods }: Calendar): string {
  return JSON.stringify({ zone, roundTheClock, week, ordinaryDay, dayPeriods });
}

function hours({ open, intervals }: DayOverride): string {
  return JSON.stringify({ open, intervals });
}

/** Exceptions of one calendar that the other lacks or has otherwise. Names of days do not matter. */
function differing(left: Calendar, right: Calendar): string[] {
  const known = new Map(right.overrides.map((day) => [day.date, hours(day)]));
  return left.overrides.filter((day) => known.get(day.date) !== hours(day)).map(({ date }) => date);
}

const dates = new WeakMap<Calendar, WeakMap<Calendar, readonly string[] | null>>();

/** Local dates on which two calendars differ, in order; null when they differ on more than single days. Worked out once a pair. */
function datesOfDifference(left: Calendar, right: Calendar): readonly string[] | null {
  const known = dates.get(left)?.get(right);
  if (known !== undefined) return known;
  const found =
    ground(left) === ground(right) ? [...new Set([...differing(left, right), ...differing(right, left)])].sort() : null;
  const pairs = dates.get(left) ?? new WeakMap<Calendar, readonly string[] | null>();
  dates.set(left, pairs.set(right, found));
  return found;
}

/**
 * Whether two calendars have the same open time on every local day from one instant to another (null: for ever): then nothing that
 * is measured between them moves.
 */
export function agreeBetween(left: Calendar, right: Calendar, span: { from: Instant; to: Instant | null }): boolean {
  const differences = datesOfDifference(left, right);
  if (differences === null) return false;
  if (differences.length === 0) return true;
  const timetable = timetableOf(left);
  const first = dateOf(timetable, dayOf(timetable, toMs(span.from)));
  const last = span.to === null ? null : dateOf(timetable, dayOf(timetable, toMs(span.to)));
  return !differences.some((date) => date >= first && (last === null || date <= last));
}
