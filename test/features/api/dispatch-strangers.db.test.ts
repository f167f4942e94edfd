import { beforeAll, describe, expect, test } from '@jest/globals';

import { unitId, type DemoPersonKey } from '#apps/demo';

import { codeAndStatus, testApi } from './testing/api.js';

const api = testApi();

const act = (id: string, name: string, { as, input }: { as: DemoPersonKey; input: object }) =>
  api.post(`/api/v1/cases/${id}/acts`, { as, body: { act: name, input } });
const personOf = async (as: DemoPersonKey): Promise<string> =>
  (JSON.parse((await api.get('/api/v1/me', { as })).text) as { person: string }).person;
const start = (workflow: string, { as, input }: { as: DemoPersonKey; input: object }) =>
  api.post('/api/v1/cases', { as, body: { workflow, input } });

describe('a task inside its unit', () => {
  let task = '';
  beforeAll(async () => {
    const answer = await api.platform.cases.start({
      workflow: 'task',
      input: {
        issue: 'issue-1',
        origin: 'issue',
        unit: unitId('heating'),
        place: unitId('limin-b9'),
        title: 'text-title',
        instruction: null,
        part: 'lead',
        matter: null,
        limit: null,
        contact: null,
        confidential: false,
        round: 1,
      },
      actor: { kind: 'system', name: 'test' },
      key: 'task',
      unit: unitId('limin'),
    });
    if (!answer.ok) throw new Error(answer.refusal.code);
    task = answer.caseId;
  });

  test('is given to nobody of another unit: a stranger would read it, and a supervisor could not judge it any more', async () => {
    for (const stranger of ['elsewhere', 'supervisor'] as const) {
      const input = { person: await personOf(stranger) };
      expect(codeAndStatus(await act(task, 'assignInside', { as: 'department', input }))).toEqual([
        403,
        'task.not_of_unit',
      ]);
    }
    expect((await api.get(`/api/v1/cases/${task}`, { as: 'elsewhere' })).status).toBe(404);
  });

  test('is accepted in the name of nobody else', async () => {
    const input = { handler: await personOf('supervisor') };
    expect(codeAndStatus(await act(task, 'accept', { as: 'department', input }))).toEqual([403, 'task.not_of_unit']);
    expect((await act(task, 'accept', { as: 'department', input: {} })).status).toBe(200);
  });

  test('is given to no office of another unit, and to nobody there is not', async () => {
    const own = await personOf('department');
    const section = { person: own, unit: unitId('property') };
    expect((await act(task, 'assignInside', { as: 'department', input: section })).status).toBe(403);
    expect((await act(task, 'assignInside', { as: 'department', input: { person: 'nobody' } })).status).toBe(403);
    expect((await api.get(`/api/v1/cases/${task}`, { as: 'property' })).status).toBe(404);
    const leader = { person: await personOf('departmentLeader') };
    expect((await act(task, 'assignInside', { as: 'department', input: leader })).status).toBe(200);
  });

  test('goes to no unit there is not', async () => {
    const input = { unit: 'nowhere', reason: '不归我们。' };
    expect(codeAndStatus(await act(task, 'transfer', { as: 'coordinator', input }))).toEqual([404, 'resource.unknown']);
    expect((await act(task, 'proposeTransfer', { as: 'departmentLeader', input })).status).toBe(404);
  });
});

test('a unit hands its task to no office of its own, where its time would begin anew', async () => {
  const input = { origin: 'issue', place: unitId('limin-b9'), title: 'text-title', instruction: null, part: 'lead' };
  const more = { matter: null, limit: null, contact: null, confidential: false, round: 1 };
  const answer = await api.platform.cases.start({
    workflow: 'task',
    input: { ...input, ...more, issue: 'issue-2', unit: unitId('limin') },
    actor: { kind: 'system', name: 'test' },
    key: 'own-office',
    unit: unitId('limin'),
  });
  if (!answer.ok) throw new Error(answer.refusal.code);
  const giving = (name: string, unit: string) =>
    act(answer.caseId, name, {
      as: 'coordinator',
      input: { unit: unitId(unit), ...(name === 'reassign' ? {} : { reason: '转给他们。' }) },
    });
  for (const name of ['proposeTransfer', 'transfer', 'reassign'])
    expect(codeAndStatus(await giving(name, 'limin-b9'))).toEqual([403, 'task.to_own_office']);
  expect(codeAndStatus(await giving('transfer', 'limin'))).toEqual([403, 'task.to_own_office']);
  expect((await giving('transfer', 'heating')).status).not.toBe(403);
});

describe('an appraisal of departments', () => {
  const input = {
    unit: unitId('jyg'),
    title: '三季度街道评部门',
    period: '2026-Q3',
    streets: [unitId('gangcheng')],
    departments: [unitId('heating')],
  };

  test('is opened by the district, not by a community, a street or a department in its own name', async () => {
    for (const [as, unit] of [
      ['coordinator', 'limin'],
      ['leader', 'gangcheng'],
      ['departmentLeader', 'heating'],
    ] as const) {
      const refused = await start('appraisal', { as, input: { ...input, unit: unitId(unit) } });
      expect(codeAndStatus(refused)).toEqual([403, 'ledger.not_the_district']);
    }
    expect((await start('appraisal', { as: 'cityLeader', input })).status).toBe(201);
  });

  test('is by streets of the district and of units there are', async () => {
    const community = { ...input, streets: [unitId('limin')] };
    expect((await start('appraisal', { as: 'cityLeader', input: community })).status).toBe(403);
    const unknown = { ...input, departments: ['nowhere'] };
    expect((await start('appraisal', { as: 'cityLeader', input: unknown })).status).toBe(404);
  });
});

test('a joint meeting summons units there are', async () => {
  const input = { unit: unitId('limin'), place: unitId('limin-b9'), departments: [unitId('heating'), 'nowhere'] };
  const refused = await start('joint-meeting', { as: 'coordinator', input: { ...input, title: '管井', reason: '无' } });
  expect(codeAndStatus(refused)).toEqual([404, 'resource.unknown']);
});

test('a joint meeting is about a place of those who meet: nothing is called, nor published, at a stranger’s', async () => {
  const called = async (place: string, department = 'property') => {
    const input = { unit: unitId('limin'), place: unitId(place), departments: [unitId(department)] };
    return start('joint-meeting', { as: 'coordinator', input: { ...input, title: '管井', reason: '无' } });
  };
  expect(codeAndStatus(await called('qifenglu-b1'))).toEqual([403, 'joint.place_elsewhere']);
  expect((await called('limin-b9')).status).toBe(201);
  expect((await called('qifenglu-b1', 'qilian-urban')).status).toBe(201);
});

describe('what concerns oneself', () => {
  test('a proposal is not accepted by somebody of the unit it rids of the matter, nor rejected by one whom it burdens', async () => {
    const { database, routing, registry } = api.platform;
    const at = api.platform.now();
    const lesson = { place: unitId('limin-b9'), grounds: ['not_our_duty'], at };
    const ids = await database.transaction(async (tx) => {
      const matters = await tx.query<{ id: string }>('select id from matters order by id limit 1');
      const matter = matters[0]?.id ?? '';
      const [limin, heating] = [unitId('limin'), unitId('heating')];
      await routing.lessons.learn(tx, {
        ...lesson,
        id: 'e1',
        caseId: 'c1',
        matter,
        owner: heating,
        returnedBy: [limin],
      });
      await routing.lessons.learn(tx, {
        ...lesson,
        id: 'e2',
        caseId: 'c2',
        matter,
        owner: limin,
        returnedBy: [heating],
      });
      expect(await registry.unit(tx, limin)).not.toBeNull();
      const rows = await routing.lessons.list(tx, unitId('jyg'), 'open');
      return ['c1', 'c2'].map((one) => rows.find(({ cases }) => cases.includes(one))?.id ?? '');
    });
    const url = (id: string | undefined, how: string) =>
      `/api/v1/units/${unitId('limin-b9')}/routing-proposals/${id ?? ''}/${how}`;
    const body = { reason: '不归我们。' };
    expect((await api.post(url(ids[0], 'accept'), { as: 'coordinator', body })).status).toBe(403);
    expect((await api.post(url(ids[1], 'reject'), { as: 'coordinator', body })).status).toBe(403);
    expect((await api.post(url(ids[0], 'reject'), { as: 'coordinator', body })).status).toBe(200);
  });

  test('a roster names somebody of the place, and no stranger by name', async () => {
    const turn = { line: 1, startsAt: '2030-01-01T10:00:00Z', endsAt: '2030-01-02T00:00:00Z' };
    const url = `/api/v1/units/${unitId('limin')}/duty-turns`;
    const entered = async (who: DemoPersonKey) =>
      (await api.post(url, { as: 'duty', body: { ...turn, person: await personOf(who) } })).status;
    expect([await entered('elsewhere'), await entered('neighbour'), await entered('gridLeader')]).toEqual([
      404, 404, 200,
    ]);
  });
});

test('a table of costs that was called off before anybody pledged is nobody’s to read', async () => {
  const flats = [{ flat: '1-501', floor: 5 }];
  const input = { unit: unitId('limin-b9'), title: '电梯', total: 1000, basis: '合同', flats };
  const { body } = await start('cost-share', { as: 'coordinator', input });
  const table = async (): Promise<number> => (await api.get(`/api/v1/cost-shares/${body.id}`)).status;
  expect(await table()).toBe(404);
  expect((await act(body.id, 'callOff', { as: 'coordinator', input: { reason: '不办了。' } })).status).toBe(200);
  expect(await table()).toBe(404);
});

test('cost shares are opened for a chain by its own task group or whoever runs the place, never by a stranger', async () => {
  const steps = [{ id: 'fire', name: '消防', department: 'fire' }];
  const begun = await start('sign-off', { as: 'resident', input: { unit: unitId('limin-b9'), title: '电梯', steps } });
  const flats = [{ flat: '1-501', floor: 5 }];
  const open = async (as: DemoPersonKey, unit: string, chain = begun.body.id) => {
    const input = { chain, unit: unitId(unit), title: '电梯', total: 1000, basis: '合同', flats };
    return (await start('cost-share', { as, input })).status;
  };
  expect([await open('elsewhere', 'qifenglu'), await open('neighbour', 'limin-b9')]).toEqual([403, 403]);
  expect(await open('resident', 'limin-b9', 'nothing')).toBe(422);
  expect([await open('resident', 'limin-b9'), await open('coordinator', 'limin-b9')]).toEqual([201, 201]);
});
