import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { CAPABILITY_NAMES, isStaff, reachOf, type SignInRow, type Standing, type TokenScope } from '#libs/access';

import { accountEndpoints } from '../api/account.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { originOf, sessionIn } from '../http/origin.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { setSessionCookie } from '../http/session-cookie.js';
import { decodeTimeCursor, timePage } from '../http/time-cursor.rules.js';

const PAGE = 50;

/** Looking after one's own account. */
@Controller()
export class AccountsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(accountEndpoints.readAccount)
  async read(@Req() request: HttpRequest) {
    const { identity } = await this.gate.enter(accountEndpoints.readAccount, request);
    const { accounts, database } = this.platform;
    return database.transaction(async (tx) => accounts.directory.own(tx, identity.account), { readOnly: true });
  }

  @Route(accountEndpoints.changePassword)
  async changePassword(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { identity, body } = await this.gate.enter(accountEndpoints.changePassword, request);
    const { accounts, config } = this.platform;
    const { opened, ended } = await accounts.logins.changePassword(sessionIn(identity), body);
    setSessionCookie(reply, opened, config.http);
    return { ended };
  }

  @Route(accountEndpoints.beginSecondFactor)
  async beginSecondFactor(@Req() request: HttpRequest) {
    const { identity, body } = await this.gate.enter(accountEndpoints.beginSecondFactor, request);
    const { accounts } = this.platform;
    if (identity.secondFactor === 'due') refuse('access.second_factor_due');
    if (identity.secondFactor === 'passed') await accounts.logins.confirm(identity.account, body.password ?? '');
    return accounts.secondFactor.begin(identity.account);
  }

  @Route(accountEndpoints.confirmSecondFactor)
  async confirmSecondFactor(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { identity, body } = await this.gate.enter(accountEndpoints.confirmSecondFactor, request);
    const { accounts, config } = this.platform;
    if (identity.secondFactor === 'due') refuse('access.second_factor_due');
    const asking = { session: sessionIn(identity), origin: originOf(request) };
    const { opened, recoveryCodes } = await accounts.secondFactor.confirm(asking, body.code);
    setSessionCookie(reply, opened, config.http);
    return { recoveryCodes };
  }

  @Route(accountEndpoints.renewRecoveryCodes)
  async renewRecoveryCodes(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { identity, body } = await this.gate.enter(accountEndpoints.renewRecoveryCodes, request);
    const asking = { session: sessionIn(identity), origin: originOf(request) };
    void reply.header('cache-control', 'no-store');
    return { recoveryCodes: await this.platform.accounts.secondFactor.renewCodes(asking, body.code) };
  }

  @Route(accountEndpoints.listSessions)
  async listSessions(@Req() request: HttpRequest) {
    const { identity } = await this.gate.enter(accountEndpoints.listSessions, request);
    const { accounts, database } = this.platform;
    const rows = await database.transaction((tx) => accounts.sessions.list(tx, identity.account), { readOnly: true });
    return { rows: rows.map((row) => ({ ...row, isThis: row.id === identity.id })) };
  }

  @Route(accountEndpoints.endSession)
  async endSession(@Req() request: HttpRequest) {
    const { identity, params } = await this.gate.enter(accountEndpoints.endSession, request);
    const { accounts, database } = this.platform;
    const ended = await database.transaction((tx) => accounts.sessions.endOne(tx, identity.account, params.id));
    if (!ended) refuse('resource.unknown');
    return { ended: 1 };
  }

  @Route(accountEndpoints.endOtherSessions)
  async endOtherSessions(@Req() request: HttpRequest) {
    const { identity } = await this.gate.enter(accountEndpoints.endOtherSessions, request);
    const { accounts, database } = this.platform;
    return { ended: await database.transaction((tx) => accounts.sessions.endAll(tx, identity.account, identity.id)) };
  }

  @Route(accountEndpoints.listMySignIns)
  async listMySignIns(@Req() request: HttpRequest) {
    const { identity, query } = await this.gate.enter(accountEndpoints.listMySignIns, request);
    const { accounts, database } = this.platform;
    const { limit = PAGE, cursor } = query;
    const question = {
      account: identity.account,
      limit,
      ...(cursor === undefined ? {} : { before: decodeTimeCursor(cursor) }),
    };
    const rows = await database.transaction((tx) => accounts.signIns.list(tx, question), { readOnly: true });
    const page = timePage(rows, limit);
    return { rows: page.rows.map(presentSignIn), next: page.next };
  }

  @Route(accountEndpoints.listTokens)
  async listTokens(@Req() request: HttpRequest) {
    const { identity } = await this.gate.enter(accountEndpoints.listTokens, request);
    const { accounts, database } = this.platform;
    return { rows: await database.transaction((tx) => accounts.tokens.list(tx, identity.account), { readOnly: true }) };
  }

  @Route(accountEndpoints.createToken)
  async createToken(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { identity, body } = await this.gate.enter(accountEndpoints.createToken, request);
    const { access, accounts, database } = this.platform;
    const { password, ...asked } = body;
    await accounts.logins.confirm(identity.account, password ?? '');
    const { token, row } = await database.transaction(async (tx) => {
      const standing = await access.standing(tx, identity.person);
      if (!asked.scopes.every((scope) => holds(standing, scope))) refuse('access.denied');
      // only a session of staff has shown the second factor that is asked of staff
      const staff = identity.staff && isStaff(standing.grants);
      return accounts.tokens.create(tx, identity.account, { ...asked, staff });
    });
    void reply.status(201).header('cache-control', 'no-store');
    return { ...row, token };
  }

  @Route(accountEndpoints.revokeToken)
  async revokeToken(@Req() request: HttpRequest) {
    const { identity, params } = await this.gate.enter(accountEndpoints.revokeToken, request);
    const { accounts, database } = this.platform;
    const revoked = await database.transaction((tx) => accounts.tokens.revoke(tx, identity.account, params.id));
    if (!revoked) refuse('resource.unknown');
    return {};
  }
}

/** Whether somebody may have a scope now; cases are everybody's, each as far as they see them. */
function holds(standing: Standing, scope: TokenScope): boolean {
  const capability = CAPABILITY_NAMES.find((name) => name === scope);
  return capability === undefined || reachOf(standing, capability).length > 0;
}

function presentSignIn({ id, at, way, outcome, address, agent }: SignInRow) {
  return { id, at, way, outcome, address, agent };
}
