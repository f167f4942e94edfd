/** Where somebody goes after coming in: where they wanted to go, on this site only; staff who wanted nothing go to their desk. */
export function afterwards(next: string | null, isStaff: boolean): string {
  const wanted = next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
  return wanted === '/' && isStaff ? '/desk' : wanted;
}

/** The code of a slip from the address: behind the `#`, which no server is sent, or in the path. */
export function codeIn(hash: string, path: string | undefined): string {
  const behind = hash.startsWith('#') ? hash.slice(1) : '';
  try {
    return decodeURIComponent(behind === '' ? (path ?? '') : behind);
  } catch {
    return behind;
  }
}

/** A secret in groups of four, to be typed. */
export function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}

export const LEAST_PASSWORD = 10;
