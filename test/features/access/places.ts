import type { SubjectKind } from '#apps/server';
import { unitId } from '#apps/demo';
import type { Platform } from '#apps/platform';
import { CAPABILITIES, STAFF_ROLES } from '#libs/access';
import type { BallotSpec } from '#libs/ballots';
import { presetRule, YES_NO } from '#libs/decision';
import { idFromName, type RegistryBatch } from '#libs/registry';

/** Where something is, seen from somebody who holds an office in the community of Limin. */
export const PLACES = ['own', 'sibling', 'foreign', 'nowhere'] as const;
export type Place = (typeof PLACES)[number];

/** Ids of one of everything at each place; `nowhere`: ids of nothing. */
export type Subjects = Record<Place, Record<SubjectKind, string>>;

/** Every office there is, and none. */
export const OFFICES: readonly string[] = [
  ...new Set<string>(['resident', ...STAFF_ROLES, ...Object.values(CAPABILITIES).flat()]),
];

/** The person who holds this office in Limin and nothing else; whoever is called `resident` just lives there. */
export const holderOf = (office: string): string => idFromName(`matrix:holder:${office}`);

const SINCE = { from: '2020-01-01', to: null };
const id = (place: Place, kind: string): string => idFromName(`matrix:${place}:${kind}`);

/** A community with a building, a stairwell, a flat, a household and somebody who lives there. */
function community(place: Place, parent: string | null): RegistryBatch {
  const unit = (kind: 'community' | 'building' | 'stairwell', above: string | null) => ({
    id: id(place, kind),
    parent: above,
    kind,
    name: `${place} ${kind}`,
    code: `matrix-${place}-${kind}`,
  });
  return {
    units: [
      unit('community', parent),
      unit('building', id(place, 'community')),
      unit('stairwell', id(place, 'building')),
    ],
    premises: [
      {
        id: id(place, 'premises'),
        building: id(place, 'building'),
        stairwell: id(place, 'stairwell'),
        number: '1-101',
        floor: 1,
        area: 6_000,
        use: 'dwelling',
      },
    ],
    households: [
      {
        id: id(place, 'household'),
        building: id(place, 'building'),
        stairwell: id(place, 'stairwell'),
        premises: id(place, 'premises'),
        flat: '1单元101',
        colour: 'red',
      },
    ],
    people: [
      {
        id: id(place, 'person'),
        name: '白小满',
        gender: 'female',
        birthYear: 1950,
        unit: id(place, 'stairwell'),
        household: id(place, 'household'),
        flags: [],
        phone: '13800000000',
      },
    ],
  };
}

function holders(): RegistryBatch {
  return {
    people: OFFICES.map((office) => ({
      id: holderOf(office),
      name: office,
      gender: null,
      birthYear: 1980,
      unit: office === 'resident' ? unitId('limin-b5-s1') : unitId('jyg'),
      household: null,
      flags: [],
    })),
    offices: OFFICES.filter((office) => office !== 'resident').map((role) => ({
      id: idFromName(`matrix:office:${role}`),
      person: holderOf(role),
      unit: unitId('limin'),
      role,
      ...SINCE,
    })),
  };
}

/** A ballot of one voter whose roll is drawn and not open. */
function ballotAt(place: Place): BallotSpec {
  const rule = presetRule('council');
  if (rule === undefined) throw new Error('there is no rule for councils');
  const unit = id(place, 'community');
  return {
    id: id(place, 'ballot'),
    unit,
    title: { zh: '投票', en: 'A ballot' },
    question: YES_NO,
    rule,
    roll: { of: 'named', unit, persons: [id(place, 'person')] },
    secret: false,
    on: SINCE.from,
  };
}

/** Adds to the demonstration: a building in Limin, a sibling community, a foreign tenant, and one holder of each office. */
export async function furnish({ ballots, database, registry }: Platform): Promise<Subjects> {
  const own = community('own', unitId('limin'));
  const placed: RegistryBatch = {
    ...own,
    units: (own.units ?? []).map((unit) => (unit.kind === 'community' ? { ...unit, kind: 'compound' as const } : unit)),
  };
  for (const batch of [placed, community('sibling', unitId('gangcheng')), community('foreign', null), holders()])
    await database.transaction((tx) => registry.insert(tx, batch));
  for (const place of ['own', 'sibling', 'foreign'] as const)
    await database.transaction((tx) => ballots.draw(tx, ballotAt(place)));
  const subjectsAt = (place: Place): Record<SubjectKind, string> => ({
    unit: id(place, 'community'),
    person: id(place, 'person'),
    household: id(place, 'household'),
    premises: id(place, 'premises'),
    ballot: id(place, 'ballot'),
  });
  return {
    own: subjectsAt('own'),
    sibling: subjectsAt('sibling'),
    foreign: subjectsAt('foreign'),
    nowhere: subjectsAt('nowhere'),
  };
}
