import type { Tx } from '#libs/database';
import type { RollChange } from '#libs/decision';
import type { Instant } from '#libs/engine';

import type { BallotId, ChangeGround, ChangeKind, EntryCode, FormedEntry, Weights } from './ballots.vocabulary.js';

/** What a change will write on the entry; `expected` is what it must still find there. */
export interface WantedChange {
  entry: Partial<Omit<FormedEntry, 'doubts'>>;
  expected: { key: string; weights: Weights; casters: string[] } | null;
}

export interface RollChangeRow {
  ballot: BallotId;
  /** Counts within the ballot, from 1, in the order of the proposals. */
  n: number;
  kind: ChangeKind;
  ground: ChangeGround;
  entry: EntryCode;
  before: Weights | null;
  after: Weights | null;
  reason: string | null;
  appeal: string | null;
  state: 'proposed' | 'approved' | 'refused';
  proposedBy: string;
  proposedAt: Instant;
  decidedBy: string | null;
  decidedAt: Instant | null;
}

const COLUMNS = `ballot, n, kind, ground, entry, before, after, reason, appeal, state, proposed_by as "proposedBy",
  proposed_at as "proposedAt", decided_by as "decidedBy", decided_at as "decidedAt"`;

/** A change with whom and what it puts on the roll: whoever decides on it has to know; empty where that stays as it is. */
export interface ListedChange extends RollChangeRow {
  casters: string[];
  premises: string[];
}

/** Changes in the order of their proposals. */
export async function changeRows(tx: Tx, ballot: BallotId): Promise<ListedChange[]> {
  return tx.query<ListedChange>(
    `select ${COLUMNS}, coalesce(wanted::jsonb #> '{entry,casters}', '[]') as casters,
       coalesce(wanted::jsonb #> '{entry,premises}', '[]') as premises
     from ballot_roll_changes where ballot = $1 order by n`,
    [ballot],
  );
}

export async function proposedChange(
  tx: Tx,
  ballot: BallotId,
  n: number,
): Promise<(RollChangeRow & { wanted: WantedChange }) | null> {
  const rows = await tx.query<RollChangeRow & { wanted: WantedChange }>(
    `select ${COLUMNS}, wanted from ballot_roll_changes where ballot = $1 and n = $2 and state = 'proposed' for update`,
    [ballot, n],
  );
  return rows[0] ?? null;
}

/** Writes a proposal; answers its number. */
export async function insertChange(
  tx: Tx,
  change: Omit<RollChangeRow, 'n' | 'state' | 'decidedBy' | 'decidedAt'> & { wanted: WantedChange },
): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `insert into ballot_roll_changes (ballot, n, kind, ground, entry, before, after, wanted, reason, appeal, state, proposed_by, proposed_at)
     values ($1::text, (select coalesce(max(n), 0) + 1 from ballot_roll_changes where ballot = $1::text), $2, $3, $4, $5, $6, $7, $8, $9,
       'proposed', $10, $11) returning n`,
    [
      change.ballot,
      change.kind,
      change.ground,
      change.entry,
      change.before,
      change.after,
      change.wanted,
      change.reason,
      change.appeal,
      change.proposedBy,
      change.proposedAt,
    ],
  );
  return row?.n ?? 0;
}

/** Changes of the roll since the vote was opened, as they are published. */
export async function publishedChanges(tx: Tx, ballot: BallotId): Promise<RollChange[]> {
  return tx.query<RollChange>(
    `select place as n, entry, before, after, on_date as "on", ground as reason from ballot_roll_changes
     where ballot = $1 and state = 'approved' and place is not null order by place`,
    [ballot],
  );
}
