import type { UnitId } from '#libs/registry';

import { liminWorld } from '../limin/limin.world.js';
import type { LiminWorld } from '../limin/limin.world.js';
import { BUILDINGS, unitId } from '../limin/limin.units.js';
import { LIMIN_YEAR } from '../limin/limin.figures.js';
import type { Random } from '../random.js';

/** Who lives and works in the simulated community, by what they can do. */
export interface Cast {
  world: LiminWorld;
  /** Grown residents of a building. */
  neighbours(building: string): readonly string[];
  age(person: string): number;
  isVisitedOften(person: string): boolean;
  /** Holders of a role at exactly this unit. */
  holders(role: string, unit: UnitId): readonly string[];
  /** One holder, the same for the same random state, never one of the excluded. */
  one(role: string, unit: string, choice: { random: Random; not?: readonly (string | null)[] }): string;
}

const COUNCIL_ROLES: Readonly<Record<string, string>> = {
  collector: 'limin-collectors',
  deliberator: 'limin-deliberators',
  adviser: 'limin-advisers',
  supervisor: 'limin-supervisors',
  representative: 'limin-assembly',
  chair: 'limin-council',
  secretary: 'limin-party',
  member: 'limin-party',
};

/** Code of the unit where a role of Limin is held. */
export function seatOf(role: string): string {
  return COUNCIL_ROLES[role] ?? 'limin';
}

/** The people of the demo world, indexed once. */
export function castOf(world: LiminWorld = liminWorld()): Cast {
  const offices = Map.groupBy(world.offices, (office) => `${office.role}@${office.unit}`);
  const ages = new Map(world.people.map((person) => [person.id, LIMIN_YEAR - (person.birthYear ?? LIMIN_YEAR)]));
  const colours = new Map(world.households.map((household) => [household.id, household.colour]));
  const visited = new Set(
    world.people
      .filter((person) => ['red', 'orange', 'yellow'].includes(colours.get(person.household ?? '') ?? 'green'))
      .map((person) => person.id),
  );
  const homes = Map.groupBy(
    world.people.filter((person) => person.household !== null && (ages.get(person.id) ?? 0) >= 20),
    (person) => person.unit,
  );
  const byBuilding = new Map(
    BUILDINGS.map(({ code, stairwells }) => [
      code,
      stairwells.flatMap((stairwell) => (homes.get(unitId(stairwell)) ?? []).map((person) => person.id)),
    ]),
  );
  const holders = (role: string, unit: UnitId): string[] =>
    (offices.get(`${role}@${unit}`) ?? []).map((office) => office.person);
  return {
    world,
    neighbours: (building) => byBuilding.get(building) ?? [],
    age: (person) => ages.get(person) ?? 40,
    isVisitedOften: (person) => visited.has(person),
    holders,
    one: (role, unit, { random, not = [] }) => {
      const free = holders(role, unitId(unit)).filter((person) => !not.includes(person));
      if (free.length === 0) throw new Error(`nobody is ${role} at ${unit}`);
      return random.pick(free);
    },
  };
}
