import { idFromName } from '#libs/registry';
import type { NewOffice, NewPerson } from '#libs/registry';

import { randomOf } from '../random.js';
import type { Random } from '../random.js';
import { demoPeople } from './demo-people.js';
import { LIMIN_YEAR, SINCE } from './limin.figures.js';
import type { Resident } from './limin.people.js';
import { BUILDINGS, DEPARTMENT_CODES, groupOf, PARTNER_CODES, unitId } from './limin.units.js';
import { givenName, surname } from './names.js';

/** An office of the demo world, with an id that follows from what it says. */
export function office(person: string, role: string, unit: string): NewOffice {
  return {
    id: idFromName(`office:${person}:${role}:${unit}`),
    person,
    unit: unitId(unit),
    role,
    from: SINCE,
    to: null,
  };
}

/** Somebody who works in a unit and does not live in the community. */
export function worker(key: string, unit: string, random: Random): NewPerson {
  const gender = random.chance(0.45) ? 'female' : 'male';
  const birthYear = LIMIN_YEAR - random.int(27, 57);
  return {
    id: idFromName(`worker:${key}`),
    name: `${surname(random)}${givenName(random, gender, birthYear)}`,
    gender,
    birthYear,
    phone: null,
    unit: unitId(unit),
    household: null,
    flags: [],
  };
}

interface Staff {
  people: NewPerson[];
  offices: NewOffice[];
}

/** A worker for each role listed as `[key, unit where they work, roles]`. */
function staffOf(plan: readonly Post[]): Staff {
  const random = randomOf('limin:staff');
  const people = plan.map(([key, works]) => worker(key, works, random));
  const offices = plan.flatMap(([, , roles], index) => {
    const person = people[index]?.id ?? '';
    return roles.map(([role, unit]) => office(person, role, unit));
  });
  return { people, offices };
}

type Post = readonly [key: string, works: string, roles: readonly (readonly [string, string])[]];

const NAMED_OFFICES = new Set(
  Object.values(demoPeople).flatMap((one) => one.offices.map(([role, unit]) => `${role}@${unit}`)),
);

/** Whether no demo person holds the office, so that somebody else has to. */
const isVacant = (role: string, unit: string): boolean => !NAMED_OFFICES.has(`${role}@${unit}`);

function departmentPosts(unit: string): Post[] {
  return [
    [`${unit}-clerk`, unit, [['department', unit]]],
    ...(isVacant('leader', unit) ? [[`${unit}-leader`, unit, [['leader', unit]]] as const] : []),
    [`${unit}-duty`, unit, [['duty', unit]]],
  ];
}

function partnerPosts(unit: string): Post[] {
  if (!isVacant('partner', unit)) return [];
  const roles = [
    ['partner', unit],
    ['partner', 'limin-joint'],
    ['leader', unit],
  ] as const;
  return [[`${unit}-partner`, unit, roles]];
}

function gridPosts(grid: number): Post[] {
  const unit = `limin-g${String(grid)}`;
  const collects = ['collector', 'limin-collectors'] as const;
  return [
    ...(isVacant('gridLeader', unit) ? [[`${unit}-leader`, 'limin', [['gridLeader', unit], collects]] as const] : []),
    [`${unit}-member`, 'limin', [['gridMember', unit], collects, ['department', 'limin']]],
  ];
}

/** The community's other staff, the tiers above it and the neighbours across its boundary: key, unit of work, role and its unit. */
const OTHER_POSTS: readonly (readonly [key: string, works: string, role: string, unit: string])[] = [
  ['limin-coordinator-2', 'limin', 'coordinator', 'limin'],
  ['limin-duty-2', 'limin', 'duty', 'limin'],
  ['gangcheng-coordinator', 'gangcheng', 'coordinator', 'gangcheng'],
  ['gangcheng-duty', 'gangcheng', 'duty', 'gangcheng'],
  ['gangcheng-clerk', 'gangcheng', 'department', 'gangcheng'],
  ['gangcheng-party', 'gangcheng', 'secretary', 'gangcheng'],
  ['jyg-coordinator', 'jyg', 'coordinator', 'jyg'],
  ['adviser-engineer', 'housing', 'adviser', 'limin-advisers'],
  ['adviser-doctor', 'clinic', 'adviser', 'limin-advisers'],
  ['hechang-coordinator', 'hechang', 'coordinator', 'hechang'],
  ['qianjin-leader', 'qianjin', 'leader', 'qianjin'],
  ['qifenglu-coordinator', 'qifenglu', 'coordinator', 'qifenglu'],
  ['qifeng-leader', 'qifeng', 'leader', 'qifeng'],
  ['qilian-leader', 'qilian', 'leader', 'qilian'],
  ['qilian-urban-clerk', 'qilian-urban', 'department', 'qilian-urban'],
  ['qilian-urban-leader', 'qilian-urban', 'leader', 'qilian-urban'],
  ['works-clerk', 'works', 'department', 'works'],
  ['works-leader', 'works', 'leader', 'works'],
  ['qianjin-works-clerk', 'qianjin-works', 'department', 'qianjin-works'],
  ['qianjin-works-leader', 'qianjin-works', 'leader', 'qianjin-works'],
  ['heating-service-clerk', 'heating-service', 'department', 'heating-service'],
  ['heating-repair-clerk', 'heating-repair', 'department', 'heating-repair'],
];

/** Departments' clerks and leaders, the grids' staff, partner units, the tiers above and the neighbours across the boundary. */
export function liminStaff(): Staff {
  return staffOf([
    ...DEPARTMENT_CODES.flatMap(departmentPosts),
    ...PARTNER_CODES.flatMap(partnerPosts),
    ...[1, 2, 3, 4].flatMap(gridPosts),
    ...OTHER_POSTS.map(([key, works, role, unit]): Post => [key, works, [[role, unit]]]),
  ]);
}

/** Numbers of the committee's bodies and of the other residents who take part (invented where the account is silent). */
export const BODY_SIZES = {
  collector: 16,
  deliberator: 20,
  supervisor: 9,
  adviser: 5,
  committeeMember: 7,
  volunteer: 160,
} as const;

const HOMES: Readonly<Record<keyof typeof BODY_SIZES, string>> = {
  collector: 'limin-collectors',
  deliberator: 'limin-deliberators',
  supervisor: 'limin-supervisors',
  adviser: 'limin-advisers',
  committeeMember: 'limin-committee',
  volunteer: 'limin',
};

/** Fills the bodies with residents up to their size; nobody sits in two bodies. `taken` offices count. */
function fillBodies(residents: readonly Resident[], taken: readonly NewOffice[]): NewOffice[] {
  const random = randomOf('limin:bodies');
  const busy = new Set(taken.map((one) => one.person));
  const free = random.shuffled(residents.filter((one) => one.age >= 30 && one.age <= 76 && !busy.has(one.id)));
  return (Object.keys(BODY_SIZES) as (keyof typeof BODY_SIZES)[]).flatMap((role) => {
    const already = new Set(taken.filter((one) => one.role === role).map((one) => one.person)).size;
    return free.splice(0, Math.max(0, BODY_SIZES[role] - already)).map((one) => office(one.id, role, HOMES[role]));
  });
}

/** One representative and one leader for every building, one leader for every stairwell. */
function fillBuildings(residents: readonly Resident[], taken: readonly NewOffice[]): NewOffice[] {
  const random = randomOf('limin:buildings');
  const isTaken = (role: string, unit: string): boolean => taken.some((one) => one.role === role && one.unit === unit);
  const grown = residents.filter((one) => one.age >= 35 && one.age <= 78);
  const byStairwell = Map.groupBy(random.shuffled(grown), (one) => one.unit);
  let representatives = taken.filter((one) => one.role === 'representative').length;
  return BUILDINGS.flatMap(({ code, number, stairwells }) => {
    const group = unitId(groupOf(number));
    const leaders = stairwells.flatMap((unit) => {
      const person = byStairwell.get(unitId(unit))?.at(0)?.id;
      if (person === undefined || isTaken('stairwellLeader', unitId(unit))) return [];
      return [office(person, 'stairwellLeader', unit)];
    });
    const people = stairwells.flatMap((unit) => byStairwell.get(unitId(unit)) ?? []);
    const [leader, other] = [people.at(1), people.at(2)];
    const delegate =
      other && representatives < BUILDINGS.length
        ? [{ ...office(other.id, 'representative', 'limin-assembly'), constituency: group }]
        : [];
    representatives += delegate.length;
    return [...leaders, ...(leader ? [office(leader.id, 'buildingLeader', code)] : []), ...delegate];
  });
}

/** Every office held by residents: bodies (beside the staff who sit in them), buildings, the Party's committee and branches. */
export function residentOffices(residents: readonly Resident[], staff: readonly NewOffice[]): NewOffice[] {
  const lives = new Map(
    BUILDINGS.flatMap(({ grid, stairwells }) => stairwells.map((one) => [unitId(one), grid] as const)),
  );
  const named = Object.values(demoPeople).flatMap((one) =>
    one.offices.map(([role, unit]) => office(one.id, role, unit)),
  );
  const party = residents
    .filter((one) => one.flags.includes('partyMember'))
    .flatMap((one) => [
      office(one.id, 'member', 'limin-party'),
      office(one.id, 'branchMember', `${lives.get(one.unit) ?? 'limin-g1'}-branch`),
    ]);
  // whoever a visitor can be holds the offices the visitor is told of, and no other
  const visitors = new Set(Object.values(demoPeople).map((one) => one.id));
  const others = residents.filter((one) => !visitors.has(one.id));
  const all = [...named, ...fillBodies(others, [...named, ...staff]), ...party];
  const offices = [...all, ...fillBuildings(others, all)];
  return [...new Map(offices.map((one) => [one.id, one])).values()];
}
