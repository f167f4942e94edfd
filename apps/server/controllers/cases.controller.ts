import { Controller, Inject, Req, Res } from '@nestjs/common';

import { annexesOf, Platform, type SeenCase } from '#apps/platform';
import {
  countList,
  MOST_COUNTED,
  type Answer,
  type CaseQuery,
  type CaseRow,
  type Done,
  type Viewer,
} from '#libs/cases';
import { inputSchemaOf, type Actor } from '#libs/engine';
import type { z } from 'zod';

import { endpoints } from '../api/endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import type { Caller } from '../http/caller.service.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { namedCases } from '../http/named-cases.rules.js';
import { etagOf, type Parsed } from '../http/parse-request.js';
import { refuse, RequestRefused } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { unknownFields } from '../http/unknown-fields.rules.js';
import { presentAbleRow, presentAsOf, presentCase, presentDone, presentRow } from '../present/case.view.js';
import { presentEntry } from '../present/journal.view.js';

type PersonActor = Extract<Actor, { kind: 'person' }>;

/** Cases: start, list, read, act. Every method has the same order: identify → parse → command → present. */
@Controller()
export class CasesController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.startCase)
  async start(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, body, key } = await this.gate.enter(endpoints.startCase, request);
    const { workflow, input, unit, onBehalfOf } = body;
    const actor: PersonActor = { ...caller, ...definedOf({ onBehalfOf }) };
    const registered = this.platform.workflows.get(workflow) ?? refuse('workflow.unknown');
    await this.refuseUnfit(registered.workflow.contract.input, input, actor);
    const command = { workflow, input, actor, key, ...definedOf({ unit }) };
    const answer = await this.platform.acting.start(command, { request: request.id, workflow });
    const done = orRefuse(answer);
    // a number that is taken must not lead to the report of somebody else
    if (done.existing && !(await this.platform.reader.exists(done.caseId, caller))) refuse('resource.conflict');
    void reply.status(done.repeated || done.existing ? 200 : 201);
    void reply
      .header('etag', etagOf(done.version))
      .header('location', `/api/v1/cases/${encodeURIComponent(done.caseId)}`);
    return presentDone(done, workflow, this.platform.workflows);
  }

  @Route(endpoints.listCases)
  async list(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.visit(endpoints.listCases, request);
    const { cases, workflows } = this.platform;
    const asked = await this.caseQuery(query, caller);
    const actor = readerOf(caller, query.for);
    const total = query.count === 'true' ? { total: await this.total(asked) } : {};
    if (caller === null || query.abilities !== 'true') {
      const page = await cases.list(asked);
      const rows = await this.withAnnexes(page.rows, { asked, actor }, (row) => presentRow(row, workflows));
      return { rows, next: page.next, ...total };
    }
    const page = await cases.listFor(asked, { ...caller, ...definedOf({ onBehalfOf: query.for }) });
    const rows = await this.withAnnexes(page.rows, { asked, actor }, (row) => presentAbleRow(row, workflows));
    return { rows, next: page.next, ...total };
  }

  private async total(asked: CaseQuery) {
    const { cases, database } = this.platform;
    const count = await countList(database, cases.world.realm, asked);
    return { count, isMore: count >= MOST_COUNTED };
  }

  /** What tables show beside each case. */
  private async withAnnexes<Row extends CaseRow, Shown>(
    rows: readonly Row[],
    { asked: { viewer }, actor }: { asked: CaseQuery; actor: Actor | null },
    present: (row: Row) => Shown,
  ) {
    const isAtWork = (viewer?.units.length ?? 0) > 0 || (viewer?.handles?.length ?? 0) > 0;
    const annexes = await annexesOf(this.platform, rows, { isAtWork, actor });
    return rows.map((row) => ({ ...present(row), annex: annexes.get(row.id) }));
  }

  @Route(endpoints.readCase)
  async read(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, params, query } = await this.gate.visit(endpoints.readCase, request);
    const seen = await this.see(params.id, readerOf(caller, query.for));
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
    const { caller, params, body, key, ifVersion } = await this.gate.enter(endpoints.actOnCase, request);
    const { act, input, onBehalfOf } = body;
    const actor: PersonActor = { ...caller, ...definedOf({ onBehalfOf }) };
    await this.refuseInvisible(params.id, actor, key);
    const workflow = (await this.platform.reader.workflowOf(params.id)) ?? refuse('case.unknown');
    const declared = this.platform.workflows.get(workflow)?.workflow.acts;
    if (declared !== undefined && Object.hasOwn(declared, act))
      await this.refuseUnfit(declared[act]?.input, input, actor);
    const command = { caseId: params.id, act, input, actor, key, ...definedOf({ ifVersion }) };
    const done = orRefuse(await this.platform.acting.act(command, { request: request.id, workflow }));
    void reply.header('etag', etagOf(done.version));
    return presentDone(done, workflow, this.platform.workflows);
  }

  @Route(endpoints.readJournal)
  async journal(@Req() request: HttpRequest) {
    const { caller, params, query } = await this.gate.visit(endpoints.readJournal, request);
    const { for: onBehalfOf, ...paging } = query;
    const seen = await this.see(params.id, readerOf(caller, onBehalfOf));
    const page = await this.platform.cases.journal(params.id, definedOf(paging));
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

  private async see(id: string, reader: Actor | null): Promise<SeenCase> {
    return (await this.platform.reader.see(id, reader)) ?? refuse('case.unknown');
  }

  /** Fields that nobody declared, and cases that the actor may not see, are refused in the same words as what does not exist. */
  private async refuseUnfit(schema: z.ZodType | undefined, input: unknown, actor: PersonActor): Promise<void> {
    if (schema === undefined) return;
    const described = inputSchemaOf(schema);
    const issues = unknownFields(described, input).map((path) => ({
      path,
      message: 'is not a field here',
      zh: '这里没有这一项',
    }));
    for (const { path, id } of namedCases(described, input))
      if (!(await this.isShown(id, actor))) issues.push({ path, message: 'is no case', zh: '没有这个事项' });
    if (issues.length > 0) refuse('act.input_invalid', { issues });
  }

  /**
   * What cannot be seen is answered before it is touched, in the same way as what does not exist. An act that was done before its
   * case became invisible to the actor is still answered as before.
   */
  private async refuseInvisible(id: string, actor: PersonActor, key: string): Promise<void> {
    if (await this.isShown(id, actor)) return;
    if (!(await this.platform.cases.hasAnswered(actor, key))) refuse('case.unknown');
  }

  /** Staff who enter what somebody said see the case with their own eyes, a relative with those of the one they act for. */
  private async isShown(id: string, { onBehalfOf, ...self }: PersonActor): Promise<boolean> {
    const { reader } = this.platform;
    if (await reader.exists(id, self)) return true;
    return onBehalfOf !== undefined && reader.exists(id, { ...self, onBehalfOf });
  }

  private async caseQuery(query: Parsed<typeof endpoints.listCases>['query'], caller: Caller): Promise<CaseQuery> {
    const { unit, mine, lookup, for: person, abilities: _, count: __, overdue, party, ...filters } = query;
    const [key = '', value = ''] = lookup === undefined ? [] : splitOnce(lookup);
    const viewer = await this.viewer(caller, person);
    const isPersonal = mine === 'true' || person !== undefined;
    return {
      ...definedOf(filters),
      ...(unit === undefined ? {} : { units: [unit] }),
      ...(party === undefined ? {} : { partyUnits: [party] }),
      ...(overdue === 'true' ? { overdueAt: this.platform.now() } : {}),
      ...(isPersonal ? { party: viewer.aliases ?? refuse('access.unauthenticated') } : {}),
      ...(lookup === undefined ? {} : { lookup: { key, value } }),
      viewer,
    };
  }

  private async viewer(caller: Caller, person: string | undefined): Promise<Viewer> {
    const { reader } = this.platform;
    if (person === undefined) return reader.viewer(caller?.person ?? null);
    if (caller === null) refuse('access.unauthenticated');
    return (await reader.viewerFor(caller.person, person)) ?? refuse('access.denied');
  }
}

/** Who reads: an authorised relative, when they say for whom. */
function readerOf(caller: Caller, onBehalfOf: string | undefined): Actor | null {
  return caller === null ? null : { ...caller, ...definedOf({ onBehalfOf }) };
}

function splitOnce(lookup: string): [string, string] {
  const at = lookup.indexOf(':');
  return [lookup.slice(0, at), lookup.slice(at + 1)];
}

function orRefuse(answer: Answer): Done {
  if (!answer.ok) throw new RequestRefused(answer.refusal);
  return answer;
}
