import { and } from 'xstate';

import { ballotInput } from './issue.params.js';
import { issueSetup } from './issue.setup.js';
import { COORDINATORS } from './issue.people.js';

/** Owners decide by a ballot of their own (民法典 278); no meeting of residents can do it for them. */
export const ownersStates = {
  convening: issueSetup.createStateConfig({
    description: 'The coordinator helps the owners to call their ballot: who votes, by which rule.',
    meta: {
      label: { zh: '组织业主表决', en: 'Owners to be called' },
      awaits: [{ who: COORDINATORS, acts: ['callOwners', 'draftFinalAnswer'], clock: 'convening' }],
    },
    on: {
      callOwners: { guard: and(['hasDraftMeasure', 'isRestOver']), target: 'balloting', actions: 'takeOwnersCall' },
      draftFinalAnswer: { target: '#signing', actions: 'takeFinalAnswer' },
      deliberateAgain: {
        guard: 'mayDeliberateAgain',
        target: 'talking',
        actions: 'countDeliberation',
        description: 'No measure was drafted, or another one is wanted.',
      },
    },
    after: { convening: { actions: 'noteLate' } },
  }),
  balloting: issueSetup.createStateConfig({
    description: 'The owners vote, by area and by heads.',
    meta: {
      label: { zh: '业主表决中', en: 'Owners vote' },
      openEnded: 'It waits for the ballot, which has its own clock.',
    },
    invoke: {
      src: 'ballot',
      id: 'ownersBallot',
      input: ballotInput,
      onDone: { target: 'reckoned', actions: 'takeBallot' },
      onError: { target: '#crossroads' },
    },
  }),
  reckoned: issueSetup.createStateConfig({
    description: 'What the owners decided.',
    meta: { label: { zh: '业主表决结果', en: 'Owners’ verdict' } },
    always: [
      { guard: 'isVerdictProvisional', target: 'provisional' },
      { guard: 'hasDecision', target: 'decided' },
      { guard: 'didOwnersReject', target: 'rejected', actions: 'publishRejection' },
      {
        target: '#crossroads',
        description: 'Too few took part or a tie: nothing is decided, and it rests before it may return.',
      },
    ],
  }),
};
