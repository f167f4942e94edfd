import { AHEAD_MS, localDate } from '../../app/clock.js';

const DAY_MS = 86_400_000;

/** The seven local dates of the week an offset of weeks away, Monday first. */
export function weekOf(now: number, weeks: number): string[] {
  const midnight = Date.parse(`${localDate(now)}T00:00:00+08:00`);
  // Monday is 0
  const weekday = (new Date(midnight + AHEAD_MS).getUTCDay() + 6) % 7;
  const monday = midnight - weekday * DAY_MS + weeks * 7 * DAY_MS;
  return Array.from({ length: 7 }, (_, index) => localDate(monday + index * DAY_MS));
}

/** From the beginning of the first to the end of the last of some local dates, as instants. */
export function spanOf(days: readonly string[]): { from: string; to: string } {
  const [first = '1970-01-01'] = days;
  const last = days.at(-1) ?? first;
  return {
    from: new Date(`${first}T00:00:00+08:00`).toISOString(),
    to: new Date(Date.parse(`${last}T00:00:00+08:00`) + DAY_MS).toISOString(),
  };
}

interface Turn {
  startsAt: string;
  line: number;
}

/** The turns that begin on a local date, in one line, by hour. */
export function turnsOn<T extends Turn>(turns: readonly T[], { day, line }: { day: string; line: number }): T[] {
  return turns
    .filter((turn) => turn.line === line && localDate(Date.parse(turn.startsAt)) === day)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** A local date and time as people enter it, as an instant; `null` where it is none. */
export function instantOf(local: string): string | null {
  const ms = Date.parse(`${local}:00+08:00`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
