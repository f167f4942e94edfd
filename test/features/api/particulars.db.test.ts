import { expect, test } from '@jest/globals';

import { unitId } from '#apps/demo';

import { testApi } from './testing/api.js';

const api = testApi();
const community = unitId('limin');

test('a visitor reads how many have signed a petition and how many are needed, and no name', async () => {
  const input = { unit: community, title: '讨论停车收费', reason: '没有征求过居民意见。', base: 'adults' };
  const started = await api.post('/api/v1/cases', { as: 'neighbour', body: { workflow: 'petition', input } });
  const { id } = started.body;
  const act = (as: 'neighbour' | 'coordinator', name: string, given: object) =>
    api.post(`/api/v1/cases/${id}/acts`, { as, body: { act: name, input: given } });
  await act('neighbour', 'sign', {});
  await act('coordinator', 'setBase', { size: 3201, source: '户籍登记' });
  const of = async (as?: 'neighbour') =>
    (await api.get(`/api/v1/cases/${id}/particulars`, as === undefined ? {} : { as })).body;
  expect(await of()).toMatchObject({
    petition: { signatures: 1, size: 3201, needed: 641, hasSigned: false, reason: '没有征求过居民意见。' },
    covenant: null,
    deliberation: null,
  });
  expect(await of('neighbour')).toMatchObject({ petition: { hasSigned: true } });
});

test('what a covenant says is not told before its draft is shown', async () => {
  const input = { kind: 'pledge', unit: community, title: '文明养犬', text: '遛狗牵绳。' };
  const started = await api.post('/api/v1/cases', { as: 'deliberator', body: { workflow: 'covenant', input } });
  const at = `/api/v1/cases/${started.body.id}/particulars`;
  expect((await api.get(at)).status).toBe(404);
  expect((await api.get(at, { as: 'deliberator' })).body).toMatchObject({
    covenant: { kind: 'pledge', text: '遛狗牵绳。', isAdopted: false, signatories: 0 },
  });
});

test('the installation says whom to call, and in a demonstration who one can be', async () => {
  const { text } = await api.get(`/api/v1/installation?unit=${unitId('limin-b5-s1')}`);
  const body = JSON.parse(text) as { emergency: { phone: string }[]; demo: { people: object[] } | null };
  expect(body.emergency.map(({ phone }) => phone)).toEqual(
    expect.arrayContaining(['110', '119', '120', '0937-6280005']),
  );
  expect(body.demo?.people.length).toBeGreaterThan(5);
  expect((await api.get('/api/v1/installation?unit=nowhere')).status).toBe(404);
});
