import { describe, expect, test } from '@jest/globals';

import { actionOf, isDeskKey, oneByOne, opensForm, rowAfter, rowOf, stillThere, queueOf } from './desk.rules.js';

const pressed = { hasModifier: false, isElsewhere: false };

describe('keys of the desk', () => {
  test('a letter stands for its act, in either case', () => {
    expect(actionOf({ ...pressed, key: 'a' })).toBe('accept');
    expect(actionOf({ ...pressed, key: 'R' })).toBe('returnTask');
    expect(actionOf({ ...pressed, key: '?' })).toBe('help');
  });

  test('nothing happens while somebody types, with a modifier, or for other keys', () => {
    expect(actionOf({ ...pressed, key: 'a', isElsewhere: true })).toBeNull();
    expect(actionOf({ ...pressed, key: 'a', hasModifier: true })).toBeNull();
    expect(actionOf({ ...pressed, key: 'Enter' })).toBeNull();
    expect(actionOf({ ...pressed, key: 'q' })).toBeNull();
  });

  test('a key means a row when it acts on it, moves from it or selects it; Ctrl + A means all rows', () => {
    for (const key of ['a', 'r', 'j', 'ArrowDown', ' ']) expect(isDeskKey({ ...pressed, key })).toBe(true);
    expect(isDeskKey({ ...pressed, key: 'a', hasModifier: true })).toBe(true);
    expect(isDeskKey({ ...pressed, key: 'r', hasModifier: true })).toBe(false);
    expect(isDeskKey({ ...pressed, key: 'a', isElsewhere: true })).toBe(false);
    expect(isDeskKey({ ...pressed, key: 'Tab' })).toBe(false);
  });

  test('accepting needs no form, returning does', () => {
    expect(opensForm('accept')).toBe(false);
    expect(opensForm('returnTask')).toBe(true);
  });
});

describe('rows that go', () => {
  test('a row that moved within the list is found where it is now', () => {
    expect(rowOf('b', [{ id: 'a' }, { id: 'b' }])).toBe(1);
    expect(rowOf('c', [{ id: 'a' }])).toBeNull();
  });

  test('the focus stays at its place, and at the end on the last row', () => {
    expect(rowAfter(3, 10)).toBe(3);
    expect(rowAfter(9, 5)).toBe(4);
    expect(rowAfter(0, 0)).toBeNull();
  });

  test('what left the queue is selected no more', () => {
    expect([...stillThere(new Set(['a', 'b']), ['b', 'c'])]).toEqual(['b']);
    const same = new Set(['b']);
    expect(stillThere(same, ['b'])).toBe(same);
  });
});

test('one refusal among many stops nothing and is told with its reason', async () => {
  const steps: number[] = [];
  const outcome = await oneByOne(
    ['1', '2', '3'],
    (id) => (id === '2' ? Promise.reject(new Error('too late')) : Promise.resolve()),
    {
      onStep: ({ done, failed }) => steps.push(done.length + failed.length),
      reasonOf: (error) => (error instanceof Error ? error.message : ''),
    },
  );
  expect(outcome).toEqual({ done: ['1', '3'], failed: [{ id: '2', why: 'too late' }] });
  expect(steps).toEqual([1, 2, 3]);
});

test('a digit leads to the queue with its number, unless it is typed into something', () => {
  const queues = ['toAccept', 'toAssign', 'underWay'];
  const press = { key: '3', hasModifier: false, isElsewhere: false };
  expect(queueOf(press, queues)).toBe('underWay');
  expect(queueOf({ ...press, key: '4' }, queues)).toBeNull();
  expect(queueOf({ ...press, key: 'a' }, queues)).toBeNull();
  expect(queueOf({ ...press, isElsewhere: true }, queues)).toBeNull();
  expect(queueOf({ ...press, hasModifier: true }, queues)).toBeNull();
});
