import type { TransactionSettings } from 'kysely';
import type { TransactionOptions } from './database.js';

/** `begin`, or `set transaction` in a transaction already begun, with what differs from PostgreSQL's defaults. */
export function transactionModes(options: TransactionOptions): string {
  const isolation = options.isolation === undefined ? '' : ` isolation level ${options.isolation}`;
  return `${isolation}${options.readOnly === true ? ' read only' : ''}`;
}

/** Kysely's words for the same, as MikroORM passes them. */
export function kyselyModes(settings: TransactionSettings): string {
  const isolation = settings.isolationLevel === undefined ? '' : ` isolation level ${settings.isolationLevel}`;
  return `${isolation}${settings.accessMode === undefined ? '' : ` ${settings.accessMode}`}`;
}
