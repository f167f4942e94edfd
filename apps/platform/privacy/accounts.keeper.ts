import type { Database } from '#libs/database';
import { holding, type Holding, type Keeper } from '#libs/privacy';
import type { PersonId } from '#libs/registry';

const MINE = `account in (select id from accounts where person = any($1))`;

/** The part of the accounts: how somebody gets in. */
export class AccountsKeeper implements Keeper {
  readonly name = 'accounts';

  constructor(private readonly database: Database) {}

  async held(ids: readonly PersonId[]): Promise<Holding[]> {
    const rows = (sql: string): Promise<object[]> => this.database.query(sql, [ids]);
    return [
      holding(
        'account',
        ['我的账号', 'My account'],
        await rows(
          `select a.status, a.created_at as "createdAt", a.password_set_at as "passwordSetAt", a.totp_secret is not null as "secondFactor",
             array(select login from account_logins l where l.account = a.id order by login) as logins,
             array(select issuer from account_identities i where i.account = a.id order by issuer) as issuers
           from accounts a where person = any($1) order by created_at`,
        ),
      ),
      holding(
        'sessions',
        ['登录中的设备', 'My sessions'],
        await rows(
          `select way, address, agent, created_at as "createdAt", seen_at as "seenAt", ended_at as "endedAt" from sessions
           where ${MINE} order by created_at desc`,
        ),
      ),
      holding(
        'signIns',
        ['登录记录', 'My sign-ins'],
        await rows(`select at, way, outcome, address, agent from sign_ins where ${MINE} order by at desc`),
      ),
      holding(
        'tokens',
        ['访问令牌', 'My tokens'],
        await rows(
          `select name, ending, scopes, created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt" from api_tokens
           where ${MINE} order by created_at desc`,
        ),
      ),
    ];
  }

  /** Nobody comes in with it from the first statement on; the account itself goes last, so that a killed run finds the rest. */
  erase(ids: readonly PersonId[]): Promise<number> {
    return this.database.transaction(async (tx) => {
      const doomed = [
        `delete from sessions where ${MINE} returning id`,
        `delete from api_tokens where ${MINE} returning id`,
        `delete from recovery_codes where ${MINE} returning hash`,
        `delete from account_identities where ${MINE} returning subject`,
        `delete from account_logins where ${MINE} returning login`,
        `delete from sign_ins where ${MINE} returning id`,
        `delete from account_changes where ${MINE} returning id`,
        `delete from slips where subject = any($1) or used_by in (select id from accounts where person = any($1)) returning id`,
        `delete from accounts where person = any($1) returning id`,
      ];
      let erased = 0;
      for (const sql of doomed) erased += (await tx.query(sql, [ids])).length;
      return erased;
    });
  }
}
