import type { ErrorCode, RefusalBody } from '#libs/contract';

/** An expected "no" of accounts, with the code and the words of the catalogue. Whatever was written in the transaction is undone. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused';
  readonly refusal: RefusalBody;

  constructor(code: ErrorCode, details: Omit<RefusalBody, 'code'> = {}, options?: ErrorOptions) {
    super(code, options);
    this.refusal = { code, ...details };
  }
}
