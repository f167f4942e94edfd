import { liminWorld } from '#apps/demo';
import type { Database } from '#libs/database';
import type { Registry } from '#libs/registry';

/** Loads the demonstration community into a registry that knows nobody yet. Answers whether it did. */
export async function loadDemoCommunity(database: Database, registry: Registry): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [row] = await tx.query<{ known: boolean }>('select exists (select 1 from people) as known');
    if (row?.known === true) return false;
    await registry.insert(tx, liminWorld());
    return true;
  });
}
