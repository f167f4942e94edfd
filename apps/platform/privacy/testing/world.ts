import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Access } from '#libs/access';
import { presetCalendars } from '#libs/calendar';
import { Cases } from '#libs/cases';
import type { Database } from '#libs/database';
import { registerWorkflow } from '#libs/engine';
import { Registry, type NewPerson, type NewUnit } from '#libs/registry';
import { FakeClock, testVault } from '#libs/testing';

import { checkWorkflow, errandWorkflow } from '../../../../libs/cases/testing/errand.workflow.js';
import { CaseReader } from '../../reading/case-reader.js';
import { openPrivacy } from '../open-privacy.js';

const WORKFLOWS = new Map(
  [errandWorkflow, checkWorkflow].map((workflow) => [workflow.name, registerWorkflow(workflow)]),
);

const unit = (id: string, kind: NewUnit['kind'], parent: string | null): NewUnit => ({
  id,
  kind,
  parent,
  name: id,
  code: id,
});

const person = (id: string, name: string, more: Partial<NewPerson> = {}): NewPerson => ({
  id,
  name,
  gender: 'female',
  birthYear: 1941,
  birthDate: '1941-11-09',
  unit: 'stair-1',
  household: null,
  flags: [],
  ...more,
});

/** What stands in the records of Wang and nowhere else: none of it may be found after she was erased. */
export const WANGS_DATA = [
  '王秀英',
  '13800001234',
  '19410502',
  '1941-05-02',
  '甘肃省',
  '我腿脚不便',
  '她血压高',
  'wang.xiuying',
  '10.1.2.3',
  '催办王秀英',
];

/** A small community: Wang alone in a red household, her neighbours, a coordinator, a grid leader, two volunteers. */
export async function openCommunity(database: Database, ...keys: string[]) {
  const clock = new FakeClock('2026-03-02T09:00:00+08:00');
  const now = (): string => clock.now();
  const today = (): string => now().slice(0, 10);
  const vault = testVault(...keys);
  const registry = new Registry({ vault, now, today });
  const access = new Access({ registry, today });
  const cases = new Cases({
    database,
    workflows: WORKFLOWS,
    calendars: presetCalendars(),
    clock: { kind: 'virtual', now },
    lineage: (id, tx) => registry.lineage(tx, id),
  });
  const reader = new CaseReader({ cases, database, access, registry, workflows: WORKFLOWS });
  const dataDirectory = await mkdtemp(join(tmpdir(), 'minyi-privacy-'));
  const accounts = { secondFactor: { reseal: () => Promise.resolve(0) } };
  const privacy = openPrivacy({
    database,
    vault,
    registry,
    access,
    accounts,
    cases,
    reader,
    now,
    today,
    dataDirectory,
  });
  return { clock, now, today, vault, registry, access, cases, reader, privacy, dataDirectory, database };
}

/** The community with its people, as of a year ago. */
export async function fillCommunity({ database, registry }: Awaited<ReturnType<typeof openCommunity>>): Promise<void> {
  const since = { from: '2025-01-01', to: null };
  const office = (...[id, holder, at, role]: [id: string, holder: string, at: string, role: string]) => ({
    id,
    person: holder,
    unit: at,
    role,
    ...since,
  });
  await database.transaction((tx) =>
    registry.insert(
      tx,
      {
        units: [
          unit('city', 'city', null),
          unit('street', 'street', 'city'),
          unit('community', 'community', 'street'),
          unit('grid-1', 'grid', 'community'),
          unit('grid-2', 'grid', 'community'),
          unit('house', 'building', 'grid-1'),
          unit('stair-1', 'stairwell', 'house'),
          unit('house-2', 'building', 'grid-2'),
          unit('stair-2', 'stairwell', 'house-2'),
        ],
        households: [
          { id: 'home-wang', building: 'house', stairwell: 'stair-1', premises: null, flat: '301', colour: 'red' },
          { id: 'home-zhao', building: 'house', stairwell: 'stair-1', premises: null, flat: '302', colour: 'blue' },
        ],
        people: [
          person('wang', '王秀英', {
            household: 'home-wang',
            birthDate: '1941-05-02',
            flags: ['livesAlone', 'disabled'],
            phone: '13800001234',
            idNumber: '620102194105020020',
            domicile: '甘肃省',
          }),
          person('zhao', '赵国强', { household: 'home-zhao', phone: '13900005678' }),
          person('daughter', '王小梅', { unit: 'stair-2' }),
          ...['li', 'gao', 'vera', 'otto', 'ops'].map((id) => person(id, `同事${id}`, { unit: 'community' })),
        ],
        offices: [
          office('o1', 'li', 'community', 'coordinator'),
          office('o2', 'gao', 'grid-1', 'gridLeader'),
          office('o3', 'vera', 'grid-1', 'volunteer'),
          office('o4', 'otto', 'grid-2', 'volunteer'),
          office('o5', 'ops', 'city', 'operator'),
        ],
        authorisations: [{ id: 'a1', person: 'wang', agent: 'daughter', ...since }],
      },
      '2025-01-01',
    ),
  );
}
