/**
 * Names of the cookie with the session's token: on https with the prefix that no other site of the same domain can set, and that
 * the browser keeps to this very host.
 */
export const SESSION_COOKIES = ['__Host-minyi', 'minyi'] as const;

/** The name to be used at a public address. */
export function sessionCookieName(publicUrl: string): (typeof SESSION_COOKIES)[number] {
  return publicUrl.startsWith('https:') ? '__Host-minyi' : 'minyi';
}
