import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { AccountRefused, type Errand, type SingleSignOn } from '#libs/access';

import { singleSignOnEndpoints } from '../api/single-sign-on.endpoints.js';
import { Callers, type Identity } from '../http/caller.service.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { localPath } from '../http/local-path.rules.js';
import { originOf, sessionIn } from '../http/origin.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { clearJourneyCookie, journeyOf, setJourneyCookie, setSessionCookie } from '../http/session-cookie.js';

/** Single sign-on by OpenID Connect. */
@Controller()
export class SingleSignOnController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Route(singleSignOnEndpoints.beginSingleSignOn)
  async begin(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { body, identity } = await this.gate.visit(singleSignOnEndpoints.beginSingleSignOn, request);
    const { purpose, code, choice, next } = body;
    const errand = errandOf({ purpose, code, choice }, identity);
    const { address } = originOf(request);
    const { url, journey } = await this.service.begin(errand, { next: localPath(next) ?? '/', address });
    setJourneyCookie(reply, journey, this.platform.config.http);
    return { url };
  }

  @Route(singleSignOnEndpoints.finishSingleSignOn)
  async finish(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { identity } = await this.gate.visit(singleSignOnEndpoints.finishSingleSignOn, request);
    const { http } = this.platform.config;
    clearJourneyCookie(reply, http);
    try {
      const { opened, next } = await this.service.finish({
        url: new URL(`${http.publicUrl}${request.url}`),
        journey: journeyOf(request),
        session: identity?.kind === 'session' ? identity : null,
        previous: this.callers.sessionOf(request) ?? undefined,
        origin: originOf(request),
      });
      if (opened !== null) setSessionCookie(reply, opened, http);
      const isWhole = opened === null || opened.session.secondFactor === 'passed';
      await reply.redirect(isWhole ? next : `/sign-in?${new URLSearchParams({ next }).toString()}`, 303);
    } catch (error) {
      if (!(error instanceof AccountRefused)) throw error;
      const { code } = error.refusal;
      this.platform.log.info({ request: request.id, refusal: code, err: error.cause }, 'single sign-on refused');
      await reply.redirect(`/sign-in?${new URLSearchParams({ problem: code }).toString()}`, 303);
    }
  }

  @Route(singleSignOnEndpoints.unlinkIdentity)
  async unlink(@Req() request: HttpRequest) {
    const { identity, body } = await this.gate.enter(singleSignOnEndpoints.unlinkIdentity, request);
    const { service } = this;
    const { database } = this.platform;
    const unlinked = await database.transaction((tx) => service.unlink(tx, identity.account, body.issuer));
    if (!unlinked) refuse('resource.unknown');
    return {};
  }

  private get service(): SingleSignOn {
    return this.platform.accounts.singleSignOn ?? refuse('sso.off');
  }
}

interface Asked {
  purpose: Errand['purpose'];
  code: string | undefined;
  choice: string | undefined;
}

function errandOf({ purpose, code, choice }: Asked, identity: Identity | null): Errand {
  switch (purpose) {
    case 'signIn':
      return { purpose };
    case 'link':
      return { purpose, session: sessionIn(identity ?? refuse('access.unauthenticated')) };
    case 'join': {
      if (code !== undefined && choice !== undefined) return { purpose, code, choice };
      return refuse('input.invalid', { issues: [{ path: 'code', message: 'and choice are needed to join' }] });
    }
  }
}
