import type { Tx } from '#libs/database';

import type { Applied, RegistryBatch } from './registry.vocabulary.js';

/** What a migration put aside: it knows no keys, so it can neither seal telephones nor begin a history. */
interface Aside {
  entity: keyof RegistryBatch;
  body: never;
}

/**
 * Takes in the records that a migration put aside, as if they were entered on the day of the upgrade.
 * @returns how many there were.
 */
export async function adopt(tx: Tx, insert: (batch: RegistryBatch) => Promise<Applied>): Promise<number> {
  const rows = await tx.query<Aside>('delete from registry_adoptions returning entity, body');
  if (rows.length === 0) return 0;
  const batch = Object.fromEntries(
    [...Map.groupBy(rows, ({ entity }) => entity)].map(([entity, of]) => [entity, of.map(({ body }) => body)]),
  );
  await insert(batch);
  return rows.length;
}
