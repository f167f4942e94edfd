import { describe, expect, test } from '@jest/globals';

import { unitId } from '#apps/demo';

import { codeAndStatus, testApi } from './testing/api.js';

const api = testApi();

const called = {
  unit: unitId('limin'),
  place: unitId('limin-b9'),
  departments: [unitId('heating'), unitId('property')],
  title: '9号楼管井归谁管',
  reason: '供热和物业各说各的,请一起到现场。',
};

describe('a summons by a residents’ area', () => {
  test('is sent by its coordinator and answered by each department for itself alone', async () => {
    const body = { workflow: 'joint-meeting', input: called };
    const denied = await api.post('/api/v1/cases', { as: 'resident', body });
    expect(codeAndStatus(denied)).toEqual([403, 'access.denied']);
    const begun = await api.post('/api/v1/cases', { as: 'coordinator', body });
    expect([begun.status, begun.status < 300 ? '' : begun.text]).toEqual([201, '']);
    const act = (name: string, as: 'coordinator' | 'department' | 'property', input: object) =>
      api.post(`/api/v1/cases/${begun.body.id}/acts`, { as, body: { act: name, input } });
    const inThreeDays = new Date(Date.parse(api.platform.now()) + 3 * 86_400_000).toISOString();
    expect((await act('setSitting', 'coordinator', { startsAt: inThreeDays, where: '9号楼前' })).status).toBe(200);
    const forAnother = await act('confirmAttendance', 'department', { unit: unitId('property') });
    expect(codeAndStatus(forAnother)).toEqual([403, 'joint.not_your_unit']);
    expect((await act('confirmAttendance', 'department', { unit: unitId('heating') })).status).toBe(200);
    expect((await act('sendExcuse', 'property', { unit: unitId('property'), reason: '抢修。' })).status).toBe(200);
  });
});
