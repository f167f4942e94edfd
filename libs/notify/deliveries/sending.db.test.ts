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
const spooled = (): Promise<{ channel: string; recipient: string; text: string }[]> =>
  world.database.query('select channel, recipient, text from delivery_spool order by at, id');

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

describe('a message that leaves the house', () => {
  test('is mailed once to whoever has confirmed an address, however often workers run', async () => {
    await world.mailTo(notifications, 'wang', { email: 'wang@example.cn' });
    await world.tell(['wang']);
    await Promise.all([notifications.runOnce(), opened().runOnce()]);
    await notifications.runOnce();
    expect(mail.mails).toHaveLength(1);
    expect(mail.mails[0]).toMatchObject({ to: ['wang@example.cn'], subject: '【民议】事项CASE1已办结，请您评价' });
    expect(mail.mails[0]?.text).toContain('https://minyi.example.cn/my');
    expect(await rows()).toEqual([{ person: 'wang', channel: 'email', status: 'sent', reason: null }]);
  });

  test('goes as a text message to whoever has no confirmed address, and is laid down where there is no gateway', async () => {
    await world.database.transaction((tx) => notifications.preferences.change(tx, 'wang', { email: 'w@example.cn' }));
    await world.tell(['wang']);
    await notifications.runOnce();
    expect(mail.mails).toEqual([]);
    expect(await spooled()).toMatchObject([{ channel: 'sms', recipient: '138****0001' }]);
  });

  test('reaches whoever holds the office when it goes out, each once for one cause in whatever capacity', async () => {
    for (const id of ['li', 'zhao']) await world.mailTo(notifications, id, { email: `${id}@example.cn` });
    const cause = await world.tellRole('coordinator', { excluded: ['zhao'] });
    await world.tellRole('leader', { cause });
    await notifications.runOnce();
    expect(mail.mails.map(({ to }) => to)).toEqual([['li@example.cn']]);
    expect(mail.mails[0]?.subject).toBe('【民议】红牌：说议办评CASE1“办理”已到期，期限3月2日17:30');
  });

  test('says nothing at all of a confidential case, by whatever channel', async () => {
    world.cases.set('case-1', sideOf({ visibility: 'confidential' }));
    await world.mailTo(notifications, 'li', { email: 'li@example.cn' });
    await world.tell(['li', 'wang']);
    await world.tellRole('leader');
    await notifications.runOnce();
    const texts = [
      ...mail.mails.map(({ subject, text }) => subject + text),
      ...(await spooled()).map(({ text }) => text),
    ];
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text).not.toMatch(/CASE|办理|办结|17:30|name of/);
  });

  test('is not sent when it was read in-app before it was due', async () => {
    world.clock.setTo('2026-03-02T22:00:00+08:00');
    const cause = await world.tell(['wang']);
    await notifications.runOnce();
    await world.database.query('insert into message_reads (message, person, at) values ($1, $2, $3)', [
      `${cause}:p:wang`,
      'wang',
      world.clock.now(),
    ]);
    world.clock.setTo('2026-03-03T08:00:00+08:00');
    await notifications.runOnce();
    expect(await rows()).toEqual([{ person: 'wang', channel: 'sms', status: 'skipped', reason: 'read' }]);
  });

  test('stays in-app when it is old, or of a simulated case', async () => {
    await world.tell(['wang']);
    world.clock.advance({ days: 4 });
    world.cases.set('case-1', sideOf({ isLive: false }));
    await world.tell(['wang']);
    await notifications.runOnce();
    expect(await rows()).toEqual([]);
    expect(await world.database.query('select id from messages where planned_at is null')).toEqual([]);
  });
});

describe('at night', () => {
  test('nobody is written to before the house opens', async () => {
    world.clock.setTo('2026-03-02T21:00:00+08:00');
    await world.tell(['wang']);
    await notifications.runOnce();
    expect(await spooled()).toEqual([]);
    world.clock.setTo('2026-03-03T07:59:00+08:00');
    await notifications.runOnce();
    expect(await spooled()).toEqual([]);
    world.clock.setTo('2026-03-03T08:00:00+08:00');
    await notifications.runOnce();
    expect(await spooled()).toHaveLength(1);
  });

  test('danger goes out at once, by every channel, past every preference', async () => {
    await world.mailTo(notifications, 'zhao', {
      email: 'zhao@example.cn',
      channels: { emergency: [], important: [], routine: [] },
      hours: { from: '10:00', to: '11:00' },
    });
    world.clock.setTo('2026-03-03T02:00:00+08:00');
    await world.tell(['zhao'], 'danger', { severity: 'red' });
    await notifications.runOnce();
    expect(mail.mails).toHaveLength(1);
    expect(await spooled()).toMatchObject([{ channel: 'sms', text: expect.stringContaining('险情') }]);
  });

  test('hours of one’s own are kept, also when they were changed after it was planned', async () => {
    await world.tell(['wang']);
    await notifications.planner.drain();
    await world.database.transaction((tx) =>
      notifications.preferences.change(tx, 'wang', { hours: { from: '12:00', to: '14:00' } }),
    );
    await notifications.runOnce();
    expect(await spooled()).toEqual([]);
    world.clock.setTo('2026-03-02T12:00:00+08:00');
    await notifications.runOnce();
    expect(await spooled()).toHaveLength(1);
  });
});

describe('a digest', () => {
  test('gathers the routine reminders of a day into one mail, and leaves urgent ones alone', async () => {
    await world.mailTo(notifications, 'li', { email: 'li@example.cn' });
    for (const severity of ['remind', 'blue', 'red']) await world.tellRole('leader', { severity });
    await notifications.runOnce();
    expect(mail.mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('红牌')]);
    world.clock.setTo('2026-03-02T17:00:00+08:00');
    await world.tellRole('leader', { severity: 'blue' });
    await notifications.runOnce();
    expect(mail.mails).toHaveLength(2);
    expect(mail.mails[1]?.subject).toBe('【民议】今日提醒（2条）');
    expect(await world.database.query(`select status, lane from deliveries order by at, message`)).toMatchObject([
      { status: 'sent', lane: 'digest' },
      { status: 'sent', lane: 'digest' },
      { status: 'sent', lane: 'single' },
      { status: 'pending', lane: 'digest' },
    ]);
  });
});

describe('a mail server that is down', () => {
  test('for a day costs nothing: all is sent once, to each person in order', async () => {
    await world.mailTo(notifications, 'wang', { email: 'wang@example.cn' });
    await world.mailTo(notifications, 'li', { email: 'li@example.cn' });
    await mail.stop();
    const kinds = ['received', 'information_wanted', 'decision', 'outcome', 'final_answer'];
    for (const about of kinds.slice(1)) {
      await world.tell(['wang', 'li'], about);
      world.clock.advance({ minutes: 30 });
      await notifications.runOnce();
    }
    for (let hour = 0; hour < 24; hour += 1) {
      world.clock.advance({ hours: 1 });
      await Promise.all([notifications.runOnce(), opened().runOnce()]);
    }
    expect(mail.mails).toEqual([]);
    await mail.start();
    for (let turn = 0; turn < 5; turn += 1) {
      world.clock.advance({ minutes: 10 });
      await Promise.all([notifications.runOnce(), opened().runOnce()]);
    }
    for (const who of ['wang', 'li']) {
      const subjects = mail.mails.filter(({ to }) => to[0] === `${who}@example.cn`).map(({ subject }) => subject);
      expect(subjects).toEqual([
        expect.stringContaining('需补充情况'),
        expect.stringContaining('已有决定'),
        expect.stringContaining('请您评价'),
        expect.stringContaining('最终答复'),
      ]);
    }
  });

  test('for longer than three days is given up, shown, and can be sent again under the same id', async () => {
    await world.mailTo(notifications, 'nobody', { email: 'nobody@example.cn' });
    await mail.stop();
    await world.tell(['nobody']);
    await notifications.runOnce();
    world.clock.advance({ days: 3, hours: 1 });
    await notifications.runOnce();
    expect(await rows()).toEqual([{ person: 'nobody', channel: 'email', status: 'failed', reason: 'exhausted' }]);
    await mail.start();
    world.clock.advance({ minutes: 5 });
    const [failed] = await world.database.transaction((tx) => notifications.logbook.list(tx, { limit: 10 }));
    await world.database.transaction((tx) => notifications.logbook.replay(tx, failed?.id ?? ''));
    await notifications.runOnce();
    expect(mail.mails.map(({ messageId }) => messageId)).toEqual([`<${failed?.id ?? ''}@minyi.example.cn>`]);
  });
});

describe('a worker that dies', () => {
  test('between hand-over and record leaves a mail that comes again under the same Message-ID', async () => {
    await world.mailTo(notifications, 'wang', { email: 'wang@example.cn' });
    await world.tell(['wang']);
    await dies();
    expect(await rows()).toEqual([{ person: 'wang', channel: 'email', status: 'sent', reason: null }]);
  });

  test('leaves a digest that comes again whole under the same Message-ID', async () => {
    await world.mailTo(notifications, 'li', { email: 'li@example.cn' });
    for (const severity of ['remind', 'blue']) await world.tellRole('leader', { severity });
    await notifications.planner.drain();
    world.clock.setTo('2026-03-02T17:00:00+08:00');
    await dies();
    expect(mail.mails.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 2 }, () => '【民议】今日提醒（2条）'),
    );
    expect((await rows()).map(({ status }) => status)).toEqual(['sent', 'sent']);
  });

  /** One worker hands over and is gone, another takes its place. */
  async function dies(): Promise<void> {
    await notifications.planner.drain();
    // what the dead worker did: took the delivery, handed it over, recorded nothing
    const dying = world.notifications({
      mail: { url: mail.url, from: 'minyi@example.cn' },
      database: brokenAfterHandOver(),
      log: { warn: () => undefined, error: () => undefined },
    });
    await dying.sender.runOnce();
    expect(mail.mails).toHaveLength(1);
    await notifications.runOnce();
    expect(mail.mails).toHaveLength(1);
    world.clock.advance({ minutes: 3 });
    await notifications.runOnce();
    expect(mail.mails).toHaveLength(2);
    expect(new Set(mail.mails.map(({ messageId }) => messageId)).size).toBe(1);
  }

  /** A database that is lost as soon as the mail server has the mail. */
  function brokenAfterHandOver(): World['database'] {
    let isLost = false;
    mail.afterData = () => {
      isLost = true;
    };
    return new Proxy(world.database, {
      get: (target, name, receiver) => {
        if (isLost && (name === 'query' || name === 'transaction'))
          return () => Promise.reject(new Error('connection lost'));
        const value: unknown = Reflect.get(target, name, receiver);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }
});

describe('an address that is refused for good', () => {
  test('stops at once, is told by the next channel, and the person stays in the log', async () => {
    await world.mailTo(notifications, 'wang', { email: 'wrong@example.cn' });
    mail.unknown.add('wrong@example.cn');
    await world.tell(['wang']);
    await notifications.runOnce();
    expect(await rows()).toEqual([
      { person: 'wang', channel: 'email', status: 'failed', reason: 'refused' },
      { person: 'wang', channel: 'sms', status: 'sent', reason: null },
    ]);
    const [{ error } = { error: '' }] = await world.database.query<{ error: string }>(
      `select last_error as error from deliveries where status = 'failed'`,
    );
    expect(error).toContain('550');
    expect(error).not.toContain('wrong@');
  });

  test('puts whoever has no other channel on the call list', async () => {
    await world.mailTo(notifications, 'nobody', { email: 'wrong@example.cn' });
    mail.unknown.add('wrong@example.cn');
    await world.tell(['nobody']);
    await notifications.runOnce();
    expect(await world.database.query('select person, unit, reason from call_entries')).toEqual([
      { person: 'nobody', unit: 'b1', reason: 'failed' },
    ]);
  });
});

describe('a person', () => {
  test('who was erased after it was planned is told nothing any more', async () => {
    await world.tell(['gone']);
    await notifications.planner.drain();
    await world.database.query(`update people set erased_on = '2026-03-02' where id = 'gone'`);
    await notifications.runOnce();
    expect(await rows()).toEqual([{ person: 'gone', channel: 'sms', status: 'skipped', reason: 'person_gone' }]);
    await world.tell(['gone']);
    await notifications.runOnce();
    expect(await rows()).toHaveLength(1);
    await world.database.query(`update people set erased_on = null where id = 'gone'`);
  });

  test('without any channel is called about what is important, and not about the rest', async () => {
    await world.tell(['nobody'], 'received');
    await world.tell(['nobody'], 'outcome');
    await notifications.runOnce();
    expect(await world.database.query('select person, about, reason from call_entries')).toEqual([
      { person: 'nobody', about: 'outcome', reason: 'no_channel' },
    ]);
  });

  test('who has switched a channel off since is told by the next one', async () => {
    await world.mailTo(notifications, 'wang', { email: 'wang@example.cn' });
    await world.tell(['wang']);
    await notifications.planner.drain();
    await world.database.transaction((tx) =>
      notifications.preferences.change(tx, 'wang', {
        channels: { emergency: ['sms'], important: ['sms'], routine: [] },
      }),
    );
    await notifications.runOnce();
    expect(await rows()).toEqual([
      { person: 'wang', channel: 'email', status: 'skipped', reason: 'preference' },
      { person: 'wang', channel: 'sms', status: 'sent', reason: null },
    ]);
  });
});

describe('an absence', () => {
  const absence = { id: 'a1', person: 'li', substitute: 'zhao', from: '2026-03-01', to: '2026-03-08', by: 'li' };
  test('what concerns work goes to the substitute too, in-app as well; what is one’s own stays one’s own', async () => {
    await world.database.transaction((tx) => notifications.substitutes.enter(tx, absence));
    const cause = await world.tellRole('leader');
    await world.tell(['li'], 'outcome');
    await notifications.runOnce();
    expect(await rows()).toEqual([
      { person: 'li', channel: 'sms', status: 'sent', reason: null },
      { person: 'li', channel: 'sms', status: 'sent', reason: null },
      { person: 'zhao', channel: 'sms', status: 'sent', reason: null },
    ]);
    expect(await world.database.query(`select id from messages where person = 'zhao'`)).toEqual([
      { id: `${cause}:p:zhao` },
    ]);
  });

  test('substitutes form no chain: who is away stands in for nobody', async () => {
    let entered = 0;
    const enter = (more: object) => {
      entered += 1;
      return world.database.transaction((tx) =>
        notifications.substitutes.enter(tx, { ...absence, id: String(entered), ...more }),
      );
    };
    await enter({});
    await expect(enter({ person: 'zhao', substitute: 'wang' })).rejects.toThrow('notify.stands_in');
    await expect(enter({ person: 'wang', substitute: 'li' })).rejects.toThrow('notify.substitute_away');
    await expect(enter({ substitute: 'li' })).rejects.toThrow('notify.own_substitute');
    await expect(enter({ from: '2026-03-09', to: '2026-03-09' })).rejects.toThrow('notify.period_impossible');
  });

  test('ends when the person is back', async () => {
    await world.database.transaction((tx) => notifications.substitutes.enter(tx, absence));
    world.clock.setTo('2026-03-08T09:00:00+08:00');
    await world.tellRole('leader');
    await notifications.runOnce();
    expect((await rows()).map(({ person }) => person)).toEqual(['li']);
  });
});

describe('an address', () => {
  test('is written to only after the code that was sent to it came back', async () => {
    const { preferences } = notifications;
    await world.database.transaction((tx) => notifications.changePreferences(tx, 'wang', { email: 'wang@example.cn' }));
    await notifications.runOnce();
    const code = /\d{8}/.exec(mail.mails[0]?.text ?? '')?.[0] ?? '';
    const confirm = (given: string) => world.database.transaction((tx) => preferences.confirm(tx, 'wang', given));
    expect(await confirm(code === '00000000' ? '1' : '00000000')).toBe(false);
    expect(await confirm(code)).toBe(true);
    expect(await world.database.transaction((tx) => preferences.view(tx, 'wang'))).toMatchObject({
      email: 'w***@example.cn',
      isEmailConfirmed: true,
    });
  });

  test('whose code was guessed five times stays unconfirmed', async () => {
    const { preferences } = notifications;
    await world.database.transaction((tx) => preferences.change(tx, 'wang', { email: 'wang@example.cn' }));
    const code = await world.database.transaction((tx) => preferences.code(tx, 'wang'));
    const confirm = (given: string) => world.database.transaction((tx) => preferences.confirm(tx, 'wang', given));
    for (let turn = 0; turn < 5; turn += 1) await confirm('wrong');
    expect(await confirm(code?.code ?? '')).toBe(false);
  });
});
