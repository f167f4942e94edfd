import { CalendarError } from './calendar.error.js';
import { closeOfDay, sameTimeDaysLater, workingDayFrom, workingDayOnOrAfter, dayEndingAt } from './day-steps.rules.js';
import type { Instant } from './instant.rules.js';
import { toMs } from './instant.rules.js';
import { addOpen, openUntil } from './open-time.rules.js';
import { dayOf } from './timetable.rules.js';
import type { DayNumber, Timetable } from './timetable.rules.js';

/**
 * `minute` and `hour` are absolute, `businessHour` and `workingDay` follow the calendar's open time, `day` steps by local
 * date. They never stand for each other: a working day is not eight business hours, a day is not 24 hours.
 */
export const DURATION_UNITS = ['minute', 'hour', 'businessHour', 'day', 'workingDay'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** A length of time. `amount` is a positive multiple of one half. */
export interface Amount {
  amount: number;
  unit: DurationUnit;
}

/** A fixed end, which pauses do not move. */
export interface Until {
  until: Instant;
}

/** How long a clock runs. */
export type Budget = Amount | Until;

export const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const HALF_DAY_MS = 12 * HOUR_MS;
const MOST = 100_000;

/** Throws `budget.invalid` unless the amount is a positive multiple of one half in a known unit. */
export function checkAmount(amount: Amount): Amount {
  // Policies come from a database: the types promise nothing.
  const given: { amount?: unknown; unit?: unknown } = amount;
  const count = given.amount;
  const isCount = typeof count === 'number' && count > 0 && count <= MOST && Number.isInteger(count * 2);
  if (!isCount || !DURATION_UNITS.some((unit) => unit === given.unit)) {
    throw new CalendarError('budget.invalid', `not a length of time: ${String(count)} ${String(given.unit)}`);
  }
  return amount;
}

/** Throws `budget.invalid` or `instant.invalid` unless the budget is a length of time or an instant. */
export function checkBudget(budget: Budget): Budget {
  const given: unknown = budget;
  if (typeof given !== 'object' || given === null) throw new CalendarError('budget.invalid', 'not a budget');
  if ('until' in budget) toMs(budget.until);
  else checkAmount(budget);
  return budget;
}

/** Milliseconds of an amount in minutes, hours or business hours. */
export function msOf({ amount, unit }: Amount): number {
  return amount * (unit === 'minute' ? MINUTE_MS : HOUR_MS);
}

/** Where a period begins: the instant, and the local day that does not count as its first. */
export interface Begin {
  ms: number;
  day: DayNumber;
}

/**
 * End of a period. Whole working days end at the close of the n-th working day after the begin's day; a half more is half
 * an ordinary day's open time. Whole days end on the n-th local date as the calendar's `dayPeriods` say; half a day more is
 * twelve hours.
 */
export function endOfPeriod(timetable: Timetable, amount: Amount, begin: Begin): number {
  const whole = Math.floor(amount.amount);
  const hasHalf = amount.amount !== whole;
  switch (amount.unit) {
    case 'minute':
    case 'hour':
      return begin.ms + msOf(amount);
    case 'businessHour':
      return addOpen(timetable, begin.ms, msOf(amount));
    case 'day': {
      const end = sameTimeDaysLater(timetable, begin.ms, whole);
      return hasHalf ? end + HALF_DAY_MS : endOfDays(timetable, end);
    }
    case 'workingDay': {
      const end = whole === 0 ? begin.ms : closeOfDay(timetable, workingDayFrom(timetable, begin.day, whole));
      return hasHalf ? addOpen(timetable, end, timetable.ordinaryDayMs / 2) : end;
    }
  }
}

/** The last day of a period in days, as the calendar's `dayPeriods` want it. */
function lastDayOf(timetable: Timetable, day: DayNumber): DayNumber {
  return timetable.calendar.dayPeriods.rolls ? workingDayOnOrAfter(timetable, day) : day;
}

/** End of a period in whole days whose last day is the one `ms` lies in. */
function endOfDays(timetable: Timetable, ms: number): number {
  const day = dayOf(timetable, ms);
  const last = lastDayOf(timetable, day);
  return timetable.calendar.dayPeriods.ends === 'close'
    ? closeOfDay(timetable, last)
    : sameTimeDaysLater(timetable, ms, last - day);
}

/** Like {@link endOfDays}, but never before `ms`: what a pause held back is not lost to an earlier close. */
function roundDays(timetable: Timetable, ms: number): number {
  if (timetable.calendar.dayPeriods.ends === 'sameTime') return endOfDays(timetable, ms);
  const day = dayEndingAt(timetable, ms);
  const close = closeOfDay(timetable, lastDayOf(timetable, day));
  return close < ms ? closeOfDay(timetable, lastDayOf(timetable, day + 1)) : close;
}

/** Moves a due instant to the end of its day when its budget is in whole working days, or in whole days that want it. */
export function roundDue(timetable: Timetable, budget: Budget, ms: number): number {
  if ('until' in budget || !Number.isInteger(budget.amount)) return ms;
  if (budget.unit === 'workingDay') return closeOfDay(timetable, dayEndingAt(timetable, ms));
  return budget.unit === 'day' ? roundDays(timetable, ms) : ms;
}

/** Like {@link roundDue}, for a clock that is due on the day it opens again: an opening at midnight is of the day that begins. */
export function roundOpening(timetable: Timetable, budget: Budget, opening: number): number {
  const keepsTime = 'unit' in budget && budget.unit === 'day' && timetable.calendar.dayPeriods.ends === 'sameTime';
  return roundDue(timetable, budget, keepsTime ? opening : opening + 1);
}

/** Whether the due instant of a budget is moved to the end of a day that has to be open. */
export function isRounded(timetable: Timetable, budget: Budget): boolean {
  if ('until' in budget || !Number.isInteger(budget.amount)) return false;
  const { ends, rolls } = timetable.calendar.dayPeriods;
  return budget.unit === 'workingDay' || (budget.unit === 'day' && (rolls || ends === 'close'));
}

/**
 * The instant an offset before another. Working days and days step back to the same local time. With `inOpenTime`, minutes
 * and hours are open time too, and the answer lies in open time or at a close.
 */
export function beforeInstant(
  timetable: Timetable,
  offset: Amount,
  { ms, inOpenTime }: { ms: number; inOpenTime: boolean },
): number {
  const whole = Math.floor(offset.amount);
  const hasHalf = offset.amount !== whole;
  switch (offset.unit) {
    case 'minute':
    case 'hour':
      return inOpenTime ? addOpen(timetable, ms, -msOf(offset)) : ms - msOf(offset);
    case 'businessHour':
      return addOpen(timetable, ms, -msOf(offset));
    case 'day': {
      const end = sameTimeDaysLater(timetable, ms, -whole) - (hasHalf ? HALF_DAY_MS : 0);
      return inOpenTime ? openUntil(timetable, end) : end;
    }
    case 'workingDay': {
      const day = dayEndingAt(timetable, ms);
      const steps = workingDayFrom(timetable, day, -whole) - day;
      const end = whole === 0 ? ms : openUntil(timetable, sameTimeDaysLater(timetable, ms, steps));
      return hasHalf ? addOpen(timetable, end, -timetable.ordinaryDayMs / 2) : end;
    }
  }
}
