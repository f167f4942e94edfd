import type { MikroORM } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** One open transaction. It is used up when the work it was given to has ended. */
export interface Tx {
  /**
   * Runs one SQL statement with `$1…` parameters inside this transaction.
   *
   * Parameters: strings, numbers, booleans, `Date`, `null`/`undefined` as they are; a plain object becomes JSON; an array becomes a
   * PostgreSQL array (`= any($1)`, `unnest($1::text[])`). **An array meant as jsonb must be passed as `JSON.stringify(array)`.**
   *
   * Columns come back alike from both drivers: jsonb parsed, timestamptz as `2026-11-02T08:30:00.000Z`, date as `2026-11-02`,
   * bigint/count as number, numeric as string, arrays as arrays, bytea as Buffer.
   *
   * @throws QueryError when PostgreSQL refuses; the transaction is then lost, let the error through.
   */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** MikroORM inside this transaction; made on first use, flushed before the commit. */
  readonly em: SqlEntityManager;
}

/** How a transaction runs. */
export interface TransactionOptions {
  /** Default: read committed. */
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
  /**
   * How often the whole work is run again after a deadlock or serialization failure (default 0). The work must then have no
   * effect outside the transaction.
   */
  readonly retries?: number;
}

/** What `migrate` did: names of the migrations in the order they were applied. */
export interface MigrationReport {
  readonly applied: readonly string[];
}

/** PostgreSQL, or PGlite (PostgreSQL inside this process). */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Runs the work in a transaction; commits when it returns, rolls back when it throws.
   * @throws OutsideTransactionError when called inside another transaction of this database.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * Runs one statement on its own connection, committed at once; see {@link Tx.query} for parameters and columns.
   * @throws OutsideTransactionError when called inside a transaction of this database.
   */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** MikroORM itself: metadata, schema tools, `orm.em.fork()` for reading. */
  readonly orm: MikroORM;
  /**
   * Brings the schema up to date.
   * @throws DatabaseTooNewError when the database has migrations this version does not know.
   */
  migrate(): Promise<MigrationReport>;
  /** Names of the migrations this version knows and the database lacks. */
  pendingMigrations(): Promise<string[]>;
  /** Creates all tables from the entities in an empty database; for tests until the migrations exist. */
  createSchema(): Promise<void>;
  /** How many transactions are open now, waiting ones not counted. */
  openTransactions(): number;
  close(): Promise<void>;
}
