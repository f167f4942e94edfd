export { FakeClock } from './fake-clock.js';
export type { DatabaseTemplate, TestDatabase, TestDatabaseOptions } from './test-database.js';
export {
  emptyPglite,
  freshPostgres,
  isOnPostgres,
  kept,
  migratedPglite,
  migrationsMark,
  openTestDatabase,
  testDatabase,
} from './test-database.js';
export type { TypeScriptProcess } from './typescript-process.js';
export { startTypeScript } from './typescript-process.js';
export { testVault } from './test-vault.js';
