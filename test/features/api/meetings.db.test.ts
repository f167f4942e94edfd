import { describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId } from '#apps/demo';

import { codeAndStatus, testApi, type Request } from './testing/api.js';
import { uploaded } from './testing/files.js';

const api = testApi();
const limin = unitId('limin');

const act = (id: string, name: string, request: Request & { input?: object }) =>
  api.post(`/api/v1/cases/${id}/acts`, { ...request, body: { act: name, input: request.input ?? {} } });

async function done(id: string, name: string, request: Request & { input?: object }): Promise<void> {
  const reply = await act(id, name, request);
  expect([name, reply.status, reply.body.code]).toEqual([name, 200, undefined]);
}

const meetings = async (): Promise<string[]> =>
  (await api.platform.cases.list({ workflow: 'meeting', status: 'active', limit: 200 })).rows.map(({ id }) => id);

/** Waits until a meeting is there that was not there before. */
async function anotherThan(before: readonly string[]): Promise<string> {
  for (let turn = 0; turn < 100; turn += 1) {
    const found = (await meetings()).find((id) => !before.includes(id));
    if (found !== undefined) return found;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error('no meeting came');
}

/** So many days from now by the database's clock. */
async function daysAhead(days: number): Promise<string> {
  const rows = await api.platform.database.transaction((tx) =>
    tx.query<{ ms: number }>('select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms'),
  );
  return new Date((rows[0]?.ms ?? 0) + days * 86_400_000).toISOString();
}

const contextOf = async (id: string) => (await api.platform.cases.stored(id))?.context;

describe('a petition of residents', () => {
  test('makes the committee call an assembly with what was asked for as its first matter', async () => {
    const input = { unit: limin, title: '修订养犬公约', reason: '伤人事件增多。', base: 'adults' };
    const body = { workflow: 'petition', input };
    const started = await api.post('/api/v1/cases', { as: 'resident', body });
    expect([started.status, started.body.code]).toEqual([201, undefined]);
    const { id } = started.body;
    await done(id, 'sign', { as: 'resident' });
    expect(codeAndStatus(await act(id, 'setBase', { as: 'neighbour', input: { size: 2, source: 'x' } }))).toEqual([
      403,
      'access.denied',
    ]);
    await done(id, 'setBase', { as: 'coordinator', input: { size: 10, source: '居民名册。' } });
    await done(id, 'sign', { as: 'neighbour' });
    await done(id, 'confirmSignatures', { as: 'supervisor' });
    const before = await meetings();
    const startsAt = await daysAhead(10);
    await done(id, 'callMeeting', {
      as: 'coordinator',
      input: { unit: limin, kind: 'assembly', startsAt, members: 10 },
    });
    const meeting = await anotherThan(before);
    const context = await contextOf(meeting);
    expect(context).toMatchObject({ kind: 'assembly', level: 'assembly', calledBy: 'petition', petition: id });
    expect(context?.['items']).toMatchObject([{ own: true, status: 'waiting' }]);
    const read = await api.get(`/api/v1/cases/${meeting}`, { as: 'coordinator' });
    expect(Object.values(read.body.texts)).toContain('修订养犬公约');
  });

  test('tells nobody who signed, but those who run it', async () => {
    const body = { workflow: 'petition', input: { unit: limin, title: '修路灯', reason: '太暗。', base: 'adults' } };
    const { id } = (await api.post('/api/v1/cases', { as: 'resident', body })).body;
    await done(id, 'sign', { as: 'neighbour' });
    const open = await api.get(`/api/v1/cases/${id}`);
    expect(open.text).not.toContain(demoPersonId('neighbour'));
    const inside = await api.get(`/api/v1/cases/${id}`, { as: 'coordinator' });
    expect(inside.text).toContain(demoPersonId('neighbour'));
  });
});

describe('a petition of households', () => {
  const homeOf = (key: string) =>
    api.platform.database.transaction(async (tx) => {
      const [person] = await api.platform.registry.people(tx, [demoPersonId(key)]);
      const home = await api.platform.registry.household(tx, person?.household ?? '');
      if (home === null) throw new Error(`${key} lives nowhere`);
      return home;
    });
  const begun = async (base: string): Promise<string> => {
    const input = { unit: limin, title: '修路灯', reason: '太暗。', base };
    return (await api.post('/api/v1/cases', { as: 'resident', body: { workflow: 'petition', input } })).body.id;
  };
  const sign = async (id: string, as: 'resident' | 'neighbour', of: string) =>
    codeAndStatus(await act(id, 'sign', { as, input: { of } }));

  test('is signed by whoever lives in the household, for no other one and for none that is made up', async () => {
    const id = await begun('households');
    const [own, other] = [await homeOf('resident'), await homeOf('neighbour')];
    expect(own.id).not.toBe(other.id);
    for (const wrong of ['我家', other.id, limin])
      expect(await sign(id, 'resident', wrong)).toEqual([403, 'petition.not_yours']);
    await done(id, 'sign', { as: 'resident', input: { of: own.id } });
    expect(await sign(id, 'resident', own.id)).toEqual([409, 'petition.signed_already']);
    await done(id, 'sign', { as: 'neighbour', input: { of: other.id } });
    expect((await contextOf(id))?.['signatures']).toMatchObject([{ of: own.id }, { of: other.id }]);
  });

  test('takes from paper only households of the community', async () => {
    const id = await begun('households');
    const { id: home } = await homeOf('neighbour');
    const paper = await uploaded(api, { as: 'coordinator' });
    const sheet = (of: string[]) => act(id, 'recordSignatures', { as: 'coordinator', input: { of, paper } });
    expect(codeAndStatus(await sheet([home, '一号楼的人家']))).toEqual([422, 'petition.not_here']);
    expect(codeAndStatus(await sheet([home]))).toEqual([200, undefined]);
  });

  test('of groups is signed for the group one’s household belongs to', async () => {
    const id = await begun('groups');
    const { group } = await homeOf('resident');
    const other = unitId(group === unitId('limin-group-2') ? 'limin-group-3' : 'limin-group-2');
    for (const wrong of ['第一小组', other])
      expect(await sign(id, 'resident', wrong)).toEqual([403, 'petition.not_yours']);
    await done(id, 'sign', { as: 'resident', input: { of: group ?? '' } });
  });
});

describe('a council that meets every month', () => {
  test('is called again, once, with the words of the last meeting when that one is called off', async () => {
    const { cases } = api.platform;
    const monthly = (await cases.policies.versions('meeting')).find(({ name }) => name === 'councilMonthly');
    const startsAt = await daysAhead(20);
    const started = await cases.start({
      workflow: 'meeting',
      input: { unit: limin, level: 'council', title: '居民议事会例会', startsAt, members: 20, rhythm: true },
      actor: { kind: 'person', person: demoPersonId('coordinator') },
      unit: limin,
      policy: monthly?.id ?? '',
    });
    if (!started.ok) throw new Error(started.refusal.code);
    const before = await meetings();
    await done(started.caseId, 'callOff', { as: 'coordinator', input: { reason: '没有议题。' } });
    const next = await anotherThan(before);
    const context = (await contextOf(next)) as { startsAt: string; title: string };
    expect(context).toMatchObject({ level: 'council', kind: 'council', calledBy: 'rhythm', rhythm: true, members: 20 });
    expect(context.startsAt > startsAt).toBe(true);
    expect((await meetings()).filter((id) => !before.includes(id))).toEqual([next]);
    expect((await cases.texts([context.title]))[context.title]).toBe('居民议事会例会');
  });
});
