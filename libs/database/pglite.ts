import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import type { Transaction } from '@electric-sql/pglite';
import type { EntitySchema } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/pglite';
import { encodeParameters, parseArray, PGLITE_PARSERS, PGLITE_SERIALIZERS } from './columns.js';
import { CurrentTransaction } from './current-transaction.js';
import { lockDataDirectory } from './data-directory.lock.js';
import type { Database, TransactionOptions } from './database.js';
import { toQueryError } from './database.errors.js';
import { migrateDatabase, migrationOptions } from './migrations.js';
import type { OpenTransaction, Session } from './transaction.js';
import { transactionRunner } from './transaction.js';

const QUERY_OPTIONS = { parsers: PGLITE_PARSERS, serializers: PGLITE_SERIALIZERS };

/** Where PGlite keeps its files. */
export interface PgliteOptions {
  /** A data directory, or `memory://`. */
  readonly location: string;
  readonly entities: readonly EntitySchema[];
}

/** Starts PostgreSQL inside this process; a directory is locked against every other process. */
export async function openPglite(options: PgliteOptions): Promise<Database> {
  const isInMemory = options.location.startsWith('memory:');
  const lock = isInMemory ? undefined : await lockDataDirectory(options.location);
  try {
    const pglite = await startPglite(isInMemory ? 'memory://' : join(options.location, 'postgres'));
    const current = new CurrentTransaction();
    const orm = await MikroORM.init({
      entities: [...options.entities],
      dbName: 'memory://',
      driverOptions: { pglite: () => guarded(pglite, current) },
      ...migrationOptions(),
    });
    return pgliteDatabase({ pglite, orm, current }, async () => {
      await orm.close(true);
      await pglite.close();
      await lock?.release();
    });
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

async function startPglite(dataDir: string): Promise<PGlite> {
  if (!dataDir.startsWith('memory:')) await mkdir(dataDir, { recursive: true });
  const pglite = await PGlite.create({ dataDir, parsers: mikroOrmParsers() });
  await pglite.exec(`set time zone 'UTC'`);
  return pglite;
}

/** MikroORM parses dates, times and intervals itself and wants their text. */
function mikroOrmParsers(): Record<number, (text: string) => unknown> {
  const text = (value: string): string => value;
  const texts = (value: string): unknown[] => parseArray(value, text);
  return Object.fromEntries([
    ...[1082, 1114, 1184, 1186].map((oid) => [oid, text]),
    ...[1182, 1115, 1185, 1187].map((oid) => [oid, texts]),
  ]) as Record<number, (text: string) => unknown>;
}

/** What MikroORM gets: the same PGlite, which refuses at once what would wait for itself for ever. */
function guarded(pglite: PGlite, current: CurrentTransaction): PGlite {
  const guard =
    <Args extends unknown[], Result>(name: string, call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      current.refuseInside(`MikroORM's own EntityManager (PGlite.${name})`);
      return call(...args);
    };
  const guards: Partial<PGlite> = {
    query: guard('query', pglite.query.bind(pglite)) as PGlite['query'],
    exec: guard('exec', pglite.exec.bind(pglite)),
    transaction: guard('transaction', pglite.transaction.bind(pglite)) as PGlite['transaction'],
  };
  return new Proxy(pglite, {
    get(target, key) {
      const value: unknown = Reflect.get(guards, key) ?? Reflect.get(target, key, target);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
}

function pgliteDatabase(
  { pglite, orm, current }: { pglite: PGlite; orm: MikroORM; current: CurrentTransaction },
  close: () => Promise<void>,
): Database {
  return {
    kind: 'pglite',
    orm,
    transaction: transactionRunner(openTransaction(pglite), { orm, current }),
    query: async <Row>(sql: string, params: readonly unknown[] = []) => {
      current.refuseInside('Database.query');
      const encoded = encodeParameters(params);
      try {
        return (await pglite.query<Row>(sql, encoded, QUERY_OPTIONS)).rows;
      } catch (cause) {
        throw toQueryError(cause, sql);
      }
    },
    migrate: () => migrateDatabase(orm),
    createSchema: () => orm.schema.create(),
    close,
  };
}

/** PGlite hands its one connection out in the order of asking, so concurrent callers are served fairly. */
function openTransaction(pglite: PGlite): OpenTransaction {
  return (work, options) =>
    pglite.transaction(async (transaction) => {
      const settings = transactionSettings(options);
      if (settings !== undefined) await transaction.exec(settings);
      return work(new PgliteSession(transaction));
    });
}

function transactionSettings(options: TransactionOptions): string | undefined {
  const isolation = options.isolation === undefined ? '' : ` isolation level ${options.isolation}`;
  const access = options.readOnly === true ? ' read only' : '';
  return isolation + access === '' ? undefined : `set transaction${isolation}${access}`;
}

class PgliteSession implements Session {
  constructor(private readonly transaction: Transaction) {}

  async rows(sql: string, params: (string | null)[]): Promise<unknown[]> {
    return (await this.transaction.query(sql, params, QUERY_OPTIONS)).rows;
  }

  async ormRows(sql: string, params: readonly unknown[]) {
    const { rows, affectedRows } = await this.transaction.query(sql, [...params]);
    return { rows, affected: affectedRows };
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
