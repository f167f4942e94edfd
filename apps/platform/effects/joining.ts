import type { Cases, EffectHandler } from '#libs/cases';
import type { Actor, ToldEvent } from '#libs/engine';
import { z } from 'zod';

const MERGING: Actor = { kind: 'system', name: 'merging' };

const joining = z.object({ issue: z.string(), into: z.string(), people: z.array(z.string()) });
const members = z.object({ merged: z.array(z.object({ issue: z.string() })) });

/** Brings a merged issue to its main issue. One that has ended, or is no issue at all, takes nobody in: the merge is undone. */
export function joinMain(cases: Cases): EffectHandler {
  return async (call) => {
    const { into, people } = joining.parse(call.payload);
    const event = { type: 'merge.joined', payload: { issue: call.caseId, people } };
    await cases.tell({ caseId: into, event, actor: MERGING, key: call.id });
    // an issue that has just ended hears nothing any more: only its own list tells whether it took the other in
    return (await hasTakenIn(cases, into, call.caseId)) ? undefined : released(into);
  };
}

async function hasTakenIn(cases: Cases, main: string, issue: string): Promise<boolean> {
  const { success, data } = members.safeParse((await cases.stored(main))?.context);
  return success && data.merged.some((one) => one.issue === issue);
}

function released(issue: string): ToldEvent {
  return { type: 'main.ended', payload: { issue, result: 'released' } };
}
