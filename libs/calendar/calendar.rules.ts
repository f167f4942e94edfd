import { Temporal } from 'temporal-polyfill';

import { WEEKDAYS } from './calendar.definition.js';
import type {
  Calendar,
  CalendarDefinition,
  DayOverride,
  DayPeriods,
  OpenInterval,
  Weekday,
} from './calendar.definition.js';
import { CalendarError } from './calendar.error.js';
import type { CalendarErrorCode } from './calendar.error.js';
import { toInstant } from './instant.rules.js';

const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const END_OF_DAY = '24:00';
const ALL_DAY: OpenInterval = { from: '00:00', to: END_OF_DAY };
/** `+08:00`, `UTC+8`, `GMT-3`: offsets that some engines take for zones. */
const FIXED_OFFSET = /^(UTC|GMT)?[+-]/i;

function refuse(code: CalendarErrorCode, message: string): never {
  throw new CalendarError(code, message);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Minutes since local midnight of `HH:MM`. */
export function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3, 5));
}

function checkName(name: unknown): string {
  if (typeof name !== 'string' || !/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u.test(name)) {
    refuse('calendar.name_invalid', 'a calendar needs a name of 1 to 64 letters, digits, dots, dashes or underscores');
  }
  return name;
}

function checkZone(zone: unknown): string {
  if (typeof zone !== 'string' || FIXED_OFFSET.test(zone)) {
    refuse('calendar.zone_invalid', `a calendar needs an IANA time zone, not ${String(zone)}`);
  }
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch {
    refuse('calendar.zone_invalid', `unknown time zone ${zone}`);
  }
  return zone;
}

function checkInterval(value: unknown, where: string): OpenInterval {
  if (!isRecord(value)) refuse('calendar.interval_invalid', `${where}: an interval has from and to`);
  const { from, to } = value;
  const isFrom = typeof from === 'string' && WALL_TIME.test(from);
  const isTo = typeof to === 'string' && (to === END_OF_DAY || WALL_TIME.test(to));
  if (!isFrom || !isTo) refuse('calendar.interval_invalid', `${where}: from and to are HH:MM`);
  if (minutesOf(from) >= minutesOf(to)) refuse('calendar.interval_invalid', `${where}: ${from}–${to} has no length`);
  return { from, to };
}

function checkIntervals(value: unknown, where: string): OpenInterval[] {
  if (!Array.isArray(value)) refuse('calendar.interval_invalid', `${where}: intervals are a list`);
  const intervals = value
    .map((interval) => checkInterval(interval, where))
    .sort((left, right) => minutesOf(left.from) - minutesOf(right.from));
  intervals.forEach((interval, index) => {
    const next = intervals[index + 1];
    if (next !== undefined && minutesOf(next.from) < minutesOf(interval.to)) {
      refuse('calendar.interval_invalid', `${where}: ${next.from} lies inside ${interval.from}–${interval.to}`);
    }
  });
  return intervals;
}

function checkWeek(value: unknown): Record<Weekday, OpenInterval[]> {
  const given = value ?? {};
  if (!isRecord(given)) refuse('calendar.interval_invalid', 'week: open intervals by weekday');
  const unknown = Object.keys(given).find((key) => !WEEKDAYS.some((weekday) => weekday === key));
  if (unknown !== undefined) refuse('calendar.interval_invalid', `week: ${unknown} is not a weekday`);
  const of = (weekday: Weekday) => checkIntervals(given[weekday] ?? [], weekday);
  return {
    monday: of('monday'),
    tuesday: of('tuesday'),
    wednesday: of('wednesday'),
    thursday: of('thursday'),
    friday: of('friday'),
    saturday: of('saturday'),
    sunday: of('sunday'),
  };
}

function isLocalDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  // 30 February is read as 2 March.
  const ms = Date.parse(`${value}T00:00:00.000Z`);
  return !Number.isNaN(ms) && toInstant(ms).startsWith(value);
}

function checkOverride(value: unknown): DayOverride {
  if (!isRecord(value) || !isLocalDate(value.date)) {
    refuse('calendar.override_invalid', 'an exception needs a date such as 2026-02-14');
  }
  const { date, open, intervals, label } = value;
  if (typeof open !== 'boolean') refuse('calendar.override_invalid', `${date}: an exception opens or closes the day`);
  if (label !== undefined && typeof label !== 'string') refuse('calendar.override_invalid', `${date}: label is a text`);
  if (!open && intervals !== undefined) refuse('calendar.override_invalid', `${date}: a closed day has no intervals`);
  const own = intervals === undefined ? undefined : checkIntervals(intervals, date);
  if (own?.length === 0) refuse('calendar.override_invalid', `${date}: an opened day needs open time`);
  return { date, open, ...(own && { intervals: own }), ...(label !== undefined && { label }) };
}

function checkOverrides(value: unknown): DayOverride[] {
  const given = value ?? [];
  if (!Array.isArray(given)) refuse('calendar.override_invalid', 'exceptions are a list');
  const overrides = given.map(checkOverride).sort((left, right) => (left.date < right.date ? -1 : 1));
  const twice = overrides.find((override, index) => override.date === overrides[index + 1]?.date);
  if (twice !== undefined) refuse('calendar.override_invalid', `${twice.date} has two exceptions`);
  return overrides;
}

function checkYears(value: unknown): number[] {
  const given: unknown = value ?? [];
  if (!Array.isArray(given)) refuse('calendar.year_invalid', 'confirmed years are a list');
  const years = given.map((year: unknown) => {
    if (typeof year !== 'number' || !Number.isInteger(year) || year < 1900 || year > 9999) {
      refuse('calendar.year_invalid', `not a year: ${String(year)}`);
    }
    return year;
  });
  return [...new Set(years)].sort((left, right) => left - right);
}

function checkDayPeriods(value: unknown): DayPeriods {
  if (value === undefined) return { ends: 'sameTime', rolls: false };
  const isKnown =
    isRecord(value) && (value.ends === 'sameTime' || value.ends === 'close') && typeof value.rolls === 'boolean';
  if (!isKnown) refuse('calendar.day_period_invalid', 'day periods say how they end and whether they roll');
  return { ends: value.ends === 'close' ? 'close' : 'sameTime', rolls: value.rolls === true };
}

function checkRoundTheClock(given: Record<string, unknown>, week: Calendar['week'], overrides: DayOverride[]): boolean {
  const { roundTheClock } = given;
  if (roundTheClock !== undefined && typeof roundTheClock !== 'boolean') {
    refuse('calendar.contradictory', 'roundTheClock is true or false');
  }
  const hasOpenWeekday = WEEKDAYS.some((weekday) => week[weekday].length > 0);
  if (roundTheClock === true && (hasOpenWeekday || overrides.length > 0)) {
    refuse('calendar.contradictory', 'a calendar open round the clock has neither week nor exceptions');
  }
  // Exceptions alone do not make a calendar: they end, and a budget would be searched for in empty years.
  if (roundTheClock !== true && !hasOpenWeekday) refuse('calendar.no_open_time', 'no weekday has open time');
  return roundTheClock === true;
}

const defined = new WeakSet<Calendar>();

/** Whether this very object came out of {@link defineCalendar}. */
export function isDefined(calendar: Calendar): boolean {
  return defined.has(calendar);
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

/**
 * Checks a calendar and completes it. The result is frozen plain JSON and may be defined again.
 * Takes definitions from a database as well, so nothing is believed of the type. Throws {@link CalendarError}.
 * Keep the result: its days are worked out once per object.
 */
export function defineCalendar(definition: CalendarDefinition): Calendar {
  const given: unknown = definition;
  if (!isRecord(given)) refuse('calendar.name_invalid', 'a calendar is an object');
  const week = checkWeek(given.week);
  const overrides = checkOverrides(given.overrides);
  const roundTheClock = checkRoundTheClock(given, week, overrides);
  const firstOpen = WEEKDAYS.map((weekday) => week[weekday]).find((intervals) => intervals.length > 0);
  const fallback = roundTheClock ? [ALL_DAY] : (firstOpen ?? []);
  const ordinaryDay = given.ordinaryDay === undefined ? fallback : checkIntervals(given.ordinaryDay, 'ordinaryDay');
  if (ordinaryDay.length === 0) refuse('calendar.no_open_time', 'the ordinary day has no open time');
  const calendar = freeze({
    name: checkName(given.name),
    zone: checkZone(given.zone),
    roundTheClock,
    week,
    ordinaryDay: ordinaryDay.map((interval) => ({ ...interval })),
    overrides,
    confirmedYears: checkYears(given.confirmedYears),
    dayPeriods: checkDayPeriods(given.dayPeriods),
  });
  defined.add(calendar);
  return calendar;
}
