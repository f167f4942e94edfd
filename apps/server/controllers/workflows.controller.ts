import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Registered } from '#libs/engine';

import { endpoints } from '../api/endpoints.js';
import type { Caller } from '../http/caller.service.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { presentWorkflow, presentWorkflowRow } from '../present/workflow.view.js';

/** The procedures that run here. */
@Controller()
export class WorkflowsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.listWorkflows)
  async list(@Req() request: HttpRequest) {
    const { caller } = await this.gate.visit(endpoints.listWorkflows, request);
    const rows = [];
    for (const registered of this.platform.workflows.values())
      rows.push(presentWorkflowRow(registered, await this.mayStart(registered, caller)));
    return { rows };
  }

  @Route(endpoints.readWorkflow)
  async read(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.visit(endpoints.readWorkflow, request);
    const registered = this.platform.workflows.get(params.name) ?? refuse('workflow.unknown');
    return presentWorkflow(registered, await this.mayStart(registered, caller));
  }

  private async mayStart({ workflow }: Registered, caller: Caller): Promise<boolean> {
    if (caller === null || workflow.startedBy.length === 0) return false;
    return this.platform.reader.mayStart(caller, workflow);
  }
}
