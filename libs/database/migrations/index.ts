import type { MigrationObject } from '@mikro-orm/core';

/** Every migration in the order of writing; `createMigration` writes this file. */
export const MIGRATIONS: readonly MigrationObject[] = [];
