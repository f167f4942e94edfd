import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defineEntity, p } from '@mikro-orm/core';
import type { Database } from './index.js';
import { openDatabase } from './index.js';

const Note = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: {
    id: p.integer().primary(),
    title: p.string(),
    data: p.json().nullable(),
    at: p.datetime().nullable(),
  },
});

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ url: 'memory://', entities: [Note] });
  await database.createSchema();
});
afterAll(() => database.close());

describe('a transaction', () => {
  test('commits what its work wrote when the work returns', async () => {
    const written = await database.transaction((tx) =>
      tx.query<{ id: number }>('insert into note (id, title) values ($1, $2) returning id', [1, '路灯']),
    );
    expect(written).toEqual([{ id: 1 }]);
    expect(await database.query('select title from note where id = $1', [1])).toEqual([{ title: '路灯' }]);
  });

  test('writes nothing when its work throws', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query(`insert into note (id, title) values (2, 'x')`);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.query('select count(*) from note where id = 2')).toEqual([{ count: 0 }]);
  });

  test('is shared by SQL and the EntityManager, savepoints included', async () => {
    await database.transaction(async (tx) => {
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
    expect(await database.query('select id, title from note where id >= 3')).toEqual([{ id: 3, title: 'orm' }]);
  });
});
