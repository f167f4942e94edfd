import { Batcher, type Database } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';

import { OpinionRefused } from './opinion.refused.js';
import type { TakenPosition } from './opinion.vocabulary.js';
import {
  positionsOf,
  takePositions,
  type OwnPosition,
  type PositionItem,
  type PositionOutcome,
} from './positions.sql.js';

/** The most positions that share a statement and its commit. */
const MOST_TOGETHER = 500;
/** So that one batch is written while the next one is gathered. */
const LANES = 2;

/** What people answer. Whoever asks has seen to it that the person may: here only the deliberation is judged. */
export class Positions {
  readonly #batcher: Batcher<PositionItem, PositionOutcome>;

  constructor(
    private readonly database: Database,
    private readonly now: () => Instant,
  ) {
    this.#batcher = new Batcher({
      most: MOST_TOGETHER,
      lanes: LANES,
      keyOf: ({ deliberation, person, statement }) => `${deliberation} ${person} ${String(statement)}`,
      carryOut: (items) => database.transaction((tx) => takePositions(tx, items), { retries: 3 }),
    });
  }

  /**
   * Keeps a position; acknowledged after commit. Taken again the last one counts; the same one again does no harm. Answers how
   * often the person has answered this statement.
   * @throws OpinionRefused `opinion.closed`, `opinion.not_asked`, or `case.unknown`.
   */
  async take(position: TakenPosition): Promise<{ revision: number }> {
    const { status, state, revision } = await this.#batcher.add({ ...position, at: this.now() });
    if (revision !== null) return { revision };
    if (status === null) throw new OpinionRefused('case.unknown');
    if (status === 'closed') throw new OpinionRefused('opinion.closed');
    throw new OpinionRefused(state === null ? 'resource.unknown' : 'opinion.not_asked');
  }

  /** Somebody's own last positions. */
  async of(deliberation: string, person: PersonId): Promise<OwnPosition[]> {
    return positionsOf(this.database, deliberation, person);
  }

  /** Everything under way has been written. */
  async whenIdle(): Promise<void> {
    await this.#batcher.whenIdle();
  }
}
