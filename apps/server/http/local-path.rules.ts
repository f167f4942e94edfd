/**
 * An address of this site to go to afterwards; `null` for everything else: a link to our sign-in page must not lead people to
 * somebody else's. Browsers read `\` like `/` and drop tabs and line breaks.
 */
export function localPath(asked: unknown): string | null {
  if (typeof asked !== 'string' || asked.length > 500) return null;
  return /^\/(?![/\\])[^\\\s\p{C}]*$/u.test(asked) ? asked : null;
}
