/*
 * A chain of sign-offs: dozens of departments, in order and side by side, owned by the residents’ task group.
 *
 * arranging   The steps and what each waits for; the registry finds the departments of the place. A template of a finished chain
 *             brings its steps along. The task group begins when every step has its department.
 * running     Each step whose needs are signed is a seal of its own, with its own desk and clocks. Two things go on at once:
 *   progress  Signatures come in and open the next steps. A refused step makes the chain stuck until it is asked for again, dropped
 *             by the community, or the task group gives up. Steps can be added: departments nobody knew of turn up.
 *   validity  The first signature to run out is watched; when it does, its step has to be signed again before the chain is complete.
 * complete    Every step is signed, and every signature is still valid.
 * failed      Given up. cancelled: no longer wanted.
 */
import { not } from 'xstate';

import type { StateMeta } from '#libs/engine';

import { OWNERS, RELEASERS } from './sign-off.acts.js';
import { initialSignOff } from './sign-off.context.js';
import { outputWhenDone } from './sign-off.params.js';
import { signOffSetup } from './sign-off.setup.js';

const arranging = signOffSetup.createStateConfig({
  description: 'The steps, their order and their departments',
  meta: {
    label: { zh: '排步骤', en: 'Putting the steps in order' },
    awaits: [
      {
        who: OWNERS,
        acts: ['begin', 'addSteps', 'changeStep', 'removeSteps', 'nameDepartments', 'giveUpChain'],
        clock: 'arranging',
      },
    ],
  },
  after: {
    arranging: { target: 'arranging', reenter: true, actions: 'countSilence', description: 'Reminded again' },
  },
  on: {
    'chain.planned': { actions: 'recordPlan' },
    addSteps: { guard: 'addedFit', actions: ['countAddition', 'planAsked'] },
    changeStep: { guard: 'changeFits', actions: ['recordChange', 'planAsked'] },
    removeSteps: { guard: 'areRemovable', actions: 'recordRemoval' },
    nameDepartments: { guard: 'areNameable', actions: ['recordNaming', 'planAsked'] },
    begin: { guard: 'canBegin', target: 'running', actions: ['recordBegin', 'openReady'] },
    giveUpChain: { target: 'failed', actions: ['endFailed', 'tellCosts'] },
  },
});

const progress = signOffSetup.createStateConfig({
  description: 'Signatures come in and open the next steps',
  meta: { label: { zh: '会签', en: 'Signing' } },
  initial: 'going',
  on: {
    'done.seal': [
      { guard: 'wasSigned', actions: ['recordSigned', 'openReady'], description: 'Opens what waited for it' },
      { actions: 'recordLost', description: 'Not signed' },
    ],
    'failed.seal': { actions: 'recordLost', description: 'It could not be asked for' },
    'chain.planned': { actions: ['recordPlan', 'openReady'] },
    addSteps: { guard: 'addedFit', actions: ['countAddition', 'planAsked'] },
    changeStep: { guard: 'changeFits', actions: ['recordChange', 'planAsked'] },
    nameDepartments: { guard: 'areNameable', actions: ['stopTaken', 'recordNaming', 'planAsked'] },
    recordSitting: { guard: 'areOpen', actions: ['countSitting', 'tellSitting'] },
    reopenStep: { guard: 'isReopenable', actions: ['countReopening', 'openReady'] },
    dropStep: { guard: 'isDroppable', actions: ['stopTaken', 'recordDrop', 'openReady'] },
    giveUpChain: { target: '#sign-off.failed', actions: ['endFailed', 'tellCosts'] },
  },
  states: {
    going: {
      description: 'No step is refused',
      meta: {
        label: { zh: '办理中', en: 'Under way' },
        openEnded: 'Each seal has clocks of its own, which reach its department, its leader and the tier above.',
        awaits: [
          { who: OWNERS, acts: ['recordSitting', 'addSteps', 'changeStep', 'nameDepartments', 'giveUpChain'] },
          { who: RELEASERS, acts: ['dropStep'] },
        ],
      },
      always: [
        { guard: 'allSettled', target: '#sign-off.complete', actions: ['endComplete', 'tellCosts'] },
        { guard: 'isStuck', target: 'stuck', description: 'A step was refused for good' },
      ],
    },
    stuck: {
      description: 'A step was refused for good: how the chain goes on is for the task group to say',
      meta: {
        label: { zh: '有步骤被拒签', en: 'A step was refused' },
        awaits: [
          { who: OWNERS, acts: ['reopenStep', 'nameDepartments', 'giveUpChain'], clock: 'deciding' },
          { who: RELEASERS, acts: ['dropStep'], clock: 'deciding' },
        ],
      },
      always: { guard: not('isStuck'), target: 'going', actions: 'countReturn' },
      after: {
        deciding: { target: 'stuck', reenter: true, actions: 'countSilence', description: 'Reminded again' },
      },
    },
  },
});

const validity = signOffSetup.createStateConfig({
  description: 'Signatures that run out',
  meta: { label: { zh: '签章有效期', en: 'Validity of signatures' } },
  initial: 'lasting',
  states: {
    lasting: {
      description: 'No signature runs out',
      meta: {
        label: { zh: '没有会过期的签章', en: 'Nothing runs out' },
        openEnded: 'There is nothing to watch until a signature with a last day comes in.',
      },
      always: { guard: 'expires', target: 'watching' },
    },
    watching: {
      description: 'The first signature to run out is watched',
      meta: {
        label: { zh: '留意到期', en: 'Watching the first to run out' },
      },
      after: {
        expiry: {
          target: 'lasting',
          actions: ['countExpiry', 'openReady'],
          description: 'It has to be signed again before the chain is complete',
        },
      },
      on: {
        'done.seal': {
          guard: 'runsOutFirst',
          target: 'watching',
          reenter: true,
          actions: 'countWatch',
          description: 'One that runs out earlier came in',
        },
      },
    },
  },
});

export const signOffMachine = signOffSetup.createMachine({
  id: 'sign-off',
  context: initialSignOff,
  initial: 'arranging',
  entry: 'planFirst',
  output: outputWhenDone,
  on: {
    cancelled: { target: '.cancelled', actions: ['endCancelled', 'tellCosts'], description: 'No longer wanted' },
    'chain.unplannable': { actions: 'recordTrouble', description: 'The steps have to be written by hand' },
    'cost.opened': { guard: 'hasNoCosts', actions: 'recordCosts' },
  },
  states: {
    arranging,
    running: {
      type: 'parallel',
      description: 'Steps are asked for, in order and side by side',
      meta: { label: { zh: '会签中', en: 'Running' } } satisfies StateMeta,
      states: { progress, validity },
    },
    complete: {
      type: 'final',
      description: 'Every step is signed and valid',
      meta: { label: { zh: '会签完成', en: 'Complete' } } satisfies StateMeta,
    },
    failed: {
      type: 'final',
      description: 'Given up',
      meta: { label: { zh: '会签终止', en: 'Given up' } } satisfies StateMeta,
    },
    cancelled: {
      type: 'final',
      description: 'No longer wanted',
      meta: { label: { zh: '已取消', en: 'Cancelled' } } satisfies StateMeta,
    },
  },
});
