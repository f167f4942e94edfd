/*
 * Streets appraise departments (街道评部门), once a quarter.
 *
 * appraising   The district has opened it. The leader of each street gives points for named criteria and a remark, department by
 *              department; until the time is over the last word counts. Streets that leave a department out are named as silent.
 * commenting   Each department may say something to it, once.
 * published    Points, remarks, comments and the silent are public; the account reads them from the journal.
 * cancelled    The district does without it.
 */
import { and, assign, setup } from 'xstate';

import { engineActions, type StateMeta } from '#libs/engine';

import type { AppraisalOutput } from './contract.js';
import { DEPARTMENTS, STREETS } from './appraisal.acts.js';
import { initialAppraisal, type AppraisalContext, type AppraisalStart } from './appraisal.context.js';
import type { AppraisalEvent } from './appraisal.events.js';
import { appraisalGuards } from './appraisal.guards.js';
import * as steps from './appraisal.steps.js';

const { outputWhenDone } = steps;

export const appraisalMachine = setup({
  types: {
    context: {} as AppraisalContext,
    events: {} as AppraisalEvent,
    input: {} as AppraisalStart,
    output: {} as AppraisalOutput,
    meta: {} as StateMeta,
  },
  guards: appraisalGuards,
  actions: {
    ...engineActions,
    recordAppraisal: assign(steps.recordAppraisal),
    recordComment: assign(steps.recordComment),
    nameSilent: assign(steps.nameSilent),
    publish: assign(steps.publish),
    endAsCancelled: assign(steps.endAsCancelled),
  },
  delays: { appraising: 1, commenting: 1 },
}).createMachine({
  id: 'appraisal',
  context: initialAppraisal,
  initial: 'appraising',
  output: outputWhenDone,
  on: { cancelled: { target: '.cancelled', actions: 'endAsCancelled', description: 'The district does without it' } },
  states: {
    appraising: {
      description: 'The streets give points and remarks',
      meta: {
        label: { zh: '街道评议', en: 'The streets appraise' },
        awaits: [{ who: STREETS, acts: ['appraise'], clock: 'appraising' }],
      } satisfies StateMeta,
      always: { guard: 'haveAllSpoken', target: 'commenting' },
      after: {
        appraising: { target: 'commenting', actions: 'nameSilent', description: 'Who is silent is named as silent' },
      },
      on: { appraise: { guard: and(['isOfThisRound', 'scoresEach']), actions: 'recordAppraisal' } },
    },
    commenting: {
      description: 'Each department may comment once',
      meta: {
        label: { zh: '部门说明', en: 'The departments comment' },
        awaits: [{ who: DEPARTMENTS, acts: ['comment'], clock: 'commenting' }],
      } satisfies StateMeta,
      always: { guard: 'haveAllCommented', target: 'published', actions: 'publish' },
      after: { commenting: { target: 'published', actions: 'publish' } },
      on: { comment: { guard: 'isFirstComment', actions: 'recordComment' } },
    },
    published: {
      type: 'final',
      description: 'League and written appraisals are public',
      meta: { label: { zh: '已公布', en: 'Published' } } satisfies StateMeta,
    },
    cancelled: {
      type: 'final',
      description: 'Not held',
      meta: { label: { zh: '已取消', en: 'Cancelled' } } satisfies StateMeta,
    },
  },
});
