import { describe, expect, test } from '@jest/globals';

import { COLOUR_NUMBERS, LIMIN_FIGURES, LIMIN_YEAR } from './limin.figures.js';
import { BODY_SIZES } from './limin.offices.js';
import { unitId } from './limin.units.js';
import { liminWorld } from './limin.world.js';
import { demoPeople } from './demo-people.js';

const world = liminWorld();
const residents = world.people.filter((one) => one.household !== null);
const age = (one: { birthYear: number | null }): number => LIMIN_YEAR - (one.birthYear ?? LIMIN_YEAR);
const withFlag = (name: string) => residents.filter((one) => one.flags.some((flag) => flag === name));
const holders = (role: string) => new Set(world.offices.filter((one) => one.role === role).map((one) => one.person));

describe('the Limin community has the published numbers', () => {
  test.each([
    ['buildings', world.units.filter((one) => one.code.startsWith('limin-b') && one.kind === 'building').length],
    ['grids', world.units.filter((one) => one.code.startsWith('limin-g') && one.kind === 'grid').length],
    ['households', world.households.length],
    ['residents', residents.length],
    ['aged60', residents.filter((one) => age(one) >= 60).length],
    ['partyMembers', withFlag('partyMember').length],
    ['disabled', withFlag('disabled').length],
    ['floating', withFlag('floating').length],
    ['retired', withFlag('retired').length],
    ['unemployed', withFlag('unemployed').length],
  ] as const)('%s', (figure, count) => {
    expect(count).toBe(LIMIN_FIGURES[figure]);
  });
  test('the mean age of Party members is 69', () => {
    const members = withFlag('partyMember');
    expect(members.reduce((sum, one) => sum + age(one), 0) / members.length).toBe(LIMIN_FIGURES.partyMeanAge);
  });
  test('households of every colour class', () => {
    const counts = Object.fromEntries(
      Object.keys(COLOUR_NUMBERS).map((colour) => [
        colour,
        world.households.filter((one) => one.colour === colour).length,
      ]),
    );
    expect(counts).toEqual(COLOUR_NUMBERS);
  });
});

describe('the demo world holds together', () => {
  test('it is the same every time', () => {
    expect(JSON.stringify(liminWorld()) === JSON.stringify(world)).toBe(true);
  });
  test('no id and no code is given twice', () => {
    for (const rows of [world.units, world.people, world.households, world.premises, world.ownerships, world.offices]) {
      expect(new Set(rows.map((one) => one.id)).size).toBe(rows.length);
    }
    expect(new Set(world.units.map((one) => one.code)).size).toBe(world.units.length);
  });
  test('everybody, every flat and every office points at something that exists', () => {
    const units = new Set(world.units.map((one) => one.id));
    const people = new Set(world.people.map((one) => one.id));
    const households = new Set(world.households.map((one) => one.id));
    expect(world.people.filter((one) => !units.has(one.unit))).toEqual([]);
    expect(residents.filter((one) => !households.has(one.household ?? ''))).toEqual([]);
    expect(world.offices.filter((one) => !units.has(one.unit) || !people.has(one.person))).toEqual([]);
    expect(world.ownerships.filter((one) => !people.has(one.person))).toEqual([]);
  });
  test('every flat has an owner and every household lives in a flat of its own', () => {
    expect(new Set(world.ownerships.map((one) => one.premises)).size).toBe(world.premises.length);
    expect(new Set(world.households.map((one) => one.premises)).size).toBe(world.households.length);
  });
  test('the bodies of the committee are complete', () => {
    const sizes = Object.fromEntries(Object.keys(BODY_SIZES).map((role) => [role, holders(role).size]));
    expect(sizes).toEqual(BODY_SIZES);
    expect(holders('representative').size).toBe(LIMIN_FIGURES.buildings);
    expect(holders('stairwellLeader').size).toBe(world.units.filter((one) => one.kind === 'stairwell').length);
  });
  test('the demo people hold no office a visitor is not told of', () => {
    const units = new Map(world.units.map((one) => [one.id, one.code]));
    for (const person of Object.values(demoPeople)) {
      const held = world.offices.filter((one) => one.person === person.id && one.role !== 'branchMember');
      const told = person.offices.map(([role, unit]) => `${role}@${unit}`);
      expect(held.map((one) => `${one.role}@${units.get(one.unit) ?? ''}`).sort()).toEqual(told.sort());
    }
  });
  test('the demo people are in it, with their age and offices', () => {
    const people = new Map(world.people.map((one) => [one.id, one]));
    for (const person of Object.values(demoPeople)) {
      expect(people.get(person.id)).toMatchObject({
        name: person.name,
        gender: person.gender,
        birthYear: LIMIN_YEAR - person.age,
      });
      for (const [role, unit] of person.offices) {
        expect(world.offices).toContainEqual(expect.objectContaining({ person: person.id, role, unit: unitId(unit) }));
      }
    }
  });
  test('representatives stand for residents’ groups, and every group has one', () => {
    const groups = new Set(world.units.filter((one) => one.kind === 'group').map((one) => one.id));
    const stoodFor = world.offices.flatMap(({ role, constituency }) =>
      role === 'representative' && typeof constituency === 'string' ? [constituency] : [],
    );
    expect(new Set(stoodFor)).toEqual(groups);
    expect(world.households.filter(({ group }) => !groups.has(group ?? ''))).toEqual([]);
  });
  test('every matter of the catalogue has words in both languages, and a duty at least to maintain', () => {
    expect(world.matters.filter(({ name }) => name.en === name.zh)).toEqual([]);
    const maintained = new Set(world.duties.filter(({ duty }) => duty === 'maintain').map(({ matter }) => matter));
    expect(world.matters.filter(({ id }) => !maintained.has(id))).toEqual([]);
  });
});
