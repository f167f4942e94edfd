import { describe, expect, test } from '@jest/globals';

import { maySee, viewerOf, type SeenSide, type Standing } from '#libs/access';
import { presetCalendars } from '#libs/calendar';
import { Cases } from '#libs/cases';
import { VISIBILITIES, type Party, type Who } from '#libs/engine';
import type { Grant } from '#libs/registry';
import { testDatabase } from '#libs/testing';

import { PLATFORM_ENTITIES } from '../entities.js';

const db = testDatabase(PLATFORM_ENTITIES);

const LINEAGE = ['building', 'community', 'city'];
const UNITS = [...LINEAGE, 'elsewhere', 'heating'];
const ROLES = [
  'coordinator',
  'collector',
  'leader',
  'supervisor',
  'chair',
  'department',
  'volunteer',
  'representative',
];

const PARTIES: Party[][] = [
  [],
  [{ relation: 'reporter', person: 'wang' }],
  [{ relation: 'doer', unit: 'heating' }],
  [
    { relation: 'reporter', person: 'gao' },
    { relation: 'doer', unit: 'community' },
  ],
];
const WAITS: Who[][] = [
  [],
  [{ role: 'coordinator' }],
  [{ role: 'collector' }, { role: 'chair', not: ['reporter'] }],
  [{ role: 'resident' }],
  [{ relation: 'doer' }],
  [
    { role: 'volunteer', of: 'doer' },
    { role: 'representative', not: ['doer'] },
  ],
];

/** Every kind of office at every unit, alone; a resident; a reporter with a second record; somebody with two offices; a stranger. */
const PEOPLE: Standing[] = [
  ...ROLES.flatMap((role) =>
    UNITS.flatMap((unit): Standing[] =>
      (['office', 'body'] as const).map((held) => ({
        person: `${role}@${unit}/${held}`,
        grants: [{ role, unit, held }],
      })),
    ),
  ),
  { person: 'neighbour', grants: [{ role: 'resident', unit: 'community', held: 'residence' }] },
  { person: 'wang', grants: [{ role: 'resident', unit: 'community', held: 'residence' }] },
  { person: 'wang-2', aliases: ['wang'], grants: [] },
  { person: 'gao', grants: [office('collector', 'community'), office('department', 'heating')] },
  { person: 'stranger', grants: [] },
];

function office(role: string, unit: string): Grant {
  return { role, unit, held: 'office' };
}

/** Every visibility with every kind of parties and of what it waits for. */
const CASES: (SeenSide & { id: string })[] = VISIBILITIES.flatMap((visibility) =>
  PARTIES.flatMap((parties, p) =>
    WAITS.map((awaited, w) => ({
      id: `${visibility}-${String(p)}-${String(w)}`,
      lineage: LINEAGE,
      visibility,
      parties,
      awaited,
    })),
  ),
);

describe('what a list shows and what a case shows are the same', () => {
  test('for every office at every place, every visibility, every relation and everything a case may wait for', async () => {
    const cases = new Cases({ database: db.database, workflows: new Map(), calendars: presetCalendars() });
    await write();
    const ids = CASES.map(({ id }) => id);
    for (const standing of PEOPLE) {
      const shown = await cases.visible(ids, viewerOf(standing));
      const listed = (await cases.list({ viewer: viewerOf(standing), limit: 200 })).rows.map(({ id }) => id);
      const expected = CASES.filter((one) => maySee(standing, one)).map(({ id }) => id);
      expect({ who: standing.person, cases: [...shown].toSorted() }).toEqual({
        who: standing.person,
        cases: expected.toSorted(),
      });
      expect(listed.toSorted()).toEqual(expected.toSorted());
    }
    const visitor = await cases.visible(ids, { units: [] });
    expect([...visitor].toSorted()).toEqual(
      CASES.filter((one) => maySee(null, one))
        .map(({ id }) => id)
        .toSorted(),
    );
  });
});

/** The rows of the cases as a step writes them. */
async function write(): Promise<void> {
  const insert = (table: string, columns: string, rows: object[]): Promise<unknown> =>
    db.database.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [JSON.stringify(rows)],
    );
  const at = '2026-03-02T01:00:00.000Z';
  const common = { realm: 'live', workflow: 'x', status: 'active', stage: 'say', unit: 'building', created_at: at };
  await insert(
    'cases',
    'id, realm, workflow, status, stage, unit, created_at, visibility, version, seq, head_hash, policy, definition, changed_at, stored, clocks',
    CASES.map(({ id, visibility }) => ({
      ...common,
      id,
      visibility,
      version: 1,
      seq: 1,
      head_hash: '',
      policy: '',
      definition: 1,
      changed_at: at,
      stored: {},
      clocks: {},
    })),
  );
  await insert(
    'case_list',
    'case_id, realm, workflow, status, stage, unit, created_at, visibility, places, words',
    CASES.map(({ id, visibility }) => ({ ...common, case_id: id, visibility, places: LINEAGE, words: [] })),
  );
  await insert(
    'case_parties',
    'case_id, relation, kind, subject',
    CASES.flatMap(({ id, parties }) =>
      parties.map(({ relation, person, unit }) => ({
        case_id: id,
        relation,
        kind: person === undefined ? 'unit' : 'person',
        subject: person ?? unit,
      })),
    ),
  );
  await insert(
    'desk',
    'case_id, seq, n, state, label, acts, who, role, unit, persons, excluded, since',
    CASES.flatMap(desk),
  );
}

/** As `libs/cases` makes rows of desks: relations resolved, a role with `of` at the unit that is party. */
function desk({ id, awaited, parties }: (typeof CASES)[number]): object[] {
  const subjects = (relation: string): string[] =>
    parties.flatMap((party) => (party.relation === relation ? (party.person ?? party.unit ?? []) : []));
  return awaited.flatMap((who, n) => {
    const persons = who.relation === undefined ? null : subjects(who.relation);
    if (persons?.length === 0) return [];
    const excluded = (who.not ?? []).flatMap(subjects);
    const places = who.of === undefined ? ['building'] : subjects(who.of);
    return places.map((unit, k) => ({
      case_id: id,
      seq: 1,
      n: n * 10 + k,
      state: 's',
      label: {},
      acts: [],
      who,
      role: who.role ?? null,
      unit,
      persons,
      excluded,
      since: '2026-03-02T01:00:00.000Z',
    }));
  });
}
