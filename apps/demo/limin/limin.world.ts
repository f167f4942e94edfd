import { idFromName } from '#libs/registry';
import type {
  AuthorisationRecord,
  NewDelegate,
  NewDuty,
  NewHousehold,
  NewMatter,
  NewOffice,
  NewOwnership,
  NewPerson,
  NewPremises,
  NewUnit,
} from '#libs/registry';

import { randomOf } from '../random.js';
import { demoPeople } from './demo-people.js';
import type { DemoPerson } from './demo-people.js';
import { liminDuties, liminMatters } from './limin.catalogue.js';
import { colourClasses, liminFlats, liminHouseholds } from './limin.households.js';
import type { Flat, HouseholdPlan } from './limin.households.js';
import { COLOUR_NUMBERS, LIMIN_YEAR, SINCE } from './limin.figures.js';
import { liminStaff, residentOffices } from './limin.offices.js';
import { liminResidents } from './limin.people.js';
import type { Resident } from './limin.people.js';
import { liminUnits, unitId } from './limin.units.js';

/** The whole demo world: one batch for the registry. */
export interface LiminWorld {
  units: NewUnit[];
  premises: NewPremises[];
  households: NewHousehold[];
  people: NewPerson[];
  ownerships: NewOwnership[];
  offices: NewOffice[];
  authorisations: AuthorisationRecord[];
  delegates: NewDelegate[];
  matters: NewMatter[];
  duties: NewDuty[];
}

/** Whether a made-up resident can be this demo person: same sex and age, and no child whose surname would stop fitting. */
function canBe(resident: Resident, person: DemoPerson, family: readonly Resident[]): boolean {
  return (
    resident.gender === person.gender &&
    resident.age === person.age &&
    !resident.flags.includes('floating') &&
    resident.flags.includes('partyMember') === (person.partyMember ?? false) &&
    resident.flags.includes('livesAlone') === (person.livesAlone ?? false) &&
    family.every((one) => one.part !== 'child')
  );
}

/** Lets the demo people who live here take the place of made-up residents: the published sums stay true. */
function settleDemoPeople(residents: Resident[]): Resident[] {
  const families = Map.groupBy(residents, (one) => one.household);
  const settled = new Map<string, Resident>();
  for (const person of Object.values(demoPeople).filter((one) => one.resident)) {
    const place = residents.find(
      (one) => !settled.has(one.id) && canBe(one, person, families.get(one.household) ?? []),
    );
    if (!place) throw new Error(`no resident can be ${person.name}`);
    settled.set(place.id, { ...place, id: person.id, name: person.name });
  }
  return residents.map((one) => settled.get(one.id) ?? one);
}

function demoStaff(): NewPerson[] {
  return Object.values(demoPeople)
    .filter((one) => !one.resident)
    .map((one) => ({
      id: one.id,
      name: one.name,
      gender: one.gender,
      birthYear: LIMIN_YEAR - one.age,
      phone: null,
      unit: unitId(one.works ?? 'limin'),
      household: null,
      flags: one.partyMember === true ? ['partyMember'] : [],
    }));
}

/** Who owns which flat: the household's eldest adult, often with the spouse; let and empty flats belong to neighbours. */
function ownerships(
  flats: readonly Flat[],
  plans: readonly HouseholdPlan[],
  residents: readonly Resident[],
): NewOwnership[] {
  const random = randomOf('limin:owners');
  const grown = Map.groupBy(
    residents.filter((one) => one.part !== 'child' && !one.flags.includes('floating')),
    (one) => one.household,
  );
  const landlords = residents.filter((one) => one.age >= 40 && one.age <= 65 && !one.flags.includes('floating'));
  const dwellers = new Map(plans.map(({ household }) => [household.premises, household.id] as const));
  return flats.flatMap((flat, number) => {
    const adults = grown.get(dwellers.get(flat.id) ?? '') ?? [];
    const owners =
      adults.length > 0 ? adults.slice(0, adults.length > 1 && random.chance(0.35) ? 2 : 1) : [random.pick(landlords)];
    // couples mostly own together, some in shares
    const isShared = owners.length === 2 && number % 9 === 0;
    return owners.map(({ id }, index) => ({
      id: idFromName(`owner:${flat.id}:${id}`),
      premises: flat.id,
      person: id,
      share: isShared ? { numerator: index === 0 ? 2 : 1, denominator: 3 } : null,
      from: '2013-05-01',
      to: null,
    }));
  });
}

function withColours(plans: readonly HouseholdPlan[], residents: readonly Resident[]): LiminWorld['households'] {
  const families = Map.groupBy(residents, (one) => one.household);
  const needs = plans.map(({ household }) => {
    const family = families.get(household.id) ?? [];
    return {
      household: household.id,
      oldest: Math.max(...family.map((one) => one.age)),
      alone: family.length === 1,
      disabled: family.filter((one) => one.flags.includes('disabled')).length,
      poor: family.some((one) => one.flags.includes('unemployed')),
    };
  });
  const colours = colourClasses(needs, COLOUR_NUMBERS);
  return plans.map(({ household }) => ({ ...household, colour: colours.get(household.id) ?? 'green' }));
}

function asRecord({ age: _age, part: _part, ...record }: Resident): NewPerson {
  return record;
}

/** One flat whose papers are lost: its area has to be found out before the owners vote. */
const WITHOUT_AREA = 23;

function premisesOf({ label: _label, ...record }: Flat, index: number): NewPremises {
  if (index === WITHOUT_AREA) return { ...record, area: null };
  return { ...record, areaSource: index % 7 === 0 ? 'survey' : 'deed' };
}

/** Every twentieth household has named its delegate, on a slip that its adults signed. */
function delegates(residents: readonly Resident[]): NewDelegate[] {
  const families = Map.groupBy(
    residents.filter((one) => one.age >= 18 && one.household !== null),
    (one) => one.household,
  );
  return [...families.values()]
    .filter((family) => family.length >= 2)
    .filter((_, index) => index % 20 === 0)
    .flatMap(([eldest], index): NewDelegate[] => {
      const household = eldest?.household;
      if (eldest === undefined || household === null || household === undefined) return [];
      const id = idFromName(`delegate:${household}`);
      return [{ id, household, person: eldest.id, slip: `2024-${String(index + 1)}`, from: '2024-03-01', to: null }];
    });
}

/** Builds the demo world. Always the same; takes a few tens of milliseconds. */
export function liminWorld(): LiminWorld {
  const flats = liminFlats();
  const plans = liminHouseholds(flats);
  const residents = settleDemoPeople(liminResidents(plans));
  const staff = liminStaff();
  const relative = { person: demoPeople.resident.id, agent: demoPeople.relative.id };
  return {
    units: liminUnits(),
    premises: flats.map(premisesOf),
    households: withColours(plans, residents),
    people: [...residents.map(asRecord), ...demoStaff(), ...staff.people],
    ownerships: ownerships(flats, plans, residents),
    offices: [...residentOffices(residents, staff.offices), ...staff.offices],
    authorisations: [{ id: idFromName('authorisation:resident:relative'), ...relative, from: SINCE, to: null }],
    delegates: delegates(residents),
    matters: liminMatters(),
    duties: liminDuties(),
  };
}
