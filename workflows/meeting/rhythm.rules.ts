import type { Instant } from '#libs/engine';

import { hoursBetween } from './meeting.context.js';
import type { RHYTHM_UNITS } from './meeting.policy.js';

/** How often a body meets. */
export type Rhythm = { every: number; unit: (typeof RHYTHM_UNITS)[number] };

const WEEK = 7 * 86_400_000;

/** So many months later at the same time of day, at most the last day of that month. */
function monthsLater(from: Date, months: number): Date {
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(from.getUTCDate(), lastDay);
  const time = from.getTime() - Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate());
  return new Date(Date.UTC(from.getUTCFullYear(), month, day) + time);
}

/**
 * When the body meets next: the first hour of its rhythm after this meeting's that still leaves the notice the rules ask. In UTC:
 * a place whose clocks change with the seasons moves the meeting by hand.
 */
export function nextStart(
  { every, unit }: Rhythm,
  { startsAt, now, noticeHours }: { startsAt: Instant; now: Instant; noticeHours: number },
): Instant {
  const from = new Date(startsAt);
  for (let turn = 1; ; turn += 1) {
    const next = unit === 'week' ? new Date(from.getTime() + turn * every * WEEK) : monthsLater(from, turn * every);
    const instant = next.toISOString();
    if (hoursBetween(now, instant) >= noticeHours) return instant;
  }
}
