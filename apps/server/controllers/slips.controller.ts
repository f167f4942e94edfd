import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { reachOf, type IssuedSlip } from '#libs/access';
import type { Tx } from '#libs/database';

import { slipEndpoints } from '../api/slips.endpoints.js';
import { Callers } from '../http/caller.service.js';
import { Gate, type Entered } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { originOf } from '../http/origin.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { setDeviceCookie, setSessionCookie } from '../http/session-cookie.js';
import { decodeTimeCursor, timePage } from '../http/time-cursor.rules.js';
import { slipSheet } from '../pages/slips.page.js';

const PAGE = 50;

/** Invitation slips: issued and printed by the community, handed in by residents. */
@Controller()
export class SlipsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Route(slipEndpoints.issueSlips)
  async issue(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const slips = await this.issued(await this.gate.enter(slipEndpoints.issueSlips, request));
    void reply.status(201).header('cache-control', 'no-store');
    return { slips: slips.map((slip) => ({ ...slip, url: this.urlOf(slip) })) };
  }

  @Route(slipEndpoints.printSlips)
  async print(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const slips = await this.issued(await this.gate.enter(slipEndpoints.printSlips, request));
    const { database, registry, config } = this.platform;
    const buildings = [...new Set(slips.map(({ building }) => building))];
    const names = await database.transaction(
      async (tx) => new Map((await registry.units(tx, buildings)).map(({ id, name }) => [id, name])),
      { readOnly: true },
    );
    const page = await slipSheet({
      address: config.http.publicUrl,
      slips: slips.map((slip) => ({ ...slip, url: this.urlOf(slip), place: names.get(slip.building) ?? '' })),
      dayOf: this.platform.localDateOf,
    });
    await reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  }

  @Route(slipEndpoints.listSlips)
  async list(@Req() request: HttpRequest) {
    const { query } = await this.gate.enter(slipEndpoints.listSlips, request);
    const { accounts, database, registry } = this.platform;
    const { limit = PAGE, cursor, unit } = query;
    const rows = await database.transaction(
      async (tx) => {
        const units = (await registry.subtree(tx, unit)).map(({ id }) => id);
        const before = cursor === undefined ? {} : { before: decodeTimeCursor(cursor) };
        return accounts.slips.list(tx, { units, limit, ...before });
      },
      { readOnly: true },
    );
    return timePage(
      rows.map((row) => ({ ...row, at: row.issuedAt })),
      limit,
    );
  }

  @Route(slipEndpoints.revokeSlip)
  async revoke(@Req() request: HttpRequest) {
    const { caller, params, reach } = await this.gate.enter(slipEndpoints.revokeSlip, request);
    const { accounts, database, registry } = this.platform;
    await database.transaction(async (tx) => {
      const slip = await accounts.slips.read(tx, params.id);
      const lineage = slip === null ? [] : await registry.lineage(tx, slip.unit);
      if (!lineage.some((unit) => reach.includes(unit))) refuse('resource.unknown');
      await accounts.slips.revoke(tx, params.id, caller.person);
    });
    return {};
  }

  @Route(slipEndpoints.lookAtSlip)
  async look(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { body } = await this.gate.visit(slipEndpoints.lookAtSlip, request);
    void reply.header('cache-control', 'no-store');
    return { people: await this.platform.accounts.redeeming.look(body.code, originOf(request)) };
  }

  @Route(slipEndpoints.join)
  async join(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { body } = await this.gate.visit(slipEndpoints.join, request);
    const { accounts, config, database, registry } = this.platform;
    const previous = this.callers.sessionOf(request) ?? undefined;
    const opened = await accounts.redeeming.redeem({ ...body, origin: originOf(request), previous });
    const { person, staff, secondFactor, account } = opened.session;
    setSessionCookie(reply, opened, config.http);
    setDeviceCookie(reply, accounts.knownDevice(account), config.http);
    const known = await database.transaction((tx) => registry.person(tx, person), { readOnly: true });
    const singleSignOn = config.accounts.singleSignOn?.label ?? null;
    return { person, name: known?.name ?? null, staff, secondFactor, expiresAt: opened.expiresAt, singleSignOn };
  }

  @Route(slipEndpoints.resetPassword)
  async resetPassword(@Req() request: HttpRequest) {
    const { body } = await this.gate.visit(slipEndpoints.resetPassword, request);
    return this.platform.accounts.redeeming.resetPassword({ ...body, origin: originOf(request) });
  }

  private issued({ caller, body }: Entered<(typeof slipEndpoints)['issueSlips']>): Promise<IssuedSlip[]> {
    const { accounts, database } = this.platform;
    return database.transaction(async (tx) => {
      const managesAccounts = await this.managesAccounts(tx, caller.person, body.unit);
      return accounts.slips.issue(tx, { ...body, by: caller.person, managesAccounts });
    });
  }

  private async managesAccounts(tx: Tx, person: string, unit: string): Promise<boolean> {
    const { access, registry } = this.platform;
    const reach = reachOf(await access.standing(tx, person), 'accounts.manage');
    return (await registry.lineage(tx, unit)).some((above) => reach.includes(above));
  }

  /** The code stands behind the `#`: browsers keep it to themselves, so it is in no log. */
  private urlOf({ code }: Pick<IssuedSlip, 'code'>): string {
    return `${this.platform.config.http.publicUrl}/join#${code}`;
  }
}
