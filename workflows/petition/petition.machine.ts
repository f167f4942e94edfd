/*
 * A petition makes the committee call a meeting: enough residents, households or groups ask for it.
 *
 * collecting      Residents sign, on a device or on paper; who signed on a device may take it back. The committee, or a supervisor,
 *                 says how many there are in all (unsized, sized); from then on the share is known at every moment.
 * checking        The share is reached. Signatures that do not count are struck off with a reason; silence confirms the rest. Below
 *                 the share again, collecting goes on.
 * mustCall        The committee has to call the meeting within the time of the policy.
 * overdue         It did not: supervisors and the street were told and may call it in its place; the committee still may.
 * meeting         The meeting was called, with what the petition asks for on its agenda. One that is called off, or never sits,
 *                 does not fulfil the petition: it must be called again.
 * held            The meeting sat.
 * lapsed          Too few signed in time.
 * withdrawn       Taken back before the share was reached, or no longer wanted.
 */
import { and, assign, not, setup } from 'xstate';

import { childOf, engineActions, type StateMeta } from '#libs/engine';

import type { PetitionOutput } from './contract.js';
import { COMMITTEE, DEPUTIES, PETITIONER, RESIDENTS, SIGNERS, SUPERVISORS } from './petition.acts.js';
import { initialPetition, type PetitionContext, type PetitionStart } from './petition.context.js';
import type { PetitionEvent } from './petition.events.js';
import { petitionGuards } from './petition.guards.js';
import * as steps from './petition.steps.js';
import { meetingContract } from '../meeting/contract.js';

const { meetingInput, outputWhenDone } = steps;

export const petitionMachine = setup({
  types: {
    context: {} as PetitionContext,
    events: {} as PetitionEvent,
    input: {} as PetitionStart,
    output: {} as PetitionOutput,
    meta: {} as StateMeta,
  },
  actors: { meeting: childOf(meetingContract) },
  guards: petitionGuards,
  actions: {
    ...engineActions,
    recordSignature: assign(steps.recordSignature),
    recordSheet: assign(steps.recordSheet),
    recordRevocation: assign(steps.recordRevocation),
    recordBase: assign(steps.recordBase),
    countStrike: assign(steps.countStrike),
    countCall: assign(steps.countCall),
    countSilence: assign(steps.countSilence),
    countShortfall: assign(steps.countShortfall),
    endAsHeld: assign(steps.endAs('held')),
    endAsLapsed: assign(steps.endAs('lapsed')),
    endAsWithdrawn: assign(steps.endAs('withdrawn')),
  },
  delays: { collecting: 1, sizing: 1, checking: 1, calling: 1, callingInstead: 1 },
}).createMachine({
  id: 'petition',
  context: initialPetition,
  initial: 'collecting',
  output: outputWhenDone,
  on: { cancelled: { target: '.withdrawn', actions: 'endAsWithdrawn', description: 'No longer wanted' } },
  states: {
    collecting: {
      description: 'Signatures are collected',
      meta: {
        label: { zh: '征集签名', en: 'Collecting signatures' },
        awaits: [
          { who: RESIDENTS, acts: ['sign'], clock: 'collecting' },
          { who: COMMITTEE, acts: ['recordSignatures'], clock: 'collecting' },
          { who: SIGNERS, acts: ['withdrawSignature'], clock: 'collecting' },
          { who: PETITIONER, acts: ['withdrawPetition'], clock: 'collecting' },
        ],
      } satisfies StateMeta,
      initial: 'counting',
      after: { collecting: { target: 'lapsed', actions: 'endAsLapsed', description: 'Too few signed in time' } },
      on: {
        sign: { guard: 'signsOnce', actions: 'recordSignature' },
        recordSignatures: { guard: 'areNew', actions: 'recordSheet' },
        withdrawSignature: { guard: 'hasSigned', actions: 'recordRevocation' },
        withdrawPetition: { target: 'withdrawn', actions: 'endAsWithdrawn' },
      },
      states: {
        counting: {
          description: 'Whether the total is known',
          meta: { label: { zh: '计数', en: 'Counting' } } satisfies StateMeta,
          always: [{ guard: 'isSized', target: 'sized' }, { target: 'unsized' }],
        },
        unsized: {
          description: 'Nobody has said yet how many there are in all',
          meta: {
            label: { zh: '待确认总数', en: 'Total not known' },
            awaits: [
              { who: COMMITTEE, acts: ['setBase'], clock: 'sizing' },
              { who: SUPERVISORS, acts: ['setBase'], clock: 'sizing' },
            ],
          } satisfies StateMeta,
          after: {
            sizing: {
              target: 'unsized',
              reenter: true,
              actions: 'countSilence',
              description: 'Asked for again, and the supervisors are told',
            },
          },
          on: { setBase: { target: 'sized', actions: 'recordBase' } },
        },
        sized: {
          description: 'The share is known at every moment',
          meta: { label: { zh: '征集中', en: 'Total known' } } satisfies StateMeta,
          always: { guard: 'isShareReached', target: '#petition.checking', description: 'Enough have signed' },
        },
      },
    },
    checking: {
      description: 'The share is reached; signatures that do not count are struck off',
      meta: {
        label: { zh: '核实签名', en: 'Checking' },
        awaits: [
          { who: COMMITTEE, acts: ['strikeSignatures', 'confirmSignatures'], clock: 'checking' },
          { who: SUPERVISORS, acts: ['strikeSignatures', 'confirmSignatures'], clock: 'checking' },
        ],
      } satisfies StateMeta,
      always: {
        guard: not('isShareReached'),
        target: 'collecting',
        actions: 'countShortfall',
        description: 'Below the share again: more signatures are collected',
      },
      after: { checking: { target: 'mustCall', description: 'Silence confirms' } },
      on: {
        strikeSignatures: { guard: and(['checksLeft', 'namesSignatures']), actions: 'countStrike' },
        confirmSignatures: { target: 'mustCall' },
      },
    },
    mustCall: {
      description: 'The committee has to call the meeting',
      meta: {
        label: { zh: '应当召集', en: 'Must be called' },
        awaits: [{ who: COMMITTEE, acts: ['callMeeting'], clock: 'calling' }],
      } satisfies StateMeta,
      after: {
        calling: {
          target: 'overdue',
          actions: 'countSilence',
          description: 'It did not: supervisors and the street are told',
        },
      },
      on: { callMeeting: { guard: 'isInTime', target: 'meeting', actions: 'countCall' } },
    },
    overdue: {
      description: 'The committee is late: others may call in its place',
      meta: {
        label: { zh: '逾期未召集', en: 'Overdue' },
        awaits: [
          { who: DEPUTIES, acts: ['callInstead'], clock: 'callingInstead' },
          { who: COMMITTEE, acts: ['callMeeting'], clock: 'callingInstead' },
        ],
      } satisfies StateMeta,
      after: {
        callingInstead: { target: 'overdue', reenter: true, actions: 'countSilence', description: 'Asked for again' },
      },
      on: {
        callMeeting: { guard: 'isInTime', target: 'meeting', actions: 'countCall' },
        callInstead: { guard: 'isInTime', target: 'meeting', actions: 'countCall' },
      },
    },
    meeting: {
      description: 'The meeting was called',
      meta: {
        label: { zh: '会议已召集', en: 'Called' },
        openEnded: 'It waits for the meeting, which has its own clocks.',
      } satisfies StateMeta,
      invoke: {
        src: 'meeting',
        id: 'meeting',
        input: meetingInput,
        onDone: [
          { guard: 'wasHeld', target: 'held', actions: 'endAsHeld' },
          {
            target: 'mustCall',
            actions: 'countSilence',
            description: 'Called off, or never sat: it must be called again',
          },
        ],
        onError: { target: 'mustCall', actions: 'countSilence', description: 'It could not be called' },
      },
    },
    held: {
      type: 'final',
      description: 'The meeting sat',
      meta: { label: { zh: '会议已召开', en: 'Held' } } satisfies StateMeta,
    },
    lapsed: {
      type: 'final',
      description: 'Too few signed in time',
      meta: { label: { zh: '未达比例', en: 'Lapsed' } } satisfies StateMeta,
    },
    withdrawn: {
      type: 'final',
      description: 'Taken back, or no longer wanted',
      meta: { label: { zh: '已撤回', en: 'Withdrawn' } } satisfies StateMeta,
    },
  },
});
