import type { Tx } from '#libs/database';
import type {
  HouseholdId,
  LocalDate,
  PersonId,
  PersonRecord,
  PremisesId,
  PremisesRecord,
  Registry,
  Roll,
  UnitId,
} from '#libs/registry';

import type { RollSource } from './ballots.vocabulary.js';
import type { Place, RollFacts } from './entries.rules.js';

const ADULT_YEARS = 18;

interface Asked {
  registry: Registry;
  unit: UnitId;
  on: LocalDate;
}

const NO_FACTS: RollFacts = {
  premises: new Map(),
  households: new Map(),
  adultsOf: new Map(),
  homes: new Map(),
  minors: new Set(),
  agents: new Map(),
};

/** What a ballot needs to know besides the roll itself, for the kind of roll it is. */
export async function factsOf(tx: Tx, asked: Asked, roll: Roll): Promise<RollFacts> {
  switch (roll.question.of) {
    case 'adults':
      return { ...NO_FACTS, homes: await homesOf(tx, asked) };
    case 'households':
      return householdFacts(tx, asked, roll);
    case 'owners':
      return ownerFacts(tx, asked, roll);
  }
}

async function homesOf(tx: Tx, { registry, unit }: Asked): Promise<Map<PersonId, Place>> {
  const people = await registry.peopleWithin(tx, unit);
  const places = await placesOf(
    tx,
    registry,
    people.flatMap(({ household }) => household ?? []),
  );
  return new Map(
    people.flatMap(({ id, household }) => {
      const place = household === null ? undefined : places.get(household);
      return place === undefined ? [] : [[id, place] as const];
    }),
  );
}

async function placesOf(tx: Tx, registry: Registry, ids: readonly HouseholdId[]): Promise<Map<HouseholdId, Place>> {
  const households = await registry.householdsById(tx, [...new Set(ids)]);
  return new Map(households.map(({ id, building, stairwell }) => [id, { building, stairwell }]));
}

/** Adults by household, of the people the registry counts as of age on the day. */
async function householdFacts(tx: Tx, { registry, unit, on }: Asked, roll: Roll): Promise<RollFacts> {
  const ids = roll.entries.flatMap((entry) => ('household' in entry ? [entry.household] : []));
  const adults = await registry.roll(tx, { of: 'adults', unit }, on);
  const isAdult = new Set(adults.entries.flatMap((entry) => ('person' in entry ? [entry.person] : [])));
  const people = await registry.peopleWithin(tx, unit);
  const living = people.filter(({ id, household }) => household !== null && isAdult.has(id));
  return {
    ...NO_FACTS,
    households: await placesOf(tx, registry, ids),
    adultsOf: new Map(
      [...Map.groupBy(living, ({ household }) => household ?? '')].map(([household, group]) => [
        household,
        group.map(({ id }) => id),
      ]),
    ),
  };
}

async function ownerFacts(tx: Tx, asked: Asked, roll: Roll): Promise<RollFacts> {
  const { registry, on } = asked;
  const owners = [...new Set(roll.entries.flatMap((entry) => ('owners' in entry ? entry.owners : [])))];
  const people = await registry.people(tx, owners);
  const agents = new Map<PersonId, readonly PersonId[]>();
  for (const owner of owners) {
    const found = await registry.agentsOf(tx, owner, on);
    if (found.length > 0) agents.set(owner, found);
  }
  return {
    ...NO_FACTS,
    premises: await premisesFacts(tx, asked, roll),
    minors: new Set(people.filter((person) => isMinor(person, on)).map(({ id }) => id)),
    agents,
  };
}

async function premisesFacts(tx: Tx, { registry, unit }: Asked, roll: Roll): Promise<Map<PremisesId, PremisesRecord>> {
  const buildings = await registry.subtree(tx, unit, 'building');
  const found = new Map<PremisesId, PremisesRecord>();
  for (const id of new Set([unit, ...buildings.map((one) => one.id)])) {
    for (const premises of await registry.premisesOf(tx, id)) found.set(premises.id, premises);
  }
  const wanted = roll.entries.flatMap((entry) => ('owners' in entry ? entry.premises : []));
  for (const id of [...wanted, ...roll.doubts.map((doubt) => doubt.id)]) {
    // a flat that stood here on the day and has been moved since
    const premises = found.has(id) ? null : await registry.premises(tx, id);
    if (premises !== null) found.set(id, premises);
  }
  return found;
}

/** Whether somebody is not of age on a day; when only the year is known, the doubt is for them: they cast themselves. */
function isMinor({ birthDate, birthYear }: Pick<PersonRecord, 'birthDate' | 'birthYear'>, on: LocalDate): boolean {
  if (birthDate !== null) {
    const coming = `${String(Number(birthDate.slice(0, 4)) + ADULT_YEARS).padStart(4, '0')}${birthDate.slice(4)}`;
    return coming > on;
  }
  return birthYear !== null && Number(on.slice(0, 4)) - birthYear < ADULT_YEARS;
}

/** Who holds a seat at a body on the day; people whose records were merged stand once. */
export async function membersOf(
  tx: Tx,
  { registry, on }: Pick<Asked, 'registry' | 'on'>,
  source: Extract<RollSource, { of: 'members' | 'named' }>,
): Promise<PersonId[]> {
  const wanted =
    source.of === 'named'
      ? source.persons
      : (await registry.seatsAt(tx, source.unit, { on, past: false }))
          .filter(({ role }) => source.roles === undefined || source.roles.includes(role))
          .map(({ person }) => person);
  const speakers = await registry.people(tx, wanted);
  const without = new Set(source.of === 'members' ? source.without : []);
  return speakers.filter(({ id, diedOn }) => !without.has(id) && (diedOn === null || diedOn > on)).map(({ id }) => id);
}
