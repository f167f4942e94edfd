import { RATE_NAMES, type AccountFold, type RateName } from '#libs/contract';

/** Rhythm of the accounts (S3.3): daily and weekly scheduling, monthly stock-take, quarterly inspection. */
export const DIGEST_PERIODS = ['day', 'week', 'month', 'quarter'] as const;
export type DigestPeriod = (typeof DIGEST_PERIODS)[number];

/** 建账, 派账, 晒账, 对账: opened, assigned, published, reconciled. */
export const LEDGER_VIEWS = ['open', 'assigned', 'published', 'reconciled'] as const;
export type LedgerView = (typeof LEDGER_VIEWS)[number];

/** By what rates are grouped. */
export const GROUPINGS = ['department', 'dispatcher', 'community', 'street', 'category', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Nothing that could say something about single people is published below this count. */
export const FEWEST_CONFIDENTIAL = 10;

/** Folds by workflow, as the workflows' folders give them. */
export type AccountFolds = Readonly<Record<string, AccountFold>>;

/** One more whenever a fold or the making of entries changes: what older ones made is then made anew. */
export const FOLDS_VERSION = 2;

/** Bit of a rate in `excluded`. */
export function bitOf(rate: RateName): number {
  return 1 << RATE_NAMES.indexOf(rate);
}

/** Where the account and the journal disagree. */
export interface SheetDifference {
  caseId: string;
  /** `missing`: in the journal only; `extra`: in the account only; else the column that differs. */
  what: string;
  account: string | null;
  journal: string | null;
}
