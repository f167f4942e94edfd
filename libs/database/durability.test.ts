import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { startTypeScript } from '#libs/testing';
import { openDatabase } from './index.js';

describe('a server on the embedded database that is killed', () => {
  test('has kept what it had committed, and the next one opens the directory at once', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'minyi-killed-'));
    const source = new URL('./index.ts', import.meta.url).href;
    const server = startTypeScript(`
      const { openDatabase } = await import(${JSON.stringify(source)});
      const database = await openDatabase({ url: ${JSON.stringify(directory)}, entities: [] });
      await database.query('create table paper (id int primary key)');
      for (let id = 1; id <= 20; id += 1) {
        await database.transaction((tx) => tx.query('insert into paper (id) values ($1)', [id]));
      }
      console.log('committed');
      await database.transaction(async (tx) => {
        await tx.query('insert into paper (id) values (1000)');
        console.log('half way');
        await new Promise(() => setInterval(() => {}, 1000));
      });
    `);
    expect(await server.nextLine()).toBe('committed');
    expect(await server.nextLine()).toBe('half way');
    await server.kill();
    const database = await openDatabase({ url: directory, entities: [] });
    expect(await database.query('select count(*) as papers, max(id) as last from paper')).toEqual([
      { papers: 20, last: 20 },
    ]);
    await database.close();
    await rm(directory, { recursive: true, force: true });
  }, 90_000);
});
