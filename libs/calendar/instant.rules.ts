import { CalendarError } from './calendar.error.js';

/** An instant: ISO 8601 in UTC with milliseconds (`2026-06-08T03:30:00.000Z`), so that text order is time order. */
export type Instant = string;

const UTC_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/** Milliseconds since 1970 of an instant. Throws `instant.invalid` for anything that is not ISO in UTC. */
export function toMs(instant: Instant): number {
  const ms = UTC_INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(ms)) throw new CalendarError('instant.invalid', `not an instant in UTC: ${instant}`);
  return ms;
}

/** The instant of milliseconds since 1970. */
export function toInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}
