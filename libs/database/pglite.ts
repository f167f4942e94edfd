import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Results, Transaction } from '@electric-sql/pglite';
import type { EntitySchema, MigrationObject } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/pglite';
import { encodeParameters, PGLITE_PARSERS, PGLITE_SERIALIZERS } from './columns.js';
import { CurrentTransaction } from './current-transaction.js';
import { lockDataDirectory } from './data-directory.lock.js';
import type { Database } from './database.js';
import { toQueryError } from './database.errors.js';
import { migrateDatabase, migrationOptions, pendingMigrations, refuseTooNew } from './migrations.js';
import type { OrmConnection, OrmResult } from './orm-dialect.js';
import { mikroOrmParsers, ormDialect } from './orm-dialect.js';
import { PgliteStatements } from './pglite-statements.js';
import type { OpenTransaction, Session } from './transaction.js';
import { transactionRunner } from './transaction.js';
import { kyselyModes, transactionModes } from './transaction-modes.js';

const QUERY_OPTIONS = { parsers: PGLITE_PARSERS, serializers: PGLITE_SERIALIZERS };

/** Where PGlite keeps its files. */
export interface PgliteOptions {
  /** A data directory, or `memory://`. */
  readonly location: string;
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly MigrationObject[];
  /** A PGlite to start from, see {@link dumpPglite}. */
  readonly copyOf?: Blob;
  /** One that runs already, see {@link startPglite}: closing the database leaves it running. */
  readonly running?: PGlite;
}

/** Starts PostgreSQL inside this process; a directory is locked against every other process. */
export async function openPglite(options: PgliteOptions): Promise<Database> {
  if (options.running !== undefined) return pgliteDatabase(options.running, options, () => Promise.resolve());
  const isInMemory = options.location.startsWith('memory:');
  const lock = isInMemory ? undefined : await lockDataDirectory(options.location);
  try {
    const pglite = await startPglite(isInMemory ? 'memory://' : join(options.location, 'postgres'), options.copyOf);
    try {
      return await pgliteDatabase(pglite, options, async () => {
        await pglite.close();
        await lock?.release();
      });
    } catch (error) {
      await pglite.close();
      throw error;
    }
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/**
 * A copy of a fresh PGlite with the tables of the migrations, so that many tests need not each run PostgreSQL's initdb and all
 * migrations.
 */
export async function dumpPglite(migrations: readonly MigrationObject[]): Promise<Blob> {
  const pglite = await startPglite('memory://');
  try {
    if (migrations.length > 0) {
      const options = { location: 'memory://', entities: [], migrations };
      const database = await pgliteDatabase(pglite, options, () => Promise.resolve());
      await database.migrate();
      await database.close();
    }
    return await pglite.dumpDataDir('none');
  } finally {
    await pglite.close();
  }
}

/** A copy of a data directory that nobody has open. */
export async function dumpDirectory(directory: string): Promise<Blob> {
  const pglite = await startPglite(join(directory, 'postgres'));
  try {
    return await pglite.dumpDataDir('none');
  } finally {
    await pglite.close();
  }
}

/** PostgreSQL inside this process, in memory (`memory://`) or in a directory that the caller has locked. */
export async function startPglite(dataDir: string, copyOf?: Blob): Promise<PGlite> {
  if (!dataDir.startsWith('memory:')) await mkdir(dataDir, { recursive: true });
  const pglite = await PGlite.create({
    dataDir,
    parsers: mikroOrmParsers(),
    ...(copyOf === undefined ? {} : { loadDataDir: copyOf }),
  });
  await pglite.exec(`set time zone 'UTC'`);
  return pglite;
}

async function pgliteDatabase(
  pglite: PGlite,
  { entities, migrations }: PgliteOptions,
  release: () => Promise<void>,
): Promise<Database> {
  const current = new CurrentTransaction();
  const query = async <Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> => {
    current.refuseInside('Database.query');
    const encoded = encodeParameters(params);
    try {
      return (await pglite.query<Row>(sql, encoded, QUERY_OPTIONS)).rows;
    } catch (cause) {
      throw toQueryError(cause, sql);
    }
  };
  await refuseTooNew(query, migrations);
  const orm = await MikroORM.init({
    entities: [...entities],
    dbName: 'memory://',
    driverOptions: ormDialect(() => {
      current.refuseInside("MikroORM's own EntityManager");
      return Promise.resolve(new PgliteOrmConnection(pglite));
    }),
    discovery: { warnWhenNoEntities: false },
    ...migrationOptions(migrations),
  });
  return {
    kind: 'pglite',
    orm,
    query,
    transaction: transactionRunner(openTransaction(pglite), { orm, current }),
    migrate: () => migrateDatabase(orm),
    pendingMigrations: () => pendingMigrations(query, migrations),
    createSchema: () => orm.schema.create(),
    openTransactions: () => current.open,
    close: async () => {
      await orm.close(true);
      await release();
    },
  };
}

/** PGlite hands its one connection out in the order of asking, so concurrent callers are served fairly. */
function openTransaction(pglite: PGlite): OpenTransaction {
  const statements = new PgliteStatements(pglite);
  return (work, options) =>
    pglite.transaction(async (transaction) => {
      await setModes(transaction, transactionModes(options));
      return work(new PgliteSession(transaction, statements));
    });
}

async function setModes(transaction: Transaction, modes: string): Promise<void> {
  if (modes !== '') await transaction.exec(`set transaction${modes}`);
}

async function runForOrm(on: PGlite | Transaction, sql: string, params: readonly unknown[]): Promise<OrmResult> {
  // only the simple protocol of `exec` takes several statements at once, as schema tools send them
  const result: Results<unknown> | undefined =
    params.length === 0 ? (await on.exec(sql)).at(-1) : await on.query(sql, [...params]);
  return { rows: result?.rows ?? [], affected: result?.affectedRows };
}

/** A transaction MikroORM opens by itself (migrations): PGlite's callback turned inside out. */
class PgliteOrmConnection implements OrmConnection {
  #open: { readonly transaction: Transaction; readonly end: (how: 'commit' | 'rollback') => Promise<void> } | undefined;

  constructor(private readonly pglite: PGlite) {}

  readonly run = (sql: string, params: readonly unknown[]): Promise<OrmResult> =>
    runForOrm(this.#open?.transaction ?? this.pglite, sql, params);

  async begin(settings: Parameters<OrmConnection['begin']>[0]): Promise<void> {
    const begun = Promise.withResolvers<Transaction>();
    const ending = Promise.withResolvers<'commit' | 'rollback'>();
    const finished = this.pglite.transaction(async (transaction) => {
      await setModes(transaction, kyselyModes(settings));
      begun.resolve(transaction);
      if ((await ending.promise) === 'rollback') await transaction.rollback();
    });
    finished.catch(begun.reject);
    const transaction = await begun.promise;
    this.#open = {
      transaction,
      end: async (how) => {
        this.#open = undefined;
        ending.resolve(how);
        await finished;
      },
    };
  }

  async commit(): Promise<void> {
    await this.#open?.end('commit');
  }

  async rollback(): Promise<void> {
    await this.#open?.end('rollback');
  }

  release(): void {
    // PGlite's one connection is taken for each statement or transaction, never kept
  }
}

class PgliteSession implements Session {
  constructor(
    private readonly transaction: Transaction,
    private readonly statements: PgliteStatements,
  ) {}

  rows(sql: string, params: (string | null)[]): Promise<unknown[]> {
    return this.statements.rows(sql, params);
  }

  ormRows(sql: string, params: readonly unknown[]): Promise<OrmResult> {
    return runForOrm(this.transaction, sql, params);
  }

  async isAborted(): Promise<boolean> {
    try {
      await this.transaction.query('select 1');
      return false;
    } catch {
      return true;
    }
  }
}
