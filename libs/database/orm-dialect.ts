import type { MikroORM } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely';
import {
  CompiledQuery,
  ControlledTransaction,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SingleConnectionProvider,
} from 'kysely';
import { parseArray } from './columns.js';

/*
 * MikroORM runs its SQL through Kysely. Giving it a dialect of our own lets it share our pool and our PGlite, join our
 * transactions, and be refused before it takes a connection it would wait for for ever.
 */

/** Rows, and how many rows a change touched. */
export interface OrmResult {
  readonly rows: unknown[];
  readonly affected: number | undefined;
}

/** Runs one statement and returns rows as MikroORM expects them. */
export type RunForOrm = (sql: string, params: readonly unknown[]) => Promise<OrmResult>;

/** A connection reserved for MikroORM. */
export interface OrmConnection {
  readonly run: RunForOrm;
  begin(settings: TransactionSettings): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  release(): void;
}

/** A Kysely dialect that takes its connections from `acquire`. */
export function ormDialect(acquire: () => Promise<OrmConnection>): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new OrmDriver(acquire),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/**
 * An EntityManager whose every statement goes through `run`, so that MikroORM joins a transaction it did not open.
 * `em.transactional` inside it makes savepoints as usual.
 */
export function joinTransaction(orm: MikroORM, run: RunForOrm): SqlEntityManager {
  const em = orm.em.fork({ useContext: false }) as SqlEntityManager;
  const joined: OrmConnection = { run, begin: nothing, commit: nothing, rollback: nothing, release: () => undefined };
  const connection = new KyselyConnection(joined);
  const dialect = ormDialect(() => Promise.resolve(joined));
  const provider = new SingleConnectionProvider(connection);
  em.setTransactionContext(
    new ControlledTransaction<unknown>({
      config: { dialect },
      dialect,
      driver: dialect.createDriver(),
      executor: new Kysely<unknown>({ dialect }).getExecutor().withConnectionProvider(provider),
      connection: { connection, release: () => undefined },
    }),
  );
  return em;
}

/** Type parsers MikroORM relies on, by type id: it reads dates, times and intervals from their text itself. */
export function mikroOrmParsers(): Record<number, (text: string) => unknown> {
  const asText = (value: string): string => value;
  const asTexts = (value: string): unknown[] => parseArray(value, asText);
  const parsers: Record<number, (text: string) => unknown> = {};
  for (const oid of [1082, 1114, 1184, 1186]) parsers[oid] = asText;
  for (const oid of [1182, 1115, 1185, 1187]) parsers[oid] = asTexts;
  return parsers;
}

function nothing(): Promise<void> {
  return Promise.resolve();
}

class KyselyConnection implements DatabaseConnection {
  constructor(readonly inner: OrmConnection) {}

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affected } = await this.inner.run(query.sql, query.parameters);
    return { rows: rows as Row[], ...(affected === undefined ? {} : { numAffectedRows: BigInt(affected) }) };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('streaming through MikroORM is not supported; page through the rows instead');
  }
}

class OrmDriver implements Driver {
  constructor(private readonly acquire: () => Promise<OrmConnection>) {}

  readonly init = nothing;
  readonly destroy = nothing;

  async acquireConnection(): Promise<KyselyConnection> {
    return new KyselyConnection(await this.acquire());
  }

  releaseConnection(connection: KyselyConnection): Promise<void> {
    connection.inner.release();
    return Promise.resolve();
  }

  beginTransaction(connection: KyselyConnection, settings: TransactionSettings): Promise<void> {
    return connection.inner.begin(settings);
  }

  commitTransaction(connection: KyselyConnection): Promise<void> {
    return connection.inner.commit();
  }

  rollbackTransaction(connection: KyselyConnection): Promise<void> {
    return connection.inner.rollback();
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`savepoint "${name}"`), {});
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`release savepoint "${name}"`), {});
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`rollback to savepoint "${name}"`), {});
  }
}
