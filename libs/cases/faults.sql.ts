import type { Tx } from '#libs/database';

import { workOf } from './family.service.js';
import { loadCases } from './load.sql.js';
import type { Fault } from './session.js';
import { append } from './step.rules.js';
import type { World } from './work.types.js';
import { writeAll } from './write.sql.js';

/** A case that failed is swept again after 1, 2, 4 … minutes, at most 64: a broken workflow must not keep the sweep busy. */
const STUCK = `least(64, power(2, least(i.attempts, 7) - 1)) * interval '1 minute'`;

const RECORD = `insert into incidents as i (id, realm, case_id, kind, workflow, name, error, attempts, since, status)
values ($1, $2, $3, 'fault', $4, $5, $6, 1, $7, 'open')
on conflict (case_id, name) where "status" = 'open' and "kind" = 'fault' and "case_id" is not null
do update set attempts = i.attempts + 1, error = excluded.error
returning attempts`;

/**
 * Records that a workflow's own code failed: an incident, an entry in the case's journal the first time, and a pause before the
 * case is swept again. Runs in a transaction of its own, because the failed one has written nothing.
 */
export async function recordFault(tx: Tx, world: World, fault: Fault): Promise<void> {
  const ids = fault.caseId === null ? [] : [fault.caseId];
  const { cases, instant } = await loadCases(tx, { ids, keys: [], now: null });
  const held = fault.caseId === null ? undefined : cases.get(fault.caseId);
  const at = held?.at ?? instant;
  const id = world.mint.id();
  const caseId = held === undefined ? null : fault.caseId;
  const params = [id, world.realm, caseId, fault.workflow, fault.name, fault.error, at];
  const [row] = await tx.query<{ attempts: number }>(RECORD, params);
  if (held === undefined) return;
  if (row?.attempts === 1) {
    const body = { incident: id, kind: 'fault', name: fault.name, status: 'open' };
    const by = { kind: 'system', name: 'engine' } as const;
    const work = append(workOf(world, held.record), { kind: 'incident', by, at, texts: [], body });
    await writeAll(tx, world, { works: [work], answers: [], at });
  }
  await tx.query(
    `update cases c set stuck_until = $2::timestamptz + ${STUCK}
     from incidents i where c.id = $1 and i.case_id = c.id and i.kind = 'fault' and i.status = 'open' and i.name = $3`,
    [fault.caseId, at, fault.name],
  );
}
