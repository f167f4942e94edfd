import type { Queue as BullQueue } from 'bullmq';
import { z } from 'zod';
import { NewsBoard } from './news-board.js';
import { Outage } from './outage.js';
import type { News, Queue, QueueDepth, QueueSurroundings, Stop, Wake } from './queue.js';
import { delayOf, wakeKey } from './queue.js';

/** Name of the BullMQ queue; its dashboards show it. */
export const BULL_QUEUE_NAME = 'minyi-wakes';

const WORTH_WAITING_MILLISECONDS = 1_000;

const wakeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('outbox'), caseId: z.string() }),
  z.object({ kind: z.literal('clock'), caseId: z.string(), at: z.string() }),
]);
const newsSchema = z.object({ caseId: z.string(), version: z.number().int() });

/** What of BullMQ this file uses, whatever store is behind it. */
export type Jobs = Pick<BullQueue<unknown, unknown>, 'add' | 'getJobCounts' | 'close'>;

/** One consumer of jobs. */
export interface WorkerSpec {
  readonly process: (job: { readonly data: unknown }) => Promise<void>;
  readonly concurrency: number;
  /** The store is away; the worker reconnects by itself. */
  readonly onError: (error: Error) => void;
}

/** The store behind BullMQ: Redis or PostgreSQL. */
export interface BullStore {
  readonly where: string;
  /** @throws Error at once when the store is away. */
  jobs(): Promise<Jobs>;
  /** @returns ends the worker when its running jobs have ended. */
  startWorker(spec: WorkerSpec): Stop;
  publish(text: string): Promise<void>;
  /** Keeps subscribed through reconnections until `stop`. */
  subscribe(listener: (text: string) => void): Promise<Stop>;
  close(): Promise<void>;
}

/** A queue on BullMQ, for several processes on several machines. */
export class BullMqQueue implements Queue {
  readonly #outage: Outage;
  readonly #news: NewsBoard;
  readonly #workers = new Set<Stop>();
  #subscription: Promise<Stop> | undefined;

  constructor(
    private readonly store: BullStore,
    private readonly surroundings: QueueSurroundings,
  ) {
    this.#outage = new Outage(surroundings.log, store.where);
    this.#news = new NewsBoard(surroundings.log);
  }

  async wake(wake: Wake): Promise<void> {
    await this.#outage.guard(async () => {
      const delay = delayOf(wake, this.surroundings.clock.now());
      const jobs = await this.store.jobs();
      await jobs.add(wake.kind, wake, {
        delay,
        // one waiting wake of a kind; one that comes while it is handled is kept and handled after it
        deduplication: { id: wakeKey(wake), keepLastIfActive: true },
        removeOnComplete: true,
        removeOnFail: true,
        attempts: 1,
      });
    });
  }

  onWake(handler: (wake: Wake) => Promise<void>): Promise<Stop> {
    const { concurrency, log } = this.surroundings;
    const running = new Set<Promise<void>>();
    const stopWorker = this.store.startWorker({
      process: async (job) => {
        const run = this.#handle(job.data, handler);
        running.add(run);
        await run.finally(() => running.delete(run));
      },
      concurrency,
      onError: (error) => {
        log.warn({ err: error }, `a worker lost the queue on ${this.store.where} and reconnects`);
      },
    });
    const stop = async (): Promise<void> => {
      this.#workers.delete(stop);
      await stopWorker();
      await Promise.all(running);
    };
    this.#workers.add(stop);
    return Promise.resolve(stop);
  }

  async announce(news: News): Promise<void> {
    await this.#outage.guard(() => this.store.publish(JSON.stringify(news)));
  }

  async onNews(listener: (news: News) => void): Promise<Stop> {
    const stop = this.#news.add(listener);
    this.#subscription ??= this.store.subscribe((text) => {
      this.#receive(text);
    });
    await this.#subscription;
    return stop;
  }

  async depth(): Promise<QueueDepth> {
    const jobs = await this.store.jobs();
    const counts = await jobs.getJobCounts('waiting', 'prioritized', 'delayed', 'active');
    return {
      waiting: (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0),
      delayed: counts['delayed'] ?? 0,
      active: counts['active'] ?? 0,
      lost: this.#outage.lost,
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers].map((stop) => stop()));
    await (
      await this.#subscription
    )?.();
    await this.store.close();
  }

  /** BullMQ's own retries stay unused: a failed handler has left its work in the database, where the sweep finds it. */
  async #handle(data: unknown, handler: (wake: Wake) => Promise<void>): Promise<void> {
    const wake = wakeSchema.safeParse(data);
    if (!wake.success) {
      this.surroundings.log.warn({ data }, 'a wake of another version was not understood');
      return;
    }
    if (await this.#isTooEarly(wake.data)) return;
    try {
      await handler(wake.data);
    } catch (error) {
      this.surroundings.log.error({ err: error, wake: wake.data }, 'handling a wake failed; the sweep will try again');
    }
  }

  /** BullMQ may be some milliseconds early, and another machine's clock ahead of ours. */
  async #isTooEarly(wake: Wake): Promise<boolean> {
    const early = delayOf(wake, this.surroundings.clock.now());
    if (early > WORTH_WAITING_MILLISECONDS) {
      await this.wake(wake);
      return true;
    }
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    return false;
  }

  #receive(text: string): void {
    const news = newsSchema.safeParse(parseJson(text));
    if (news.success) this.#news.publish(news.data);
    else this.surroundings.log.warn({ text }, 'news of another version were not understood');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
