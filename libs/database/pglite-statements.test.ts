import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { emptyPglite } from '#libs/testing';
import type { Database } from './database.js';
import { openDatabase } from './open.js';

let database: Database;

beforeAll(async () => {
  database = await openDatabase({ url: 'memory://', entities: [], copyOf: await emptyPglite() });
  await database.query('create table word (id int primary key, text text)');
});
afterAll(() => database.close());

const run = (sql: string, params: unknown[] = []): Promise<unknown[]> =>
  database.transaction((tx) => tx.query(sql, params));

async function prepared(like: string): Promise<number> {
  const rows = await database.query<{ n: number }>(
    'select count(*) as n from pg_prepared_statements where statement like $1',
    [like],
  );
  return rows[0]?.n ?? 0;
}

describe('a statement of a transaction on PGlite', () => {
  test('is prepared once, however often it runs', async () => {
    for (const id of [1, 2, 3]) await run('insert into word (id) values ($1)', [id]);
    expect(await prepared('insert into word (id)%')).toBe(1);
  });

  test('may fail and be run again', async () => {
    const insert = 'insert into word (id, text) values ($1, $2)';
    await run(insert, [10, 'a']);
    await expect(run(insert, [10, 'b'])).rejects.toMatchObject({ code: 'database.unique_violation' });
    await run(insert, [11, null]);
    expect(await run('select id, text from word where id >= $1 order by id', [10])).toEqual([
      { id: 10, text: 'a' },
      { id: 11, text: null },
    ]);
  });

  test('that is no SQL is not kept', async () => {
    for (let attempt = 0; attempt < 3; attempt += 1) await expect(run('selec 1')).rejects.toThrow('syntax error');
    expect(await prepared('selec 1')).toBe(0);
  });

  test('works again after the table it reads has changed', async () => {
    const select = 'select * from word where id = $1';
    expect(await run(select, [1])).toEqual([{ id: 1, text: null }]);
    await database.query('alter table word add column extra int');
    await expect(run(select, [1])).rejects.toThrow('cached plan');
    expect(await run(select, [1])).toEqual([{ id: 1, text: null, extra: null }]);
  });

  test('is no longer kept when very many are', async () => {
    for (let n = 0; n < 450; n += 1) expect(await run(`select ${String(n)} as n`)).toEqual([{ n }]);
    expect(await prepared('select %as n')).toBeLessThan(400);
  });
});
