import type { Schema } from '../../api/client.js';

type RollEntry = Schema<'BallotRoll'>['rows'][number];

export const CELL_STATES = ['voted', 'waiting', 'contested', 'removed', 'notOnRoll'] as const;
export type CellState = (typeof CELL_STATES)[number];

/** Sign of a state: a shape, so that nobody needs the colour. */
export const SIGNS: Readonly<Record<CellState, string>> = {
  voted: '✓',
  waiting: '○',
  contested: '?',
  removed: '✕',
  notOnRoll: '·',
};

/**
 * State of every flat of a building: whether its voting unit has cast, by its absence from the list of doors to knock at. What was
 * cast is nowhere here.
 */
export function cellStates(roll: readonly RollEntry[], waiting: ReadonlySet<string>): ReadonlyMap<string, CellState> {
  const states = new Map<string, CellState>();
  for (const { premises, entry, removed, contested } of roll)
    for (const flat of premises)
      states.set(flat, removed ? 'removed' : contested ? 'contested' : waiting.has(entry) ? 'waiting' : 'voted');
  return states;
}

/** Part of a whole in percent, down: nobody has voted entirely before everybody has. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}
