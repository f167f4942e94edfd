import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId, type DemoPersonKey } from '#apps/demo';
import { idFromName } from '#libs/registry';

import { StreamController } from '../../../apps/server/controllers/stream.controller.js';
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

/** A stream may look anew at each heartbeat, and before each event when the last look is older than `recheck`. */
const looking = (pace: { heartbeat: number; recheck: number }): void => {
  Object.assign(api.server.app.get(StreamController).pace, pace);
};
const isOver = (heard: Heard[]): boolean => heard.some(({ event }) => event === 'goodbye');

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

describe('a stream ends with what it was opened with', () => {
  const NEVER = 1_000_000;
  const opened = async (
    person = demoPersonId('coordinator'),
  ): Promise<{ cookie: string; id: string; account: string }> => {
    const { accounts, database } = api.platform;
    const made = await database.transaction(async (tx) => accounts.openAtConsole(tx, person));
    if (made === null) throw new Error(`nobody is called ${person}`);
    return { cookie: `minyi=${made.token}`, id: made.session.id, account: made.session.account };
  };
  const end = ({ account, id }: { account: string; id: string }) =>
    api.platform.database.transaction((tx) => api.platform.accounts.sessions.endOne(tx, account, id));
  afterEach(() => {
    looking({ heartbeat: 20_000, recheck: 5_000 });
  });

  test('a session that ended hears goodbye at the next heartbeat', async () => {
    looking({ heartbeat: 40, recheck: NEVER });
    const session = await opened();
    const [mine, other] = [await listen(null, { cookie: session.cookie }), await listen('duty')];
    await end(session);
    await mine.until(isOver);
    expect(mine.heard.map(({ event }) => event)).toEqual(['goodbye']);
    expect(other.heard).toEqual([]);
  });

  test('a session that ended hears nothing more of a case, but goodbye instead', async () => {
    looking({ heartbeat: NEVER, recheck: 0 });
    const session = await opened();
    const mine = await listen(null, { cookie: session.cookie });
    const id = await say();
    await mine.until((heard) => heard.length >= 1);
    await end(session);
    await note(id);
    await mine.until(isOver);
    expect(mine.heard.map(({ event }) => event)).toEqual(['case', 'goodbye']);
  });

  test.each([
    ['its second factor is asked for again', `update sessions set second_factor = 'due' where id = $1`],
    ['it has a new token', `update sessions set token = 'another' where id = $1`],
    ['it was not used for too long', `update sessions set seen_at = seen_at - interval '90 days' where id = $1`],
  ])('a session hears goodbye when %s', async (_, sql) => {
    looking({ heartbeat: 40, recheck: NEVER });
    const session = await opened();
    const mine = await listen(null, { cookie: session.cookie });
    await api.platform.database.query(sql, [session.id]);
    await mine.until(isOver);
    expect(isOver(mine.heard)).toBe(true);
  });

  test('somebody who has become staff hears goodbye', async () => {
    looking({ heartbeat: 40, recheck: NEVER });
    const { database, registry } = api.platform;
    const person = demoPersonId('adviser');
    const session = await opened(person);
    await database.query('update sessions set staff = false where id = $1', [session.id]);
    const mine = await listen(null, { cookie: session.cookie });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(mine.heard).toEqual([]);
    const office = { id: idFromName('test:adviser'), person, unit: unitId('limin'), role: 'duty' };
    await database.transaction((tx) => registry.insert(tx, { offices: [{ ...office, from: '2026-01-01', to: null }] }));
    await mine.until(isOver);
    expect(isOver(mine.heard)).toBe(true);
  });

  test('a program hears goodbye when its token is revoked', async () => {
    looking({ heartbeat: 40, recheck: NEVER });
    const { accounts, database } = api.platform;
    const { account } = await opened();
    const asked = { name: 'x', scopes: ['cases.read'] as const, days: 1, staff: true };
    const { token, row } = await database.transaction((tx) => accounts.tokens.create(tx, account, asked));
    const mine = await listen(null, { authorization: `Bearer ${token}` });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(mine.heard).toEqual([]);
    await database.transaction((tx) => accounts.tokens.revoke(tx, account, row.id));
    await mine.until(isOver);
    expect(isOver(mine.heard)).toBe(true);
  });

  test('a visitor stays, and a living session does too', async () => {
    looking({ heartbeat: 20, recheck: 0 });
    const [visitor, coordinator] = [await listen(null), await listen('coordinator')];
    await new Promise((resolve) => setTimeout(resolve, 200));
    await say();
    await coordinator.until((heard) => heard.length >= 1);
    expect([visitor.heard.length, coordinator.heard.map(({ event }) => event)]).toEqual([0, ['case']]);
  });
});
