import { AsyncLocalStorage } from 'node:async_hooks';

import { QueryError } from './database.errors.js';

export interface BatcherOptions<Item, Answer> {
  /** The most items one batch may have. */
  readonly most: number;
  /**
   * Does what all of them ask for, in a transaction of its own, and answers each in their order. It is repeated with single items
   * when a batch fails, so doing the same item twice must end as doing it once.
   */
  readonly carryOut: (items: readonly Item[]) => Promise<readonly Answer[]>;
  /** Items with the same key never share a batch, nor are they under way at the same time; later ones wait for their turn. */
  readonly keyOf?: (item: Item) => string;
  /** How many batches may be under way at the same time. Default 1. */
  readonly lanes?: number;
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly key: string | null;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what arrives while the database is busy into one statement: under load a commit is shared by many, alone nobody waits.
 * Never `add` inside a transaction: the batch is carried out in another one, which on an embedded database would wait for ever.
 */
export class Batcher<Item, Answer> {
  #waiting: Waiting<Item, Answer>[] = [];
  readonly #underWay = new Set<string>();
  #lanes = 0;
  #isCalled = false;
  readonly #idle: (() => void)[] = [];
  // a batch belongs to nobody: it must not run inside the context of whoever happened to start it
  readonly #apart = AsyncLocalStorage.snapshot();

  constructor(private readonly options: BatcherOptions<Item, Answer>) {}

  /** Answers after the batch was carried out; rejects with the error of this very item, or of the lost connection. */
  async add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, key: this.options.keyOf?.(item) ?? null, resolve, reject });
      this.#call();
    });
  }

  /** How many wait for a batch; those under way are not among them. */
  waiting(): number {
    return this.#waiting.length;
  }

  /** Returns when nothing waits and nothing is under way, as before a process ends. */
  async whenIdle(): Promise<void> {
    if (this.#lanes === 0 && this.#waiting.length === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Starts batches after what has arrived at the same time has been read. */
  #call(): void {
    if (this.#isCalled || this.#lanes >= (this.options.lanes ?? 1)) return;
    this.#isCalled = true;
    setImmediate(() => {
      this.#isCalled = false;
      this.#apart(() => {
        this.#start();
      });
    });
  }

  #start(): void {
    while (this.#lanes < (this.options.lanes ?? 1)) {
      const batch = this.#take();
      if (batch.length === 0) break;
      this.#lanes += 1;
      void this.#run(batch);
    }
    if (this.#lanes === 0 && this.#waiting.length === 0) for (const tell of this.#idle.splice(0)) tell();
  }

  /** The first ones whose key is free, in the order they came. */
  #take(): Waiting<Item, Answer>[] {
    const batch: Waiting<Item, Answer>[] = [];
    const left: Waiting<Item, Answer>[] = [];
    for (const [index, one] of this.#waiting.entries()) {
      if (batch.length >= this.options.most) {
        left.push(...this.#waiting.slice(index));
        break;
      }
      if (one.key !== null && this.#underWay.has(one.key)) left.push(one);
      else {
        if (one.key !== null) this.#underWay.add(one.key);
        batch.push(one);
      }
    }
    this.#waiting = left;
    return batch;
  }

  async #run(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      await this.#carryOut(batch);
    } finally {
      for (const { key } of batch) if (key !== null) this.#underWay.delete(key);
      this.#lanes -= 1;
      // in the next turn: whoever was just answered and asks again at once belongs to the same batch
      this.#call();
    }
  }

  async #carryOut(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.options.carryOut(batch.map(({ item }) => item));
      for (const [index, one] of batch.entries()) {
        const answer = answers[index];
        if (answer === undefined)
          one.reject(new Error(`a batch of ${String(batch.length)} left item ${String(index)} unanswered`));
        else one.resolve(answer);
      }
    } catch (error) {
      if (batch.length === 1 || isLost(error)) for (const { reject } of batch) reject(error);
      else for (const one of batch) await this.#carryOut([one]);
    }
  }
}

/** Nothing is gained by asking a database that is gone once for each item. */
function isLost(error: unknown): boolean {
  return error instanceof QueryError && error.code === 'database.connection_lost';
}
