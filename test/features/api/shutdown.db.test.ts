import { expect, test } from '@jest/globals';

import { unitId } from '#apps/demo';
import { createServer } from '#apps/server';

import { SignedIn } from '../../sign-in/sign-in.js';
import { openTestPlatform } from './testing/api.js';

const body = JSON.stringify({ workflow: 'issue', input: { danger: false, title: '漏水', unit: unitId('limin') } });

test('stopping lets running acts end, refuses new ones, ends event streams and closes the database', async () => {
  const platform = await openTestPlatform();
  const server = await createServer(platform);
  await server.app.listen(0, '127.0.0.1');
  const origin = await server.app.getUrl();
  const cookie = await new SignedIn(() => platform).demo('resident');
  const headers = { cookie, 'content-type': 'application/json' };
  const start = (key: string) =>
    fetch(`${origin}/api/v1/cases`, { method: 'POST', headers: { ...headers, 'idempotency-key': key }, body });
  const stream = await fetch(`${origin}/api/v1/stream`);
  const running = ['a', 'b', 'c', 'd'].map(start);
  await Promise.any(running);
  const stopped = server.stop();
  const late = await server.app.inject({ method: 'GET', url: '/api/v1/cases' });
  expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([503, 'service.unavailable']);
  expect((await server.app.inject({ method: 'GET', url: '/health/live' })).statusCode).toBe(200);
  const statuses = await Promise.all(running.map(async (one) => (await one).status));
  expect(statuses.every((status) => status === 201 || status === 503)).toBe(true);
  expect(await stream.text()).toContain('event: goodbye');
  await stopped;
  await expect(fetch(`${origin}/health/live`)).rejects.toThrow();
  await expect(platform.database.query('select 1')).rejects.toThrow();
}, 60_000);

test('stopping twice is stopping once', async () => {
  const server = await createServer(await openTestPlatform());
  expect(await Promise.all([server.stop(), server.stop()])).toEqual([undefined, undefined]);
}, 60_000);
