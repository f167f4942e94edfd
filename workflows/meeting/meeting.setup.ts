import { assign, setup } from 'xstate';

import { childOf, effect, engineActions, type StateMeta } from '#libs/engine';

import { waitingItems } from './agenda.rules.js';
import type { MeetingOutput } from './contract.js';
import * as floor from './item.steps.js';
import type { MeetingContext, MeetingStart } from './meeting.context.js';
import { meetingEffects } from './meeting.effects.js';
import type { MeetingEvent } from './meeting.events.js';
import { meetingGuards } from './meeting.guards.js';
import { acceptance, dropping, result } from './meeting.params.js';
import * as steps from './meeting.steps.js';
import { ballotContract } from '../ballot/contract.js';

const base = setup({
  types: {
    context: {} as MeetingContext,
    events: {} as MeetingEvent,
    input: {} as MeetingStart,
    output: {} as MeetingOutput,
    meta: {} as StateMeta,
  },
  actors: { ballot: childOf(ballotContract) },
  guards: meetingGuards,
  actions: {
    ...engineActions,
    collectAgenda: effect(meetingEffects.collectAgenda),
    inviteMembers: effect(meetingEffects.inviteMembers),
    publishMinutes: effect(meetingEffects.publishMinutes),
    recordItem: assign(steps.recordItem),
    recordOrder: assign(steps.recordOrder),
    recordDrop: assign(steps.recordDrop),
    recordItemWithdrawal: assign(steps.recordItemWithdrawal),
    countReschedule: assign(steps.countReschedule),
    countRecall: assign(steps.countRecall),
    recordReason: assign(steps.recordReason),
    recordRestCarriedOver: assign(steps.recordRestCarriedOver),
    recordRestDropped: assign(steps.recordRestDropped),
    recordArrival: assign(steps.recordArrival),
    recordArrivals: assign(steps.recordArrivals),
    recordDeparture: assign(steps.recordDeparture),
    recordDepartures: assign(steps.recordDepartures),
    recordGuest: assign(steps.recordGuest),
    countWait: assign(steps.countWait),
    countQuorumLoss: assign(steps.countQuorumLoss),
    recordChair: assign(steps.recordChair),
    recordNewChair: assign(steps.recordNewChair),
    recordSittingProlongation: assign(steps.recordSittingProlongation),
    recordDebateProlongation: assign(steps.recordDebateProlongation),
    recordDraft: assign(steps.recordDraft),
    countMinutesReturn: assign(steps.countMinutesReturn),
    countSilence: assign(steps.countSilence),
    recordPresentation: assign(floor.recordPresentation),
    recordTurn: assign(floor.recordTurn),
    recordInterest: assign(floor.recordInterest),
    recordMotion: assign(floor.recordMotion),
    recordSecond: assign(floor.recordSecond),
    countAmendment: assign(floor.countAmendment),
    countFallenMotion: assign(floor.countFallenMotion),
    recordBallot: assign(floor.recordBallot),
    countAdopted: assign(floor.countAdopted),
    countRejected: assign(floor.countRejected),
    countDefeat: assign(floor.countDefeat),
    countCarriedOver: assign(floor.countCarriedOver),
    countUnsettled: assign(floor.countUnsettled),
    countOutside: assign(floor.countOutside),
    countWithdrawn: assign(floor.countWithdrawn),
  },
  delays: {
    start: 1,
    gathering: 1,
    recall: 1,
    sitting: 1,
    debate: 1,
    seconding: 1,
    quorumWait: 1,
    drafting: 1,
    signing: 1,
    witnessing: 1,
  },
});

/** The names the chart of a meeting refers to. */
export const meetingSetup = base.extend({
  actions: {
    tellAllAccepted: base.enqueueActions(({ context, enqueue }) => {
      for (const { issue } of waitingItems(context)) enqueue({ type: 'tell', params: acceptance(context, issue) });
    }),
    tellRestCarriedOver: base.enqueueActions(({ context, enqueue }) => {
      for (const item of waitingItems(context)) {
        enqueue({ type: 'tell', params: result(context, item, 'next_meeting') });
      }
    }),
    tellRestDropped: base.enqueueActions(({ context, enqueue }) => {
      for (const { issue } of waitingItems(context)) enqueue({ type: 'tell', params: dropping(context, issue) });
    }),
  },
});
