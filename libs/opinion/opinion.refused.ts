import type { ErrorCode, RefusalBody } from '#libs/contract';

/** An expected "no" of this room; undoes the transaction it is thrown in. */
export class OpinionRefused extends Error {
  override readonly name = 'OpinionRefused';
  readonly refusal: RefusalBody;

  constructor(code: ErrorCode, params: Record<string, string | number> = {}) {
    super(code);
    this.refusal = { code, params };
  }
}
