import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { OpenedSession, SessionView } from '#libs/access';

import { sessionEndpoints } from '../api/session.endpoints.js';
import { Callers } from '../http/caller.service.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { originOf, sessionIn } from '../http/origin.js';
import { Route } from '../http/route.decorator.js';
import { clearSessionCookie, deviceOf, setDeviceCookie, setSessionCookie } from '../http/session-cookie.js';

/** Signing in and out. */
@Controller()
export class SessionController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Route(sessionEndpoints.signIn)
  async signIn(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { body } = await this.gate.visit(sessionEndpoints.signIn, request);
    const { accounts, config } = this.platform;
    const opened = await accounts.signIn({
      ...body,
      ...originOf(request),
      previous: this.callers.sessionOf(request) ?? undefined,
      device: deviceOf(request),
    });
    setSessionCookie(reply, opened, config.http);
    setDeviceCookie(reply, accounts.knownDevice(opened.session.account), config.http);
    return this.present(opened.session, opened.expiresAt);
  }

  @Route(sessionEndpoints.readSession)
  async read(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { identity } = await this.gate.visit(sessionEndpoints.readSession, request);
    void reply.header('cache-control', 'no-store');
    return this.present(identity?.kind === 'session' ? identity : null);
  }

  @Route(sessionEndpoints.signOut)
  async signOut(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { identity } = await this.gate.visit(sessionEndpoints.signOut, request);
    const { accounts, config, database } = this.platform;
    const token = this.callers.sessionOf(request);
    if (identity !== null && token !== null) await database.transaction((tx) => accounts.signOut(tx, token));
    clearSessionCookie(reply, config.http);
    return { ended: identity === null ? 0 : 1 };
  }

  @Route(sessionEndpoints.passSecondFactor)
  async passSecondFactor(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { body, identity } = await this.gate.enter(sessionEndpoints.passSecondFactor, request);
    const { accounts, config } = this.platform;
    const asking = { session: sessionIn(identity), origin: originOf(request) };
    const opened: OpenedSession = await accounts.secondFactor.pass(asking, body.code);
    setSessionCookie(reply, opened, config.http);
    return this.present(opened.session, opened.expiresAt);
  }

  private async present(session: SessionView | null, expiresAt: string | null = null) {
    const { registry, database, config } = this.platform;
    const singleSignOn = config.accounts.singleSignOn?.label ?? null;
    if (session === null)
      return { person: null, name: null, staff: false, secondFactor: null, expiresAt, singleSignOn };
    const { person, staff, secondFactor } = session;
    const known = await database.transaction((tx) => registry.person(tx, person), { readOnly: true });
    return { person, name: known?.name ?? null, staff, secondFactor, expiresAt, singleSignOn };
  }
}
