import type { ErrorCode } from '#libs/contract';

/** An expected "no" of the account. */
export class LedgerRefused extends Error {
  override readonly name = 'LedgerRefused';

  constructor(readonly code: Extract<ErrorCode, `ledger.${string}` | 'idempotency.key_reused'>) {
    super(code);
  }
}
