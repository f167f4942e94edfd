import { describe, expect, test } from '@jest/globals';
import { testDatabase } from '#libs/testing';

import { autovacuum } from './index.js';

const bracket = testDatabase([], { tables: 'of the entities' });

async function table(): Promise<{ rows: number; dead: number }> {
  await bracket.database.query('select pg_stat_force_next_flush()');
  const [found] = await bracket.database.query<{ rows: number; dead: number }>(
    `select c.reltuples::int as rows, s.n_dead_tup as dead
     from pg_class c join pg_stat_user_tables s on s.relid = c.oid where c.relname = 'Odd name'`,
  );
  return found ?? { rows: 0, dead: 0 };
}

describe('the database inside the process', () => {
  test('learns what is in tables that have grown, clears away dead rows, and leaves alone what has not changed', async () => {
    const { database } = bracket;
    await database.query('create table "Odd name" (id int primary key, word text)');
    await database.query(`insert into "Odd name" select n, 'word' from generate_series(1, 5000) n`);
    expect(await table()).toEqual({ rows: -1, dead: 0 });
    expect(await autovacuum(database)).toBe(1);
    expect(await table()).toEqual({ rows: 5000, dead: 0 });
    expect(await autovacuum(database)).toBe(0);
    await database.query(`update "Odd name" set word = 'other' where id <= 2000`);
    expect(await table()).toEqual({ rows: 5000, dead: 2000 });
    expect(await autovacuum(database)).toBe(1);
    expect(await table()).toEqual({ rows: 5000, dead: 0 });
    await database.query(`update "Odd name" set word = 'few' where id <= 20`);
    expect(await autovacuum(database)).toBe(0);
  });
});
