const MINUTE = 60_000;
const REACH = 15 * 60;

/** The first instant of a local day, to the minute, wherever the zone has its midnight. */
export function startOfDay(day: string, localDateOf: (instant: string) => string): string {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  let before = -REACH;
  let after = REACH;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDateOf(new Date(midnight + middle * MINUTE).toISOString()) >= day) after = middle;
    else before = middle;
  }
  return new Date(midnight + after * MINUTE).toISOString();
}
