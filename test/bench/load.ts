import { randomUUID } from 'node:crypto';

import { unitId, type DemoPersonKey } from '#apps/demo';

import { signInOverHttp } from '../sign-in/sign-in.js';

interface Sent {
  method?: 'GET' | 'POST';
  path: string;
  as: DemoPersonKey;
  body?: unknown;
}

/** People who report issues, work on them and look around, for as long as they are let. Answers how many requests that made. */
export async function load(origin: string, { people, ms }: { people: number; ms: number }): Promise<number> {
  const end = performance.now() + ms;
  const counts = await Promise.all(
    Array.from({ length: people }, async () => {
      let requests = 0;
      while (performance.now() < end) requests += await oneIssue(origin);
      return requests;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function oneIssue(origin: string): Promise<number> {
  const input = { danger: false, title: '楼道灯不亮', unit: unitId('limin') };
  const started = await send(origin, { path: '/api/v1/cases', as: 'resident', body: { workflow: 'issue', input } });
  const path = `/api/v1/cases/${(started as { id: string }).id}`;
  const requests: Sent[] = [
    { method: 'GET', path, as: 'resident' },
    { method: 'GET', path: '/api/v1/desk', as: 'collector' },
    acting(path, 'collector', ['reply', { text: '已经收到。' }]),
    acting(path, 'collector', ['askInformation', { text: '请问是哪一层？' }]),
    acting(path, 'resident', ['giveInformation', { text: '三层。' }]),
    acting(path, 'collector', ['addNote', { text: '已去现场看过。' }]),
    { method: 'GET', path: `${path}/journal`, as: 'collector' },
    { method: 'GET', path: '/api/v1/cases?limit=20', as: 'coordinator' },
    { method: 'GET', path: '/api/v1/messages', as: 'resident' },
  ];
  for (const request of requests) await send(origin, request);
  return requests.length + 1;
}

function acting(path: string, as: DemoPersonKey, [act, input]: [string, object]): Sent {
  return { path: `${path}/acts`, as, body: { act, input } };
}

const cookies = new Map<string, Promise<string>>();

function cookieOf(origin: string, as: DemoPersonKey): Promise<string> {
  const known = cookies.get(`${origin} ${as}`) ?? signInOverHttp(origin, as);
  cookies.set(`${origin} ${as}`, known);
  return known;
}

async function send(origin: string, { method = 'POST', path, as, body }: Sent): Promise<unknown> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      cookie: await cookieOf(origin, as),
      ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}
