import { Inject, Injectable } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { isCrossSite, isStaffRole, sessionCookieName, type SessionView, type TokenView } from '#libs/access';
import { Batcher, type Tx } from '#libs/database';
import type { Actor } from '#libs/engine';

import type { HttpRequest } from './http.types.js';
import { refuse } from './request-refused.js';

/** Who acts; `null` is a visitor who has not signed in. */
export type Caller = Extract<Actor, { kind: 'person' }> | null;

/** How somebody came in, and what for. */
export type Identity = (SessionView | TokenView) & {
  /** Whoever has become staff since the session or token began signs in anew: as staff, with a second factor. */
  isOutgrown: boolean;
};

/** Look-ups that may share one query. */
const MOST_TOGETHER = 200;
const LANES = 2;

const BEARER = /^Bearer ([\x21-\x7e]{1,200})$/i;

/** Finds out who sends a request: by the session in a cookie, or by a token. Nothing else is believed. */
@Injectable()
export class Callers {
  // thousands of voters come at the same time: whoever comes while the database is busy is looked up together
  readonly #sessions = new Batcher<string, { identity: Identity | null }>({
    most: MOST_TOGETHER,
    lanes: LANES,
    carryOut: (tokens) => this.lookUp(tokens),
  });

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
    return (await this.#sessions.add(session)).identity;
  }

  /** Sessions of these tokens, each as it is at this moment: nothing is remembered between requests. */
  private async lookUp(tokens: readonly string[]): Promise<{ identity: Identity | null }[]> {
    const { database, accounts } = this.platform;
    const sessions = await accounts.resolveSessions(database, tokens);
    const found = sessions.filter((session) => session !== null);
    const known = new Map((await this.withRoles(database, found)).map((identity) => [identity.id, identity]));
    return sessions.map((session) => ({ identity: session === null ? null : (known.get(session.id) ?? null) }));
  }

  private async withRoles(tx: Pick<Tx, 'query'>, views: readonly (SessionView | TokenView)[]): Promise<Identity[]> {
    const { registry, localDateOf, now } = this.platform;
    const persons = [...new Set(views.filter(({ staff }) => !staff).map(({ person }) => person))];
    const roles =
      persons.length === 0 ? new Map<string, string[]>() : await registry.rolesHeld(tx, persons, localDateOf(now()));
    return views.map((view) => ({
      ...view,
      isOutgrown: !view.staff && (roles.get(view.person) ?? []).some(isStaffRole),
    }));
  }

  /** The session token a request carries, whether it is still good or not. */
  sessionOf({ cookies }: HttpRequest): string | null {
    return cookies[sessionCookieName(this.platform.config.http.publicUrl)] ?? null;
  }

  private async byToken(token: string | undefined): Promise<Identity> {
    if (token === undefined) refuse('access.unauthenticated');
    const { database, accounts } = this.platform;
    const view = (await accounts.resolveToken(database, token)) ?? refuse('access.unauthenticated');
    const [identity] = await this.withRoles(database, [view]);
    return identity ?? refuse('access.unauthenticated');
  }
}
