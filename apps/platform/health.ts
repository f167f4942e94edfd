import type { Database } from '#libs/database';
import type { Queue } from '#libs/queue';

import type { Check } from './platform.js';

/** The readiness check. Details say what is wrong, never where the database is. */
export function checksOf(database: Database, queue: Queue): () => Promise<Record<string, Check>> {
  return async () => ({
    database: await answering(() => database.query('select 1'), 'does not answer'),
    migrations: await migrated(database),
    queue: await answering(() => queue.depth(), 'cannot be reached; the sweep still finds everything'),
  });
}

async function answering(ask: () => Promise<unknown>, detail: string): Promise<Check> {
  try {
    await ask();
    return { ok: true };
  } catch {
    return { ok: false, detail };
  }
}

async function migrated(database: Database): Promise<Check> {
  try {
    const pending = await database.pendingMigrations();
    return pending.length === 0
      ? { ok: true }
      : { ok: false, detail: `${String(pending.length)} migration(s) to be applied` };
  } catch {
    return { ok: false, detail: 'unknown' };
  }
}
