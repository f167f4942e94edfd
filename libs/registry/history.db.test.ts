import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Database, Tx } from '#libs/database';
import { openTestDatabase, testVault } from '#libs/testing';

import { registryEntities } from './registry.entity.js';
import { Registry } from './registry.service.js';
import { COLOUR_CLASSES, RegistryRefused } from './registry.vocabulary.js';
import type { ChangeNote, ColourClass, LocalDate, RegistryBatch } from './registry.vocabulary.js';

const LAST = '2026-11-21';
let day = '2026-01-01';
const registry = new Registry({ vault: testVault(), now: () => `${day}T04:00:00.000Z` });
const note: ChangeNote = { by: 'li', source: 'desk', reason: 'because' };
let database: Database;

const places = {
  units: [
    { id: 'community', kind: 'community', parent: null, name: '利民社区', code: 'community' },
    { id: 'b1', kind: 'building', parent: 'community', name: '1号楼', code: 'b1' },
    { id: 's1', kind: 'stairwell', parent: 'b1', name: '1单元', code: 's1' },
  ],
} as const satisfies RegistryBatch;

beforeAll(async () => {
  database = await openTestDatabase(registryEntities);
}, 60_000);
afterAll(() => database.close());

async function inEmptyRegistry<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const rollback = new Error('rolled back');
  let result: T | undefined;
  await database
    .transaction(async (tx) => {
      day = '2026-01-01';
      await registry.apply(tx, note, places);
      result = await work(tx);
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
  return result as T;
}

const dayAfter = (from: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** What a household is, as far as the model goes. */
interface Facts {
  flat: string;
  colour: ColourClass;
}

/** Every day of the year with what was so on it: the history as a child would keep it. */
class Diary {
  readonly days = new Map<LocalDate, ReadonlyMap<string, Facts>>();
  now: ReadonlyMap<string, Facts> = new Map();

  /** From a day on everything is so. */
  write(from: LocalDate, facts: ReadonlyMap<string, Facts>): void {
    for (const on of [...this.days.keys()]) if (on >= from) this.days.set(on, facts);
    this.days.set(from, facts);
    this.now = facts;
  }

  on(date: LocalDate): ReadonlyMap<string, Facts> {
    const known = [...this.days.keys()].filter((one) => one <= date).sort();
    return this.days.get(known.at(-1) ?? '') ?? new Map();
  }
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant('apply' as const),
    wait: fc.integer({ min: 0, max: 3 }),
    given: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('h1', 'h2', 'h3'),
        flat: fc.constantFrom('101', '102'),
        colour: fc.constantFrom(...COLOUR_CLASSES),
      }),
      { minLength: 1, maxLength: 3, selector: ({ id }) => id },
    ),
  }),
  fc.record({ kind: fc.constant('undo' as const), wait: fc.integer({ min: 0, max: 3 }) }),
);

test('whatever is applied and taken back, every day reads as a plain diary of the year has it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await inEmptyRegistry(async (tx) => {
        const diary = new Diary();
        const done: { change: string; before: ReadonlyMap<string, Facts>; on: LocalDate }[] = [];
        for (const one of steps) {
          day = dayAfter(day, one.wait);
          if (one.kind === 'apply') {
            const before = diary.now;
            const after = new Map(before);
            for (const { id, ...facts } of one.given) after.set(id, facts);
            const households = one.given.map((facts) => ({
              ...facts,
              building: 'b1',
              stairwell: 's1',
              premises: null,
            }));
            const { change } = await registry.apply(tx, note, { households });
            if (change === null) continue;
            done.push({ change, before, on: day });
            diary.write(day, after);
          } else {
            const last = done.pop();
            if (last === undefined) continue;
            await registry.undo(tx, last.change, note);
            diary.write(last.on, last.before);
          }
        }
        await expectDiary(tx, diary);
      });
    }),
    { numRuns: 60 },
  );
}, 120_000);

async function expectDiary(tx: Tx, diary: Diary): Promise<void> {
  for (const on of [...diary.days.keys(), LAST]) {
    const read = new Map<string, Facts>();
    for (const id of ['h1', 'h2', 'h3']) {
      const known = await registry.asOf(tx, 'household', { id, on });
      if (known !== null) read.set(id, { flat: known.flat, colour: known.colour });
    }
    expect([on, Object.fromEntries(read)]).toEqual([on, Object.fromEntries([...diary.on(on)].sort())]);
  }
  const now = await registry.households(tx, 'community');
  expect(now.map(({ id, flat, colour }) => ({ id, flat, colour }))).toEqual(
    [...diary.now].map(([id, facts]) => ({ id, ...facts })).sort((a, b) => a.id.localeCompare(b.id)),
  );
  const broken = await tx.query(
    `select a.seq from registry_versions a join registry_versions b on a.entity = b.entity and a.id = b.id and a.seq < b.seq
     where daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)`,
  );
  expect(broken).toEqual([]);
}

const household = (id: string, more: object = {}) => ({
  id,
  building: 'b1',
  stairwell: 's1',
  premises: null,
  flat: '101',
  colour: 'green' as const,
  ...more,
});

describe('a change', () => {
  test('that changes nothing leaves no trace', async () => {
    await inEmptyRegistry(async (tx) => {
      await registry.apply(tx, note, { households: [household('h1')] });
      const again = await registry.apply(tx, note, { households: [household('h1')] });
      expect(again).toEqual({
        change: null,
        counts: { household: { created: 0, changed: 0, same: 1, removed: 0 } },
      });
    });
  });
  test('leaves what is not given as it was', async () => {
    await inEmptyRegistry(async (tx) => {
      await registry.apply(tx, note, { households: [household('h1', { colour: 'red' })] });
      await registry.apply(tx, note, { households: [{ id: 'h1', flat: '102' }] });
      expect(await registry.household(tx, 'h1')).toMatchObject({ flat: '102', colour: 'red' });
    });
  });
  test('says who, when and why', async () => {
    await inEmptyRegistry(async (tx) => {
      await registry.apply(tx, { ...note, unit: 'community' }, { households: [household('h1')] });
      const { rows } = await registry.changes(tx, { within: ['community'], limit: 10 });
      expect(rows).toMatchObject([{ by: 'li', source: 'desk', reason: 'because', on: '2026-01-01', undoneBy: null }]);
    });
  });
  test('cannot hold from before the last change of the record, nor from a day to come', async () => {
    await inEmptyRegistry(async (tx) => {
      day = '2026-03-01';
      await registry.apply(tx, note, { households: [household('h1')] });
      const early = { ...note, on: '2026-02-01' };
      await expect(registry.apply(tx, { ...note, on: '2026-04-01' }, places)).rejects.toThrow('today is 2026-03-01');
      await expect(registry.apply(tx, early, { households: [{ id: 'h1', flat: '9' }] })).rejects.toThrow(
        'has changed after',
      );
    });
  });
  test('lists every record that cannot be written, with the field at fault', async () => {
    await inEmptyRegistry(async (tx) => {
      const people = [
        { id: 'p1', name: '王', gender: null, birthYear: null, unit: 'nowhere', household: null, flags: [] },
        { id: 'p2', unit: 's1' },
      ];
      const refused = await registry.apply(tx, note, { people }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(RegistryRefused);
      expect(refused).toMatchObject({ problems: [{ id: 'p2', field: 'name', code: 'registry.field_missing' }] });
      const unknown = await registry.apply(tx, note, { people: people.slice(0, 1) }).catch((error: unknown) => error);
      expect(unknown).toMatchObject({ problems: [{ id: 'p1', field: 'unit', code: 'registry.reference_unknown' }] });
    });
  });
});

describe('taking back', () => {
  test('is refused with the records that have changed since', async () => {
    await inEmptyRegistry(async (tx) => {
      const first = await registry.apply(tx, note, { households: [household('h1'), household('h2')] });
      await registry.apply(tx, note, { households: [{ id: 'h2', flat: '102' }] });
      const refused = await registry.undo(tx, first.change ?? '', note).catch((error: unknown) => error);
      expect(refused).toMatchObject({ problems: [{ entity: 'household', id: 'h2', code: 'registry.changed_since' }] });
    });
  });
  test('is refused where others have come to refer to what was new', async () => {
    await inEmptyRegistry(async (tx) => {
      const first = await registry.apply(tx, note, { households: [household('h1')] });
      const person = { name: '王', gender: null, birthYear: null, unit: 's1', household: 'h1', flags: [] };
      await registry.apply(tx, note, { people: [{ id: 'p1', ...person }] });
      await expect(registry.undo(tx, first.change ?? '', note)).rejects.toThrow('refers to it');
    });
  });
  test('of several changes goes in reverse order, and can itself be taken back', async () => {
    await inEmptyRegistry(async (tx) => {
      const one = await registry.apply(tx, note, { households: [household('h1')] });
      day = '2026-02-01';
      const two = await registry.apply(tx, note, { households: [{ id: 'h1', colour: 'red' }] });
      day = '2026-03-01';
      await registry.undo(tx, two.change ?? '', note);
      const gone = await registry.undo(tx, one.change ?? '', note);
      expect(await registry.asOf(tx, 'household', { id: 'h1', on: '2026-02-15' })).toBeNull();
      await registry.undo(tx, gone.change ?? '', note);
      expect(await registry.asOf(tx, 'household', { id: 'h1', on: '2026-02-15' })).toMatchObject({ colour: 'green' });
    });
  });
});

describe('somebody who moves', () => {
  test('leaves one household and begins another, on the day of the move', async () => {
    await inEmptyRegistry(async (tx) => {
      const person = { name: '王', gender: null, birthYear: 1990, unit: 's1', household: 'h1', flags: [] };
      await registry.apply(tx, note, {
        households: [household('h1'), household('h2')],
        people: [{ id: 'p1', ...person }],
      });
      day = '2026-05-01';
      await registry.apply(tx, note, { people: [{ id: 'p1', household: 'h2' }] });
      const stays = await registry.residencesOf(tx, { people: ['p1'] });
      expect(stays.map(({ household: at, from, to }) => [at, from, to])).toEqual([
        ['h2', '2026-05-01', null],
        ['h1', '2026-01-01', '2026-05-01'],
      ]);
    });
  });
});
