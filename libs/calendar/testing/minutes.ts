import { Temporal } from 'temporal-polyfill';

import { WEEKDAYS, type Calendar, type OpenInterval } from '../calendar.definition.js';
import type { Instant } from '../instant.rules.js';

/*
 * A slow oracle. It knows nothing of spans, blocks and sums: it writes down for every minute of some months what the clock on the
 * wall shows and whether the office is open, and then walks. Every answer is a minute, counted from the beginning of the months.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAYS = 200;

/** Pauses, half-open, in minutes. */
export type Pauses = readonly (readonly [from: number, to: number])[];

function minuteOfDay(wallTime: string): number {
  const [hours = '0', minutes = '0'] = wallTime.split(':');
  return Number(hours) * 60 + Number(minutes);
}

const minutesOf = (intervals: readonly OpenInterval[]): number =>
  intervals.reduce((sum, { from, to }) => sum + minuteOfDay(to) - minuteOfDay(from), 0);

/** Offsets of zones by the hour, kept: asking is what takes the time. */
const offsets = new Map<string, Map<number, number>>();

export class Minutes {
  /** 1 for a minute of open time, 0 for one that is not; 2 while it is not written down. */
  private readonly open = new Uint8Array(DAYS * 1440).fill(2);
  /** Number of a minute's local date. */
  private readonly dates = new Int32Array(DAYS * 1440);
  private readonly hours = new Map<number, [number, number][]>();
  private readonly offset: Map<number, number>;
  readonly halfDay: number;

  constructor(
    readonly calendar: Calendar,
    /** First minute that is written down: an hour in UTC. */
    readonly first: number,
  ) {
    this.offset = offsets.get(calendar.zone) ?? new Map<number, number>();
    offsets.set(calendar.zone, this.offset);
    this.halfDay = minutesOf(calendar.ordinaryDay) / 2;
  }

  /** Writes down the hour that a minute lies in. */
  private write(minute: number): void {
    if (minute < 0 || minute >= this.open.length) throw new RangeError('walked off the months that are written down');
    const hour = minute - (minute % 60);
    for (let next = hour; next < hour + 60; next += 1) {
      const wall = this.wallMs(this.first + next * MINUTE);
      const date = Math.floor(wall / (24 * HOUR));
      const known = this.hours.get(date) ?? this.hoursOf(date);
      this.hours.set(date, known);
      const shown = (wall - date * 24 * HOUR) / MINUTE;
      this.dates[next] = date;
      this.open[next] = known.some(([from, to]) => from <= shown && shown < to) ? 1 : 0;
    }
  }

  at(instant: Instant): number {
    return (Date.parse(instant) - this.first) / MINUTE;
  }

  instant(minute: number): Instant {
    return new Date(this.first + Math.round(minute * MINUTE)).toISOString();
  }

  isOpen(minute: number): boolean {
    if ((this.open[minute] ?? 2) === 2) this.write(minute);
    return this.open[minute] === 1;
  }

  dateOf(minute: number): number {
    if ((this.open[minute] ?? 2) === 2) this.write(minute);
    return this.dates[minute] ?? 0;
  }

  /** The first open minute from one on. */
  openFrom(minute: number): number {
    let found = minute;
    while (!this.isOpen(found)) found += 1;
    return found;
  }

  /** End of the last open minute of the date that a minute lies in. */
  closeAfter(minute: number): number {
    let close = minute;
    for (let next = minute; this.dateOf(next) === this.dateOf(minute); next += 1)
      if (this.isOpen(next)) close = next + 1;
    return close;
  }

  /** Close of the n-th date with open minutes after the date of a minute. */
  workingDays(minute: number, count: number): number {
    let day = minute;
    for (let left = count; left > 0; left -= 1) {
      const today = this.dateOf(day);
      while (this.dateOf(day) === today) day += 1;
      day = this.openFrom(day);
    }
    return this.closeAfter(day);
  }

  /** How many dates with open minutes lie after the date of one minute, up to that of another. */
  workingDaysBetween(from: number, to: number): number {
    const dates = new Set<number>();
    for (let minute = from; minute <= to; minute += 1) if (this.isOpen(minute)) dates.add(this.dateOf(minute));
    dates.delete(this.dateOf(from));
    return dates.size;
  }

  /** End of the minute in which so many open minutes outside the pauses have passed; parts of a minute count. */
  walk(from: number, open: number, pauses: Pauses = []): number {
    let minute = from;
    for (let left = open; left > 0; minute += 1) {
      if (!this.isOpen(minute) || isPaused(pauses, minute)) continue;
      if (left < 1) return minute + left;
      left -= 1;
    }
    return minute;
  }

  /** Begin of the minute from which so many open minutes lie before another; not before `floor`. */
  walkBack(from: number, open: number, floor: number): number {
    let minute = from;
    for (let left = open; left > 0 && minute > floor; left -= this.isOpen(minute) ? 1 : 0) minute -= 1;
    return minute;
  }

  openBetween(from: number, to: number): number {
    let sum = 0;
    for (let minute = from; minute < to; minute += 1) sum += this.isOpen(minute) ? 1 : 0;
    return sum;
  }

  /** The same time on the wall on the n-th working date before the one that ends at a minute; the close before it, when it is not open. */
  workingDaysBefore(due: number, count: number): number {
    const last = this.dateOf(due - 1);
    let day = due - 1;
    for (let left = count; left > 0; left -= 1) {
      const today = this.dateOf(day);
      do day -= 1;
      while (this.dateOf(day) === today || !this.isOpen(day));
    }
    const { zone } = this.calendar;
    const wall = Temporal.Instant.from(this.instant(due)).toZonedDateTimeISO(zone).toPlainDateTime();
    const back = wall.subtract({ days: last - this.dateOf(day) }).toZonedDateTime(zone);
    let minute = (back.epochMilliseconds - this.first) / MINUTE;
    while (!this.isOpen(minute - 1)) minute -= 1;
    return minute;
  }

  private hoursOf(date: number): [number, number][] {
    const { calendar } = this;
    const plain = Temporal.PlainDate.from('1970-01-01').add({ days: date });
    const override = calendar.overrides.find((entry) => entry.date === plain.toString());
    const usual = calendar.week[WEEKDAYS[plain.dayOfWeek - 1] ?? 'monday'];
    const ordinary = override === undefined ? usual : calendar.ordinaryDay;
    const intervals = override?.open === false ? [] : (override?.intervals ?? ordinary);
    return intervals.map(({ from, to }) => [minuteOfDay(from), minuteOfDay(to)]);
  }

  /** What the wall shows, as if it were UTC. Clocks change between two quarters of an hour: they are asked when the hour's ends differ. */
  private wallMs(ms: number): number {
    const hour = ms - (ms % HOUR);
    const [begin, end] = [this.offsetAt(hour), this.offsetAt(hour + HOUR)];
    return ms + (begin === end ? begin : this.offsetAt(ms - (ms % (15 * MINUTE))));
  }

  private offsetAt(ms: number): number {
    const known = this.offset.get(ms);
    if (known !== undefined) return known;
    const asked = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(this.calendar.zone);
    const offset = asked.offsetNanoseconds / 1_000_000;
    this.offset.set(ms, offset);
    return offset;
  }
}

export const isPaused = (pauses: Pauses, minute: number): boolean =>
  pauses.some(([from, to]) => from <= minute && minute < to);
