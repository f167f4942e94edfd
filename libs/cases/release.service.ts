import type { Actor } from '#libs/engine';

import type { Annotator } from './annotations.types.js';

const BATCH = 200;
const RELEASE: Actor = { kind: 'system', name: 'simulation' };

/** What goes over with a case, besides the case itself. */
const FOLLOWING = ['outbox', 'incidents', 'case_lookups', 'case_list'] as const;

/**
 * Moves every case of a simulated world into another one: what was simulated up to the present goes on for real. Case by case, with
 * an entry in each journal; a release that was interrupted is continued by calling it again. Answers how many cases it moved.
 */
export async function releaseCases(
  simulated: Annotator,
  into: string,
  onProgress: (released: number) => void = () => undefined,
): Promise<number> {
  const { database, world } = simulated;
  for (let released = 0; ;) {
    const rows = await database.query<{ id: string }>(
      `select id from cases where realm = $1 order by created_at, id limit ${String(BATCH)}`,
      [world.realm],
    );
    if (rows.length === 0) return released;
    for (const { id } of rows) {
      await releaseCase(simulated, id, into);
      // an embedded database answers without ever leaving this turn of the event loop: others must have theirs
      await new Promise((resolve) => setImmediate(resolve));
    }
    released += rows.length;
    onProgress(released);
  }
}

async function releaseCase(simulated: Annotator, caseId: string, into: string): Promise<void> {
  const body = { from: simulated.world.realm, into };
  await simulated.annotate(caseId, { kind: 'released', by: RELEASE, texts: [], body }, async (tx) => {
    await tx.query(`update cases set realm = $2 where id = $1`, [caseId, into]);
    for (const table of FOLLOWING) await tx.query(`update ${table} set realm = $2 where case_id = $1`, [caseId, into]);
  });
}
