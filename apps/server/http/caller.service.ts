import { Inject, Injectable } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { isCrossSite, sessionCookieName, type SessionView, type TokenView } from '#libs/access';
import type { Actor } from '#libs/engine';

import type { HttpRequest } from './http.types.js';
import { refuse } from './request-refused.js';

/** Who acts; `null` is a visitor who has not signed in. */
export type Caller = Extract<Actor, { kind: 'person' }> | null;

/** How somebody came in, and what for. */
export type Identity = SessionView | TokenView;

const BEARER = /^Bearer ([\x21-\x7e]{1,200})$/i;

/** Finds out who sends a request: by the session in a cookie, or by a token. Nothing else is believed. */
@Injectable()
export class Callers {
  constructor(@Inject(Platform) private readonly platform: Platform) {}

  /**
   * `null`: nobody, or a session that has ended.
   * @throws RequestRefused `access.unauthenticated` for a token that is not good; `access.cross_site` when a page of another site
   * uses somebody's session.
   */
  async identify(request: HttpRequest): Promise<Identity | null> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.byToken(BEARER.exec(authorization)?.[1]);
    const session = this.sessionOf(request);
    if (session === null) return null;
    const { method, headers, host } = request;
    if (isCrossSite({ method, headers, host })) refuse('access.cross_site');
    const { database, accounts } = this.platform;
    return accounts.resolveSession(database, session);
  }

  /** The session token a request carries, whether it is still good or not. */
  sessionOf({ cookies }: HttpRequest): string | null {
    return cookies[sessionCookieName(this.platform.config.http.publicUrl)] ?? null;
  }

  private async byToken(token: string | undefined): Promise<TokenView> {
    if (token === undefined) refuse('access.unauthenticated');
    const { database, accounts } = this.platform;
    return (await accounts.resolveToken(database, token)) ?? refuse('access.unauthenticated');
  }
}
