import type { AskedStatement, Position, StatementRow } from './opinion.vocabulary.js';

export interface Asking {
  person: string;
  shown: readonly (StatementRow & { author: string | null })[];
  /** The person's own last positions. */
  positions: ReadonlyMap<number, Position>;
  /** How often each has been answered by everybody. */
  seen: ReadonlyMap<number, number>;
}

/**
 * The order in which somebody is asked: what they have not answered, the least answered by others first; what is answered alike
 * often comes in an order of each person's own, so that no statement is always the first. Then what they have answered.
 */
export function askedInOrder({ person, shown, positions, seen }: Asking): AskedStatement[] {
  return shown
    .map(({ number, text, author }) => ({
      row: { number, text, position: positions.get(number) ?? null, isMine: author === person },
      seen: seen.get(number) ?? 0,
      lot: lotOf(`${person} ${String(number)}`),
    }))
    .sort(
      (a, b) =>
        Number(a.row.position !== null) - Number(b.row.position !== null) ||
        a.seen - b.seen ||
        a.lot - b.lot ||
        a.row.number - b.row.number,
    )
    .map(({ row }) => row);
}

/** FNV-1a: spreads well and gives everybody the same order each time. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
