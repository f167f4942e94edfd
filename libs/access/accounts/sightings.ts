import type { Database } from '#libs/database';

/** How often "last seen" is written, in milliseconds. */
const EVERY_MS = 60_000;

/**
 * When sessions and tokens were last used. Noted in memory and written together once a minute, so that a request costs no write;
 * a process that is killed forgets the last minute.
 */
export class Sightings {
  readonly #database: Database;
  readonly #onError: (error: unknown) => void;
  #sessions = new Map<string, string>();
  #tokens = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: { database: Database; onError: (error: unknown) => void }) {
    this.#database = options.database;
    this.#onError = options.onError;
  }

  session(id: string, at: string): void {
    this.#sessions.set(id, at);
    this.#writeSoon();
  }

  token(id: string, at: string): void {
    this.#tokens.set(id, at);
    this.#writeSoon();
  }

  #writeSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.write().catch(this.#onError);
    }, EVERY_MS).unref();
  }

  /** Writes what was noted. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const [sessions, tokens] = [this.#sessions, this.#tokens];
    this.#sessions = new Map();
    this.#tokens = new Map();
    await this.#update('sessions', 'seen_at', sessions);
    await this.#update('api_tokens', 'used_at', tokens);
  }

  async #update(table: string, column: string, seen: ReadonlyMap<string, string>): Promise<void> {
    if (seen.size === 0) return;
    await this.#database.query(
      `update ${table} t set ${column} = greatest(t.${column}, s.at)
       from unnest($1::text[], $2::timestamptz[]) as s(id, at) where t.id = s.id`,
      [[...seen.keys()], [...seen.values()]],
    );
  }

  /** Writes what was noted and stops. */
  async close(): Promise<void> {
    await this.write();
    clearTimeout(this.#timer);
  }
}
