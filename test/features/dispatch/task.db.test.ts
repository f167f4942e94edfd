import { beforeAll, describe, expect, test } from '@jest/globals';

import { unitId } from '#apps/demo';

import { codeAndStatus, testApi, type Reply } from '../api/testing/api.js';
import { uploaded } from '../api/testing/files.js';

/*
 * A task between those who have it, over HTTP: what the resident hears of it, who may call it done, and what its returns teach.
 */

const api = testApi();
const PATIENCE_MS = 30_000;

async function act(
  id: string,
  as: Parameters<typeof api.signedIn.demo>[0],
  [name, input = {}]: [string, object?],
): Promise<Reply> {
  return api.post(`/api/v1/cases/${id}/acts`, { as, body: { act: name, input } });
}
async function does(...given: Parameters<typeof act>): Promise<void> {
  const { status, body } = await act(...given);
  expect([given[2][0], status, body.code]).toEqual([given[2][0], 200, undefined]);
}

/** What effects bring about comes a moment later. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const begin = performance.now();
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() - begin > PATIENCE_MS) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** An issue the heating company is to see to; answers the task. */
async function dispatched(title: string): Promise<string> {
  const [matter] = await api.platform.database.query<{ id: string }>(
    `select id from matters where name->>'en' = 'Heating'`,
  );
  const input = { danger: false, title, description: '已经三天了。', unit: unitId('limin'), place: unitId('limin-b9') };
  const { body } = await api.post('/api/v1/cases', { as: 'resident', body: { workflow: 'issue', input } });
  await does(body.id, 'collector', ['reply', { text: '已经收到。' }]);
  await does(body.id, 'collector', ['sortAsCommon', { category: matter?.id }]);
  await does(body.id, 'adviser', ['stateCompetence', { decides: 'department', text: '由供热单位维护。' }]);
  await does(body.id, 'coordinator', ['takeDirectLine', { reason: 'statutory_duty', text: '法定职责。' }]);
  const order = { measure: '更换阀门。', lead: unitId('heating'), class: 'general' };
  await does(body.id, 'coordinator', ['dispatch', order]);
  return until(async () => {
    const found = await api.get(`/api/v1/cases?parent=${body.id}&workflow=task&status=active`, { as: 'coordinator' });
    return found.body.rows[0]?.id;
  });
}

describe('a task of a department', () => {
  let task = '';
  beforeAll(async () => {
    task = await dispatched('9号楼暖气阀门漏水');
  }, 60_000);

  test('is heard of by the resident whom the unit asked first writes to', async () => {
    await does(task, 'department', ['accept']);
    await does(task, 'coordinator', ['answerResident', { text: '配件周三到，周四上门。' }]);
    const heard = await until(async () => {
      const { body } = await api.get('/api/v1/messages', { as: 'resident' });
      return body.rows.find((one) => JSON.stringify(one).includes('配件周三到'));
    });
    expect(heard).toMatchObject({ about: 'contact_reply' });
  });

  test('is not called done by whoever did it', async () => {
    const evidence = [await uploaded(api, { as: 'department' })];
    await does(task, 'department', ['finish', { answer: '阀门已更换。', evidence }]);
    await does(task, 'departmentLeader', ['signAnswer']);
    for (const who of ['department', 'departmentLeader'] as const)
      expect(codeAndStatus(await act(task, who, ['verify', { note: '做完了' }]))).toEqual([403, 'access.denied']);
    await does(task, 'supervisor', ['verify', { note: '到现场看过' }]);
  });

  test('that was returned and then accepted by another unit proposes a change of the matrix', async () => {
    const id = await dispatched('11号楼暖气管道漏水');
    const ground = { ground: 'not_our_duty', reason: '楼内公共管道由物业维护', basis: '权责清单第12条' };
    await does(id, 'department', ['returnTask', ground]);
    await does(id, 'coordinator', ['reassign', { unit: unitId('property') }]);
    await does(id, 'property', ['accept']);
    const path = `/api/v1/units/${unitId('limin')}/routing-proposals`;
    const learnt = await until(async () => (await api.get(path, { as: 'coordinator' })).body.rows[0]);
    expect(learnt).toMatchObject({ count: 1, fromUnit: unitId('heating'), toUnit: unitId('property') });
  });
});
