import { z } from 'zod';

import type { Cases, EffectHandler } from '#libs/cases';
import type { Database, Tx } from '#libs/database';
import type { Actor } from '#libs/engine';
import { tellPersons } from '#libs/notify';
import type { Registry } from '#libs/registry';
import { Routing } from '#libs/routing';

/** What joint meetings are called and told with. */
export interface JointParts {
  cases: Cases;
  database: Database;
  registry: Registry;
  localDateOf: (instant: string) => string;
  now: () => string;
}

const DISPUTE: Actor = { kind: 'system', name: 'dispute' };
/** Offices that speak for a unit at the table, and its leader alone where the others did not come. */
const SPEAKING = ['department', 'leader', 'coordinator'] as const;
const LEADING = ['leader'] as const;

const called = z.object({ task: z.string(), units: z.array(z.string()).min(1), place: z.string(), title: z.string() });
/** What of a task says in which round of its dispute it is, and how it is to be treated. */
const disputed = z.object({
  dispatches: z.number().int(),
  confidential: z.boolean(),
  matter: z.string().nullable().catch(null),
  contact: z.string().nullable().catch(null),
  returns: z.array(z.object({ reason: z.string() })).catch([]),
});
const chairAsked = z.object({
  unit: z.string(),
  place: z.string(),
  departments: z.array(z.string()),
  first: z.string(),
});
const told = z.object({
  units: z.array(z.string()),
  about: z.string(),
  leaders: z.boolean(),
  text: z.string().nullable(),
});

/** Calls joint meetings, finds who chairs them, and tells the units at the table. */
export function jointHandlers(parts: JointParts, publishMinutes: EffectHandler): Record<string, EffectHandler> {
  const { cases, database, registry } = parts;
  const routing = new Routing(registry);
  return {
    'task.callJointMeeting': callMeeting(cases),
    'joint-meeting.findChair': async (call) => {
      const { unit, ...asked } = chairAsked.parse(call.payload);
      const chair = await database.transaction((tx) => routing.chairOf(tx, { caller: unit, ...asked }), {
        readOnly: true,
      });
      return { type: 'chair.found', payload: { ...chair } };
    },
    'joint-meeting.tellUnits': async (call) => {
      const { units, about, leaders, text } = told.parse(call.payload);
      await database.transaction(async (tx) => {
        const persons = await speakersOf(tx, parts, { units, roles: leaders ? LEADING : SPEAKING });
        await tellPersons({ tx, call }, persons, { about, text });
      });
      return undefined;
    },
    'joint-meeting.publishMinutes': publishMinutes,
  };
}

async function speakersOf(
  tx: Tx,
  { registry, localDateOf, now }: JointParts,
  { units, roles }: { units: readonly string[]; roles: readonly string[] },
): Promise<string[]> {
  const on = localDateOf(now());
  const persons = [];
  for (const unit of units)
    for (const role of roles) {
      const holders = await registry.holders(tx, { role, unit, on, exact: true });
      persons.push(...holders.map(({ person }) => person));
    }
  return persons;
}

/**
 * A task whose owner nobody above can name. Once for each round of its dispute: the meeting is found again by the task and the round,
 * whatever is repeated.
 */
function callMeeting(cases: Cases): EffectHandler {
  return async (call) => {
    const { task, units, place, title } = called.parse(call.payload);
    const { contact, returns, dispatches, ...known } = disputed.parse((await cases.stored(task))?.context);
    const [first = place, ...others] = units;
    const because = returns.at(-1)?.reason;
    const input = {
      ...known,
      unit: contact ?? first,
      place,
      departments: [first, ...others],
      named: title,
      ...(because === undefined ? {} : { because }),
      task,
      first,
      round: dispatches,
    };
    const answer = await cases.start({
      workflow: 'joint-meeting',
      input,
      actor: DISPUTE,
      key: call.id,
      unit: input.unit,
    });
    // tried again after the task has gone on: it was called the first time
    if (!answer.ok && answer.refusal.code !== 'idempotency.key_reused')
      throw new Error(`no joint meeting for ${task}: ${answer.refusal.code}`);
    return undefined;
  };
}
