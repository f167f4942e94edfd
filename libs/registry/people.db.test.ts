import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Database, Tx } from '#libs/database';
import { openTestDatabase, testVault } from '#libs/testing';

import { ERASED_NAME } from './merging.js';
import { registryEntities } from './registry.entity.js';
import { Registry } from './registry.service.js';
import type { ChangeNote, NewPerson, RegistryBatch } from './registry.vocabulary.js';

let day = '2026-01-01';
const now = (): string => `${day}T04:00:00.000Z`;
const registry = new Registry({ vault: testVault(), now });
const note: ChangeNote = { by: 'li', source: 'desk', reason: 'because' };
const on = '2026-06-01';
let database: Database;

const person = (id: string, name: string, more: Partial<NewPerson> = {}): NewPerson => ({
  id,
  name,
  gender: null,
  birthYear: 1960,
  unit: 's3',
  household: null,
  flags: [],
  ...more,
});
const household = (id: string, flat: string) => ({
  id,
  building: 'b12',
  stairwell: 's3',
  premises: null,
  flat,
  colour: 'green' as const,
});

const batch: RegistryBatch = {
  units: [
    { id: 'community', kind: 'community', parent: null, name: '利民社区', code: 'limin' },
    { id: 'compound', kind: 'compound', parent: 'community', name: '利民小区', code: 'limin-c' },
    { id: 'b12', kind: 'building', parent: 'compound', name: '12号楼', code: 'b12' },
    { id: 's3', kind: 'stairwell', parent: 'b12', name: '12号楼3单元', code: 's3' },
    { id: 'other', kind: 'community', parent: null, name: '别的社区', code: 'other' },
  ],
  households: [household('h402', '402'), household('h501', '3单元501')],
  people: [
    person('wang', '王桂兰', { household: 'h402', phone: '138 0000 1234', idNumber: '11010519491231002x' }),
    person('wang-2', '王桂兰', { birthYear: null, household: 'h402', flags: ['livesAlone'], phone: '+8613900005678' }),
    person('guilan', '桂兰香', { household: 'h501' }),
    person('far', '王桂英', { unit: 'other' }),
  ],
  offices: [{ id: 'o1', person: 'wang-2', unit: 'community', role: 'collector', from: '2026-01-01', to: null }],
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

const within = ['community'];
const found = async (tx: Tx, question: object): Promise<string[]> =>
  (await registry.findPeople(tx, { within, limit: 10, ...question })).rows.map(({ id }) => id);

describe('telephone and identity numbers', () => {
  test('stand nowhere in clear: not in the tables, not in the versions', async () => {
    await inRegistry(async (tx) => {
      const rows = await tx.query<{ text: string }>(
        'select p::text as text from people p union all select v::text from registry_versions v',
      );
      const text = rows.map((row) => row.text).join();
      for (const number of ['13800001234', '1234', '13900005678', '11010519491231002'])
        expect(text).not.toContain(number);
    });
  });
  test('are not part of what ordinary reads give', async () => {
    await inRegistry(async (tx) => {
      const read = JSON.stringify([
        await registry.person(tx, 'wang'),
        await registry.versionsOf(tx, 'person', ['wang']),
        await registry.asOf(tx, 'person', { id: 'wang', on }),
      ]);
      expect(read).not.toMatch(/sealed|phone|index|idNumber/i);
    });
  });
  test('open for a call, and show masked in lists', async () => {
    await inRegistry(async (tx) => {
      expect(await registry.contact(tx, 'wang')).toEqual({ phone: '13800001234', idNumber: '11010519491231002X' });
      expect(Object.fromEntries(await registry.maskedPhones(tx, ['wang', 'guilan']))).toEqual({ wang: '138****1234' });
    });
  });
  test('given again in another spelling change nothing', async () => {
    await inRegistry(async (tx) => {
      const again = await registry.apply(tx, note, { people: [{ id: 'wang', phone: '0086-138-0000-1234' }] });
      expect(again.change).toBeNull();
    });
  });
  test('that are none are refused with the field', async () => {
    await inRegistry(async (tx) => {
      const refused = registry.apply(tx, note, { people: [{ id: 'wang', phone: '无' }] });
      await expect(refused).rejects.toMatchObject({ problems: [{ id: 'wang', field: 'phone' }] });
    });
  });
  test('are sealed again with a new key, past versions too, and are found and compared all the while', async () => {
    await inRegistry(async (tx) => {
      await registry.apply(tx, note, { people: [{ id: 'wang', phone: '13800009999' }] });
      const rotated = new Registry({ vault: testVault('new', 'test'), now });
      const find = async (phone: string): Promise<number> =>
        (await rotated.findPeople(tx, { phone, within, limit: 5 })).rows.length;
      expect(await find('13800009999')).toBe(1);
      expect((await rotated.apply(tx, note, { people: [{ id: 'wang', phone: '13800009999' }] })).change).toBeNull();
      const change = await rotated.apply(tx, note, { people: [{ id: 'wang', name: '王贵兰' }] });
      while ((await rotated.reseal(tx, 1)) > 0);
      expect(await find('13800009999')).toBe(1);
      const newOnly = new Registry({ vault: testVault('new'), now });
      await newOnly.undo(tx, change.change ?? '', note);
      expect(await newOnly.contact(tx, 'wang')).toMatchObject({ phone: '13800009999' });
      const seals = await tx.query<{ seal: string | null }>(
        `select body->>'phoneSealed' as seal from registry_versions where entity = 'person'`,
      );
      const vault = testVault('new');
      expect(seals.filter(({ seal }) => seal !== null && !vault.isCurrent(seal))).toEqual([]);
    });
  });
});

describe('people are found', () => {
  test('by a part of their name, in the order of names', async () => {
    await inRegistry(async (tx) => {
      expect(await found(tx, { name: '桂兰' })).toEqual(['guilan', 'wang', 'wang-2']);
      expect(await found(tx, { name: '王桂兰' })).toEqual(['wang', 'wang-2']);
      expect(await found(tx, { name: '兰桂' })).toEqual([]);
    });
  });
  test('by one character as their surname', async () => {
    expect(await inRegistry((tx) => found(tx, { name: '王' }))).toEqual(['wang', 'wang-2']);
    expect(await inRegistry((tx) => found(tx, { name: '兰' }))).toEqual([]);
  });
  test('by their exact telephone number in any spelling, not by a part of it', async () => {
    expect(await inRegistry((tx) => found(tx, { phone: '138-0000-1234' }))).toEqual(['wang']);
    expect(await inRegistry((tx) => found(tx, { phone: '13800001' }))).toEqual([]);
  });
  test.each([
    '12号楼3单元402',
    '利民小区12-3-402',
    '3-402',
    '十二号楼三单元402室',
    '12栋3单元0402',
    '利民社区 3单元402',
  ])('by their address as people say it: %s', async (address) => {
    expect(await inRegistry((tx) => found(tx, { address }))).toEqual(['wang', 'wang-2']);
  });
  test('within the asked units only', async () => {
    expect(await inRegistry((tx) => found(tx, { name: '王桂', within: ['other'] }))).toEqual(['far']);
    expect(await inRegistry((tx) => found(tx, { name: '王桂', within: [] }))).toEqual([]);
  });
  test('page by page, each once', async () => {
    await inRegistry(async (tx) => {
      const first = await registry.findPeople(tx, { name: '桂兰', within, limit: 2 });
      expect(first.rows.map(({ id }) => id)).toEqual(['guilan', 'wang']);
      expect(await found(tx, { name: '桂兰', cursor: first.next })).toEqual(['wang-2']);
    });
  });
  test('with an address that follows when the compound is renamed', async () => {
    await inRegistry(async (tx) => {
      await registry.apply(tx, note, { units: [{ id: 'compound', name: '幸福小区' }] });
      const { rows } = await registry.findPeople(tx, { address: '幸福小区12-3-402', within, limit: 1 });
      expect(rows[0]?.address).toBe('幸福小区12号楼3单元402');
    });
  });
});

describe('two records of one person', () => {
  const merge = (tx: Tx) => registry.merge(tx, note, { keep: 'wang', drop: 'wang-2' });

  test('become one that keeps what it said and takes over what it did not', async () => {
    await inRegistry(async (tx) => {
      await merge(tx);
      const one = { id: 'wang', birthYear: 1960, flags: ['livesAlone'] };
      expect(await registry.people(tx, ['wang', 'wang-2'])).toMatchObject([one]);
      expect(await registry.person(tx, 'wang-2')).toMatchObject(one);
      expect(await found(tx, { name: '王桂兰' })).toEqual(['wang']);
      expect(await registry.contact(tx, 'wang-2')).toMatchObject({ phone: '13800001234' });
    });
  });
  test('hold the offices of both, under either id', async () => {
    await inRegistry(async (tx) => {
      await merge(tx);
      expect(await registry.idsOf(tx, 'wang-2')).toEqual(['wang', 'wang-2']);
      const grants = await registry.grantsOf(tx, 'wang', on);
      expect(grants.map(({ role }) => role)).toEqual(['collector', 'resident']);
      expect(await registry.grantsOf(tx, 'wang-2', on)).toEqual(grants);
      const holders = await registry.holders(tx, { role: 'collector', unit: 's3', on });
      expect(holders.map((one) => one.person)).toEqual(['wang']);
    });
  });
  test('count once on a roll of a day before they were merged', async () => {
    await inRegistry(async (tx) => {
      const before = await registry.roll(tx, { of: 'adults', unit: 'community' }, '2026-01-10');
      day = '2026-02-01';
      await merge(tx);
      const after = await registry.roll(tx, { of: 'adults', unit: 'community' }, '2026-01-10');
      expect([before.doubts, after.doubts].map((doubts) => doubts.length)).toEqual([1, 0]);
      expect(after.entries).toEqual([{ person: 'guilan' }, { person: 'wang' }]);
    });
  });
  test('are two again when the merging is taken back', async () => {
    await inRegistry(async (tx) => {
      const { change } = await merge(tx);
      await registry.undo(tx, change ?? '', note);
      expect(await found(tx, { name: '王桂兰' })).toEqual(['wang', 'wang-2']);
      expect(await registry.contact(tx, 'wang-2')).toMatchObject({ phone: '13900005678' });
      expect(await registry.person(tx, 'wang-2')).toMatchObject({ household: 'h402', birthYear: null });
    });
  });
  test('cannot be merged twice', async () => {
    await inRegistry(async (tx) => {
      await merge(tx);
      await expect(registry.merge(tx, note, { keep: 'guilan', drop: 'wang-2' })).rejects.toThrow('merged already');
    });
  });
});

describe('an erased person', () => {
  test('is known by nothing but the id and the year of birth, in the past as well', async () => {
    await inRegistry(async (tx) => {
      await registry.apply(tx, note, { people: [{ id: 'wang', name: '王贵兰' }] });
      await registry.erase(tx, note, 'wang');
      const rows = await tx.query<{ text: string }>(
        `select v.body::text as text from registry_versions v where v.id = 'wang' and v.entity = 'person'`,
      );
      expect(rows.length).toBeGreaterThan(2);
      for (const { text } of rows) expect(text).not.toMatch(/王|兰|v1\./);
      expect(await registry.person(tx, 'wang')).toMatchObject({ name: ERASED_NAME, birthYear: 1960, household: null });
      expect(await registry.contact(tx, 'wang')).toEqual({ phone: null, idNumber: null });
    });
  });
  test('keeps the place on a roll, which keeps its fingerprint', async () => {
    await inRegistry(async (tx) => {
      const roll = () => registry.roll(tx, { of: 'adults', unit: 'community' }, '2026-01-10');
      const before = await roll();
      day = '2026-02-01';
      await registry.erase(tx, note, 'guilan');
      expect(await roll()).toEqual(before);
    });
  });
});
