import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { MIGRATIONS, openDatabase } from '#libs/database';

import { PLATFORM_ENTITIES } from '../entities.js';
import { readInstallation } from '../installation.js';
import { openPlatform } from '../open-platform.js';
import type { Platform } from '../platform.js';

let directory: string;
let platform: Platform;

/** The registry as the first version kept it: telephones in clear, no history. */
const OLD = [
  `insert into units (id, parent, kind, name, path, code, phone) values
     ('c', null, 'community', '利民社区', '/c/', 'limin', '0937-6280000'), ('b', 'c', 'building', '1号楼', '/c/b/', 'limin-b1', null),
     ('s', 'b', 'stairwell', '1单元', '/c/b/s/', 'limin-b1-s1', null)`,
  `insert into premises (id, building, stairwell, number, floor, area, use) values ('f', 'b', 's', '1-101', 1, 6185, 'dwelling')`,
  `insert into households (id, building, stairwell, premises, flat, colour) values ('h', 'b', 's', 'f', '1单元101', 'red')`,
  `insert into people (id, name, gender, birth_year, phone, unit, household, flags) values
     ('p', '王桂兰', 'female', 1954, '13800001234', 's', 'h', '{livesAlone}')`,
  `insert into ownerships (id, premises, person, from_date) values ('w', 'f', 'p', '2013-05-01')`,
  `insert into offices (id, person, unit, role, from_date) values ('o', 'p', 'c', 'supervisor', '2024-01-01')`,
];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minyi-upgrade-'));
  const old = await openDatabase({ url: directory, entities: PLATFORM_ENTITIES, migrations: MIGRATIONS.slice(0, 1) });
  await old.migrate();
  for (const sql of OLD) await old.query(sql);
  await old.close();
  platform = await openPlatform(readInstallation({ DATA_DIR: directory, DEMO: 'off', LOG_LEVEL: 'silent' }));
}, 60_000);

afterAll(async () => {
  await platform.close();
  await rm(directory, { recursive: true, force: true });
});

test('a registry of the first version is taken over: everybody is there, sealed, with a history, and holds their office', async () => {
  const { database, registry } = platform;
  const found = await database.transaction(async (tx) => ({
    person: await registry.person(tx, 'p'),
    contact: await registry.contact(tx, 'p'),
    household: await registry.household(tx, 'h'),
    grants: await registry.grantsOf(tx, 'p', '2026-01-01'),
    building: await registry.premises(tx, 'f'),
  }));
  expect(found).toMatchObject({
    person: { name: '王桂兰', birthYear: 1954, unit: 's', household: 'h', flags: ['livesAlone'] },
    contact: { phone: '13800001234' },
    household: { colour: 'red', address: '利民社区1号楼1单元101' },
    building: { area: 6185 },
  });
  expect(found.grants).toContainEqual({ role: 'supervisor', unit: 'c', held: 'office' });
  const versions = await database.query(`select entity from registry_versions where id = 'p'`);
  expect(versions).toHaveLength(1);
});

test('nothing is left in clear, and nothing is taken over twice', async () => {
  const { database, registry } = platform;
  expect(await database.transaction((tx) => registry.adopt(tx))).toBe(0);
  const rows = await database.query(`select row_to_json(p)::text as everything from people p
    union all select row_to_json(v)::text from registry_versions v union all select row_to_json(a)::text from registry_adoptions a`);
  expect(JSON.stringify(rows)).not.toContain('13800001234');
});
