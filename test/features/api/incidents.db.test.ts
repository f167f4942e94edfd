import { expect, test } from '@jest/globals';

import { unitId } from '#apps/demo';

import { codeAndStatus, testApi } from './testing/api.js';

const api = testApi();

/** A case with a clock that failed for good, as the sweep leaves it. */
async function trouble(id: string): Promise<string> {
  const { body } = await api.post('/api/v1/cases', {
    as: 'resident',
    body: { workflow: 'issue', input: { danger: false, title: '漏水', unit: unitId('limin') } },
  });
  await api.platform.database.query(
    `insert into incidents (id, realm, case_id, kind, workflow, name, error, attempts, since, status)
     values ($1, 'live', $2, 'fault', 'issue', 'clock', 'a guard threw', 3, now(), 'open')`,
    [id, body.id],
  );
  return body.id;
}

const decide = (id: string, decision: string, body?: object) =>
  api.post(`/api/v1/incidents/${id}/${decision}`, { as: 'operator', ...(body === undefined ? {} : { body }) });

test('an operator sees what waits for a decision, decides once, and the journal of the case says so', async () => {
  const caseId = await trouble('i-1');
  const { body } = await api.get(`/api/v1/incidents?status=open&case=${caseId}`, { as: 'operator' });
  expect(body.rows).toMatchObject([{ id: 'i-1', case: caseId, kind: 'fault', error: 'a guard threw', status: 'open' }]);
  expect((await decide('i-1', 'retry')).body).toEqual({ id: 'i-1', status: 'retried' });
  expect(codeAndStatus(await decide('i-1', 'skip'))).toEqual([404, 'incident.unknown']);
  const journal = await api.get(`/api/v1/cases/${caseId}/journal`, { as: 'coordinator' });
  expect(journal.body.rows.map(({ kind }) => kind)).toEqual(['started', 'incident']);
});

test('what was done by hand needs a note', async () => {
  await trouble('i-2');
  expect(codeAndStatus(await decide('i-2', 'resolve', { note: ' ' }))).toEqual([422, 'input.invalid']);
  expect((await decide('i-2', 'resolve', { note: '已电话通知。' })).body).toEqual({ id: 'i-2', status: 'resolved' });
});

test('nobody but an operator decides', async () => {
  await trouble('i-3');
  const reply = await api.post('/api/v1/incidents/i-3/skip', { as: 'coordinator' });
  expect(codeAndStatus(reply)).toEqual([403, 'access.denied']);
});
