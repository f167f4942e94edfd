import { AsyncLocalStorage } from 'node:async_hooks';

import { describe, expect, test } from '@jest/globals';

import { Batcher, QueryError } from './index.js';

/** A database that answers when it is told to, and remembers what it was asked. */
function slow() {
  const batches: number[][] = [];
  const releases: (() => void)[] = [];
  return {
    batches,
    async carryOut(items: readonly number[]): Promise<number[]> {
      batches.push([...items]);
      await new Promise<void>((resolve) => releases.push(resolve));
      return items.map((item) => item * 10);
    },
    async release(): Promise<void> {
      for (const tell of releases.splice(0)) tell();
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('a batcher', () => {
  test('puts what arrives while a batch is under way into the next one, in order, and answers each its own', async () => {
    const database = slow();
    const batcher = new Batcher({ most: 3, carryOut: (items: readonly number[]) => database.carryOut(items) });
    const first = batcher.add(1);
    await database.release();
    const others = [2, 3, 4, 5].map((item) => batcher.add(item));
    expect(batcher.waiting()).toBe(4);
    for (let turn = 0; turn < 3; turn += 1) await database.release();
    expect(await Promise.all([first, ...others])).toEqual([10, 20, 30, 40, 50]);
    expect(database.batches).toEqual([[1], [2, 3, 4], [5]]);
  });

  test('what has arrived at the same time shares the first batch', async () => {
    const database = slow();
    const batcher = new Batcher({ most: 10, carryOut: (items: readonly number[]) => database.carryOut(items) });
    const all = Promise.all([1, 2, 3].map((item) => batcher.add(item)));
    for (let turn = 0; turn < 2; turn += 1) await database.release();
    expect(await all).toEqual([10, 20, 30]);
    expect(database.batches).toEqual([[1, 2, 3]]);
  });

  test('items with the same key are never under way together, not even in two lanes, and others overtake them', async () => {
    const database = slow();
    const batcher = new Batcher({
      most: 10,
      lanes: 2,
      keyOf: (item: number) => String(item % 2),
      carryOut: (items: readonly number[]) => database.carryOut(items),
    });
    const all = Promise.all([1, 3, 2, 5].map((item) => batcher.add(item)));
    for (let turn = 0; turn < 4; turn += 1) await database.release();
    expect(await all).toEqual([10, 30, 20, 50]);
    expect(database.batches).toEqual([[1, 2], [3], [5]]);
  });

  test('an item that fails does not take its companions with it', async () => {
    const batcher = new Batcher({
      most: 10,
      async carryOut(items: readonly number[]) {
        await Promise.resolve();
        if (items.includes(2)) throw new Error('two is not possible');
        return items.map((item) => item * 10);
      },
    });
    const answers = await Promise.allSettled([1, 2, 3].map((item) => batcher.add(item)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('a lost connection is told to all at once, without asking for each', async () => {
    let asked = 0;
    const batcher = new Batcher({
      most: 10,
      async carryOut(): Promise<number[]> {
        await Promise.resolve();
        asked += 1;
        throw new QueryError('database.connection_lost', { sql: 'select', cause: undefined });
      },
    });
    const answers = await Promise.allSettled([1, 2, 3].map((item) => batcher.add(item)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(asked).toBe(1);
  });

  test('a batch does not run in the context of the one who started it', async () => {
    const context = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const batcher = new Batcher({
      most: 10,
      async carryOut(items: readonly number[]) {
        await Promise.resolve();
        seen.push(context.getStore());
        return items;
      },
    });
    await context.run('somebody', () => batcher.add(1));
    expect(seen).toEqual([undefined]);
  });

  test('is idle when everything has been answered', async () => {
    const database = slow();
    const batcher = new Batcher({ most: 1, carryOut: (items: readonly number[]) => database.carryOut(items) });
    await batcher.whenIdle();
    const both = [batcher.add(1), batcher.add(2)];
    let isIdle = false;
    const idle = batcher.whenIdle().then(() => (isIdle = true));
    await database.release();
    await database.release();
    expect(isIdle).toBe(false);
    await database.release();
    await Promise.all([...both, idle]);
    expect(isIdle).toBe(true);
  });
});
