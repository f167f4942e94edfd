/*
 * A notice shows residents a matter or a result for some days and answers everybody who objects.
 *
 * drafted          The text is given. Somebody hangs it at the required places, with photos; it is then published online too.
 * posted           It hangs. The days are counted by the policy's calendar and can be extended a limited number of times.
 *   quiet          No objection is open.
 *   objected       Objections wait for an answer; each is upheld or dismissed with a reason, never by itself.
 * answering        The days are over but objections are open; no new ones are taken.
 * ended            The days are over and every objection was dismissed.
 * objectionUpheld  Every objection is answered and at least one was upheld: taken down, the matter goes back.
 * withdrawn        Taken back with a reason, or no longer wanted.
 */
import { and, assign, setup } from 'xstate';

import { effect, engineActions, type StateMeta } from '#libs/engine';

import type { NoticeOutput } from './contract.js';
import { ANSWERERS, POSTERS } from './notice.acts.js';
import { initialNotice, type NoticeContext, type NoticeStart } from './notice.context.js';
import { noticeEffects } from './notice.effects.js';
import type { NoticeEvent } from './notice.events.js';
import { noticeGuards } from './notice.guards.js';
import { askedExtension, outputWhenDone, publication, takenDown } from './notice.params.js';
import * as steps from './notice.steps.js';

export const noticeMachine = setup({
  types: {
    context: {} as NoticeContext,
    events: {} as NoticeEvent,
    input: {} as NoticeStart,
    output: {} as NoticeOutput,
    meta: {} as StateMeta,
  },
  guards: noticeGuards,
  actions: {
    ...engineActions,
    publish: effect(noticeEffects.publish),
    unpublish: effect(noticeEffects.unpublish),
    recordPosting: assign(steps.recordPosting),
    recordProof: assign(steps.recordProof),
    countObjection: assign(steps.countObjection),
    recordAnswer: assign(steps.recordAnswer),
    recordExtension: assign(steps.recordExtension),
    countSilence: assign(steps.countSilence),
    recordWithdrawal: assign(steps.recordWithdrawal),
    endAsEnded: assign(steps.endAsEnded),
    endAsUpheld: assign(steps.endAsUpheld),
  },
  delays: { posting: 1, hanging: 1, objectionAnswer: 1 },
}).createMachine({
  id: 'notice',
  context: initialNotice,
  initial: 'drafted',
  output: outputWhenDone,
  on: {
    cancelled: { target: '.withdrawn', description: 'The matter went away' },
  },
  states: {
    drafted: {
      description: 'Waiting to be hung and published',
      meta: {
        label: { zh: '待张贴', en: 'Drafted' },
        awaits: [{ who: POSTERS, acts: ['post'], clock: 'posting' }],
      } satisfies StateMeta,
      after: {
        posting: {
          target: 'drafted',
          reenter: true,
          actions: 'countSilence',
          description: 'Not posted in time: asked again',
        },
      },
      on: {
        post: {
          guard: 'isHungWidely',
          target: 'posted',
          actions: ['recordPosting', { type: 'publish', params: publication }],
          description: 'From here the days run',
        },
        withdrawNotice: { target: 'withdrawn', actions: 'recordWithdrawal' },
      },
    },
    posted: {
      description: 'It hangs and the days run',
      meta: { label: { zh: '公示中', en: 'Posted' } } satisfies StateMeta,
      initial: 'quiet',
      after: {
        hanging: [
          {
            guard: 'allAnswered',
            target: 'ended',
            actions: ['endAsEnded', { type: 'unpublish', params: takenDown }],
            description: 'The days are over and nothing is open',
          },
          { target: 'answering', description: 'The days are over, objections are open' },
        ],
      },
      on: {
        cancelled: { target: 'withdrawn', actions: { type: 'unpublish', params: takenDown } },
        withdrawNotice: {
          target: 'withdrawn',
          actions: ['recordWithdrawal', { type: 'unpublish', params: takenDown }],
        },
        addProof: { actions: 'recordProof' },
        extendNotice: {
          guard: and(['extensionsLeft', 'extensionShortEnough']),
          actions: [{ type: 'extend', params: askedExtension }, 'recordExtension'],
        },
      },
      states: {
        quiet: {
          description: 'No objection is open',
          meta: {
            label: { zh: '无待答复异议', en: 'No open objection' },
            awaits: [{ who: POSTERS, acts: ['addProof'], clock: 'hanging' }],
          } satisfies StateMeta,
          on: { objectTo: { guard: 'objectsFirstTime', target: 'objected', actions: 'countObjection' } },
        },
        objected: {
          description: 'Objections wait for an answer',
          meta: {
            label: { zh: '有异议待答复', en: 'Objections to answer' },
            awaits: [{ who: ANSWERERS, acts: ['answerObjection'], clock: 'objectionAnswer' }],
          } satisfies StateMeta,
          always: [
            {
              guard: and(['allAnswered', 'someUpheld']),
              target: '#notice.objectionUpheld',
              actions: ['endAsUpheld', { type: 'unpublish', params: takenDown }],
              description: 'All are answered and one was upheld',
            },
            { guard: 'allAnswered', target: 'waiting', description: 'All were dismissed' },
          ],
          after: {
            objectionAnswer: {
              target: 'objected',
              reenter: true,
              actions: 'countSilence',
              description: 'Not answered in time: the leader is told and it is asked for again',
            },
          },
          on: {
            objectTo: { guard: 'objectsFirstTime', actions: 'countObjection' },
            answerObjection: { guard: 'isOpenObjection', actions: 'recordAnswer' },
          },
        },
        waiting: {
          description: 'Every objection so far is answered',
          meta: {
            label: { zh: '异议均已答复', en: 'Objections answered' },
            awaits: [{ who: POSTERS, acts: ['addProof'], clock: 'hanging' }],
          } satisfies StateMeta,
          on: { objectTo: { guard: 'objectsFirstTime', target: 'objected', actions: 'countObjection' } },
        },
      },
    },
    answering: {
      description: 'The days are over; the objections that came in time are answered',
      meta: {
        label: { zh: '答复异议', en: 'Answering' },
        awaits: [{ who: ANSWERERS, acts: ['answerObjection'], clock: 'objectionAnswer' }],
      } satisfies StateMeta,
      always: [
        {
          guard: and(['allAnswered', 'someUpheld']),
          target: 'objectionUpheld',
          actions: ['endAsUpheld', { type: 'unpublish', params: takenDown }],
        },
        { guard: 'allAnswered', target: 'ended', actions: ['endAsEnded', { type: 'unpublish', params: takenDown }] },
      ],
      after: {
        objectionAnswer: {
          target: 'answering',
          reenter: true,
          actions: 'countSilence',
          description: 'Asked for again',
        },
      },
      on: {
        cancelled: { target: 'withdrawn', actions: { type: 'unpublish', params: takenDown } },
        withdrawNotice: {
          target: 'withdrawn',
          actions: ['recordWithdrawal', { type: 'unpublish', params: takenDown }],
        },
        answerObjection: { guard: 'isOpenObjection', actions: 'recordAnswer' },
      },
    },
    ended: {
      type: 'final',
      description: 'The days are over and every objection was dismissed',
      meta: { label: { zh: '公示期满', en: 'Ended' } } satisfies StateMeta,
    },
    objectionUpheld: {
      type: 'final',
      description: 'An objection was upheld: the matter goes back',
      meta: { label: { zh: '异议成立', en: 'Objection upheld' } } satisfies StateMeta,
    },
    withdrawn: {
      type: 'final',
      description: 'Taken back, or no longer wanted',
      meta: { label: { zh: '已撤回', en: 'Withdrawn' } } satisfies StateMeta,
    },
  },
});
