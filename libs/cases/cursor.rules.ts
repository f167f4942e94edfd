/** A cursor that was not given out by us, or for another list. Answer `cursor.malformed`. */
export class CursorMalformedError extends Error {
  override readonly name = 'CursorMalformedError';
  readonly code = 'cursor.malformed' as const;
}

const DEFAULT_LIMIT = 50;
const MOST = 200;

/** Rows of a page: 1 to 200, default 50. */
export function limitOf(limit: number | undefined): number {
  return Math.min(MOST, Math.max(1, Math.trunc(limit ?? DEFAULT_LIMIT)));
}

/** Where the next page starts: the sort key of the last row, readable by nobody but us. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The sort key in a cursor. `shape` says how each part must look, so that a forged cursor never reaches the database.
 * @throws CursorMalformedError
 */
export function decodeCursor(cursor: string, shape: readonly RegExp[]): string[] {
  const key = parse(cursor);
  const fits = Array.isArray(key) && key.length === shape.length;
  if (
    !fits ||
    !key.every((part, index): part is string => typeof part === 'string' && shape[index]?.test(part) === true)
  ) {
    throw new CursorMalformedError('the cursor is not one of this list');
  }
  return key;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

export const INSTANT_SHAPE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const INSTANT_OR_NEVER = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z|infinity)$/;
export const ID_SHAPE = /^[^\u0000\ud800-\udfff]{1,255}$/;
export const NUMBER_SHAPE = /^\d{1,9}$/;

/** Cuts one row too many off, which tells whether there is a next page. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => string[],
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
