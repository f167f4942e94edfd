import { BullMqQueue } from './bullmq.queue.js';
import { InProcessQueue } from './in-process.js';
import { PostgresStore } from './postgres.store.js';
import type { Queue, QueueSurroundings } from './queue.js';
import { RedisStore } from './redis.store.js';

/** Which queue to open, and what it needs around it. */
export type OpenQueueOptions = Partial<Pick<QueueSurroundings, 'concurrency'>> &
  Omit<QueueSurroundings, 'concurrency'> & {
    readonly kind: 'memory' | 'redis' | 'postgres';
    /** For `redis` and `postgres`. */
    readonly url?: string;
    /** Keeps installations that share a Redis or a database apart (default `minyi`); letters, digits and `_`. */
    readonly prefix?: string;
  };

/** Opens the queue; does not wait for a Redis that is away. */
export function openQueue(options: OpenQueueOptions): Queue {
  const { kind, url, prefix = 'minyi', log, clock, concurrency = 4 } = options;
  const surroundings = { log, clock, concurrency };
  if (kind === 'memory') return new InProcessQueue(surroundings);
  if (url === undefined) throw new Error(`a queue on ${kind} needs a url`);
  const store = kind === 'redis' ? new RedisStore(url, prefix, log) : new PostgresStore(url, `${prefix}_queue`, log);
  return new BullMqQueue(store, surroundings);
}
