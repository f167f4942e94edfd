export { autovacuum } from './autovacuum.js';
export { Batcher } from './batcher.js';
export type { BatcherOptions } from './batcher.js';
export type { Database, MigrationReport, TransactionOptions, Tx } from './database.js';
export type { OpenDatabaseOptions } from './open.js';
export { openDatabase } from './open.js';
export { dumpDirectory, dumpPglite, startPglite } from './pglite.js';
export { PLANNED_ANEW } from './planned-anew.js';
export { PRESENT } from './present.sql.js';
export type { DatabaseErrorCode } from './database.errors.js';
export {
  DATABASE_ERROR_CODES,
  DatabaseError,
  DatabaseTooNewError,
  DataDirectoryInUseError,
  OutsideTransactionError,
  QueryError,
  TransactionAbortedError,
  TransactionClosedError,
  ValueOutOfRangeError,
} from './database.errors.js';
export type { NewMigration } from './migration-authoring.js';
export { checkMigrations, createMigration } from './migration-authoring.js';
export { MIGRATIONS } from './migrations/index.js';
