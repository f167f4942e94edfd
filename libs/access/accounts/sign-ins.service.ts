import { randomUUID } from 'node:crypto';

import type { Database, Tx } from '#libs/database';
import type { Vault } from '#libs/vault';

import type { Origin, SignInOutcome, SignInWay } from './accounts.vocabulary.js';

/** Longest name of a browser that is kept. */
const AGENT_LENGTH = 200;
const LOGIN_PURPOSE = 'access.login';

/** One attempt to get in. */
export interface Attempt {
  account: string | null;
  /** The name that was typed, when no account has it. */
  unknownLogin?: string;
  way: SignInWay;
  outcome: SignInOutcome;
  origin: Origin;
}

/** A row of the journal, as its readers see it. */
export interface SignInRow {
  id: string;
  at: string;
  account: string | null;
  person: string | null;
  way: SignInWay;
  outcome: SignInOutcome;
  address: string;
  agent: string;
}

/** Which rows, newest first, from a place on. */
export interface SignInQuestion {
  account?: string;
  person?: string;
  outcome?: SignInOutcome;
  before?: { at: string; id: string };
  limit: number;
}

/** The sign-in journal: every attempt, added and never changed, forgotten after its time. */
export class SignIns {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #now: () => string;

  constructor(options: { database: Database; vault: Vault; now: () => string }) {
    this.#database = options.database;
    this.#vault = options.vault;
    this.#now = options.now;
  }

  /** Notes an attempt that changes nothing else, such as a refused one. */
  async note(attempt: Attempt): Promise<void> {
    const { sql, params } = this.#insertion(attempt);
    await this.#database.query(sql, params);
  }

  /** Notes an attempt together with what it changes. */
  async noteIn(tx: Tx, attempt: Attempt): Promise<void> {
    const { sql, params } = this.#insertion(attempt);
    await tx.query(sql, params);
  }

  #insertion({ account, unknownLogin, way, outcome, origin }: Attempt): { sql: string; params: unknown[] } {
    const hash = unknownLogin === undefined ? null : this.#vault.blindIndex(unknownLogin, LOGIN_PURPOSE);
    return {
      sql: `insert into sign_ins (id, at, account, login_hash, way, outcome, address, agent)
            values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      params: [randomUUID(), this.#now(), account, hash, way, outcome, origin.address, shortAgent(origin.agent)],
    };
  }

  /** A page of the journal, one row more than asked for when there is a next page. */
  async list(tx: Tx, { account, person, outcome, before, limit }: SignInQuestion): Promise<SignInRow[]> {
    return tx.query<SignInRow>(
      `select s.id, s.at, s.account, a.person, s.way, s.outcome, s.address, s.agent
       from sign_ins s left join accounts a on a.id = s.account
       where ($1::text is null or s.account = $1)
         and ($5::text is null or a.person = $5) and ($6::text is null or s.outcome = $6)
         and ($2::timestamptz is null or (s.at, s.id) < ($2::timestamptz, $3::text))
       order by s.at desc, s.id desc limit $4`,
      [account ?? null, before?.at ?? null, before?.id ?? null, limit + 1, person ?? null, outcome ?? null],
    );
  }

  /** Forgets what is older than so many days. */
  async prune(days: number): Promise<void> {
    await this.#database.query(`delete from sign_ins where at < $1::timestamptz - make_interval(days => $2::int)`, [
      this.#now(),
      days,
    ]);
  }
}

/** What a browser calls itself, without control characters and not longer than is of use. */
export function shortAgent(agent: string): string {
  return agent.replaceAll(/[\p{C}]/gu, '').slice(0, AGENT_LENGTH);
}
