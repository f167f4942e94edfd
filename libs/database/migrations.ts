import type { MigrationObject, MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import type { Database, MigrationReport } from './database.js';
import { DatabaseTooNewError } from './database.errors.js';

/** Table in which applied migrations are written down. */
export const MIGRATIONS_TABLE = 'mikro_orm_migrations';

/** MikroORM options about migrations. */
export function migrationOptions(migrations: readonly MigrationObject[]) {
  return {
    extensions: [Migrator],
    migrations: {
      tableName: MIGRATIONS_TABLE,
      // named explicitly instead of found in a folder: the same from source, from dist and in Jest
      migrationsList: [...migrations],
      snapshot: false,
      // switching constraints off needs a superuser, and a migration in the right order does not need it
      disableForeignKeys: false,
      silent: true,
    },
  };
}

/** Applies all migrations that are still missing, all of them or none. */
export async function migrateDatabase(orm: MikroORM): Promise<MigrationReport> {
  const applied = await orm.migrator.up();
  return { applied: applied.map(({ name }) => name) };
}

async function appliedMigrations(query: Database['query']): Promise<string[]> {
  const [table] = await query<{ exists: boolean }>('select to_regclass($1) is not null as exists', [MIGRATIONS_TABLE]);
  if (table?.exists !== true) return [];
  const rows = await query<{ name: string }>(`select name from ${MIGRATIONS_TABLE} order by id`);
  return rows.map(({ name }) => name);
}

/** @throws DatabaseTooNewError when the database has migrations this version does not know. */
export async function refuseTooNew(query: Database['query'], migrations: readonly MigrationObject[]): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = (await appliedMigrations(query)).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new DatabaseTooNewError(unknown);
}

/** Names of the migrations still to be applied. */
export async function pendingMigrations(
  query: Database['query'],
  migrations: readonly MigrationObject[],
): Promise<string[]> {
  const applied = new Set(await appliedMigrations(query));
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}
