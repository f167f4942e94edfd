import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';

import { AccountRefused } from './account-refused.js';
import type { AccountChange } from './accounts.entity.js';
import type { AccountStatus } from './accounts.vocabulary.js';
import { accountById, accountByLogin, accountOfPerson, loginsOf } from './directory.sql.js';
import { spellLogin } from './login.rules.js';
import type { AccountsParts } from './parts.js';
import type { SecondFactor } from './second-factor.service.js';
import type { Sessions } from './sessions.service.js';
import type { Tokens } from './tokens.service.js';

/** An account as its owner sees it. */
export interface OwnAccount {
  logins: string[];
  hasPassword: boolean;
  secondFactor: { isSet: boolean; codesLeft: number };
  identities: { issuer: string; linkedAt: string }[];
}

/** An account as operators see it. */
export interface AccountEntry {
  account: string;
  person: string;
  status: AccountStatus;
  logins: string[];
  hasPassword: boolean;
  hasSecondFactor: boolean;
  createdAt: string;
  /** Last time a session of it was used. */
  seenAt: string | null;
}

/** Somebody whose account is managed, and who does it. */
export interface Managed {
  person: string;
  by: string;
}

const ENTRY = `a.id as account, a.person, a.status, a.created_at as "createdAt",
  a.password_hash is not null as "hasPassword", a.totp_secret is not null as "hasSecondFactor",
  (select coalesce(array_agg(l.login order by l.login), '{}') from account_logins l where l.account = a.id) as logins,
  (select max(s.seen_at) from sessions s where s.account = a.id) as "seenAt"`;

/** What operators do with accounts, by person. */
export class Directory {
  constructor(
    private readonly parts: Pick<AccountsParts, 'now'>,
    private readonly services: { sessions: Sessions; tokens: Tokens; secondFactor: SecondFactor },
  ) {}

  async own(tx: Tx, account: string): Promise<OwnAccount> {
    const row = await accountById(tx, account);
    const identities = await tx.query<{ issuer: string; linkedAt: string }>(
      'select issuer, created_at as "linkedAt" from account_identities where account = $1 order by created_at, issuer',
      [account],
    );
    return {
      logins: await loginsOf(tx, account),
      hasPassword: row?.passwordHash != null,
      secondFactor: await this.services.secondFactor.state(tx, account),
      identities,
    };
  }

  /** The account of a person, `null`: there is none that is not closed. */
  async of(tx: Tx, person: string): Promise<AccountEntry | null> {
    const sql = `select ${ENTRY} from accounts a where a.person = $1 and a.status <> 'closed'`;
    return (await tx.query<AccountEntry>(sql, [person]))[0] ?? null;
  }

  /** Who signs in with a name; `null`: nobody, or nobody any more. */
  async personByLogin(tx: Tx, login: string): Promise<string | null> {
    const account = await accountByLogin(tx, spellLogin(login) ?? '');
    return account?.status === 'active' ? account.person : null;
  }

  /** Accounts of these people that are not closed. */
  async among(tx: Tx, people: readonly string[]): Promise<AccountEntry[]> {
    const sql = `select ${ENTRY} from accounts a where a.person = any($1) and a.status <> 'closed' order by a.person`;
    return tx.query<AccountEntry>(sql, [people]);
  }

  /** Nobody comes in any more until it is unlocked; sessions end, tokens are revoked. */
  async lock(tx: Tx, managed: Managed): Promise<void> {
    await this.#put(tx, managed, 'locked');
  }

  async unlock(tx: Tx, managed: Managed): Promise<void> {
    const { id } = await this.#found(tx, managed.person);
    await tx.query(`update accounts set status = 'active', changed_at = $2 where id = $1`, [id, this.parts.now()]);
    await this.note(tx, { ...managed, what: 'unlocked' });
  }

  /** For good: names and identities are free again, the person may get another account. */
  async close(tx: Tx, managed: Managed): Promise<void> {
    await this.#erase(tx, await this.#put(tx, managed, 'closed'));
  }

  /** Ends every session of a person and revokes their tokens. Answers how many sessions. */
  async endSessions(tx: Tx, managed: Managed): Promise<number> {
    const { id } = await this.#found(tx, managed.person);
    await this.note(tx, { ...managed, what: 'sessionsEnded' });
    await this.services.tokens.revokeAll(tx, id);
    return this.services.sessions.endAll(tx, id);
  }

  /** Takes off a second factor whose owner has lost it. */
  async resetSecondFactor(tx: Tx, managed: Managed): Promise<void> {
    const { id } = await this.#found(tx, managed.person);
    await this.note(tx, { ...managed, what: 'secondFactorReset' });
    await this.services.secondFactor.reset(tx, id);
  }

  /** Keeps what an operator did to an account. */
  async note(tx: Tx, { person, by, what }: Managed & { what: AccountChange }): Promise<void> {
    const { id } = await this.#found(tx, person);
    await tx.query('insert into account_changes (id, at, account, what, by) values ($1, $2, $3, $4, $5)', [
      ...[randomUUID(), this.parts.now(), id, what, by],
    ]);
  }

  /**
   * Two records of one person became one: the account follows. Where both have one, the kept person's stays and the other is
   * closed.
   */
  async movePerson(tx: Tx, { from, to, by }: { from: string; to: string; by: string }): Promise<void> {
    if ((await accountOfPerson(tx, from)) === null) return;
    if ((await accountOfPerson(tx, to)) !== null) return this.close(tx, { person: from, by });
    const sql = `update accounts set person = $2, changed_at = $3 where person = $1 and status <> 'closed'`;
    await tx.query(sql, [from, to, this.parts.now()]);
  }

  async #put(tx: Tx, managed: Managed, status: 'locked' | 'closed'): Promise<string> {
    const { id } = await this.#found(tx, managed.person);
    const { sessions, tokens } = this.services;
    await this.note(tx, { ...managed, what: status });
    await tx.query('update accounts set status = $2, changed_at = $3 where id = $1', [id, status, this.parts.now()]);
    await sessions.endAll(tx, id);
    await tokens.revokeAll(tx, id);
    return id;
  }

  async #erase(tx: Tx, account: string): Promise<void> {
    for (const table of ['account_logins', 'account_identities', 'recovery_codes'])
      await tx.query(`delete from ${table} where account = $1`, [account]);
    await tx.query(
      'update accounts set password_hash = null, totp_secret = null, totp_pending = null, totp_step = null where id = $1',
      [account],
    );
  }

  async #found(tx: Tx, person: string) {
    const account = await accountOfPerson(tx, person);
    if (account === null) throw new AccountRefused('resource.unknown');
    return account;
  }
}
