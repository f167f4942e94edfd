import { PRESENT, type Database, type Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import { INSTANT } from './load.sql.js';
import type { OutboxPayload } from './outbox.rules.js';

/** Another worker, whose lease had run out, came first: its work stands, ours is undone. */
export class AlreadyDoneError extends Error {
  override readonly name = 'AlreadyDoneError';
}

/** An outbox row that this worker holds for a while. */
export interface TakenRow {
  id: string;
  caseId: string;
  workflow: string;
  seq: number;
  n: number;
  at: Instant;
  name: string;
  payload: OutboxPayload;
  /** This attempt included. */
  attempts: number;
}

export interface Taking {
  realm: string;
  now: Instant | null;
  leaseMs: number;
  limit: number;
}

/*
 * An attempt is counted when the row is taken, not when it fails: an effect that kills its worker must also run out of attempts.
 */
const TAKE = `
with due as materialized (
  select id from outbox
  where realm = $1 and status = 'pending' and next_at <= ${PRESENT('$2')}
    and (locked_until is null or locked_until <= ${PRESENT('$2')})
  order by next_at, id limit $4 for update skip locked)
update outbox o set attempts = o.attempts + 1, locked_until = ${INSTANT('$2')} + $3::float8 * interval '1 millisecond'
from due where o.id = due.id
returning o.id, o.case_id as "caseId", o.workflow, o.seq, o.n, o.at, o.name, o.payload, o.attempts`;

/** Takes rows for the length of a lease; other workers skip them. In the order in which they were written. */
export async function takeRows(database: Database, { realm, now, leaseMs, limit }: Taking): Promise<TakenRow[]> {
  const rows = await database.query<TakenRow>(TAKE, [realm, now, leaseMs, limit]);
  return rows.sort((a, b) => compare(a.at, b.at) || compare(a.caseId, b.caseId) || a.seq - b.seq || a.n - b.n);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Ends all leases of a realm. */
export async function endLeases(database: Database, realm: string): Promise<void> {
  await database.query(
    `update outbox set locked_until = null where realm = $1 and status = 'pending' and locked_until is not null`,
    [realm],
  );
}

/** Marks a row as done; false when somebody else has done it meanwhile. */
export async function markDone(source: Database | Tx, id: string, now: Instant | null): Promise<boolean> {
  const rows = await source.query(
    `update outbox set status = 'done', done_at = ${INSTANT('$2')}, locked_until = null, last_error = null
     where id = $1 and status = 'pending' returning id`,
    [id, now],
  );
  return rows.length === 1;
}

/** Gives a row back to be tried again later. */
export async function putOff(
  database: Database,
  row: { id: string; error: string; delayMs: number; now: Instant | null },
): Promise<void> {
  await database.query(
    `update outbox set locked_until = null, last_error = $2, next_at = ${INSTANT('$4')} + $3::float8 * interval '1 millisecond'
     where id = $1 and status = 'pending'`,
    [row.id, row.error, row.delayMs, row.now],
  );
}

/** Next instant at which a row of this realm wants to be tried. */
export async function nextAttempt(database: Database, realm: string): Promise<Instant | null> {
  const [row] = await database.query<{ at: Instant | null }>(
    `select min(greatest(next_at, locked_until)) as at from outbox where realm = $1 and status = 'pending'`,
    [realm],
  );
  return row?.at ?? null;
}
