import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { Notifications } from '../notifications.js';
import { Receiver } from '../testing/receiver.js';
import { World } from '../testing/world.js';

let world: World;
const gateway = new Receiver();
let notifications: Notifications;

const opened = (): Notifications => world.notifications({ sms: { url: gateway.url('/sms'), key: 'secret' } });
const rows = (): Promise<{ channel: string; status: string }[]> =>
  world.database.query('select channel, status from deliveries order by at, channel');
/** Both workers, for some hours. */
async function pass(hours: number): Promise<void> {
  const other = opened();
  for (let hour = 0; hour < hours; hour += 1) {
    world.clock.advance({ hours: 1 });
    await Promise.all([notifications.runOnce(), other.runOnce()]);
  }
  other.close();
}

beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  gateway.posts.length = 0;
  gateway.answer = { status: 200, body: '{"id":"gateway-1"}' };
  await gateway.start();
  notifications = opened();
});
afterEach(async () => {
  notifications.close();
  await gateway.stop();
  await world.clear();
});

describe('a text gateway', () => {
  test('that cannot be reached for a day loses nothing, and sends each text once when it is back', async () => {
    await gateway.stop();
    await world.tell(['wang', 'li']);
    await notifications.runOnce();
    await pass(24);
    expect(await rows()).toEqual(Array.from({ length: 2 }, () => ({ channel: 'sms', status: 'pending' })));
    await gateway.start();
    await pass(6);
    expect(gateway.posts.map(({ json }) => json['to']).sort()).toEqual(['13800000001', '13800000002']);
    expect(new Set(gateway.posts.map(({ json }) => json['id'])).size).toBe(2);
    expect(gateway.posts[0]?.headers['authorization']).toBe('Bearer secret');
    expect(await rows()).toEqual(Array.from({ length: 2 }, () => ({ channel: 'sms', status: 'sent' })));
  });

  test.each([500, 503, 429, 401])(
    'that answers %i has not taken it: it is handed over again under the same id',
    async (status) => {
      gateway.answer = { status, body: '' };
      await world.tell(['wang']);
      await notifications.runOnce();
      gateway.answer = { status: 200, body: '{}' };
      await pass(6);
      const ids = gateway.posts.map(({ json }) => json['id']);
      expect(ids.length).toBeGreaterThan(1);
      expect(new Set(ids).size).toBe(1);
      expect(await rows()).toEqual([{ channel: 'sms', status: 'sent' }]);
    },
  );

  test('that refuses a number for good is not asked again', async () => {
    gateway.answer = { status: 422, body: '' };
    await world.tell(['wang']);
    await notifications.runOnce();
    await pass(6);
    expect(gateway.posts).toHaveLength(1);
    expect((await rows())[0]).toEqual({ channel: 'sms', status: 'failed' });
  });
});
