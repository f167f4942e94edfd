import type { RefusalBody } from '#libs/contract';

/** Why a file as a whole cannot be read. */
export const FILE_DEFECTS = [
  'file.empty',
  'file.not_a_table',
  'file.old_excel',
  'file.damaged',
  'file.encoding_unknown',
  'file.too_large',
  'file.too_many_rows',
  'file.too_wide',
  'file.cell_too_long',
  'file.column_missing',
  'file.no_header',
] as const;
export type FileDefect = (typeof FILE_DEFECTS)[number];

/** A file that cannot be imported; the code stands in the catalogue of errors with its remedy. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(
    readonly code: FileDefect,
    readonly params: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
  }

  get refusal(): RefusalBody {
    return { code: this.code, params: this.params };
  }
}
