import { Queue as BullQueue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { BullStore, Jobs, WorkerSpec } from './bullmq.queue.js';
import { BULL_QUEUE_NAME } from './bullmq.queue.js';
import type { QueueLog, Stop } from './queue.js';

/** How long an act may wait for Redis to take its wake. */
const HAND_OVER_MILLISECONDS = 1_000;

/** BullMQ on Redis: jobs, and pub/sub for news. */
export class RedisStore implements BullStore {
  readonly where = 'Redis';
  readonly #channel: string;
  readonly #producer: Redis;
  #jobs: Jobs | undefined;

  /** @param prefix keeps installations that share a Redis apart. */
  constructor(
    private readonly url: string,
    private readonly prefix: string,
    private readonly log: QueueLog,
  ) {
    this.#channel = `${prefix}:news`;
    // without an offline queue a command fails at once while Redis is away, instead of holding up the act that gave it
    this.#producer = this.#connect({ enableOfflineQueue: false, commandTimeout: HAND_OVER_MILLISECONDS });
  }

  jobs(): Promise<Jobs> {
    this.#refuseWhileAway();
    this.#jobs ??= this.#createJobs();
    return Promise.resolve(this.#jobs);
  }

  startWorker({ process, concurrency, onError }: WorkerSpec): Stop {
    const connection = this.#connect();
    const worker = new Worker(BULL_QUEUE_NAME, process, { connection, prefix: this.prefix, concurrency });
    worker.on('error', onError);
    return async () => {
      await worker.close();
      connection.disconnect();
    };
  }

  async publish(text: string): Promise<void> {
    this.#refuseWhileAway();
    await this.#producer.publish(this.#channel, text);
  }

  async subscribe(listener: (text: string) => void): Promise<Stop> {
    const subscriber = this.#connect();
    subscriber.on('message', (_channel, text) => {
      listener(text);
    });
    // ioredis subscribes again by itself after a reconnection
    const subscribed = subscriber.subscribe(this.#channel);
    if (this.#producer.status === 'ready') await subscribed;
    else subscribed.catch(() => undefined);
    return () => {
      subscriber.disconnect();
      return Promise.resolve();
    };
  }

  async close(): Promise<void> {
    await this.#jobs?.close();
    this.#producer.disconnect();
  }

  #refuseWhileAway(): void {
    if (this.#producer.status !== 'ready') throw new Error(`Redis is ${this.#producer.status}`);
  }

  #createJobs(): Jobs {
    const jobs = new BullQueue<unknown, unknown>(BULL_QUEUE_NAME, { connection: this.#producer, prefix: this.prefix });
    jobs.on('error', (error) => {
      this.log.warn({ err: error }, 'the queue on Redis reports an error');
    });
    // a connection lost while BullMQ was greeting it leaves a BullMQ queue that never works again
    jobs.waitUntilReady().catch(() => {
      this.#jobs = undefined;
    });
    return jobs;
  }

  #connect(options: { enableOfflineQueue?: boolean; commandTimeout?: number } = {}): Redis {
    const redis = new Redis(this.url, {
      maxRetriesPerRequest: null,
      retryStrategy: (attempt) => Math.min(100 * 2 ** Math.min(attempt, 6), 3_000),
      ...options,
    });
    // reconnecting is reported once by Outage; an 'error' event nobody listens to would end the process
    redis.on('error', () => undefined);
    return redis;
  }
}
