import { describe, expect, it } from '@jest/globals';

import { cellStates, percentOf } from './ballot-grid.rules.js';

const entry = (code: string, flats: string[], marks: { removed?: boolean; contested?: boolean } = {}): never =>
  ({ entry: code, premises: flats, removed: false, contested: false, ...marks }) as never;

describe('The grid of a building', () => {
  const roll = [
    entry('A', ['101', '102']),
    entry('B', ['201']),
    entry('C', ['301'], { contested: true }),
    entry('D', ['401'], { removed: true }),
  ];
  const states = cellStates(roll, new Set(['A', 'C']));

  it('shows an owner of two flats at both', () => {
    expect([states.get('101'), states.get('102')]).toEqual(['waiting', 'waiting']);
  });

  it('takes whoever is on no list of doors for one who has voted', () => {
    expect(states.get('201')).toBe('voted');
  });

  it('shows a dispute and a unit off the roll before anything else', () => {
    expect([states.get('301'), states.get('401'), states.get('501')]).toEqual(['contested', 'removed', undefined]);
  });
});

describe('Turnout in percent', () => {
  it('is full only when everybody has voted', () => {
    expect([percentOf(999, 1000), percentOf(3, 3), percentOf(0, 0)]).toEqual([99, 100, 0]);
  });
});
