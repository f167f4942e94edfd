import { and, not } from 'xstate';

import { LAST_VERIFIERS, SUBSTITUTES, SUPERVISORS } from './task.people.js';
import { taskSetup } from './task.setup.js';

/** Bad work: done again in the time of a redo; too often, the tier above takes it up; a unit that is gone does nothing again. */
const badly = [
  {
    guard: 'isOrphaned',
    target: '#task.returned',
    actions: 'countRedo',
    description: 'Its unit is gone: the dispatcher finds another',
  },
  { guard: 'redosLeft', target: '#task.withDoer.handling', actions: 'countRedo', description: 'Do it again' },
  {
    target: '#task.arbitration',
    actions: ['countRedo', 'recordSupervision'],
    description: 'Badly done too often: supervision, and the upper tier names an owner',
  },
] as const;

const bySupervisors = taskSetup.createStateConfig({
  description: 'The supervisors verify or send back',
  meta: {
    label: { zh: '监督团核验', en: 'With the supervisors' },
    awaits: [{ who: SUPERVISORS, acts: ['verify', 'sendBack'], clock: 'verification' }],
  },
  after: { verification: { target: 'bySubstitute', description: 'The supervisors were silent' } },
});

const bySubstitute = taskSetup.createStateConfig({
  description: 'A residents’ representative stands in; the supervisors still may',
  meta: {
    label: { zh: '居民代表代核', en: 'With the substitute' },
    awaits: [{ who: SUBSTITUTES, acts: ['verifyInstead', 'sendBackInstead'], clock: 'substitution' }],
  },
  after: { substitution: { target: 'byCoordinator', description: 'The substitute was silent too' } },
  on: {
    verifyInstead: { target: '#task.verified', actions: 'recordVerification' },
    sendBackInstead: [...badly],
  },
});

const byCoordinator = taskSetup.createStateConfig({
  description: 'The coordinator verifies, or the tier above; nothing passes by itself, the reminders come again',
  meta: {
    label: { zh: '协调员核验', en: 'With the coordinator' },
    awaits: [{ who: LAST_VERIFIERS, acts: ['coordinatorVerify', 'coordinatorSendBack'], clock: 'lastVerification' }],
  },
  after: { lastVerification: { target: 'byCoordinator', reenter: true, actions: 'countSilence' } },
  on: {
    coordinatorVerify: { target: '#task.verified', actions: 'recordVerification' },
    coordinatorSendBack: [...badly],
  },
});

/** Handed in: somebody other than the handler looks at it. Not on the handler's time. */
export const verification = taskSetup.createStateConfig({
  description: 'Handed in: somebody other than the handler looks at it',
  meta: { label: { zh: '待核验', en: 'Waiting for verification' } },
  initial: 'choosing',
  on: {
    verify: { guard: not('isPrivate'), target: 'verified', actions: 'recordVerification' },
    sendBack: [
      {
        guard: and([not('isPrivate'), 'isOrphaned']),
        target: 'returned',
        actions: 'countRedo',
        description: 'Its unit is gone: the dispatcher finds another',
      },
      {
        guard: and([not('isPrivate'), 'redosLeft']),
        target: 'withDoer.handling',
        actions: 'countRedo',
        description: 'Do it again',
      },
      {
        guard: not('isPrivate'),
        target: 'arbitration',
        actions: ['countRedo', 'recordSupervision'],
        description: 'Badly done too often: supervision, and the upper tier names an owner',
      },
    ],
    'unit.succeeded': { actions: 'recordSuccessionAtRest' },
  },
  states: {
    choosing: {
      description: 'A personal matter goes straight to the coordinator, everything else to the supervisors',
      meta: { label: { zh: '确定核验人', en: 'Finding the verifier' } },
      always: [{ guard: 'isPrivate', target: 'byCoordinator' }, { target: 'bySupervisors' }],
    },
    bySupervisors,
    bySubstitute,
    byCoordinator,
  },
});
