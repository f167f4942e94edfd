/*
 * A deliberation (协商准备) prepares one item for a meeting: what residents think, what advisers say, which measures are
 * drafted, and who has an interest and leaves the base of the item.
 *
 * It gathers until the coordinator says it is ready, or until its time is over. If then no measure was drafted or a contested
 * interest was not decided, a short time is left to complete it; after that the item goes on as it is: without a measure the
 * issue takes it before the residents' representatives, and whoever's interest is still contested stays out of the base.
 */
import { and, setup } from 'xstate';

import type { StateMeta } from '#libs/engine';

import type { DeliberationOutput } from './contract.js';
import type { DeliberationEvent } from './deliberation.acts.js';
import {
  createContext,
  deliberationOutput,
  type DeliberationContext,
  type DeliberationStart,
} from './deliberation.context.js';
import { deliberationGuards } from './deliberation.guards.js';
import { deliberationUpdates } from './deliberation.updates.js';

export const deliberationMachine = setup({
  types: {
    context: {} as DeliberationContext,
    events: {} as DeliberationEvent,
    input: {} as DeliberationStart,
    output: {} as DeliberationOutput,
    meta: {} as StateMeta,
  },
  actions: deliberationUpdates,
  guards: deliberationGuards,
  delays: { gathering: 1, overdue: 1 },
}).createMachine({
  id: 'deliberation',
  context: createContext,
  output: deliberationOutput,
  initial: 'open',
  on: { cancelled: { target: '.cancelled', description: 'The issue no longer needs it.' } },
  states: {
    open: {
      initial: 'gathering',
      description: 'Open to everybody’s word; measures and interests are written down.',
      meta: { label: { zh: '协商准备', en: 'Preparation' } },
      on: {
        speak: { actions: 'takeStatement' },
        giveOpinion: { actions: 'takeOpinion' },
        draftMeasure: { guard: 'mayDraftMore', actions: 'takeMeasure' },
        backMeasure: { guard: 'isKnownMeasure', actions: 'takeBacking' },
        dropMeasure: { guard: 'isOwnMeasure', actions: 'removeMeasure' },
        declareInterest: { actions: 'takeInterest' },
        contestInterest: { guard: 'isOpenToContest', actions: 'takeContest' },
        decideRecusal: { guard: 'isContestOfAnother', actions: 'takeRecusal' },
        objectStrongly: { actions: 'takeObjection' },
        conclude: { guard: and(['hasMeasure', 'areInterestsDecided']), target: 'ready' },
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
              { who: [{ role: 'coordinator' }], acts: ['conclude'], clock: 'gathering' },
              { who: [{ role: 'chair' }], acts: ['decideRecusal'], clock: 'gathering' },
            ],
          },
          after: {
            gathering: [
              { guard: and(['hasMeasure', 'areInterestsDecided']), target: '#deliberation.ready' },
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
          after: { overdue: { target: '#deliberation.ready', description: 'It goes on as it is.' } },
        },
      },
    },
    ready: {
      type: 'final',
      description: 'Prepared for the meeting.',
      meta: { label: { zh: '可以上会', en: 'Ready' } },
    },
    cancelled: { type: 'final', description: 'Cancelled.', meta: { label: { zh: '已取消', en: 'Cancelled' } } },
  },
});
