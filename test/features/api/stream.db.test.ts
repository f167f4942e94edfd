import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { unitId, type DemoPersonKey } from '#apps/demo';

import { testApi } from './testing/api.js';

const api = testApi();
let origin = '';
const open: AbortController[] = [];

beforeAll(async () => {
  await api.server.app.listen(0, '127.0.0.1');
  origin = await api.server.app.getUrl();
});
afterEach(() => open.splice(0).forEach((one) => one.abort()));

interface Heard {
  event: string;
  id: string | undefined;
  data: { id?: string; version?: number };
}

/** Reads an event stream in the background. */
async function listen(
  as: DemoPersonKey | null,
  headers: Record<string, string> = {},
  query = '',
): Promise<{ heard: Heard[]; until: (isEnough: (heard: Heard[]) => boolean) => Promise<void> }> {
  const abort = new AbortController();
  open.push(abort);
  const response = await fetch(`${origin}/api/v1/stream${query}`, {
    signal: abort.signal,
    headers: { ...(as === null ? {} : { cookie: await api.signedIn.demo(as) }), ...headers },
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const heard: Heard[] = [];
  const reading = read(response, heard);
  reading.catch(() => undefined);
  const until = async (isEnough: (heard: Heard[]) => boolean): Promise<void> => {
    for (let waited = 0; !isEnough(heard) && waited < 10_000; waited += 25)
      await new Promise((resolve) => setTimeout(resolve, 25));
  };
  return { heard, until };
}

async function read(response: Response, heard: Heard[]): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk as Uint8Array, { stream: true });
    const events = rest.split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const field = (name: string): string | undefined =>
        event
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const kind = field('event');
      if (kind !== undefined)
        heard.push({ event: kind, id: field('id'), data: JSON.parse(field('data') ?? '{}') as Heard['data'] });
    }
  }
}

async function say(): Promise<string> {
  const { body } = await api.post('/api/v1/cases', {
    as: 'resident',
    body: { workflow: 'issue', input: { danger: false, title: '漏水', unit: unitId('limin') } },
  });
  return body.id;
}

const note = (id: string) =>
  api.post(`/api/v1/cases/${id}/acts`, {
    as: 'coordinator',
    body: { act: 'addNote', input: { text: 'x', files: [] } },
  });

describe('live updates', () => {
  test('tell whoever may see a case of each new version', async () => {
    const coordinator = await listen('coordinator');
    const id = await say();
    await note(id);
    await coordinator.until((heard) => heard.length >= 2);
    expect(coordinator.heard.map(({ event, id: eventId, data }) => [event, eventId, data.version])).toEqual([
      ['case', `${id}:1`, 1],
      ['case', `${id}:2`, 2],
    ]);
  });

  test('tell visitors and neighbours nothing of a case that does not exist for them', async () => {
    const [visitor, neighbour, coordinator] = [
      await listen(null),
      await listen('neighbour'),
      await listen('coordinator'),
    ];
    await say();
    await coordinator.until((heard) => heard.length >= 1);
    expect([coordinator.heard.length, visitor.heard.length, neighbour.heard.length]).toEqual([1, 0, 0]);
  });

  test('can be had of one case only', async () => {
    const [one, other] = [await say(), await say()];
    const watcher = await listen('coordinator', {}, `?case=${one}`);
    await note(other);
    await note(one);
    await watcher.until((heard) => heard.length >= 1);
    expect(watcher.heard.map(({ id }) => id)).toEqual([`${one}:2`]);
  });

  test('go on after the last event a reader has heard', async () => {
    const first = await listen('coordinator');
    const id = await say();
    await first.until((heard) => heard.length >= 1);
    open.splice(0).forEach((one) => one.abort());
    await note(id);
    const again = await listen('coordinator', { 'last-event-id': `${id}:1` });
    await again.until((heard) => heard.some((one) => one.id === `${id}:2`));
    expect(again.heard.map((one) => one.id)).toContain(`${id}:2`);
  });

  test('ask a reader who was away too long to load everything anew', async () => {
    const watcher = await listen('coordinator', { 'last-event-id': 'unknown:7' });
    await watcher.until((heard) => heard.length >= 1);
    expect(watcher.heard.map(({ event }) => event)).toEqual(['reload']);
  });
});
