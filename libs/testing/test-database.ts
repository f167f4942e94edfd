import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { EntitySchema } from '@mikro-orm/core';
import { readTestConfig } from '#libs/config';
import type { Database, OpenDatabaseOptions } from '#libs/database';
import { dumpPglite, MIGRATIONS, openDatabase } from '#libs/database';
import { borrowPglite, emptyTables, type PgliteContent } from './lent-pglite.js';

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
    database = await openTestDatabase(entities, options);
  }, 60_000);
  afterEach(async () => {
    if (database === undefined) return;
    refuseLeaks(database);
    const opened = database;
    await emptyTables((sql) => opened.query<{ name: string }>(sql));
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

/**
 * A fresh database like that of {@link testDatabase}, for a file that fills it once for all its tests; the caller closes it.
 * A second one at the same time needs a `name` of its own.
 */
export async function openTestDatabase(
  entities: readonly EntitySchema[],
  { tables = 'of the migrations', name = 'test' }: TestDatabaseOptions & { readonly name?: string } = {},
): Promise<Database> {
  const database = await open({ entities, tables, name });
  if (tables === 'of the entities') await database.createSchema();
  return database;
}

type ToOpen = Required<TestDatabaseOptions> & { readonly entities: readonly EntitySchema[]; readonly name: string };

async function open({ entities, tables, name }: ToOpen): Promise<Database> {
  const config = readTestConfig();
  const schema = tables === 'of the entities' ? { entities, migrations: [] } : { entities };
  if (config.database === 'pglite') {
    return openLent(schema, tables === 'of the entities' ? 'empty' : 'migrated');
  }
  const content = tables === 'of the entities' ? 'empty' : 'migrated';
  return openDatabase({ url: await freshPostgres(`minyi_${name}_${String(config.worker)}`, content), ...schema });
}

type Schema = Pick<OpenDatabaseOptions, 'entities' | 'migrations'>;

async function openLent(schema: Schema, content: PgliteContent): Promise<Database> {
  const { pglite, giveBack } = await borrowPglite(content, content === 'empty' ? emptyPglite : migratedPglite);
  const database = await openDatabase({ url: 'memory://', ...schema, running: pglite });
  return {
    ...database,
    close: async () => {
      const inOrder = database.openTransactions() === 0;
      await database.close();
      await giveBack({ inOrder });
    },
  };
}

/** What fresh databases are copies of, made once. */
export interface DatabaseTemplate {
  /** Names it; changes with whatever it is made by. */
  readonly mark: string;
  /** Writes into a database that has the tables of the migrations, and closes it. */
  readonly fill: (url: string) => Promise<void>;
}

/**
 * A fresh database on the tests' PostgreSQL, with the tables of the migrations, empty, or filled like a template: leftovers of an
 * interrupted run must not decide about this one. Answers its address.
 */
export async function freshPostgres(name: string, content: 'migrated' | 'empty' | DatabaseTemplate): Promise<string> {
  const { databaseUrl } = readTestConfig();
  if (databaseUrl === undefined) throw new Error('MINYI_TEST_DATABASE=postgres needs MINYI_TEST_DATABASE_URL');
  const server = await openDatabase({ url: databaseUrl, entities: [], poolSize: 2 });
  try {
    const template = await templateOf(server, databaseUrl, content);
    await server.query(`drop database if exists ${name} with (force)`);
    await server.query(`create database ${name} template ${template}`);
  } finally {
    await server.close();
  }
  return named(databaseUrl, name);
}

function named(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function templateOf(
  server: Database,
  serverUrl: string,
  content: 'migrated' | 'empty' | DatabaseTemplate,
): Promise<string> {
  if (content === 'empty') return 'template1';
  const migrated = `minyi_template_${migrationsMark()}`;
  await madeOnce(server, migrated, () =>
    makeTemplate(serverUrl, migrated, { from: 'template1', fill: migrateAndClose }),
  );
  if (content === 'migrated') return migrated;
  const filled = `minyi_template_${content.mark}`;
  await madeOnce(server, filled, () => makeTemplate(serverUrl, filled, { from: migrated, fill: content.fill }));
  return filled;
}

/** Made by whichever worker comes first; the others wait and copy it. */
async function madeOnce(server: Database, name: string, make: () => Promise<void>): Promise<void> {
  await server.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext($1))`, [name]);
    const found = await tx.query(`select from pg_database where datname = $1`, [name]);
    if (found.length === 0) await make();
  });
}

interface Making {
  readonly from: string;
  readonly fill: (url: string) => Promise<void>;
}

/** Made under another name first: a run that is broken off leaves no half template behind. */
async function makeTemplate(serverUrl: string, name: string, { from, fill }: Making): Promise<void> {
  const other = await openDatabase({ url: serverUrl, entities: [], poolSize: 1 });
  try {
    await other.query(`drop database if exists ${name}_unfinished with (force)`);
    await other.query(`create database ${name}_unfinished template ${from}`);
    await fill(named(serverUrl, `${name}_unfinished`));
    await other.query(`alter database ${name}_unfinished rename to ${name}`);
  } finally {
    await other.close();
  }
}

async function migrateAndClose(url: string): Promise<void> {
  const template = await openDatabase({ url, entities: [], poolSize: 2 });
  await template.migrate();
  await template.close();
}

/** Changes with every change of a migration. */
export function migrationsMark(): string {
  const hash = createHash('sha256');
  for (const { name, class: migration } of MIGRATIONS) hash.update(`${name}\n${String(migration)}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** A PGlite with the tables of the migrations to copy, kept between runs. */
export function migratedPglite(): Promise<Blob> {
  return kept(`minyi-pglite-${migrationsMark()}`, () => dumpPglite(MIGRATIONS));
}

/** A fresh PGlite to copy, kept between runs: PostgreSQL's initdb takes most of a small test file's time. */
export function emptyPglite(): Promise<Blob> {
  return kept('minyi-empty-pglite', () => dumpPglite([]));
}

/** A copy of a database that is made once and kept between runs, as long as its name does not change. */
export async function kept(name: string, make: () => Promise<Blob>): Promise<Blob> {
  const path = join(tmpdir(), `${name}-${await pgliteVersion()}.tar`);
  try {
    return new Blob([await readFile(path)]);
  } catch {
    const dump = await make();
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

function refuseLeaks(database: Database): void {
  const open = database.openTransactions();
  if (open > 0) throw new Error(`${String(open)} transaction(s) still open after the test: an await is missing`);
}
