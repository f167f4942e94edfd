import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';

import { AccountRefused } from './account-refused.js';
import type { TokenScope } from '../capabilities.js';
import type { TokenView } from './accounts.vocabulary.js';
import { secondsAfter } from './parts.js';
import type { AccountsParts } from './parts.js';
import { hashOf, isApiToken, newApiToken } from './secret.rules.js';
import type { Sightings } from './sightings.js';

/** A token as its owner sees it in the list. */
export interface TokenRow {
  id: string;
  name: string;
  /** Last four signs. */
  ending: string;
  scopes: TokenScope[];
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
  revokedAt: string | null;
}

/** A token that is asked for. */
export interface NewToken {
  name: string;
  scopes: readonly TokenScope[];
  /** Days it is good for, 1 to {@link LONGEST_TOKEN_DAYS}. */
  days: number;
  /** Its owner is staff and signed in as such. */
  staff: boolean;
}

/** Longest time a token is good for. */
export const LONGEST_TOKEN_DAYS = 366;
/** Tokens one account may have at a time. */
const MOST_TOKENS = 50;
const DAY_SECONDS = 86_400;

const ROW = `id, name, ending, scopes, created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt",
  revoked_at as "revokedAt"`;

/** Of a token `t` and its account `a` at `$2`. */
const LIVE = `t.revoked_at is null and t.expires_at > $2::timestamptz and a.status = 'active'`;

/** Keys of programs that ask in somebody's name: scoped, expiring, revocable, stored as a hash. */
export class Tokens {
  constructor(
    private readonly parts: Pick<AccountsParts, 'now'>,
    private readonly sightings: Sightings,
  ) {}

  /**
   * Makes a token; it is shown this once. That its owner holds what the scopes name is for the caller to see to.
   * @throws AccountRefused `token.too_many`.
   */
  async create(
    tx: Tx,
    account: string,
    { name, scopes, days, staff }: NewToken,
  ): Promise<{ token: string; row: TokenRow }> {
    const now = this.parts.now();
    const [living] = await tx.query<{ count: number }>(
      'select count(*) from api_tokens where account = $1 and revoked_at is null and expires_at > $2',
      [account, now],
    );
    if ((living?.count ?? 0) >= MOST_TOKENS)
      throw new AccountRefused('token.too_many', { params: { most: MOST_TOKENS } });
    const token = newApiToken();
    const [row] = await tx.query<TokenRow>(
      `insert into api_tokens (id, hash, account, name, ending, scopes, staff, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${ROW}`,
      [
        ...[randomUUID(), hashOf(token), account, name, token.slice(-4), scopes, staff, now],
        secondsAfter(now, Math.min(days, LONGEST_TOKEN_DAYS) * DAY_SECONDS),
      ],
    );
    if (row === undefined) throw new Error('an insert returned nothing');
    return { token, row };
  }

  /** Whose token it is and what it may; `null`: nobody's, expired or revoked. One indexed query; nothing is written. */
  async resolve(tx: Pick<Tx, 'query'>, bearer: string): Promise<TokenView | null> {
    if (!isApiToken(bearer)) return null;
    const now = this.parts.now();
    const [row] = await tx.query<Pick<TokenView, 'id' | 'account' | 'person' | 'scopes' | 'staff'>>(
      `select t.id, t.account, a.person, t.scopes, t.staff from api_tokens t join accounts a on a.id = t.account
       where t.hash = $1 and ${LIVE}`,
      [hashOf(bearer), now],
    );
    if (row === undefined) return null;
    this.sightings.token(row.id, now);
    // whoever made it had passed the second factor then
    return { kind: 'token', secondFactor: 'passed', ...row };
  }

  /** Whether a token is still good; not a use of it. */
  async isLive(tx: Pick<Tx, 'query'>, id: string): Promise<boolean> {
    const sql = `select t.id from api_tokens t join accounts a on a.id = t.account where t.id = $1 and ${LIVE}`;
    return (await tx.query(sql, [id, this.parts.now()])).length > 0;
  }

  async list(tx: Tx, account: string): Promise<TokenRow[]> {
    return tx.query<TokenRow>(`select ${ROW} from api_tokens where account = $1 order by created_at desc, id`, [
      account,
    ]);
  }

  /** Answers whether there was such a token. */
  async revoke(tx: Tx, account: string, id: string): Promise<boolean> {
    const rows = await tx.query(
      'update api_tokens set revoked_at = coalesce(revoked_at, $3) where id = $2 and account = $1 returning id',
      [account, id, this.parts.now()],
    );
    return rows.length > 0;
  }

  /** All tokens of an account, because it was locked, closed or reset, or its password changed. */
  async revokeAll(tx: Tx, account: string): Promise<void> {
    const sql = 'update api_tokens set revoked_at = $2 where account = $1 and revoked_at is null';
    await tx.query(sql, [account, this.parts.now()]);
  }
}
