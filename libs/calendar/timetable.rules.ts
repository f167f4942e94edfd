import { Temporal } from 'temporal-polyfill';

import { WEEKDAYS } from './calendar.definition.js';
import type { Calendar, DayOverride, OpenInterval } from './calendar.definition.js';
import { CalendarError } from './calendar.error.js';
import { defineCalendar, isDefined, minutesOf } from './calendar.rules.js';
import { toInstant } from './instant.rules.js';

/** Days are numbered by local date: 0 is 1970-01-01, whatever the zone. */
export type DayNumber = number;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const BLOCK_DAYS = 128;
/** 1900 to 2200. No budget that is meant ends beyond, and a search for open time has to end somewhere. */
const FIRST_DAY = -25_567;
const LAST_DAY = 84_006;

/** Half-open span of open time in epoch milliseconds. */
export interface OpenSpan {
  from: number;
  to: number;
}

/** 128 consecutive local days, worked out once. All instants are epoch milliseconds. */
export interface Block {
  firstDay: DayNumber;
  /** First instant of each day, and of the day after the last. */
  starts: Float64Array;
  /** Open milliseconds of the block before each day, and of the whole block at the end. */
  before: Float64Array;
  spans: OpenSpan[][];
  dates: string[];
}

/** A calendar with its days worked out as far as they were asked for. */
export interface Timetable {
  calendar: Calendar;
  overrides: ReadonlyMap<string, DayOverride>;
  confirmedYears: ReadonlySet<number>;
  /** Open milliseconds of an ordinary day. */
  ordinaryDayMs: number;
  blocks: Map<number, Block>;
}

const timetables = new WeakMap<Calendar, Timetable>();

function lengthOf(intervals: readonly OpenInterval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0) * MINUTE_MS;
}

/** The timetable of a calendar. The same calendar object is worked out once. */
export function timetableOf(calendar: Calendar): Timetable {
  const known = timetables.get(calendar);
  if (known !== undefined) return known;
  // A calendar that was not made by `defineCalendar` could be empty, and a search in it would never end.
  const checked = isDefined(calendar) ? calendar : defineCalendar(calendar);
  const timetable: Timetable = {
    calendar: checked,
    overrides: new Map(checked.overrides.map((override) => [override.date, override])),
    confirmedYears: new Set(checked.confirmedYears),
    ordinaryDayMs: lengthOf(checked.ordinaryDay),
    blocks: new Map(),
  };
  timetables.set(calendar, timetable);
  return timetable;
}

const WHOLE_DAY: readonly OpenInterval[] = [{ from: '00:00', to: '24:00' }];

function intervalsOf(timetable: Timetable, day: DayNumber, date: string): readonly OpenInterval[] {
  const { calendar } = timetable;
  if (calendar.roundTheClock) return WHOLE_DAY;
  const override = timetable.overrides.get(date);
  if (override !== undefined) return override.open ? (override.intervals ?? calendar.ordinaryDay) : [];
  const weekday = WEEKDAYS[weekdayIndex(day)];
  return weekday === undefined ? [] : calendar.week[weekday];
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
function weekdayIndex(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Parts of a local day with one offset from UTC each. A day without a clock change has one part. */
function partsOf(zone: string, day: DayNumber, [start, end]: [number, number]): { span: OpenSpan; midnight: number }[] {
  if (end - start === DAY_MS) return [{ span: { from: start, to: end }, midnight: start }];
  const parts: { span: OpenSpan; midnight: number }[] = [];
  let from = start;
  while (from < end) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
    const change = zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? end;
    const to = Math.min(change, end);
    parts.push({ span: { from, to }, midnight: day * DAY_MS - zoned.offsetNanoseconds / 1e6 });
    from = to;
  }
  return parts;
}

/** An instant is open if its local time lies in an interval: a skipped hour does not count, a repeated one counts twice. */
function spansOf(timetable: Timetable, day: DayNumber, { date, bounds }: { date: string; bounds: [number, number] }) {
  const intervals = intervalsOf(timetable, day, date);
  if (intervals.length === 0) return [];
  const spans: OpenSpan[] = [];
  for (const { span, midnight } of partsOf(timetable.calendar.zone, day, bounds)) {
    for (const interval of intervals) {
      const from = Math.max(span.from, midnight + minutesOf(interval.from) * MINUTE_MS);
      const to = Math.min(span.to, midnight + minutesOf(interval.to) * MINUTE_MS);
      const last = spans.at(-1);
      if (from < to && last?.to === from) last.to = to;
      else if (from < to) spans.push({ from, to });
    }
  }
  return spans;
}

/** How the clock on the wall goes on from the start of a local day. */
interface DayStart {
  ms: number;
  /** It shows 00:00; false when a clock change has swallowed midnight. */
  isMidnight: boolean;
  nextChange: number;
}

/** Local date of a day, `2026-06-08`. */
function nameOf(day: DayNumber): string {
  return toInstant(day * DAY_MS).slice(0, 10);
}

function dayStartOf(zone: string, day: DayNumber): DayStart {
  const zoned = Temporal.PlainDate.from(nameOf(day)).toZonedDateTime(zone);
  return {
    ms: zoned.epochMilliseconds,
    isMidnight: zoned.toPlainTime().equals(Temporal.PlainTime.from('00:00')),
    nextChange: zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
  };
}

/** Start of the next day. The zone is only asked near a clock change: 24 hours are a day only between two of them. */
function nextDayStart(zone: string, start: DayStart, tomorrow: DayNumber): DayStart {
  const isOrdinary = start.isMidnight && start.ms + DAY_MS < start.nextChange;
  return isOrdinary ? { ...start, ms: start.ms + DAY_MS } : dayStartOf(zone, tomorrow);
}

function buildBlock(timetable: Timetable, index: number): Block {
  const { zone } = timetable.calendar;
  const firstDay = index * BLOCK_DAYS;
  const starts = new Float64Array(BLOCK_DAYS + 1);
  const before = new Float64Array(BLOCK_DAYS + 1);
  const spans: OpenSpan[][] = [];
  const dates: string[] = [];
  let start = dayStartOf(zone, firstDay);
  for (let i = 0; i < BLOCK_DAYS; i += 1) {
    const end = nextDayStart(zone, start, firstDay + i + 1);
    const date = nameOf(firstDay + i);
    const daySpans = spansOf(timetable, firstDay + i, { date, bounds: [start.ms, end.ms] });
    starts[i] = start.ms;
    dates.push(date);
    spans.push(daySpans);
    before[i + 1] = (before[i] ?? 0) + daySpans.reduce((sum, { from, to }) => sum + to - from, 0);
    start = end;
  }
  starts[BLOCK_DAYS] = start.ms;
  return { firstDay, starts, before, spans, dates };
}

/** The block a day lies in. Throws `calendar.horizon_exceeded` before 1900 and after 2200. */
export function blockOf(timetable: Timetable, day: DayNumber): Block {
  const index = Math.floor(day / BLOCK_DAYS);
  const known = timetable.blocks.get(index);
  if (known !== undefined) return known;
  // Written so that NaN is refused too.
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) {
    throw new CalendarError('calendar.horizon_exceeded', 'calendars reach from 1900 to 2200');
  }
  const block = buildBlock(timetable, index);
  timetable.blocks.set(index, block);
  return block;
}

/** First instant of a local day. */
export function startOfDay(timetable: Timetable, day: DayNumber): number {
  const block = blockOf(timetable, day);
  return block.starts[day - block.firstDay] ?? 0;
}

/** Whether the day has 24 hours, as all have without a clock change. */
export function isPlainDay(timetable: Timetable, day: DayNumber): boolean {
  return startOfDay(timetable, day + 1) - startOfDay(timetable, day) === DAY_MS;
}

/** Local day of an instant. */
export function dayOf(timetable: Timetable, ms: number): DayNumber {
  // The local date is the UTC date or a neighbour of it.
  let day = Math.floor(ms / DAY_MS);
  while (ms < startOfDay(timetable, day)) day -= 1;
  while (ms >= startOfDay(timetable, day + 1)) day += 1;
  return day;
}

/** Open time of a local day, in order. */
export function spansOfDay(timetable: Timetable, day: DayNumber): readonly OpenSpan[] {
  const block = blockOf(timetable, day);
  return block.spans[day - block.firstDay] ?? [];
}

/** Local date of a day, `2026-06-08`. */
export function dateOf(timetable: Timetable, day: DayNumber): string {
  const block = blockOf(timetable, day);
  return block.dates[day - block.firstDay] ?? '';
}

/** Whether the day has open time. */
export function isWorkingDay(timetable: Timetable, day: DayNumber): boolean {
  return spansOfDay(timetable, day).length > 0;
}
