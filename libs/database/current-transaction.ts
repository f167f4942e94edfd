import { AsyncLocalStorage } from 'node:async_hooks';
import { OutsideTransactionError } from './database.errors.js';

/** Marks the asynchronous call tree of one transaction; `open` turns false when it ends, for calls that outlive it. */
export interface TransactionScope {
  open: boolean;
}

/** Knows whether the running code is inside a transaction of one database. */
export class CurrentTransaction {
  readonly #storage = new AsyncLocalStorage<TransactionScope>();

  run<T>(scope: TransactionScope, work: () => Promise<T>): Promise<T> {
    return this.#storage.run(scope, work);
  }

  /** @throws OutsideTransactionError when a transaction is open around the caller. */
  refuseInside(what: string): void {
    if (this.#storage.getStore()?.open === true) throw new OutsideTransactionError(what);
  }
}
