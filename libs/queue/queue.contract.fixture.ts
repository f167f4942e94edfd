import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SYSTEM_CLOCK } from './contract-clock.js';
import type { News, Queue, QueueLog, Stop, Wake } from './queue.js';

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

/** One way to run the queue. */
export interface QueueUnderTest {
  /** Opens one process's end of the queue with this name. */
  open(log: QueueLog, name: string): Queue;
  /** Whether several processes can share it. */
  readonly isShared: boolean;
}

/** Waits until the condition holds. */
export async function eventually(condition: () => boolean, withinMilliseconds = 8_000): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > withinMilliseconds)
      throw new Error(`not within ${String(withinMilliseconds)} ms: ${condition.toString()}`);
    await delay(20);
  }
}

/** The promises of `Queue`, the same for every kind. */
export function queueContract(subject: QueueUnderTest): void {
  const scene = new Scene(subject);
  beforeEach(() => {
    scene.set();
  });
  afterEach(() => scene.clear());
  describe('a wake', () => {
    testDelivery(scene);
    testHandlers(scene);
  });
  describe('a wake of the clock', () => {
    testClock(scene);
  });
  describe('news', () => {
    testNews(scene);
  });
  if (subject.isShared) {
    describe('several processes', () => {
      testSharing(scene);
    });
  }
}

const outbox = (caseId: string): Wake => ({ kind: 'outbox', caseId });

const inMilliseconds = (caseId: string, milliseconds: number) => ({
  kind: 'clock' as const,
  caseId,
  at: new Date(SYSTEM_CLOCK.milliseconds() + milliseconds).toISOString(),
});

/** A fresh queue for each test. */
class Scene {
  #log = new RecordedLog();
  #name = '';
  #open: Queue[] = [];

  constructor(private readonly subject: QueueUnderTest) {}

  set(): void {
    this.#log = new RecordedLog();
    this.#name = `test_${process.pid.toString(36)}_${Math.random().toString(36).slice(2)}`;
    this.#open = [];
    this.another();
  }

  async clear(): Promise<void> {
    await Promise.all(this.#open.map((each) => each.close()));
  }

  get log(): RecordedLog {
    return this.#log;
  }

  get queue(): Queue {
    const [first] = this.#open;
    if (first === undefined) throw new Error('no queue is open');
    return first;
  }

  /** Another process's end of the same queue. */
  another(): Queue {
    const queue = this.subject.open(this.#log, this.#name);
    this.#open.push(queue);
    return queue;
  }

  async collect(from = this.queue): Promise<{ seen: Wake[]; stop: Stop }> {
    const seen: Wake[] = [];
    const stop = await from.onWake((wake) => {
      seen.push(wake);
      return Promise.resolve();
    });
    return { seen, stop };
  }

  /** Handlers that run until the test lets them go. */
  async hold(): Promise<{ running: () => number; started: () => number; most: () => number; release: () => void }> {
    let running = 0;
    let started = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    await this.queue.onWake(async () => {
      running += 1;
      started += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => waiting.push(resolve));
      running -= 1;
    });
    const release = (): void => {
      for (const resolve of waiting.splice(0)) resolve();
    };
    return { running: () => running, started: () => started, most: () => most, release };
  }
}

function testDelivery(scene: Scene): void {
  test('reaches the handler as it was given', async () => {
    const { seen } = await scene.collect();
    await scene.queue.wake(outbox('A'));
    const clock = inMilliseconds('A', 1);
    await scene.queue.wake(clock);
    await eventually(() => seen.length === 2);
    expect(seen).toEqual(expect.arrayContaining([outbox('A'), clock]));
    expect((await scene.queue.depth()).lost).toBe(0);
  });

  test('given before anybody listens is delivered when somebody does', async () => {
    await scene.queue.wake(outbox('early'));
    const { seen } = await scene.collect();
    await eventually(() => seen.length === 1);
    expect(seen).toEqual([outbox('early')]);
  });

  test('given many times before anybody listens comes as one', async () => {
    for (let time = 0; time < 5; time += 1) await scene.queue.wake(outbox('A'));
    await scene.queue.wake(outbox('B'));
    expect((await scene.queue.depth()).waiting).toBe(2);
    const { seen } = await scene.collect();
    await eventually(() => seen.length === 2);
    expect(new Set(seen.map(({ caseId }) => caseId))).toEqual(new Set(['A', 'B']));
  });

  test('given while a handler works on the case is followed by another, not at the same time', async () => {
    const held = await scene.hold();
    await scene.queue.wake(outbox('A'));
    await eventually(() => held.started() === 1);
    await scene.queue.wake(outbox('A'));
    await scene.queue.wake(outbox('A'));
    held.release();
    await eventually(() => held.started() === 2);
    held.release();
    await eventually(() => held.running() === 0);
    expect(held.most()).toBe(1);
  });

  test('for different cases is handled side by side', async () => {
    const held = await scene.hold();
    await scene.queue.wake(outbox('A'));
    await scene.queue.wake(outbox('B'));
    await eventually(() => held.running() === 2);
    expect((await scene.queue.depth()).active).toBe(2);
    held.release();
  });
}

function testHandlers(scene: Scene): void {
  test('whose handler fails is logged, and the next one comes all the same', async () => {
    const seen: Wake[] = [];
    await scene.queue.onWake((wake) => {
      seen.push(wake);
      return wake.caseId === 'bad' ? Promise.reject(new Error('broken')) : Promise.resolve();
    });
    await scene.queue.wake(outbox('bad'));
    await eventually(() => scene.log.errors.length === 1);
    await scene.queue.wake(outbox('good'));
    await scene.queue.wake(outbox('bad'));
    await eventually(() => scene.log.errors.length === 2 && seen.length === 3);
    expect(seen.filter(({ caseId }) => caseId === 'bad')).toHaveLength(2);
  });

  test('is not delivered any more after the handler was stopped', async () => {
    const { seen, stop } = await scene.collect();
    await scene.queue.wake(outbox('A'));
    await eventually(() => seen.length === 1);
    await stop();
    await scene.queue.wake(outbox('B'));
    await delay(100);
    expect(seen).toEqual([outbox('A')]);
  });

  test('being handled is finished before stop returns', async () => {
    let state = 'idle';
    const stop = await scene.queue.onWake(async () => {
      state = 'running';
      await delay(200);
      state = 'finished';
    });
    await scene.queue.wake(outbox('A'));
    await eventually(() => state === 'running');
    await stop();
    expect(state).toBe('finished');
  });
}

function testClock(scene: Scene): void {
  test('comes at its instant, not before', async () => {
    const { seen } = await scene.collect();
    const wake = inMilliseconds('A', 700);
    await scene.queue.wake(wake);
    await delay(300);
    expect(seen).toEqual([]);
    await eventually(() => seen.length === 1);
    expect(SYSTEM_CLOCK.milliseconds()).toBeGreaterThanOrEqual(Date.parse(wake.at));
  });

  test('for an instant that has passed comes at once', async () => {
    const { seen } = await scene.collect();
    const wake = inMilliseconds('A', -60_000);
    await scene.queue.wake(wake);
    await eventually(() => seen.length === 1);
    expect(seen).toEqual([wake]);
  });

  test('in thirty days or in fifty years does not come now', async () => {
    const { seen } = await scene.collect();
    const day = 24 * 60 * 60 * 1000;
    await scene.queue.wake(inMilliseconds('A', 30 * day));
    await scene.queue.wake(inMilliseconds('B', 50 * 365 * day));
    await delay(300);
    expect(seen).toEqual([]);
    expect(await scene.queue.depth()).toMatchObject({ waiting: 0, delayed: 2, active: 0 });
  });
}

function testNews(scene: Scene): void {
  test('reach every listener until it stops', async () => {
    const first: News[] = [];
    const second: News[] = [];
    await scene.queue.onNews((news) => void first.push(news));
    const stop = await scene.queue.onNews((news) => void second.push(news));
    await announceUntil(scene.queue, () => first.length > 0 && second.length > 0);
    await stop();
    const counted = second.length;
    await scene.queue.announce({ caseId: 'A', version: 9 });
    await eventually(() => first.some(({ version }) => version === 9));
    expect(second).toHaveLength(counted);
    expect(first[0]).toEqual({ caseId: 'A', version: 1 });
  });

  test('reach the other listeners when one of them throws', async () => {
    const seen: News[] = [];
    await scene.queue.onNews(() => {
      throw new Error('broken');
    });
    await scene.queue.onNews((news) => void seen.push(news));
    await announceUntil(scene.queue, () => seen.length > 0);
    expect(scene.log.errors.length).toBeGreaterThan(0);
  });
}

function testSharing(scene: Scene): void {
  test('share the wakes: each goes to one of them', async () => {
    const here = await scene.collect();
    const there = await scene.collect(scene.another());
    const cases = Array.from({ length: 20 }, (_, number) => `case-${String(number)}`);
    for (const caseId of cases) await scene.queue.wake(outbox(caseId));
    await eventually(() => here.seen.length + there.seen.length >= 20);
    await delay(200);
    expect([...here.seen, ...there.seen].map(({ caseId }) => caseId).sort()).toEqual([...cases].sort());
  });

  test('all hear the news of one', async () => {
    const there: News[] = [];
    await scene.another().onNews((news) => void there.push(news));
    await announceUntil(scene.queue, () => there.length > 0);
    expect(there[0]).toEqual({ caseId: 'A', version: 1 });
  });
}

/** A subscription on another connection may need a moment, and nothing is kept for it. */
async function announceUntil(queue: Queue, heard: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 100 && !heard(); attempt += 1) {
    await queue.announce({ caseId: 'A', version: 1 });
    await delay(50);
  }
  expect(heard()).toBe(true);
}
