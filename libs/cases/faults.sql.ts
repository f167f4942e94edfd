import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import { chain, digestOf } from './journal.rules.js';
import { loadCases } from './load.sql.js';
import type { Fault } from './session.js';
import type { CaseRecord, World } from './work.types.js';

/** A case that failed is swept again after 1, 2, 4 … minutes, at most 64: a broken workflow must not keep the sweep busy. */
const STUCK = `least(64, power(2, least(i.attempts, 7) - 1)) * interval '1 minute'`;

const RECORD = `insert into incidents as i (id, realm, case_id, kind, workflow, name, error, attempts, since, status)
values ($1, $2, $3, 'fault', $4, $5, $6, 1, $7, 'open')
on conflict (case_id, name) where "status" = 'open' and "kind" = 'fault' and "case_id" is not null
do update set attempts = i.attempts + 1, error = excluded.error
returning attempts`;

/**
 * Records that a workflow's own code failed: an incident, an entry in the case's journal the first time, and a pause before the
 * case is swept again. Runs in a transaction of its own, because the failed one has written nothing, and calls no code of the
 * workflow, because that is what fails.
 */
export async function recordFault(
  tx: Tx,
  { world, now }: { world: World; now: Instant | null },
  fault: Fault,
): Promise<void> {
  const ids = fault.caseId === null ? [] : [fault.caseId];
  const { cases, instant } = await loadCases(tx, { ids, keys: [], now });
  const held = fault.caseId === null ? undefined : cases.get(fault.caseId);
  const at = held?.at ?? instant;
  const id = world.mint.id();
  const workflow = held?.record.workflow ?? fault.workflow;
  const params = [id, world.realm, held?.record.id ?? null, workflow, fault.name, fault.error, at];
  const [row] = await tx.query<{ attempts: number }>(RECORD, params);
  if (held === undefined) return;
  if (row?.attempts === 1) await journalFault(tx, held, { incident: id, name: fault.name });
  await tx.query(
    `update cases c set stuck_until = $2::timestamptz + ${STUCK}
     from incidents i where c.id = $1 and i.case_id = c.id and i.kind = 'fault' and i.status = 'open' and i.name = $3`,
    [fault.caseId, at, fault.name],
  );
}

async function journalFault(
  tx: Tx,
  { record, at }: { record: CaseRecord; at: Instant },
  { incident, name }: { incident: string; name: string },
): Promise<void> {
  const body = { incident, kind: 'fault', name, status: 'open', digest: digestOf(record.stored) };
  const by = { kind: 'system', name: 'engine' } as const;
  const entry = chain({ caseId: record.id, seq: record.seq + 1, at, kind: 'incident', by, body }, record.headHash);
  await tx.query(
    `insert into journal (case_id, seq, at, recorded_at, kind, by, body, prev_hash, hash) values ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
    [record.id, entry.seq, at, entry.kind, by, body, entry.prevHash, entry.hash],
  );
  await tx.query(`update cases set seq = $2, head_hash = $3, changed_at = $4 where id = $1`, [
    record.id,
    entry.seq,
    entry.hash,
    at,
  ]);
}
