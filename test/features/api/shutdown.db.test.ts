import { expect, test } from '@jest/globals';

import { demoPersonId, unitId } from '#apps/demo';
import { createServer } from '#apps/server';

import { openTestPlatform } from './testing/api.js';

const headers = { 'x-minyi-person': demoPersonId('resident'), 'content-type': 'application/json' };
const body = JSON.stringify({ workflow: 'issue', input: { danger: false, title: '漏水', unit: unitId('limin') } });

test('stopping lets running acts end, ends event streams, takes nothing new and closes the database', async () => {
  const platform = await openTestPlatform();
  const server = await createServer(platform);
  await server.app.listen(0, '127.0.0.1');
  const origin = await server.app.getUrl();
  const stream = await fetch(`${origin}/api/v1/stream`);
  const acts = ['a', 'b', 'c'].map((key) =>
    fetch(`${origin}/api/v1/cases`, { method: 'POST', headers: { ...headers, 'idempotency-key': key }, body }),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  const stopped = server.stop();
  const statuses = await Promise.all(acts.map(async (one) => (await one).status));
  expect(statuses.every((status) => status === 201 || status === 503)).toBe(true);
  expect(statuses).toContain(201);
  expect(await stream.text()).toContain('event: goodbye');
  await stopped;
  await expect(fetch(`${origin}/health/live`)).rejects.toThrow();
  await expect(platform.database.query('select 1')).rejects.toThrow();
}, 60_000);

test('while stopping, everything but health is refused with 503', async () => {
  const platform = await openTestPlatform();
  const server = await createServer(platform);
  await server.app.listen(0, '127.0.0.1');
  void server.app.getHttpAdapter();
  const stopping = server.stop();
  const reply = await server.app.inject({ method: 'GET', url: '/api/v1/cases' }).catch(() => null);
  if (reply !== null) expect([reply.statusCode, (reply.json() as { code: string }).code]).toEqual([503, 'service.unavailable']);
  await stopping;
}, 60_000);
