/*
 * A joint meeting (约请, 联席会议) brings the units of one matter to one table and ends with one minute.
 *
 * preparing      The chair names day and place; the summons goes out to every unit. A chair that stays silent too often loses it:
 *                the unit asked first keeps the matter.
 * answering      Each unit confirms or sends a reasoned excuse. Who is silent is told to its leader and to the tier above.
 * waiting        Until the hour. Late answers are taken, an excuse may be refused, the day may be moved, not often.
 * opening        The hour has come: who is there is entered. Nobody came: convened once more with the leaders, then kept.
 * deliberating   Each unit states its view; the chair drafts one minute with duties, and the owner where that is in dispute.
 * confirming     Every unit that was there or is given a duty confirms or objects; silence confirms, and is recorded as silence.
 * opposed        The chair revises, refers it up, or lets the objections stand as dissent.
 * deciding       The tier above upholds or decides otherwise. Silence: the objections stand as dissent.
 * signing        A second person signs: of the chair, of the tier above, or, when the chair’s time is over, of another unit that
 *                was there (a chair may have one officer only); never whoever drafted it.
 * carrying       Published, unless confidential. Duties are tasks that nobody returns; the meeting waits until all have ended.
 * settled, kept, cancelled   The end. Kept: nobody came twice, the first-received unit (首接负责) has the matter, named.
 */
import { and } from 'xstate';

import type { StateMeta } from '#libs/engine';

import {
  CALLER,
  CHAIR,
  COUNTERSIGNERS,
  DECIDERS,
  EXPECTED,
  SIGNERS,
  SUMMONED,
  UNHEARD,
  WEIGHERS,
} from './joint.acts.js';
import { initialJoint } from './joint.context.js';
import * as params from './joint.params.js';
import { jointSetup } from './joint.setup.js';

const kept = {
  target: 'kept',
  actions: ['endAsFailed', 'nameKeeper', { type: 'tellUnits', params: params.matterKept }],
} as const;

/** What may end a meeting before its minute is signed. */
const off = {
  guard: 'mayCallOff',
  target: 'cancelled',
  actions: ['recordCallingOff', { type: 'tellUnits', params: params.meetingOff }],
} as const;

const preparing = jointSetup.createStateConfig({
  description: 'The chair names day and place',
  meta: {
    label: { zh: '待定会期', en: 'Day to be set' },
    awaits: [{ who: CHAIR, acts: ['setSitting', 'callOff'], clock: 'preparing' }],
  } satisfies StateMeta,
  on: {
    callOff: off,
    setSitting: {
      guard: 'isInTime',
      target: 'answering',
      actions: ['countSitting', { type: 'tellUnits', params: params.summonsOf }],
    },
  },
  after: {
    preparing: [
      {
        guard: 'isPatient',
        target: 'preparing',
        reenter: true,
        actions: 'countSilence',
        description: 'Asked again; the tier above is told',
      },
      { ...kept, description: 'The chair was silent too often' },
    ],
  },
});

const answering = jointSetup.createStateConfig({
  description: 'Each unit confirms or sends a reasoned excuse',
  meta: {
    label: { zh: '待答复约请', en: 'Summoned' },
    awaits: [
      { who: EXPECTED, acts: ['confirmAttendance', 'sendExcuse'], clock: 'answering' },
      { who: [...CHAIR, ...CALLER], acts: ['callOff'], clock: 'answering' },
    ],
  } satisfies StateMeta,
  always: { guard: 'hasAnswered', target: 'waiting', description: 'Everybody has answered' },
  on: {
    callOff: off,
    confirmAttendance: { guard: 'isSummoned', actions: 'recordConfirmation' },
    sendExcuse: { guard: 'isSummoned', actions: 'recordExcuse' },
  },
  after: {
    answering: {
      target: 'waiting',
      actions: 'recordSilentUnits',
      description: 'Silence is no excuse: leaders and the tier above were told',
    },
  },
});

const waiting = jointSetup.createStateConfig({
  description: 'Until the hour of the sitting',
  meta: {
    label: { zh: '待开会', en: 'Convened' },
    awaits: [
      { who: EXPECTED, acts: ['confirmAttendance', 'sendExcuse'], clock: 'sitting' },
      { who: CHAIR, acts: ['refuseExcuse', 'postpone', 'callOff'], clock: 'sitting' },
      { who: SUMMONED, acts: ['confirmAttendance', 'sendExcuse'], clock: 'sitting' },
    ],
  } satisfies StateMeta,
  on: {
    callOff: off,
    confirmAttendance: { guard: 'isSummoned', actions: 'recordConfirmation' },
    sendExcuse: { guard: 'isSummoned', actions: 'recordExcuse' },
    refuseExcuse: { guard: 'isExcuseRefusable', actions: 'countExcuseRefused' },
    postpone: {
      guard: and(['mayPostpone', 'isInTime']),
      target: 'answering',
      actions: ['countPostponement', { type: 'tellUnits', params: params.summonsOf }],
    },
  },
  after: { sitting: { target: 'opening', description: 'The hour has come' } },
});

const opening = jointSetup.createStateConfig({
  description: 'The hour has come: who is there is entered',
  meta: {
    label: { zh: '待签到', en: 'To be opened' },
    awaits: [{ who: CHAIR, acts: ['openSitting', 'reportNobody', 'callOff'], clock: 'opening' }],
  } satisfies StateMeta,
  on: {
    callOff: off,
    openSitting: { guard: 'areEnough', target: 'deliberating', actions: 'recordAttendance' },
    reportNobody: [
      { guard: 'mayReconvene', target: 'preparing', actions: 'countMiss', description: 'Once more, with the leaders' },
      { ...kept, description: 'Nobody came again' },
    ],
  },
  after: {
    opening: [
      { guard: 'mayReconvene', target: 'preparing', actions: 'countMiss', description: 'It was never opened' },
      { ...kept, description: 'It was never opened again' },
    ],
  },
});

const deliberating = jointSetup.createStateConfig({
  description: 'Each unit states its view; one minute is drafted',
  meta: {
    label: { zh: '协商', en: 'Sitting' },
    awaits: [
      { who: CHAIR, acts: ['draftMinute', 'makeStatement', 'callOff'], clock: 'drafting' },
      { who: SUMMONED, acts: ['makeStatement'], clock: 'drafting' },
    ],
  } satisfies StateMeta,
  on: {
    callOff: off,
    makeStatement: { guard: 'isAtTable', actions: 'recordStatement' },
    draftMinute: {
      guard: 'isMinuteWhole',
      target: 'confirming',
      actions: ['recordMinute', { type: 'tellUnits', params: params.minuteAsked }],
    },
  },
  after: {
    drafting: {
      target: 'deliberating',
      reenter: true,
      actions: 'countSilence',
      description: 'Asked again; the tier above may draft it in the chair’s place',
    },
  },
});

const confirming = jointSetup.createStateConfig({
  description: 'Every unit confirms the minute or objects',
  meta: {
    label: { zh: '待确认纪要', en: 'Minute to be confirmed' },
    awaits: [{ who: UNHEARD, acts: ['confirmMinute', 'objectToMinute'], clock: 'confirming' }],
  } satisfies StateMeta,
  always: [
    { guard: and(['isAllHeard', 'isUnopposed']), target: 'signing', description: 'Nobody objects' },
    { guard: 'isAllHeard', target: 'opposed', description: 'Somebody objects' },
  ],
  on: {
    confirmMinute: { guard: 'isUnheard', actions: 'recordReply' },
    objectToMinute: { guard: 'isUnheard', actions: 'recordReply' },
  },
  after: {
    confirming: [
      { guard: 'isUnopposed', target: 'signing', actions: 'recordSilentReplies', description: 'Silence confirms' },
      { target: 'opposed', actions: 'recordSilentReplies', description: 'Silence confirms; somebody objects' },
    ],
  },
});

const opposed = jointSetup.createStateConfig({
  description: 'There are objections: revise, refer up, or let them stand as dissent',
  meta: {
    label: { zh: '有异议', en: 'Objections' },
    awaits: [
      { who: CHAIR, acts: ['reviseMinute', 'referUp'], clock: 'weighing' },
      { who: WEIGHERS, acts: ['keepDissent'], clock: 'weighing' },
    ],
  } satisfies StateMeta,
  on: {
    reviseMinute: {
      guard: and(['mayRevise', 'isMinuteWhole']),
      target: 'confirming',
      actions: ['countRevision', { type: 'tellUnits', params: params.minuteAsked }],
    },
    referUp: { guard: 'hasUpper', target: 'deciding' },
    keepDissent: { target: 'signing', actions: 'recordDissent' },
  },
  after: {
    weighing: [
      { guard: 'hasUpper', target: 'deciding', description: 'A silent chair loses it to the tier above' },
      { target: 'signing', actions: 'recordDissent', description: 'Nothing stands above: dissent' },
    ],
  },
});

const deciding = jointSetup.createStateConfig({
  description: 'The tier above decides on the objections',
  meta: {
    label: { zh: '待上级裁定', en: 'With the tier above' },
    awaits: [{ who: DECIDERS, acts: ['upholdMinute', 'rewriteMinute'], clock: 'deciding' }],
  } satisfies StateMeta,
  on: {
    upholdMinute: { target: 'signing', actions: 'recordDissent' },
    rewriteMinute: {
      guard: 'isMinuteWhole',
      target: 'signing',
      actions: ['recordDissent', 'recordRewriting'],
    },
  },
  after: { deciding: { target: 'signing', actions: 'recordDissent', description: 'Silence: they stand as dissent' } },
});

const signing = jointSetup.createStateConfig({
  description: 'A second person signs the minute: of the chair, of the tier above, or of another unit that was there',
  meta: {
    label: { zh: '待签发', en: 'To be signed' },
    awaits: [{ who: [...SIGNERS, ...COUNTERSIGNERS], acts: ['signMinute'], clock: 'signing' }],
  } satisfies StateMeta,
  on: {
    signMinute: {
      target: 'carrying',
      actions: [
        'recordSignature',
        'startDuties',
        'nameOwner',
        'publishOpenMinute',
        { type: 'tellUnits', params: params.minuteSigned },
      ],
    },
  },
  after: {
    signing: {
      target: 'signing',
      reenter: true,
      actions: 'countUnsigned',
      description: 'Asked again, with the tier above and the units that were there. Nothing is signed by itself',
    },
  },
});

const carrying = jointSetup.createStateConfig({
  description: 'The duties are carried out as tasks',
  meta: {
    label: { zh: '落实纪要', en: 'Duties at work' },
    openEnded: 'It waits for its tasks, which have their own clocks.',
  } satisfies StateMeta,
  always: {
    guard: 'areDutiesEnded',
    target: 'settled',
    actions: 'endAsSettled',
    description: 'Every duty is verified, failed or cancelled',
  },
  on: {
    'done.task': { actions: 'recordTask', description: 'A duty has ended' },
    'failed.task': { actions: 'recordFailedTask', description: 'A task could not be started' },
  },
});

export const jointMachine = jointSetup.createMachine({
  id: 'joint-meeting',
  context: initialJoint,
  initial: 'preparing',
  entry: { type: 'findChair', params: params.chairRequest },
  output: params.outputWhenDone,
  on: {
    cancelled: { target: '.cancelled', actions: 'endAsCancelled', description: 'No longer wanted' },
    'chair.found': { actions: 'recordChair', description: 'Who chairs, by the registry' },
    'unit.succeeded': {
      actions: ['tellHeir', 'recordSuccession'],
      description: 'A unit was merged into another or closed',
    },
  },
  states: {
    preparing,
    answering,
    waiting,
    opening,
    deliberating,
    confirming,
    opposed,
    deciding,
    signing,
    carrying,
    settled: {
      type: 'final',
      description: 'A minute was signed and its duties have ended',
      meta: { label: { zh: '已落实', en: 'Settled' } } satisfies StateMeta,
    },
    kept: {
      type: 'final',
      description: 'No meeting came about: the unit asked first keeps the matter',
      meta: { label: { zh: '首接单位负责', en: 'Kept by the unit asked first' } } satisfies StateMeta,
    },
    cancelled: {
      type: 'final',
      description: 'Called off, or no longer wanted',
      meta: { label: { zh: '已取消', en: 'Called off' } } satisfies StateMeta,
    },
  },
});
