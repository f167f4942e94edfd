import type { Tx } from '#libs/database';

import { OpinionRefused } from './opinion.refused.js';
import type { AdmittedDeliberation, OpinionRule } from './opinion.vocabulary.js';

/** The deliberation as its chart admitted it; null: none, or one that never asked for positions. */
export async function admittedOf(tx: Pick<Tx, 'query'>, id: string): Promise<AdmittedDeliberation | null> {
  const [row] = await tx.query<AdmittedDeliberation>(
    `select id, unit, status, rule from opinion_deliberations where id = $1`,
    [id],
  );
  return row ?? null;
}

/**
 * Holds the deliberation open until the transaction ends: whoever closes it waits. A shared advisory lock, because row locks
 * taken by many starve the one who wants to close.
 * @throws OpinionRefused `opinion.closed`, or `case.unknown`.
 */
export async function holdOpen(tx: Tx, id: string): Promise<AdmittedDeliberation> {
  await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended($1, 0))`, [id]);
  const admitted = await admittedOf(tx, id);
  if (admitted === null) throw new OpinionRefused('case.unknown');
  if (admitted.status !== 'open') throw new OpinionRefused('opinion.closed');
  return admitted;
}

/** Admits statements and positions; done again it changes nothing. */
export async function openAdmission(
  tx: Tx,
  { id, unit, rule, at }: { id: string; unit: string; rule: OpinionRule; at: string },
): Promise<void> {
  await tx.query(
    `insert into opinion_deliberations (id, unit, status, rule, opened_at) values ($1, $2, 'open', $3::jsonb, $4)
     on conflict do nothing`,
    [id, unit, rule, at],
  );
}

/** Takes nothing more from this moment on; waits for what is being written. */
export async function closeAdmission(tx: Tx, id: string, at: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [id]);
  await tx.query(
    `update opinion_deliberations set status = 'closed', closed_at = $2 where id = $1 and status = 'open'`,
    [id, at],
  );
}
