import { and } from 'xstate';

import { issueSetup } from './issue.setup.js';
import { CALLERS, ASKED, CONFIDANTS, COORDINATORS, INSPECTORS, SUPERVISORS } from './issue.people.js';

/** How answers come in, in the window and after it. */
const answering = {
  answer: { guard: 'isSomebodyConcerned', actions: 'takeAnswer' },
  answerForAll: { guard: and(['isNobodyConcerned', 'isNotTheHandler']), actions: 'takeAnswer' },
  recordAnswer: {
    guard: and(['isNotTheHandler', 'isConcernedPerson', 'isWitnessAnother']),
    actions: 'takeRecordedAnswer',
  },
  logAttempt: { guard: 'isNotTheHandler', actions: 'takeAttempt' },
} as const;

/** Seeing for oneself is the last means, and never alone. */
const seenOnSite = and(['isNotTheHandler', 'wasTriedAtTheDoor', 'isWitnessAnother']);

const posting = issueSetup.createStateConfig({
  description: 'The outcome is posted, or delivered to that person only when confidential.',
  meta: {
    label: { zh: '待公布结果', en: 'Outcome to be posted' },
    awaits: [{ who: COORDINATORS, acts: ['postOutcome', 'sortFurther'], clock: 'posting' }],
  },
  on: {
    postOutcome: { target: 'asking', actions: ['takeOutcome', 'postResult'] },
    sortFurther: { guard: 'isUnsortedEmergency', target: '#say', actions: ['countSorting', 'clearDanger'] },
  },
  after: { posting: { actions: 'noteLate' } },
});

const asking = issueSetup.createStateConfig({
  description:
    'Solved? Satisfied? By page, phone, door or paper. When all have answered nobody waits for the end of the window.',
  meta: {
    label: { zh: '评议中', en: 'Judged by residents' },
    awaits: [{ who: ASKED, acts: ['answer'], clock: 'review' }],
  },
  initial: 'openly',
  states: {
    openly: {
      description: 'Whoever calls on residents may enter what they say.',
      meta: {
        label: { zh: '评议中', en: 'Judged by residents' },
        awaits: [
          { who: CALLERS, acts: ['recordAnswer', 'logAttempt'] },
          { who: SUPERVISORS, acts: ['answerForAll'] },
        ],
        openEnded: 'The window around it has its clock.',
      },
      always: { guard: 'isConfidential', target: 'privately' },
    },
    privately: {
      description: 'A confidential need is reviewed with that person only; the coordinator may enter the answer.',
      meta: {
        label: { zh: '本人评议(保密)', en: 'Judged by that person' },
        awaits: [{ who: CONFIDANTS, acts: ['recordAnswer', 'logAttempt'] }],
        openEnded: 'The window around it has its clock.',
      },
    },
  },
  on: answering,
  always: { guard: 'haveAllAnswered', target: 'judging' },
  after: { review: { target: 'judging', description: 'The window is over.' } },
});

const judging = issueSetup.createStateConfig({
  description: 'What the answers come to. Silence alone never closes an issue.',
  meta: { label: { zh: '汇总评议', en: 'Answers weighed' } },
  always: [
    {
      guard: and(['isUnsolved', 'isMeasureDisputed', 'mayGoToAssembly']),
      target: '#requesting',
      actions: ['takeDecisionBack', 'countAgenda', 'goToAssembly'],
      description: 'Not how it was done but what should be done is disputed: the residents’ representatives decide.',
    },
    {
      guard: and(['isUnsolved', 'isMeasureDisputed', 'areOwnersToDecide', 'mayDeliberateAgain']),
      target: '#talking',
      actions: ['takeDecisionBack', 'countDeliberation'],
      description: 'Owners talk their own matter over again.',
    },
    { guard: and(['isUnsolved', 'mayRedo']), target: '#act', actions: 'countRedo', description: 'Done again, once.' },
    {
      guard: 'isUnsolved',
      target: 'supervised',
      actions: 'superviseHandling',
      description: 'Badly done twice: supervision by the tier above.',
    },
    { guard: 'isSolved', target: '#issue.closed', actions: 'noteSolved' },
    { guard: 'isSilenceAccepted', target: '#issue.closed', actions: 'noteAccepted' },
    { target: 'chasing', actions: 'countChase' },
  ],
});

const chasing = issueSetup.createStateConfig({
  description:
    'The silent are called on by somebody other than the handler, on different days. Where their own voice is needed, silence never counts: after a visit supervisors see for themselves.',
  meta: {
    label: { zh: '回访中', en: 'Reaching the silent' },
    awaits: [{ who: ASKED, acts: ['answer'] }],
  },
  initial: 'openly',
  states: {
    openly: {
      description: 'By whoever calls on residents; supervisors see for themselves.',
      meta: {
        label: { zh: '回访中', en: 'Reaching the silent' },
        awaits: [
          { who: CALLERS, acts: ['recordAnswer', 'logAttempt'], clock: 'chasing' },
          { who: SUPERVISORS, acts: ['confirmOnSite', 'answerForAll'] },
        ],
      },
      always: { guard: 'isConfidential', target: 'privately' },
      on: { confirmOnSite: { guard: seenOnSite, actions: 'takeSiteCheck' } },
    },
    privately: {
      description: 'A confidential need: the coordinator calls on that person, and looks for herself with a witness.',
      meta: {
        label: { zh: '回访中(保密)', en: 'Reaching that person' },
        awaits: [{ who: CONFIDANTS, acts: ['recordAnswer', 'logAttempt', 'confirmInPerson'], clock: 'chasing' }],
      },
      on: { confirmInPerson: { guard: seenOnSite, actions: 'takeSiteCheck' } },
    },
  },
  on: answering,
  always: [
    { guard: 'isUnsolved', target: 'judging' },
    { guard: 'isSolved', target: 'judging' },
    { guard: 'isSilenceAccepted', target: 'judging' },
  ],
  after: { chasing: { actions: 'noteLate' } },
});

const supervised = issueSetup.createStateConfig({
  description: '督办: badly done twice. The tier above orders how it goes on.',
  meta: {
    label: { zh: '督办', en: 'Supervised' },
    awaits: [{ who: INSPECTORS, acts: ['orderRedo', 'sendToAssembly', 'orderFinalAnswer'], clock: 'supervision' }],
  },
  on: {
    orderRedo: { target: '#act', actions: 'countRedo' },
    sendToAssembly: {
      guard: 'mayGoToAssembly',
      target: '#requesting',
      actions: ['takeDecisionBack', 'countAgenda', 'goToAssembly'],
    },
    orderFinalAnswer: { target: '#signing', actions: 'takeFinalAnswer' },
  },
  after: { supervision: { actions: 'noteLate' } },
});

/** 评: posted or delivered, judged by those concerned. */
export const review = issueSetup.createStateConfig({
  id: 'review',
  initial: 'posting',
  description: '评: posted or delivered, judged by those concerned.',
  meta: { label: { zh: '评', en: 'Review' } },
  states: { posting, asking, judging, chasing, supervised },
});
