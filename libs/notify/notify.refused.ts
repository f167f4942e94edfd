import type { ErrorCode, RefusalBody } from '#libs/contract';

/** An expected "no" of this room; undoes the transaction it is thrown in. */
export class NotifyRefused extends Error {
  override readonly name = 'NotifyRefused';
  readonly refusal: RefusalBody;

  constructor(code: ErrorCode, params: Record<string, string | number> = {}) {
    super(code);
    this.refusal = { code, params };
  }
}

export function refuse(code: ErrorCode, params: Record<string, string | number> = {}): never {
  throw new NotifyRefused(code, params);
}
