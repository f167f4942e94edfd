import { describe, expect, test } from '@jest/globals';

import type { Answer, Cases, EffectCall } from '#libs/cases';

import { reportAssist, type AssistParts } from './assists.js';

/** A leading task that answers what it is told in one way. */
const leadThatAnswers = (answer: unknown): AssistParts =>
  ({
    cases: {
      stored: () => Promise.resolve({ context: { part: 'lead', unit: 'water' } }),
      tell: () => Promise.resolve(answer as Answer),
    } as unknown as Cases,
  }) as AssistParts;
const refusedWith = (code: string) => leadThatAnswers({ ok: false, refusal: { code } });
const call = {
  id: 'effect-1',
  payload: { task: 'assist-1', issue: 'issue-1', lead: 'lead-1', unit: 'power', what: 'ended', result: 'verified' },
} as unknown as EffectCall;

describe('the lead that is told how its assist stands', () => {
  test.each(['case.ended', 'event.not_expected'])('may have no ears for it any more: %s', async (code) => {
    await expect(reportAssist(refusedWith(code))(call)).resolves.toBeUndefined();
  });

  test.each(['case.fault', 'case.unknown', 'event.unknown', 'input.invalid', 'resource.conflict'])(
    'has not heard it when it refuses for another reason, and is told again: %s',
    async (code) => {
      await expect(reportAssist(refusedWith(code))(call)).rejects.toThrow(code);
    },
  );
});
