import type { Instant } from '#libs/engine';

/** Local time of the community is UTC+8 the whole year. */
const OFFSET_MS = 8 * 3_600_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** When somebody can act: staff on working days, residents from morning to evening, emergencies at any time. */
export const RHYTHMS = ['office', 'daytime', 'always'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

const OPEN: Readonly<Record<Rhythm, { from: number; to: number; weekdaysOnly: boolean }>> = {
  office: { from: 8 * 60 + 30, to: 17 * 60 + 45, weekdaysOnly: true },
  daytime: { from: 7 * 60 + 30, to: 21 * 60 + 30, weekdaysOnly: false },
  always: { from: 0, to: 24 * 60, weekdaysOnly: false },
};

export const toMs = (instant: Instant): number => Date.parse(instant);
export const toInstant = (ms: number): Instant => new Date(ms).toISOString();

/** Local clock of an instant: midnight of its day in epoch milliseconds, minutes since then, weekday (0 Sunday) and month (1–12). */
export function localClock(ms: number): { midnight: number; minutes: number; weekday: number; month: number } {
  const local = ms + OFFSET_MS;
  const midnight = Math.floor(local / DAY) * DAY - OFFSET_MS;
  const date = new Date(local);
  return {
    midnight,
    minutes: Math.floor((ms - midnight) / MINUTE),
    weekday: date.getUTCDay(),
    month: date.getUTCMonth() + 1,
  };
}

/** The instant of a local hour on the day of `ms`, or `days` later. */
export function localHour(ms: number, hour: number, days = 0): number {
  return localClock(ms).midnight + days * DAY + Math.round(hour * 60) * MINUTE;
}

const HOUR = 60 * MINUTE;

/** The moment of an hour at which people act: another minute and second every hour, so that no journal looks stamped. */
function slotOf(hour: number): number {
  let mixed = Math.imul(hour ^ (hour >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return hour * HOUR + (((mixed ^ (mixed >>> 15)) >>> 0) % HOUR);
}

/** The first slot at or after `ms`. */
function nextSlot(ms: number): number {
  const hour = Math.floor(ms / HOUR);
  const slot = slotOf(hour);
  return slot >= ms ? slot : slotOf(hour + 1);
}

/**
 * The first moment at or after `ms` at which somebody of this rhythm acts. With slots, what many people do in the same hour
 * happens at one moment, and so in one transaction; otherwise at the very minute.
 */
export function nextMoment(ms: number, rhythm: Rhythm, isExact = false): number {
  const { from, to, weekdaysOnly } = OPEN[rhythm];
  const moment = (after: number): number => (isExact ? Math.ceil(after / MINUTE) * MINUTE : nextSlot(after));
  let at = moment(ms);
  for (;;) {
    const { midnight, minutes, weekday } = localClock(at);
    const isClosedDay = weekdaysOnly && (weekday === 0 || weekday === 6);
    if (isClosedDay || minutes >= to) at = moment(midnight + DAY + from * MINUTE);
    else if (minutes < from) at = moment(midnight + from * MINUTE);
    else return at;
  }
}
