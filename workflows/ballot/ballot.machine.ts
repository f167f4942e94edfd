/*
 * A ballot puts one measure to the vote and ends with a verdict that anybody can recompute.
 *
 * open       The vote is taken by hands or papers. A teller records the count before the time is over; the time can be
 *            extended a limited number of times.
 * counted    A second person, never the teller, confirms the count or disputes it; a disputed vote is counted again.
 * reckoning  The handler of `countBallot` reckons the verdict by the rule; the chart never reckons itself.
 * certified  The verdict stands, with its certificate.
 * annulled   The vote went wrong and may not be repeated again. Void ballots with repetitions left open anew.
 * lapsed     Nobody counted or nobody confirmed in time.
 * cancelled  The matter went away.
 * Without a verdict the ballot has decided nothing and answers `no_quorum`.
 */
import { and, assign, setup } from 'xstate';

import { effect, engineActions, type StateMeta } from '#libs/engine';

import { CONFIRMERS, TELLERS } from './ballot.acts.js';
import { initialBallot, type BallotContext, type BallotStart } from './ballot.context.js';
import { ballotEffects } from './ballot.effects.js';
import type { BallotEvent } from './ballot.events.js';
import { ballotGuards } from './ballot.guards.js';
import { countedVotes, oneExtension, outputWhenDone } from './ballot.params.js';
import * as steps from './ballot.steps.js';
import type { BallotOutput } from './contract.js';

export const ballotMachine = setup({
  types: {
    context: {} as BallotContext,
    events: {} as BallotEvent,
    input: {} as BallotStart,
    output: {} as BallotOutput,
    meta: {} as StateMeta,
  },
  guards: ballotGuards,
  actions: {
    ...engineActions,
    countBallot: effect(ballotEffects.countBallot),
    recordCount: assign(steps.recordCount),
    recordConfirmation: assign(steps.recordConfirmation),
    countDispute: assign(steps.countDispute),
    countExtension: assign(steps.countExtension),
    countRevote: assign(steps.countRevote),
    recordVoid: assign(steps.recordVoid),
    recordLapse: assign(steps.recordLapse),
    countReminder: assign(steps.countReminder),
    countReckoning: assign(steps.countReckoning),
    countFailedReckoning: assign(steps.countFailedReckoning),
    countRefusedReckoning: assign(steps.countRefusedReckoning),
    countLateAnswer: assign(steps.countLateAnswer),
    recordVerdict: assign(steps.recordVerdict),
  },
  delays: { window: 1, confirmation: 1, reckoning: 1 },
}).createMachine({
  id: 'ballot',
  context: initialBallot,
  initial: 'open',
  output: outputWhenDone,
  on: {
    cancelled: { target: '.cancelled', description: 'The matter went away' },
    'ballot.counted': { actions: 'countLateAnswer', description: 'Too late: the count is being looked at again' },
    'ballot.refused': { actions: 'countLateAnswer' },
    declareVoid: [
      { guard: 'revotesLeft', target: '.open', reenter: true, actions: 'countRevote', description: 'Void: vote again' },
      { target: '.annulled', actions: 'recordVoid', description: 'Void for good' },
    ],
  },
  states: {
    open: {
      description: 'The vote is taken and counted',
      meta: {
        label: { zh: '表决中', en: 'Open' },
        awaits: [{ who: TELLERS, acts: ['recordCount'], clock: 'window' }],
      } satisfies StateMeta,
      after: { window: { target: 'lapsed', actions: 'recordLapse', description: 'Nothing was counted in time' } },
      on: {
        recordCount: { guard: 'votesFitPresence', target: 'counted', actions: 'recordCount' },
        extendWindow: {
          guard: 'extensionsLeft',
          actions: [{ type: 'extend', params: oneExtension }, 'countExtension'],
        },
      },
    },
    counted: {
      description: 'A second person confirms the count or disputes it',
      meta: {
        label: { zh: '待复核', en: 'Counted' },
        awaits: [{ who: CONFIRMERS, acts: ['confirmCount', 'disputeCount'], clock: 'confirmation' }],
      } satisfies StateMeta,
      after: {
        confirmation: [
          { guard: 'remindersLeft', target: 'counted', reenter: true, actions: 'countReminder' },
          { target: 'lapsed', actions: 'recordLapse', description: 'An unconfirmed count decides nothing' },
        ],
      },
      on: {
        confirmCount: { guard: 'isSecondPerson', target: 'reckoning', actions: 'recordConfirmation' },
        disputeCount: {
          guard: and(['isSecondPerson', 'recountsLeft']),
          target: 'open',
          actions: 'countDispute',
          description: 'Counted again',
        },
      },
    },
    reckoning: {
      description: 'The rule is applied to the counts',
      meta: { label: { zh: '核算中', en: 'Being reckoned' } } satisfies StateMeta,
      entry: { type: 'countBallot', params: countedVotes },
      after: {
        reckoning: [
          {
            guard: 'reckoningsLeft',
            target: 'reckoning',
            reenter: true,
            actions: 'countReckoning',
            description: 'Asked for again',
          },
          { target: 'counted', actions: 'countFailedReckoning', description: 'No verdict came: a person looks again' },
        ],
      },
      on: {
        'ballot.counted': { target: 'certified', actions: 'recordVerdict' },
        'ballot.refused': {
          target: 'counted',
          actions: 'countRefusedReckoning',
          description: 'The rule cannot judge these counts: a person looks at them',
        },
      },
    },
    certified: {
      type: 'final',
      description: 'The verdict stands with its certificate',
      meta: { label: { zh: '已出具结果', en: 'Certified' } } satisfies StateMeta,
    },
    annulled: {
      type: 'final',
      description: 'Void, and not repeated',
      meta: { label: { zh: '无效', en: 'Void' } } satisfies StateMeta,
    },
    lapsed: {
      type: 'final',
      description: 'Not counted or not confirmed in time',
      meta: { label: { zh: '逾期失效', en: 'Lapsed' } } satisfies StateMeta,
    },
    cancelled: {
      type: 'final',
      description: 'The matter went away',
      meta: { label: { zh: '已取消', en: 'Cancelled' } } satisfies StateMeta,
    },
  },
});
