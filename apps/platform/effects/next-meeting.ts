import type { Cases, EffectHandler } from '#libs/cases';
import type { Actor } from '#libs/engine';
import { z } from 'zod';

const RHYTHM: Actor = { kind: 'system', name: 'rhythm' };
/** Where the words of the last meeting were erased. */
const UNNAMED = '例会';

const wanted = z.object({
  unit: z.string(),
  level: z.string(),
  kind: z.string(),
  title: z.string(),
  members: z.number().int(),
  rule: z.string().nullable(),
  startsAt: z.string(),
});

/** Handler of `meeting.callNext`: convenes the next meeting of a series. Asked again it is the same meeting. */
export function callNextMeeting(cases: Cases): EffectHandler {
  return async (call) => {
    const { rule, title, unit, ...next } = wanted.parse(call.payload);
    const words = (await cases.texts([title]))[title] ?? UNNAMED;
    const input = { ...next, unit, title: words, calledBy: 'rhythm', rhythm: true, ...(rule === null ? {} : { rule }) };
    const answer = await cases.start({ workflow: 'meeting', input, actor: RHYTHM, key: call.id, unit });
    if (!answer.ok) throw new Error(`the meeting after ${call.caseId} cannot be called: ${answer.refusal.code}`);
    return undefined;
  };
}
