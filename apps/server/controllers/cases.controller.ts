import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform, type SeenCase } from '#apps/platform';
import type { Answer, Done } from '#libs/cases';
import { inputSchemaOf } from '#libs/engine';
import type { z } from 'zod';

import { endpoints } from '../api/endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import type { Caller } from '../http/caller.service.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { etagOf, type Parsed } from '../http/parse-request.js';
import { refuse, RequestRefused } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { unknownFields } from '../http/unknown-fields.rules.js';
import { presentAsOf, presentCase, presentDone, presentRow } from '../present/case.view.js';
import { presentEntry } from '../present/journal.view.js';

/** Cases: start, list, read, act. Every method has the same order: identify → parse → command → present. */
@Controller()
export class CasesController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.startCase)
  async start(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller: actor, body, key } = await this.gate.enter(endpoints.startCase, request);
    const { workflow, input, unit } = body;
    const registered = this.platform.workflows.get(workflow) ?? refuse('workflow.unknown');
    refuseUnknown(registered.workflow.contract.input, input);
    const command = { workflow, input, actor, key, ...definedOf({ unit }) };
    const answer = await this.platform.acting.start(command, { request: request.id, workflow });
    const done = orRefuse(answer);
    void reply.status(done.repeated || done.existing ? 200 : 201);
    void reply
      .header('etag', etagOf(done.version))
      .header('location', `/api/v1/cases/${encodeURIComponent(done.caseId)}`);
    return presentDone(done, workflow, this.platform.workflows);
  }

  @Route(endpoints.listCases)
  async list(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.visit(endpoints.listCases, request);
    const page = await this.platform.cases.list(await this.caseQuery(query, caller));
    return { rows: page.rows.map((row) => presentRow(row, this.platform.workflows)), next: page.next };
  }

  @Route(endpoints.readCase)
  async read(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, params } = await this.gate.visit(endpoints.readCase, request);
    const seen = await this.see(params.id, caller);
    const etag = etagOf(seen.view.version);
    void reply.header('etag', etag).header('vary', 'Cookie, Authorization');
    if (request.headers['if-none-match'] === etag) {
      void reply.status(304);
      return undefined;
    }
    return presentCase(seen, this.platform.workflows);
  }

  @Route(endpoints.actOnCase)
  async act(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller: actor, params, body, key, ifVersion } = await this.gate.enter(endpoints.actOnCase, request);
    const { act, input } = body;
    const workflow = await this.workflowFor(params.id, actor);
    const declared = this.platform.workflows.get(workflow)?.workflow.acts;
    if (declared !== undefined && Object.hasOwn(declared, act) && declared[act] !== undefined)
      await this.hidingInvisible(params.id, actor, () => refuseUnknown(declared[act]?.input, input));
    const command = { caseId: params.id, act, input, actor, key, ...definedOf({ ifVersion }) };
    const answer = await this.platform.acting.act(command, { request: request.id, workflow });
    const done = await this.hidingInvisible(params.id, actor, () => orRefuse(answer));
    void reply.header('etag', etagOf(done.version));
    return presentDone(done, workflow, this.platform.workflows);
  }

  @Route(endpoints.readJournal)
  async journal(@Req() request: HttpRequest) {
    const { caller, params, query } = await this.gate.visit(endpoints.readJournal, request);
    const seen = await this.see(params.id, caller);
    const page = await this.platform.cases.journal(params.id, definedOf(query));
    const registered = this.platform.workflows.get(seen.view.workflow);
    return { rows: page.rows.map((entry) => presentEntry(entry, seen, registered)), next: page.next };
  }

  @Route(endpoints.readAsOf)
  async asOf(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.visit(endpoints.readAsOf, request);
    const seen = await this.see(params.id, caller);
    const asOf = (await this.platform.cases.asOf(params.id, params.seq)) ?? refuse('resource.unknown');
    return presentAsOf(asOf, seen, this.platform.workflows);
  }

  private async see(id: string, caller: Caller): Promise<SeenCase> {
    return (await this.platform.reader.see(id, caller)) ?? refuse('case.unknown');
  }

  private async workflowFor(id: string, actor: NonNullable<Caller>): Promise<string> {
    const workflow = await this.platform.reader.workflowOf(id);
    return workflow ?? (await this.see(id, actor)).view.workflow;
  }

  /** A refusal about a case the caller may not see would say that it exists. */
  private async hidingInvisible<T>(id: string, actor: NonNullable<Caller>, decide: () => T): Promise<T> {
    try {
      return decide();
    } catch (error) {
      if (error instanceof RequestRefused && (await this.platform.reader.glance(id, actor)) === null)
        refuse('case.unknown');
      throw error;
    }
  }

  private async caseQuery(query: Parsed<typeof endpoints.listCases>['query'], caller: Caller) {
    const { unit, mine, lookup, ...filters } = query;
    const [key = '', value = ''] = lookup === undefined ? [] : splitOnce(lookup);
    return {
      ...definedOf(filters),
      ...(unit === undefined ? {} : { units: await this.platform.reader.unitsWithin(unit) }),
      ...(mine === 'true' ? { party: (caller ?? refuse('access.unauthenticated')).person } : {}),
      ...(lookup === undefined ? {} : { lookup: { key, value } }),
      viewer: await this.platform.reader.viewer(caller?.person ?? null),
    };
  }
}

function splitOnce(lookup: string): [string, string] {
  const at = lookup.indexOf(':');
  return [lookup.slice(0, at), lookup.slice(at + 1)];
}

function orRefuse(answer: Answer): Done {
  if (!answer.ok) throw new RequestRefused(answer.refusal);
  return answer;
}

function refuseUnknown(schema: z.ZodType | undefined, input: unknown): void {
  if (schema === undefined) return;
  const unknown = unknownFields(inputSchemaOf(schema), input);
  if (unknown.length > 0)
    refuse('act.input_invalid', { issues: unknown.map((path) => ({ path, message: 'is not a field here' })) });
}
