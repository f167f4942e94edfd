import { assertEvent } from 'xstate';

import { handOf, type CostShareContext } from './cost-share.context.js';
import type { CostShareEvent } from './cost-share.events.js';

/*
 * What each step writes into the context. Pure: the chart names them, nothing else calls them.
 */

type Args = { context: CostShareContext; event: CostShareEvent };
type Change = Partial<CostShareContext>;

export function recordAgreement({ context, event }: Args): Change {
  assertEvent(event, 'agreeShares');
  const shares = new Map(event.input.shares.map(({ flat, amount }) => [flat, amount]));
  return {
    agreement: event.input.paper,
    flats: context.flats.map((flat) => ({ ...flat, share: shares.get(flat.flat) ?? 0 })),
  };
}

export function recordPledge({ context, event }: Args): Change {
  assertEvent(event, ['pledge', 'recordPledge']);
  const { flat } = event.input;
  const amount = event.input.amount ?? context.flats.find((one) => one.flat === flat)?.share ?? 0;
  const paper = event.type === 'recordPledge' ? event.input.paper : null;
  return { pledges: [...context.pledges, { flat, amount, at: event.at, by: handOf(event.by), paper }] };
}

export function recordWithdrawal({ context, event }: Args): Change {
  assertEvent(event, 'withdrawPledge');
  return { pledges: context.pledges.filter(({ flat }) => flat !== event.input.flat) };
}

export function recordReceipt({ context, event }: Args): Change {
  assertEvent(event, 'recordReceipt');
  const { paper, ...receipt } = event.input;
  const entered = { at: event.at, by: handOf(event.by), paper: paper ?? null, confirmedBy: null, voided: null };
  return { receipts: [...context.receipts, { ...receipt, ...entered }] };
}

export function recordConfirmation({ context, event }: Args): Change {
  assertEvent(event, 'confirmReceipt');
  const { number } = event.input;
  const confirmedBy = handOf(event.by);
  return { receipts: context.receipts.map((one) => (one.number === number ? { ...one, confirmedBy } : one)) };
}

export function recordVoid({ context, event }: Args): Change {
  assertEvent(event, 'voidReceipt');
  const { number, reason } = event.input;
  return { receipts: context.receipts.map((one) => (one.number === number ? { ...one, voided: reason } : one)) };
}

export function recordWriteOff({ context, event }: Args): Change {
  assertEvent(event, 'writeOffReceipt');
  const { number, reason } = event.input;
  const writtenOff = { by: handOf(event.by) ?? '', reason };
  return { receipts: context.receipts.map((one) => (one.number === number ? { ...one, writtenOff } : one)) };
}

export function recordRefund({ context, event }: Args): Change {
  assertEvent(event, 'recordRefund');
  return { refunds: [...context.refunds, { ...event.input, at: event.at, by: handOf(event.by) }] };
}

export function recordChainEnd({ event }: Args): Change {
  assertEvent(event, 'chain.ended');
  return { chainEnded: event.payload.result };
}

export function recordCalledOff({ event }: Args): Change {
  assertEvent(event, 'callOff');
  return { lastReason: event.input.reason };
}

export function endSettled({ event }: Args): Change {
  return { ending: 'settled', ...(event.type === 'settle' ? { accounts: event.input.files } : {}) };
}

export function endRefunded(): Change {
  return { ending: 'refunded' };
}

export function endCancelled(): Change {
  return { ending: 'cancelled' };
}

export function countSilence({ context }: Args): Change {
  return { silences: context.silences + 1 };
}
