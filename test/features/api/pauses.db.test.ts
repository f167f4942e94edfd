import { beforeAll, describe, expect, test } from '@jest/globals';

import { unitId, type DemoPersonKey } from '#apps/demo';

import { testApi, type Request } from './testing/api.js';

const api = testApi();
const limin = unitId('limin');

const read = async <T>(url: string, request: Request): Promise<T> => {
  const reply = await api.get(url, request);
  expect([url, reply.status]).toEqual([url, 200]);
  return JSON.parse(reply.text) as T;
};
const act = async (id: string, name: string, { as, input = {} }: { as: DemoPersonKey; input?: object }) => {
  const reply = await api.post(`/api/v1/cases/${id}/acts`, { as, body: { act: name, input } });
  expect([name, reply.status, reply.body.code]).toEqual([name, 200, undefined]);
};

describe('a clock that stands still', () => {
  interface Standing {
    since: string | null;
    why: { zh: string };
    until: string | null;
  }
  const REASON = '主管道到货要等两天，已附厂家说明。';
  let id = '';

  beforeAll(async () => {
    const order = { origin: 'issue', issue: 'issue-2', unit: unitId('heating'), place: unitId('limin-b9') };
    const more = { instruction: null, part: 'lead', matter: null, limit: null, contact: null, confidential: false };
    const started = await api.platform.cases.start({
      workflow: 'task',
      input: { ...order, ...more, title: 'text-title', round: 1 },
      actor: { kind: 'system', name: 'test' },
      key: 'held',
      unit: limin,
    });
    if (!started.ok) throw new Error(started.refusal.code);
    id = started.caseId;
    await act(id, 'accept', { as: 'department' });
    await act(id, 'askHold', { as: 'department', input: { ground: 'material', reason: REASON, days: 2 } });
    await act(id, 'approveHold', { as: 'coordinator' });
  });

  test('says why as it was typed, since when, and until when at the latest', async () => {
    const { clocks } = await read<{
      clocks: { name: string; state: string; dueAt: string; paused: Standing | null }[];
    }>(`/api/v1/cases/${id}`, { as: 'department' });
    const hold = clocks.find(({ name }) => name === 'hold');
    expect(clocks.find(({ name }) => name === 'handling')?.paused).toEqual({
      since: expect.any(String),
      why: { zh: REASON, en: REASON },
      until: hold?.dueAt,
    });
    expect(hold).toMatchObject({ state: 'running', paused: null });
    const listed = await read<{ rows: { id: string; annex: { paused: Standing | null } }[] }>(
      '/api/v1/cases?workflow=task&limit=200',
      { as: 'coordinator' },
    );
    expect(listed.rows.find((row) => row.id === id)?.annex.paused).toMatchObject({
      why: { zh: REASON },
      until: hold?.dueAt,
    });
  });

  test('tells the words to nobody who may not read the case', async () => {
    for (const as of ['property', 'neighbour', 'elsewhere'] as const) {
      expect((await api.get(`/api/v1/cases/${id}`, { as })).status).toBe(404);
      expect((await api.get('/api/v1/cases?workflow=task&limit=200', { as })).text).not.toContain(REASON);
    }
  });
});
