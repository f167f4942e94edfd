import { describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId } from '#apps/demo';

import { codeAndStatus, testApi, type FormSchema, type Request } from './testing/api.js';

const api = testApi();
const limin = unitId('limin');

/** A resident says something; answers the id of the case. */
async function say(input: Record<string, unknown> = {}): Promise<string> {
  const reply = await api.post('/api/v1/cases', {
    as: 'resident',
    body: {
      workflow: 'issue',
      input: { danger: false, title: '楼道灯不亮', description: '三单元二楼，已经一周了', unit: limin, ...input },
    },
  });
  expect(reply.status).toBe(201);
  return reply.body.id;
}

const act = (id: string, name: string, request: Request & { input?: object }) =>
  api.post(`/api/v1/cases/${id}/acts`, { ...request, body: { act: name, input: request.input ?? {} } });
const read = (id: string, request: Request = {}) => api.get(`/api/v1/cases/${id}`, request);

describe('a case from being said to being acted on', () => {
  test('is started, read with what the reader may do, and moves when somebody acts', async () => {
    const id = await say();
    const mine = await read(id, { as: 'collector' });
    expect(mine.headers['etag']).toBe('"1"');
    expect(mine.body).toMatchObject({
      workflow: 'issue',
      version: 1,
      status: 'active',
      title: '楼道灯不亮',
      stage: { key: 'say' },
    });
    const ability = mine.body.abilities.find((one) => one.act === 'sortAsCommon');
    const label = { zh: expect.any(String), en: expect.any(String) };
    expect(ability).toMatchObject({ confirm: false, label, input: { type: 'object' } });
    const done = await act(id, 'addNote', { as: 'coordinator', input: { text: '已到现场', files: [] } });
    expect([done.status, done.body.version, done.headers['etag']]).toEqual([200, 2, '"2"']);
  });

  test('says what is possible instead of an act that is not', async () => {
    const id = await say();
    const input = { measure: '换灯', lead: unitId('heating'), class: 'general' };
    const reply = await act(id, 'dispatch', { as: 'coordinator', input });
    expect(codeAndStatus(reply)).toEqual([409, 'act.not_allowed']);
    expect(reply.body.allowed).toContain('addNote');
    expect(reply.text).toContain('现在不能做“派单”');
    const unknown = await act(id, 'fly', { as: 'coordinator' });
    expect(codeAndStatus(unknown)).toEqual([404, 'act.unknown']);
  });

  test('refuses an act of somebody without the office', async () => {
    const id = await say();
    const reply = await act(id, 'addNote', { as: 'resident', input: { text: 'x', files: [] } });
    expect(codeAndStatus(reply)).toEqual([403, 'access.denied']);
  });

  test('lets nobody answer themselves: a first reply to one’s own report would end its clock', async () => {
    const id = await say();
    const body = { act: 'reply', input: { text: '收到。' } };
    expect(codeAndStatus(await api.post(`/api/v1/cases/${id}/acts`, { as: 'resident', body }))).toEqual([
      403,
      'access.denied',
    ]);
    const { abilities } = (await api.get(`/api/v1/cases/${id}`, { as: 'resident' })).body;
    expect(abilities.map(({ act }) => act)).not.toContain('reply');
  });

  test('refuses an act on a version that is not the present one', async () => {
    const id = await say();
    const note = { as: 'coordinator' as const, input: { text: 'x', files: [] } };
    await act(id, 'addNote', note);
    const stale = await act(id, 'addNote', { ...note, headers: { 'if-match': '"1"' } });
    expect(codeAndStatus(stale)).toEqual([412, 'case.version_stale']);
    expect((await act(id, 'addNote', { ...note, headers: { 'if-match': '"2"' } })).status).toBe(200);
    const broken = await act(id, 'addNote', { ...note, headers: { 'if-match': 'seven' } });
    expect(codeAndStatus(broken)).toEqual([400, 'request.malformed']);
  });

  test('applies an act sent twice with one key once', async () => {
    const id = await say();
    const note = {
      as: 'coordinator' as const,
      input: { text: 'x', files: [] },
      headers: { 'idempotency-key': `note-${id}` },
    };
    const [first, second] = [await act(id, 'addNote', note), await act(id, 'addNote', note)];
    expect([first.body.version, second.body.version, second.body.repeated]).toEqual([2, 2, true]);
  });

  test('is not sent again to a reader who has this version', async () => {
    const id = await say();
    expect((await read(id, { as: 'coordinator', headers: { 'if-none-match': '"1"' } })).status).toBe(304);
  });

  test('shows its journal page by page, and itself as it was', async () => {
    const id = await say();
    await act(id, 'addNote', { as: 'coordinator', input: { text: '甲', files: [] } });
    const first = await api.get(`/api/v1/cases/${id}/journal?limit=1`, { as: 'coordinator' });
    expect(first.body.rows.map((row) => row.kind)).toEqual(['started']);
    const next = await api.get(`/api/v1/cases/${id}/journal?limit=5&cursor=${first.body.next ?? ''}`, {
      as: 'coordinator',
    });
    expect(next.body.rows[0]).toMatchObject({
      seq: 2,
      kind: 'act',
      act: 'addNote',
      by: { kind: 'person', person: demoPersonId('coordinator') },
    });
    expect(next.body.rows[0]?.prevHash).toBe(first.body.rows[0]?.hash);
    const asOf = await api.get(`/api/v1/cases/${id}/as-of/1`, { as: 'coordinator' });
    expect(asOf.body).toMatchObject({ id, seq: 1, status: 'active' });
    expect(codeAndStatus(await api.get(`/api/v1/cases/${id}/as-of/99`, { as: 'coordinator' }))).toEqual([
      404,
      'resource.unknown',
    ]);
  });

  test('is drawn with its state lit', async () => {
    const id = await say();
    const mermaid = await api.get(`/api/v1/cases/${id}/chart?format=mermaid`, { as: 'coordinator' });
    expect(mermaid.text).toMatch(/class .+ active/);
    const svg = await api.get(`/api/v1/cases/${id}/chart?format=svg&lang=en`, { as: 'coordinator' });
    expect([svg.type, svg.text.startsWith('<svg')]).toEqual(['image/svg+xml; charset=utf-8', true]);
    expect(svg.text).toContain('#ffd65c');
  });

  test('tells where it stood after each entry that moved it', async () => {
    const id = await say();
    await act(id, 'addNote', { as: 'coordinator', input: { text: '看过了', files: [] } });
    const before = await api.get(`/api/v1/cases/${id}/path`, { as: 'coordinator' });
    expect(before.body.rows.map(({ seq }) => seq)).toEqual([1]);
    expect(before.body.rows[0]?.states).toContain('issue.open.reply.waiting');
    const { body: workflow } = await api.get('/api/v1/workflows/issue');
    const boxes = new Set(workflow.states.map((state) => state.id));
    expect(before.body.rows[0]?.states.filter((state) => !boxes.has(state))).toEqual([]);
  });

  test('waits on the desk of whoever it waits for, oldest deadline first', async () => {
    const id = await say();
    const { body } = await api.get('/api/v1/desk?limit=200', { as: 'coordinator' });
    expect(body.rows.some((row) => row.id === id && row.acts.length > 0)).toBe(true);
    const dues = body.rows.map((row) => row.dueAt ?? '9999');
    expect(dues).toEqual([...dues].sort());
  });
});

describe('a list of cases', () => {
  test('is filtered and paged', async () => {
    const ids = [await say({ title: '独特甲' }), await say({ title: '独特乙' }), await say({ title: '独特丙' })];
    const first = await api.get(`/api/v1/cases?text=${encodeURIComponent('独特')}&limit=2`, { as: 'coordinator' });
    const second = await api.get(
      `/api/v1/cases?text=${encodeURIComponent('独特')}&limit=2&cursor=${first.body.next ?? ''}`,
      { as: 'coordinator' },
    );
    const listed = [...first.body.rows, ...second.body.rows].map((row) => row.id);
    expect(listed).toEqual(ids.reverse());
    expect(second.body.next).toBeNull();
    const none = await api.get('/api/v1/cases?workflow=issue&stage=review&status=done', { as: 'coordinator' });
    expect(none.body.rows).toEqual([]);
  });
});

describe('what a reader is shown', () => {
  test('an internal case does not exist for visitors and neighbours, anywhere', async () => {
    const id = await say({ title: '内部的事' });
    for (const as of [undefined, 'neighbour'] as const) {
      const asking: Request = as === undefined ? {} : { as };
      for (const url of ['', '/journal', '/as-of/1', '/path', '/chart'])
        expect(codeAndStatus(await api.get(`/api/v1/cases/${id}${url}`, asking))).toEqual([404, 'case.unknown']);
      const list = await api.get('/api/v1/cases?limit=200', asking);
      expect(list.body.rows.some((row) => row.id === id)).toBe(false);
    }
    expect(codeAndStatus(await act(id, 'addNote', { as: 'neighbour', input: {} }))).toEqual([404, 'case.unknown']);
    expect(codeAndStatus(await act(id, 'nonsense', { as: 'neighbour' }))).toEqual([404, 'case.unknown']);
  });

  test('the reporter sees what was said, not who works on it or what they noted', async () => {
    const id = await say({ description: '请尽快修理' });
    await act(id, 'addNote', { as: 'coordinator', input: { text: '内部备注：物业欠费', files: [] } });
    const { body, text } = await read(id, { as: 'resident' });
    expect(Object.values(body.texts)).toContain('请尽快修理');
    expect(text).not.toContain('物业欠费');
    expect(body.context).toBeUndefined();
    const journal = await api.get(`/api/v1/cases/${id}/journal`, { as: 'resident' });
    expect(journal.body.rows[1]).toMatchObject({ act: 'addNote', by: { kind: 'person' } });
    expect(journal.text).not.toContain(demoPersonId('coordinator'));
    expect(journal.body.rows[1]?.body).toBeUndefined();
  });

  test('a common matter is public: visitors see the step, not the people', async () => {
    const id = await say({ title: '停车位不够', description: '晚上没有地方停' });
    const sorted = await act(id, 'sortAsCommon', { as: 'collector', input: await inputFor(id, 'sortAsCommon') });
    expect(sorted.status).toBe(200);
    const { body, text } = await read(id);
    expect(body).toMatchObject({ title: '停车位不够', visibility: 'public', abilities: [] });
    expect([body.parties, body.context]).toEqual([undefined, undefined]);
    expect(text).not.toContain(demoPersonId('resident'));
    expect(text).not.toContain('晚上没有地方停');
  });
});

/** The smallest input an act takes, from its JSON Schema: what a form without any typing would send. */
async function inputFor(id: string, name: string): Promise<object> {
  const { body } = await read(id, { as: 'collector' });
  const input = body.abilities.find((one) => one.act === name)?.input;
  return Object.fromEntries(
    (input?.required ?? []).map((field) => [field, smallest(input?.properties?.[field] ?? {})]),
  );
}

function smallest(schema: FormSchema): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'boolean':
      return false;
    case 'string':
      return '共性问题';
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return 1;
    default:
      return null;
  }
}

describe('workflows and people', () => {
  test('a workflow is described with its acts and forms', async () => {
    const { body } = await api.get('/api/v1/workflows/task', { as: 'coordinator' });
    expect(body).toMatchObject({ name: 'task', startable: false, mayStart: false });
    expect(body.acts.length).toBeGreaterThan(10);
    const list = await api.get('/api/v1/workflows', { as: 'resident' });
    const issue = list.body.rows.find((row) => row.name === 'issue');
    expect(issue).toMatchObject({ startable: true, mayStart: true });
  });

  test('a person learns who they are and where they hold what', async () => {
    const { body } = await api.get('/api/v1/me', { as: 'coordinator' });
    expect(body).toMatchObject({ person: demoPersonId('coordinator'), name: '李雪梅', unread: expect.any(Number) });
    expect(body.roles).toContainEqual({
      role: 'coordinator',
      unit: limin,
      unitName: expect.any(String),
      held: 'office',
    });
  });

  test('units are walked from the top', async () => {
    const top = await api.get('/api/v1/units');
    const below = await api.get(`/api/v1/units?parent=${top.body.rows[0]?.id ?? ''}`);
    expect(below.body.rows.length).toBeGreaterThan(0);
    expect(codeAndStatus(await api.get('/api/v1/units?parent=nowhere'))).toEqual([404, 'resource.unknown']);
  });
});
