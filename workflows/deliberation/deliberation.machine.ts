/*
 * A deliberation (协商准备) prepares one item for a meeting: what residents think, what advisers say, which measures are
 * drafted, and who has an interest and leaves the base of the item.
 *
 * open     Residents say statements and answer those of others (agree, disagree, pass); moderators tell authors why one is not
 *          shown. These come by the thousand and are kept beside the chart, which opens and closes them. Members draft
 *          measures; an amendment is accepted by the mover or waits to be voted. Companies and partners are invited to answer:
 *          they speak and take no position. It ends when the coordinator says so, or by its clock; if then no measure was
 *          drafted or a contested interest was not decided, a short time is left to complete it, after which it goes on as it
 *          is: without a measure the issue takes it before the residents' representatives, and whoever's interest is still
 *          contested stays out of the base.
 * closing  Nothing more is taken. The statements that all opinion groups agree with are recorded for the minutes; an hour
 *          later it goes on without them.
 * ready    Prepared for the meeting.
 * cancelled The issue no longer needs it; nothing more is taken.
 */
import { and, setup } from 'xstate';

import { effect, type StateMeta } from '#libs/engine';

import type { DeliberationOutput } from './contract.js';
import type { DeliberationEvent } from './deliberation.acts.js';
import {
  createContext,
  deliberationOutput,
  opening,
  type DeliberationContext,
  type DeliberationStart,
} from './deliberation.context.js';
import { deliberationEffects } from './deliberation.effects.js';
import { deliberationGuards } from './deliberation.guards.js';
import { deliberationUpdates } from './deliberation.updates.js';

const TOLD = { answers: true };
const UNTOLD = { answers: false };

export const deliberationMachine = setup({
  types: {
    context: {} as DeliberationContext,
    events: {} as DeliberationEvent,
    input: {} as DeliberationStart,
    output: {} as DeliberationOutput,
    meta: {} as StateMeta,
  },
  actions: {
    ...deliberationUpdates,
    openOpinion: effect(deliberationEffects.openOpinion),
    closeOpinion: effect(deliberationEffects.closeOpinion),
  },
  guards: deliberationGuards,
  delays: { gathering: 1, overdue: 1, closing: 1 },
}).createMachine({
  id: 'deliberation',
  context: createContext,
  output: deliberationOutput,
  initial: 'open',
  on: { cancelled: { target: '.cancelled', description: 'The issue no longer needs it.' } },
  states: {
    open: {
      initial: 'gathering',
      entry: { type: 'openOpinion', params: opening },
      description: 'Open to everybody’s word; measures, amendments and interests are written down.',
      meta: { label: { zh: '协商准备', en: 'Preparation' } },
      on: {
        speak: { actions: 'takeStatement' },
        giveOpinion: { actions: 'takeOpinion' },
        draftMeasure: { guard: 'mayDraftMore', actions: 'takeMeasure' },
        backMeasure: { guard: 'isKnownMeasure', actions: 'takeBacking' },
        dropMeasure: { guard: 'isOwnMeasure', actions: 'removeMeasure' },
        proposeAmendment: { guard: and(['isMeasureToAmend', 'mayAmendMore']), actions: 'takeAmendment' },
        acceptAmendment: { guard: 'isMoverOfAmended', actions: 'acceptAmendment' },
        declineAmendment: {
          guard: 'isMoverOfAmended',
          actions: 'declineAmendment',
          description: 'It is voted before the measure.',
        },
        withdrawAmendment: { guard: 'isOwnAmendment', actions: 'removeAmendment' },
        inviteAnswer: { guard: and(['isNewInvitation', 'mayInviteMore']), actions: 'takeInvitation' },
        answer: { actions: 'takeAnswer' },
        recordAgreed: { actions: 'takeAgreed' },
        declareInterest: { actions: 'takeInterest' },
        contestInterest: { guard: 'isOpenToContest', actions: 'takeContest' },
        decideRecusal: { guard: 'isContestOfAnother', actions: 'takeRecusal' },
        objectStrongly: { actions: 'takeObjection' },
        conclude: { guard: and(['hasMeasure', 'areInterestsDecided']), target: 'closing' },
      },
      states: {
        gathering: {
          description: 'The ordinary time.',
          meta: {
            label: { zh: '征求意见', en: 'Gathering' },
            awaits: [
              {
                who: [{ role: 'deliberator' }],
                acts: ['draftMeasure', 'backMeasure', 'declareInterest'],
                clock: 'gathering',
              },
              { who: [{ role: 'adviser' }], acts: ['giveOpinion', 'declareInterest'], clock: 'gathering' },
              { who: [{ role: 'coordinator' }], acts: ['conclude', 'inviteAnswer'], clock: 'gathering' },
              { who: [{ relation: 'invited' }], acts: ['answer'], clock: 'gathering' },
              { who: [{ relation: 'amended' }], acts: ['acceptAmendment', 'declineAmendment'], clock: 'gathering' },
              { who: [{ role: 'chair' }], acts: ['decideRecusal'], clock: 'gathering' },
            ],
          },
          after: {
            gathering: [
              { guard: and(['hasMeasure', 'areInterestsDecided']), target: '#deliberation.closing' },
              { target: 'overdue', description: 'A measure or a decision on an interest is missing.' },
            ],
          },
        },
        overdue: {
          description: 'A measure or a decision on an interest is still missing.',
          meta: {
            label: { zh: '补齐措施', en: 'To be completed' },
            awaits: [
              { who: [{ role: 'coordinator' }], acts: ['draftMeasure', 'conclude'], clock: 'overdue' },
              { who: [{ role: 'chair' }], acts: ['decideRecusal'], clock: 'overdue' },
            ],
          },
          after: { overdue: { target: '#deliberation.closing', description: 'It goes on as it is.' } },
        },
      },
    },
    closing: {
      description: 'Statements and positions are closed and added up.',
      meta: { label: { zh: '汇总意见', en: 'Adding up' } },
      entry: { type: 'closeOpinion', params: TOLD },
      on: {
        recordAgreed: { actions: 'takeAgreed' },
        'opinion.closed': { target: 'ready', actions: 'takeOpinionResult' },
      },
      after: { closing: { target: 'ready', description: 'No answer came: it goes on without what is agreed.' } },
    },
    ready: {
      type: 'final',
      description: 'Prepared for the meeting.',
      meta: { label: { zh: '可以上会', en: 'Ready' } },
    },
    cancelled: {
      type: 'final',
      description: 'Cancelled.',
      entry: { type: 'closeOpinion', params: UNTOLD },
      meta: { label: { zh: '已取消', en: 'Cancelled' } },
    },
  },
});
