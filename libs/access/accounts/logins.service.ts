import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';

import { AccountRefused } from './account-refused.js';
import type { SessionView } from './accounts.vocabulary.js';
import { ATTEMPT_LIMITS } from './attempt.limits.js';
import { accountById, accountOfPerson, loginsOf } from './directory.sql.js';
import { spellLogin } from './login.rules.js';
import type { AccountsParts } from './parts.js';
import { passwordProblem } from './password.rules.js';
import type { PasswordProblem } from './password.rules.js';
import type { OpenedSession, Sessions } from './sessions.service.js';
import type { Tokens } from './tokens.service.js';

/** An account that is made. Without a password it is entered by slip or single sign-on. */
export interface NewAccount {
  person: string;
  login?: string;
  password?: string;
  /** Instead of a password: one that is hashed already. */
  passwordHash?: string;
}

/** A new password, and what is needed for it. */
export interface PasswordChange {
  current?: string | undefined;
  password: string;
  login?: string | undefined;
}

const PASSWORD_CODES = {
  tooShort: 'password.too_short',
  tooLong: 'password.too_long',
  isLogin: 'password.is_login',
  tooCommon: 'password.too_common',
  tooSimple: 'password.too_simple',
} as const satisfies Record<PasswordProblem, string>;

/** Accounts, their login names and passwords. */
export class Logins {
  constructor(
    private readonly parts: AccountsParts,
    private readonly services: { sessions: Sessions; tokens: Tokens },
  ) {}

  /** Makes an account and answers its id; see `Accounts.createAccount`. */
  async create(tx: Tx, { person, login, password, passwordHash }: NewAccount): Promise<string> {
    if ((await accountOfPerson(tx, person)) !== null) throw new AccountRefused('account.exists');
    const id = randomUUID();
    const now = this.parts.now();
    const spelt = login === undefined ? null : speltOrRefused(login);
    if (password !== undefined) refuseWeak(password, spelt === null ? [] : [spelt]);
    const hash = passwordHash ?? (password === undefined ? null : await this.parts.hasher.hash(password));
    await tx.query(
      `insert into accounts (id, person, status, password_hash, password_set_at, created_at, changed_at)
       values ($1, $2, 'active', $3, $4, $5, $5)`,
      [id, person, hash, hash === null ? null : now, now],
    );
    if (spelt !== null) await this.#insertLogin(tx, id, spelt);
    return id;
  }

  /**
   * Gives an account one more login name.
   * @throws AccountRefused `account.login_taken`, `account.login_invalid`.
   */
  async addLogin(tx: Tx, account: string, login: string): Promise<void> {
    await this.#insertLogin(tx, account, speltOrRefused(login));
  }

  async #insertLogin(tx: Tx, account: string, login: string): Promise<void> {
    const rows = await tx.query(
      'insert into account_logins (login, account, created_at) values ($1, $2, $3) on conflict do nothing returning login',
      [login, account, this.parts.now()],
    );
    if (rows.length === 0) throw new AccountRefused('account.login_taken');
  }

  /** Login names of an account, oldest first. */
  of(tx: Tx, account: string): Promise<string[]> {
    return loginsOf(tx, account);
  }

  /**
   * Sets the first password of an account or changes it: every other session ends, this one goes on under a new token, and the
   * tokens of programs are revoked: whoever changes a password may be shutting somebody out. Called outside of transactions.
   * @param change.current the password until now; needed where there is one.
   * @param change.login one more name, for an account that had none.
   * @throws AccountRefused `access.credentials_wrong`, `password.…`, `account.login_…`.
   */
  async changePassword(
    session: SessionView,
    change: PasswordChange,
  ): Promise<{ opened: OpenedSession; ended: number }> {
    const { database, hasher, now } = this.parts;
    const { account } = session;
    const { stored, logins } = await database.transaction(
      async (tx) => ({
        stored: (await accountById(tx, account))?.passwordHash ?? null,
        logins: await loginsOf(tx, account),
      }),
      { readOnly: true },
    );
    await this.#refuseWrong(account, change.current ?? '', stored);
    const login = change.login === undefined ? null : speltOrRefused(change.login);
    refuseWeak(change.password, login === null ? logins : [...logins, login]);
    const hash = await hasher.hash(change.password);
    return database.transaction(async (tx) => {
      const rows = await tx.query(
        `update accounts set password_hash = $2, password_set_at = $3, changed_at = $3
         where id = $1 and password_hash is not distinct from $4 returning id`,
        [account, hash, now(), stored],
      );
      // somebody else changed it meanwhile: their password counts, and ours was checked against an old one
      if (rows.length === 0) throw new AccountRefused('resource.conflict');
      if (login !== null && !logins.includes(login)) await this.#insertLogin(tx, account, login);
      const { sessions, tokens } = this.services;
      const ended = await sessions.endAll(tx, account, session.id);
      await tokens.revokeAll(tx, account);
      const opened = await sessions.rotate(tx, session, session.secondFactor);
      if (opened === null) throw new AccountRefused('access.unauthenticated');
      return { opened, ended };
    });
  }

  /**
   * The password once more, before something that a thief of the session must not do. An account without one has nothing to show.
   * @throws AccountRefused `access.credentials_wrong`, `access.rate_limited`.
   */
  async confirm(account: string, password: string): Promise<void> {
    const stored = (await accountById(this.parts.database, account))?.passwordHash ?? null;
    await this.#refuseWrong(account, password, stored);
  }

  async #refuseWrong(account: string, password: string, stored: string | null): Promise<void> {
    if (stored === null) return;
    const { attempts, hasher } = this.parts;
    const counted = [{ limit: ATTEMPT_LIMITS.confirmation, key: account }];
    await attempts.take(counted);
    if (!(await hasher.matches(password, stored))) throw new AccountRefused('access.credentials_wrong');
    await attempts.forgive(counted);
  }
}

function speltOrRefused(login: string): string {
  const spelt = spellLogin(login);
  if (spelt === null) throw new AccountRefused('account.login_invalid');
  return spelt;
}

/** @throws AccountRefused with the code of what is wrong with the password. */
export function refuseWeak(password: string, logins: readonly string[]): void {
  const problem = passwordProblem(password, logins);
  if (problem !== null) throw new AccountRefused(PASSWORD_CODES[problem]);
}
