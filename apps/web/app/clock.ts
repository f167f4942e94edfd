/** How far the clock of the service is ahead of this device, in milliseconds: phones are often wrong by minutes. */
let ahead = 0;

/** Sets the clock by an answer of the service. */
export function setClockBy(header: string | null): void {
  if (header === null) return;
  const said = Date.parse(header);
  // answers name whole seconds: half a second in the middle
  if (!Number.isNaN(said)) ahead = said + 500 - Date.now();
}

/** The communities live by one clock, eight hours ahead of UTC all year. */
export const AHEAD_MS = 8 * 3_600_000;

/** The local date of an instant in milliseconds, `2026-11-22`. */
export function localDate(ms: number): string {
  return new Date(ms + AHEAD_MS).toISOString().slice(0, 10);
}

/** Now, by the clock of the service; milliseconds since 1970. */
export function now(): number {
  return Date.now() + ahead;
}
