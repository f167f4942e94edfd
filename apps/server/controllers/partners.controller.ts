import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Partner, PartnerScope } from '#libs/exchange';

import { exchangeEndpoints as endpoints } from '../api/exchange.endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { rawBodyOf } from '../http/raw-body.js';
import { refuse, RequestRefused } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { decodeTimeCursor, encodeTimeCursor } from '../http/time-cursor.rules.js';

const PAGE = 100;
const BEGINNING = { at: '2000-01-01T00:00:00.000Z', id: '-' };

/** Systems we exchange cases with: kept by the operator, and what they ask and bring themselves. */
@Controller()
export class PartnersController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.listPartners)
  async list(@Req() request: HttpRequest) {
    const { reach } = await this.gate.enter(endpoints.listPartners, request);
    const rows = [];
    for (const partner of await this.platform.exchange.partners.list())
      if (await this.isWithin(partner, reach)) rows.push(partner);
    return { rows };
  }

  @Route(endpoints.createPartner)
  async create(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, body } = await this.gate.enter(endpoints.createPartner, request);
    const partner = await this.platform.exchange.partners.create(body, caller.person);
    void reply.status(201);
    return partner;
  }

  @Route(endpoints.switchPartner)
  async switch(@Req() request: HttpRequest) {
    const { params, body, reach } = await this.gate.enter(endpoints.switchPartner, request);
    await this.kept(params.partner, reach);
    return this.platform.exchange.partners.switch(params.partner, body.isActive);
  }

  @Route(endpoints.issuePartnerKey)
  async issueKey(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { params, body, reach } = await this.gate.enter(endpoints.issuePartnerKey, request);
    await this.kept(params.partner, reach);
    void reply.header('cache-control', 'no-store');
    return this.platform.exchange.partners.issueKey(params.partner, {
      ...definedOf({ to: body.to }),
      overlapHours: body.overlapHours,
    });
  }

  @Route(endpoints.startPartnerCase)
  async start(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const partner = await this.admit(request, 'cases.start');
    const { body } = await this.gate.visit(endpoints.startPartnerCase, request);
    const { partnerCases } = this.platform.exchange;
    const problem = await partnerCases.problemWith(partner, body);
    if (problem !== null) refuse(problem);
    const answer = await partnerCases.start(partner, body, request.id);
    if (!answer.ok) throw new RequestRefused(answer.refusal);
    const { caseId, existing } = answer;
    await this.answer(request, reply, { partner, status: existing ? 200 : 201, body: { case: caseId, existing } });
  }

  @Route(endpoints.readPartnerChanges)
  async changes(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const partner = await this.admit(request, 'changes.read');
    const { query } = await this.gate.visit(endpoints.readPartnerChanges, request);
    const after = query.cursor === undefined ? BEGINNING : decodeTimeCursor(query.cursor);
    const { rows, last } = await this.platform.exchange.partnerCases.changes(partner, after, query.limit ?? PAGE);
    await this.answer(request, reply, {
      partner,
      status: 200,
      body: { rows, cursor: encodeTimeCursor(last ?? after) },
    });
  }

  /** The signature is judged before anything else of the request is read. */
  private admit(request: HttpRequest, scope: PartnerScope): Promise<Partner> {
    const header = (name: string): string => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : '';
    };
    const { partner = '' } = request.params as { partner?: string };
    return this.platform.exchange.partners.admit(
      {
        code: partner,
        method: request.method,
        path: request.url,
        body: rawBodyOf(request.raw),
        timestamp: header('x-minyi-timestamp'),
        nonce: header('x-minyi-nonce'),
        signature: header('x-minyi-signature'),
      },
      scope,
    );
  }

  /** Signed over the request's own path and nonce, so that it is the answer to this request and to no other. */
  private async answer(
    request: HttpRequest,
    reply: HttpReply,
    { partner, status, body }: { partner: Partner; status: number; body: object },
  ): Promise<void> {
    const text = JSON.stringify(body);
    const nonce = String(request.headers['x-minyi-nonce']);
    const { timestamp, signature } = await this.platform.exchange.partners.sign(partner, {
      method: String(status),
      path: request.url,
      nonce,
      body: Buffer.from(text),
    });
    await reply
      .status(status)
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-minyi-timestamp', timestamp)
      .header('x-minyi-nonce', nonce)
      .header('x-minyi-signature', signature)
      .send(text);
  }

  private async kept(code: string, reach: readonly string[]): Promise<void> {
    const partner = await this.platform.exchange.partners.byCode(code);
    if (partner === null || !(await this.isWithin(partner, reach))) refuse('partner.unknown');
  }

  private async isWithin({ unit }: Partner, reach: readonly string[]): Promise<boolean> {
    const { database, registry } = this.platform;
    const lineage = await database.transaction((tx) => registry.lineage(tx, unit), { readOnly: true });
    return lineage.some((one) => reach.includes(one));
  }
}
