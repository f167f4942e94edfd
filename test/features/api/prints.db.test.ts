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

/** A stairwell's owners' ballot whose roll is drawn; `open`: papers are taken. */
async function vote({ open = true }: { open?: boolean } = {}) {
  const unit = unitId('limin-b7-s1');
  const input = { taking: 'papers', title: '<加装>门禁', unit, rule: 'owners-special', roll: { of: 'owners', unit } };
  const started = await api.post('/api/v1/cases', { as: 'coordinator', body: { workflow: 'ballot', input } });
  expect([started.status, started.text]).toEqual([201, started.text]);
  const { id } = started.body;
  const { ballots, database } = api.platform;
  while ((await database.transaction((tx) => ballots.ballotOf(tx, id))) === null)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return database.transaction(async (tx) => {
    if (open) await ballots.open(tx, id, { closesAt: '2099-01-01T00:00:00.000Z' });
    return { id, units: await ballots.papers.roll(tx, id) };
  });
}

describe('ballot papers', () => {
  const papers = (id: string, query = '', request: Request = { as: 'coordinator' }) =>
    api.get(`/api/v1/ballots/${id}/print/papers${query}`, request);

  test('are a page for each voting unit with its number, and never run what was typed', async () => {
    const { id, units } = await vote();
    const all = await papers(id);
    expect([all.status, all.type]).toEqual([200, expect.stringContaining('text/html')]);
    for (const { entry } of units) expect(all.text).toContain(entry);
    expect(all.text.match(/class="sheet"/g)).toHaveLength(units.length);
    for (const part of ['表决票', '□ 同意', '□ 不同意', '□ 弃权', '投票人签名', '&lt;加装&gt;门禁', '2099'])
      expect(all.text).toContain(part);
    const [first, second] = units;
    const one = await papers(id, `?entries=${first?.entry ?? ''}`);
    expect(one.text).toContain(first?.entry);
    expect(one.text).not.toContain(second?.entry);
    expect((await papers(id, `?building=${unitId('limin-b7')}`)).text.match(/class="sheet"/g)).toHaveLength(
      units.length,
    );
    expect((await papers(id, `?building=${unitId('limin-b9')}`)).text).toContain('没有要打印的选票');
  });

  test('are printed by those who run the ballot, before it opens and as long as it is open', async () => {
    const { id } = await vote({ open: false });
    expect((await papers(id)).status).toBe(200);
    for (const as of ['resident', 'gridLeader', 'chair'] as const)
      expect(codeAndStatus(await papers(id, '', { as }))).toEqual([403, 'access.denied']);
    expect(codeAndStatus(await papers(id, '', {}))).toEqual([401, 'access.unauthenticated']);
    const { ballots, database } = api.platform;
    await database.transaction(async (tx) => {
      await ballots.open(tx, id, { closesAt: '2099-01-01T00:00:00.000Z' });
      await ballots.close(tx, id);
    });
    expect(codeAndStatus(await papers(id))).toEqual([409, 'ballot.wrong_status']);
  });
});

describe('the result of a ballot on paper', () => {
  test('is for everybody once it is counted, with the figures against their rule', async () => {
    const { id } = await vote();
    expect(codeAndStatus(await print(id, 'result', { as: 'coordinator' }))).toEqual([404, 'case.unknown']);
    const { ballots, database, localDateOf, now } = api.platform;
    await database.transaction((tx) => ballots.close(tx, id));
    await database.transaction((tx) => ballots.count(tx, id, localDateOf(now())));
    const hung = await print(id, 'result');
    expect(hung.status).toBe(200);
    for (const part of ['表决结果', '参加的不够，没有结果', '按面积（平方米）', '须不少于3分之2：✗ 没有达到', '<svg'])
      expect(hung.text).toContain(part);
  });
});

describe('a report form on paper', () => {
  test('is for everybody, asks about danger first and names where it is handed in', async () => {
    const form = await api.get(`/api/v1/units/${limin}/print/report-form`);
    expect([form.status, form.type]).toEqual([200, expect.stringContaining('text/html')]);
    expect(form.text.indexOf('110')).toBeLessThan(form.text.indexOf('什么事'));
    for (const part of ['交到利民社区', '见证人', '/report']) expect(form.text).toContain(part);
    expect(codeAndStatus(await api.get('/api/v1/units/nothing/print/report-form'))).toEqual([404, 'resource.unknown']);
  });
});

describe('the notice of a meeting', () => {
  test('says when and about what, and never the code by which members check in', async () => {
    const id = await talk();
    const { code } = ((await api.platform.cases.stored(id))?.context ?? {}) as { code: string | null };
    const notice = await print(id, 'meeting-notice');
    expect(notice.status).toBe(200);
    for (const part of ['夜谈会会议通知', '楼前&lt;停车&gt;夜谈会', '2026']) expect(notice.text).toContain(part);
    if (code !== null) expect(notice.text).not.toContain(code);
    expect(codeAndStatus(await print('nothing', 'meeting-notice'))).toEqual([404, 'case.unknown']);
  });
});

describe('the sheets of a task', () => {
  /** A task of the heating company; answers its id. */
  async function task(): Promise<string> {
    const started = await api.platform.cases.start({
      workflow: 'issue',
      input: { danger: false, title: '七号楼不热', unit: limin, place: unitId('limin-b7') },
      actor: { kind: 'person', person: demoPersonId('resident') },
    });
    if (!started.ok) throw new Error(started.refusal.code);
    const issue = started.caseId;
    await done(issue, 'reply', { as: 'collector', input: { text: '收到。' } });
    await done(issue, 'sortAsCommon', { as: 'collector', input: { category: 'heating' } });
    await done(issue, 'stateCompetence', { as: 'adviser', input: { decides: 'department', text: '供热单位维护。' } });
    await done(issue, 'takeDirectLine', { as: 'coordinator', input: { reason: 'statutory_duty', text: '法定职责。' } });
    const order = { measure: '更换<阀门>。', lead: unitId('heating'), class: 'general' };
    await done(issue, 'dispatch', { as: 'coordinator', input: order });
    for (;;) {
      const { rows } = (await api.get(`/api/v1/cases?parent=${issue}&workflow=task`, { as: 'coordinator' })).body;
      if (rows[0] !== undefined) return rows[0].id;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  test('are an order of work from the start, and a return sheet once it was returned', async () => {
    const id = await task();
    const order = await print(id, 'orders/dispatch', { as: 'coordinator' });
    expect(order.status).toBe(200);
    for (const part of ['交办单', '更换&lt;阀门&gt;。', '签收人']) expect(order.text).toContain(part);
    for (const early of ['urge', 'supervision', 'return', 'completion'])
      expect(codeAndStatus(await print(id, `orders/${early}`, { as: 'coordinator' }))).toEqual([404, 'case.unknown']);
    const input = { ground: 'not_our_duty', reason: '阀门在户内。', basis: '供热管理条例' };
    await done(id, 'returnTask', { as: 'department', input });
    const back = await print(id, 'orders/return', { as: 'coordinator' });
    for (const part of ['退单', '不是本单位职责', '阀门在户内。', '供热管理条例']) expect(back.text).toContain(part);
  });

  test('are for those who dispatch, do or verify it, and unknown to everybody else', async () => {
    const id = await task();
    for (const reader of [{}, { as: 'resident' }, { as: 'neighbour' }] as const)
      expect(codeAndStatus(await print(id, 'orders/dispatch', reader))).toEqual([404, 'case.unknown']);
    expect((await print(id, 'orders/dispatch', { as: 'department' })).status).toBe(200);
  });
});
