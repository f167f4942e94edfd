import type { Amount } from './budget.rules.js';
import { checkAmount, endOfPeriod } from './budget.rules.js';
import type { Calendar } from './calendar.definition.js';
import { toInstant, toMs } from './instant.rules.js';
import type { Instant } from './instant.rules.js';
import { addOpen, isOpenAt, openBetween, openFrom } from './open-time.rules.js';
import { dateOf, dayOf, timetableOf } from './timetable.rules.js';

/** Local date (`2026-11-21`) of an instant in the calendar's zone. */
export function localDate(calendar: Calendar, at: Instant): string {
  const timetable = timetableOf(calendar);
  return dateOf(timetable, dayOf(timetable, toMs(at)));
}

/** Whether an instant lies in open time. */
export function isOpen(calendar: Calendar, at: Instant): boolean {
  return isOpenAt(timetableOf(calendar), toMs(at));
}

/** The instant itself when open, else the next opening: when a message held back overnight may go out. */
export function nextOpen(calendar: Calendar, at: Instant): Instant {
  return toInstant(openFrom(timetableOf(calendar), toMs(at)));
}

/** Open milliseconds from one instant to another; negative when `to` is earlier. */
export function openMsBetween(calendar: Calendar, from: Instant, to: Instant): number {
  return openBetween(timetableOf(calendar), toMs(from), toMs(to));
}

/** The instant some open milliseconds after another, before it when negative. Ends at a close, not at the next opening. */
export function addOpenMs(calendar: Calendar, at: Instant, ms: number): Instant {
  return toInstant(addOpen(timetableOf(calendar), toMs(at), ms));
}

/** The end of a period that begins at an instant, without a clock. Says nothing of unconfirmed years: clocks do. */
export function periodEnd(calendar: Calendar, at: Instant, amount: Amount): Instant {
  const timetable = timetableOf(calendar);
  const ms = toMs(at);
  return toInstant(endOfPeriod(timetable, checkAmount(amount), { ms, day: dayOf(timetable, ms) }));
}
