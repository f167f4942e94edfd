import { openMsBetween, type Calendar } from '#libs/calendar';
import { Incidents, LIVE, type Cases } from '#libs/cases';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import { dayAfter, Ledger, startOfDay, type AccountFault } from '#libs/ledger';
import type { Registry } from '#libs/registry';

import { ACCOUNT_FOLDS } from './ledger.folds.js';
import type { Log } from './log.js';
import type { Chore } from './work/chore.types.js';

interface LedgerParts {
  database: Database;
  registry: Registry;
  log: Pick<Log, 'error'>;
  /** Where a journal no account can be kept of becomes an incident; absent: it is an error of whoever asked for the account. */
  cases?: Cases;
  localDateOf: (instant: string) => string;
  now: () => string;
  /** The calendar of the office as it is now. */
  office: () => Calendar;
  /** Default: what people work on. */
  realm?: string;
}

/** The account of a realm, on the calendar of the office. */
export function openLedger({ log, office, cases, realm = LIVE, ...parts }: LedgerParts): Ledger {
  return new Ledger({
    ...parts,
    realm,
    folds: ACCOUNT_FOLDS,
    isWorkingDay: (day) => {
      const { localDateOf } = parts;
      return openMsBetween(office(), startOfDay(day, localDateOf), startOfDay(dayAfter(day), localDateOf)) > 0;
    },
    ...(cases === undefined ? {} : { onUnaccountable: putAside(cases, log) }),
    onError: (err) => log.error({ err }, 'the account could not follow a case; the sweep will'),
  });
}

function putAside(cases: Cases, log: LedgerParts['log']): (fault: AccountFault) => Promise<void> {
  const incidents = new Incidents(cases);
  return async (err) => {
    log.error({ err, case: err.caseId }, 'no account can be kept of a case: it is put aside');
    await incidents.raise(err.caseId, { name: 'account', error: err.message });
  };
}

const MINUTE_MS = 60_000;

/** What was missed is found, and documents are written when their period is over. */
export function ledgerChores({ role }: Config, ledger: Ledger): Chore[] {
  if (role === 'server') return [];
  const sweep = async (): Promise<void> => {
    await ledger.projector.sweep();
  };
  // a document is written once: not before the account has followed everything, also what happened while nobody worked
  const write = async (): Promise<void> => {
    await ledger.projector.sweep();
    await ledger.digests.makeMissing();
  };
  return [
    { name: 'keep accounts', everyMs: 10 * MINUTE_MS, run: sweep },
    { name: 'write digests', everyMs: 15 * MINUTE_MS, run: write },
  ];
}
