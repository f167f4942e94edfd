/*
 * What a lift costs and who pays what: shares by floor, pledges, receipts, accounts, and the way back when it fails. All in fen.
 *
 * drafting    The table by the rule of the policy, or as the owners agreed. The task group lays it open.
 * pledging    Households pledge, on a device or on a slip. Money is taken only when enough is pledged.
 * collecting  Receipts, each with a slip or counted by a second person; what is wrong is voided by another person and stays on record.
 *             Cash nobody can count is written off by name: it does not count as paid, and the table says so.
 * settling    Everything is paid or written off; the accounts are laid open when the work is done. Until then what was written off
 *             can still be counted.
 * refunding   It failed or was called off: every fen goes back to the flat it came from.
 * settled, refunded, cancelled   The end.
 */
import { and, assign, setup } from 'xstate';

import { engineActions, type StateMeta } from '#libs/engine';

import type { CostShareOutput } from './contract.js';
import { GROUP, OVERSEERS, PAYERS } from './cost-share.acts.js';
import { costShareClocks } from './cost-share.clocks.js';
import {
  initialCostShare,
  paidOf,
  refundedOf,
  type CostShareContext,
  type CostShareStart,
} from './cost-share.context.js';
import type { CostShareEvent } from './cost-share.events.js';
import { costShareGuards } from './cost-share.guards.js';
import * as updates from './cost-share.updates.js';

type ClockName = keyof typeof costShareClocks;

/** XState only sees placeholders: the engine runs the clocks. */
const delays = Object.fromEntries(Object.keys(costShareClocks).map((name) => [name, 1])) as Record<ClockName, 1>;

export function outputWhenDone({ context }: { context: CostShareContext }): CostShareOutput {
  const { ending, total } = context;
  return { result: ending ?? 'cancelled', total, paid: paidOf(context), refunded: refundedOf(context) };
}

const base = setup({
  types: {
    context: {} as CostShareContext,
    events: {} as CostShareEvent,
    input: {} as CostShareStart,
    output: {} as CostShareOutput,
    meta: {} as StateMeta,
  },
  guards: costShareGuards,
  actions: {
    ...engineActions,
    recordAgreement: assign(updates.recordAgreement),
    recordPledge: assign(updates.recordPledge),
    recordWithdrawal: assign(updates.recordWithdrawal),
    recordReceipt: assign(updates.recordReceipt),
    recordConfirmation: assign(updates.recordConfirmation),
    recordVoid: assign(updates.recordVoid),
    recordWriteOff: assign(updates.recordWriteOff),
    recordRefund: assign(updates.recordRefund),
    recordChainEnd: assign(updates.recordChainEnd),
    recordCalledOff: assign(updates.recordCalledOff),
    endSettled: assign(updates.endSettled),
    endRefunded: assign(updates.endRefunded),
    endCancelled: assign(updates.endCancelled),
    countSilence: assign(updates.countSilence),
  },
  delays,
});

const costShareSetup = base.extend({
  actions: {
    tellChain: base.enqueueActions(({ context, enqueue }) => {
      if (context.chain === null) return;
      const event = { type: 'cost.opened', payload: { case: context.case } };
      enqueue({ type: 'tell', params: { target: { case: context.chain }, event } });
    }),
  },
});

/** A chain that failed, or the task group itself, turns it round; so much has to go back as came in. */
const turnsBack = {
  always: { guard: 'hasFailed', target: 'refunding', description: 'The chain it pays for has failed' },
} as const;
const writesOff = {
  guard: 'isUncounted',
  actions: 'recordWriteOff',
  description: 'Cash nobody can count any more does not keep the accounts closed for ever',
} as const;
const callsOff = { callOff: { target: 'refunding', actions: 'recordCalledOff' } } as const;

export const costShareMachine = costShareSetup.createMachine({
  id: 'cost-share',
  context: initialCostShare,
  initial: 'drafting',
  entry: 'tellChain',
  output: outputWhenDone,
  on: {
    cancelled: { target: '.cancelled', actions: 'endCancelled', description: 'Opened by mistake' },
    'chain.ended': { guard: 'mayStillEnd', actions: 'recordChainEnd', description: 'A failed chain turns it round' },
  },
  states: {
    drafting: {
      description: 'The table by the rule, or as the owners agreed',
      meta: {
        label: { zh: '编制分摊表', en: 'Drafting the table' },
        awaits: [{ who: GROUP, acts: ['agreeShares', 'openPledging', 'callOff'], clock: 'drafting' }],
      } satisfies StateMeta,
      ...turnsBack,
      after: {
        drafting: { target: 'drafting', reenter: true, actions: 'countSilence', description: 'Reminded again' },
      },
      on: {
        agreeShares: { guard: 'agreedSumUp', actions: 'recordAgreement' },
        openPledging: { guard: 'sumsUp', target: 'pledging' },
        ...callsOff,
      },
    },
    pledging: {
      description: 'Households pledge',
      meta: {
        label: { zh: '认缴', en: 'Pledging' },
        awaits: [
          { who: PAYERS, acts: ['pledge', 'withdrawPledge'], clock: 'pledging' },
          { who: GROUP, acts: ['recordPledge', 'beginCollecting', 'callOff'], clock: 'pledging' },
        ],
      } satisfies StateMeta,
      ...turnsBack,
      after: {
        pledging: { target: 'pledging', reenter: true, actions: 'countSilence', description: 'Reminded again' },
      },
      on: {
        pledge: { guard: and(['isOwnFlat', 'pledgeFits']), actions: 'recordPledge' },
        recordPledge: { guard: 'pledgeFits', actions: 'recordPledge' },
        withdrawPledge: { guard: and(['isOwnFlat', 'hasPledged']), actions: 'recordWithdrawal' },
        beginCollecting: { guard: 'isEnoughPledged', target: 'collecting' },
        ...callsOff,
      },
    },
    collecting: {
      description: 'Households pay; each receipt has a slip or a second pair of eyes',
      meta: {
        label: { zh: '收款', en: 'Collecting' },
        awaits: [
          { who: GROUP, acts: ['recordReceipt', 'confirmReceipt', 'voidReceipt', 'callOff'], clock: 'collecting' },
          { who: OVERSEERS, acts: ['confirmReceipt', 'writeOffReceipt', 'voidReceipt'], clock: 'collecting' },
        ],
      } satisfies StateMeta,
      always: [
        turnsBack.always,
        { guard: 'isAccountedFor', target: 'settling', description: 'Every fen is in, or written off by name' },
      ],
      after: {
        collecting: { target: 'collecting', reenter: true, actions: 'countSilence', description: 'Reminded again' },
      },
      on: {
        recordReceipt: { guard: 'receiptFits', actions: 'recordReceipt' },
        confirmReceipt: { guard: 'isAnothersReceipt', actions: 'recordConfirmation' },
        writeOffReceipt: writesOff,
        voidReceipt: { guard: 'isAnothersReceipt', actions: 'recordVoid' },
        ...callsOff,
      },
    },
    settling: {
      description: 'Everything is paid or written off; the accounts follow when the work is done',
      meta: {
        label: { zh: '待决算', en: 'Accounts to follow' },
        awaits: [
          { who: GROUP, acts: ['settle', 'confirmReceipt', 'callOff'], clock: 'settling' },
          { who: OVERSEERS, acts: ['confirmReceipt', 'writeOffReceipt'], clock: 'settling' },
        ],
      } satisfies StateMeta,
      ...turnsBack,
      after: {
        settling: { target: 'settling', reenter: true, actions: 'countSilence', description: 'Reminded again' },
      },
      on: {
        settle: { guard: 'isAccountedFor', target: 'settled', actions: 'endSettled' },
        confirmReceipt: { guard: 'isAnothersReceipt', actions: 'recordConfirmation' },
        writeOffReceipt: writesOff,
        ...callsOff,
      },
    },
    refunding: {
      description: 'Every fen goes back to the flat it came from',
      meta: {
        label: { zh: '退款', en: 'Paying back' },
        awaits: [
          { who: GROUP, acts: ['recordRefund', 'confirmReceipt', 'voidReceipt'], clock: 'refunding' },
          { who: OVERSEERS, acts: ['confirmReceipt', 'voidReceipt'], clock: 'refunding' },
        ],
      } satisfies StateMeta,
      always: { guard: 'isAllRefunded', target: 'refunded', actions: 'endRefunded' },
      after: {
        refunding: { target: 'refunding', reenter: true, actions: 'countSilence', description: 'Reminded again' },
      },
      on: {
        recordRefund: { guard: 'refundFits', actions: 'recordRefund' },
        confirmReceipt: { guard: 'isAnothersReceipt', actions: 'recordConfirmation' },
        voidReceipt: { guard: 'isAnothersReceipt', actions: 'recordVoid' },
      },
    },
    settled: {
      type: 'final',
      description: 'Paid, and the accounts are open',
      meta: { label: { zh: '已决算', en: 'Settled' } } satisfies StateMeta,
    },
    refunded: {
      type: 'final',
      description: 'Nothing is owed to anybody',
      meta: { label: { zh: '已退款', en: 'Paid back' } } satisfies StateMeta,
    },
    cancelled: {
      type: 'final',
      description: 'Opened by mistake',
      meta: { label: { zh: '已取消', en: 'Cancelled' } } satisfies StateMeta,
    },
  },
});
