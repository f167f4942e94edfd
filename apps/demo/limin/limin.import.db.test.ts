import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { Access } from '#libs/access';
import type { Database } from '#libs/database';
import { Registry, registryEntities } from '#libs/registry';
import { openTestDatabase, testVault } from '#libs/testing';

import { demoPeople } from './demo-people.js';
import { unitId } from './limin.units.js';
import { liminWorld } from './limin.world.js';

let database: Database;
const registry = new Registry({ vault: testVault(), now: () => '2026-11-01T04:00:00.000Z' });
const access = new Access({ registry, today: () => '2026-11-01' });

beforeAll(async () => {
  database = await openTestDatabase(registryEntities);
}, 60_000);
afterAll(() => database.close());

test('the whole community is written, everybody with a history', async () => {
  const world = liminWorld();
  await database.transaction((tx) => registry.insert(tx, world));
  const counts = `select (select count(*)::int from people) as people,
    (select count(distinct id)::int from registry_versions where entity = 'person') as histories`;
  expect(await database.query(counts)).toEqual([{ people: world.people.length, histories: world.people.length }]);
}, 60_000);

test('a supervisor counts for every building of the community, a heating clerk only for the company', async () => {
  const allowed = (person: string, role: string, unit: string): Promise<boolean> =>
    database.transaction(async (tx) =>
      access.ability(
        {
          actor: { kind: 'person', person },
          act: 'verify',
          workflow: 'task',
          who: [{ role }],
          caseId: 'c',
          unit: unitId(unit),
          visibility: 'public',
          parties: [],
        },
        tx,
      ),
    );
  expect(await allowed(demoPeople.supervisor.id, 'supervisor', 'limin-b5')).toBe(true);
  expect(await allowed(demoPeople.supervisor.id, 'supervisor', 'hechang-b1')).toBe(false);
  expect(await allowed(demoPeople.department.id, 'department', 'heating')).toBe(true);
  expect(await allowed(demoPeople.department.id, 'department', 'limin-b5')).toBe(false);
  expect(await allowed(demoPeople.resident.id, 'resident', 'limin-b40')).toBe(true);
});

test('a leader above finds the desks of every place below, not those of companies and departments', async () => {
  const holdings = await database.transaction((tx) => access.holdings(tx, demoPeople.cityLeader.id));
  const units = holdings.find((holding) => holding.role === 'leader')?.units ?? [];
  expect(units).toContain(unitId('limin-b5-s1'));
  expect(units).not.toContain(unitId('heating'));
});

test('a resident reads public cases only, a coordinator the internal ones of the community', async () => {
  const [resident, coordinator, nobody] = await database.transaction((tx) =>
    Promise.all([
      access.viewer(tx, demoPeople.resident.id),
      access.viewer(tx, demoPeople.coordinator.id),
      access.viewer(tx, null),
    ]),
  );
  expect(resident).toMatchObject({ person: demoPeople.resident.id, units: [] });
  expect(coordinator.units).toContain(unitId('limin'));
  expect(nobody).toEqual({ units: [] });
});
