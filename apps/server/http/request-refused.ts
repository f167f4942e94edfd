import type { ErrorCode, RefusalBody } from '#libs/contract';

/** An expected "no" on its way to the client. Thrown by whatever reads a request; answered as problem+json. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    readonly refusal: RefusalBody,
    options?: ErrorOptions,
  ) {
    super(refusal.code, options);
  }
}

/** Refuses with a code of the catalogue and, for malformed input, what is wrong where. */
export function refuse(code: ErrorCode, details: Omit<RefusalBody, 'code'> = {}): never {
  throw new RequestRefused({ code, ...details });
}
