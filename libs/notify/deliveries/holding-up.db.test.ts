import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { Notifications } from '../notifications.js';
import { MailServer } from '../testing/mail-server.js';
import { sideOf, World } from '../testing/world.js';

let world: World;
let mail: MailServer;
let notifications: Notifications;

const opened = (): Notifications => world.notifications({ mail: { url: mail.url, from: '民议 <minyi@example.cn>' } });
const rows = (): Promise<{ person: string; channel: string; status: string; reason: string | null }[]> =>
  world.database.query('select person, channel, status, reason from deliveries order by at, person, channel');
beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  mail = new MailServer();
  await mail.start();
  notifications = opened();
});
afterEach(async () => {
  notifications.close();
  await mail.stop();
  await world.clear();
});

describe('a mail server that takes minutes for each mail', () => {
  test('does not make another worker send what waits behind a slow one', async () => {
    for (const id of ['wang', 'li']) await world.mailTo(notifications, id, { email: `${id}@example.cn` });
    await world.tell(['wang']);
    world.clock.advance({ seconds: 1 });
    await world.tell(['li']);
    await notifications.planner.drain();
    let isFirst = true;
    mail.afterData = async () => {
      if (!isFirst) return;
      isFirst = false;
      world.clock.advance({ minutes: 3 });
      await opened().sender.drain();
    };
    await notifications.sender.drain();
    // the slow one itself comes twice under one id; what waited behind it once
    expect(mail.mails.map(({ to }) => to[0])).toEqual(['wang@example.cn', 'wang@example.cn', 'li@example.cn']);
    expect((await rows()).map(({ status }) => status)).toEqual(['sent', 'sent']);
  });
});

describe('what fails in this house', () => {
  test('is no reason for what comes after it to wait for ever', async () => {
    await world.tell(['wang']);
    world.cases.set('case-2', sideOf());
    await notifications.planner.drain();
    const failing = world.notifications({
      caseSide: () => Promise.reject(new Error('cannot be read')),
      log: { warn: () => undefined, error: () => undefined },
    });
    for (let hour = 0; hour < 80; hour += 1) {
      await failing.sender.runOnce();
      world.clock.advance({ hours: 1 });
    }
    expect(await rows()).toMatchObject([{ status: 'failed', reason: 'exhausted' }]);
  });

  test('while planning keeps only its own message back', async () => {
    await world.tell(['wang']);
    world.cases.set('case-2', sideOf());
    const failing = world.notifications({
      caseSide: (id) => (id === 'case-1' ? Promise.reject(new Error('cannot be read')) : Promise.resolve(sideOf())),
      log: { warn: () => undefined, error: () => undefined },
    });
    world.clock.advance({ minutes: 1 });
    await world.tell(['li'], 'outcome', { caseId: 'case-2' });
    await failing.planner.drain();
    expect((await rows()).map(({ person }) => person)).toEqual(['li']);
    await notifications.planner.drain();
    expect(await rows()).toHaveLength(2);
  });
});
