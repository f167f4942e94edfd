import { Controller, Inject, Req, Res } from '@nestjs/common';

import { pendingSeals, Platform, type SeenCase } from '#apps/platform';
import type { Tx } from '#libs/database';
import type { JsonObject } from '#libs/engine';
import type { ChainTemplateRow } from '#libs/registers';
import { costTable, type CostShareContext } from '#workflows/cost-share';
import {
  chainState,
  templateOf,
  templateStepSchema,
  withConditions,
  type SignOffContext,
  type TemplateStep,
} from '#workflows/sign-off';

import { signOffEndpoints } from '../api/sign-offs.endpoints.js';
import type { Caller } from '../http/caller.service.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { chainSheet } from '../pages/print-chain.page.js';
import { costSheet } from '../pages/print-costs.page.js';

const HTML = 'text/html; charset=utf-8';

/** Chains of sign-offs, for everybody who may see the case; templates are saved by those who keep the registers. */
@Controller()
export class SignOffsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(signOffEndpoints.readChain)
  async read(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.visit(signOffEndpoints.readChain, request);
    return this.chain(params.id, caller);
  }

  @Route(signOffEndpoints.printChain)
  async print(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, params } = await this.gate.visit(signOffEndpoints.printChain, request);
    const chain = await this.chain(params.id, caller);
    const page = await chainSheet(chain, {
      address: `${this.platform.config.http.publicUrl}/api/v1/cases/${encodeURIComponent(params.id)}/print/chain`,
      dateOf: (instant) => this.platform.localDateOf(instant),
      today: this.desk.today(),
    });
    await reply.header('content-type', HTML).header('cache-control', 'no-cache').send(page);
  }

  @Route(signOffEndpoints.readCostTable)
  async costs(@Req() request: HttpRequest) {
    const { params } = await this.gate.visit(signOffEndpoints.readCostTable, request);
    return this.costTable(params.id);
  }

  @Route(signOffEndpoints.printCostTable)
  async printCosts(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { params } = await this.gate.visit(signOffEndpoints.printCostTable, request);
    const address = `${this.platform.config.http.publicUrl}/api/v1/cases/${encodeURIComponent(params.id)}/print/costs`;
    const page = await costSheet(await this.costTable(params.id), { address, today: this.desk.today() });
    await reply.header('content-type', HTML).header('cache-control', 'no-cache').send(page);
  }

  @Route(signOffEndpoints.listChainTemplates)
  async templates(@Req() request: HttpRequest) {
    await this.gate.visit(signOffEndpoints.listChainTemplates, request);
    const rows = await this.desk.read((tx) => this.platform.registers.chains.list(tx));
    return { rows: rows.map(presentRow) };
  }

  @Route(signOffEndpoints.readChainTemplate)
  async template(@Req() request: HttpRequest) {
    const { params } = await this.gate.visit(signOffEndpoints.readChainTemplate, request);
    const { registers, cases } = this.platform;
    const { found, versions } = await this.desk.read(async (tx) => {
      const one = (await registers.chains.find(tx, params.template)) ?? refuse('resource.unknown');
      return { found: one, versions: await registers.chains.versions(tx, one.template) };
    });
    const steps = stepsOf(found.steps);
    const texts = await cases.texts(steps.flatMap(({ conditions }) => conditions));
    return {
      ...presentRow({ ...found, steps: found.steps.length }),
      steps: withConditions(steps, texts).map((step) => step as unknown as JsonObject),
      versions: versions.map(presentRow),
    };
  }

  @Route(signOffEndpoints.saveChainTemplate)
  async save(@Req() request: HttpRequest) {
    const { caller, body, reach } = await this.gate.enter(signOffEndpoints.saveChainTemplate, request);
    const { view } = await this.see(body.case, caller);
    const context = view.context as unknown as SignOffContext;
    const savedAt = this.platform.now();
    return this.desk.transaction(async (tx) => {
      const { registers, registry } = this.platform;
      const lineage = await registry.lineage(tx, view.unit);
      if (!lineage.some((unit) => reach.includes(unit))) refuse('case.unknown');
      const saved = await registers.chains.savedFrom(tx, view.id);
      if (saved !== null) return { template: saved.template, version: saved.version };
      if (context.ending !== 'complete') refuse('chain.unfinished');
      await this.ownerOrAbove(tx, body.template, reach);
      const before = stepsOf((await registers.chains.find(tx, body.template))?.steps);
      const steps = templateOf(context, before).map((step) => step as unknown as JsonObject);
      const { template, name } = body;
      const draft = { template, name, steps, unit: view.unit, caseId: view.id, savedBy: caller.person, savedAt };
      return { template, version: await registers.chains.save(tx, draft) };
    });
  }

  /** Everybody begins with a template of this name: the next version is for the unit that saved it first, or one above that. */
  private async ownerOrAbove(tx: Tx, template: string, reach: readonly string[]): Promise<void> {
    const { registers, registry } = this.platform;
    const owner = (await registers.chains.versions(tx, template))[0]?.unit ?? null;
    if (owner === null) return;
    const lineage = await registry.lineage(tx, owner);
    if (!lineage.some((unit) => reach.includes(unit))) refuse('chain.template_owned');
  }

  private async see(id: string, caller: Caller): Promise<SeenCase> {
    const seen = await this.platform.reader.see(id, caller);
    return seen?.view.workflow === 'sign-off' ? seen : refuse('case.unknown');
  }

  /** The chain as everybody who may see it sees it. */
  private async chain(id: string, caller: Caller) {
    const { view } = await this.see(id, caller);
    const context = view.context as unknown as SignOffContext;
    const pending = await pendingSeals(this.platform.database, id);
    return this.desk.read(async (tx) => {
      const state = chainState(context, pending, await this.usualDays(tx, context.template));
      const { differences } = context;
      const ids = [view.unit, ...context.steps.map(({ unit }) => unit), ...differences.map(({ from }) => from)];
      const named = await this.platform.registry.units(tx, [...new Set(ids.flatMap((unit) => unit ?? []))]);
      const names = new Map(named.map((unit) => [unit.id, unit.name]));
      const nameOf = (unit: string | null): string | null => (unit === null ? null : (names.get(unit) ?? null));
      return {
        case: id,
        title: view.title,
        unit: view.unit,
        unitName: nameOf(view.unit) ?? '',
        status: view.status,
        stage: view.stage,
        template: context.template,
        trouble: context.trouble,
        differences: differences.map(({ step, from, to }) => ({ step, from: nameOf(from), to: nameOf(to) })),
        startedAt: context.startedAt,
        begunAt: context.begunAt,
        endedAt: context.endedAt,
        sittings: context.sittings.length,
        ...state,
        steps: state.steps.map((line) => ({ ...line, unitName: nameOf(line.unit) })),
      };
    });
  }

  /** The case itself is its parties’ only; its table is everybody’s once it was laid open. */
  private async costTable(id: string) {
    const view = await this.platform.cases.get(id, {});
    if (view?.workflow !== 'cost-share' || view.stage === 'drafting') refuse('case.unknown');
    const context = view.context as unknown as CostShareContext;
    // called off before anybody pledged: perhaps it was never laid open, and there is nothing in it for anybody
    const isTurnedBack = view.stage === 'refunding' || view.stage === 'ended';
    if (isTurnedBack && context.pledges.length === 0 && context.receipts.length === 0) refuse('case.unknown');
    const unit = await this.desk.read((tx) => this.platform.registry.unit(tx, view.unit));
    const { stage, title } = view;
    return {
      case: id,
      title,
      unitName: unit?.name ?? '',
      stage,
      ...costTable(context),
    };
  }

  /** What the template has learned of each step. */
  private async usualDays(tx: Tx, template: string | null): Promise<Record<string, number | null>> {
    const found = template === null ? null : await this.platform.registers.chains.find(tx, template);
    return Object.fromEntries(stepsOf(found?.steps).map(({ id, typicalDays }) => [id, typicalDays]));
  }
}

function stepsOf(steps: readonly JsonObject[] | undefined): TemplateStep[] {
  return (steps ?? []).map((step) => templateStepSchema.parse(step));
}

/** Without whoever saved it. */
function presentRow({ savedBy: _savedBy, caseId, ...row }: ChainTemplateRow) {
  return { ...row, case: caseId };
}
