import { describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId } from '#apps/demo';
import type { Actor } from '#libs/engine';

import { codeAndStatus, testApi, type Request } from './testing/api.js';

const api = testApi();
const limin = unitId('limin');
const SYSTEM: Actor = { kind: 'system', name: 'test' };

const act = (id: string, name: string, request: Request & { input?: object }) =>
  api.post(`/api/v1/cases/${id}/acts`, { ...request, body: { act: name, input: request.input ?? {} } });
const print = (id: string, what: string, request: Request = {}) =>
  api.get(`/api/v1/cases/${id}/print/${what}`, request);

async function done(id: string, name: string, request: Request & { input?: object }): Promise<void> {
  const reply = await act(id, name, request);
  expect([name, reply.status, reply.body.code]).toEqual([name, 200, undefined]);
}

/** An evening talk that has begun; answers its id. */
async function talk(): Promise<string> {
  const input = {
    unit: limin,
    level: 'grid',
    kind: 'eveningTalk',
    title: '楼前<停车>夜谈会',
    startsAt: '2026-01-05T11:30:00.000Z',
    members: 30,
  };
  const reply = await api.post('/api/v1/cases', { as: 'coordinator', body: { workflow: 'meeting', input } });
  expect([reply.status, reply.body.code]).toEqual([201, undefined]);
  const persons = [demoPersonId('resident'), demoPersonId('neighbour')];
  await done(reply.body.id, 'recordArrivals', { as: 'secretary', input: { persons } });
  await done(reply.body.id, 'openSitting', { as: 'coordinator' });
  await done(reply.body.id, 'closeSitting', { as: 'coordinator' });
  return reply.body.id;
}

/** A notice that waits to be hung; its words are those of an issue. */
async function notice(): Promise<string> {
  const input = { danger: false, title: '加装电梯方案', description: '七号楼一单元', unit: limin };
  const issue = (await api.post('/api/v1/cases', { as: 'resident', body: { workflow: 'issue', input } })).body.id;
  const { title } = ((await api.platform.cases.stored(issue))?.context ?? {}) as { title: string };
  const facts = { kind: 'plan', fields: { cost: 300000, funds: '维修资金' }, owners: true, blocking: true, days: 7 };
  const started = await api.platform.cases.start({
    workflow: 'notice',
    input: { issue, unit: limin, title, text: title, ...facts },
    actor: SYSTEM,
  });
  if (!started.ok) throw new Error(started.refusal.code);
  return started.caseId;
}

describe('minutes on paper', () => {
  test('are a draft for those who run the meeting, and nothing for others, until they are signed', async () => {
    const id = await talk();
    const draft = await print(id, 'minutes', { as: 'coordinator' });
    expect([draft.status, draft.type]).toEqual([200, expect.stringContaining('text/html')]);
    expect(draft.text).toContain('草稿，未签署');
    for (const reader of [{}, { as: 'resident' }] as const)
      expect(codeAndStatus(await print(id, 'minutes', reader))).toEqual([404, 'case.unknown']);
    await done(id, 'draftMinutes', { as: 'secretary', input: { text: '大家同意下周再看一次现场。' } });
    await done(id, 'signMinutes', { as: 'coordinator' });
    const signed = await print(id, 'minutes');
    expect(signed.status).toBe(200);
    expect(signed.text).toContain('夜谈会会议纪要');
    expect(signed.text).toContain('大家同意下周再看一次现场。');
    expect(signed.text).not.toContain('草稿');
  });

  test('name people to those who run the meeting only, and never run what was typed', async () => {
    const id = await talk();
    await done(id, 'draftMinutes', { as: 'secretary', input: { text: '无。' } });
    await done(id, 'signMinutes', { as: 'coordinator' });
    const people = await api.platform.database.transaction((tx) =>
      api.platform.registry.people(tx, [demoPersonId('secretary')]),
    );
    const name = people[0]?.name ?? '-';
    expect((await print(id, 'minutes', { as: 'coordinator' })).text).toContain(name);
    const open = (await print(id, 'minutes')).text;
    expect(open).not.toContain(name);
    expect(open).toContain('楼前&lt;停车&gt;夜谈会');
  });
});

describe('a notice on paper', () => {
  test('is printed by those who hang it before it hangs, and by everybody afterwards', async () => {
    const id = await notice();
    expect(codeAndStatus(await print(id, 'notice'))).toEqual([404, 'case.unknown']);
    const before = await print(id, 'notice', { as: 'coordinator' });
    expect(before.text).toContain('自张贴之日起算');
    const places = [{ place: '居务公开栏', photo: 'file-1' }];
    const posted = await api.platform.cases.act({
      caseId: id,
      act: 'post',
      input: { places },
      actor: { kind: 'person', person: demoPersonId('coordinator') },
    });
    expect(posted.ok).toBe(true);
    const after = await print(id, 'notice');
    for (const part of ['加装电梯方案', '费用：300000 元', '民法典第二百八十条', '<svg', 'class="large"'])
      expect(after.text).toContain(part);
    expect(after.text).toMatch(/公示期 7 天：\d{4}-\d\d-\d\d 至 \d{4}-\d\d-\d\d/);
    const chat = await print(id, 'chat-text');
    expect(chat.type).toContain('text/plain');
    expect(chat.text).toMatch(/^【方案公示】加装电梯方案/);
    expect(chat.text).toContain(`/cases/${id}`);
  });

  test('is not printed of a case that is none', async () => {
    const id = await talk();
    expect(codeAndStatus(await print(id, 'notice', { as: 'coordinator' }))).toEqual([404, 'case.unknown']);
    expect(codeAndStatus(await print('nothing', 'minutes', { as: 'coordinator' }))).toEqual([404, 'case.unknown']);
  });
});
