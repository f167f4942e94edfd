import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import type { News, Queue, QueueLog, Wake } from './queue.js';

/** Remembers what a queue logged. */
export class RecordedLog implements QueueLog {
  readonly warnings: string[] = [];
  readonly errors: string[] = [];

  warn(_details: object, message: string): void {
    this.warnings.push(message);
  }

  error(_details: object, message: string): void {
    this.errors.push(message);
  }
}

/** The clock of this machine. */
export const SYSTEM_CLOCK = { now: () => new Date().toISOString() };

/** One way to run the queue. */
export interface QueueUnderTest {
  /** Opens a queue of its own, or with `sharedWith` one more process's end of the same. */
  open(log: QueueLog, namespace: string): Queue;
  /** Whether several processes can share it. */
  readonly isShared: boolean;
}

/** Waits until the condition holds. */
export async function eventually(condition: () => boolean, withinMilliseconds = 8_000): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > withinMilliseconds) throw new Error(`not within ${String(withinMilliseconds)} ms: ${condition.toString()}`);
    await delay(20);
  }
}

const outbox = (caseId: string): Wake => ({ kind: 'outbox', caseId });
const inMilliseconds = (caseId: string, milliseconds: number): Wake => ({
  kind: 'clock',
  caseId,
  at: new Date(Date.now() + milliseconds).toISOString(),
});

/** The promises of `Queue`, the same for every kind. */
export function queueContract(subject: QueueUnderTest): void {
  let log: RecordedLog;
  let namespace: string;
  let open: Queue[];
  let queue: Queue;
  const openAnother = (): Queue => {
    const another = subject.open(log, namespace);
    open.push(another);
    return another;
  };
  beforeEach(() => {
    log = new RecordedLog();
    namespace = `test_${process.pid.toString(36)}_${Math.random().toString(36).slice(2)}`;
    open = [];
    queue = openAnother();
  });
  afterEach(async () => {
    await Promise.all(open.map((each) => each.close()));
  });
  const collect = async (from: Queue = queue): Promise<Wake[]> => {
    const seen: Wake[] = [];
    await from.onWake((wake) => {
      seen.push(wake);
      return Promise.resolve();
    });
    return seen;
  };
  /** Redis needs a moment to connect before a wake is not lost. */
  const wakeSurely = async (wake: Wake, by: Queue = queue): Promise<void> => {
    for (;;) {
      const before = (await by.depth().catch(() => undefined))?.lost;
      if (before === undefined) {
        await delay(20);
        continue;
      }
      await by.wake(wake);
      if ((await by.depth()).lost === before) return;
    }
  };

  describe('a wake', () => {
    test('reaches the handler as it was given', async () => {
      const seen = await collect();
      await wakeSurely(outbox('A'));
      const clock = inMilliseconds('A', 1);
      await wakeSurely(clock);
      await eventually(() => seen.length === 2);
      expect(seen).toEqual(expect.arrayContaining([outbox('A'), clock]));
    });

    test('given before anybody listens is delivered when somebody does', async () => {
      await wakeSurely(outbox('early'));
      const seen = await collect();
      await eventually(() => seen.length === 1);
      expect(seen).toEqual([outbox('early')]);
    });

    test('given many times before anybody listens comes as one', async () => {
      for (let time = 0; time < 5; time += 1) await wakeSurely(outbox('A'));
      await wakeSurely(outbox('B'));
      expect((await queue.depth()).waiting).toBe(2);
      const seen = await collect();
      await eventually(() => seen.length === 2);
      expect(new Set(seen.map(({ caseId }) => caseId))).toEqual(new Set(['A', 'B']));
    });

    test('given while a handler works on the case is followed by another, not at the same time', async () => {
      let running = 0;
      let most = 0;
      let runs = 0;
      const finish: (() => void)[] = [];
      await queue.onWake(async () => {
        running += 1;
        most = Math.max(most, running);
        runs += 1;
        await new Promise<void>((resolve) => finish.push(resolve));
        running -= 1;
      });
      await wakeSurely(outbox('A'));
      await eventually(() => runs === 1);
      await wakeSurely(outbox('A'));
      await wakeSurely(outbox('A'));
      finish[0]?.();
      await eventually(() => runs === 2);
      finish[1]?.();
      await eventually(() => running === 0);
      expect(most).toBe(1);
    });

    test('for different cases is handled side by side', async () => {
      let running = 0;
      const finish: (() => void)[] = [];
      await queue.onWake(async () => {
        running += 1;
        await new Promise<void>((resolve) => finish.push(resolve));
      });
      await wakeSurely(outbox('A'));
      await wakeSurely(outbox('B'));
      await eventually(() => running === 2);
      expect((await queue.depth()).active).toBe(2);
      for (const each of finish) each();
    });

    test('whose handler fails is logged, and the next one comes all the same', async () => {
      const seen: Wake[] = [];
      await queue.onWake((wake) => {
        seen.push(wake);
        return wake.caseId === 'bad' ? Promise.reject(new Error('broken')) : Promise.resolve();
      });
      await wakeSurely(outbox('bad'));
      await eventually(() => log.errors.length === 1);
      await wakeSurely(outbox('good'));
      await wakeSurely(outbox('bad'));
      await eventually(() => log.errors.length === 2);
      expect(seen.filter(({ caseId }) => caseId === 'bad')).toHaveLength(2);
      await eventually(() => seen.length === 3);
    });

    test('is not delivered any more after the handler was stopped', async () => {
      const seen: Wake[] = [];
      const stop = await queue.onWake((wake) => {
        seen.push(wake);
        return Promise.resolve();
      });
      await wakeSurely(outbox('A'));
      await eventually(() => seen.length === 1);
      await stop();
      await wakeSurely(outbox('B'));
      await delay(100);
      expect(seen).toEqual([outbox('A')]);
    });

    test('being handled is finished before stop returns', async () => {
      let finished = false;
      let started = false;
      const stop = await queue.onWake(async () => {
        started = true;
        await delay(200);
        finished = true;
      });
      await wakeSurely(outbox('A'));
      await eventually(() => started);
      await stop();
      expect(finished).toBe(true);
    });
  });

  describe('a wake of the clock', () => {
    test('comes at its instant, not before', async () => {
      const seen = await collect();
      const wake = inMilliseconds('A', 700);
      await wakeSurely(wake);
      await delay(300);
      expect(seen).toEqual([]);
      await eventually(() => seen.length === 1);
      expect(Date.now()).toBeGreaterThanOrEqual(wake.kind === 'clock' ? Date.parse(wake.at) : 0);
    });

    test('for an instant that has passed comes at once', async () => {
      const seen = await collect();
      await wakeSurely(inMilliseconds('A', -60_000));
      await eventually(() => seen.length === 1);
    });

    test('in thirty days or in fifty years does not come now', async () => {
      const seen = await collect();
      const day = 24 * 60 * 60 * 1000;
      await wakeSurely(inMilliseconds('A', 30 * day));
      await wakeSurely(inMilliseconds('B', 50 * 365 * day));
      await delay(300);
      expect(seen).toEqual([]);
      expect(await queue.depth()).toMatchObject({ waiting: 0, delayed: 2, active: 0 });
    });
  });

  describe('news', () => {
    test('reach every listener until it stops', async () => {
      const first: News[] = [];
      const second: News[] = [];
      await queue.onNews((news) => void first.push(news));
      const stop = await queue.onNews((news) => void second.push(news));
      await publishUntil(queue, () => first.length > 0 && second.length > 0);
      await stop();
      const counted = second.length;
      await queue.announce({ caseId: 'A', version: 9 });
      await eventually(() => first.some(({ version }) => version === 9));
      expect(second).toHaveLength(counted);
      expect(first[0]).toEqual({ caseId: 'A', version: 1 });
    });

    test('reach the other listeners when one of them throws', async () => {
      const seen: News[] = [];
      await queue.onNews(() => {
        throw new Error('broken');
      });
      await queue.onNews((news) => void seen.push(news));
      await publishUntil(queue, () => seen.length > 0);
      expect(log.errors.length).toBeGreaterThan(0);
    });
  });

  if (!subject.isShared) return;
  describe('several processes', () => {
    test('share the wakes: each goes to one of them', async () => {
      const another = openAnother();
      const here = await collect();
      const there = await collect(another);
      const cases = Array.from({ length: 20 }, (_, number) => `case-${String(number)}`);
      for (const caseId of cases) await wakeSurely(outbox(caseId));
      await eventually(() => here.length + there.length >= 20);
      await delay(200);
      expect([...here, ...there].map(({ caseId }) => caseId).sort()).toEqual([...cases].sort());
    });

    test('all hear the news of one', async () => {
      const another = openAnother();
      const there: News[] = [];
      await another.onNews((news) => void there.push(news));
      await publishUntil(queue, () => there.length > 0);
      expect(there[0]).toEqual({ caseId: 'A', version: 1 });
    });
  });
}

async function publishUntil(queue: Queue, heard: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 100 && !heard(); attempt += 1) {
    await queue.announce({ caseId: 'A', version: 1 });
    await delay(50);
  }
  expect(heard()).toBe(true);
}
