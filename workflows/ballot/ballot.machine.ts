/*
 * A ballot puts one measure to the vote and ends with a verdict that anybody can recompute.
 *
 * starting   Hands are counted in a room, or papers are taken from everybody on a roll.
 * open       The vote is taken in a room. A teller records the count before the time is over; the time can be extended a
 *            limited number of times.
 * counted    A second person, never the teller, confirms the count or disputes it; a disputed vote is counted again.
 * reckoning  The handler of `countBallot` reckons the verdict by the rule; the chart never reckons itself.
 * poll       Papers, one for each entry of the roll, handed in by phone, on paper or at the door. They never go through this
 *            chart: it says when they are taken, and the platform takes them.
 *   drawing    The roll is drawn from the registry and fingerprinted.
 *   unready    No roll could be drawn: somebody puts the registry right and has it drawn again, or it lapses.
 *   appeals    The roll is shown to those on it, who may say that it is wrong.
 *   voting     Papers are taken until the clock is due. A person may extend it; with too few papers it is extended by itself.
 *   closing    No paper is taken any more; what took part is compared with what the rule asks for.
 *   settling   Contested papers and differing transcriptions are settled by people. What is not settled does not count.
 *   tallying   The papers are counted, secret ones shuffled and their envelopes destroyed, and the rule gives the verdict.
 * certified  The verdict stands, with its certificate.
 * annulled   The vote went wrong and may not be repeated again. Void ballots with repetitions left open anew.
 * lapsed     Nobody counted or nobody confirmed in time.
 * cancelled  The matter went away.
 * Without a verdict the ballot has decided nothing and answers `no_quorum`.
 */
import { and, assign, setup } from 'xstate';

import { effect, engineActions, type StateMeta } from '#libs/engine';

import { CONFIRMERS, GUARDIANS, ROLL_KEEPERS, TELLERS } from './ballot.acts.js';
import { initialBallot, type BallotContext, type BallotStart } from './ballot.context.js';
import { ballotEffects } from './ballot.effects.js';
import type { BallotEvent } from './ballot.events.js';
import { ballotGuards } from './ballot.guards.js';
import { countedVotes, nothing, oneExtension, onePollExtension, outputWhenDone, rollWanted } from './ballot.params.js';
import * as steps from './ballot.steps.js';
import type { BallotOutput } from './contract.js';

const ballotSetup = setup({
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
    drawRoll: effect(ballotEffects.drawRoll),
    openBallot: effect(ballotEffects.openBallot),
    moveClosing: effect(ballotEffects.moveClosing),
    closeBallot: effect(ballotEffects.closeBallot),
    tallyPapers: effect(ballotEffects.tallyPapers),
    voidBallot: effect(ballotEffects.voidBallot),
    countDrawing: assign(steps.countDrawing),
    countRedraw: assign(steps.countRedraw),
    recordRoll: assign(steps.recordRoll),
    recordNoRoll: assign(steps.recordNoRoll),
    countPollExtension: assign(steps.countPollExtension),
    recordClosed: assign(steps.recordClosed),
    countClosing: assign(steps.countClosing),
    countSettlement: assign(steps.countSettlement),
    recordRefusedTally: assign(steps.recordRefusedTally),
  },
  delays: {
    window: 1,
    confirmation: 1,
    reckoning: 1,
    drawing: 1,
    unready: 1,
    appeals: 1,
    polling: 1,
    closing: 1,
    settling: 1,
  },
});

/** Papers of a roll; see the head of this file. */
const poll = ballotSetup.createStateConfig({
  description: 'Papers of a roll, taken outside of the chart',
  meta: { label: { zh: '投票', en: 'Poll' } } satisfies StateMeta,
  initial: 'drawing',
  on: {
    cancelled: {
      target: '#ballot.cancelled',
      actions: { type: 'voidBallot', params: nothing },
      description: 'The matter went away: no paper counts',
    },
    declareVoid: {
      target: '#ballot.annulled',
      actions: ['recordVoid', { type: 'voidBallot', params: nothing }],
      description: 'Void for good: another ballot has to be called',
    },
  },
  states: {
    drawing: {
      description: 'The roll is drawn from the registry',
      meta: { label: { zh: '编制名册', en: 'Roll being drawn' } } satisfies StateMeta,
      entry: { type: 'drawRoll', params: rollWanted },
      on: {
        'roll.drawn': [
          { guard: 'hasAppeals', target: 'appeals', actions: 'recordRoll' },
          { target: 'voting', actions: 'recordRoll', description: 'A vote in a sitting opens at once' },
        ],
        'roll.refused': { target: 'unready', actions: 'recordNoRoll' },
      },
      after: {
        drawing: [
          {
            guard: 'drawingsLeft',
            target: 'drawing',
            reenter: true,
            actions: 'countDrawing',
            description: 'Asked again',
          },
          { target: 'unready', actions: 'recordNoRoll', description: 'No roll came' },
        ],
      },
    },
    unready: {
      description: 'No roll could be drawn: the registry has to be put right first',
      meta: {
        label: { zh: '名册待更正', en: 'No roll yet' },
        awaits: [
          { who: ROLL_KEEPERS, acts: ['redrawRoll'], clock: 'unready' },
          { who: GUARDIANS, acts: ['declareVoid'], clock: 'unready' },
        ],
      } satisfies StateMeta,
      on: { redrawRoll: { guard: 'redrawsLeft', target: 'drawing', actions: 'countRedraw' } },
      after: {
        unready: {
          target: '#ballot.lapsed',
          actions: ['recordLapse', { type: 'voidBallot', params: nothing }],
          description: 'Nobody to vote',
        },
      },
    },
    appeals: {
      description: 'The roll is shown to those on it, who may say that it is wrong',
      meta: {
        label: { zh: '名册公示', en: 'Roll open to appeals' },
        awaits: [{ who: ROLL_KEEPERS, acts: ['redrawRoll'], clock: 'appeals' }],
      } satisfies StateMeta,
      on: { redrawRoll: { guard: 'redrawsLeft', target: 'drawing', actions: 'countRedraw' } },
      after: { appeals: { target: 'voting', description: 'From here papers are taken' } },
    },
    voting: {
      description: 'Papers are taken',
      meta: {
        label: { zh: '投票中', en: 'Voting' },
        awaits: [{ who: TELLERS, acts: ['closePolling', 'extendPolling'], clock: 'polling' }],
      } satisfies StateMeta,
      entry: { type: 'openBallot', params: nothing },
      on: {
        extendPolling: {
          guard: 'pollExtensionsLeft',
          actions: [
            { type: 'extend', params: onePollExtension },
            'countPollExtension',
            { type: 'moveClosing', params: nothing },
          ],
        },
        closePolling: { guard: 'mayCloseEarly', target: 'closing' },
      },
      after: { polling: { target: 'closing', description: 'The time to vote is over' } },
    },
    closing: {
      description: 'No paper is taken any more',
      meta: { label: { zh: '截止核对', en: 'Closing' } } satisfies StateMeta,
      entry: { type: 'closeBallot', params: nothing },
      on: {
        'ballot.closed': [
          {
            guard: 'shouldExtend',
            target: 'voting',
            actions: ['recordClosed', 'countPollExtension'],
            description: 'Too few took part: more time, three months in all at most',
          },
          { guard: 'hasUnsettled', target: 'settling', actions: 'recordClosed' },
          { target: 'tallying', actions: 'recordClosed' },
        ],
      },
      after: {
        closing: [
          {
            guard: 'closingsLeft',
            target: 'closing',
            reenter: true,
            actions: 'countClosing',
            description: 'Asked again',
          },
          { target: 'settling', actions: 'recordRefusedTally', description: 'It did not close: a person looks' },
        ],
      },
    },
    settling: {
      description: 'Contested papers and differing transcriptions are settled by people',
      meta: {
        label: { zh: '处理争议票', en: 'Settling' },
        awaits: [
          { who: TELLERS, acts: ['finishSettling'], clock: 'settling' },
          { who: GUARDIANS, acts: ['declareVoid'], clock: 'settling' },
        ],
      } satisfies StateMeta,
      on: { finishSettling: { guard: 'settlementsLeft', target: 'closing', actions: 'countSettlement' } },
      after: {
        settling: [
          {
            guard: 'settlementsLeft',
            target: 'tallying',
            actions: 'countSettlement',
            description: 'What is not settled does not count',
          },
          {
            target: '#ballot.lapsed',
            actions: ['recordLapse', { type: 'voidBallot', params: nothing }],
            description: 'Nobody could settle or count it',
          },
        ],
      },
    },
    tallying: {
      description: 'The papers are counted and the rule gives the verdict',
      meta: { label: { zh: '计票中', en: 'Being tallied' } } satisfies StateMeta,
      entry: { type: 'tallyPapers', params: nothing },
      on: {
        'ballot.counted': { target: '#ballot.certified', actions: 'recordVerdict' },
        'ballot.refused': {
          target: 'settling',
          actions: 'recordRefusedTally',
          description: 'The rule cannot judge these papers: a person looks',
        },
      },
      after: {
        closing: [
          {
            guard: 'closingsLeft',
            target: 'tallying',
            reenter: true,
            actions: 'countClosing',
            description: 'Asked again',
          },
          { target: 'settling', actions: 'recordRefusedTally', description: 'No verdict came: a person looks' },
        ],
      },
    },
  },
});

export const ballotMachine = ballotSetup.createMachine({
  id: 'ballot',
  context: initialBallot,
  initial: 'starting',
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
    starting: {
      description: 'In a room, or by papers',
      meta: { label: { zh: '准备', en: 'Starting' } } satisfies StateMeta,
      always: [{ guard: 'isByPapers', target: 'poll' }, { target: 'open' }],
    },
    poll,
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
