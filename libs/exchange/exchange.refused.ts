import type { ErrorCode, RefusalBody } from '#libs/contract';

/** An expected "no" of this room, with its code of the catalogue. */
export class ExchangeRefused extends Error {
  override readonly name = 'ExchangeRefused';

  constructor(
    readonly refusal: RefusalBody,
    options?: ErrorOptions,
  ) {
    super(refusal.code, options);
  }
}

export function refuse(code: ErrorCode, details: Omit<RefusalBody, 'code'> = {}, options?: ErrorOptions): never {
  throw new ExchangeRefused({ code, ...details }, options);
}
