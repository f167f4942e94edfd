/**
 * How alike two divisions of the same people are (Hubert and Arabie): 1 the same, 0 no more than by chance. Each pair holds the
 * group of one person in either division.
 */
export function adjustedRandIndex(pairs: readonly (readonly [number, number])[]): number {
  const pairsIn = (sizes: Iterable<readonly unknown[]>): number =>
    [...sizes].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const both = pairsIn(Map.groupBy(pairs, ([a, b]) => `${String(a)} ${String(b)}`).values());
  const one = pairsIn(Map.groupBy(pairs, ([a]) => a).values());
  const other = pairsIn(Map.groupBy(pairs, ([, b]) => b).values());
  const expected = (one * other) / ((pairs.length * (pairs.length - 1)) / 2);
  return (both - expected) / ((one + other) / 2 - expected);
}
