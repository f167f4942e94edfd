import type { EntitySchema } from '@mikro-orm/core';
import type { Database } from './database.js';
import { openPglite } from './pglite.js';
import { openPostgres } from './postgres.js';

/** Which database to open. */
export interface OpenDatabaseOptions {
  /** `postgres://…`, or a data directory for PGlite, or `memory://` (PGlite, gone when closed). */
  readonly url: string;
  /** Every entity of the product, made with `defineEntity`. */
  readonly entities: readonly EntitySchema[];
  /** Most connections to PostgreSQL at once (default 20); PGlite always has one. */
  readonly poolSize?: number;
}

/**
 * Opens PostgreSQL or PGlite; the caller migrates and closes.
 * @throws DataDirectoryInUseError when another process has the data directory.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { url, entities } = options;
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres({ url, entities, poolSize: options.poolSize ?? 20 });
  return openPglite({ location: url, entities });
}
