import type { MikroORM } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { OrmResult } from './orm-dialect.js';
import { joinTransaction } from './orm-dialect.js';
import { encodeParameters } from './columns.js';
import type { CurrentTransaction } from './current-transaction.js';
import type { Database, Tx, TransactionOptions } from './database.js';
import { isRetryable, toQueryError, TransactionAbortedError, TransactionClosedError } from './database.errors.js';

/** What the two drivers do differently; everything else about a transaction is in this file. */
export interface Session {
  /** Rows with columns parsed as {@link Tx.query} promises; parameters are text. */
  rows(sql: string, params: (string | null)[]): Promise<unknown[]>;
  /** Rows as MikroORM's own driver would deliver them. */
  ormRows(sql: string, params: readonly unknown[]): Promise<OrmResult>;
  /** Whether PostgreSQL has given the transaction up because a statement failed. */
  isAborted(): Promise<boolean>;
}

/** Opens one transaction around `work`; commits when it returns. `Session` is valid only while it runs. */
export type OpenTransaction = <T>(work: (session: Session) => Promise<T>, options: TransactionOptions) => Promise<T>;

/** A {@link Tx} over one session. */
export class OpenTx implements Tx {
  #em: SqlEntityManager | undefined;
  #isOpen = true;
  #hasFailed = false;

  constructor(
    private readonly session: Session,
    private readonly orm: MikroORM,
  ) {}

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    if (!this.#isOpen) throw new TransactionClosedError();
    const encoded = encodeParameters(params);
    try {
      return (await this.session.rows(sql, encoded)) as Row[];
    } catch (cause) {
      this.#hasFailed = true;
      throw toQueryError(cause, sql);
    }
  }

  get em(): SqlEntityManager {
    if (!this.#isOpen) throw new TransactionClosedError();
    this.#em ??= joinTransaction(this.orm, (sql, params) => this.#queryForOrm(sql, params));
    return this.#em;
  }

  async #queryForOrm(sql: string, params: readonly unknown[]): Promise<OrmResult> {
    if (!this.#isOpen) throw new TransactionClosedError();
    try {
      return await this.session.ormRows(sql, params);
    } catch (cause) {
      this.#hasFailed = true;
      throw cause;
    }
  }

  /** Flushes the EntityManager, if one was used, and makes sure that a commit will commit. */
  async finish(): Promise<void> {
    await this.#em?.flush();
    // COMMIT of an aborted transaction rolls back and reports success
    if (this.#hasFailed && (await this.session.isAborted())) throw new TransactionAbortedError();
  }

  close(): void {
    this.#isOpen = false;
  }
}

/** Builds `Database.transaction` from a driver's way to open one. */
export function transactionRunner(
  open: OpenTransaction,
  around: { readonly orm: MikroORM; readonly current: CurrentTransaction },
): Database['transaction'] {
  async function once<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
    return open(async (session) => {
      const tx = new OpenTx(session, around.orm);
      try {
        const result = await around.current.run(() => work(tx));
        await tx.finish();
        return result;
      } finally {
        tx.close();
      }
    }, options);
  }
  return async (work, options = {}) => {
    around.current.refuseInside('Database.transaction');
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await once(work, options);
      } catch (error) {
        if (attempt >= (options.retries ?? 0) || !isRetryable(error)) throw error;
        await pause(attempt);
      }
    }
  };
}

/** 5, 10, 20 … ms with jitter, so that two losers do not meet again. */
async function pause(attempt: number): Promise<void> {
  const milliseconds = 5 * 2 ** attempt * (0.5 + Math.random());
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
