import type { Actor, Instant } from '#libs/engine';

import type { CostShareInput, CostShareOutput, Flat } from './contract.js';
import type { CostSharePolicy } from './cost-share.policy.js';
import { sharesOf } from './shares.rules.js';

export const METHODS = ['transfer', 'cash', 'housingFund', 'maintenanceFund', 'subsidy'] as const;
export type Method = (typeof METHODS)[number];

export type SharedFlat = Flat & { share: number };

export interface Pledge {
  flat: string;
  amount: number;
  at: Instant;
  /** Who pledged, or entered what was signed on a slip. */
  by: string | null;
  /** Id of the file that shows the slip; null: pledged on a device of their own. */
  paper: string | null;
}

export interface Receipt {
  /** Number on the receipt: unique in the case. */
  number: string;
  flat: string;
  amount: number;
  method: Method;
  at: Instant;
  by: string | null;
  paper: string | null;
  /** Another person who counted it; null while nobody did. Cash is nothing before that, other money with a file counts at once. */
  confirmedBy: string | null;
  /** Id of the text that says why it does not count. */
  voided: string | null;
  /** Nobody counted it: who wrote it off for the accounts, and the id of the text that says why. It never counts as paid. */
  writtenOff?: { by: string; reason: string };
}

export interface Refund {
  number: string;
  flat: string;
  amount: number;
  at: Instant;
  by: string | null;
  paper: string;
}

export type CostShareContext = {
  policy: CostSharePolicy;
  case: string;
  chain: string | null;
  unit: string;
  title: string;
  total: number;
  basis: string;
  /** What the public table shows: flat numbers or floors only. */
  shown: CostSharePolicy['published'];
  group: string[];
  helper: string | null;
  flats: SharedFlat[];
  /** Id of the file in which the owners agreed on other shares. */
  agreement: string | null;
  pledges: Pledge[];
  receipts: Receipt[];
  refunds: Refund[];
  /** How the chain it pays for ended. */
  chainEnded: 'complete' | 'failed' | 'cancelled' | null;
  accounts: string[];
  lastReason: string | null;
  silences: number;
  returns: number;
  ending: CostShareOutput['result'] | null;
};

export type CostShareStart = Omit<CostShareInput, 'title' | 'basis'> & {
  title: string;
  basis: string;
  case: string;
  at: Instant;
  on: string;
  by: Actor;
  policy: CostSharePolicy;
};

/** Whose act it is: the person it was entered for, else the one who did it. */
export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
}

/** Whoever sits at the device: two people are two, for whomever they act. */
export function handOf(by: Actor): string | null {
  return by.kind === 'person' ? by.person : null;
}

/** The table by the rule of the policy, which nobody has seen yet. */
export function initialCostShare({ input }: { input: CostShareStart }): CostShareContext {
  const starter = personOf(input.by);
  const shares = sharesOf(input.total, input.flats, input.policy.rule);
  return {
    policy: input.policy,
    case: input.case,
    chain: input.chain ?? null,
    unit: input.unit,
    title: input.title,
    total: input.total,
    basis: input.basis,
    shown: input.policy.published,
    group: input.group.length > 0 || starter === null ? input.group : [starter],
    helper: input.helper ?? null,
    flats: input.flats.map((flat, index) => ({ ...flat, share: shares?.[index] ?? 0 })),
    agreement: null,
    pledges: [],
    receipts: [],
    refunds: [],
    chainEnded: null,
    accounts: [],
    lastReason: null,
    silences: 0,
    returns: 0,
    ending: null,
  };
}

const sum = (amounts: readonly { amount: number }[]): number => amounts.reduce((all, { amount }) => all + amount, 0);
type Of<Key extends keyof CostShareContext> = Pick<CostShareContext, Key>;

/**
 * Money that a second person counted, or that a file shows. Cash is shown by no file: whoever takes it could write the slip, too, so
 * another person counts it always.
 */
export const isCounted = ({ method, paper, confirmedBy }: Receipt): boolean =>
  confirmedBy !== null || (paper !== null && method !== 'cash');

/** Receipts that count, and are not voided. */
export function countedReceipts({ receipts }: Of<'receipts'>): Receipt[] {
  return receipts.filter((one) => one.voided === null && isCounted(one));
}

/** Money that was entered, that nobody counted, and that somebody wrote off by name. */
export const writtenOffOf = ({ receipts }: Of<'receipts'>, flat?: string): number =>
  sum(
    receipts.filter(
      (one) =>
        one.voided === null &&
        !isCounted(one) &&
        one.writtenOff !== undefined &&
        (flat === undefined || one.flat === flat),
    ),
  );
export const pledgedOf = ({ pledges }: Of<'pledges'>, flat?: string): number =>
  sum(pledges.filter((one) => flat === undefined || one.flat === flat));
export const paidOf = (context: Of<'receipts'>, flat?: string): number =>
  sum(countedReceipts(context).filter((one) => flat === undefined || one.flat === flat));
export const refundedOf = ({ refunds }: Of<'refunds'>, flat?: string): number =>
  sum(refunds.filter((one) => flat === undefined || one.flat === flat));

/** A row of the public table: a flat, or all flats of a floor. */
export interface CostRow {
  label: string;
  flats: number;
  share: number;
  pledged: number;
  paid: number;
  /** Cash that was entered, that nobody could count, and that somebody wrote off by name: no part of what is paid. */
  writtenOff: number;
  refunded: number;
}

export interface CostTable {
  total: number;
  pledged: number;
  paid: number;
  writtenOff: number;
  refunded: number;
  /** What nobody has pledged, and what nobody has paid yet; what was written off is not paid. */
  unpledged: number;
  unpaid: number;
  rows: CostRow[];
}

/** The table everybody may read: no person, no household, and flats by number only where the policy says so. */
export function costTable(context: CostShareContext): CostTable {
  const rows = new Map<string, CostRow>();
  for (const { flat, floor, share } of context.flats) {
    const label = context.shown === 'flat' ? flat : String(floor);
    const row = rows.get(label) ?? { label, flats: 0, share: 0, pledged: 0, paid: 0, writtenOff: 0, refunded: 0 };
    rows.set(label, {
      label,
      flats: row.flats + 1,
      share: row.share + share,
      pledged: row.pledged + pledgedOf(context, flat),
      paid: row.paid + paidOf(context, flat),
      writtenOff: row.writtenOff + writtenOffOf(context, flat),
      refunded: row.refunded + refundedOf(context, flat),
    });
  }
  const [pledged, paid] = [pledgedOf(context), paidOf(context)];
  return {
    total: context.total,
    pledged,
    paid,
    writtenOff: writtenOffOf(context),
    refunded: refundedOf(context),
    unpledged: Math.max(0, context.total - pledged),
    unpaid: Math.max(0, context.total - paid),
    rows: [...rows.values()],
  };
}
