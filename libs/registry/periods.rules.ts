import type { LocalDate, Period, Share } from './registry.vocabulary.js';

/** Whether a period holds on a day; its last day is the one before `to`. */
export function holdsOn({ from, to }: { from: LocalDate | null; to: LocalDate | null }, on: LocalDate): boolean {
  return (from === null || from <= on) && (to === null || to > on);
}

/** Those that begin while another one, begun earlier or listed before, still holds. */
export function overlapping<One extends Period>(periods: readonly One[]): One[] {
  const ordered = periods
    .filter(({ from, to }) => to === null || to > from)
    .sort((a, b) => a.from.localeCompare(b.from));
  let until: LocalDate | null = '0000-01-01';
  return ordered.filter(({ from, to }) => {
    const isLate = until === null || from < until;
    if (until !== null && (to === null || to > until)) until = to;
    return isLate;
  });
}

/** Whether shares add up to more than the whole, exactly. Joint owners have no share of their own. */
export function sumExceedsWhole(shares: readonly Share[]): boolean {
  let numerator = 0n;
  let denominator = 1n;
  for (const share of shares) {
    const [n, d] = [BigInt(share.numerator), BigInt(share.denominator)];
    numerator = numerator * d + n * denominator;
    denominator *= d;
  }
  return numerator > denominator;
}

/** Whether on some day the shares of one flat add up to more than the whole of it. */
export function sharesExceed(ownerships: readonly (Period & { share: Share | null })[]): boolean {
  return ownerships.some(({ from }) =>
    sumExceedsWhole(
      ownerships.filter((one) => holdsOn(one, from)).flatMap(({ share }) => (share === null ? [] : [share])),
    ),
  );
}
