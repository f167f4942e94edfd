import type { PGlite } from '@electric-sql/pglite';
import type { EntitySchema, MigrationObject } from '@mikro-orm/core';
import type { Database } from './database.js';
import { MIGRATIONS } from './migrations/index.js';
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
  /** Default true; false for a pooler between us and PostgreSQL that does not keep prepared statements (old PgBouncer). */
  readonly preparedStatements?: boolean;
  /** A new PGlite starts from this copy (see `dumpPglite`), several times as fast; for tests. */
  readonly copyOf?: Blob;
  /** `memory://` only: a PGlite that runs already and is left running by `close` (see `startPglite`); for tests. */
  readonly running?: PGlite;
  /** Default: all migrations of the product; others only in tests of the migrations themselves. */
  readonly migrations?: readonly MigrationObject[];
  /** Hears of broken idle connections (default: nobody); the pool replaces them by itself. */
  readonly onWarning?: (error: Error) => void;
}

/**
 * Opens PostgreSQL or PGlite; the caller migrates and closes.
 * @throws DataDirectoryInUseError when another process has the data directory.
 * @throws DatabaseTooNewError when a newer version of Minyi has migrated the database.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { url, entities, migrations = MIGRATIONS } = options;
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { poolSize = 20, preparedStatements = true, onWarning = () => undefined } = options;
    return openPostgres({ url, entities, migrations, poolSize, preparedStatements, onWarning });
  }
  const { copyOf, running } = options;
  return openPglite({
    location: url,
    entities,
    migrations,
    ...(copyOf === undefined ? {} : { copyOf }),
    ...(running === undefined ? {} : { running }),
  });
}
