import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { Redis } from 'ioredis';

import { freePort } from '../bench/product-process.js';

/** A Redis that only one test has, because it is emptied and switched off in the middle. It keeps nothing on disk. */
export class OwnRedis {
  readonly url: string;
  #process: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    private readonly directory: string,
  ) {
    this.url = `redis://127.0.0.1:${String(port)}`;
  }

  static async start(): Promise<OwnRedis> {
    const redis = new OwnRedis(await freePort(), await mkdtemp(join(tmpdir(), 'minyi-chaos-redis-')));
    await redis.switchOn();
    return redis;
  }

  async switchOn(): Promise<void> {
    const args = [
      '--port',
      String(this.port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      this.directory,
    ];
    const path = `${process.env['PATH'] ?? ''}:/usr/bin:/usr/local/bin`;
    this.#process = spawn('redis-server', args, { stdio: 'ignore', env: { ...process.env, PATH: path } });
    await once(this.#process, 'spawn');
    while (!(await this.ask((client) => client.ping()))) await delay(50);
  }

  /** Takes the power away. */
  async switchOff(): Promise<void> {
    if (this.#process === undefined || this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }

  /** Loses everything that is in it. */
  async empty(): Promise<void> {
    await this.ask((client) => client.flushall());
  }

  async remove(): Promise<void> {
    await this.switchOff();
    await rm(this.directory, { recursive: true, force: true });
  }

  private async ask(question: (client: Redis) => Promise<unknown>): Promise<boolean> {
    const client = new Redis(this.url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await question(client);
      return true;
    } catch {
      return false;
    } finally {
      client.disconnect();
    }
  }
}
