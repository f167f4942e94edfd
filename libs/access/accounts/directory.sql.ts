import type { Tx } from '#libs/database';

import type { AccountStatus } from './accounts.vocabulary.js';

/** An account as the services of this folder read it. */
export interface AccountRow {
  id: string;
  person: string;
  status: AccountStatus;
  passwordHash: string | null;
  totpSecret: string | null;
  totpPending: string | null;
}

/** Columns of {@link AccountRow}, of a table called `a`. */
export const ACCOUNT_COLUMNS = `a.id, a.person, a.status, a.password_hash as "passwordHash", a.totp_secret as "totpSecret",
  a.totp_pending as "totpPending"`;

/** By a login name in its one spelling. */
export async function accountByLogin(tx: Pick<Tx, 'query'>, login: string): Promise<AccountRow | null> {
  const rows = await tx.query<AccountRow>(
    `select ${ACCOUNT_COLUMNS} from account_logins l join accounts a on a.id = l.account where l.login = $1`,
    [login],
  );
  return rows[0] ?? null;
}

/** The account of a person that is not closed. */
export async function accountOfPerson(tx: Pick<Tx, 'query'>, person: string): Promise<AccountRow | null> {
  const rows = await tx.query<AccountRow>(
    `select ${ACCOUNT_COLUMNS} from accounts a where a.person = $1 and a.status <> 'closed'`,
    [person],
  );
  return rows[0] ?? null;
}

export async function accountById(tx: Pick<Tx, 'query'>, id: string): Promise<AccountRow | null> {
  const rows = await tx.query<AccountRow>(`select ${ACCOUNT_COLUMNS} from accounts a where a.id = $1`, [id]);
  return rows[0] ?? null;
}

/** Login names of an account, oldest first. */
export async function loginsOf(tx: Pick<Tx, 'query'>, account: string): Promise<string[]> {
  const rows = await tx.query<{ login: string }>(
    'select login from account_logins where account = $1 order by created_at, login',
    [account],
  );
  return rows.map(({ login }) => login);
}
