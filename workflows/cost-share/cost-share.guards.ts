import type { GuardDefinition } from '#libs/engine';

import {
  handOf,
  isCounted,
  paidOf,
  personOf,
  pledgedOf,
  refundedOf,
  writtenOffOf,
  type CostShareContext,
} from './cost-share.context.js';
import type { CostShareEvent } from './cost-share.events.js';

type CaseArgs = { context: CostShareContext };
type InputArgs = { context: CostShareContext; event: CostShareEvent };

const flatOf = ({ flats }: CostShareContext, flat: string) => flats.find((one) => one.flat === flat);
const isPledged = ({ pledges }: CostShareContext, flat: string): boolean => pledges.some((one) => one.flat === flat);

const sumsUp = ({ context }: CaseArgs): boolean =>
  context.flats.reduce((sum, { share }) => sum + share, 0) === context.total;
const isEnoughPledged = ({ context }: CaseArgs): boolean =>
  pledgedOf(context) * 100 >= context.total * context.policy.pledgedLeastPercent;
/** Every fen was counted, or was written off by name. */
const isAccountedFor = ({ context }: CaseArgs): boolean => paidOf(context) + writtenOffOf(context) >= context.total;
const hasFailed = ({ context }: CaseArgs): boolean =>
  context.chainEnded === 'failed' || context.chainEnded === 'cancelled';
/** Money nobody has counted yet may be there all the same: it is voided or counted before all is paid back. */
const isAllRefunded = ({ context }: CaseArgs): boolean =>
  refundedOf(context) === paidOf(context) && context.receipts.every((one) => one.voided !== null || isCounted(one));
const mayStillEnd = ({ context }: CaseArgs): boolean => context.chainEnded === null;

/** The agreed shares are of every flat, once each, and sum to the total. */
function agreedSumUp({ context, event }: InputArgs): boolean {
  if (event.type !== 'agreeShares') return false;
  const { shares } = event.input;
  const named = new Set(shares.map(({ flat }) => flat));
  const isEach = named.size === shares.length && context.flats.every(({ flat }) => named.has(flat));
  return (
    isEach &&
    shares.length === context.flats.length &&
    shares.reduce((sum, one) => sum + one.amount, 0) === context.total
  );
}

const isOwnFlat = ({ context, event }: InputArgs): boolean =>
  (event.type === 'pledge' || event.type === 'withdrawPledge') &&
  flatOf(context, event.input.flat)?.payer === personOf(event.by) &&
  personOf(event.by) !== null;

/** One pledge a flat, of something, and all together never more than is needed. */
function pledgeFits({ context, event }: InputArgs): boolean {
  if (event.type !== 'pledge' && event.type !== 'recordPledge') return false;
  const found = flatOf(context, event.input.flat);
  if (found === undefined || isPledged(context, found.flat)) return false;
  const amount = event.input.amount ?? found.share;
  return amount > 0 && pledgedOf(context) + amount <= context.total;
}

const hasPledged = ({ context, event }: InputArgs): boolean =>
  event.type === 'withdrawPledge' && isPledged(context, event.input.flat);

/** A number is used once, and nobody pays more than was pledged, receipts that wait to be counted included. */
function receiptFits({ context, event }: InputArgs): boolean {
  if (event.type !== 'recordReceipt') return false;
  const { flat, amount, number } = event.input;
  if (context.receipts.some((one) => one.number === number)) return false;
  const entered = context.receipts
    .filter((one) => one.flat === flat && one.voided === null)
    .reduce((sum, one) => sum + one.amount, 0);
  return entered + amount <= pledgedOf(context, flat);
}

/** By another person than whoever entered it, whoever they act for. */
function isAnothersReceipt({ context, event }: InputArgs): boolean {
  if (event.type !== 'confirmReceipt' && event.type !== 'voidReceipt') return false;
  const receipt = context.receipts.find(({ number }) => number === event.input.number);
  if (receipt === undefined || receipt.voided !== null || receipt.by === handOf(event.by)) return false;
  if (event.type === 'confirmReceipt') return !isCounted(receipt);
  return paidOf(context, receipt.flat) - receipt.amount >= refundedOf(context, receipt.flat) || !isCounted(receipt);
}

/** What nobody counted, and not by whoever entered it. */
function isUncounted({ context, event }: InputArgs): boolean {
  if (event.type !== 'writeOffReceipt') return false;
  const receipt = context.receipts.find(({ number }) => number === event.input.number);
  const hand = handOf(event.by);
  if (receipt === undefined || hand === null || receipt.by === hand) return false;
  return receipt.voided === null && !isCounted(receipt) && receipt.writtenOff === undefined;
}

function refundFits({ context, event }: InputArgs): boolean {
  if (event.type !== 'recordRefund') return false;
  const { flat, amount, number } = event.input;
  const isNew = context.refunds.every((one) => one.number !== number);
  return isNew && refundedOf(context, flat) + amount <= paidOf(context, flat);
}

/** Implementations for the chart. */
export const costShareGuards = {
  sumsUp,
  isEnoughPledged,
  isAccountedFor,
  hasFailed,
  isAllRefunded,
  mayStillEnd,
  agreedSumUp,
  isOwnFlat,
  pledgeFits,
  hasPledged,
  receiptFits,
  isAnothersReceipt,
  isUncounted,
  refundFits,
};

const overCase = (zh: string, en: string): GuardDefinition => ({ over: 'case', refusal: { zh, en } });
const overInput = (zh: string, en: string): GuardDefinition => ({ over: 'input', refusal: { zh, en } });

/** What each guard reads and what a refused person is told. */
export const costShareGuardTexts: Record<keyof typeof costShareGuards, GuardDefinition> = {
  sumsUp: overCase('分摊合计不等于总额：请登记协商的分摊。', 'The shares do not sum to the total: enter agreed ones.'),
  isEnoughPledged: overCase('认缴还不够：请继续动员，或者请邻居多认。', 'Too little is pledged yet.'),
  isAccountedFor: overCase(
    '还有收款没有核对：请另一人核对，或者由小组以外的人写明原因核销。',
    'A receipt is not counted: another person counts it, or somebody outside the group writes it off with the reason.',
  ),
  hasFailed: overCase('会签没有终止。', 'The chain has not failed.'),
  isAllRefunded: overCase(
    '钱还没有退完，或者还有收款没有核对。',
    'Not everything is paid back, or a receipt is not counted.',
  ),
  mayStillEnd: overCase('会签已经结束。', 'The chain has ended already.'),
  agreedSumUp: overInput(
    '每户一行，合计必须等于总额，分文不差。',
    'One line a flat; they must sum to the total to the fen.',
  ),
  isOwnFlat: overInput('只能为自己代表的一户认缴。', 'Only for the flat you stand for.'),
  pledgeFits: overInput(
    '没有这一户、已经认缴、不需要出钱，或者超过了总额。',
    'No such flat, it has pledged, it owes nothing, or it is more than is needed.',
  ),
  hasPledged: overInput('这一户没有认缴。', 'This flat has not pledged.'),
  receiptFits: overInput('票据号重复，或者超过认缴数。', 'The number is used, or it is more than was pledged.'),
  isAnothersReceipt: overInput(
    '没有这张票据，不用核对，或者是您自己登记的：请另一人办理。',
    'No such receipt, nothing to do about it, or you entered it: another person does this.',
  ),
  isUncounted: overInput(
    '没有这张票据、已经核对或者核销，或者是您自己登记的。',
    'No such receipt, it is counted or written off already, or you entered it.',
  ),
  refundFits: overInput('退款号重复，或者超过已交的钱。', 'The number is used, or it is more than was paid.'),
};
