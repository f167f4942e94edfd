import { assertEvent } from 'xstate';
import type { z } from 'zod';

import type { TellTarget, ToldEvent } from '#libs/engine';

import type { JointMeetingOutput } from './contract.js';
import { askedOf, type JointContext, type JointDuty } from './joint.context.js';
import type { jointEffects } from './joint.effects.js';
import type { JointEvent } from './joint.events.js';
import type { TaskInput } from '../task/contract.js';

/*
 * What the chart hands to effects, to the tasks of the minute and to whoever called the meeting.
 */

type CaseArgs = { context: JointContext };
type Told = z.output<typeof jointEffects.tellUnits>;

export function chairRequest({ context }: CaseArgs): z.output<typeof jointEffects.findChair> {
  const { unit, place, departments, first } = context;
  return { unit, place, departments, first };
}

/** The first time everybody who works for a unit is told, after a sitting nobody came to its leader alone. */
export function summonsOf({ context }: CaseArgs): Told {
  const leaders = context.misses > 0;
  return {
    units: context.departments,
    about: leaders ? 'joint_summons_leaders' : 'joint_summons',
    leaders,
    text: context.title,
  };
}

function told(context: JointContext, about: Told['about'], units: string[]): Told {
  const text = context.minute?.text ?? context.endReason ?? context.title;
  return { units: [...new Set(units)], about, leaders: false, text };
}

/** Whoever takes a seat over hears what its former holder was told last; `null`: it sits there already. */
export function heirTold({ context, event }: CaseArgs & { event: JointEvent }): Told | null {
  assertEvent(event, 'unit.succeeded');
  const { from, to } = event.payload;
  const { departments, minute, signedBy } = context;
  if (to === null || !departments.includes(from) || departments.includes(to)) return null;
  const about = minute === null ? 'joint_summons' : signedBy === null ? 'joint_minute' : 'joint_signed';
  return told(context, about, [to]);
}

export function minuteAsked({ context }: CaseArgs): Told {
  return told(context, 'joint_minute', askedOf(context));
}

export function minuteSigned({ context }: CaseArgs): Told {
  return told(context, 'joint_signed', [...context.departments, context.unit]);
}

export function meetingOff({ context }: CaseArgs): Told {
  return told(context, 'joint_off', context.departments);
}

export function matterKept({ context }: CaseArgs): Told {
  return told(context, 'joint_kept', [...context.departments, context.keeper, context.unit]);
}

/** The task learns who does it. */
export function ownerNamed(context: JointContext, owner: string): { target: TellTarget; event: ToldEvent } | null {
  if (context.task === null) return null;
  return {
    target: { case: context.task },
    event: { type: 'owner.named', payload: { unit: owner, minutes: context.case } },
  };
}

/** The task of a duty. It comes of a joint meeting, so nobody returns it again. */
export function dutyTask(context: JointContext, duty: JointDuty): TaskInput {
  return {
    issue: context.case,
    origin: 'joint-meeting',
    unit: duty.unit,
    place: context.place,
    title: context.title,
    instruction: duty.instruction,
    part: duty.part,
    limit: duty.limit,
    matter: duty.matter ?? context.matter,
    contact: context.first,
    confidential: context.confidential,
    round: context.round,
  };
}

function ownerOf({ minute, ending, keeper }: JointContext): string | null {
  if (ending === 'failed') return keeper;
  return minute?.owner ?? minute?.duties.find(({ part }) => part === 'lead')?.unit ?? null;
}

export function outputWhenDone({ context }: CaseArgs): JointMeetingOutput {
  const result = context.ending ?? 'cancelled';
  const minute = result === 'settled' ? context.minute : null;
  const duties = minute?.duties ?? [];
  return {
    result,
    minutes: minute?.text ?? null,
    duties: duties.map(({ id, unit, part, instruction, matter, result: end }) => ({
      id,
      unit,
      part,
      instruction,
      matter,
      result: end,
    })),
    owner: result === 'cancelled' ? null : ownerOf(context),
    answer: duties.find(({ part }) => part === 'lead')?.answer ?? null,
    evidence: [...new Set(duties.flatMap(({ evidence }) => evidence))],
  };
}
