import { describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId, type DemoPersonKey } from '#apps/demo';

import { testApi } from './testing/api.js';

const api = testApi();
const stairwell = unitId('limin-b7-s1');

/** What the chart says of the roll once it was drawn or refused. */
async function rollOf(as: DemoPersonKey, input: object): Promise<{ drawn: object | null; refusedBy: string | null }> {
  const body = { workflow: 'ballot', input: { title: '表决', taking: 'papers', rule: 'owners-ordinary', ...input } };
  const started = await api.post('/api/v1/cases', { as, body });
  expect([started.status, started.text]).toEqual([201, started.text]);
  for (;;) {
    const stored = await api.platform.cases.stored(started.body.id);
    const poll = stored?.context['poll'] as { drawn: object | null; refusedBy: string | null };
    if (poll.drawn !== null || poll.refusedBy !== null) return poll;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a roll', () => {
  test('is drawn of the unit that holds the ballot, or of what lies below it', async () => {
    const roll = { of: 'owners', unit: stairwell };
    expect(await rollOf('coordinator', { unit: stairwell, roll })).toMatchObject({ refusedBy: null });
    expect(await rollOf('coordinator', { unit: unitId('limin'), roll })).toMatchObject({ refusedBy: null });
  });

  test('is not drawn of another city, nor of what lies above', async () => {
    const elsewhere = { drawn: null, refusedBy: 'ballot.roll_elsewhere' };
    const own = unitId('qifenglu');
    expect(await rollOf('elsewhere', { unit: own, roll: { of: 'owners', unit: stairwell } })).toMatchObject(elsewhere);
    const above = { unit: stairwell, roll: { of: 'owners', unit: unitId('limin') } };
    expect(await rollOf('coordinator', above)).toMatchObject(elsewhere);
  });

  test('names voters one by one in a sitting only: nobody picks an electorate', async () => {
    const persons = (['neighbour', 'resident', 'collector'] as const).map(demoPersonId);
    const roll = { of: 'named', unit: unitId('limin'), persons };
    expect(await rollOf('coordinator', { unit: unitId('limin'), rule: 'council', roll })).toMatchObject({
      drawn: null,
      refusedBy: 'ballot.named_in_sittings_only',
    });
  });
});
