import { describe, expect, test } from '@jest/globals';

import { Worker } from './worker.js';

/** An outbox with some rows, and clocks that are never due. */
function world(rows: number) {
  const seen = { taken: 0, failures: 0, isFailing: false };
  const worker = new Worker({
    cases: { fireDue: () => Promise.resolve(0), nextDue: () => Promise.resolve(null) },
    outbox: {
      runOnce: () => {
        if (seen.isFailing) return Promise.reject(new Error('connection lost'));
        const taken = Math.min(2, rows - seen.taken);
        seen.taken += taken;
        return Promise.resolve(taken);
      },
      next: () => Promise.resolve(null),
    },
    now: () => 0,
    onError: () => {
      seen.failures += 1;
    },
  });
  return { worker, seen, add: (more: number) => (rows += more) };
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('a worker', () => {
  test('carries out everything there is, batch after batch', async () => {
    const { worker, seen } = world(5);
    worker.start();
    await aMoment();
    await worker.stop();
    expect(seen.taken).toBe(5);
  });

  test('sleeps when there is nothing to do, and wakes when it is told', async () => {
    const { worker, seen, add } = world(1);
    worker.start();
    await aMoment();
    add(3);
    await aMoment();
    expect(seen.taken).toBe(1);
    worker.wake();
    await aMoment();
    expect(seen.taken).toBe(4);
    await worker.stop();
  });

  test('does not ask without a pause for what is due and in another worker’s hand', async () => {
    let asked = 0;
    const worker = new Worker({
      cases: {
        fireDue: () => {
          asked += 1;
          return Promise.resolve(0);
        },
        nextDue: () => Promise.resolve('2026-03-02T01:00:00.000Z'),
      },
      outbox: { runOnce: () => Promise.resolve(0), next: () => Promise.resolve(null) },
      now: () => Date.parse('2026-03-02T01:00:01.000Z'),
      onError: () => undefined,
    });
    worker.start();
    await aMoment();
    await worker.stop();
    expect(asked).toBeLessThan(4);
    expect(asked).toBeGreaterThan(0);
  });

  test('survives a failure and stops when it is asked to', async () => {
    const { worker, seen } = world(1);
    seen.isFailing = true;
    worker.start();
    await aMoment();
    expect(seen.failures).toBe(1);
    await worker.stop();
    expect(seen.taken).toBe(0);
  });
});
