import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { ClaimRow } from '#libs/privacy';
import { idFromName } from '#libs/registry';

import { visitEndpoints } from '../api/visits.endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { Route } from '../http/route.decorator.js';

/** How long a claim runs when nobody says otherwise. */
const USUAL_DAYS = 183;
const DAY_MS = 86_400_000;

/** Visits: households taken on, what a visit needs to know, what came of it. */
@Controller()
export class VisitsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(visitEndpoints.listMyHouseholds)
  async mine(@Req() request: HttpRequest) {
    const { caller } = await this.gate.enter(visitEndpoints.listMyHouseholds, request);
    const { database, privacy } = this.platform;
    const rows = await database.transaction((tx) => privacy.visits.mine(tx, caller.person), { readOnly: true });
    return { rows };
  }

  @Route(visitEndpoints.readVisitedHousehold)
  async household(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(visitEndpoints.readVisitedHousehold, request);
    const { database, privacy } = this.platform;
    return database.transaction((tx) => privacy.visits.page(tx, params.household, caller.person));
  }

  @Route(visitEndpoints.claimHousehold)
  async claim(@Req() request: HttpRequest) {
    const { caller, body } = await this.gate.enter(visitEndpoints.claimHousehold, request);
    const { database, privacy } = this.platform;
    const wanted = { ...body, ...this.period(body), person: caller.person };
    return present(await database.transaction((tx) => privacy.visits.claims.ask(tx, wanted)));
  }

  @Route(visitEndpoints.assignHousehold)
  async assign(@Req() request: HttpRequest) {
    const { caller, body } = await this.gate.enter(visitEndpoints.assignHousehold, request);
    const { database, privacy } = this.platform;
    const wanted = { ...body, ...this.period(body) };
    return present(await database.transaction((tx) => privacy.visits.claims.assign(tx, wanted, caller.person)));
  }

  @Route(visitEndpoints.listClaims)
  async claims(@Req() request: HttpRequest) {
    const { reach, query } = await this.gate.enter(visitEndpoints.listClaims, request);
    const { database, privacy } = this.platform;
    const { claims } = privacy.visits;
    const rows = await database.transaction(
      (tx) => (query.state === 'in force' ? claims.running(tx, reach) : claims.asked(tx, reach)),
      { readOnly: true },
    );
    return { rows: rows.map(present) };
  }

  @Route(visitEndpoints.decideClaim)
  async decide(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(visitEndpoints.decideClaim, request);
    const { database, privacy } = this.platform;
    const decision = { accept: body.accept, by: caller.person };
    return present(await database.transaction((tx) => privacy.visits.claims.decide(tx, params.claim, decision)));
  }

  @Route(visitEndpoints.endClaim)
  async end(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(visitEndpoints.endClaim, request);
    const { database, privacy } = this.platform;
    return present(await database.transaction((tx) => privacy.visits.claims.end(tx, params.claim, caller.person)));
  }

  @Route(visitEndpoints.recordVisit)
  async record(@Req() request: HttpRequest) {
    const { caller, body, key } = await this.gate.enter(visitEndpoints.recordVisit, request);
    const { database, privacy } = this.platform;
    const { case: caseId, note, ...said } = body;
    const at = new Date(said.at).toISOString();
    // the same key of the same visitor is the same visit
    const id = idFromName(`visit ${caller.person} ${key}`);
    const visit = { ...said, at, id, ...definedOf({ caseId, note }) };
    return database.transaction((tx) => privacy.visits.record(tx, visit, caller.person));
  }

  @Route(visitEndpoints.listLoads)
  async loads(@Req() request: HttpRequest) {
    const { reach } = await this.gate.enter(visitEndpoints.listLoads, request);
    const { database, privacy } = this.platform;
    return { rows: await database.transaction((tx) => privacy.visits.loads(tx, reach), { readOnly: true }) };
  }

  private period({ from, to }: { from?: string | undefined; to?: string | undefined }): { from: string; to: string } {
    const begins = from ?? this.platform.localDateOf(this.platform.now());
    return { from: begins, to: to ?? new Date(Date.parse(begins) + USUAL_DAYS * DAY_MS).toISOString().slice(0, 10) };
  }
}

function present({ id, household, person, purpose, state, from, to, askedAt, assignedBy }: ClaimRow) {
  return { id, household, person, purpose, state, from, to, askedAt, assignedBy };
}
