import { expect, test } from '@jest/globals';

import { DEMO_PASSWORD, demoPeople, unitId } from '#apps/demo';
import { idFromName } from '#libs/registry';

import { testApi } from '../api/testing/api.js';

const api = testApi();

async function signIn(): Promise<string> {
  const { headers } = await api.post('/api/v1/session', { body: { login: 'neighbour', password: DEMO_PASSWORD } });
  const cookies = headers['set-cookie'] as string | string[];
  return [cookies]
    .flat()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .join('; ');
}

test('a session from before an appointment is a visitor’s: whoever has become staff signs in anew', async () => {
  const cookie = await signIn();
  const started = { workflow: 'issue', input: { danger: false, title: '还没有分类的事', unit: unitId('limin') } };
  expect((await api.post('/api/v1/cases', { as: 'resident', body: started })).status).toBe(201);
  const listed = async (headers: Record<string, string>): Promise<number> =>
    (await api.get('/api/v1/cases?limit=200', { headers })).body.rows.length;
  const asResident = await listed({ cookie });
  const { database, registry } = api.platform;
  const office = { id: idFromName('test:duty'), person: demoPeople.neighbour.id, unit: unitId('limin'), role: 'duty' };
  await database.transaction((tx) => registry.insert(tx, { offices: [{ ...office, from: '2026-01-01', to: null }] }));
  expect((await api.get('/api/v1/me', { headers: { cookie } })).body.code).toBe('access.unauthenticated');
  expect(await listed({ cookie })).toBe(await listed({}));
  expect(await listed({ cookie: await signIn() })).toBeGreaterThan(asResident);
});
