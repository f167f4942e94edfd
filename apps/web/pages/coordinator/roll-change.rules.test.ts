import { describe, expect, test } from '@jest/globals';

import { areaOf, basesOf, bodyOf, NOTHING_PROPOSED, type Proposed } from './roll-change.rules.js';

const missing: Proposed = {
  ...NOTHING_PROPOSED,
  ground: 'correction',
  building: 'b9',
  flat: 'b9-301',
  area: '86.5',
  people: ['wang'],
  reason: ' 产权证在手，名册漏登 ',
};

describe('a voter who is missing on the roll', () => {
  test('comes with the flat, one head and the area in hundredths of a square metre', () => {
    expect(bodyOf(missing, ['heads', 'area'])).toEqual({
      kind: 'add',
      ground: 'correction',
      reason: '产权证在手，名册漏登',
      casters: ['wang'],
      weights: { heads: 1, area: 8650 },
      building: 'b9',
      premises: ['b9-301'],
    });
  });

  test('has no area where the roll counts heads alone, and a household where it counts households', () => {
    expect(bodyOf({ ...missing, area: '' }, ['heads'])).toMatchObject({ weights: { heads: 1 } });
    expect(bodyOf(missing, ['households'])).toBeNull();
    expect(bodyOf({ ...missing, household: 'h1' }, ['households'])).toMatchObject({
      household: 'h1',
      weights: { households: 1 },
    });
  });

  test.each([
    ['a reason', { reason: ' ' }],
    ['a ground', { ground: null }],
    ['a person', { people: [] }],
    ['an area', { area: '八十' }],
  ])('is not proposed without %s', (_, gap) => {
    expect(bodyOf({ ...missing, ...gap }, ['heads', 'area'])).toBeNull();
  });
});

describe('other changes of a roll', () => {
  test('name the unit they are about', () => {
    const form = { ...missing, entry: 'K7Q2M' };
    expect(bodyOf({ ...form, kind: 'remove' }, [])).toMatchObject({ kind: 'remove', entry: 'K7Q2M' });
    expect(bodyOf({ ...form, kind: 'correct' }, [])).toMatchObject({ entry: 'K7Q2M', casters: ['wang'] });
    expect(bodyOf({ ...form, kind: 'sale' }, [])).toMatchObject({ flat: 'b9-301', buyers: ['wang'] });
    expect(bodyOf({ ...form, kind: 'remove', entry: '' }, [])).toBeNull();
  });
});

test('areas are written as people write them', () => {
  expect(['86.5', '８６', '1e3', ''].map(areaOf)).toEqual([8650, 8600, null, null]);
});

test('a roll weighs what its first unit weighs something in', () => {
  expect(basesOf([{ weights: { heads: 1, area: 5 } }])).toEqual(['heads', 'area']);
  expect(basesOf([])).toEqual(['heads']);
});
