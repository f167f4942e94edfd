import { sessionCookieName, type OpenedSession } from '#libs/access';

import type { HttpReply, HttpRequest } from './http.types.js';

/** Remembers that somebody signed in from this browser, so that strangers' attempts are not counted against it. */
const DEVICE_COOKIE = 'minyi_device';
const YEAR_SECONDS = 31_536_000;

/** Where the cookies are for. */
interface Site {
  /** As residents see it. */
  publicUrl: string;
}

function cookieRules({ publicUrl }: Site) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') } as const;
}

/** Gives the browser the token of a session; JavaScript never sees it, other sites never send it. */
export function setSessionCookie(reply: HttpReply, { token, expiresAt }: OpenedSession, site: Site): void {
  const expires = new Date(expiresAt);
  void reply.setCookie(sessionCookieName(site.publicUrl), token, { ...cookieRules(site), expires });
  void reply.header('cache-control', 'no-store');
}

/** Takes the session from the browser, as far as a server can. */
export function clearSessionCookie(reply: HttpReply, site: Site): void {
  void reply.clearCookie(sessionCookieName(site.publicUrl), cookieRules(site));
  void reply.header('cache-control', 'no-store');
}

/** Gives the browser its proof; see `Accounts.knownDevice`. */
export function setDeviceCookie(reply: HttpReply, proof: string, site: Site): void {
  void reply.setCookie(DEVICE_COOKIE, proof, { ...cookieRules(site), maxAge: YEAR_SECONDS });
}

/** The proof a browser brings along. */
export function deviceOf({ cookies }: HttpRequest): string | undefined {
  return cookies[DEVICE_COOKIE];
}

/** What a browser carries to the sign-on service and back, sealed. */
const JOURNEY_COOKIE = 'minyi_journey';
const JOURNEY_PATH = '/api/v1/single-sign-on';
const JOURNEY_SECONDS = 600;

export function setJourneyCookie(reply: HttpReply, journey: string, site: Site): void {
  const rules = { ...cookieRules(site), path: JOURNEY_PATH, maxAge: JOURNEY_SECONDS };
  void reply.setCookie(JOURNEY_COOKIE, journey, rules).header('cache-control', 'no-store');
}

export function clearJourneyCookie(reply: HttpReply, site: Site): void {
  void reply.clearCookie(JOURNEY_COOKIE, { ...cookieRules(site), path: JOURNEY_PATH });
}

export function journeyOf({ cookies }: HttpRequest): string | undefined {
  return cookies[JOURNEY_COOKIE];
}
