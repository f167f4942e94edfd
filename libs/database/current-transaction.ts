import { AsyncLocalStorage } from 'node:async_hooks';
import { OutsideTransactionError } from './database.errors.js';

/** Marks the asynchronous call tree of one transaction; `open` turns false when it ends, for calls that outlive it. */
interface TransactionScope {
  open: boolean;
}

/** Knows whether the running code is inside a transaction of one database. */
export class CurrentTransaction {
  readonly #storage = new AsyncLocalStorage<TransactionScope>();

  #open = 0;

  /** How many transactions are open now. */
  get open(): number {
    return this.#open;
  }

  /** Runs the work as the inside of a transaction. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const scope: TransactionScope = { open: true };
    this.#open += 1;
    try {
      return await this.#storage.run(scope, work);
    } finally {
      scope.open = false;
      this.#open -= 1;
    }
  }

  /** @throws OutsideTransactionError when a transaction is open around the caller. */
  refuseInside(what: string): void {
    if (this.#storage.getStore()?.open === true) throw new OutsideTransactionError(what);
  }
}
