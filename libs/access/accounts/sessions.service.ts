import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';

import type { Origin, SecondFactorState, SessionLimits, SessionView, SignInWay } from './accounts.vocabulary.js';
import { secondsAfter } from './parts.js';
import type { AccountsParts } from './parts.js';
import { hashOf, newSecret } from './secret.rules.js';
import type { Sightings } from './sightings.js';
import { shortAgent } from './sign-ins.service.js';

/** A session that begins. */
export interface NewSession {
  account: string;
  person: string;
  way: SignInWay;
  staff: boolean;
  secondFactor: SecondFactorState;
  origin: Origin;
  /** Token of a session this browser had before: it ends, whoever it was. */
  previous?: string | undefined;
}

/** A session together with the token that only the browser keeps. */
export interface OpenedSession {
  session: SessionView;
  token: string;
  /** When it ends at the latest. */
  expiresAt: string;
}

/** A session as its owner sees it in the list. */
export interface SessionRow {
  id: string;
  way: SignInWay;
  address: string;
  agent: string;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
}

const VIEW = `s.id, s.account, a.person, s.staff, s.second_factor as "secondFactor"`;
const LIVE = (now: string): string =>
  `s.ended_at is null and s.expires_at > ${now} and s.seen_at + make_interval(secs => s.idle) > ${now}`;

/** Sessions of browsers: opened at every way in, found by their token's hash, ended one by one or all together. */
export class Sessions {
  constructor(
    private readonly parts: Pick<AccountsParts, 'now' | 'policy'>,
    private readonly sightings: Sightings,
  ) {}

  /** Opens a session with a token nobody has seen before; a token the browser brought along is worth nothing afterwards. */
  async open(tx: Tx, begun: NewSession): Promise<OpenedSession> {
    const now = this.parts.now();
    if (begun.previous !== undefined) await this.end(tx, begun.previous);
    const limits = this.#limits(begun);
    const token = newSecret();
    const id = randomUUID();
    const expiresAt = secondsAfter(now, limits.absolute);
    await tx.query(
      `insert into sessions (id, token, account, way, second_factor, staff, address, agent, created_at, seen_at, idle, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11)`,
      [
        ...[id, hashOf(token), begun.account, begun.way, begun.secondFactor, begun.staff],
        ...[begun.origin.address, shortAgent(begun.origin.agent), now, limits.idle, expiresAt],
      ],
    );
    const { account, person, staff, secondFactor } = begun;
    const session: SessionView = { kind: 'session', id, account, person, scopes: 'all', secondFactor, staff };
    return { session, token, expiresAt };
  }

  #limits({ way, staff }: NewSession): SessionLimits {
    const { resident, staff: ofStaff, slip } = this.parts.policy.sessions;
    if (staff) return ofStaff;
    return way === 'slip' ? slip : resident;
  }

  /** Whose session a token is; `null`: nobody's, or it has ended. One indexed query; nothing is written. */
  async resolve(tx: Pick<Tx, 'query'>, token: string): Promise<SessionView | null> {
    const [session = null] = await this.resolveAll(tx, [token]);
    return session;
  }

  /** The same for many requests at once, each in its place; still one query. */
  async resolveAll(tx: Pick<Tx, 'query'>, tokens: readonly string[]): Promise<(SessionView | null)[]> {
    const now = this.parts.now();
    const found = await this.#find(tx, tokens, now);
    for (const session of found) if (session !== null) this.sightings.session(session.id, now);
    return found;
  }

  /** As {@link resolve}, but not a use of the session: what goes on by itself must not keep it alive. */
  async look(tx: Pick<Tx, 'query'>, token: string): Promise<SessionView | null> {
    const [session = null] = await this.#find(tx, [token], this.parts.now());
    return session;
  }

  async #find(tx: Pick<Tx, 'query'>, tokens: readonly string[], now: string): Promise<(SessionView | null)[]> {
    const hashes = tokens.map(hashOf);
    const rows = await tx.query<Omit<SessionView, 'kind' | 'scopes'> & { token: string }>(
      `select s.token, ${VIEW} from sessions s join accounts a on a.id = s.account
       where s.token = any($1) and a.status = 'active' and ${LIVE('$2::timestamptz')}`,
      [[...new Set(hashes)], now],
    );
    const sessions = new Map(
      rows.map(({ token, ...row }): [string, SessionView] => [token, { kind: 'session', scopes: 'all', ...row }]),
    );
    return hashes.map((hash) => sessions.get(hash) ?? null);
  }

  /** Gives a session a new token, because it may more than before; the old one is worth nothing. */
  async rotate(tx: Tx, session: SessionView, secondFactor: SecondFactorState): Promise<OpenedSession | null> {
    const token = newSecret();
    const [row] = await tx.query<{ expiresAt: string }>(
      `update sessions set token = $2, second_factor = $3, seen_at = $4 where id = $1 and ended_at is null
       returning expires_at as "expiresAt"`,
      [session.id, hashOf(token), secondFactor, this.parts.now()],
    );
    return row === undefined ? null : { session: { ...session, secondFactor }, token, expiresAt: row.expiresAt };
  }

  /** Ends the session of a token, if there is one. */
  async end(tx: Tx, token: string): Promise<void> {
    const sql = 'update sessions set ended_at = $2 where token = $1 and ended_at is null';
    await tx.query(sql, [hashOf(token), this.parts.now()]);
  }

  /** Ends one session of an account. Answers whether there was one. */
  async endOne(tx: Tx, account: string, id: string): Promise<boolean> {
    const rows = await tx.query(
      'update sessions set ended_at = $3 where id = $2 and account = $1 and ended_at is null returning id',
      [account, id, this.parts.now()],
    );
    return rows.length > 0;
  }

  /** Ends all sessions of an account but the one named. Answers how many. */
  async endAll(tx: Tx, account: string, except?: string): Promise<number> {
    const rows = await tx.query(
      `update sessions set ended_at = $3 where account = $1 and ended_at is null and ($2::text is null or id <> $2)
       returning id`,
      [account, except ?? null, this.parts.now()],
    );
    return rows.length;
  }

  /** Living sessions of an account, last used first. */
  async list(tx: Tx, account: string): Promise<SessionRow[]> {
    return tx.query<SessionRow>(
      `select s.id, s.way, s.address, s.agent, s.created_at as "createdAt", s.seen_at as "seenAt", s.expires_at as "expiresAt"
       from sessions s where s.account = $1 and ${LIVE('$2::timestamptz')} order by s.seen_at desc, s.id`,
      [account, this.parts.now()],
    );
  }

  /** Removes sessions that ended long ago. */
  async prune(tx: Tx, days: number): Promise<void> {
    await tx.query(
      `delete from sessions where least(coalesce(ended_at, expires_at), expires_at) < $1::timestamptz - make_interval(days => $2::int)`,
      [this.parts.now(), days],
    );
  }
}
