import type { ErrorCode, RefusalBody } from '#libs/contract';

/** An expected "no" of this room; undoes the transaction it is thrown in. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly refusal: RefusalBody;

  constructor(code: ErrorCode, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options);
    this.refusal = { code, params };
  }
}
