import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Database, Tx } from '#libs/database';
import { openTestDatabase, testVault } from '#libs/testing';

import { registryEntities } from './registry.entity.js';
import { Registry } from './registry.service.js';
import type { ChangeNote, NewUnit, RegistryBatch } from './registry.vocabulary.js';

let day = '2026-01-01';
const now = (): string => `${day}T04:00:00.000Z`;
const registry = new Registry({ vault: testVault(), now });
const note: ChangeNote = { by: 'li', source: 'desk', reason: 'because' };
let database: Database;

const unit = (id: string, kind: NewUnit['kind'], parent: string | null): NewUnit => ({
  id,
  kind,
  parent,
  name: id,
  code: id,
});
const flat = (id: string, area: number | null, more: object = {}) => ({
  id,
  building: 'b1',
  stairwell: 's1',
  number: id,
  floor: 1,
  area,
  use: 'dwelling' as const,
  ...more,
});
const since = { from: '2020-01-01', to: null };
const person = (id: string, birthYear: number | null, household: string) => ({
  id,
  name: id,
  gender: null,
  birthYear,
  unit: 's1',
  household,
  flags: [],
});
const household = (id: string) => ({ id, building: 'b1', stairwell: 's1', premises: null, flat: id });

const batch: RegistryBatch = {
  units: [
    unit('s1', 'stairwell', 'b1'),
    unit('b1', 'building', 'g1'),
    unit('g1', 'grid', 'east'),
    unit('g2', 'grid', 'west'),
    unit('east', 'community', 'street'),
    unit('west', 'community', 'street'),
    unit('street', 'street', null),
    unit('council', 'body', 'east'),
  ],
  premises: [flat('f1', 5000), flat('f2', 7000), flat('f3', null), flat('yard', 9000, { use: 'common' })],
  households: [household('h1'), household('h2')],
  people: [person('ann', 1970, 'h1'), person('bo', 2010, 'h1'), person('cy', null, 'h2')],
  ownerships: [
    { id: 'w1', premises: 'f1', person: 'ann', ...since },
    { id: 'w2', premises: 'f2', person: 'ann', ...since },
    { id: 'w3', premises: 'f3', person: 'ann', share: { numerator: 1, denominator: 3 }, ...since },
    { id: 'w4', premises: 'f3', person: 'cy', share: { numerator: 2, denominator: 3 }, ...since },
  ],
  offices: [{ id: 'o1', person: 'ann', unit: 'council', role: 'deliberator', ...since }],
  delegates: [{ id: 'd1', household: 'h1', person: 'ann', slip: '2020-7', ...since }],
};

beforeAll(async () => {
  database = await openTestDatabase(registryEntities);
}, 60_000);
afterAll(() => database.close());

async function inRegistry<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const rollback = new Error('rolled back');
  let result: T | undefined;
  await database
    .transaction(async (tx) => {
      day = '2026-01-01';
      await registry.apply(tx, note, batch);
      result = await work(tx);
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
  return result as T;
}

const move = (tx: Tx, id: string, parent: string) => registry.apply(tx, note, { units: [{ id, parent }] });

describe('a unit that moves', () => {
  test('takes everything below it along', async () => {
    await inRegistry(async (tx) => {
      expect(await registry.lineage(tx, 's1')).toEqual(['s1', 'b1', 'g1', 'east', 'street']);
      await move(tx, 'b1', 'g2');
      expect(await registry.lineage(tx, 's1')).toEqual(['s1', 'b1', 'g2', 'west', 'street']);
      const paths = await tx.query<{ path: string }>(`select path from units where id in ('b1', 's1') order by id`);
      expect(paths.map(({ path }) => path)).toEqual(['/street/west/g2/b1/', '/street/west/g2/b1/s1/']);
    });
  });
  test('is counted where it stood on a roll of a day before, and where it stands on one of today', async () => {
    await inRegistry(async (tx) => {
      day = '2026-05-01';
      await move(tx, 'b1', 'g2');
      const adults = async (of: string, on: string) =>
        (await registry.roll(tx, { of: 'adults', unit: of }, on)).entries.length;
      expect([await adults('east', '2026-04-30'), await adults('west', '2026-04-30')]).toEqual([1, 0]);
      expect([await adults('east', '2026-05-01'), await adults('west', '2026-05-01')]).toEqual([0, 1]);
    });
  });
  test('comes back with everything below it when that is taken back', async () => {
    await inRegistry(async (tx) => {
      const { change } = await move(tx, 'b1', 'g2');
      await registry.undo(tx, change ?? '', note);
      expect((await registry.subtree(tx, 'east')).map(({ id }) => id)).toEqual(['east', 'council', 'g1', 'b1', 's1']);
    });
  });
  test('cannot come under itself, nor under a smaller place', async () => {
    await inRegistry(async (tx) => {
      await registry.apply(tx, note, { units: [unit('house', 'compound', 'g1')] });
      await expect(move(tx, 'g1', 'house')).rejects.toThrow('under itself');
      await expect(move(tx, 'east', 'b1')).rejects.toThrow('a community cannot stand under a building');
    });
  });
  test('may change places with the one above it in one change', async () => {
    await inRegistry(async (tx) => {
      await registry.apply(tx, note, { units: [unit('court', 'courtyard', 'g1')] });
      const swapped = [
        { id: 'g1', parent: 'court' },
        { id: 'court', parent: 'east' },
      ];
      await registry.apply(tx, note, { units: swapped });
      expect(await registry.lineage(tx, 's1')).toEqual(['s1', 'b1', 'g1', 'court', 'east', 'street']);
    });
  });
  test('shows to another process when what it keeps is old', async () => {
    await inRegistry(async (tx) => {
      const other = new Registry({ vault: testVault(), now, staleAfterMs: 0 });
      expect(await other.lineage(tx, 'b1')).toContain('east');
      await move(tx, 'b1', 'g2');
      expect(await other.lineage(tx, 'b1')).toContain('west');
    });
  });
});

describe('a unit that is closed', () => {
  const close = (tx: Tx, id: string) => registry.apply(tx, note, { units: [{ id, to: '2026-06-01' }] });

  test('must have nobody left: no unit, no people, no office', async () => {
    await inRegistry(async (tx) => {
      await expect(close(tx, 'b1')).rejects.toThrow('units stand under it');
    });
    await inRegistry(async (tx) => {
      await expect(close(tx, 's1')).rejects.toThrow('people belong to it');
    });
    await inRegistry(async (tx) => {
      await expect(close(tx, 'council')).rejects.toThrow('offices are held there');
    });
  });
  test('stays in the books', async () => {
    await inRegistry(async (tx) => {
      await close(tx, 'g2');
      expect(await registry.unit(tx, 'g2')).toMatchObject({ to: '2026-06-01' });
    });
  });
});

describe('owners', () => {
  test('of several flats are one head with their areas summed; a flat of several is one head', async () => {
    await inRegistry(async (tx) => {
      const roll = await registry.roll(tx, { of: 'owners', unit: 'b1' }, '2026-01-02');
      expect(roll.entries).toEqual([
        { owners: ['ann'], premises: ['f1', 'f2'], area: 12_000 },
        { owners: ['ann', 'cy'], premises: ['f3'], area: null },
      ]);
      expect(roll.doubts).toEqual([{ id: 'f3', doubt: 'areaUnknown' }]);
      const ofStairwell = await registry.roll(tx, { of: 'owners', unit: 's1' }, '2026-01-02');
      expect(ofStairwell.entries).toEqual(roll.entries);
    });
  });
  test('count with the area known on the day, and with who owned the flat on it', async () => {
    await inRegistry(async (tx) => {
      day = '2026-05-01';
      await registry.apply(tx, note, {
        premises: [{ id: 'f1', area: 5100, areaSource: 'deed' }],
        ownerships: [
          { id: 'w2', to: '2026-04-01' },
          { id: 'w5', premises: 'f2', person: 'cy', from: '2026-04-01', to: null },
        ],
      });
      const entries = async (on: string) => (await registry.roll(tx, { of: 'owners', unit: 'east' }, on)).entries;
      expect(await entries('2026-03-31')).toContainEqual({ owners: ['ann'], premises: ['f1', 'f2'], area: 12_000 });
      expect(await entries('2026-05-02')).toContainEqual({ owners: ['ann'], premises: ['f1'], area: 5100 });
      expect(await entries('2026-05-02')).toContainEqual({ owners: ['cy'], premises: ['f2'], area: 7000 });
    });
  });
  test('cannot have shares that add up to more than the whole, on any day', async () => {
    await inRegistry(async (tx) => {
      const more = { id: 'w9', premises: 'f3', person: 'bo', share: { numerator: 1, denominator: 100 }, to: null };
      const attempt = registry.apply(tx, note, { ownerships: [{ ...more, from: '2026-01-01' }] });
      await expect(attempt).rejects.toThrow('more than the whole');
    });
  });
});

describe('households', () => {
  test('stand on the roll with their delegate and their adults; a day before they came they do not', async () => {
    await inRegistry(async (tx) => {
      const { entries, doubts } = await registry.roll(tx, { of: 'households', unit: 'east' }, '2026-01-02');
      expect(entries).toEqual([
        { household: 'h1', premises: null, delegate: 'ann', adults: 1 },
        { household: 'h2', premises: null, delegate: null, adults: 0 },
      ]);
      expect(doubts).toEqual([{ id: 'h2', doubt: 'adultsUnknown' }]);
      expect((await registry.roll(tx, { of: 'households', unit: 'east' }, '2025-12-31')).entries).toEqual([]);
    });
  });
  test('have one delegate at a time', async () => {
    await inRegistry(async (tx) => {
      const second = { id: 'd2', household: 'h1', person: 'bo', from: '2026-01-01', to: null };
      await expect(registry.apply(tx, note, { delegates: [second] })).rejects.toThrow('another delegate is in force');
    });
  });
});

test('two rolls of the same day have the same fingerprint, another day another one', async () => {
  await inRegistry(async (tx) => {
    const roll = (on: string) => registry.roll(tx, { of: 'adults', unit: 'east' }, on);
    expect(await roll('2026-01-02')).toEqual(await roll('2026-01-02'));
    expect((await roll('2026-01-02')).fingerprint).not.toBe((await roll('2026-01-03')).fingerprint);
  });
});
