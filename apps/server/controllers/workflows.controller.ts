import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Registered } from '#libs/engine';

import { endpoints } from '../api/endpoints.js';
import { Callers, type Caller } from '../http/caller.service.js';
import type { HttpRequest } from '../http/http.types.js';
import { parseRequest } from '../http/parse-request.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { presentWorkflow, presentWorkflowRow } from '../present/workflow.view.js';

/** The procedures that run here. */
@Controller()
export class WorkflowsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Route(endpoints.listWorkflows)
  async list(@Req() request: HttpRequest) {
    const caller = await this.callers.identify(request);
    parseRequest(endpoints.listWorkflows, request);
    const rows = [];
    for (const registered of this.platform.workflows.values())
      rows.push(presentWorkflowRow(registered, await this.mayStart(registered, caller)));
    return { rows };
  }

  @Route(endpoints.readWorkflow)
  async read(@Req() request: HttpRequest) {
    const caller = await this.callers.identify(request);
    const { params } = parseRequest(endpoints.readWorkflow, request);
    const registered = this.platform.workflows.get(params.name) ?? refuse('workflow.unknown');
    return presentWorkflow(registered, await this.mayStart(registered, caller));
  }

  private async mayStart({ workflow }: Registered, caller: Caller): Promise<boolean> {
    if (caller === null || workflow.startedBy.length === 0) return false;
    return this.platform.reader.mayStart(caller, workflow);
  }
}
