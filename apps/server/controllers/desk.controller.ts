import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { DeskItem } from '#libs/cases';

import { endpoints } from '../api/endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { stageOf } from '../present/case.view.js';

/** What waits for somebody. */
@Controller()
export class DeskController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(endpoints.readDesk)
  async read(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.enter(endpoints.readDesk, request);
    const { for: onBehalfOf, ...paging } = query;
    const desk = (await this.platform.reader.desk(caller.person, onBehalfOf)) ?? refuse('access.denied');
    const page = await this.platform.cases.desk({ ...desk, ...definedOf(paging) });
    const now = this.platform.now();
    return { rows: page.rows.map((item) => this.present(item, now)), next: page.next };
  }

  private present(item: DeskItem, now: string) {
    const { caseId: id, version, workflow, title, unit, state, label, acts, clock, dueAt, since } = item;
    const declared = this.platform.workflows.get(workflow)?.workflow.acts ?? {};
    return {
      id,
      version,
      workflow,
      title,
      unit,
      stage: stageOf(this.platform.workflows, workflow, item.stage),
      state,
      label,
      acts: acts.map((act) => ({ act, label: declared[act]?.label ?? { zh: act, en: act } })),
      clock,
      dueAt,
      isOverdue: dueAt !== null && dueAt < now,
      since,
    };
  }
}
