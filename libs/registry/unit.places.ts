import type { Tx } from '#libs/database';

import type { TreeNode } from './tree.rules.js';
import type { UnitId } from './units.vocabulary.js';

/** A unit's place in the tree, as it is kept in memory. */
export type Placed = TreeNode & { path: string };

/** How long another process may go on seeing a unit where it stood. */
const STALE_AFTER_MS = 3000;

/**
 * Where units stand, kept in memory because every act asks for it. A change made by this process shows at once when it commits:
 * until its transaction has ended, nothing is taken from memory. Changes of other processes show after three seconds.
 */
export class UnitPlaces {
  #placed = new Map<UnitId, Placed>();
  #since = 0;
  /** Transactions of this process that changed units and may still be going on. */
  #changing = new Set<string>();

  constructor(private readonly staleAfterMs: number = STALE_AFTER_MS) {}

  /** Tells that this transaction has changed units. */
  async changed(tx: Tx): Promise<void> {
    const [row] = await tx.query<{ id: string }>('select pg_current_xact_id()::text as id');
    if (row !== undefined) this.#changing.add(row.id);
    this.#placed = new Map();
  }

  /** Places of these units and of everything above them; unknown units are left out. */
  async of(tx: Tx, ids: readonly UnitId[]): Promise<ReadonlyMap<UnitId, Placed>> {
    if (this.#changing.size > 0) return this.#besideChanges(tx, ids);
    const at = performance.now();
    if (at - this.#since > this.staleAfterMs) {
      this.#placed = new Map();
      this.#since = at;
    }
    const kept = this.#placed;
    const unknown = [...new Set(ids)].filter((id) => !kept.has(id));
    if (unknown.length === 0) return kept;
    const read = await placesOf(tx, unknown);
    // a change that began meanwhile has put another map in place: what was read is good for this answer only
    for (const [id, place] of read) kept.set(id, place);
    return kept;
  }

  async #besideChanges(tx: Tx, ids: readonly UnitId[]): Promise<ReadonlyMap<UnitId, Placed>> {
    const rows = await tx.query<{ id: string; status: string | null }>(
      'select id, pg_xact_status(id::xid8) as status from unnest($1::text[]) as id',
      [[...this.#changing]],
    );
    const ended = rows.filter(({ status }) => status !== 'in progress');
    const read = await placesOf(tx, [...new Set(ids)]);
    for (const { id } of ended) this.#changing.delete(id);
    this.#placed = new Map();
    return read;
  }
}

async function placesOf(tx: Tx, ids: readonly UnitId[]): Promise<Map<UnitId, Placed>> {
  const rows = await tx.query<Placed>(
    `select distinct a.id, a.parent, a.kind, a.path from units u join units a on a.id = any(string_to_array(u.path, '/'))
     where u.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
