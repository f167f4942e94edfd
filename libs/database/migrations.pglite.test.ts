import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MigrationObject } from '@mikro-orm/core';
import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { emptyPglite } from '#libs/testing';
import type { Database } from './index.js';
import { checkMigrations, createMigration, DatabaseTooNewError, openDatabase } from './index.js';

const Street = defineEntity({
  name: 'Street',
  tableName: 'street',
  properties: { id: p.integer().primary(), name: p.string(), motto: p.string().default('ours; 我们的') },
});
const StreetWithLength = defineEntity({
  name: 'Street',
  tableName: 'street',
  properties: {
    id: p.integer().primary(),
    name: p.string(),
    motto: p.string().default('ours; 我们的'),
    metres: p.integer().nullable(),
  },
});

class CreateStreet extends Migration {
  override up(): void {
    this.addSql(
      `create table "street" ("id" serial primary key, "name" varchar(255) not null, "motto" varchar(255) not null default 'ours; 我们的');`,
    );
    this.addSql(`insert into "street" ("name") values ('长安街');`);
  }
}
class AddLength extends Migration {
  override up(): void {
    this.addSql(`alter table "street" add column "metres" int null;`);
  }
}
class Broken extends Migration {
  override up(): void {
    this.addSql(`alter table "street" add column "lost" int null;`);
    this.addSql(`select * from "no_such_table";`);
  }
}

const FIRST: MigrationObject = { name: '0001-create-street', class: CreateStreet };
const SECOND: MigrationObject = { name: '0002-add-length', class: AddLength };

let directory: string;
let copyOf: Blob;
beforeAll(async () => {
  copyOf = await emptyPglite();
  directory = await mkdtemp(join(tmpdir(), 'minyi-migrations-'));
}, 60_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

async function withDatabase<T>(
  name: string,
  migrations: readonly MigrationObject[],
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const url = join(directory, name);
  const isNew = !existsSync(url);
  const database = await openDatabase({ url, entities: [Street], migrations, ...(isNew ? { copyOf } : {}) });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

describe('migrations', () => {
  test('are applied once, in order, and are there after a restart', async () => {
    await withDatabase('restart', [FIRST], async (database) => {
      expect(await database.pendingMigrations()).toEqual(['0001-create-street']);
      expect(await database.migrate()).toEqual({ applied: ['0001-create-street'] });
      expect(await database.migrate()).toEqual({ applied: [] });
    });
    await withDatabase('restart', [FIRST, SECOND], async (database) => {
      expect(await database.migrate()).toEqual({ applied: ['0002-add-length'] });
      expect(await database.pendingMigrations()).toEqual([]);
      expect(await database.query('select name, metres from street')).toEqual([{ name: '长安街', metres: null }]);
    });
  }, 150_000);

  test('of a newer version keep an older version from starting', async () => {
    await withDatabase('newer', [FIRST, SECOND], (database) => database.migrate());
    const error = await withDatabase('newer', [FIRST], () => Promise.resolve()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DatabaseTooNewError);
    expect(error).toMatchObject({ code: 'database.too_new', unknownMigrations: ['0002-add-length'] });
    // the refused opener has not kept the directory
    await withDatabase('newer', [FIRST, SECOND], (database) => database.migrate());
  }, 150_000);

  test('that fail leave the database as it was', async () => {
    const migrations = [FIRST, { name: '0002-broken', class: Broken }];
    const database = await openDatabase({ url: 'memory://', entities: [Street], migrations, copyOf });
    await expect(database.migrate()).rejects.toThrow('no_such_table');
    expect(await database.pendingMigrations()).toEqual(['0001-create-street', '0002-broken']);
    await database.close();
  }, 150_000);
});

describe('writing migrations', () => {
  test('finds nothing to do when tables and entities agree', async () => {
    expect(await checkMigrations([Street], { migrations: [FIRST], copyOf })).toEqual([]);
  }, 150_000);

  test('names the missing SQL when an entity has grown', async () => {
    expect(await checkMigrations([StreetWithLength], { migrations: [FIRST], copyOf })).toEqual([
      'alter table "street" add "metres" int null;',
    ]);
  }, 150_000);

  test('writes the first migration from the entities and names it in the index', async () => {
    const folder = join(directory, 'written');
    const path = await createMigration({
      name: 'initial',
      entities: [Street],
      directory: folder,
      migrations: [],
      copyOf,
    });
    expect(path).toBe(join(folder, '0001-initial.migration.ts'));
    const source = await readFile(join(folder, '0001-initial.migration.ts'), 'utf8');
    expect(source).toContain('export class Migration0001Initial extends Migration {');
    expect(source).toContain(`this.addSql(\`create table "street" (`);
    expect(source).toContain(`default 'ours; 我们的'`);
    expect(await readFile(join(folder, 'index.ts'), 'utf8')).toContain(
      `  { name: '0001-initial', class: Migration0001Initial },`,
    );
  }, 150_000);
});
