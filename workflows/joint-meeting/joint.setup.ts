import { assign, setup } from 'xstate';

import { childOf, effect, engineActions, type StateMeta } from '#libs/engine';

import { taskContract } from '../task/contract.js';
import type { JointMeetingOutput } from './contract.js';
import type { JointContext, JointStart } from './joint.context.js';
import { jointEffects } from './joint.effects.js';
import type { JointEvent } from './joint.events.js';
import { jointGuards } from './joint.guards.js';
import { dutyTask, heirTold, ownerNamed } from './joint.params.js';
import * as steps from './joint.steps.js';

const base = setup({
  types: {
    context: {} as JointContext,
    events: {} as JointEvent,
    input: {} as JointStart,
    output: {} as JointMeetingOutput,
    meta: {} as StateMeta,
  },
  actors: { task: childOf(taskContract) },
  guards: jointGuards,
  actions: {
    ...engineActions,
    findChair: effect(jointEffects.findChair),
    tellUnits: effect(jointEffects.tellUnits),
    publishMinutes: effect(jointEffects.publishMinutes),
    recordChair: assign(steps.recordChair),
    recordSuccession: assign(steps.recordSuccession),
    countSitting: assign(steps.countSitting),
    countPostponement: assign(steps.countPostponement),
    recordConfirmation: assign(steps.recordConfirmation),
    recordExcuse: assign(steps.recordExcuse),
    countExcuseRefused: assign(steps.countExcuseRefused),
    recordSilentUnits: assign(steps.recordSilentUnits),
    recordAttendance: assign(steps.recordAttendance),
    countMiss: assign(steps.countMiss),
    countSilence: assign(steps.countSilence),
    countUnsigned: assign(steps.countUnsigned),
    recordStatement: assign(steps.recordStatement),
    recordMinute: assign(steps.recordMinute),
    countRevision: assign(steps.countRevision),
    recordRewriting: assign(steps.recordRewriting),
    recordReply: assign(steps.recordReply),
    recordSilentReplies: assign(steps.recordSilentReplies),
    recordDissent: assign(steps.recordDissent),
    recordSignature: assign(steps.recordSignature),
    recordTask: assign(steps.recordTask),
    recordFailedTask: assign(steps.recordFailedTask),
    recordCallingOff: assign(steps.recordCallingOff),
    endAsSettled: assign(steps.endAs('settled')),
    endAsFailed: assign(steps.endAs('failed')),
    endAsCancelled: assign(steps.endAs('cancelled')),
  },
  delays: {
    preparing: 1,
    answering: 1,
    sitting: 1,
    opening: 1,
    drafting: 1,
    confirming: 1,
    weighing: 1,
    deciding: 1,
    signing: 1,
  },
});

/** The chart's words: what its states and transitions refer to by name. */
export const jointSetup = base.extend({
  actions: {
    /** Every duty becomes a task of its unit; the task in dispute learns its owner. */
    startDuties: base.enqueueActions(({ context, enqueue }) => {
      for (const duty of context.minute?.duties ?? [])
        enqueue.spawnChild('task', { id: duty.id, input: dutyTask(context, duty) });
    }),
    nameOwner: base.enqueueActions(({ context, enqueue }) => {
      const owner = context.minute?.owner ?? null;
      const told = owner === null ? null : ownerNamed(context, owner);
      if (told !== null) enqueue({ type: 'tell', params: told });
    }),
    nameKeeper: base.enqueueActions(({ context, enqueue }) => {
      const told = ownerNamed(context, context.keeper);
      if (told !== null) enqueue({ type: 'tell', params: told });
    }),
    tellHeir: base.enqueueActions(({ context, event, enqueue }) => {
      const news = heirTold({ context, event });
      if (news !== null) enqueue({ type: 'tellUnits', params: news });
    }),
    /** Nothing confidential is posted. */
    publishOpenMinute: base.enqueueActions(({ context, enqueue }) => {
      if (context.confidential || context.minute === null) return;
      const { place, title, minute } = context;
      enqueue({ type: 'publishMinutes', params: { unit: place, title, minutes: minute.text } });
    }),
  },
});
