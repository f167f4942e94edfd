import { say } from '../say.js';
import { withApi, type AsOptions } from './cases.js';

interface AccountBody {
  person: string;
  name?: string;
  status: string;
  logins: string[];
  hasPassword: boolean;
  hasSecondFactor: boolean;
  seenAt: string | null;
}

const path = (person: string, doing = ''): string => `/api/v1/people/${encodeURIComponent(person)}/account${doing}`;
const by = ({ as }: AsOptions) => (as === undefined ? {} : { who: as });

function accountLine({ person, name = '', status, logins, hasPassword, hasSecondFactor, seenAt }: AccountBody): string {
  const ways = [...(hasPassword ? ['口令 password'] : []), ...(hasSecondFactor ? ['验证码 second factor'] : [])];
  const parts = [person, name, status, logins.join(', '), ways.join(' + '), seenAt ?? '—'];
  return parts.filter((part) => part !== '').join('  ');
}

/** `minyi account list <unit>`. */
export function listAccounts(unit: string, { as, json = false }: AsOptions): Promise<void> {
  return withApi(async (api) => {
    const { rows } = await api.get<{ rows: AccountBody[] }>(`/api/v1/accounts?unit=${encodeURIComponent(unit)}`, as);
    for (const row of rows) say(json ? JSON.stringify(row) : accountLine(row));
  });
}

/** `minyi account show <person>`. */
export function showAccount(person: string, { as, json = false }: AsOptions): Promise<void> {
  return withApi(async (api) => {
    const account = await api.get<AccountBody>(path(person), as);
    say(json ? JSON.stringify(account, null, 2) : accountLine(account));
  });
}

/** `minyi account create <person> [--login <name>]`. */
export function createAccount(person: string, { login, ...options }: AsOptions & { login?: string }): Promise<void> {
  return withApi(async (api) => {
    const body = login === undefined ? {} : { login };
    say(accountLine(await api.post<AccountBody>(path(person), body, by(options))));
  });
}

/** `minyi account add-login <person> <login>`. */
export function addLogin(person: string, login: string, options: AsOptions): Promise<void> {
  return withApi(async (api) => {
    say(accountLine(await api.post<AccountBody>(path(person, '/logins'), { login }, by(options))));
  });
}

/** What is done to an account without further words. */
export const ACCOUNT_DEEDS = ['lock', 'unlock', 'close', 'end-sessions', 'reset-second-factor'] as const;

/** `minyi account lock|unlock|close|end-sessions|reset-second-factor <person>`. */
export function doToAccount(deed: (typeof ACCOUNT_DEEDS)[number], person: string, options: AsOptions): Promise<void> {
  return withApi(async (api) => {
    await api.post(path(person, `/${deed}`), undefined, by(options));
    say(`${deed}: ${person}`);
  });
}

/** `minyi account reset-password <person>`: a code to be handed over in person. */
export function resetPassword(person: string, options: AsOptions): Promise<void> {
  return withApi(async (api) => {
    const { code, expiresAt } = await api.post<{ code: string; expiresAt: string }>(
      path(person, '/reset-password'),
      undefined,
      by(options),
    );
    say(`重置码 · code: ${code}`);
    say(`有效至 · until ${expiresAt}；在 /password-reset 输入 · to be entered at /password-reset`);
  });
}
