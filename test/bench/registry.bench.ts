/**
 * The registry on PostgreSQL: an import of a whole district with its history, and one person found among a million by name, exact
 * telephone number or address.
 */
import { openDatabase, type Database } from '#libs/database';
import { readTestConfig } from '#libs/config';
import { Registry, registryEntities, type RegistryBatch } from '#libs/registry';
import { DATA_KEY_BYTES, Vault } from '#libs/vault';

import { emptyDatabase } from './empty-database.js';
import { fillMillion, GIVEN, SURNAMES } from './million-people.sql.js';
import { report, time, type Measured } from './table.js';

const PEOPLE = 100_000;
const HOMES = 40_000;
const BATCH = 5000;
const MOST_IMPORT_MS = 60_000;
const MOST_SEARCH_MS = 50;
const SEARCHES = 200;
const NOTE = { by: null, source: 'import', reason: 'benchmark' };

const registry = new Registry({
  vault: new Vault([Buffer.alloc(DATA_KEY_BYTES, 7)]),
  now: () => '2026-11-21T04:00:00.000Z',
});
const id = (kind: string, n: number): string => `${kind}${String(n)}`;
const pick = (letters: string, n: number): string => letters[n % letters.length] ?? '';

function units(): RegistryBatch {
  const places = [
    { id: 'imported', kind: 'community' as const, parent: null, name: '新华社区', code: 'imported' },
    ...Array.from({ length: 500 }, (_, n) => ({
      id: id('ib', n),
      kind: 'building' as const,
      parent: 'imported',
      name: `新华小区${String(n + 1)}号楼`,
      code: id('ib', n),
    })),
  ];
  return { units: places };
}

const flat = (n: number): string => `${String((n % 4) + 1)}单元${String((n % 6) + 1)}0${String((n % 2) + 1)}`;

function* batches(): Generator<RegistryBatch> {
  yield units();
  for (let from = 0; from < HOMES; from += BATCH)
    yield {
      premises: Array.from({ length: BATCH }, (_, index) => {
        const n = from + index;
        const building = id('ib', n % 500);
        return { id: id('pr', n), building, stairwell: null, number: flat(n), floor: 1, area: 7000, use: 'dwelling' };
      }),
      households: Array.from({ length: BATCH }, (_, index) => {
        const n = from + index;
        const building = id('ib', n % 500);
        return {
          id: id('ho', n),
          building,
          stairwell: building,
          premises: id('pr', n),
          flat: flat(n),
          colour: 'green',
        };
      }),
    };
  for (let from = 0; from < PEOPLE; from += BATCH)
    yield {
      people: Array.from({ length: BATCH }, (_, index) => {
        const n = from + index;
        const home = n % HOMES;
        return {
          id: id('im', n),
          name: `${pick(SURNAMES, n)}${pick(GIVEN, n * 7)}${pick(GIVEN, n * 13)}`,
          gender: 'female' as const,
          birthYear: 1970,
          unit: id('ib', home % 500),
          household: id('ho', home),
          flags: [],
          phone: `139${String(n).padStart(8, '0')}`,
        };
      }),
    };
}

async function importAll(database: Database): Promise<number> {
  const began = performance.now();
  await database.transaction(async (tx) => {
    for (const batch of batches()) await registry.apply(tx, NOTE, batch);
  });
  return performance.now() - began;
}

async function importing(database: Database): Promise<Measured[]> {
  const before = process.memoryUsage().rss;
  const first = await importAll(database);
  const again = await importAll(database);
  const [versions] = await database.query<{ count: number }>('select count(*) from registry_versions');
  return [
    {
      what: '100,000 people, 40,000 households, 40,000 premises',
      value: time(first),
      beside: `${(versions?.count ?? 0).toLocaleString('en')} versions`,
      target: `< ${time(MOST_IMPORT_MS)}`,
      isReached: first < MOST_IMPORT_MS,
    },
    { what: 'the same again, nothing differs', value: time(again) },
    { what: 'memory grown', value: `${String(Math.round((process.memoryUsage().rss - before) / 2 ** 20))} MB` },
  ];
}

type Asked = (n: number) => { name?: string; phone?: string; address?: string };

const QUESTIONS: Readonly<Record<string, Asked>> = {
  'a whole name': (n) => ({ name: `${pick(SURNAMES, n)}${pick(GIVEN, n * 3)}${pick(GIVEN, n * 5)}` }),
  'a part of a name': (n) => ({ name: `${pick(GIVEN, n * 3)}${pick(GIVEN, n * 5)}` }),
  'a surname': (n) => ({ name: pick(SURNAMES, n) }),
  'an exact telephone number': (n) => ({ phone: `139${String(n * 17).padStart(8, '0')}` }),
  'an address': (n) => ({ address: `${String((n % 60) + 1)}号楼${flat(n)}` }),
  'a flat without its building': (n) => ({ address: `${String((n % 4) + 1)}-${String((n % 6) + 1)}02` }),
  'a name at an address': (n) => ({ name: pick(SURNAMES, n), address: `${String((n % 60) + 1)}号楼` }),
};

/** Questions that fit thousands, and are put in order before a page is shown: for information. */
const VAGUE: readonly string[] = ['a flat without its building', 'a name at an address'];

async function searching(database: Database): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const [what, asked] of Object.entries(QUESTIONS))
    for (const [where, within] of [
      ['city', ['city']],
      ['community', ['c7']],
    ] as const) {
      const { p95, hits } = await percentile(database, asked, within);
      rows.push({
        what: `${what}, in a ${where}`,
        value: `p95 ${time(p95)}`,
        beside: `${hits.toFixed(1)} rows`,
        ...(VAGUE.includes(what) ? {} : { target: `< ${time(MOST_SEARCH_MS)}`, isReached: p95 < MOST_SEARCH_MS }),
      });
    }
  return rows;
}

async function percentile(
  database: Database,
  asked: Asked,
  within: readonly string[],
): Promise<{ p95: number; hits: number }> {
  const times: number[] = [];
  let hits = 0;
  for (let n = 0; n < SEARCHES; n += 1) {
    const began = performance.now();
    const { rows } = await database.transaction((tx) => registry.findPeople(tx, { ...asked(n), within, limit: 20 }), {
      readOnly: true,
    });
    times.push(performance.now() - began);
    hits += rows.length;
  }
  times.sort((a, b) => a - b);
  return { p95: times[Math.floor(times.length * 0.95)] ?? Number.NaN, hits: hits / SEARCHES };
}

const { databaseUrl } = readTestConfig();
if (databaseUrl === undefined)
  throw new Error('npm run bench starts a PostgreSQL; by hand set MINYI_TEST_DATABASE_URL');
const database = await openDatabase({ url: await emptyDatabase(databaseUrl), entities: registryEntities, poolSize: 4 });
try {
  await database.createSchema();
  report('registry: an import through the history (PostgreSQL, one transaction)', await importing(database));
  await fillMillion(database);
  report(
    `registry: a person among 1,000,000 (PostgreSQL, ${String(SEARCHES)} questions each)`,
    await searching(database),
  );
} finally {
  await database.close();
}
