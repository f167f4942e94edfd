import { describe, expect, test } from '@jest/globals';

import { drawn, measured, squareMetres } from './premises.rules.js';

const flat = (number: string, stairwell: string | null, area: number | null = 7318) => ({
  ...{ id: number, number, stairwell, area, use: 'dwelling' },
});
const FLOORS = [
  { floor: 1, flats: [flat('102', 's1'), flat('101', 's1', null), flat('1', null), flat('1001', 's10')] },
  { floor: 2, flats: [flat('201', 's1')] },
];

describe('a building as it is drawn', () => {
  const grid = drawn(FLOORS, (id) => id);
  test('has its top floor first and stairwell 10 after stairwell 1, shops without a stairwell last', () => {
    expect(grid.floors.map(({ floor }) => floor)).toEqual([2, 1]);
    expect(grid.stairwells).toEqual(['s1', 's10', null]);
  });
  test('has every flat once, in order of numbers', () => {
    expect(grid.floors.at(-1)?.cells.map((cell) => cell.map(({ number }) => number))).toEqual([
      ['101', '102'],
      ['1001'],
      ['1'],
    ]);
  });
  test('adds up the areas that are known, exactly', () => {
    expect(measured(FLOORS)).toEqual({ flats: 5, known: 4, area: 29_272 });
    expect(squareMetres(7318)).toBe('73.18');
  });
});
