import type { Cases } from '#libs/cases';

/** A part of the outbox that the worker needs. */
export interface OutboxRuns {
  runOnce(): Promise<number>;
  next(): Promise<string | null>;
}

export interface WorkerParts {
  cases: Pick<Cases, 'fireDue' | 'nextDue'>;
  outbox: OutboxRuns;
  /** Milliseconds since the epoch. */
  now: () => number;
  onError: (error: unknown) => void;
}

/** Timers of more than 24.8 days would fire at once. */
const LONGEST_SLEEP_MS = 3_600_000;

/** Cases whose clocks are fired before effects have their turn. */
const FIRED_A_TURN = 1_000;

/** What is due but cannot be had, because another worker has it in hand or its clock is behind, is not asked for without a pause. */
const PAUSE_MS = 25;

/** After an unexpected failure, such as a lost connection. */
const BREATH_MS = 2_000;

/**
 * Carries out effects and fires deadlines until it is stopped. It sleeps until the next one is due or somebody wakes it: the
 * queue after a commit, or the sweep, which finds whatever the queue has lost.
 */
export class Worker {
  #isRunning = false;
  #isWoken = false;
  #wakeUp: (() => void) | undefined;
  #loop: Promise<void> = Promise.resolve();

  constructor(private readonly parts: WorkerParts) {}

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#loop = this.loop();
  }

  /** Tells the worker that there may be something to do. */
  wake(): void {
    this.#isWoken = true;
    this.#wakeUp?.();
  }

  /** Finishes what it has begun and stops. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    this.wake();
    await this.#loop;
  }

  private async loop(): Promise<void> {
    while (this.#isRunning) await this.sleep(await this.turn());
  }

  /** Does what there is to do; answers how long nothing more will be due, in milliseconds; 0 when it has done something. */
  private async turn(): Promise<number> {
    this.#isWoken = false;
    try {
      const { cases, outbox } = this.parts;
      // many clocks that are due at once go before the effects of those that have fired
      const done = (await cases.fireDue(FIRED_A_TURN)) + (await outbox.runOnce());
      return done > 0 ? 0 : await this.untilNext();
    } catch (error) {
      this.parts.onError(error);
      return BREATH_MS;
    }
  }

  private async untilNext(): Promise<number> {
    const { cases, outbox, now } = this.parts;
    const instants = [await outbox.next(), await cases.nextDue()].flatMap((at) =>
      at === null ? [] : [Date.parse(at)],
    );
    return Math.max(PAUSE_MS, Math.min(LONGEST_SLEEP_MS, ...instants.map((at) => at - now())));
  }

  private async sleep(ms: number): Promise<void> {
    if (ms === 0) {
      // lets requests come in between two turns
      await new Promise((resolve) => setImmediate(resolve));
      return;
    }
    if (this.#isWoken || !this.#isRunning) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wakeUp = undefined;
  }
}
