/*
 * A notice shows residents a matter or a result for some days and answers everybody who objects.
 *
 * drafted          The text is given. Somebody hangs it at the required places, with photos; it is then published online too.
 * posted           It hangs. The days are counted by the policy's calendar and can be extended a limited number of times.
 *   quiet          No objection is open.
 *   objected       Objections wait for an answer, or dismissals for a review; each is upheld or dismissed with a reason, never
 *                  by itself. Whoever was dismissed may ask the supervisors once to look at it again.
 *   waiting        Every objection so far is answered.
 * answering        The days are over but objections or reviews are open; no new objections are taken.
 * settling         The days are over and all is answered, but somebody dismissed a short time ago may still ask for a review.
 * takenDown        Withdrawn with a reason: residents may appeal for some days.
 * appealed         Somebody appealed: a supervisor or leader who did not withdraw it lets it hang again, or dismisses.
 * ended            The days are over and every objection was dismissed.
 * objectionUpheld  Every objection is answered and at least one was upheld: taken down, the matter goes back.
 * withdrawn        Taken back for good, or no longer wanted.
 *
 * One that need not be waited for says so to whoever asked for it as soon as it hangs.
 */
import { and, assign, not, setup } from 'xstate';

import { effect, engineActions, type StateMeta } from '#libs/engine';

import type { NoticeOutput } from './contract.js';
import { ANSWERERS, JUDGES, OBJECTORS, POSTERS, RESIDENTS, REVIEWERS } from './notice.acts.js';
import { initialNotice, type NoticeContext, type NoticeStart } from './notice.context.js';
import { noticeEffects } from './notice.effects.js';
import type { NoticeEvent } from './notice.events.js';
import { noticeGuards } from './notice.guards.js';
import { askedExtension, outputWhenDone, postedNews, publication, takenDown } from './notice.params.js';
import * as steps from './notice.steps.js';

const base = setup({
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
    countReview: assign(steps.countReview),
    recordReview: assign(steps.recordReview),
    recordAppeal: assign(steps.recordAppeal),
    countReturn: assign(steps.countReturn),
    recordDismissal: assign(steps.recordDismissal),
    countSilence: assign(steps.countSilence),
    recordWithdrawal: assign(steps.recordWithdrawal),
    endAsEnded: assign(steps.endAsEnded),
    endAsUpheld: assign(steps.endAsUpheld),
  },
  delays: { posting: 1, hanging: 1, objectionAnswer: 1, settling: 1, withdrawalAppeal: 1, appealDecision: 1 },
});

const noticeSetup = base.extend({
  actions: {
    tellParentPosted: base.enqueueActions(({ context, enqueue }) => {
      if (context.tellsParent) enqueue({ type: 'tell', params: postedNews({ context }) });
    }),
  },
});

export const noticeMachine = noticeSetup.createMachine({
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
          actions: ['recordPosting', { type: 'publish', params: publication }, 'tellParentPosted'],
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
            guard: and(['allAnswered', 'mayReviewBeAsked']),
            target: 'settling',
            description: 'The days are over; somebody was dismissed a short time ago',
          },
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
          guard: 'mayBeWithdrawn',
          target: 'takenDown',
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
          always: {
            guard: not('allAnswered'),
            target: 'objected',
            description: 'It hangs again, and objections of before are still open',
          },
          on: { objectTo: { guard: 'objectsFirstTime', target: 'objected', actions: 'countObjection' } },
        },
        objected: {
          description: 'Objections wait for an answer',
          meta: {
            label: { zh: '有异议待答复', en: 'Objections to answer' },
            awaits: [
              { who: ANSWERERS, acts: ['answerObjection'], clock: 'objectionAnswer' },
              { who: REVIEWERS, acts: ['decideReview'], clock: 'objectionAnswer' },
            ],
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
            answerObjection: { guard: and(['hasOpenObjection', 'isOpenObjection']), actions: 'recordAnswer' },
            askReview: { guard: and(['canAskReview', 'isOwnDismissal']), actions: 'countReview' },
            decideReview: { guard: and(['hasOpenReview', 'isOpenReviewOfAnother']), actions: 'recordReview' },
          },
        },
        waiting: {
          description: 'Every objection so far is answered',
          meta: {
            label: { zh: '异议均已答复', en: 'Objections answered' },
            awaits: [
              { who: POSTERS, acts: ['addProof'], clock: 'hanging' },
              { who: OBJECTORS, acts: ['askReview'], clock: 'hanging' },
            ],
          } satisfies StateMeta,
          on: {
            objectTo: { guard: 'objectsFirstTime', target: 'objected', actions: 'countObjection' },
            askReview: {
              guard: and(['canAskReview', 'isOwnDismissal']),
              target: 'objected',
              actions: 'countReview',
              description: 'Once, to somebody who did not answer',
            },
          },
        },
      },
    },
    answering: {
      description: 'The days are over; the objections that came in time are answered, and reviews decided',
      meta: {
        label: { zh: '答复异议', en: 'Answering' },
        awaits: [
          { who: ANSWERERS, acts: ['answerObjection'], clock: 'objectionAnswer' },
          { who: REVIEWERS, acts: ['decideReview'], clock: 'objectionAnswer' },
        ],
      } satisfies StateMeta,
      always: [
        {
          guard: and(['allAnswered', 'someUpheld']),
          target: 'objectionUpheld',
          actions: ['endAsUpheld', { type: 'unpublish', params: takenDown }],
        },
        {
          guard: and(['allAnswered', 'mayReviewBeAsked']),
          target: 'settling',
          description: 'Whoever was dismissed may ask for a review',
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
          guard: 'mayBeWithdrawn',
          target: 'takenDown',
          actions: ['recordWithdrawal', { type: 'unpublish', params: takenDown }],
        },
        answerObjection: { guard: and(['hasOpenObjection', 'isOpenObjection']), actions: 'recordAnswer' },
        askReview: { guard: and(['canAskReview', 'isOwnDismissal']), actions: 'countReview' },
        decideReview: { guard: and(['hasOpenReview', 'isOpenReviewOfAnother']), actions: 'recordReview' },
      },
    },
    settling: {
      description: 'All is answered; whoever was dismissed last may still ask for a review',
      meta: {
        label: { zh: '可申请复核', en: 'Open to review' },
        awaits: [{ who: OBJECTORS, acts: ['askReview'], clock: 'settling' }],
      } satisfies StateMeta,
      after: {
        settling: {
          target: 'ended',
          actions: ['endAsEnded', { type: 'unpublish', params: takenDown }],
          description: 'Nobody asked',
        },
      },
      on: {
        cancelled: { target: 'withdrawn', actions: { type: 'unpublish', params: takenDown } },
        askReview: { guard: and(['canAskReview', 'isOwnDismissal']), target: 'answering', actions: 'countReview' },
      },
    },
    takenDown: {
      description: 'Withdrawn with a reason; residents may appeal',
      meta: {
        label: { zh: '已撤下，可申诉', en: 'Taken down, open to appeal' },
        awaits: [{ who: RESIDENTS, acts: ['appealWithdrawal'], clock: 'withdrawalAppeal' }],
      } satisfies StateMeta,
      after: { withdrawalAppeal: { target: 'withdrawn', description: 'Nobody appealed' } },
      on: { appealWithdrawal: { target: 'appealed', actions: 'recordAppeal' } },
    },
    appealed: {
      description: 'An appeal against the withdrawal waits for somebody who had no part in it',
      meta: {
        label: { zh: '申诉待决定', en: 'Appeal to be decided' },
        awaits: [{ who: JUDGES, acts: ['upholdAppeal', 'dismissAppeal'], clock: 'appealDecision' }],
      } satisfies StateMeta,
      after: {
        appealDecision: {
          target: 'appealed',
          reenter: true,
          actions: 'countSilence',
          description: 'Not decided in time: asked for again, and the leader is told',
        },
      },
      on: {
        upholdAppeal: {
          guard: 'isJudgeAnother',
          target: 'posted',
          actions: ['countReturn', { type: 'publish', params: publication }],
          description: 'It hangs again; its days begin anew',
        },
        dismissAppeal: { guard: 'isJudgeAnother', target: 'withdrawn', actions: 'recordDismissal' },
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
