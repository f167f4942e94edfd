import { Accounts, DEFAULT_POLICY, type AccountsOptions, type AccountsPolicy } from '#libs/access';
import type { Config } from '#libs/config';

import type { Log } from './log.js';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** What this installation decides about accounts. */
export function accountsPolicy({ accounts }: Pick<Config, 'accounts'>): AccountsPolicy {
  const { residentDays, staffHours, staffIdleMinutes, staffSecondFactor } = accounts;
  const { resident, slip } = DEFAULT_POLICY.sessions;
  const absolute = residentDays * DAY_S;
  return {
    ...DEFAULT_POLICY,
    staffSecondFactor,
    sessions: {
      resident: { idle: Math.min(resident.idle, absolute), absolute },
      staff: { idle: staffIdleMinutes * MINUTE_S, absolute: staffHours * HOUR_S },
      slip,
    },
  };
}

/** Accounts as this installation wants them. */
export function openAccounts({ config, log, ...ground }: OpeningAccounts): Accounts {
  return new Accounts({
    ...ground,
    policy: accountsPolicy(config),
    singleSignOn: singleSignOnOf(config),
    onError: (err) => log.error({ err }, 'accounts could not write when they were used'),
  });
}

function singleSignOnOf({ accounts, http }: Config): AccountsOptions['singleSignOn'] {
  if (accounts.singleSignOn === undefined) return undefined;
  return { ...accounts.singleSignOn, redirectUri: `${http.publicUrl}/api/v1/single-sign-on/callback` };
}

interface OpeningAccounts extends Omit<AccountsOptions, 'policy' | 'hasher' | 'onError' | 'singleSignOn'> {
  config: Config;
  log: Log;
}
