import { idFromName } from '#libs/registry';
import type { NewPerson, PersonFlag } from '#libs/registry';

import { randomOf } from '../random.js';
import type { Random } from '../random.js';
import type { HouseholdPlan } from './limin.households.js';
import { LIMIN_FIGURES, LIMIN_YEAR } from './limin.figures.js';
import { givenName, surname } from './names.js';

/** A resident while being made up. */
export interface Resident extends NewPerson {
  birthYear: number;
  age: number;
  part: 'elder' | 'adult' | 'child';
}

interface Sketch {
  part: Resident['part'];
  gender: 'female' | 'male';
  age: number;
  family: string;
}

function elderAge(random: Random): number {
  const band = random.weighted({ '60': 30, '65': 26, '70': 19, '75': 12, '80': 8, '85': 4, '90': 1 });
  return Number(band) + random.int(0, 4);
}

/** The people of one household: couples of similar age, children young enough for their parents. */
function sketchHousehold(plan: HouseholdPlan, random: Random): Sketch[] {
  const family = surname(random);
  const firstElder = elderAge(random);
  const oldestAdult = plan.elders > 0 ? random.int(35, 50) : random.weighted({ '26': 2, '34': 3, '44': 4, '54': 4 });
  const firstAdult = typeof oldestAdult === 'number' ? oldestAdult : Number(oldestAdult) + random.int(-2, 5);
  const elders = Array.from({ length: plan.elders }, (_, index): Sketch => {
    const gender = plan.elders === 2 ? (index === 0 ? 'male' : 'female') : random.chance(0.7) ? 'female' : 'male';
    const age = index === 0 ? firstElder : Math.max(60, firstElder - random.int(0, 4));
    return { part: 'elder', gender, age, family: index === 0 && gender === 'male' ? family : surname(random) };
  });
  const adults = Array.from({ length: plan.adults }, (_, index): Sketch => {
    const gender = plan.adults === 2 ? (index === 0 ? 'male' : 'female') : random.chance(0.5) ? 'female' : 'male';
    const age = Math.min(59, Math.max(22, index === 0 ? firstAdult : firstAdult - random.int(-1, 4)));
    return { part: 'adult', gender, age, family: index === 0 ? family : surname(random) };
  });
  const eldestPossible = Math.max(1, Math.min(17, (plan.adults > 0 ? firstAdult : 40) - 23));
  const children = Array.from({ length: plan.children }, (): Sketch => {
    return {
      part: 'child',
      gender: random.chance(0.5) ? 'female' : 'male',
      age: random.int(1, eldestPossible),
      family,
    };
  });
  return [...elders, ...adults, ...children];
}

function phoneOf(random: Random): string {
  const prefix = random.pick(['138', '139', '150', '151', '153', '158', '177', '180', '187', '189']);
  // 0000 in the middle: invented numbers that nobody answers
  return `${prefix}0000${String(random.int(0, 9999)).padStart(4, '0')}`;
}

function residentOf(plan: HouseholdPlan, sketch: Sketch, key: { index: number; random: Random }): Resident {
  const { random, index } = key;
  const birthYear = LIMIN_YEAR - sketch.age;
  const alone = plan.elders + plan.adults + plan.children === 1;
  const flags: PersonFlag[] = [];
  if (plan.floating) flags.push('floating');
  if (alone && sketch.part === 'elder') flags.push('livesAlone');
  const noPhone = sketch.part === 'child' ? sketch.age < 12 : sketch.age >= 75 && random.chance(0.25);
  if (noPhone && sketch.part === 'elder') flags.push('noPhone');
  return {
    id: idFromName(`resident:${plan.household.id}:${String(index)}`),
    name: `${sketch.family}${givenName(random, sketch.gender, birthYear)}`,
    gender: sketch.gender,
    birthYear,
    age: sketch.age,
    part: sketch.part,
    phone: noPhone ? null : phoneOf(random),
    unit: plan.household.stairwell,
    household: plan.household.id,
    flags,
  };
}

/** Marks `count` of the candidates, in the given order of preference. */
function flag(residents: readonly Resident[], name: PersonFlag, count: number): void {
  for (const resident of residents.slice(0, count)) resident.flags.push(name);
}

/**
 * Chooses the Party members: mostly elders, and then trades one member for another, a year at a time, until the mean age is
 * exactly the published one.
 */
function choosePartyMembers(residents: readonly Resident[]): Resident[] {
  const random = randomOf('limin:party');
  const eligible = random.shuffled(residents.filter((one) => one.age >= 22 && !one.flags.includes('floating')));
  const elders = eligible.filter((one) => one.part === 'elder' && one.age >= 64).slice(0, 220);
  const younger = eligible.filter((one) => one.part === 'adult').slice(0, LIMIN_FIGURES.partyMembers - 220);
  const members = new Set([...elders, ...younger]);
  const wanted = LIMIN_FIGURES.partyMembers * LIMIN_FIGURES.partyMeanAge;
  let sum = [...members].reduce((total, one) => total + one.age, 0);
  for (const member of [...members]) {
    const gap = wanted - sum;
    if (gap === 0) break;
    const step = Math.max(-15, Math.min(15, gap));
    const other = eligible.find((one) => !members.has(one) && one.age === member.age + step);
    if (!other) continue;
    members.delete(member);
    members.add(other);
    sum += step;
  }
  if (sum !== wanted) throw new Error('the mean age of Party members cannot be reached');
  return [...members];
}

/** The 4,389 residents of the households, with exactly the published numbers of each kind. */
export function liminResidents(plans: readonly HouseholdPlan[]): Resident[] {
  const random = randomOf('limin:residents');
  const residents = plans.flatMap((plan) =>
    sketchHousehold(plan, random).map((sketch, index) => residentOf(plan, sketch, { index, random })),
  );
  const settled = residents.filter((one) => !one.flags.includes('floating'));
  for (const member of choosePartyMembers(residents)) member.flags.push('partyMember');
  const byAge = random.shuffled(settled).sort((a, b) => Number(b.age >= 60) - Number(a.age >= 60));
  flag(
    byAge.filter((one) => one.age >= 55),
    'retired',
    LIMIN_FIGURES.retired,
  );
  flag(random.shuffled(settled.filter((one) => one.age >= 30 && one.age < 55)), 'unemployed', LIMIN_FIGURES.unemployed);
  const disabled = random.shuffled(settled.filter((one) => one.age >= 18));
  flag(disabled, 'disabled', LIMIN_FIGURES.disabled);
  return residents;
}
