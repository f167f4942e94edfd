import type { RateName } from '#libs/contract';

import type { LedgerLine } from './entries.rules.js';

/** Rates in which a line counts against a unit: what the unit may appeal. Whoever dispatched answers for the dispatch alone. */
export function countsAgainst(line: LedgerLine, unit: string): RateName[] {
  const dispatched: RateName[] = line.dispatcher === unit && line.isWrong === 1 ? ['dispatch'] : [];
  if (line.unit !== unit) return dispatched;
  const against: [RateName, boolean][] = [
    ['response', line.responded === 0],
    // late, or still open: whether it is due by now is the calendar's business, so an open one may be appealed too
    ['onTime', line.onTime === 0 || (line.onTime === null && line.dueAt !== null)],
    ['solved', line.solved === 0],
    ['satisfied', line.satisfied === 0],
    ['redo', line.isRedone === 1],
    ['return', line.isReturned === 1],
    ['extension', line.extensions > 0],
  ];
  return [...against.flatMap(([rate, is]) => (is ? [rate] : [])), ...dispatched];
}
