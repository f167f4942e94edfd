import { readFile } from 'node:fs/promises';

import { beforeEach, expect, test } from '@jest/globals';

import { registryEntities } from '#libs/registry';
import { testDatabase } from '#libs/testing';

import { exchangeEntities } from '../exchange.entity.js';
import { unitId, World } from '../testing/world.js';

const db = testDatabase([...registryEntities, ...exchangeEntities], { tables: 'of the entities' });
let world: World;
beforeEach(async () => {
  world = await World.of(db.database);
});

const sample = (name: string): Promise<Buffer> => readFile(`docs/samples/${name}`);

/** People: a duplicate, a possible one that the office decides is the same person, a formula for a telephone. */
async function bringPeople() {
  const { id, detail } = await world.upload('people', await sample('people-2026-01.csv'), { asOf: '2026-01-05' });
  const asked = await world.imports.check(id);
  const decided = await world.imports.check(id, { '8': 'row:7' });
  return { detail, asked, decided, applied: await world.imports.apply(id, 'coordinator') };
}

async function living(on: string) {
  const roll = await db.database.transaction((tx) =>
    world.registry.roll(tx, { of: 'adults', unit: unitId('b17-3') }, on),
  );
  return roll.entries.length;
}

test('dirty files of an office end in the records that are meant, and every day can be asked about', async () => {
  const { detail, asked, decided, applied } = await bringPeople();
  expect(detail).toBe('gb18030');
  expect(asked.counts).toMatchObject({ rows: 6, new: 4, unchanged: 1, questions: 1, errors: 0, skipped: 2 });
  expect(decided.counts).toMatchObject({ new: 4, unchanged: 2, questions: 0 });
  expect(applied.state).toBe('applied');
  expect(await world.figures()).toMatchObject({ people: 4, households: 3, residences: 4 });

  const premises = await world.bring('premises', await sample('premises-2026-01.xlsx'), { asOf: '2026-01-05' });
  expect(premises.checked.counts).toMatchObject({ rows: 4, new: 4, errors: 0 });
  expect(await world.figures()).toMatchObject({ people: 4, premises: 4, ownerships: 5 });
  const areas = await db.database.query(
    `select u.name as building, p.number, p.area from premises p join units u on u.id = p.building order by 1, 2, 3`,
  );
  expect(areas).toEqual([
    { building: '17号楼', number: '901', area: 7026 },
    { building: '17号楼', number: '901', area: 8640 },
    { building: '17号楼', number: '902', area: null },
    { building: '18号楼', number: '901', area: 9200 },
  ]);

  const moved = await world.bring('people', await sample('moved-2026-04.csv'), { asOf: '2026-05-01' });
  expect(moved.checked.counts).toMatchObject({ changed: 2, errors: 0 });
  expect([await living('2026-03-31'), await living('2026-04-30')]).toEqual([3, 1]);
});

test('the same files brought again change nothing', async () => {
  await bringPeople();
  const before = await world.figures();
  const { applied } = await bringPeople();
  expect(applied).toMatchObject({ changes: [], counts: { new: 0, changed: 0 } });
  expect(await world.figures()).toEqual(before);
});
