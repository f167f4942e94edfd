import type { Database } from '#libs/database';
import type { Queue } from '#libs/queue';

import type { Gauged } from './metrics.js';
import type { Check } from './platform.js';

const GAUGES = `select
  (select count(*)::int from outbox where status = 'pending') as outbox,
  (select count(*)::int from incidents where status = 'open') as incidents,
  (select extract(epoch from clock_timestamp() - min(next_due_at))::float8 from cases
    where realm = 'live' and next_due_at is not null) as late`;

/** Reads what the metrics show of the database. */
export function gaugesOf(database: Database): () => Promise<Gauged> {
  return async () => {
    const [row] = await database.query<{ outbox: number; incidents: number; late: number | null }>(GAUGES);
    return {
      outboxPending: row?.outbox ?? 0,
      openIncidents: row?.incidents ?? 0,
      clockLatenessSeconds: Math.max(0, row?.late ?? 0),
    };
  };
}

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
    return pending.length === 0 ? { ok: true } : { ok: false, detail: `${String(pending.length)} migration(s) to be applied` };
  } catch {
    return { ok: false, detail: 'unknown' };
  }
}
