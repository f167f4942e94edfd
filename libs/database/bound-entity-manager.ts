import type { MikroORM } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DatabaseConnection, Driver, QueryResult } from 'kysely';
import {
  CompiledQuery,
  ControlledTransaction,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SingleConnectionProvider,
} from 'kysely';

/** Runs a statement in the open transaction and returns rows as MikroORM expects them. */
export type RunForOrm = (sql: string, params: readonly unknown[]) => Promise<OrmResult>;

/** Rows, and how many rows a change touched. */
export interface OrmResult {
  readonly rows: unknown[];
  readonly affected: number | undefined;
}

/**
 * An EntityManager whose every statement goes through `run`, so that MikroORM joins a transaction it did not open.
 * `em.transactional` inside it makes savepoints as usual.
 */
export function bindEntityManager(orm: MikroORM, run: RunForOrm): SqlEntityManager {
  const em = orm.em.fork({ useContext: false }) as SqlEntityManager;
  em.setTransactionContext(joinTransaction(run));
  return em;
}

function joinTransaction(run: RunForOrm): ControlledTransaction<unknown> {
  const connection = new JoinedConnection(run);
  const driver = new JoinedDriver(connection);
  const dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  const executor = new Kysely<unknown>({ dialect })
    .getExecutor()
    .withConnectionProvider(new SingleConnectionProvider(connection));
  return new ControlledTransaction({
    config: { dialect },
    dialect,
    driver,
    executor,
    connection: { connection, release: () => undefined },
  });
}

class JoinedConnection implements DatabaseConnection {
  constructor(private readonly run: RunForOrm) {}

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affected } = await this.run(query.sql, query.parameters);
    return { rows: rows as Row[], ...(affected === undefined ? {} : { numAffectedRows: BigInt(affected) }) };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('streaming is not supported inside a transaction');
  }
}

/** Begin and commit belong to `Database.transaction`; only savepoints are MikroORM's own. */
class JoinedDriver implements Driver {
  constructor(private readonly connection: JoinedConnection) {}

  init = () => Promise.resolve();
  destroy = () => Promise.resolve();
  acquireConnection = () => Promise.resolve(this.connection);
  releaseConnection = () => Promise.resolve();
  beginTransaction = () => Promise.resolve();
  commitTransaction = () => Promise.resolve();
  rollbackTransaction = () => Promise.resolve();

  savepoint = (connection: DatabaseConnection, name: string) => runSavepoint(connection, `savepoint "${name}"`);
  releaseSavepoint = (connection: DatabaseConnection, name: string) =>
    runSavepoint(connection, `release savepoint "${name}"`);
  rollbackToSavepoint = (connection: DatabaseConnection, name: string) =>
    runSavepoint(connection, `rollback to savepoint "${name}"`);
}

async function runSavepoint(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql), {});
}
