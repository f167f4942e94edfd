import { z } from 'zod';

import type { Cases, EffectHandler } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Actor, ToldEvent } from '#libs/engine';
import { caseFactsOf, tellPersons } from '#libs/notify';

/** What handlers of tasks work with; `cases` decides the world (live or simulated) they act in. */
export interface AssistParts {
  cases: Cases;
  database: Database;
}

const ASSISTING: Actor = { kind: 'system', name: 'assisting' };
const MOST_TASKS = 50;

const news = z.object({
  task: z.string(),
  issue: z.string(),
  lead: z.string().nullable(),
  unit: z.string(),
  what: z.enum(['started', 'late', 'ended']),
  result: z.string().nullable(),
});
const leading = z.object({ part: z.literal('lead'), unit: z.string() });
const letter = z.object({ issue: z.string(), text: z.string() });

/** Brings an assist and the task it assists together: each hears how the other stands. */
export function reportAssist({ cases }: AssistParts): EffectHandler {
  return async (call) => {
    const { task, issue, lead, unit, what, result } = news.parse(call.payload);
    const found = await leadOf(cases, { issue, lead });
    if (found === null) return undefined;
    const event = eventOf(what, { task, unit, result });
    if (event !== null) await told(cases, { caseId: found.task, event, actor: ASSISTING, key: call.id });
    return what === 'ended' ? undefined : { type: 'lead.known', payload: found };
  };
}

/** A lead that has ended, or waits for nothing more of this kind, refuses to hear of it, which is as good. Nothing else is. */
const AS_GOOD: readonly string[] = ['case.ended', 'event.not_expected'];

/** @throws Error when the lead refuses for another reason: it is tried again, and becomes an incident */
async function told(cases: Cases, command: Parameters<Cases['tell']>[0]): Promise<void> {
  const answer = await cases.tell(command);
  if (answer.ok || AS_GOOD.includes(answer.refusal.code)) return;
  throw new Error(`task ${command.caseId} was not told of its assist: ${answer.refusal.code}`);
}

function eventOf(
  what: 'started' | 'late' | 'ended',
  { task, unit, result }: { task: string; unit: string; result: string | null },
): ToldEvent | null {
  switch (what) {
    case 'started':
      return { type: 'assist.done', payload: { task, unit, result: 'running' } };
    case 'late':
      return { type: 'assist.late', payload: { task, unit } };
    case 'ended':
      return { type: 'assist.done', payload: { task, unit, result: result ?? 'ended' } };
  }
}

/** The leading task: the one that is named, else the one of the same issue that still runs, the newest. */
async function leadOf(
  cases: Cases,
  { issue, lead }: { issue: string; lead: string | null },
): Promise<{ task: string; unit: string } | null> {
  const lookup = { key: 'issue', value: issue };
  const known =
    lead === null
      ? (await cases.list({ workflow: 'task', status: 'active', lookup, limit: MOST_TASKS })).rows.map(({ id }) => id)
      : [lead];
  for (const task of known) {
    const context = leading.safeParse((await cases.stored(task))?.context);
    if (context.success) return { task, unit: context.data.unit };
  }
  return null;
}

/** The resident who reported it reads what the unit asked first writes, in the issue: of the task itself they see nothing. */
export function writeToResident({ cases, database }: AssistParts): EffectHandler {
  const factsOf = caseFactsOf(cases);
  return async (call) => {
    const { issue, text } = letter.parse(call.payload);
    const parties = (await factsOf(issue))?.parties ?? [];
    const reporters = parties.flatMap(({ relation, person }) =>
      relation === 'reporter' && person !== undefined ? [person] : [],
    );
    await database.transaction((tx) =>
      tellPersons({ tx, call: { id: call.id, caseId: issue, at: call.at } }, reporters, {
        about: 'contact_reply',
        text,
      }),
    );
    return undefined;
  };
}
