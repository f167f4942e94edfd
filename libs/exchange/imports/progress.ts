import { AsyncLocalStorage } from 'node:async_hooks';

import type { Database } from '#libs/database';

export interface Progress {
  phase: 'check' | 'apply';
  done: number;
  total: number;
}

/** Written at most this often. */
const EVERY_MS = 500;

/**
 * How far the work on imports is. Kept outside the transaction that does the work, so that others see it before the end; on the
 * embedded database, which has one connection, in this process only.
 */
export class ProgressBoard {
  readonly #own = new Map<string, Progress>();

  constructor(
    private readonly database: Database,
    private readonly now: () => string,
  ) {}

  /** A pen for one import. Must be asked for before its transaction is opened. */
  begin(importId: string, phase: Progress['phase'], total: number): (done: number) => void {
    const outside = AsyncLocalStorage.snapshot();
    let last = 0;
    const report = (done: number): void => {
      this.#own.set(importId, { phase, done, total });
      const at = new Date(this.now()).getTime();
      if (this.database.kind === 'pglite' || (at - last < EVERY_MS && done < total)) return;
      last = at;
      // whoever only watches must not stop the work
      void outside(() => this.#write(importId, { phase, done, total }).catch(() => undefined));
    };
    report(0);
    return report;
  }

  async end(importId: string): Promise<void> {
    this.#own.delete(importId);
    await this.database.query('delete from import_progress where "import" = $1', [importId]);
  }

  async of(importId: string): Promise<Progress | null> {
    const own = this.#own.get(importId);
    if (own !== undefined) return own;
    const rows = await this.database.query<Progress>(
      `select phase, done, total from import_progress where "import" = $1 and at > $2::timestamptz - interval '2 minutes'`,
      [importId, this.now()],
    );
    return rows[0] ?? null;
  }

  async #write(importId: string, { phase, done, total }: Progress): Promise<void> {
    await this.database.query(
      `insert into import_progress ("import", phase, done, total, at) values ($1, $2, $3, $4, $5)
       on conflict ("import") do update set phase = $2, done = $3, total = $4, at = $5`,
      [importId, phase, done, total, this.now()],
    );
  }
}
