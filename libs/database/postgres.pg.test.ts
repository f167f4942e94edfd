import { describe, expect, test } from '@jest/globals';
import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { readTestConfig } from '#libs/config';
import { testDatabase } from '#libs/testing';
import { openDatabase } from './index.js';
import type { Tx } from './index.js';

const Counter = defineEntity({
  name: 'Counter',
  tableName: 'counter',
  properties: { id: p.integer().primary(), value: p.integer() },
});

const bracket = testDatabase([Counter], { tables: 'of the entities' });

async function createCounters(): Promise<void> {
  await bracket.database.query('insert into counter (id, value) values (1, 0), (2, 0)');
}

async function increment(tx: Tx, id: number): Promise<void> {
  await tx.query('update counter set value = value + 1 where id = $1', [id]);
}

/** Resolves when it has been called as often as there are parties. */
function meeting(parties: number): () => Promise<void> {
  const all = Promise.withResolvers<undefined>();
  let here = 0;
  return async () => {
    here += 1;
    if (here === parties) all.resolve(undefined);
    await all.promise;
  };
}

describe('two transactions that wait for each other', () => {
  test('both succeed when they may be run again', async () => {
    await createCounters();
    const bothHaveLocked = meeting(2);
    let runs = 0;
    const cross = (first: number, second: number) =>
      bracket.database.transaction(
        async (tx) => {
          runs += 1;
          await increment(tx, first);
          if (runs <= 2) await bothHaveLocked();
          await increment(tx, second);
        },
        { retries: 3 },
      );
    await Promise.all([cross(1, 2), cross(2, 1)]);
    expect(runs).toBeGreaterThan(2);
    expect(await bracket.database.query('select value from counter order by id')).toEqual([{ value: 2 }, { value: 2 }]);
  }, 20_000);
});

describe('serializable transactions that overlap', () => {
  test('lose nothing when they may be run again', async () => {
    await createCounters();
    const readThenWrite = () =>
      bracket.database.transaction(
        async (tx) => {
          const [row] = await tx.query<{ value: number }>('select value from counter where id = 1');
          await tx.query('update counter set value = $1 where id = 1', [(row?.value ?? 0) + 1]);
        },
        { isolation: 'serializable', retries: 30 },
      );
    await Promise.all(Array.from({ length: 6 }, readThenWrite));
    expect(await bracket.database.query('select value from counter where id = 1')).toEqual([{ value: 6 }]);
  }, 20_000);
});

describe('a connection that breaks', () => {
  test('fails its transaction with a code, commits nothing and is replaced', async () => {
    await createCounters();
    const error = await bracket.database
      .transaction(async (tx) => {
        await increment(tx, 1);
        await tx.query('select pg_terminate_backend(pg_backend_pid())');
      })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'database.connection_lost' });
    expect(await bracket.database.query('select value from counter where id = 1')).toEqual([{ value: 0 }]);
    expect(bracket.database.openTransactions()).toBe(0);
  });

  test('that cannot be made is reported with a code', async () => {
    const opening = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nowhere', entities: [] });
    await expect(opening).rejects.toMatchObject({ code: 'database.connection_lost' });
  });
});

describe('a prepared statement', () => {
  test('works again after the table it reads has changed', async () => {
    await createCounters();
    const read = () => bracket.database.transaction((tx) => tx.query('select * from counter where id = $1', [1]));
    await read();
    await bracket.database.query('alter table counter add column note text');
    await read().catch(() => undefined);
    expect(await read()).toEqual([{ id: 1, value: 0, note: null }]);
  });
});

describe('two servers that start together', () => {
  test('apply each migration once', async () => {
    class CreateTogether extends Migration {
      override up(): void {
        this.addSql('create table "together" ("id" serial primary key);');
        this.addSql('select pg_sleep(0.3);');
      }
    }
    const { databaseUrl, worker } = readTestConfig();
    const name = `minyi_test_together_${String(worker)}`;
    await bracket.database.query(`drop database if exists ${name} with (force)`);
    await bracket.database.query(`create database ${name}`);
    const url = new URL(databaseUrl ?? '');
    url.pathname = `/${name}`;
    const migrations = [{ name: '0001-together', class: CreateTogether }];
    const [first, second] = await Promise.all(
      [1, 2].map(() => openDatabase({ url: url.href, entities: [Counter], migrations, poolSize: 3 })),
    );
    const reports = await Promise.all([first?.migrate(), second?.migrate()]);
    await Promise.all([first?.close(), second?.close()]);
    await bracket.database.query(`drop database ${name}`);
    expect(reports.flatMap((report) => report?.applied ?? [])).toEqual(['0001-together']);
  }, 20_000);
});
