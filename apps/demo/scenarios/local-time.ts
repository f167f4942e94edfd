import type { Instant } from '#libs/engine';

/** Limin keeps UTC+8 the whole year. */
const OFFSET_MS = 8 * 3_600_000;

/** The instant of a local time (`2026-03-02 09:00`). */
export function instantOf(local: string): Instant {
  return new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString();
}

/** The local time of an instant, to the minute. */
export function localOf(at: Instant): string {
  return new Date(Date.parse(at) + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** Some minutes later. */
export function minutesAfter(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}
