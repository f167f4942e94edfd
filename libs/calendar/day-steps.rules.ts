import { Temporal } from 'temporal-polyfill';

import { dayOf, isPlainDay, isWorkingDay, spansOfDay, startOfDay } from './timetable.rules.js';
import type { DayNumber, Timetable } from './timetable.rules.js';

/** The n-th working day after a day, or before it when negative. The day itself does not count. */
export function workingDayFrom(timetable: Timetable, day: DayNumber, count: number): DayNumber {
  const step = Math.sign(count);
  let reached = day;
  for (let left = Math.abs(count); left > 0;) {
    reached += step;
    if (isWorkingDay(timetable, reached)) left -= 1;
  }
  return reached;
}

/** Close of a day: the end of its last open interval, or of the day itself when it has none. */
export function closeOfDay(timetable: Timetable, day: DayNumber): number {
  return spansOfDay(timetable, day).at(-1)?.to ?? startOfDay(timetable, day + 1);
}

/** The day an instant is the end of something on: midnight belongs to the day before. */
export function dayEndingAt(timetable: Timetable, ms: number): DayNumber {
  return dayOf(timetable, ms - 1);
}

/** The day itself when it has open time, else the next day that has. */
export function workingDayOnOrAfter(timetable: Timetable, day: DayNumber): DayNumber {
  return isWorkingDay(timetable, day) ? day : workingDayFrom(timetable, day, 1);
}

/** The same local time a number of local dates later. A skipped local time becomes the one after the gap. */
export function sameTimeDaysLater(timetable: Timetable, ms: number, days: number): number {
  const day = dayOf(timetable, ms);
  // The time since midnight is the local time only where no clock changes.
  if (isPlainDay(timetable, day) && isPlainDay(timetable, day + days)) {
    return startOfDay(timetable, day + days) + ms - startOfDay(timetable, day);
  }
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timetable.calendar.zone).add({ days })
    .epochMilliseconds;
}

/** Working days after the day of `from` up to and with the day that ends at `to`. */
export function workingDaysBetween(timetable: Timetable, from: number, to: number): number {
  const last = dayEndingAt(timetable, to);
  let count = 0;
  for (let day = dayOf(timetable, from) + 1; day <= last; day += 1) {
    if (isWorkingDay(timetable, day)) count += 1;
  }
  return count;
}
