import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Queue as BullQueue, Worker } from 'bullmq';
import type { RedisOptions } from 'ioredis';
import { Redis } from 'ioredis';
import type { BullStore, Jobs, WorkerSpec } from './bullmq.queue.js';
import { BULL_QUEUE_NAME } from './bullmq.queue.js';
import type { QueueLog, Stop } from './queue.js';

/** How long BullMQ may take to notice that its connections were ended. */
const GOODBYE_MILLISECONDS = 500;

/** How long an act may wait for Redis to take its wake. */
const HAND_OVER_MILLISECONDS = 1_000;

type ConnectionOptions = Pick<RedisOptions, 'enableOfflineQueue' | 'commandTimeout' | 'connectionName'>;

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

  async jobs(): Promise<Jobs> {
    await this.#refuseWhileAway();
    this.#jobs ??= this.#createJobs();
    return this.#jobs;
  }

  startWorker({ process, concurrency, onError }: WorkerSpec): Stop {
    const connection = this.#connect();
    const connections = [connection];
    // BullMQ makes a second connection for waiting, and forgets to end it when it is closed while Redis is away
    connection.duplicate = (override) => {
      const { connectionName } = override ?? {};
      const duplicate = this.#connect(connectionName === undefined ? {} : { connectionName });
      connections.push(duplicate);
      return duplicate;
    };
    const disconnect = (): void => {
      // ioredis waits two seconds for the end of a connection that has ended already
      for (const each of connections) if (each.status !== 'end') each.disconnect();
    };
    const worker = new Worker(BULL_QUEUE_NAME, process, { connection, prefix: this.prefix, concurrency });
    worker.on('error', onError);
    return async () => {
      // BullMQ says goodbye to Redis and waits for the answer, also from a Redis that is away
      const away = Promise.withResolvers<undefined>();
      const giveUp = (): void => {
        disconnect();
        setTimeout(away.resolve, GOODBYE_MILLISECONDS, undefined);
      };
      for (const each of connections) each.once('reconnecting', giveUp);
      const isAway = connections.some((each) => !isReady(each));
      if (isAway) giveUp();
      await Promise.race([worker.close(isAway), away.promise]);
      disconnect();
    };
  }

  async publish(text: string): Promise<void> {
    await this.#refuseWhileAway();
    await this.#producer.publish(this.#channel, text);
  }

  async subscribe(listener: (text: string) => void): Promise<Stop> {
    const subscriber = this.#connect();
    subscriber.on('message', (_channel, text) => {
      listener(text);
    });
    // ioredis subscribes by itself when Redis comes, and again after each reconnection
    const subscribed = subscriber.subscribe(this.#channel).catch(() => undefined);
    await Promise.race([subscribed, delay(HAND_OVER_MILLISECONDS, undefined, { ref: false })]);
    return () => {
      subscriber.disconnect();
      return Promise.resolve();
    };
  }

  async close(): Promise<void> {
    await this.#jobs?.close();
    this.#producer.disconnect();
  }

  async #refuseWhileAway(): Promise<void> {
    if (this.#producer.status === 'ready') return;
    // a connection being made is worth a moment: otherwise the first acts after a start would lose their wakes
    if (isConnecting(this.#producer)) await settled(this.#producer);
    if (!isReady(this.#producer)) throw new Error(`Redis is ${this.#producer.status}`);
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

  #connect(options: ConnectionOptions = {}): Redis {
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

function isReady(redis: Redis): boolean {
  return redis.status === 'ready';
}

function isConnecting(redis: Redis): boolean {
  return redis.status === 'connecting' || redis.status === 'connect';
}

/** Resolves when the connection is there or has failed, at the latest after {@link HAND_OVER_MILLISECONDS}. */
async function settled(redis: Redis): Promise<void> {
  const given = AbortSignal.timeout(HAND_OVER_MILLISECONDS);
  await Promise.race([once(redis, 'ready', { signal: given }), once(redis, 'close', { signal: given })]).catch(
    // too late, or an error event; the caller looks at the status
    () => undefined,
  );
}
