import { expect, test } from '@jest/globals';

import { unitId } from '#apps/demo';
import type { JsonObject } from '#libs/engine';

import { codeAndStatus, testApi } from './testing/api.js';

const api = testApi();
const limin = unitId('limin');
const URL = '/api/v1/policies/meeting';

interface History {
  policy: { id: string; body: JsonObject };
  rows: { id: string; name: string; since: string | null; isInForce: boolean; by: string | null; changes: object[] }[];
}

const read = async (): Promise<History> => (await api.get(`${URL}?unit=${limin}`)).body as unknown as History;

test('the preset holds until a coordinator publishes another policy; what changed is said, and who did it', async () => {
  const { policy, rows } = await read();
  expect(rows.map(({ since, isInForce }) => [since, isInForce])).toEqual([[null, true]]);
  const body = { unit: limin, base: policy.id, name: '居民代表会议决定', body: { ...policy.body, noticeHours: 96 } };
  expect(codeAndStatus(await api.post(URL, { as: 'resident', body }))).toEqual([403, 'access.denied']);
  expect((await api.post(URL, { as: 'coordinator', body })).status).toBe(200);
  const after = await read();
  expect(after.policy.body['noticeHours']).toBe(96);
  expect(after.rows.map(({ isInForce, changes }) => [isInForce, changes])).toEqual([
    [false, []],
    [true, [{ path: 'noticeHours', before: 72, after: 96 }]],
  ]);
  expect(after.rows[1]?.by).not.toBeNull();
  // whoever has not seen it does not overwrite it
  const late = { ...body, name: '另一份', body: { ...policy.body, noticeHours: 48 } };
  expect(codeAndStatus(await api.post(URL, { as: 'coordinator', body: late }))).toEqual([409, 'policy.stale']);
});

test('what does not fit the form is refused with the place, and an unknown procedure has no policy', async () => {
  const { policy } = await read();
  const body = { unit: limin, base: policy.id, name: '试一试', body: { ...policy.body, noticeHours: -1 } };
  const refused = await api.post(URL, { as: 'coordinator', body });
  expect(codeAndStatus(refused)).toEqual([422, 'policy.invalid']);
  expect(refused.text).toContain('noticeHours');
  expect(codeAndStatus(await api.get(`/api/v1/policies/nothing?unit=${limin}`))).toEqual([404, 'workflow.unknown']);
});
