import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Database } from '#libs/database';
import { openTestDatabase, testVault } from '#libs/testing';

import { idFromName } from './deterministic-id.js';
import { registryEntities } from './registry.entity.js';
import { Registry } from './registry.service.js';
import type { NewPerson, NewUnit } from './registry.vocabulary.js';

const unit = (id: string, kind: NewUnit['kind'], parent: string | null): NewUnit => ({
  id,
  kind,
  parent,
  name: id,
  code: id,
});
const person = (id: string, home: string): NewPerson => ({
  id,
  name: `“${id}”, {x}`,
  gender: 'female',
  birthYear: 1954,
  unit: home,
  household: null,
  flags: ['livesAlone', 'partyMember'],
});
const since = { from: '2026-01-01', to: null };
const on = '2026-06-01';
let database: Database;
const registry = new Registry({ vault: testVault(), now: () => '2026-06-01T04:00:00.000Z' });

beforeAll(async () => {
  database = await openTestDatabase(registryEntities);
  await database.transaction((tx) =>
    registry.insert(tx, {
      units: [
        unit('council', 'body', 'community'),
        unit('city', 'city', null),
        unit('heating', 'company', 'city'),
        unit('street', 'street', 'city'),
        unit('community', 'community', 'street'),
        unit('b1', 'building', 'community'),
        unit('b1-1', 'stairwell', 'b1'),
        unit('b2', 'building', 'community'),
      ],
      people: [person('wang', 'b1-1'), person('li', 'b2'), person('zhao', 'heating')],
      offices: [
        { id: 'o1', person: 'li', unit: 'council', role: 'supervisor', ...since },
        { id: 'o2', person: 'zhao', unit: 'heating', role: 'clerk', ...since },
        { id: 'o3', person: 'wang', unit: 'community', role: 'coordinator', from: '2026-01-01', to: '2026-06-01' },
        { id: 'o4', person: 'zhao', unit: 'city', role: 'coordinator', ...since },
      ],
      authorisations: [{ id: 'a1', person: 'wang', agent: 'li', ...since }],
    }),
  );
}, 60_000);
afterAll(() => database.close());

describe('the tree of units', () => {
  test('a subtree is the unit and everything below it, parents first', async () => {
    const ids = await database.transaction(async (tx) =>
      (await registry.subtree(tx, 'community')).map((one) => one.id),
    );
    expect(ids).toEqual(['community', 'b1', 'b2', 'council', 'b1-1']);
  });
  test('ancestors run from the unit itself to the root', async () => {
    const ids = await database.transaction(async (tx) => (await registry.ancestors(tx, 'b1-1')).map((one) => one.id));
    expect(ids).toEqual(['b1-1', 'b1', 'community', 'street', 'city']);
  });
  test('units that share no root have no arbiter', async () => {
    const [shared, none] = await database.transaction(async (tx) => [
      await registry.lowestCommonAncestor(tx, ['b1-1', 'b2']),
      await registry.lowestCommonAncestor(tx, ['b1-1', 'unknown']),
    ]);
    expect([shared, none]).toEqual(['community', null]);
  });
  test('a place cannot stand under a smaller one', async () => {
    const attempt = database.transaction((tx) => registry.insert(tx, { units: [unit('street-2', 'street', 'b1')] }));
    await expect(attempt).rejects.toThrow('a street cannot stand under a building');
  });
});

describe('people and their offices', () => {
  test('an office in a body counts at the place the body serves, a home at the whole community', async () => {
    const grants = await database.transaction((tx) => registry.grantsOf(tx, 'li', on));
    expect(grants).toEqual([
      { role: 'supervisor', unit: 'council', held: 'office' },
      { role: 'supervisor', unit: 'community', held: 'body' },
      { role: 'resident', unit: 'community', held: 'residence' },
    ]);
  });
  test('an office that has ended counts no more', async () => {
    const grants = await database.transaction((tx) => registry.grantsOf(tx, 'wang', on));
    expect(grants.map((grant) => grant.role)).toEqual(['resident']);
  });
  test('the nearest holders of a role are found', async () => {
    const [before, after, clerk, exact] = await database.transaction(async (tx) => [
      await registry.holders(tx, { role: 'coordinator', unit: 'b1', on: '2026-05-31' }),
      await registry.holders(tx, { role: 'coordinator', unit: 'b1', on }),
      await registry.holders(tx, { role: 'clerk', unit: 'heating', on, exact: true }),
      await registry.holders(tx, { role: 'coordinator', unit: 'heating', on, exact: true }),
    ]);
    expect([before, after, clerk, exact].map((rows) => rows.map((row) => row.person))).toEqual([
      ['wang'],
      ['zhao'],
      ['zhao'],
      [],
    ]);
  });
  test('an authorised relative is found while the authorisation lasts', async () => {
    expect(await database.transaction((tx) => registry.agentsOf(tx, 'wang', on))).toEqual(['li']);
    expect(await database.transaction((tx) => registry.agentsOf(tx, 'wang', '2025-12-31'))).toEqual([]);
  });
  test('a person comes back as given', async () => {
    expect(await database.transaction((tx) => registry.person(tx, 'wang'))).toEqual({
      ...person('wang', 'b1-1'),
      birthDate: null,
      domicile: null,
      diedOn: null,
      mergedInto: null,
      erasedOn: null,
    });
  });
});

test('an id from a name is always the same UUID of version 5', () => {
  expect(idFromName('limin')).toBe(idFromName('limin'));
  expect(idFromName('limin')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(idFromName('limin')).not.toBe(idFromName('limin2'));
});
