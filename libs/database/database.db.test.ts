import { describe, expect, test } from '@jest/globals';
import { defineEntity, p } from '@mikro-orm/core';
import { isOnPostgres, testDatabase } from '#libs/testing';
import { QueryError, TransactionAbortedError, TransactionClosedError } from './index.js';
import type { Tx } from './index.js';

const Note = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: {
    id: p.integer().primary(),
    title: p.string().unique(),
    data: p.json().nullable(),
    at: p.datetime().nullable(),
  },
});

const bracket = testDatabase([Note], { tables: 'of the entities' });

async function titles(): Promise<string[]> {
  const rows = await bracket.database.query<{ title: string }>('select title from note order by id');
  return rows.map(({ title }) => title);
}

describe('a transaction', () => {
  test('commits what its work wrote when the work returns', async () => {
    const written = await bracket.database.transaction((tx) =>
      tx.query<{ id: number }>('insert into note (id, title) values ($1, $2) returning id', [1, '路灯']),
    );
    expect(written).toEqual([{ id: 1 }]);
    expect(await titles()).toEqual(['路灯']);
  });

  test('writes nothing when its work throws', async () => {
    const failing = bracket.database.transaction(async (tx) => {
      await tx.query(`insert into note (id, title) values (2, 'x')`);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await titles()).toEqual([]);
  });

  test('is shared by SQL and the EntityManager, savepoints included', async () => {
    await bracket.database.transaction(async (tx) => {
      await tx.query(`insert into note (id, title) values (3, 'sql')`);
      const note = await tx.em.findOneOrFail(Note, { id: 3 });
      await expect(
        tx.em.transactional(async (em) => {
          em.create(Note, { id: 4, title: 'lost', data: null });
          await em.flush();
          throw new Error('inner');
        }),
      ).rejects.toThrow('inner');
      note.title = 'orm';
    });
    expect(await titles()).toEqual(['orm']);
  });

  test('reports a violated constraint by name and code', async () => {
    const error = await bracket.database
      .transaction(async (tx) => {
        await tx.query(`insert into note (id, title) values (1, 'same'), (2, 'same')`);
      })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(QueryError);
    expect(error).toMatchObject({
      code: 'database.unique_violation',
      sqlState: '23505',
      constraint: 'note_title_unique',
    });
  });

  test('that swallowed the error of a statement says that nothing was committed', async () => {
    const swallowing = bracket.database.transaction(async (tx) => {
      await tx.query(`insert into note (id, title) values (1, 'kept?')`);
      await tx.query('select * from no_such_table').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow(TransactionAbortedError);
    expect(await titles()).toEqual([]);
  });

  test('that ends before its statements do is refused for the later ones', async () => {
    let kept: Tx | undefined;
    await bracket.database.transaction((tx) => {
      kept = tx;
      return Promise.resolve();
    });
    await expect(kept?.query('select 1')).rejects.toThrow(TransactionClosedError);
    expect(() => kept?.em).toThrow(TransactionClosedError);
  });

  test('is run again after losing a race, when asked to', async () => {
    let runs = 0;
    const result = await bracket.database.transaction(
      async (tx) => {
        runs += 1;
        if (runs < 3) await tx.query(`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`);
        return runs;
      },
      { retries: 2 },
    );
    expect(result).toBe(3);
  });

  test('is not run again unless asked to', async () => {
    const losing = bracket.database.transaction((tx) =>
      tx.query(`do $$ begin raise exception 'lost' using errcode = '40P01'; end $$`),
    );
    await expect(losing).rejects.toMatchObject({ code: 'database.deadlock' });
  });

  test('that is read only refuses to write', async () => {
    const writing = bracket.database.transaction((tx) => tx.query(`insert into note (id, title) values (1, 'x')`), {
      readOnly: true,
      isolation: 'repeatable read',
    });
    await expect(writing).rejects.toMatchObject({ sqlState: '25006' });
  });

  test('of concurrent callers: each gets its turn, none sees half of another', async () => {
    await bracket.database.query(`insert into note (id, title) values (0, '0')`);
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 30 }, (_, caller) =>
        bracket.database.transaction(async (tx) => {
          const [row] = await tx.query<{ n: number }>('select title::int as n from note where id = 0 for update');
          await tx.query('update note set title = $1 where id = 0', [(row?.n ?? 0) + 1]);
          order.push(caller);
        }),
      ),
    );
    expect(await titles()).toEqual(['30']);
    if (!isOnPostgres()) expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});

describe('inside an open transaction, what would wait for itself on one connection', () => {
  const attempts: Record<string, () => Promise<unknown>> = {
    'Database.query': () => bracket.database.query('select 1'),
    'Database.transaction': () => bracket.database.transaction(() => Promise.resolve()),
    "MikroORM's EntityManager": () => bracket.database.orm.em.fork().find(Note, {}),
    "MikroORM's own transaction": () => bracket.database.orm.em.fork().transactional(() => Promise.resolve()),
  };
  test.each(Object.entries(attempts))('%s is refused at once', async (_, attempt) => {
    await bracket.database.transaction(async () => {
      const error = await attempt().catch((reason: unknown) => reason);
      // MikroORM wraps what its driver throws and copies the code
      expect(error).toMatchObject({ code: 'database.outside_transaction' });
    });
  });

  test('is allowed again for work that outlives the transaction', async () => {
    let later: Promise<unknown> | undefined;
    await bracket.database.transaction(() => {
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => bracket.database.query('select 1 as one'));
      return Promise.resolve();
    });
    expect(await later).toEqual([{ one: 1 }]);
  });
});

describe('columns', () => {
  test('come back alike from both databases', async () => {
    const [row] = await bracket.database.query(`select
      '{"a": [1, null, "民"]}'::jsonb as object, '[1]'::json as list, 'null'::jsonb as json_null, null::jsonb as sql_null,
      '2026-11-02 16:30:00.123456+08'::timestamptz as instant, '2026-11-02 16:30+08'::timestamptz as minute,
      'infinity'::timestamptz as never, '2026-11-02'::date as day, '08:30'::time as time,
      count(*) as count, 9007199254740991::bigint as big, 1.50::numeric as exact, 1.5::float8 as float, 7::smallint as small,
      true as yes, '\\x00ff'::bytea as bytes, 'a3bb189e-8bf9-3888-9912-ace4e6543002'::uuid as id,
      array['a', null, 'b"c\\d', '', 'NULL', '{}']::text[] as texts, array[[1,2],[3,4]] as matrix,
      array[1::bigint] as bigs, array['2026-11-02Z'::timestamptz] as instants, '{}'::text[] as none, array[true] as flags`);
    expect(row).toEqual({
      object: { a: [1, null, '民'] },
      list: [1],
      json_null: null,
      sql_null: null,
      instant: '2026-11-02T08:30:00.123Z',
      minute: '2026-11-02T08:30:00.000Z',
      never: 'infinity',
      day: '2026-11-02',
      time: '08:30:00',
      count: 1,
      big: 9007199254740991,
      exact: '1.50',
      float: 1.5,
      small: 7,
      yes: true,
      bytes: Buffer.from([0, 255]),
      id: 'a3bb189e-8bf9-3888-9912-ace4e6543002',
      texts: ['a', null, 'b"c\\d', '', 'NULL', '{}'],
      matrix: [
        [1, 2],
        [3, 4],
      ],
      bigs: [1],
      instants: ['2026-11-02T00:00:00.000Z'],
      none: [],
      flags: [true],
    });
  });

  test('a bigint that a number cannot hold is an error, not a wrong number', async () => {
    await expect(bracket.database.query('select 9007199254740993::bigint')).rejects.toMatchObject({
      code: 'database.value_out_of_range',
    });
  });
});

describe('parameters', () => {
  test('mean the same in both databases', async () => {
    const at = new Date('2026-11-02T08:30:00.123Z');
    const [row] = await bracket.database.query(
      `select $1::jsonb as object, $2::jsonb as list, $3::text[] as texts, $4::timestamptz as instant, $5::bool as no,
         $6::bigint as big, $7::text as nothing, $8::bytea as bytes, $9::text as text, $10::int[] as numbers, $11::text as digits`,
      [
        { a: [1] },
        JSON.stringify([1, 'x']),
        ['a"b', null, 'c\\', ''],
        at,
        false,
        12n,
        undefined,
        Buffer.from([1, 255]),
        '民议',
        [1, 2],
        42,
      ],
    );
    expect(row).toEqual({
      object: { a: [1] },
      list: [1, 'x'],
      texts: ['a"b', null, 'c\\', ''],
      instant: '2026-11-02T08:30:00.123Z',
      no: false,
      big: 12,
      nothing: null,
      bytes: Buffer.from([1, 255]),
      text: '民议',
      numbers: [1, 2],
      digits: '42',
    });
  });

  test('of a kind PostgreSQL has no word for are refused', async () => {
    await expect(bracket.database.query('select $1', [() => 1])).rejects.toThrow(TypeError);
  });
});
