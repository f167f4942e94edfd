import { createHmac } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { Notifications } from '../notifications.js';
import { Receiver } from '../testing/receiver.js';
import { sideOf, World } from '../testing/world.js';
import type { CaseChange } from './webhook-feed.service.js';

const receiver = new Receiver();
let world: World;
let notifications: Notifications;

beforeAll(async () => {
  await receiver.start();
  world = await World.open();
}, 60_000);
afterAll(async () => {
  await world.close();
  await receiver.stop();
});
beforeEach(async () => {
  await receiver.stop();
  await receiver.start();
  receiver.posts.length = 0;
  receiver.answer = { status: 200, body: '{}' };
  notifications = world.notifications();
});
afterEach(() => world.clear());

const add = (unit = 'community', id = 'hook') =>
  world.database.transaction((tx) =>
    notifications.webhooks.add(tx, {
      id,
      unit,
      name: '大屏',
      url: receiver.url(`/${id}?key=k`),
      events: ['case.started', 'case.changed', 'case.ended'],
      by: 'li',
    }),
  );
/** A case changes, and some seconds go by. */
function change(more: Partial<CaseChange> = {}): void {
  const at = world.clock.now();
  const known = world.changes.find(({ caseId }) => caseId === (more.caseId ?? 'case-1'));
  world.changes = world.changes.filter((one) => one !== known);
  world.changes.push({
    caseId: 'case-1',
    version: (known?.version ?? 0) + 1,
    unit: 'b1',
    workflow: 'issue',
    status: 'active',
    stage: { key: 'say' },
    due: null,
    createdAt: known?.createdAt ?? at,
    at,
    ...more,
  });
  world.clock.advance({ seconds: 10 });
}
const log = () =>
  world.database.transaction((tx) => notifications.webhooks.deliveries(tx, { webhook: 'hook', limit: 50 }));
const events = () => receiver.posts.map(({ json }) => [json['type'], (json['data'] as { version: number }).version]);

describe('a flood of changes at one instant, as an edit of a calendar makes', () => {
  test('is told to the end, and what comes after it as well', async () => {
    notifications = world.notifications({ pages: 1 });
    await add();
    const at = world.clock.now();
    for (let n = 0; n < 450; n += 1) change({ caseId: `flood-${String(n).padStart(3, '0')}`, at });
    world.clock.setTo(at);
    world.clock.advance({ seconds: 30 });
    change({ caseId: 'later' });
    for (let turn = 0; turn < 2; turn += 1) await notifications.webhookFeed.runOnce();
    const [row] = await world.database.query<{ events: number; later: number }>(
      `select count(*)::int as events, count(*) filter (where case_id = 'later')::int as later from webhook_deliveries`,
    );
    expect(row).toEqual({ events: 451, later: 1 });
  });
});

/** A page of changes at one instant. */
const flood = (at: string): CaseChange[] =>
  Array.from({ length: 200 }, (_, index) => ({
    ...{ caseId: `case-${at}-${String(index).padStart(4, '0')}`, version: 1, unit: 'b1', workflow: 'issue' },
    ...{ status: 'active' as const, stage: { key: 'say' }, due: null, createdAt: at, at },
  }));

describe('a webhook', () => {
  test('is told when a case of its unit begins, changes and ends, each version once', async () => {
    await add();
    for (const status of ['active', 'active', 'done'] as const) {
      change({ status });
      await notifications.runWebhooks();
      await notifications.runWebhooks();
    }
    change({ caseId: 'case-2', unit: 'elsewhere' });
    await notifications.runWebhooks();
    expect(events()).toEqual([
      ['case.started', 1],
      ['case.changed', 2],
      ['case.ended', 3],
    ]);
  });

  test('can check that it is ours: id, time and body are signed', async () => {
    const { secret } = await add();
    change();
    await notifications.runWebhooks();
    const [post] = receiver.posts;
    const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = post?.headers ?? {};
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const expected = createHmac('sha256', key)
      .update(`${String(id)}.${String(timestamp)}.${post?.body ?? ''}`)
      .digest('base64');
    expect(signature).toBe(`v1,${expected}`);
    expect((await log())[0]?.id).toBe(id);
  });

  test('says what a case is at, and nothing of people or what they said', async () => {
    await add();
    change();
    await notifications.runWebhooks();
    expect(receiver.posts[0]?.json).toEqual({
      type: 'case.started',
      timestamp: expect.any(String),
      data: {
        case: 'case-1',
        version: 1,
        unit: 'b1',
        workflow: 'issue',
        status: 'active',
        stage: { key: 'say' },
        due: null,
      },
    });
  });

  test('that is down for a day gets everything when it is back, under the ids of the first attempts', async () => {
    await add();
    await receiver.stop();
    for (let hour = 0; hour < 24; hour += 1) {
      if (hour % 8 === 0) change({ caseId: `case-${String(hour)}` });
      await notifications.runWebhooks();
      world.clock.advance({ hours: 1 });
    }
    const ids = (await log()).map(({ id }) => id).sort();
    await receiver.start();
    for (let turn = 0; turn < 5; turn += 1) {
      await notifications.runWebhooks();
      world.clock.advance({ hours: 1 });
    }
    expect(receiver.posts.map(({ headers }) => String(headers['webhook-id'])).sort()).toEqual(ids);
    expect((await log()).every(({ status, attempts }) => status === 'sent' && attempts.length > 1)).toBe(true);
  });

  test('that refuses for two days is given up; the log shows every attempt, and it can be sent again', async () => {
    await add();
    receiver.answer = { status: 500, body: 'no' };
    change();
    for (let hour = 0; hour < 60; hour += 1) {
      await notifications.runWebhooks();
      world.clock.advance({ hours: 1 });
    }
    const [failed] = await log();
    expect(failed).toMatchObject({ status: 'failed' });
    expect(failed?.attempts.every(({ responseCode }) => responseCode === 500)).toBe(true);
    expect(failed?.attempts.length).toBeGreaterThan(10);
    receiver.answer = { status: 200, body: '' };
    await world.database.transaction((tx) => notifications.webhooks.replay(tx, failed?.id ?? ''));
    await notifications.runWebhooks();
    expect((await log())[0]).toMatchObject({ status: 'sent', replays: 1 });
    expect(new Set(receiver.posts.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([failed?.id]));
  });

  test('that answers 410 is switched off; switched on again it hears of what happens from then on', async () => {
    await add();
    receiver.answer = { status: 410, body: '' };
    change();
    await notifications.runWebhooks();
    change({ caseId: 'case-2' });
    await notifications.runWebhooks();
    world.clock.advance({ hours: 1 });
    receiver.answer = { status: 200, body: '' };
    await world.database.transaction((tx) => notifications.webhooks.switch(tx, 'hook', true));
    change({ caseId: 'case-3' });
    await notifications.runWebhooks();
    expect(receiver.posts.map(({ json }) => (json['data'] as { case: string }).case)).toEqual(['case-1', 'case-3']);
  });

  test('hears nothing more of a case that has turned confidential since: neither what waits nor what is sent again', async () => {
    await add();
    change();
    await notifications.runWebhooks();
    change();
    await notifications.webhookFeed.runOnce();
    world.cases.set('case-1', sideOf({ visibility: 'confidential' }));
    await notifications.runWebhooks();
    expect(events()).toEqual([['case.started', 1]]);
    const [waited, sent] = await log();
    expect(waited).toMatchObject({ version: 2, status: 'failed', attempts: [{ error: 'confidential' }] });
    await world.database.transaction((tx) => notifications.webhooks.replay(tx, sent?.id ?? ''));
    await notifications.runWebhooks();
    expect(receiver.posts).toHaveLength(1);
    expect(await log()).toContainEqual(expect.objectContaining({ version: 1, status: 'failed', replays: 1 }));
  });

  test('is told by the clock of the database, however wrong that of a process is', async () => {
    const astray = world.notifications({ virtualNow: () => null, now: () => '2020-01-01T00:00:00.000Z' });
    await add();
    const [row] = await world.database.query<{ at: string }>(`select clock_timestamp() - interval '10 seconds' as at`);
    change({ at: row?.at ?? '' });
    await astray.webhookFeed.runOnce();
    expect(await log()).toHaveLength(1);
  });

  test('that never stops hearing of changes does not keep the others waiting', async () => {
    let asked = 0;
    const busy = world.notifications({
      pages: 1,
      changes: (_tx, { after, until }) => {
        asked += 1;
        if (asked > 50) throw new Error('it goes on for ever');
        // as many changes as fit on a page have come every time somebody looks
        world.clock.advance({ seconds: 10 });
        const at = new Date(Date.parse(after.at) + 1_000).toISOString();
        return Promise.resolve(at < until ? flood(at) : []);
      },
    });
    await add();
    world.clock.advance({ seconds: 15 });
    await busy.webhookFeed.runOnce();
    expect(asked).toBeLessThan(20);
  });

  test('that is made twice by one request is one, with one secret; a test reaches it', async () => {
    const [first, again] = [await add(), await add()];
    expect(again).toEqual(first);
    await world.database.transaction((tx) => notifications.webhooks.test(tx, 'hook'));
    await notifications.runWebhooks();
    expect(receiver.posts).toMatchObject([{ json: { type: 'webhook.test', data: {} } }]);
  });

  test('cannot be set up to lead inside the house unless the operator allows it', async () => {
    notifications = world.notifications({ posting: { allowsPrivate: false } });
    await expect(add()).rejects.toThrow('notify.address_refused');
  });

  test('hears of five hundred changes at one instant, none left out', async () => {
    await add();
    const at = world.clock.now();
    world.changes = Array.from({ length: 500 }, (_, index) => ({
      caseId: `case-${String(index).padStart(4, '0')}`,
      version: 1,
      unit: 'b1',
      workflow: 'issue',
      status: 'active' as const,
      stage: { key: 'say' },
      due: null,
      createdAt: at,
      at,
    }));
    world.clock.advance({ seconds: 10 });
    await notifications.webhookFeed.runOnce();
    const [row] = await world.database.query<{ count: number }>('select count(*) from webhook_deliveries');
    expect(row?.count).toBe(500);
  });
});
