import { idFromName } from '#libs/registry';
import type { ColourClass, NewHousehold, NewPremises } from '#libs/registry';

import { randomOf } from '../random.js';
import { FLOORS, HOUSEHOLD_SHAPES, LIMIN_FIGURES } from './limin.figures.js';
import { BUILDINGS, groupOf, unitId } from './limin.units.js';

/** Areas of the usual flats in 0.01 m²: two flats to a landing, a little different from building to building. */
const FLAT_AREAS = [4862, 5230, 5678, 6185, 6742, 7318, 7955, 8640] as const;

/** A flat and what people call it. */
export interface Flat extends NewPremises {
  label: string;
}

function flatsOfStairwell(code: string, building: string, areas: readonly number[]): Flat[] {
  const stairwell = code.slice(code.lastIndexOf('s') + 1);
  return Array.from({ length: FLOORS * 2 }, (_, index): Flat => {
    const floor = Math.floor(index / 2) + 1;
    const number = `${String(floor)}0${String((index % 2) + 1)}`;
    return {
      id: idFromName(`flat:${code}-${number}`),
      building: unitId(building),
      stairwell: unitId(code),
      number: `${stairwell}-${number}`,
      floor,
      area: areas[index % 2] ?? FLAT_AREAS[0],
      use: 'dwelling',
      label: `${stairwell}单元${number}`,
    };
  });
}

/** Every flat of the 61 buildings. */
export function liminFlats(): Flat[] {
  const random = randomOf('limin:flats');
  return BUILDINGS.flatMap(({ code, stairwells }) => {
    const areas = [random.pick(FLAT_AREAS), random.pick(FLAT_AREAS)].map((area) => area + random.int(0, 60));
    return stairwells.flatMap((stairwell) => flatsOfStairwell(stairwell, code, areas));
  });
}

/** A household before it has people: how many of which age. */
export interface HouseholdPlan {
  household: NewHousehold;
  elders: number;
  adults: number;
  children: number;
  /** Registered elsewhere and renting (流动人口). */
  floating: boolean;
}

interface Shape {
  elders: number;
  adults: number;
  children: number;
}

const sizeOf = (shape: Shape): number => shape.elders + shape.adults + shape.children;

/** Which households are of people registered elsewhere: families without elders, up to the published number of people. */
function floatingOnes(shapes: readonly Shape[]): Set<number> {
  const chosen = new Set<number>();
  const order = randomOf('limin:floating').shuffled(shapes.map((shape, index) => ({ ...shape, index })));
  let left: number = LIMIN_FIGURES.floating;
  for (const shape of order) {
    if (shape.elders > 0 || sizeOf(shape) > left) continue;
    chosen.add(shape.index);
    left -= sizeOf(shape);
    if (left === 0) return chosen;
  }
  throw new Error('the number of people registered elsewhere cannot be reached');
}

/** The 2,261 households, each in a flat; the remaining flats stand empty. */
export function liminHouseholds(flats: readonly Flat[]): HouseholdPlan[] {
  const random = randomOf('limin:households');
  const inhabited = random.shuffled(flats).slice(0, LIMIN_FIGURES.households);
  const shapes = random.shuffled(
    HOUSEHOLD_SHAPES.flatMap(({ count, ...shape }) => Array.from({ length: count }, (): Shape => shape)),
  );
  const floating = floatingOnes(shapes);
  const groups = new Map(BUILDINGS.map(({ code, number }) => [unitId(code), unitId(groupOf(number))]));
  return inhabited.map((flat, index): HouseholdPlan => {
    const shape = shapes[index] ?? { elders: 0, adults: 1, children: 0 };
    const household: NewHousehold = {
      id: idFromName(`household:${flat.id}`),
      building: flat.building,
      stairwell: flat.stairwell ?? flat.building,
      premises: flat.id,
      flat: flat.label,
      colour: 'green',
      group: groups.get(flat.building) ?? null,
    };
    return { household, ...shape, floating: floating.has(index) };
  });
}

/** What speaks for visiting a household more often. */
export interface Need {
  household: string;
  oldest: number;
  alone: boolean;
  disabled: number;
  poor: boolean;
}

function weightOf(need: Need): number {
  const age = need.oldest >= 85 ? 4 : need.oldest >= 78 ? 3 : need.oldest >= 70 ? 1 : 0;
  return age + (need.alone && need.oldest >= 60 ? 3 : 0) + need.disabled * 4 + (need.poor ? 3 : 0);
}

/** Colour classes: those with the strongest need get the strongest colour, as many as the figures say. */
export function colourClasses(
  needs: readonly Need[],
  numbers: Record<Exclude<ColourClass, 'green'>, number>,
): Map<string, ColourClass> {
  const order = [...needs].sort((a, b) => weightOf(b) - weightOf(a) || a.household.localeCompare(b.household));
  const colours = (Object.keys(numbers) as (keyof typeof numbers)[]).flatMap((colour) =>
    Array.from({ length: numbers[colour] }, () => colour),
  );
  return new Map(order.map(({ household }, index) => [household, colours[index] ?? 'green']));
}
