import { beforeEach, expect, test } from '@jest/globals';

import { registryEntities } from '#libs/registry';
import { isOnPostgres, testDatabase } from '#libs/testing';

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

/** Runs `during` while an attempt stands still in the middle of its work: households are written, people cannot be yet. */
async function heldUp<Result>(
  attempt: () => Promise<Result>,
  during: (connection: number) => Promise<void>,
): Promise<Result> {
  // with one connection whoever waits for a lock waits for ever
  if (!isOnPostgres()) throw new Error('needs PostgreSQL');
  const held = Promise.withResolvers<undefined>();
  const free = Promise.withResolvers<undefined>();
  const holding = db.database.transaction(async (tx) => {
    await tx.query('lock table people in share mode');
    held.resolve(undefined);
    await free.promise;
  });
  await held.promise;
  const running = attempt();
  try {
    await during(await heldConnection());
  } finally {
    free.resolve(undefined);
    await holding;
  }
  return running;
}

/** The connection that waits for a lock, once there is one. */
async function heldConnection(): Promise<number> {
  for (;;) {
    const [waiting] = await db.database.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
    );
    if (waiting !== undefined) return waiting.pid;
    await aMoment();
  }
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

test('an application that is killed in the middle leaves nothing, and can be repeated', async () => {
  const { id } = await world.upload('people', table(4000, '乙'));
  await world.imports.check(id);
  const end = await heldUp(
    () => ended(world.imports.apply(id, 'coordinator')),
    async (connection) => {
      await db.database.query('select pg_terminate_backend($1)', [connection]);
    },
  );
  expect(end).toBe('failed');
  expect(await world.figures()).toMatchObject({ people: 0, households: 0, residences: 0 });
  expect(await world.imports.read(id)).toMatchObject({ state: 'checked', changes: [] });
  await world.imports.apply(id, 'coordinator');
  expect(await world.figures()).toMatchObject({ people: 4000 });
});

test('how far an application is can be read by others while it runs', async () => {
  const { id } = await world.upload('people', table(2500, '丙'));
  await world.imports.check(id);
  const watcher = new World(db.database);
  const seen: unknown[] = [];
  await heldUp(
    () => world.imports.apply(id, 'coordinator'),
    async () => {
      while (seen.length === 0) {
        const { progress } = await watcher.imports.read(id);
        if (progress !== null) seen.push(progress);
        await aMoment();
      }
    },
  );
  expect(seen).toMatchObject([{ phase: 'apply', total: 2500 }]);
  expect((await watcher.imports.read(id)).progress).toBeNull();
});

test('somebody who was registered at the desk between check and application is found', async () => {
  const { id } = await world.upload('people', `${HEAD}\n张三,1956-03-02,17,3,402`);
  await world.imports.check(id);
  await world.bring('people', `${HEAD}\n张三,1956-03-02,17,3,402`);
  expect(await world.imports.apply(id, 'coordinator')).toMatchObject({ counts: { new: 0, unchanged: 1 } });
  expect(await world.figures()).toMatchObject({ people: 1 });
});
