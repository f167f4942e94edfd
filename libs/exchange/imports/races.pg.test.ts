import { beforeEach, expect, test } from '@jest/globals';

import { registryEntities } from '#libs/registry';
import { testDatabase } from '#libs/testing';

import { exchangeEntities } from '../exchange.entity.js';
import { World } from '../testing/world.js';

const db = testDatabase([...registryEntities, ...exchangeEntities], { tables: 'of the entities' });
let world: World;
beforeEach(async () => {
  world = await World.of(db.database);
});

const HEAD = '姓名,出生日期,楼栋,单元,房号';

function table(count: number, name: string): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `${name}${String(at)},1980-01-01,17,${String((at % 3) + 1)},${String(101 + at)}`,
  );
  return [HEAD, ...rows].join('\n');
}

/** How an attempt ended. */
async function ended(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    return (error as { refusal?: { code: string } }).refusal?.code ?? 'failed';
  }
}

test('a double click, or a second worker, applies an import once', async () => {
  const { id } = await world.upload('people', table(2500, '甲'));
  await world.imports.check(id);
  const second = new World(db.database);
  const ends = await Promise.all([
    ended(world.imports.apply(id, 'coordinator')),
    ended(second.imports.apply(id, 'coordinator')),
    ended(world.imports.apply(id, 'coordinator')),
  ]);
  expect(ends.filter((end) => end !== 'done' && end !== 'import.busy')).toEqual([]);
  expect(ends).toContain('done');
  expect(await world.figures()).toMatchObject({ people: 2500 });
  expect(await world.imports.read(id)).toMatchObject({ state: 'applied', changes: expect.any(Array) });
});

test('two files that bring the same person at the same moment bring one person', async () => {
  const one = `${HEAD}\n张三,1956-03-02,17,3,402`;
  const ids = [
    (await world.upload('people', one)).id,
    (await world.upload('people', `${one}\n李四,1960-01-01,17,3,402`)).id,
  ];
  for (const id of ids) await world.imports.check(id);
  expect(await Promise.all(ids.map((id) => ended(world.imports.apply(id, 'coordinator'))))).toEqual(['done', 'done']);
  expect(await world.figures()).toMatchObject({ people: 2, households: 1 });
});

test('an application that is killed in the middle leaves nothing, and can be repeated', async () => {
  const { id } = await world.upload('people', table(4000, '乙'));
  await world.imports.check(id);
  const attempt = ended(world.imports.apply(id, 'coordinator'));
  // the connection that does the work is the one that is kept busy by the transaction
  for (let tries = 0; tries < 400; tries += 1) {
    const [killed] = await db.database.query<{ killed: boolean }>(
      `select pg_terminate_backend(l.pid) as killed from pg_locks l
       where l.locktype = 'advisory' and l.granted and l.pid <> pg_backend_pid()
         and exists (select 1 from pg_stat_activity a where a.pid = l.pid and a.datname = current_database()) limit 1`,
    );
    if (killed?.killed === true) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(await attempt).toBe('failed');
  expect(await world.figures()).toMatchObject({ people: 0, households: 0, residences: 0 });
  expect(await world.imports.read(id)).toMatchObject({ state: 'checked', changes: [] });
  await world.imports.apply(id, 'coordinator');
  expect(await world.figures()).toMatchObject({ people: 4000 });
});

test('how far an application is can be read by others while it runs', async () => {
  const { id } = await world.upload('people', table(6000, '丙'));
  await world.imports.check(id);
  const watcher = new World(db.database);
  const attempt = world.imports.apply(id, 'coordinator');
  const seen = [];
  for (let tries = 0; tries < 400 && seen.length === 0; tries += 1) {
    const { progress } = await watcher.imports.read(id);
    if (progress !== null) seen.push(progress);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await attempt;
  expect(seen).toMatchObject([{ phase: 'apply', total: 6000 }]);
  expect((await watcher.imports.read(id)).progress).toBeNull();
});
