import { describe, expect, test } from '@jest/globals';

import {
  around,
  innermost,
  isWithin,
  nextTowards,
  standingAt,
  staysIn,
  viewOn,
  visitedUntil,
  zoomed,
} from './chart.rules.js';

const path = [
  { seq: 1, at: '', states: ['say', 'say.sorting'] },
  { seq: 3, at: '', states: ['act'] },
  { seq: 6, at: '', states: ['say', 'say.sorting'] },
];
const boxes = [
  { id: 'say', parent: null },
  { id: 'say.sorting', parent: 'say' },
  { id: 'act', parent: null },
];

describe('the way of a case', () => {
  test('stands where the last entry that moved it left it', () => {
    expect(standingAt(path, 5)?.states).toEqual(['act']);
    expect(standingAt(path, 0)).toBeUndefined();
  });
  test('lights only what it had reached by then', () => {
    expect([...visitedUntil(path, 2)]).toEqual(['say', 'say.sorting']);
    expect(visitedUntil(path, 3).has('act')).toBe(true);
  });
  test('comes back to a state as another stay', () => {
    expect(staysIn(path, 'say', 9)).toEqual([
      { from: 1, to: 3 },
      { from: 6, to: null },
    ]);
    expect(staysIn(path, 'act', 4)).toEqual([{ from: 3, to: null }]);
  });
  test('counts to a stay what led there, what happened there and what led away', () => {
    const stays = staysIn(path, 'act', 9);
    expect([2, 3, 5, 6, 7].map((seq) => isWithin(stays, seq))).toEqual([false, true, true, true, false]);
  });
  test('is where its innermost states are', () => {
    expect(innermost(boxes, ['say', 'say.sorting'])).toEqual(['say.sorting']);
    expect(around(boxes, 'say.sorting')).toEqual(['say']);
  });
});

describe('moving over a chart', () => {
  const places = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 100, y: 10 }],
    ['c', { x: 40, y: 90 }],
  ]);
  test('goes to the nearest box in the direction of the key', () => {
    expect(nextTowards(places, 'a', 'ArrowRight')).toBe('b');
    expect(nextTowards(places, 'a', 'ArrowDown')).toBe('c');
    expect(nextTowards(places, 'a', 'ArrowUp')).toBeUndefined();
  });
  test('zooms around the point that is pointed at', () => {
    const whole = { x: 0, y: 0, width: 1000, height: 1000 };
    const near = zoomed({ x: 0, y: 0, width: 400, height: 400 }, whole, { factor: 2, at: { x: 100, y: 100 } });
    expect(near).toEqual({ x: 50, y: 50, width: 200, height: 200 });
    expect(zoomed(near, whole, { factor: 100 }).width).toBe(120);
  });
  test('shows one place at a size that can be read, and several together', () => {
    const frame = { width: 400, height: 200 };
    expect(viewOn([{ x: 50, y: 50 }], frame, 400)).toEqual({ x: -150, y: -50, width: 400, height: 200 });
    const both = viewOn(
      [
        { x: 0, y: 0 },
        { x: 900, y: 0 },
      ],
      frame,
      400,
    );
    expect(both.width).toBeGreaterThan(900);
  });
});
