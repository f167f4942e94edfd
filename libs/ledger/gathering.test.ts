import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';

import { Gathering } from './gathering.js';

let handedOver: string[][] = [];
let gathering: Gathering;

beforeEach(() => {
  jest.useFakeTimers();
  handedOver = [];
  gathering = new Gathering((ids) => {
    handedOver.push(ids);
    return Promise.resolve();
  });
});
afterEach(() => {
  jest.useRealTimers();
});

/** So many others come within a second, a few at a time. */
async function comes(count: number, name: string): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    gathering.add(`${name}-${String(n)}`);
    if (n % (count / 10) === 0) await jest.advanceTimersByTimeAsync(100);
  }
}

describe('cases that have changed', () => {
  test('are handed over together after a moment, each once', async () => {
    for (const id of ['a', 'b', 'a']) gathering.add(id);
    expect(handedOver).toEqual([]);
    await jest.advanceTimersByTimeAsync(250);
    expect(handedOver).toEqual([['a', 'b']]);
    gathering.add('a');
    await jest.advanceTimersByTimeAsync(250);
    expect(handedOver).toEqual([['a', 'b'], ['a']]);
  });

  test('are not held back by a few that keep coming', async () => {
    await comes(20, 'few');
    expect(handedOver.length).toBeGreaterThan(2);
  });

  test('wait for the end of a flood', async () => {
    gathering.add('first');
    for (let second = 0; second < 5; second += 1) await comes(6_000, String(second));
    expect(handedOver).toEqual([]);
    await jest.advanceTimersByTimeAsync(500);
    expect(handedOver.map(({ length }) => length)).toEqual([30_001]);
  });

  test('wait a minute at most for the end of a flood', async () => {
    for (let second = 0; second < 70; second += 1) await comes(6_000, String(second));
    expect(handedOver).toHaveLength(1);
  });

  test('are not handed over once their keeper is closed', async () => {
    gathering.add('late');
    await gathering.close();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(handedOver).toEqual([]);
  });
});
