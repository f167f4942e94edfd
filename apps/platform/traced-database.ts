import type { Database, TransactionOptions, Tx } from '#libs/database';

import { inSpan } from './telemetry.js';

/** The same database, whose transactions show in traces: how long the work took, and how long the commit. */
export function tracedDatabase(database: Database): Database {
  const transaction: Database['transaction'] = <T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}) =>
    inSpan('transaction', { 'minyi.read_only': options.readOnly === true }, (span) =>
      database.transaction(async (tx) => {
        const result = await work(tx);
        span.addEvent('commit');
        return result;
      }, options),
    );
  return new Proxy(database, {
    get: (target, key) => {
      if (key === 'transaction') return transaction;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
