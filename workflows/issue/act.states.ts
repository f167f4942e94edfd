import { and } from 'xstate';

import { issueSetup } from './issue.setup.js';
import { jointStates } from './joint.states.js';
import {
  CLAIMERS,
  CONFIDANTS,
  HANDLER,
  LAST_VERIFIERS,
  OFFERED,
  PLANNERS,
  PRIVATE_SIGNERS,
  SIGNERS,
  SUBSTITUTES,
  SUPERVISORS,
} from './issue.people.js';

const planning = issueSetup.createStateConfig({
  description: 'The action plan (推进计划): the lowest hands that can do it first.',
  meta: {
    label: { zh: '制定推进计划', en: 'Planning' },
    awaits: [
      {
        who: PLANNERS,
        acts: [
          'offer',
          'planOwnWork',
          'dispatch',
          'callJointMeeting',
          'openSignOffs',
          'arrangeErrand',
          'raiseTier',
          'draftFinalAnswer',
        ],
        clock: 'planning',
      },
    ],
  },
  on: {
    offer: { guard: and(['mayPlanAgain', 'mayBeOffered']), target: 'offered', actions: ['planOffer', 'offerWork'] },
    planOwnWork: { guard: and(['mayPlanAgain', 'mayBeOwnWork']), target: 'working', actions: 'planOwn' },
    dispatch: {
      guard: and(['mayPlanAgain', 'areUnitsDifferent', 'areWorksShortEnough']),
      target: 'departments',
      actions: ['planDispatch', 'startTasks', 'publishLongWorks'],
    },
    callJointMeeting: { guard: 'mayPlanAgain', target: 'jointly', actions: 'countJointMeeting' },
    openSignOffs: { guard: and(['mayPlanAgain', 'isCommonMatter']), target: 'sealing', actions: 'countChain' },
    arrangeErrand: { guard: 'mayPlanAgain', target: 'departments', actions: ['planErrand', 'startErrand'] },
    raiseTier: {
      guard: 'mayRaiseTier',
      target: 'planning',
      reenter: true,
      actions: ['countTier', 'superviseHandling'],
    },
    draftFinalAnswer: { target: '#signing', actions: 'takeFinalAnswer' },
  },
  after: { planning: { actions: 'noteLate' } },
});

const offered = issueSetup.createStateConfig({
  description:
    'Open for claiming (认领) by Party members, volunteers and partner units; a confidential need only by those named.',
  meta: {
    label: { zh: '待认领', en: 'Open for claiming' },
    awaits: [{ who: PLANNERS, acts: ['closeOffer'], clock: 'claim' }],
  },
  initial: 'openly',
  states: {
    openly: {
      description: 'To everybody who may claim.',
      meta: {
        label: { zh: '待认领', en: 'Open for claiming' },
        awaits: [{ who: CLAIMERS, acts: ['claim'], clock: 'claim' }],
      },
      always: { guard: 'isConfidential', target: 'privately' },
    },
    privately: {
      description: 'A confidential need: to those named, and nobody else learns of it.',
      meta: {
        label: { zh: '待指定的人认领', en: 'Offered to those named' },
        awaits: [{ who: OFFERED, acts: ['claim'], clock: 'claim' }],
      },
    },
  },
  on: {
    claim: { guard: 'mayClaim', target: 'working', actions: 'takeClaim' },
    closeOffer: { target: 'planning', actions: 'countReturn' },
  },
  after: { claim: { target: 'planning', actions: 'countReturn', description: 'Nobody claimed it.' } },
});

const working = issueSetup.createStateConfig({
  description:
    'Claimed or the community’s own work, until the promised date. The clock is the promise, not a department’s limit.',
  meta: {
    label: { zh: '办理中', en: 'Being done' },
    awaits: [
      {
        who: HANDLER,
        acts: ['reportProgress', 'promiseAgain', 'finish', 'giveBack', 'reportImpossible'],
        clock: 'promise',
      },
      { who: PLANNERS, acts: ['takeBack'] },
    ],
  },
  on: {
    reportProgress: { actions: 'noteEntry' },
    promiseAgain: {
      guard: and(['mayPromiseAgain', 'isPromiseReachable']),
      target: 'working',
      reenter: true,
      actions: 'takePromise',
    },
    finish: { target: 'verifying', actions: 'takeFinish' },
    giveBack: { target: 'planning', actions: 'countReturn' },
    reportImpossible: { target: '#crossroads', actions: 'takeImpossible' },
    takeBack: {
      target: 'planning',
      actions: 'countReturn',
      description: 'Planned again, by others or in another way.',
    },
  },
  after: {
    promise: { actions: 'noteLate', description: 'The promised date has passed; the coordinator may take it back.' },
  },
});

/** Work that failed verification is done again by the same people, until it failed too often. */
const failed = [
  { guard: and(['isNotTheHandler', 'mayFailVerificationAgain']), target: '#working', actions: 'countVerification' },
  { guard: 'isNotTheHandler', target: '#crossroads', actions: 'countVerification' },
] as const;

const verifying = issueSetup.createStateConfig({
  initial: 'choosing',
  description:
    'Supervisors look for themselves; then a substitute, then the coordinator. Never the handler, never by itself.',
  meta: { label: { zh: '待验收', en: 'Verification' } },
  states: {
    choosing: {
      description: 'A confidential need is nothing for supervisors to look at.',
      meta: { label: { zh: '确定验收人', en: 'Finding the verifier' } },
      always: [{ guard: 'isConfidential', target: 'privately' }, { target: 'supervisor' }],
    },
    privately: {
      description: 'A confidential need is verified by the coordinator alone.',
      meta: {
        label: { zh: '协调员验收(保密)', en: 'Verified in confidence' },
        awaits: [{ who: CONFIDANTS, acts: ['verifyLast'], clock: 'verificationLast' }],
      },
      on: { verifyLast: [{ guard: and(['isNotTheHandler', 'isVerified']), target: '#review' }, ...failed] },
      after: { verificationLast: { actions: 'noteLate', description: 'It never passes by itself.' } },
    },
    supervisor: {
      description: 'Somebody of the supervisors looks at the place.',
      meta: {
        label: { zh: '监督团验收', en: 'Supervisor verifies' },
        awaits: [{ who: SUPERVISORS, acts: ['verify'], clock: 'verification' }],
      },
      on: { verify: [{ guard: and(['isNotTheHandler', 'isVerified']), target: '#review' }, ...failed] },
      after: { verification: { target: 'substitute', description: 'The supervisor was silent.' } },
    },
    substitute: {
      description: 'Another supervisor or a representative steps in for the silent one.',
      meta: {
        label: { zh: '替补验收', en: 'Substitute verifies' },
        awaits: [{ who: SUBSTITUTES, acts: ['verifyAsSubstitute'], clock: 'verificationSubstitute' }],
      },
      on: { verifyAsSubstitute: [{ guard: and(['isNotTheHandler', 'isVerified']), target: '#review' }, ...failed] },
      after: { verificationSubstitute: { target: 'coordinator', description: 'The substitute was silent, too.' } },
    },
    coordinator: {
      description: 'The last to verify; a chair where the coordinator is the handler.',
      meta: {
        label: { zh: '统筹人验收', en: 'Coordinator verifies' },
        awaits: [{ who: LAST_VERIFIERS, acts: ['verifyLast'], clock: 'verificationLast' }],
      },
      on: { verifyLast: [{ guard: and(['isNotTheHandler', 'isVerified']), target: '#review' }, ...failed] },
      after: { verificationLast: { actions: 'noteLate', description: 'It never passes by itself.' } },
    },
  },
});

const departments = issueSetup.createStateConfig({
  description:
    'Tasks of the leading department and its assists, side by side. Each has its own clocks and verification.',
  meta: {
    label: { zh: '部门办理', en: 'Departments at work' },
    awaits: [{ who: PLANNERS, acts: ['addAssist', 'takeBack'], clock: 'departments' }],
  },
  always: [
    { guard: 'hasTaskFailed', target: '#crossroads', actions: 'stopTasks' },
    {
      guard: 'areTasksVerified',
      target: '#review',
      actions: 'takeTaskOutcome',
      description: 'Lead and required assists are verified.',
    },
  ],
  on: {
    addAssist: { guard: 'isNewUnit', actions: 'startAssist' },
    takeBack: {
      target: 'planning',
      actions: ['countReturn', 'stopTasks'],
      description: 'The tasks still running are cancelled.',
    },
  },
  after: { departments: { actions: 'noteLate', description: 'A backstop over all the tasks’ own clocks.' } },
});

/** 办: planned, carried out and verified. */
export const act = issueSetup.createStateConfig({
  id: 'act',
  initial: 'planning',
  description: '办: planned, carried out and verified.',
  meta: { label: { zh: '办', en: 'Act' } },
  states: { planning, offered, working: { id: 'working', ...working }, verifying, departments, ...jointStates },
});

/** It cannot go on like this: again, higher up, or an honest end. */
export const crossroads = issueSetup.createStateConfig({
  id: 'crossroads',
  description:
    'It cannot be done as planned. Somebody answerable decides: another plan, deliberation, a tier up or a final answer.',
  meta: {
    label: { zh: '决定怎么办', en: 'Deciding how to go on' },
    awaits: [
      {
        who: PLANNERS,
        acts: ['planAgain', 'callJointMeeting', 'deliberateAgain', 'sendToAssembly', 'raiseTier', 'draftFinalAnswer'],
        clock: 'crossroads',
      },
    ],
  },
  on: {
    planAgain: { guard: 'mayPlanAgain', target: '#act', actions: 'countReturn' },
    callJointMeeting: { guard: 'mayPlanAgain', target: '#jointly', actions: 'countJointMeeting' },
    deliberateAgain: {
      guard: and(['isCommonMatter', 'mayDeliberateAgain']),
      target: '#talking',
      actions: ['countDeliberation', 'takeDecisionBack'],
    },
    sendToAssembly: {
      guard: 'mayGoToAssembly',
      target: '#requesting',
      actions: ['takeDecisionBack', 'countAgenda', 'goToAssembly'],
    },
    raiseTier: { guard: 'mayRaiseTier', target: '#act', actions: ['countTier', 'superviseHandling'] },
    draftFinalAnswer: { target: '#signing', actions: 'takeFinalAnswer' },
  },
  after: { crossroads: { actions: 'noteLate' } },
});

/** A final answer is signed by another than its author. */
export const signing = issueSetup.createStateConfig({
  id: 'signing',
  description:
    'What cannot or may not be done ends with a final answer and its evidence, signed by another than its author.',
  meta: {
    label: { zh: '待签发最终答复', en: 'Final answer to be signed' },
  },
  initial: 'openly',
  states: {
    openly: {
      description: 'By a leader or the chair.',
      meta: {
        label: { zh: '待签发最终答复', en: 'Final answer to be signed' },
        awaits: [{ who: SIGNERS, acts: ['signFinalAnswer', 'returnFinalAnswer'], clock: 'signing' }],
      },
      always: { guard: 'isConfidential', target: 'privately' },
    },
    privately: {
      description: 'A confidential need: by a leader alone.',
      meta: {
        label: { zh: '待签发最终答复(保密)', en: 'Final answer to be signed in confidence' },
        awaits: [{ who: PRIVATE_SIGNERS, acts: ['signFinalAnswer', 'returnFinalAnswer'], clock: 'signing' }],
      },
    },
  },
  on: {
    signFinalAnswer: {
      guard: and(['isNotTheHandler', 'isSignerAnother']),
      target: '#issue.answered',
      actions: 'publishFinalAnswer',
    },
    returnFinalAnswer: { target: '#crossroads', actions: ['countReturn', 'forgetEnding'] },
  },
  after: { signing: { actions: 'noteLate' } },
});
