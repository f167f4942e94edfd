import { describe, expect, test } from '@jest/globals';

import { aboveOf, childrenOf, openedAtFirst } from './tree.rules.js';

const unit = (id: string, parent: string | null, kind: string) => ({ id, parent, kind, name: id, code: id, to: null });
const UNITS = [
  unit('limin', 'city', 'community'),
  unit('b10', 'limin', 'building'),
  unit('b2', 'limin', 'building'),
  unit('council', 'limin', 'body'),
  unit('s1', 'b2', 'stairwell'),
];

describe('the tree of units', () => {
  test('begins with what nothing known stands above', () => {
    expect(childrenOf(UNITS).get(null)).toEqual([UNITS[0]]);
  });
  test('orders by number and puts places before assemblies', () => {
    expect(
      childrenOf(UNITS)
        .get('limin')
        ?.map(({ id }) => id),
    ).toEqual(['b2', 'b10', 'council']);
  });
  test('knows what stands above a unit', () => {
    expect(aboveOf(UNITS, 's1').map(({ id }) => id)).toEqual(['limin', 'b2']);
  });
  test('is open at first as far as it can be overlooked, and always one level', () => {
    expect([...openedAtFirst(childrenOf(UNITS), 4)]).toEqual(['limin']);
    expect([...openedAtFirst(childrenOf(UNITS), 1)]).toEqual(['limin']);
    expect([...openedAtFirst(childrenOf(UNITS), 9)]).toEqual(['limin', 'b2']);
  });
});
