import { and } from 'xstate';

import { extensionReason, openNote, requestedExtension, timetableReason } from './task.params.js';
import { DISPATCHERS, DOERS, NOMINEES, SIGNERS, UPPER_TIER } from './task.people.js';
import { taskSetup } from './task.setup.js';

const working = taskSetup.createStateConfig({
  description: 'No request is open',
  meta: {
    label: { zh: '正常办理', en: 'Working' },
    awaits: [{ who: DOERS, acts: ['askHold', 'askExtension', 'reportImpossible'], clock: 'handling' }],
  },
  on: {
    askHold: { guard: and(['mayHold', 'holdShortEnough']), target: 'holdAsked', actions: 'recordRequest' },
    askExtension: [
      {
        guard: and(['mayExtend', 'notOverdue', 'extensionShortEnough', 'isForDispatcher']),
        target: 'extensionAsked',
        actions: 'recordRequest',
        description: 'The first, not too long, is for the dispatcher',
      },
      {
        guard: and(['mayExtend', 'notOverdue', 'extensionShortEnough']),
        target: 'furtherExtensionAsked',
        actions: 'recordRequest',
        description: 'Longer and later ones are for the upper tier',
      },
    ],
    proposeTransfer: {
      guard: and(['mayTransfer', 'isAnotherUnit']),
      target: 'transferProposed',
      actions: 'recordProposal',
      description: 'Another unit is asked; without its consent nothing moves',
    },
    reportImpossible: { target: 'impossibleReported', actions: 'recordRequest' },
    finish: [
      {
        guard: and(['timetableMade', 'evidenceEnough', 'isSigned']),
        target: 'signing',
        actions: 'recordDraft',
        description: 'The answer is public: a leader signs it first (审签); the handling time runs on',
      },
      {
        guard: and(['timetableMade', 'evidenceEnough']),
        target: '#task.verification',
        actions: 'recordFinish',
        description: 'Handed in with answer and evidence: the handling time stops',
      },
    ],
  },
});

const holdAsked = taskSetup.createStateConfig({
  description: 'A hold is asked for; the time runs until it is approved',
  meta: {
    label: { zh: '挂起待批', en: 'Hold asked for' },
    awaits: [{ who: DISPATCHERS, acts: ['approveHold', 'refuseHold'], clock: 'holdApproval' }],
  },
  after: { holdApproval: { target: 'working', actions: 'countLapse' } },
  on: {
    approveHold: { target: '#task.withDoer.handling.held', actions: 'recordHold' },
    refuseHold: { target: 'working', actions: 'countRefusal' },
  },
});

const granted = [
  { type: 'extend' as const, params: requestedExtension },
  { type: 'publish' as const, params: extensionReason },
  'countExtension' as const,
];

const extensionAsked = taskSetup.createStateConfig({
  description: 'The first extension is asked for',
  meta: {
    label: { zh: '延期待批', en: 'Extension asked for' },
    awaits: [{ who: DISPATCHERS, acts: ['grantExtension', 'refuseExtension'], clock: 'extensionApproval' }],
  },
  after: { extensionApproval: { target: 'working', actions: 'countLapse' } },
  on: {
    grantExtension: { guard: 'notOverdue', target: 'working', actions: granted },
    refuseExtension: { target: 'working', actions: 'countRefusal' },
  },
});

const furtherExtensionAsked = taskSetup.createStateConfig({
  description: 'A further extension is asked for',
  meta: {
    label: { zh: '再次延期待批', en: 'Further extension asked for' },
    awaits: [{ who: UPPER_TIER, acts: ['leaderGrantExtension', 'leaderRefuseExtension'], clock: 'extensionApproval' }],
  },
  after: { extensionApproval: { target: 'working', actions: 'countLapse' } },
  on: {
    leaderGrantExtension: { guard: 'notOverdue', target: 'working', actions: granted },
    leaderRefuseExtension: { target: 'working', actions: 'countRefusal' },
  },
});

const impossibleReported = taskSetup.createStateConfig({
  description: 'Reported as impossible; a leader signs or refuses',
  meta: {
    label: { zh: '无法办理待签发', en: 'Reported as impossible' },
    awaits: [{ who: SIGNERS, acts: ['signImpossible', 'refuseImpossible'], clock: 'signature' }],
  },
  after: { signature: { target: 'working', actions: 'countLapse' } },
  on: {
    signImpossible: { target: '#task.impossible', actions: 'recordImpossible' },
    refuseImpossible: { target: 'working', actions: 'countRefusal' },
  },
});

const transferProposed = taskSetup.createStateConfig({
  description: 'Another unit is asked to take it over; silence is no consent, and the time runs on',
  meta: {
    label: { zh: '商请转办中', en: 'Transfer proposed' },
    awaits: [{ who: NOMINEES, acts: ['takeOver', 'declineTransfer'], clock: 'consent' }],
  },
  after: { consent: { target: 'working', actions: 'countLapse' } },
  on: {
    takeOver: {
      target: '#task.withDoer',
      reenter: true,
      actions: 'countTakeOver',
      description: 'History kept, a time of its own; freely taken over it cannot be returned',
    },
    declineTransfer: { target: 'working', actions: 'countRefusal' },
  },
});

const signing = taskSetup.createStateConfig({
  description: 'A leader other than the drafter signs the answer or sends it back; nothing goes out unsigned',
  meta: {
    label: { zh: '答复待审签', en: 'Answer to be signed' },
    awaits: [{ who: SIGNERS, acts: ['signAnswer', 'sendBackAnswer'], clock: 'answerSigning' }],
  },
  after: { answerSigning: { description: 'The tier above is told and may sign; the handling time runs on' } },
  on: {
    signAnswer: {
      target: '#task.verification',
      actions: 'recordSignature',
      description: 'Handed in with answer, evidence and signature: the handling time stops',
    },
    sendBackAnswer: { target: 'working', actions: 'countAnswerReturn' },
  },
});

const active = taskSetup.createStateConfig({
  description: 'The time runs; the work can be handed in',
  meta: {
    label: { zh: '办理', en: 'At work' },
    awaits: [{ who: DOERS, acts: ['finish', 'progress', 'assignInside', 'setTimetable'], clock: 'handling' }],
  },
  initial: 'working',
  states: {
    working,
    holdAsked,
    extensionAsked,
    furtherExtensionAsked,
    impossibleReported,
    transferProposed,
    signing,
  },
});

const held = taskSetup.createStateConfig({
  description: 'On hold: the handling time stands still',
  tags: 'pauses:handling',
  meta: {
    label: { zh: '已挂起', en: 'On hold' },
    awaits: [{ who: DOERS, acts: ['resume', 'progress'], clock: 'hold' }],
  },
  after: { hold: { target: 'active', actions: 'countHold', description: 'The longest time is over' } },
  on: { resume: { target: 'active', actions: 'countHold' } },
});

/** The work is being done. */
export const handling = taskSetup.createStateConfig({
  description: 'The work is being done',
  meta: { label: { zh: '办理中', en: 'Being handled' } },
  initial: 'active',
  on: {
    progress: [
      {
        guard: 'isOpenNote',
        actions: ['recordProgress', { type: 'publish', params: openNote }],
        description: 'A note for everybody to see',
      },
      { actions: 'recordProgress' },
    ],
    assignInside: { actions: 'recordAssignment', description: 'To an office and a person of the unit (分办)' },
    setTimetable: {
      guard: and(['areDatesAhead', 'isReasonGiven']),
      actions: ['recordTimetable', { type: 'publish', params: timetableReason }],
    },
    doneStep: { guard: 'isStepOpen', actions: 'recordStep' },
  },
  states: { active, held },
});
