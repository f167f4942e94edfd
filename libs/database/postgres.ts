import type { EntitySchema, MigrationObject } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { Pool, TypeOverrides } from 'pg';
import type { PoolClient } from 'pg';
import { encodeParameters, PG_TYPES } from './columns.js';
import { CurrentTransaction } from './current-transaction.js';
import type { Database, MigrationReport } from './database.js';
import { sqlStateOf, toQueryError } from './database.errors.js';
import { migrateDatabase, migrationOptions, pendingMigrations, refuseTooNew } from './migrations.js';
import type { OrmConnection } from './orm-dialect.js';
import { mikroOrmParsers, ormDialect } from './orm-dialect.js';
import type { OpenTransaction, Session } from './transaction.js';
import { transactionRunner } from './transaction.js';
import { isPlannedAnew } from './planned-anew.js';
import { kyselyModes, transactionModes } from './transaction-modes.js';

/** Where and how to reach PostgreSQL. */
export interface PostgresOptions {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly MigrationObject[];
  readonly poolSize: number;
  readonly preparedStatements: boolean;
  /** Hears of broken idle connections; the pool replaces them by itself. */
  readonly onWarning: (error: Error) => void;
}

/** Connects to PostgreSQL; MikroORM and the transactions use the same pool. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const current = new CurrentTransaction();
  const pool = createPool(options);
  const statements = new Statements(options.preparedStatements);
  const query = async <Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> => {
    current.refuseInside('Database.query');
    const statement = statements.prepare(sql, encodeParameters(params));
    try {
      return (await pool.query(statement)).rows as Row[];
    } catch (cause) {
      throw toQueryError(cause, sql);
    }
  };
  try {
    await refuseTooNew(query, options.migrations);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const orm = await MikroORM.init({
    entities: [...options.entities],
    dbName: await databaseName(query),
    driverOptions: ormDialect(async () => {
      current.refuseInside("MikroORM's own EntityManager");
      return ormConnection(await connect(pool));
    }),
    discovery: { warnWhenNoEntities: false },
    ...migrationOptions(options.migrations),
  });
  return {
    kind: 'postgres',
    orm,
    query,
    transaction: transactionRunner(openTransaction(pool, statements), { orm, current }),
    migrate: () => migrateAlone(pool, orm),
    pendingMigrations: () => pendingMigrations(query, options.migrations),
    createSchema: () => orm.schema.create(),
    openTransactions: () => current.open,
    close: async () => {
      await orm.close(true);
      await pool.end();
    },
  };
}

function createPool(options: PostgresOptions): Pool {
  const types = new TypeOverrides();
  for (const [oid, parse] of Object.entries(mikroOrmParsers())) types.setTypeParser(Number(oid), parse);
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize,
    types,
    application_name: 'minyi',
    options: '-c timezone=UTC',
    // BEGIN travels together with the first statement: one round trip less in every transaction
    pipeline: true,
  });
  // an 'error' event nobody listens to would end the process
  pool.on('error', options.onWarning);
  pool.on('connect', (client) => client.on('error', options.onWarning));
  return pool;
}

async function databaseName(query: Database['query']): Promise<string> {
  const [row] = await query<{ name: string }>('select current_database() as name');
  return row?.name ?? 'postgres';
}

/** Any number that means "Minyi migrates"; servers starting together wait here for one another. */
const MIGRATION_LOCK = 7_020_260_301;

async function migrateAlone(pool: Pool, orm: MikroORM): Promise<MigrationReport> {
  const client = await connect(pool);
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await migrateDatabase(orm);
  } finally {
    // closing the connection gives the lock back, whatever has happened to it
    client.release(true);
  }
}

/** Also "cached plan must not change result type". */
const FEATURE_NOT_SUPPORTED = '0A000';

/** Enough for all statements written in the source; generated SQL beyond it is sent unprepared, so servers keep bounded memory. */
const MOST_PREPARED_STATEMENTS = 400;

/** Names statements, so that PostgreSQL parses and plans each of them once a connection. */
class Statements {
  readonly #names = new Map<string, string>();

  constructor(private readonly enabled: boolean) {}

  prepare(text: string, values: (string | null)[]) {
    const name = this.#nameOf(text);
    return name === undefined ? { text, values, types: PG_TYPES } : { name, text, values, types: PG_TYPES };
  }

  #nameOf(text: string): string | undefined {
    if (isPlannedAnew(text)) return undefined;
    const known = this.#names.get(text);
    if (known !== undefined || !this.enabled || this.#names.size >= MOST_PREPARED_STATEMENTS) return known;
    const name = `minyi_${String(this.#names.size)}`;
    this.#names.set(text, name);
    return name;
  }
}

function openTransaction(pool: Pool, statements: Statements): OpenTransaction {
  return async (work, options) => {
    const client = await connect(pool);
    try {
      const begun = client.query(`begin${transactionModes(options)}`);
      // its failure is reported by the first statement and awaited below
      begun.catch(() => undefined);
      const result = await work(new PostgresSession(client, statements));
      await begun;
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      await rollBack(client, error);
      throw error;
    }
  };
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    throw toQueryError(cause, 'connect');
  }
}

/** A client that cannot roll back, or whose prepared statements a migration has made useless, is closed instead of reused. */
async function rollBack(client: PoolClient, reason: unknown): Promise<void> {
  try {
    await client.query('rollback');
    client.release(sqlStateOf(reason) === FEATURE_NOT_SUPPORTED);
  } catch {
    client.release(true);
  }
}

async function runForOrm(client: PoolClient, sql: string, params: readonly unknown[]) {
  const result = await client.query(sql, [...params]);
  return { rows: result.rows as unknown[], affected: result.rowCount ?? undefined };
}

function ormConnection(client: PoolClient): OrmConnection {
  const execute = async (sql: string): Promise<void> => {
    await client.query(sql);
  };
  return {
    run: (sql, params) => runForOrm(client, sql, params),
    begin: (settings) => execute(`begin${kyselyModes(settings)}`),
    commit: () => execute('commit'),
    rollback: () => execute('rollback'),
    release: () => {
      client.release();
    },
  };
}

class PostgresSession implements Session {
  constructor(
    private readonly client: PoolClient,
    private readonly statements: Statements,
  ) {}

  async rows(sql: string, params: (string | null)[]): Promise<unknown[]> {
    const result = await this.client.query(this.statements.prepare(sql, params));
    return result.rows as unknown[];
  }

  ormRows(sql: string, params: readonly unknown[]) {
    return runForOrm(this.client, sql, params);
  }

  async isAborted(): Promise<boolean> {
    try {
      await this.client.query('select 1');
      return false;
    } catch {
      return true;
    }
  }
}
