import { assign, setup } from 'xstate';

import { effect, engineActions, type StateMeta } from '#libs/engine';

import type { TaskOutput } from './contract.js';
import * as doing from './doing.steps.js';
import * as owning from './owning.steps.js';
import type { TaskContext, TaskStart } from './task.context.js';
import { taskEffects } from './task.effects.js';
import type { TaskEvent } from './task.events.js';
import { taskGuards } from './task.guards.js';
import { assistEnded } from './task.params.js';

const base = setup({
  types: {
    context: {} as TaskContext,
    events: {} as TaskEvent,
    input: {} as TaskStart,
    output: {} as TaskOutput,
    meta: {} as StateMeta,
    tags: {} as 'pauses:handling',
  },
  guards: taskGuards,
  actions: {
    ...engineActions,
    checkAdmission: effect(taskEffects.checkAdmission),
    findArbiter: effect(taskEffects.findArbiter),
    callJointMeeting: effect(taskEffects.callJointMeeting),
    learnOwner: effect(taskEffects.learnOwner),
    ringRoster: effect(taskEffects.ringRoster),
    reportAssist: effect(taskEffects.reportAssist),
    writeToResident: effect(taskEffects.writeToResident),
    publish: effect(taskEffects.publish),
    tellOffices: effect(taskEffects.tellOffices),
    recordAdmission: assign(owning.recordAdmission),
    recordReturn: assign(owning.recordReturn),
    countReassignment: assign(owning.countReassignment),
    countTransfer: assign(owning.countTransfer),
    recordProposal: assign(owning.recordProposal),
    countTakeOver: assign(owning.countTakeOver),
    recordArbiter: assign(owning.recordArbiter),
    forgetArbiter: assign(owning.forgetArbiter),
    ignoreArbiter: assign(owning.ignoreArbiter),
    countOwner: assign(owning.countOwner),
    countFallback: assign(owning.countFallback),
    countProvisionalLead: assign(owning.countProvisionalLead),
    countNamedOwner: assign(owning.countNamedOwner),
    recordMinutes: assign(owning.recordMinutes),
    confirmOwner: assign(owning.confirmOwner),
    countSuccession: assign(owning.countSuccession),
    recordGone: assign(owning.recordGone),
    recordSuccession: assign(owning.recordSuccession),
    recordSuccessionAtRest: assign(owning.recordSuccessionAtRest),
    recordWithdrawal: assign(owning.recordWithdrawal),
    recordRulingImpossible: assign(owning.recordRulingImpossible),
    recordAcceptance: assign(doing.recordAcceptance),
    recordSilentAcceptance: assign(doing.recordSilentAcceptance),
    recordDuty: assign(doing.recordDuty),
    recordLine: assign(doing.recordLine),
    recordAssignment: assign(doing.recordAssignment),
    recordTimetable: assign(doing.recordTimetable),
    recordStep: assign(doing.recordStep),
    recordProgress: assign(doing.recordProgress),
    recordFinish: assign(doing.recordFinish),
    recordDraft: assign(doing.recordDraft),
    recordSignature: assign(doing.recordSignature),
    countAnswerReturn: assign(doing.countAnswerReturn),
    recordReply: assign(doing.recordReply),
    recordContactSilence: assign(doing.recordContactSilence),
    recordRequest: assign(doing.recordRequest),
    recordHold: assign(doing.recordHold),
    countHold: assign(doing.countHold),
    countExtension: assign(doing.countExtension),
    countRefusal: assign(doing.countRefusal),
    countLapse: assign(doing.countLapse),
    recordImpossible: assign(doing.recordImpossible),
    countOverdue: assign(doing.countOverdue),
    recordSupervision: assign(doing.recordSupervision),
    recordVerification: assign(doing.recordVerification),
    countRedo: assign(doing.countRedo),
    countSilence: assign(doing.countSilence),
    recordLead: assign(doing.recordLead),
    recordAssist: assign(doing.recordAssist),
  },
  delays: {
    admissionCheck: 1,
    acceptance: 1,
    handling: 1,
    redispatch: 1,
    arbitration: 1,
    consent: 1,
    holdApproval: 1,
    hold: 1,
    extensionApproval: 1,
    signature: 1,
    answerSigning: 1,
    verification: 1,
    substitution: 1,
    lastVerification: 1,
  },
});

/** The chart's words: what its states and transitions refer to by name. XState sees placeholders for delays: the engine runs the clocks. */
export const taskSetup = base.extend({
  actions: {
    /** Those who lead hear how an assist ended. */
    endAssist: base.enqueueActions(({ context, enqueue }) => {
      if (context.part === 'assist') enqueue({ type: 'reportAssist', params: assistEnded({ context }) });
    }),
  },
});
