import type { Database } from '#libs/database';

import { AccountRefused } from './account-refused.js';
import { hashOf } from './secret.rules.js';

/** How many attempts are let through, and what happens then. All times in seconds. */
export interface AttemptLimit {
  /** What is counted, part of the key. */
  name: string;
  attempts: number;
  /** After this time everything is forgotten, counted from the first attempt. */
  window: number;
  /** The first wait; each further one in the same window is twice as long, up to `longestWait`. */
  firstWait: number;
  longestWait: number;
}

/** A limit together with whom it counts. */
export interface Counted {
  limit: AttemptLimit;
  /** Account, address, browser; kept as a hash. */
  key: string;
}

interface CountRow {
  count: number;
  blockedUntil: string | null;
}

/** `v`: values of this attempt, `t`: the row as it is. A row whose window is over counts as new; a blocked one stays as it is. */
const TAKE = `
  insert into attempt_counts as t (key, count, strikes, blocked_until, expires_at)
  values ($1, 1, 0, null, $2::timestamptz + make_interval(secs => $4::float8))
  on conflict (key) do update set
    count = case when t.expires_at <= $2 then 1 when t.blocked_until > $2 then t.count + 1
                 when t.blocked_until <= $2 then 1 else t.count + 1 end,
    strikes = case when t.expires_at <= $2 then 0
                   when t.blocked_until is null and t.count >= $3::int then t.strikes + 1 else t.strikes end,
    blocked_until = case when t.expires_at <= $2 then null when t.blocked_until > $2 then t.blocked_until
                         when t.blocked_until is null and t.count >= $3::int
                         then $2::timestamptz + make_interval(secs => least($6::float8, $5::float8 * power(2::float8, least(t.strikes, 20)::float8)))
                         else null end,
    expires_at = case when t.expires_at <= $2 then $2::timestamptz + make_interval(secs => $4::float8)
                      when t.blocked_until is null and t.count >= $3::int
                      then greatest(t.expires_at, $2::timestamptz + make_interval(secs => 2 * $6::float8)) else t.expires_at end
  returning count, blocked_until as "blockedUntil"`;

/**
 * Counts attempts before they are made, so that a hundred at once are counted like a hundred in a row. In the database of the
 * installation, like everything else: the same for one process and for many, and not forgotten by a restart.
 */
export class Attempts {
  readonly #database: Database;
  readonly #now: () => string;

  constructor(options: { database: Database; now: () => string }) {
    this.#database = options.database;
    this.#now = options.now;
  }

  /**
   * Counts one attempt against each limit.
   * @throws AccountRefused `access.rate_limited` with the seconds to wait.
   */
  async take(counted: readonly Counted[]): Promise<void> {
    for (const one of counted) {
      const wait = await this.#take(one);
      if (wait > 0) throw new AccountRefused('access.rate_limited', { params: { seconds: wait } });
    }
  }

  async #take({ limit, key }: Counted): Promise<number> {
    const { attempts, window, firstWait, longestWait } = limit;
    const now = this.#now();
    const params = [keyOf(limit, key), now, attempts, window, firstWait, longestWait];
    const [row] = await this.#database.query<CountRow>(TAKE, params);
    if (row?.blockedUntil == null || row.blockedUntil <= now) return 0;
    return Math.ceil((Date.parse(row.blockedUntil) - Date.parse(now)) / 1000);
  }

  /** It went well: the count starts anew. */
  async forgive(counted: readonly Counted[]): Promise<void> {
    const keys = counted.map(({ limit, key }) => keyOf(limit, key));
    if (keys.length > 0) await this.#database.query('delete from attempt_counts where key = any($1)', [keys]);
  }

  /** It went well, but others share the count: only this attempt is taken back. */
  async takeBack(counted: readonly Counted[]): Promise<void> {
    const keys = counted.map(({ limit, key }) => keyOf(limit, key));
    const sql = 'update attempt_counts set count = greatest(count - 1, 0) where key = any($1)';
    if (keys.length > 0) await this.#database.query(sql, [keys]);
  }

  /** Forgets counts whose window is over. */
  async prune(): Promise<void> {
    await this.#database.query('delete from attempt_counts where expires_at <= $1', [this.#now()]);
  }
}

function keyOf({ name }: AttemptLimit, key: string): string {
  return hashOf(`${name}\n${key}`);
}
