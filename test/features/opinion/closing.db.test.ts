import { expect, test } from '@jest/globals';

import { unitId } from '#apps/demo';

import { testApi } from '../api/testing/api.js';

const api = testApi();
const SYSTEM = { kind: 'system', name: 'test' } as const;

/** The worker carries effects out beside the test. */
async function until<T>(found: () => Promise<T | null>): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const value = await found();
    if (value !== null) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not happen in ten seconds');
}

test('a deliberation opens statements by itself, and what all agree with is in its output when it is ready', async () => {
  const { cases, opinion } = api.platform;
  const input = { issue: 'lamp', unit: unitId('limin'), title: 'title', decides: 'residents', round: 1 };
  const started = await cases.start({ workflow: 'deliberation', input, actor: SYSTEM });
  if (!started.ok) throw new Error(started.refusal.code);
  const { caseId } = started;
  expect((await until(() => opinion.admitted(caseId))).rule.leastGroup).toBe(10);

  const text = '先换坏的，再装新的。';
  await opinion.statements.say({ deliberation: caseId, author: 'wang', text, key: 'k' });
  await opinion.statements.moderate({ deliberation: caseId, number: 1, decision: { show: true }, by: 'li' });
  for (let nth = 0; nth < 12; nth += 1)
    await opinion.positions.take({ deliberation: caseId, person: `p${String(nth)}`, statement: 1, position: 1 });

  await cases.act({ caseId, act: 'draftMeasure', input: { text: '更换三盏灯。' }, actor: SYSTEM });
  await cases.act({ caseId, act: 'conclude', input: {}, actor: SYSTEM });
  const view = await until(async () => {
    const now = await cases.get(caseId);
    return now?.status === 'done' ? now : null;
  });
  const output = (await cases.stored(caseId))?.output as { agreed: string[] };
  expect(output.agreed.map((id) => view.texts[id])).toEqual([text]);
  expect((await opinion.admitted(caseId))?.status).toBe('closed');
});
