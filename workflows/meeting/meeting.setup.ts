import { assign, setup } from 'xstate';

import { childOf, effect, engineActions, type StateMeta } from '#libs/engine';

import { currentItem, waitingItems } from './agenda.rules.js';
import type { MeetingOutput } from './contract.js';
import * as floor from './item.steps.js';
import type { MeetingContext, MeetingStart } from './meeting.context.js';
import { meetingEffects } from './meeting.effects.js';
import type { MeetingEvent } from './meeting.events.js';
import { meetingGuards } from './meeting.guards.js';
import { acceptance, currentResult, dropping, nextMeeting, result } from './meeting.params.js';
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
    callNext: effect(meetingEffects.callNext),
    recordItem: assign(steps.recordItem),
    recordRefusedItem: assign(steps.recordRefusedItem),
    recordOwnItem: assign(steps.recordOwnItem),
    recordCode: assign(steps.recordCode),
    recordProxy: assign(steps.recordProxy),
    recordRevocation: assign(steps.recordRevocation),
    recordOpening: assign(steps.recordOpening),
    recordEnd: assign(steps.recordEnd),
    recordSignature: assign(steps.recordSignature),
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
    recordRequest: assign(floor.recordRequest),
    recordRenouncement: assign(floor.recordRenouncement),
    countTurn: assign(floor.countTurn),
    clearFloor: assign(floor.clearFloor),
    countMovedAmendment: assign(floor.countMovedAmendment),
    recordAmendmentSecond: assign(floor.recordAmendmentSecond),
    countAcceptedAmendment: assign(floor.countAcceptedAmendment),
    countAdoptedAmendment: assign(floor.countAdoptedAmendment),
    countDefeatedAmendment: assign(floor.countDefeatedAmendment),
    countFallenAmendment: assign(floor.countFallenAmendment),
    recordNomination: assign(floor.recordNomination),
    recordAcceptance: assign(floor.recordAcceptance),
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
    turn: 1,
    quorumWait: 1,
    drafting: 1,
    signing: 1,
    witnessing: 1,
  },
});

/** The names the chart of a meeting refers to. The meeting's own matters have no issue to tell. */
export const meetingSetup = base.extend({
  actions: {
    tellResult: base.enqueueActions(({ context, enqueue }) => {
      if (currentItem(context)?.own === false) enqueue({ type: 'tell', params: currentResult({ context }) });
    }),
    tellDropped: base.enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'dropItem') return;
      const dropped = context.items.find(({ issue }) => issue === event.input.issue);
      if (dropped?.own === false) enqueue({ type: 'tell', params: dropping(context, dropped.issue) });
    }),
    tellAllAccepted: base.enqueueActions(({ context, enqueue }) => {
      for (const { issue, own } of waitingItems(context))
        if (!own) enqueue({ type: 'tell', params: acceptance(context, issue) });
    }),
    tellRestCarriedOver: base.enqueueActions(({ context, enqueue }) => {
      for (const item of waitingItems(context)) {
        if (!item.own) enqueue({ type: 'tell', params: result(context, item, 'next_meeting') });
      }
    }),
    tellRestDropped: base.enqueueActions(({ context, enqueue }) => {
      for (const { issue, own } of waitingItems(context))
        if (!own) enqueue({ type: 'tell', params: dropping(context, issue) });
    }),
    askForNext: base.enqueueActions(({ context, event, enqueue }) => {
      const next = nextMeeting(context, 'at' in event ? event.at : context.startsAt);
      if (next !== null) enqueue({ type: 'callNext', params: next });
    }),
  },
});
