/*
 * An appeal that an entry of the account be left out of a rate (申诉剔除). Nobody edits a number: what two people of two sides have
 * approved is journaled here, and whoever counts reads it.
 *
 * reading       The entry is looked up in its journal. What does not count against the unit in that rate is inadmissible.
 * first         The dispatcher's side decides: neither the unit that appeals, nor whoever did the work.
 * second        The supervising tier decides: another person.
 * excluded      Both have approved: it leaves numerator and denominator and is shown as a count.
 * refused       One of them has refused, with a reason.
 * lapsed        One of them was silent until the time was over: the number stays, and the unit is told.
 * inadmissible, withdrawn   The end without a decision.
 */
import { and, assign, setup } from 'xstate';

import { effect, engineActions, type StateMeta } from '#libs/engine';

import type { ExclusionOutput } from './contract.js';
import { APPELLANTS, DISPATCHERS, SUPERVISING } from './exclusion.acts.js';
import { initialExclusion, type ExclusionContext, type ExclusionStart } from './exclusion.context.js';
import { exclusionEffects, type ExclusionEvent } from './exclusion.events.js';
import { exclusionGuards } from './exclusion.guards.js';
import * as steps from './exclusion.steps.js';

const { entryToRead, outcomeToTell, outputWhenDone } = steps;

const told = { type: 'tellOutcome', params: outcomeToTell } as const;
const ending = (zh: string, en: string, description: string) =>
  ({ type: 'final', description, entry: told, meta: { label: { zh, en } } satisfies StateMeta }) as const;

export const exclusionMachine = setup({
  types: {
    context: {} as ExclusionContext,
    events: {} as ExclusionEvent,
    input: {} as ExclusionStart,
    output: {} as ExclusionOutput,
    meta: {} as StateMeta,
  },
  guards: exclusionGuards,
  actions: {
    ...engineActions,
    readEntry: effect(exclusionEffects.readEntry),
    tellOutcome: effect(exclusionEffects.tellOutcome),
    recordEntry: assign(steps.recordEntry),
    recordFirst: assign(steps.recordFirst),
    recordSecond: assign(steps.recordSecond),
    recordRefusal: assign(steps.recordRefusal),
    endAsExcluded: assign(steps.endAs('excluded')),
    endAsRefused: assign(steps.endAs('refused')),
    endAsLapsed: assign(steps.endAs('lapsed')),
    endAsInadmissible: assign(steps.endAs('inadmissible')),
    endAsWithdrawn: assign(steps.endAs('withdrawn')),
  },
  delays: { reading: 1, first: 1, second: 1 },
}).createMachine({
  id: 'exclusion',
  context: initialExclusion,
  initial: 'reading',
  output: outputWhenDone,
  on: {
    cancelled: { target: '.withdrawn', actions: 'endAsWithdrawn', description: 'No longer wanted' },
    withdrawAppeal: { target: '.withdrawn', actions: 'endAsWithdrawn' },
  },
  states: {
    reading: {
      description: 'The entry is looked up in its journal',
      entry: { type: 'readEntry', params: entryToRead },
      meta: {
        label: { zh: '调阅台账', en: 'Looking the entry up' },
        awaits: [{ who: APPELLANTS, acts: ['withdrawAppeal'], clock: 'reading' }],
      } satisfies StateMeta,
      after: {
        reading: { target: 'inadmissible', actions: 'endAsInadmissible', description: 'It could not be looked up' },
      },
      on: {
        'entry.read': [
          { guard: 'countsAgainst', target: 'first', actions: 'recordEntry' },
          { target: 'inadmissible', actions: ['recordEntry', 'endAsInadmissible'] },
        ],
      },
    },
    first: {
      description: 'The dispatcher’s side decides first',
      meta: {
        label: { zh: '待派单方审批', en: 'With the dispatcher’s side' },
        awaits: [{ who: DISPATCHERS, acts: ['approveFirst', 'refuseFirst'], clock: 'first' }],
      } satisfies StateMeta,
      after: { first: { target: 'lapsed', actions: 'endAsLapsed', description: 'Silence excludes nothing' } },
      on: {
        approveFirst: { guard: 'isUninvolved', target: 'second', actions: 'recordFirst' },
        refuseFirst: { guard: 'isUninvolved', target: 'refused', actions: ['recordRefusal', 'endAsRefused'] },
      },
    },
    second: {
      description: 'The supervising tier decides, by another person',
      meta: {
        label: { zh: '待监督方审批', en: 'With the supervising tier' },
        awaits: [{ who: SUPERVISING, acts: ['approveSecond', 'refuseSecond'], clock: 'second' }],
      } satisfies StateMeta,
      after: { second: { target: 'lapsed', actions: 'endAsLapsed', description: 'Silence excludes nothing' } },
      on: {
        approveSecond: {
          guard: and(['isUninvolved', 'isSecondPerson']),
          target: 'excluded',
          actions: ['recordSecond', 'endAsExcluded'],
        },
        refuseSecond: {
          guard: and(['isUninvolved', 'isSecondPerson']),
          target: 'refused',
          actions: ['recordRefusal', 'endAsRefused'],
        },
      },
    },
    excluded: ending('已剔除', 'Left out', 'Two people of two sides have approved'),
    refused: ending('未剔除', 'Refused', 'Refused with a reason: the number stays'),
    lapsed: ending('逾期未批，不剔除', 'Lapsed', 'Nobody decided in time: the number stays'),
    inadmissible: ending('不予受理', 'Inadmissible', 'The entry does not count against the unit in that rate'),
    withdrawn: ending('已撤回', 'Withdrawn', 'Taken back, or no longer wanted'),
  },
});
