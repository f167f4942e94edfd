import type { MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import type { MigrationReport } from './database.js';

/** MikroORM options about migrations. */
export function migrationOptions() {
  return {
    extensions: [Migrator],
    migrations: { migrationsList: [], snapshot: false },
  };
}

/** Applies all migrations that are still missing. */
export async function migrateDatabase(orm: MikroORM): Promise<MigrationReport> {
  const applied = await orm.migrator.up();
  return { applied: applied.map(({ name }) => name) };
}
