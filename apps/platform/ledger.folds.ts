import type { AccountFolds } from '#libs/ledger';
import { appraisalAccount } from '#workflows/appraisal';
import { exclusionAccount } from '#workflows/exclusion';
import { issueAccount } from '#workflows/issue';
import { taskAccount } from '#workflows/task';

/** Workflows that keep accounts, one line each. */
export const ACCOUNT_FOLDS: AccountFolds = {
  issue: issueAccount,
  task: taskAccount,
  exclusion: exclusionAccount,
  appraisal: appraisalAccount,
};
