import { describe, expect, test } from '@jest/globals';

import type { Tx } from '#libs/database';
import { testDatabase, testVault } from '#libs/testing';

import { registryEntities } from './registry.entity.js';
import { Registry } from './registry.service.js';
import type { ChangeNote, RegistryBatch } from './registry.vocabulary.js';

const world = testDatabase(registryEntities, { tables: 'of the entities' });
const now = (): string => '2026-11-21T04:00:00.000Z';
const one = new Registry({ vault: testVault(), now });
const other = new Registry({ vault: testVault(), now });
const note = (by: string): ChangeNote => ({ by, source: 'desk', reason: 'because' });

const unit = (id: string, parent: string | null, kind: 'street' | 'community' | 'building') => ({
  id,
  parent,
  kind,
  name: id,
  code: id,
});
const places: RegistryBatch = {
  units: [
    unit('street', null, 'street'),
    unit('east', 'street', 'community'),
    unit('west', 'street', 'community'),
    unit('b1', 'east', 'building'),
  ],
};
const household = (flat: string) => ({ id: 'h1', building: 'b1', stairwell: 'b1', premises: null, flat });

const inTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => world.database.transaction(work, { retries: 5 });

/** Versions of a record in force, and pairs of versions in force on the same day. */
async function expectOneStory(id: string): Promise<void> {
  const open = await world.database.query('select seq from registry_versions where id = $1 and valid_to is null', [id]);
  expect(open).toHaveLength(1);
  const gaps = await world.database.query(
    `select a.seq from registry_versions a where a.id = $1 and a.closed_by is not null
       and not exists (select from registry_versions b where b.id = a.id and b.entity = a.entity and b.change = a.closed_by)`,
    [id],
  );
  expect(gaps).toEqual([]);
}

describe('two changes of one record at once', () => {
  test('come one after the other, none of them is lost', async () => {
    await inTransaction((tx) => one.apply(tx, note('li'), { ...places, households: [household('101')] }));
    const changes = Array.from({ length: 12 }, (_, turn) =>
      inTransaction((tx) =>
        (turn % 2 === 0 ? one : other).apply(tx, note(`p${String(turn)}`), {
          households: [{ id: 'h1', ...(turn % 2 === 0 ? { flat: `2${String(turn)}` } : { colour: 'red' as const }) }],
        }),
      ),
    );
    const done = await Promise.all(changes);
    await expectOneStory('h1');
    const written = done.filter(({ change }) => change !== null);
    const versions = await world.database.query(`select seq from registry_versions where id = 'h1'`);
    expect(versions).toHaveLength(written.length + 1);
    expect(await inTransaction((tx) => one.household(tx, 'h1'))).toMatchObject({ colour: 'red' });
  });

  test('that both create it leave one record, which says what came last', async () => {
    await inTransaction((tx) => one.apply(tx, note('li'), places));
    await Promise.all(
      ['101', '102', '103', '104'].map((flat, turn) =>
        inTransaction((tx) => (turn % 2 === 0 ? one : other).apply(tx, note(flat), { households: [household(flat)] })),
      ),
    );
    await expectOneStory('h1');
    const [row] = await world.database.query<{ now: string; last: string }>(
      `select h.flat as now, v.body->>'flat' as last from households h
       join registry_versions v on v.id = h.id and v.valid_to is null`,
    );
    expect(row?.now).toBe(row?.last);
  });
});

describe('a unit that moves', () => {
  test('stands where it stood for others until it is done, and where it stands from then on, in the same process at once', async () => {
    await inTransaction((tx) => one.apply(tx, note('li'), places));
    const lineage = (): Promise<string[]> => inTransaction((tx) => one.lineage(tx, 'b1'));
    expect(await lineage()).toContain('east');
    const moved = Promise.withResolvers<undefined>();
    const looked = Promise.withResolvers<undefined>();
    const moving = inTransaction(async (tx) => {
      await one.apply(tx, note('li'), { units: [{ id: 'b1', parent: 'west' }] });
      moved.resolve(undefined);
      await looked.promise;
    });
    await moved.promise;
    expect(await lineage()).toContain('east');
    looked.resolve(undefined);
    await moving;
    expect(await lineage()).toContain('west');
    expect(await lineage()).not.toContain('east');
  });

  test('that is not done after all stands where it stood', async () => {
    await inTransaction((tx) => one.apply(tx, note('li'), places));
    const broken = inTransaction(async (tx) => {
      await one.apply(tx, note('li'), { units: [{ id: 'b1', parent: 'west' }] });
      throw new Error('thought better of it');
    });
    await expect(broken).rejects.toThrow('thought better');
    expect(await inTransaction((tx) => one.lineage(tx, 'b1'))).toContain('east');
  });
});
