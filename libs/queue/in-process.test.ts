import { describe, expect, jest, test } from '@jest/globals';
import { openQueue } from './index.js';
import type { Wake } from './index.js';
import { SYSTEM_CLOCK } from './contract-clock.js';
import { queueContract, RecordedLog } from './queue.contract.fixture.js';

describe('the queue in one process', () => {
  queueContract({
    isShared: false,
    open: (log) => openQueue({ kind: 'memory', log, clock: SYSTEM_CLOCK }),
  });

  test('waits out forty days in steps and fires on the day', async () => {
    jest.useFakeTimers({ now: new Date('2026-01-01T00:00:00.000Z') });
    try {
      const queue = openQueue({ kind: 'memory', log: new RecordedLog(), clock: SYSTEM_CLOCK });
      const seen: Wake[] = [];
      await queue.onWake((wake) => {
        seen.push(wake);
        return Promise.resolve();
      });
      await queue.wake({ kind: 'clock', caseId: 'A', at: '2026-02-10T00:00:00.000Z' });
      await jest.advanceTimersByTimeAsync(40 * 86_400_000 - 1);
      expect(seen).toEqual([]);
      await jest.advanceTimersByTimeAsync(10);
      expect(seen).toHaveLength(1);
      await queue.close();
    } finally {
      jest.useRealTimers();
    }
  });

  test('never runs more handlers at once than it may', async () => {
    const queue = openQueue({ kind: 'memory', log: new RecordedLog(), clock: SYSTEM_CLOCK, concurrency: 2 });
    let running = 0;
    let most = 0;
    let done = 0;
    await queue.onWake(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      done += 1;
    });
    for (let number = 0; number < 10; number += 1) await queue.wake({ kind: 'outbox', caseId: String(number) });
    while (done < 10) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(most).toBe(2);
    await queue.close();
  });

  test('logs a wake at no instant instead of failing the act that gave it', async () => {
    const log = new RecordedLog();
    const queue = openQueue({ kind: 'memory', log, clock: SYSTEM_CLOCK });
    await queue.wake({ kind: 'clock', caseId: 'A', at: 'tomorrow' });
    expect(log.errors).toHaveLength(1);
    await queue.close();
  });
});
