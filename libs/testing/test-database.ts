import { readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { EntitySchema } from '@mikro-orm/core';
import { readTestConfig } from '#libs/config';
import type { Database } from '#libs/database';
import { dumpEmptyPglite, openDatabase } from '#libs/database';

/** The database of one test file. */
export interface TestDatabase {
  /** Open from `beforeAll` to `afterAll`; all tables are empty at the start of each test. */
  readonly database: Database;
}

/** What differs from the product's own tables. */
export interface TestDatabaseOptions {
  /** Default: those of the migrations. `of the entities`: only those, for entities that the product does not have. */
  readonly tables?: 'of the migrations' | 'of the entities';
}

/**
 * Gives the tests of a file a database with the product's tables: PGlite in memory, or with `MINYI_TEST_DATABASE=postgres` a
 * database of this Jest worker on the server of `MINYI_TEST_DATABASE_URL`. After each test it fails the test if a transaction is
 * still open, then empties the tables. Call it at the top of the file or of a `describe`.
 */
export function testDatabase(entities: readonly EntitySchema[], options: TestDatabaseOptions = {}): TestDatabase {
  let database: Database | undefined;
  beforeAll(async () => {
    database = await open(entities, options);
    await prepareSchema(database);
  }, 60_000);
  afterEach(async () => {
    if (database === undefined) return;
    refuseLeaks(database);
    await emptyTables(database);
  });
  afterAll(async () => {
    await database?.close();
    database = undefined;
  });
  return {
    get database() {
      if (database === undefined) throw new Error('the test database is open only while tests run');
      return database;
    },
  };
}

/** Whether this run uses a real PostgreSQL: locks and races prove nothing on PGlite, which has one connection. */
export function isOnPostgres(): boolean {
  return readTestConfig().database === 'postgres';
}

async function open(entities: readonly EntitySchema[], { tables }: TestDatabaseOptions): Promise<Database> {
  const config = readTestConfig();
  const schema = tables === 'of the entities' ? { entities, migrations: [] } : { entities };
  if (config.database === 'pglite') {
    return openDatabase({ url: 'memory://', ...schema, copyOf: await emptyPglite() });
  }
  if (config.databaseUrl === undefined) throw new Error('MINYI_TEST_DATABASE=postgres needs MINYI_TEST_DATABASE_URL');
  const url = await createWorkerDatabase(config.databaseUrl, config.worker);
  return openDatabase({ url, ...schema });
}

/** A fresh database for each file: leftovers of an interrupted run must not decide about this one. */
async function createWorkerDatabase(serverUrl: string, worker: number): Promise<string> {
  const name = `minyi_test_${String(worker)}`;
  const server = await openDatabase({ url: serverUrl, entities: [], poolSize: 1 });
  try {
    await server.query(`drop database if exists ${name} with (force)`);
    await server.query(`create database ${name}`);
  } finally {
    await server.close();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A fresh PGlite to copy, kept between runs: PostgreSQL's initdb takes most of a small test file's time. */
export async function emptyPglite(): Promise<Blob> {
  const path = join(tmpdir(), `minyi-empty-pglite-${await pgliteVersion()}.tar`);
  try {
    return new Blob([await readFile(path)]);
  } catch {
    const dump = await dumpEmptyPglite();
    const unfinished = `${path}.${String(process.pid)}`;
    await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
    await rename(unfinished, path);
    return dump;
  }
}

async function pgliteVersion(): Promise<string> {
  const entry = new URL(import.meta.resolve('@electric-sql/pglite'));
  const manifest = JSON.parse(await readFile(new URL('../package.json', entry), 'utf8')) as { version: string };
  return manifest.version;
}

/** The same way as in production, as soon as there is a first migration. */
async function prepareSchema(database: Database): Promise<void> {
  const pending = await database.pendingMigrations();
  await (pending.length > 0 ? database.migrate() : database.createSchema());
}

function refuseLeaks(database: Database): void {
  const open = database.openTransactions();
  if (open > 0) throw new Error(`${String(open)} transaction(s) still open after the test: an await is missing`);
}

async function emptyTables(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'mikro_orm_migrations'`,
  );
  if (tables.length === 0) return;
  // truncating costs something for each table, also for the many that a test has not touched
  const used = await database.query<{ name: string }>(
    tables.map(({ name }) => `select '${name}' as name where exists (select from ${name})`).join(' union all '),
  );
  if (used.length > 0) {
    await database.query(`truncate ${used.map(({ name }) => name).join(', ')} restart identity cascade`);
  }
}
