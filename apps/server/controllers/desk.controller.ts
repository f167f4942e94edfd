import { Controller, Inject, Req } from '@nestjs/common';

import { Platform, TASK_QUEUES, taskQueues, type TaskQueue } from '#apps/platform';
import { periodEnd } from '#libs/calendar';
import { countDesk, type DeskItem, type Soon } from '#libs/cases';
import type { Label } from '#libs/engine';

import { deskEndpoints } from '../api/desk.endpoints.js';
import { endpoints } from '../api/endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { stageOf } from '../present/case.view.js';

const QUEUE_LABELS: Readonly<Record<TaskQueue, Label>> = {
  toAccept: { zh: '待签收', en: 'To be accepted' },
  toAssign: { zh: '待分办', en: 'To be assigned inside' },
  underWay: { zh: '办理中', en: 'Being done' },
  toSign: { zh: '待审签', en: 'To be signed' },
  dueSoon: { zh: '将到期', en: 'Due soon' },
  overdue: { zh: '已超期', en: 'Overdue' },
  toVerify: { zh: '待验收', en: 'To be verified' },
};
const NOTHING = { count: 0, overdue: 0, dueSoon: 0 };

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

  @Route(deskEndpoints.countDesk)
  async count(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.enter(deskEndpoints.countDesk, request);
    const { for: onBehalfOf, ...filters } = query;
    const { cases, reader, database, workflows } = this.platform;
    const desk = (await reader.desk(caller.person, onBehalfOf)) ?? refuse('access.denied');
    const soon = this.soon();
    const { realm } = cases.world;
    const states = await countDesk(database, realm, { query: { ...desk, ...definedOf(filters) }, soon });
    const units = desk.handles ?? [];
    const queued = units.length === 0 ? [] : await taskQueues(database, { realm, units, ...soon });
    return {
      asOf: soon.now,
      soonBefore: soon.before,
      total: {
        count: sumOf(states.map(({ count }) => count)),
        overdue: sumOf(states.map(({ overdue }) => overdue)),
        dueSoon: sumOf(states.map(({ dueSoon }) => dueSoon)),
      },
      states: states.map(({ workflow, ...row }) => ({
        workflow,
        workflowLabel: workflows.get(workflow)?.workflow.texts.label ?? { zh: workflow, en: workflow },
        ...row,
      })),
      queues:
        units.length === 0
          ? []
          : TASK_QUEUES.map((queue) => {
              const { count, overdue, dueSoon } = queued.find((one) => one.queue === queue) ?? NOTHING;
              return { queue, label: QUEUE_LABELS[queue], count, overdue, dueSoon };
            }),
    };
  }

  /** From now to the end of one working day. */
  private soon(): Soon {
    const now = this.platform.now();
    const office = this.platform.timekeeping.calendars.newest('office') ?? this.platform.calendars['office'];
    if (office === undefined) throw new Error('there is no calendar named office');
    return { now, before: periodEnd(office, now, { amount: 1, unit: 'workingDay' }) };
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

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
