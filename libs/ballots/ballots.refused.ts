import type { ErrorCode, RefusalBody } from '#libs/contract';

/** An expected "no" of this room; undoes the transaction it is thrown in. */
export class BallotRefused extends Error {
  override readonly name = 'BallotRefused';
  readonly refusal: RefusalBody;

  constructor(code: ErrorCode, params: Record<string, string | number> = {}) {
    super(code);
    this.refusal = { code, params };
  }
}
