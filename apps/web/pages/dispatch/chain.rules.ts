const DAY_MS = 86_400_000;

/** Which steps of a chain are shown. */
export const CHAIN_SHOWN = ['all', 'open', 'held', 'critical'] as const;
export type ChainShown = (typeof CHAIN_SHOWN)[number];

interface Line {
  state: string;
  hand: string;
  onCriticalPath: boolean;
}

/** The steps somebody wants to see. */
export function linesShown<L extends Line>(lines: readonly L[], shown: ChainShown): L[] {
  return lines.filter(({ state, hand, onCriticalPath }) => {
    if (shown === 'open') return state !== 'signed' && state !== 'dropped';
    if (shown === 'held') return hand !== 'nobody';
    return shown === 'all' || onCriticalPath;
  });
}

/** How many steps stand how, in the order of a chain's life; what no step is in is left out. */
export function countStates<State extends string>(lines: readonly { state: State }[]): { state: State; n: number }[] {
  const order: readonly string[] = ['signed', 'open', 'refused', 'expired', 'waiting', 'dropped'];
  return [...new Set(lines.map(({ state }) => state))]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((state) => ({ state, n: lines.filter((line) => line.state === state).length }));
}

/** What is in somebody's hand, with what should worry first: late, then without its papers, then longest held. */
export function heldFirst<L extends { overdue: boolean; missing: readonly string[]; since: string }>(
  lines: readonly L[],
): L[] {
  const worry = ({ overdue, missing }: L): number => (overdue ? 2 : 0) + (missing.length > 0 ? 1 : 0);
  return lines.toSorted((a, b) => worry(b) - worry(a) || a.since.localeCompare(b.since));
}

/** Whole days since an instant. */
export function daysSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / DAY_MS));
}

/** Days before its end at which a signature is said to run out soon: a department needs about that long to renew it. */
const SOON_DAYS = 30;

/** Whether a signature runs out soon. `validUntil` is its last day. */
export function runsOutSoon(validUntil: string | null, now: number): boolean {
  if (validUntil === null) return false;
  return Date.parse(`${validUntil}T23:59:59+08:00`) - now < SOON_DAYS * DAY_MS;
}

/** Fen as yuan, with two decimals only where there are fen. */
export function inYuan(fen: number): string {
  const yuan = fen / 100;
  return yuan.toLocaleString('en-US', {
    minimumFractionDigits: Number.isInteger(yuan) ? 0 : 2,
    maximumFractionDigits: 2,
  });
}

/** Part of a whole in percent, rounded down: all of it is said only when it is all. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, Math.floor((part / whole) * 100));
}
