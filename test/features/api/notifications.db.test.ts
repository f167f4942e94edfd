import { randomUUID } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId, type DemoPersonKey } from '#apps/demo';
import { tellPersons } from '#libs/notify';

import { testApi } from './testing/api.js';

const api = testApi();
const city = unitId('jyg');
const limin = unitId('limin');

/** A case of the resident's, and what they are told of it. */
async function told(about: string, who: DemoPersonKey = 'resident'): Promise<string> {
  const reply = await api.post('/api/v1/cases', {
    as: 'resident',
    body: {
      workflow: 'issue',
      input: { danger: false, title: '张三家的暖气不热', description: '我是张三，住一单元', unit: limin },
    },
  });
  const call = { id: randomUUID(), caseId: reply.body.id, at: api.platform.now() };
  await api.platform.database.transaction((tx) => tellPersons({ tx, call }, [demoPersonId(who)], { about }));
  return reply.body.id;
}
const body = (text: string) => JSON.parse(text) as Record<string, unknown> & { rows: Record<string, unknown>[] };

describe('how I am told', () => {
  test('is read and changed by whoever it is about; the address stays masked and waits for its code', async () => {
    const changed = await api.post('/api/v1/my/notifications', {
      as: 'resident',
      body: { email: 'zhang@example.cn', hours: { from: '09:00', to: '18:00' }, digest: false },
    });
    expect(body(changed.text)).toMatchObject({
      email: 'z***@example.cn',
      isEmailConfirmed: false,
      hours: { from: '09:00', to: '18:00' },
      digest: false,
    });
    const wrong = await api.post('/api/v1/my/notifications/confirm', { as: 'resident', body: { code: 'wrong' } });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'notify.code_wrong']);
    const hours = { from: '20:00', to: '08:00' };
    const impossible = await api.post('/api/v1/my/notifications', { as: 'resident', body: { hours } });
    expect([impossible.status, impossible.body.code]).toEqual([422, 'notify.hours_impossible']);
    const other = await api.get('/api/v1/my/notifications', { as: 'neighbour' });
    expect(body(other.text)).toMatchObject({ email: null, hours: null, digest: true });
  });
});

describe('somebody who is away', () => {
  test('names a colleague, not a stranger, and a request sent twice is one absence', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const absence = (substitute: DemoPersonKey) => ({
      as: 'coordinator' as const,
      headers,
      body: { substitute: demoPersonId(substitute), from: '2030-03-01', to: '2030-03-08' },
    });
    const unfit = await api.post('/api/v1/my/absences', absence('resident'));
    expect([unfit.status, unfit.body.code]).toEqual([409, 'notify.substitute_unfit']);
    const first = await api.post('/api/v1/my/absences', absence('secretary'));
    const again = await api.post('/api/v1/my/absences', absence('secretary'));
    expect([first.status, again.body.id]).toEqual([200, first.body.id]);
    const stranger = await api.post(`/api/v1/absences/${first.body.id}/end`, { as: 'resident' });
    expect(stranger.status).toBe(404);
    const ended = await api.post(`/api/v1/absences/${first.body.id}/end`, { as: 'secretary' });
    expect(body(ended.text)['endedAt']).not.toBeNull();
  });
});

describe('what leaves the house without servers', () => {
  test('is laid down for the operator, masked, and says nothing of what was written', async () => {
    await told('outcome', 'neighbour');
    await api.platform.notifications.planner.drain();
    // whatever the time of day is
    await api.platform.database.query(
      `update deliveries set next_at = now() - interval '1 minute', lane = 'emergency'`,
    );
    await api.platform.notifications.sender.drain();
    const spool = await api.get(`/api/v1/deliveries/spool?unit=${city}`, { as: 'operator' });
    expect(spool.status).toBe(200);
    expect(spool.text).not.toMatch(/张三|暖气/);
    const standing = await api.get(`/api/v1/deliveries/standing?unit=${city}`, { as: 'operator' });
    expect(standing.status).toBe(200);
    expect((await api.get(`/api/v1/deliveries?unit=${city}`, { as: 'coordinator' })).status).toBe(403);
  });
});

test('the log of the one mail server is no longer read by one operator where another root has an operator, too', async () => {
  const { database, registry } = api.platform;
  const urls = ['deliveries', 'deliveries/spool', 'deliveries/standing'];
  const read = () => Promise.all(urls.map((url) => api.get(`/api/v1/${url}?unit=${city}`, { as: 'operator' })));
  expect((await read()).map(({ status }) => status)).toEqual([200, 200, 200]);
  const id = randomUUID();
  const office = { id, person: demoPersonId('elsewhere'), unit: unitId('qilian'), role: 'operator' };
  await database.transaction((tx) => registry.insert(tx, { offices: [{ ...office, from: '2026-01-01', to: null }] }));
  expect((await read()).map(({ status }) => status)).toEqual([403, 403, 403]);
  await database.query('delete from offices where id = $1', [id]);
});

describe('the call list', () => {
  test('shows its coordinator who to call and what to say; the number is shown and journaled; two days in vain end it', async () => {
    const { database, notifications, registry } = api.platform;
    const person = demoPersonId('resident');
    const unit = (await database.transaction((tx) => registry.person(tx, person)))?.unit ?? '';
    const caseId = await told('received');
    // what nobody has sorted yet is told to nobody but those who sort
    const sorted = { act: 'sortAsCommon', input: {} };
    expect((await api.post(`/api/v1/cases/${caseId}/acts`, { as: 'collector', body: sorted })).status).toBe(200);
    await database.transaction((tx) =>
      notifications.calls.add(tx, {
        person,
        unit,
        caseId,
        message: 'm-1',
        cause: 'c-1',
        about: 'outcome',
        reason: 'no_channel',
        isReserved: false,
      }),
    );
    const list = await api.get(`/api/v1/calls?unit=${limin}`, { as: 'coordinator' });
    const [row] = body(list.text).rows;
    expect(row).toMatchObject({ person, status: 'open', say: { zh: expect.stringContaining('请您评价') } });
    expect(JSON.stringify(row)).not.toMatch(/暖气/);
    const id = String(row?.['id']);
    for (const page of ['print', 'slips']) {
      const printed = await api.get(`/api/v1/calls/${page}?unit=${limin}`, { as: 'coordinator' });
      expect([printed.status, printed.type]).toEqual([200, expect.stringContaining('text/html')]);
      expect(printed.text).toContain('请您评价');
      expect(printed.text).not.toContain('暖气');
    }
    const logged = await api.post(`/api/v1/calls/${id}/attempts`, { as: 'coordinator', body: { outcome: 'reached' } });
    expect(body(logged.text)).toMatchObject({ status: 'done' });
    const stranger = await api.post(`/api/v1/calls/${id}/attempts`, { as: 'resident', body: { outcome: 'reached' } });
    expect(stranger.status).toBe(403);
    const phone = await api.post(`/api/v1/calls/${id}/phone`, { as: 'coordinator' });
    expect([phone.status, phone.body.code]).toEqual([409, 'call.ended']);
  });
});

describe('webhooks and robots', () => {
  const hook = { unit: city, name: '大屏', url: 'https://screen.example.cn/minyi', events: ['case.changed'] };
  test('are set up by operators; the secret is shown once, the address never again', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const made = await api.post('/api/v1/webhooks', { as: 'operator', headers, body: hook });
    const again = await api.post('/api/v1/webhooks', { as: 'operator', headers, body: hook });
    expect(made.status).toBe(200);
    expect(again.text).toBe(made.text);
    const list = await api.get(`/api/v1/webhooks?unit=${city}`, { as: 'operator' });
    expect(body(list.text).rows).toMatchObject([{ host: 'screen.example.cn', isActive: true }]);
    expect(list.text).not.toMatch(/whsec|\/minyi/);
    const id = String(body(list.text).rows[0]?.['id']);
    const test = await api.post(`/api/v1/webhooks/${id}/test`, { as: 'operator' });
    expect(body(test.text)).toMatchObject({ event: 'webhook.test', status: 'pending' });
    const early = await api.post(`/api/v1/webhooks/${id}/deliveries/${test.body.id}/replay`, { as: 'operator' });
    expect([early.status, early.body.code]).toEqual([409, 'notify.not_replayable']);
    await api.post(`/api/v1/webhooks/${id}/switch`, { as: 'operator', body: { isActive: false } });
  });

  test('lead nowhere inside the house', async () => {
    for (const url of ['http://screen.example.cn/', 'https://127.0.0.1/', 'https://192.168.1.4/x']) {
      const refused = await api.post('/api/v1/webhooks', { as: 'operator', body: { ...hook, url } });
      expect([url, refused.status, refused.body.code]).toEqual([url, 422, 'notify.address_refused']);
    }
  });
});
