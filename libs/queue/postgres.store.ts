import { createPostgresBackend, withBackend } from 'bullmq';
import { Client, Pool } from 'pg';
import type { BullStore, Jobs, WorkerSpec } from './bullmq.queue.js';
import { BULL_QUEUE_NAME } from './bullmq.queue.js';
import type { QueueLog, Stop } from './queue.js';

const postgres = withBackend(createPostgresBackend);

const HAND_OVER_MILLISECONDS = 1_000;
const RECONNECT_MILLISECONDS = 1_000;

/** BullMQ on PostgreSQL, in a schema of its own, and LISTEN/NOTIFY for news: for installations without Redis. */
export class PostgresStore implements BullStore {
  readonly where = 'PostgreSQL';
  readonly #pool: Pool;
  #jobs: Promise<Jobs> | undefined;

  constructor(
    private readonly url: string,
    private readonly schema: string,
    private readonly log: QueueLog,
  ) {
    this.#pool = new Pool({ connectionString: url, max: 2, connectionTimeoutMillis: HAND_OVER_MILLISECONDS });
    this.#pool.on('error', () => undefined);
  }

  jobs(): Promise<Jobs> {
    this.#jobs ??= this.#createJobs().catch((error: unknown) => {
      this.#jobs = undefined;
      throw error;
    });
    return this.#jobs;
  }

  startWorker({ process, concurrency, onError }: WorkerSpec): Stop {
    const worker = new postgres.Worker(BULL_QUEUE_NAME, process, { connection: this.#connection(4), concurrency });
    worker.on('error', onError);
    return () => worker.close();
  }

  async publish(text: string): Promise<void> {
    await this.#pool.query('select pg_notify($1, $2)', [this.#channel(), text]);
  }

  async subscribe(listener: (text: string) => void): Promise<Stop> {
    const subscription = new Subscription({ url: this.url, channel: this.#channel(), listener });
    await subscription.connect();
    return () => subscription.stop();
  }

  async close(): Promise<void> {
    const jobs = await this.#jobs?.catch(() => undefined);
    await jobs?.close();
    await this.#pool.end();
  }

  #channel(): string {
    return `${this.schema}_news`;
  }

  #connection(max: number) {
    return { connectionString: this.url, schema: this.schema, migrate: true, max, application_name: 'minyi-queue' };
  }

  async #createJobs(): Promise<Jobs> {
    const connection = { ...this.#connection(4), connectionTimeoutMillis: HAND_OVER_MILLISECONDS };
    const jobs = new postgres.Queue<unknown, unknown>(BULL_QUEUE_NAME, { connection });
    jobs.on('error', (error) => {
      this.log.warn({ err: error }, 'the queue on PostgreSQL reports an error');
    });
    await jobs.waitUntilReady();
    return jobs;
  }
}

/** LISTEN on a connection of its own, made anew whenever it breaks. */
class Subscription {
  #client: Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(private readonly to: { url: string; channel: string; listener: (text: string) => void }) {}

  async connect(): Promise<void> {
    const client = new Client({ connectionString: this.to.url, keepAlive: true });
    client.on('error', () => undefined);
    client.on('end', () => {
      this.#reconnectLater();
    });
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) this.to.listener(payload);
    });
    this.#client = client;
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(this.to.channel)}`);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    await this.#client?.end();
  }

  #reconnectLater(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      // a failed attempt ends its client, which comes back here
      this.connect().catch(() => {
        this.#reconnectLater();
      });
    }, RECONNECT_MILLISECONDS);
    this.#retry.unref();
  }
}
