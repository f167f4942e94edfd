import { describe, expect, test } from '@jest/globals';

import { placesOfWork } from './my-unit.rules.js';

const COLLECTORS = { unit: 'collectors', unitName: '民情收集团' };
const LIMIN = { unit: 'limin', unitName: '利民社区' };
const GRID = { unit: 'g1', unitName: '第一网格' };
const gridLeader = [
  { role: 'collector', ...COLLECTORS, held: 'office' },
  { role: 'collector', ...LIMIN, held: 'body' },
  { role: 'gridLeader', ...GRID, held: 'office' },
  { role: 'resident', ...LIMIN, held: 'residence' },
];

describe('where somebody works', () => {
  test('a seat in a body counts at the place the body serves, not in the body', () => {
    expect(placesOfWork(gridLeader)).toEqual([
      { id: 'limin', name: '利民社区' },
      { id: 'g1', name: '第一网格' },
    ]);
  });

  test('work that comes with an office is at the place of that office only', () => {
    expect(placesOfWork(gridLeader, ['gridMember', 'gridLeader'])).toEqual([{ id: 'g1', name: '第一网格' }]);
  });

  test('whoever just lives there works nowhere', () => {
    expect(placesOfWork([{ role: 'resident', ...LIMIN, held: 'residence' }])).toEqual([]);
  });
});
