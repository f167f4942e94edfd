/*
 * One sign-off of a chain: one department, its seals, its papers and its time.
 *
 * preparing       The task group gathers what the step lists and hands it in. It is reminded; nothing is lost by waiting.
 * withDepartment  The department's time runs from hand-in until it signs or refuses. Its ladder reminds it, tells its leader and the
 *                 tier above; silence is never a signature, unless the step names the source by which it is.
 *   submitted     It has not said that it has the papers; silence is receipt.
 *   held          Somebody of the department holds the paper: asks for what is missing, passes it on inside, signs or refuses.
 *   wanting       Papers are missing. The department's time stands still until the task group has brought all of them.
 *   tabled        A sitting of several departments recorded a signature; it is one when the department itself confirms it.
 * conditional     Signed with conditions: it takes effect when they are met and the department confirms that.
 * confirming      The task group says that they are met.
 * refused         With ground, reason and basis. The task group appeals once, changes the plan, or lets it stand.
 * appealed        The tier above rules. A department told to go on cannot refuse again.
 * signed, givenUp, cancelled   The end.
 */
import { and } from 'xstate';

import type { StateMeta } from '#libs/engine';

import { GROUP, SIGNERS, UPPER_TIER } from './seal.acts.js';
import { initialSeal } from './seal.context.js';
import { outputWhenDone } from './seal.params.js';
import { sealSetup } from './seal.setup.js';

export const sealMachine = sealSetup.createMachine({
  id: 'seal',
  context: initialSeal,
  initial: 'preparing',
  output: outputWhenDone,
  on: {
    cancelled: { target: '.cancelled', actions: 'endCancelled', description: 'The chain ended or took another way' },
    'sitting.recorded': { actions: 'countSitting', description: 'Kept on record where there is nothing to confirm' },
  },
  states: {
    preparing: {
      description: 'The task group gathers the papers and hands them in',
      meta: {
        label: { zh: '备材料', en: 'Gathering papers' },
        awaits: [{ who: GROUP, acts: ['submit'], clock: 'preparing' }],
      } satisfies StateMeta,
      after: {
        preparing: { target: 'preparing', reenter: true, actions: 'countSilence', description: 'Reminded again' },
      },
      on: { submit: { guard: 'isComplete', target: 'withDepartment', actions: 'recordSubmission' } },
    },
    withDepartment: {
      description: 'The department’s time runs from hand-in',
      meta: {
        label: { zh: '部门办理', en: 'With the department' },
        awaits: [{ who: SIGNERS, acts: ['sign', 'signWithConditions', 'refuse'], clock: 'signing' }],
      } satisfies StateMeta,
      initial: 'submitted',
      after: {
        signing: [
          {
            guard: 'silenceIsConsent',
            target: 'signed',
            actions: 'recordSilentSignature',
            description: 'Silence is consent by the source the step names',
          },
          { actions: 'recordOverdue', description: 'Silence is no consent: the ladder goes on' },
        ],
      },
      on: {
        sign: [
          { guard: and(['sealsFit', 'isStillValid', 'isLastSeal']), target: 'signed', actions: 'recordSignature' },
          { guard: and(['sealsFit', 'isStillValid']), actions: 'countSeal', description: 'One of several seals' },
        ],
        signWithConditions: { guard: 'isStillValid', target: 'conditional', actions: 'recordConditions' },
        refuse: { guard: 'mayRefuse', target: 'refused', actions: 'countRefusal' },
        'supervision.started': { actions: 'recordSupervision' },
      },
      states: {
        submitted: {
          description: 'Handed in; the department has not said that it has it',
          meta: {
            label: { zh: '已递交', en: 'Handed in' },
            awaits: [{ who: SIGNERS, acts: ['acknowledge', 'askPapers', 'delegateSeal'], clock: 'receipt' }],
          } satisfies StateMeta,
          after: {
            receipt: { target: 'held', actions: 'recordSilentReceipt', description: 'Silence is receipt' },
          },
          on: {
            acknowledge: { target: 'held', actions: 'recordReceipt' },
            delegateSeal: { target: 'held', actions: 'recordDelegation' },
            askPapers: { guard: 'askingsLeft', target: 'wanting', actions: 'countAsking' },
            'sitting.recorded': { target: 'tabled', actions: 'countSitting' },
          },
        },
        held: {
          description: 'Somebody of the department holds it',
          meta: {
            label: { zh: '部门经办', en: 'Held by the department' },
            awaits: [{ who: SIGNERS, acts: ['askPapers', 'delegateSeal'], clock: 'signing' }],
          } satisfies StateMeta,
          on: {
            delegateSeal: { actions: 'recordDelegation' },
            askPapers: { guard: 'askingsLeft', target: 'wanting', actions: 'countAsking' },
            'sitting.recorded': { target: 'tabled', actions: 'countSitting' },
          },
        },
        wanting: {
          description: 'Papers are missing; the department’s time stands still',
          tags: 'pauses:signing',
          meta: {
            label: { zh: '待补正', en: 'Papers missing' },
            awaits: [{ who: GROUP, acts: ['supply'], clock: 'supplying' }],
          } satisfies StateMeta,
          after: {
            supplying: { target: 'wanting', reenter: true, actions: 'countSilence', description: 'Reminded again' },
          },
          on: {
            supply: { guard: 'isComplete', target: 'held', actions: 'recordSupply' },
            'sitting.recorded': { target: 'tabled', actions: 'countSitting' },
          },
        },
        tabled: {
          description: 'A sitting recorded a signature; it counts once the department confirms it',
          meta: {
            label: { zh: '待确认会签', en: 'Sitting to be confirmed' },
            awaits: [{ who: SIGNERS, acts: ['confirmSitting', 'denySitting'], clock: 'signing' }],
          } satisfies StateMeta,
          on: {
            confirmSitting: { target: '#seal.signed', actions: 'recordSittingSignature' },
            denySitting: { target: 'held', actions: 'countDenial' },
          },
        },
      },
    },
    conditional: {
      description: 'Signed with conditions that have to be met',
      meta: {
        label: { zh: '附条件签章', en: 'Signed with conditions' },
        awaits: [{ who: GROUP, acts: ['reportMet'], clock: 'fulfilling' }],
      } satisfies StateMeta,
      after: {
        fulfilling: { target: 'conditional', reenter: true, actions: 'countSilence', description: 'Reminded again' },
      },
      on: { reportMet: { target: 'confirming', actions: 'recordProof' } },
    },
    confirming: {
      description: 'The department looks whether the conditions are met',
      meta: {
        label: { zh: '待确认条件', en: 'Conditions to be confirmed' },
        awaits: [{ who: SIGNERS, acts: ['confirmMet', 'notMet'], clock: 'confirming' }],
      } satisfies StateMeta,
      after: {
        confirming: {
          target: 'confirming',
          reenter: true,
          actions: 'countSilence',
          description: 'Never confirmed by silence: its leader and the tier above are told',
        },
      },
      on: {
        confirmMet: { target: 'signed', actions: 'recordMet' },
        notMet: { target: 'conditional', actions: 'countUnmet' },
      },
    },
    refused: {
      description: 'Refused with reason and basis; what now is the task group’s to say',
      meta: {
        label: { zh: '不予签章', en: 'Refused' },
        awaits: [{ who: GROUP, acts: ['appeal', 'resubmit', 'giveUp'], clock: 'remedy' }],
      } satisfies StateMeta,
      after: { remedy: { target: 'givenUp', actions: 'endRefused', description: 'Nobody took it further in time' } },
      on: {
        appeal: { guard: 'appealsLeft', target: 'appealed', actions: 'countAppeal' },
        resubmit: { guard: 'resubmissionsLeft', target: 'withDepartment', actions: 'countResubmission' },
        giveUp: { target: 'givenUp', actions: 'endRefused' },
      },
    },
    appealed: {
      description: 'The tier above rules on the refusal',
      meta: {
        label: { zh: '申诉中', en: 'Appealed' },
        awaits: [{ who: UPPER_TIER, acts: ['upholdAppeal', 'rejectAppeal'], clock: 'appeal' }],
      } satisfies StateMeta,
      after: {
        appeal: { target: 'appealed', reenter: true, actions: 'countSilence', description: 'Asked for again' },
      },
      on: {
        upholdAppeal: { target: 'withDepartment', actions: 'recordUpheld', description: 'The department has to go on' },
        rejectAppeal: { target: 'refused', actions: 'recordRejected', description: 'A changed plan is still possible' },
      },
    },
    signed: {
      type: 'final',
      description: 'Signed, and all its conditions are met',
      meta: { label: { zh: '已签章', en: 'Signed' } } satisfies StateMeta,
    },
    givenUp: {
      type: 'final',
      description: 'The refusal stands',
      meta: { label: { zh: '未获签章', en: 'Not signed' } } satisfies StateMeta,
    },
    cancelled: {
      type: 'final',
      description: 'No longer wanted',
      meta: { label: { zh: '已取消', en: 'Cancelled' } } satisfies StateMeta,
    },
  },
});
