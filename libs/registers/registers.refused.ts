import type { ErrorCode, RefusalBody } from '#libs/contract';

/** An expected "no" of this room; undoes the transaction it is thrown in. */
export class RegistersRefused extends Error {
  override readonly name = 'RegistersRefused';
  readonly refusal: RefusalBody;

  constructor(code: ErrorCode, details: Omit<RefusalBody, 'code'> = {}) {
    super(code);
    this.refusal = { code, ...details };
  }
}
