import { Controller, Inject, Req } from '@nestjs/common';

import { Platform, previewRoute } from '#apps/platform';
import type { Tx } from '#libs/database';
import type { AdmissionRow, ProposalRow } from '#libs/routing';

import { routingEndpoints as declared } from '../api/routing.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

/** Who would get what, what may be handed down, and what disputes have taught. */
@Controller()
export class RoutingController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(declared.previewRoute)
  async preview(@Req() request: HttpRequest) {
    const { body } = await this.gate.visit(declared.previewRoute, request);
    return (await this.desk.read((tx) => previewRoute(this.platform, tx, body))) ?? refuse('resource.unknown');
  }

  @Route(declared.checkAdmission)
  async admits(@Req() request: HttpRequest) {
    const { query } = await this.gate.enter(declared.checkAdmission, request);
    const { routing } = this.platform;
    return this.desk.read(async (tx) => {
      await this.refuseUnknown(tx, { matter: query.matter, units: [query.from, query.to] });
      return routing.admissions.admits(tx, { ...query, on: query.on ?? this.desk.today() });
    });
  }

  @Route(declared.listAdmissions)
  async admissions(@Req() request: HttpRequest) {
    const { params, query } = await this.gate.enter(declared.listAdmissions, request);
    return this.desk.read(async (tx) => {
      await this.refuseUnknown(tx, { units: [params.unit] });
      const rows = await this.platform.routing.admissions.list(tx, params.unit, query.status);
      return { rows: await this.shownAdmissions(tx, rows) };
    });
  }

  @Route(declared.applyForAdmission)
  async apply(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.applyForAdmission, request);
    const { params, body, caller } = entered;
    return this.desk.transaction(async (tx) => {
      await this.refuseUnknown(tx, { matter: body.matter, units: [body.scope] });
      const row = await this.platform.routing.admissions.apply(tx, {
        ...body,
        id: this.desk.newId(entered),
        applicant: params.unit,
        by: caller.person,
        at: this.platform.now(),
      });
      return this.shownAdmission(tx, row);
    });
  }

  @Route(declared.decideAdmission)
  async decide(@Req() request: HttpRequest) {
    const { params, body, caller } = await this.gate.enter(declared.decideAdmission, request);
    const { admissions } = this.platform.routing;
    return this.desk.transaction(async (tx) => {
      const known = await admissions.entry(tx, params.admission);
      await this.refuseElsewhere(tx, known?.scope, params.unit);
      await this.refuseOwnBurden(tx, caller.person, known?.applicant);
      const row = await admissions.decide(tx, {
        id: params.admission,
        admitted: body.admitted,
        ground: body.ground,
        from: body.from ?? this.desk.today(),
        to: body.to ?? null,
        by: caller.person,
        at: this.platform.now(),
      });
      return this.shownAdmission(tx, row);
    });
  }

  @Route(declared.listRoutingProposals)
  async proposals(@Req() request: HttpRequest) {
    const { params, query } = await this.gate.enter(declared.listRoutingProposals, request);
    return this.desk.read(async (tx) => {
      const rows = await this.platform.routing.lessons.list(tx, params.unit, query.status);
      return { rows: await this.shownProposals(tx, rows) };
    });
  }

  @Route(declared.acceptRoutingProposal)
  async accept(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.acceptRoutingProposal, request);
    return this.settle(entered, 'accept');
  }

  @Route(declared.rejectRoutingProposal)
  async reject(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.rejectRoutingProposal, request);
    return this.settle(entered, 'reject');
  }

  private settle(
    {
      params,
      body,
      caller,
    }: { params: { unit: string; proposal: string }; body: { reason: string }; caller: { person: string } },
    how: 'accept' | 'reject',
  ) {
    const { lessons } = this.platform.routing;
    return this.desk.transaction(async (tx) => {
      const known = await lessons.proposal(tx, params.proposal);
      await this.refuseElsewhere(tx, known?.scope, params.unit);
      await this.refuseOwnBurden(tx, caller.person, how === 'accept' ? known?.fromUnit : known?.toUnit);
      const decision = {
        id: params.proposal,
        reason: body.reason,
        by: caller.person,
        at: this.platform.now(),
        on: this.desk.today(),
      };
      const [row] = await this.shownProposals(tx, [await lessons[how](tx, decision)]);
      return row ?? refuse('resource.unknown');
    });
  }

  /** What is decided lies at the unit in whose name it is decided, or below it. */
  private async refuseElsewhere(tx: Tx, scope: string | undefined, unit: string): Promise<void> {
    if (scope === undefined || !(await this.platform.registry.lineage(tx, scope)).includes(unit))
      refuse('resource.unknown');
  }

  /**
   * Nobody decides for the unit they work for: not by accepting what takes a matter away from it, nor by rejecting what brings one, nor on
   * what it asks to hand down.
   */
  private async refuseOwnBurden(tx: Tx, person: string, unit: string | undefined): Promise<void> {
    const { grants } = await this.platform.access.standing(tx, person);
    if (grants.some((grant) => grant.held === 'office' && grant.unit === unit)) refuse('access.denied');
  }

  private async refuseUnknown(tx: Tx, { matter, units }: { matter?: string; units: readonly string[] }): Promise<void> {
    const { registry } = this.platform;
    if (matter !== undefined && (await registry.matter(tx, matter)) === null) refuse('resource.unknown');
    const known = await registry.units(tx, [...new Set(units)]);
    if (known.length < new Set(units).size) refuse('resource.unknown');
  }

  private async shownAdmission(tx: Tx, row: AdmissionRow) {
    const [shown] = await this.shownAdmissions(tx, [row]);
    return shown ?? refuse('resource.unknown');
  }

  /** Without the people who applied and decided. */
  private async shownAdmissions(tx: Tx, rows: readonly AdmissionRow[]) {
    const words = await this.names(tx, {
      matters: rows.map(({ matter }) => matter),
      units: rows.flatMap(({ applicant, scope }) => [applicant, scope]),
    });
    return rows.map(({ appliedBy: _by, decidedBy: _decider, ...row }) => ({
      ...row,
      matterName: words.matters.get(row.matter) ?? null,
      applicantName: words.units.get(row.applicant) ?? '',
      scopeName: words.units.get(row.scope) ?? '',
    }));
  }

  private async shownProposals(tx: Tx, rows: readonly ProposalRow[]) {
    const words = await this.names(tx, {
      matters: rows.map(({ matter }) => matter),
      units: rows.flatMap(({ fromUnit, toUnit, scope }) => [fromUnit, toUnit, scope]),
    });
    const people = await this.platform.registry.people(
      tx,
      rows.flatMap(({ decidedBy }) => decidedBy ?? []),
    );
    const named = new Map(people.map(({ id, name }) => [id, name]));
    return rows.map(({ decidedBy, decidedCount: _count, ...row }) => ({
      ...row,
      decidedByName: named.get(decidedBy ?? '') ?? null,
      matterName: words.matters.get(row.matter) ?? null,
      fromName: words.units.get(row.fromUnit) ?? '',
      toName: words.units.get(row.toUnit) ?? '',
      scopeName: words.units.get(row.scope) ?? '',
    }));
  }

  private async names(tx: Tx, asked: { matters: readonly string[]; units: readonly string[] }) {
    const { registry } = this.platform;
    const units = await registry.units(tx, [...new Set(asked.units)]);
    const matters = new Map<string, { zh: string; en: string }>();
    for (const id of new Set(asked.matters)) {
      const matter = await registry.matter(tx, id);
      if (matter !== null) matters.set(id, matter.name);
    }
    return { matters, units: new Map(units.map(({ id, name }) => [id, name])) };
  }
}
