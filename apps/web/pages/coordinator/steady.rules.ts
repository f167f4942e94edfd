/** Rows as they are shown, and how many have come that are not shown yet. */
export interface Steady<Row> {
  rows: Row[];
  /** Rows that would have come between those in sight. */
  held: number;
}

/**
 * Keeps a list still while it is worked on: what is shown stays where it is with its newest contents, what is gone goes, what comes
 * after the last row is added. What would push its way in between is held back until somebody asks for it.
 */
export function steady<Row>(
  shown: readonly string[],
  incoming: readonly Row[],
  keyOf: (row: Row) => string,
): Steady<Row> {
  if (shown.length === 0) return { rows: [...incoming], held: 0 };
  const byKey = new Map(incoming.map((row) => [keyOf(row), row]));
  const kept = shown.flatMap((key) => {
    const row = byKey.get(key);
    return row === undefined ? [] : [row];
  });
  if (kept.length === 0) return { rows: [...incoming], held: 0 };
  const known = new Set(shown);
  const lastKnown = incoming.findLastIndex((row) => known.has(keyOf(row)));
  const isNew = (row: Row): boolean => !known.has(keyOf(row));
  const held = incoming.slice(0, lastKnown).filter(isNew).length;
  return { rows: [...kept, ...incoming.slice(lastKnown + 1).filter(isNew)], held };
}
