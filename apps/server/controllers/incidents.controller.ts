import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Incident } from '#libs/cases';

import { endpoints } from '../api/endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

/** Trouble that waits for a decision by an operator. */
@Controller()
export class IncidentsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.listIncidents)
  async list(@Req() request: HttpRequest) {
    const { query } = await this.gate.enter(endpoints.listIncidents, request);
    const { case: caseId, ...filters } = query;
    const page = await this.platform.cases.incidents({ ...definedOf(filters), ...definedOf({ caseId }) });
    return { rows: page.rows.map(present), next: page.next };
  }

  @Route(endpoints.retryIncident)
  async retry(@Req() request: HttpRequest) {
    const { caller: actor, params } = await this.gate.enter(endpoints.retryIncident, request);
    if (!(await this.platform.cases.retry(params.id, actor))) refuse('incident.unknown');
    return { id: params.id, status: 'retried' };
  }

  @Route(endpoints.skipIncident)
  async skip(@Req() request: HttpRequest) {
    const { caller: actor, params } = await this.gate.enter(endpoints.skipIncident, request);
    if (!(await this.platform.cases.skip(params.id, actor))) refuse('incident.unknown');
    return { id: params.id, status: 'skipped' };
  }

  @Route(endpoints.resolveIncident)
  async resolve(@Req() request: HttpRequest) {
    const { caller: actor, params, body } = await this.gate.enter(endpoints.resolveIncident, request);
    if (!(await this.platform.cases.resolve(params.id, actor, body.note))) refuse('incident.unknown');
    return { id: params.id, status: 'resolved' };
  }
}

function present({ id, caseId, kind, name, error, attempts, since, status }: Incident) {
  return { id, case: caseId, kind, name, error, attempts, since, status };
}
