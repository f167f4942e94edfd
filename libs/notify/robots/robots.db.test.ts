import { createHmac } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { RobotKind, Urgency } from '../deliveries/deliveries.vocabulary.js';
import type { Notifications } from '../notifications.js';
import { Receiver } from '../testing/receiver.js';
import { sideOf, World } from '../testing/world.js';
import { robotVerdict } from './robot.messages.js';

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
beforeEach(() => {
  receiver.posts.length = 0;
  receiver.answer = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' };
  notifications = world.notifications();
});
afterEach(() => world.clear());

const add = (kind: RobotKind, secret: string | null, urgencies: Urgency[] = ['emergency', 'important']) =>
  world.database.transaction((tx) =>
    notifications.robots.add(tx, {
      id: `robot-${kind}`,
      unit: 'community',
      kind,
      name: '值班群',
      url: receiver.url(`/${kind}?access_token=t`),
      secret,
      urgencies,
      by: 'li',
    }),
  );
const statuses = () =>
  world.database.query(
    `select robot, status, last_error as error from deliveries where robot is not null order by robot`,
  );

describe('a robot in a group chat', () => {
  test('of WeCom gets markdown', async () => {
    await add('wecom', null);
    await world.tellRole('leader');
    await notifications.runOnce();
    expect(receiver.posts.map(({ json }) => json)).toEqual([
      { msgtype: 'markdown', markdown: { content: expect.stringContaining('红牌：说议办评CASE1') } },
    ]);
  });

  test('of DingTalk gets markdown, signed in the address in milliseconds', async () => {
    await add('dingtalk', 'SECabc');
    await world.tellRole('leader');
    await notifications.runOnce();
    const [post] = receiver.posts;
    const timestamp = String(Date.parse(world.clock.now()));
    expect(post?.json).toEqual({
      msgtype: 'markdown',
      markdown: { title: expect.any(String), text: expect.stringContaining('红牌') },
    });
    expect(Object.fromEntries(post?.query ?? [])).toEqual({
      access_token: 't',
      timestamp,
      sign: createHmac('sha256', 'SECabc').update(`${timestamp}\nSECabc`).digest('base64'),
    });
  });

  test('of Feishu gets text, signed in the body in seconds', async () => {
    receiver.answer = { status: 200, body: '{"code":0,"msg":"success"}' };
    await add('feishu', 'abc');
    await world.tellRole('leader');
    await notifications.runOnce();
    const timestamp = String(Math.floor(Date.parse(world.clock.now()) / 1000));
    expect(receiver.posts[0]?.json).toEqual({
      timestamp,
      sign: createHmac('sha256', `${timestamp}\nabc`).digest('base64'),
      msg_type: 'text',
      content: { text: expect.stringContaining('红牌') },
    });
  });

  test('is told once of one thing, of what it is set up for, and never of what is confidential', async () => {
    await add('wecom', null, ['important']);
    const cause = await world.tellRole('leader');
    await world.tellRole('coordinator', { cause });
    await world.tellRole('leader', { severity: 'blue' });
    await world.tell(['li'], 'danger');
    await notifications.runOnce();
    world.cases.set('case-1', sideOf({ visibility: 'confidential' }));
    await world.tellRole('leader', { severity: 'urge' });
    await notifications.runOnce();
    expect(receiver.posts).toHaveLength(1);
  });

  test('of a case that became confidential meanwhile says nothing', async () => {
    await add('wecom', null);
    await world.tellRole('leader');
    await notifications.planner.drain();
    world.cases.set('case-1', sideOf({ visibility: 'confidential' }));
    await notifications.runOnce();
    expect(receiver.posts).toEqual([]);
  });

  test('that is asked too often is asked again later; one that was removed is not', async () => {
    await add('wecom', null);
    receiver.answer = { status: 200, body: '{"errcode":45009,"errmsg":"api freq out of limit"}' };
    await world.tellRole('leader');
    await notifications.runOnce();
    expect(await statuses()).toMatchObject([{ status: 'pending', error: 'too often' }]);
    receiver.answer = { status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' };
    world.clock.advance({ minutes: 5 });
    await notifications.runOnce();
    expect(await statuses()).toMatchObject([{ status: 'failed', error: 'wecom 93000' }]);
  });

  test('address and secret are nowhere in the database in clear', async () => {
    await add('dingtalk', 'SECabc');
    const text = JSON.stringify(await world.database.query('select * from robots'));
    expect(text).not.toMatch(/SECabc|access_token/);
  });
});

test.each([
  ['{"errcode":0}', 'sent'],
  ['{"code":0,"msg":"success"}', 'sent'],
  ['{"StatusCode":0,"StatusMessage":"success"}', 'sent'],
  ['{"code":19021,"msg":"sign match fail"}', 19021],
  ['{"errcode":310000}', 310000],
  ['<html>', -1],
  ['null', -1],
] as const)('the answer %s means %s', (answer, verdict) => {
  expect(robotVerdict(answer)).toBe(verdict);
});
