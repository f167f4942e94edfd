import type { EntitySchema } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import type { PostgreSqlConnection } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';
import { encodeParameters, PG_TYPES } from './columns.js';
import { CurrentTransaction } from './current-transaction.js';
import type { Database, TransactionOptions } from './database.js';
import { toQueryError } from './database.errors.js';
import { migrateDatabase, migrationOptions } from './migrations.js';
import type { OpenTransaction, Session } from './transaction.js';
import { transactionRunner } from './transaction.js';

/** Where and how to reach PostgreSQL. */
export interface PostgresOptions {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  readonly poolSize: number;
}

/** Connects to PostgreSQL; MikroORM and the transactions use the same pool. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const current = new CurrentTransaction();
  const orm = await MikroORM.init({
    entities: [...options.entities],
    clientUrl: options.url,
    pool: { min: 0, max: options.poolSize },
    driverOptions: {
      connectionString: options.url,
      application_name: 'minyi',
      options: '-c timezone=UTC',
      // BEGIN travels together with the first statement: one round trip less per transaction
      pipeline: true,
    },
    onReserveConnection: () => {
      current.refuseInside("MikroORM's own EntityManager");
      return Promise.resolve();
    },
    ...migrationOptions(),
  });
  const pool = await (orm.em.getConnection() as PostgreSqlConnection).getNativeClient();
  return {
    kind: 'postgres',
    orm,
    transaction: transactionRunner(openTransaction(pool), { orm, current }),
    query: async <Row>(sql: string, params: readonly unknown[] = []) => {
      current.refuseInside('Database.query');
      try {
        const result = await pool.query({ text: sql, values: encodeParameters(params), types: PG_TYPES });
        return result.rows as Row[];
      } catch (cause) {
        throw toQueryError(cause, sql);
      }
    },
    migrate: () => migrateDatabase(orm),
    createSchema: () => orm.schema.create(),
    close: () => orm.close(true),
  };
}

function beginStatement(options: TransactionOptions): string {
  const isolation = options.isolation === undefined ? '' : ` isolation level ${options.isolation}`;
  return `begin${isolation}${options.readOnly === true ? ' read only' : ''}`;
}

function openTransaction(pool: Pool): OpenTransaction {
  return async (work, options) => {
    const client = await connect(pool);
    try {
      const begun = client.query(beginStatement(options));
      // its failure is reported by the first statement and awaited below
      begun.catch(() => undefined);
      const result = await work(new PostgresSession(client));
      await begun;
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      await rollBack(client);
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

/** A client that cannot roll back is broken: it is closed, not returned to the pool. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch {
    client.release(true);
  }
}

class PostgresSession implements Session {
  constructor(private readonly client: PoolClient) {}

  async rows(sql: string, params: (string | null)[]): Promise<unknown[]> {
    const result = await this.client.query({ text: sql, values: params, types: PG_TYPES });
    return result.rows as unknown[];
  }

  async ormRows(sql: string, params: readonly unknown[]) {
    const result = await this.client.query(sql, [...params]);
    return { rows: result.rows as unknown[], affected: result.rowCount ?? undefined };
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
