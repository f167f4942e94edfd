import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { readTestConfig } from '#libs/config';
import type { Wake } from './index.js';
import { openQueue } from './index.js';
import { SYSTEM_CLOCK } from './contract-clock.js';
import { eventually, queueContract, RecordedLog } from './queue.contract.fixture.js';

const url = readTestConfig().redisUrl;
if (url === undefined) throw new Error('these tests need MINYI_TEST_REDIS_URL');

describe('the queue on Redis', () => {
  queueContract({
    isShared: true,
    open: (log, prefix) => openQueue({ kind: 'redis', url, prefix, log, clock: SYSTEM_CLOCK }),
  });

  test('loses wakes without failing while Redis is away, and works again when it is back', async () => {
    const line = await cuttableLine(url);
    const log = new RecordedLog();
    const queue = openQueue({
      kind: 'redis',
      url: line.url,
      prefix: `outage_${String(process.pid)}`,
      log,
      clock: SYSTEM_CLOCK,
    });
    const seen: Wake[] = [];
    await queue.onWake((wake) => {
      seen.push(wake);
      return Promise.resolve();
    });
    await eventually(() => line.connections() > 0);
    await wakeUntil(queue, () => seen.length > 0);

    line.cut();
    await eventually(() => line.connections() === 0);
    const lostBefore = log.warnings.length;
    const started = SYSTEM_CLOCK.milliseconds();
    await queue.wake({ kind: 'outbox', caseId: 'lost' });
    await queue.announce({ caseId: 'lost', version: 1 });
    expect(SYSTEM_CLOCK.milliseconds() - started).toBeLessThan(2_500);
    expect(log.warnings.slice(lostBefore).some((warning) => warning.includes('cannot be reached'))).toBe(true);
    await expect(queue.depth()).rejects.toThrow();

    line.mend();
    const before = seen.length;
    await wakeUntil(queue, () => seen.length > before);
    expect((await queue.depth()).lost).toBeGreaterThan(0);
    expect(log.warnings.some((warning) => warning.includes('can be reached again'))).toBe(true);
    await queue.close();
    await line.close();
  }, 30_000);

  test('can be opened before Redis is there', async () => {
    const line = await cuttableLine(url);
    line.cut();
    const queue = openQueue({
      kind: 'redis',
      url: line.url,
      prefix: `early_${String(process.pid)}`,
      log: new RecordedLog(),
      clock: SYSTEM_CLOCK,
    });
    const seen: Wake[] = [];
    await queue.onNews(() => undefined);
    await queue.onWake((wake) => {
      seen.push(wake);
      return Promise.resolve();
    });
    await queue.wake({ kind: 'outbox', caseId: 'lost' });
    line.mend();
    await wakeUntil(queue, () => seen.length > 0);
    expect((await queue.depth()).lost).toBeGreaterThan(0);
    await queue.close();
    await line.close();
  }, 30_000);

  test('can be closed while Redis is away', async () => {
    const line = await cuttableLine(url);
    const queue = openQueue({
      kind: 'redis',
      url: line.url,
      prefix: 'closing',
      log: new RecordedLog(),
      clock: SYSTEM_CLOCK,
    });
    await queue.onWake(() => Promise.resolve());
    await queue.onNews(() => undefined);
    await eventually(() => line.connections() > 0);
    line.cut();
    await expect(queue.close()).resolves.toBeUndefined();
    await line.close();
  }, 30_000);
});

async function wakeUntil(queue: ReturnType<typeof openQueue>, seen: () => boolean): Promise<void> {
  for (let number = 0; number < 200 && !seen(); number += 1) {
    await queue.wake({ kind: 'outbox', caseId: `again-${String(number)}` });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(seen()).toBe(true);
}

/** A TCP line to Redis that can be cut and mended, so that the Redis others use stays up. */
async function cuttableLine(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((client) => {
    if (isCut) {
      client.destroy();
      return;
    }
    const redis = connect(Number(target.port === '' ? 6379 : target.port), target.hostname);
    for (const socket of [client, redis]) socket.on('error', () => undefined);
    sockets.add(client);
    client.on('close', () => {
      sockets.delete(client);
      redis.destroy();
    });
    redis.on('close', () => client.destroy());
    client.pipe(redis).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const line = new URL(url);
  line.hostname = '127.0.0.1';
  line.port = String((server.address() as AddressInfo).port);
  return {
    url: line.href,
    connections: () => sockets.size,
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      isCut = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
