import { Controller, Inject, Req } from '@nestjs/common';

import { annexesOf, insideOf, Platform, TASK_QUEUES, taskQueues, tasksInQueue, type TaskQueue } from '#apps/platform';
import { periodEnd } from '#libs/calendar';
import { caseAnnexes, countDesk, type DeskItem, type Soon } from '#libs/cases';
import type { Label } from '#libs/engine';

import { deskEndpoints } from '../api/desk.endpoints.js';
import { endpoints } from '../api/endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { ROLE_WORDS } from '../pages/role.words.js';
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
const MOST_IN_QUEUE = 200;
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
    const { for: onBehalfOf, queue, ...paging } = query;
    const desk = (await this.platform.reader.desk(caller.person, onBehalfOf)) ?? refuse('access.denied');
    const page =
      queue === undefined
        ? await this.platform.cases.desk({ ...desk, ...definedOf(paging) })
        : { rows: await this.inQueue(queue, { person: caller.person, units: desk.handles ?? [] }), next: null };
    const now = this.platform.now();
    const rows = page.rows.map((item) => ({ ...item, id: item.caseId }));
    const annexes = await annexesOf(this.platform, rows, {
      isAtWork: desk.holdings.length > 0,
      actor: { kind: 'person', person: caller.person, ...definedOf({ onBehalfOf }) },
    });
    return { rows: rows.map((item) => ({ ...this.present(item, now), annex: annexes.get(item.id) })), next: page.next };
  }

  /** Tasks of the units in a queue, also those that wait for somebody else, with what the caller may do. At most 200. */
  private async inQueue(
    queue: TaskQueue,
    { person, units }: { person: string; units: readonly string[] },
  ): Promise<DeskItem[]> {
    const { cases, database, reader } = this.platform;
    const question = { realm: cases.world.realm, units, ...this.soon() };
    const ids = units.length === 0 ? [] : await tasksInQueue(database, question, { queue, limit: MOST_IN_QUEUE });
    if (ids.length === 0) return [];
    const viewer = await reader.viewer(person);
    const page = await cases.listFor({ ids, viewer, limit: MOST_IN_QUEUE }, { kind: 'person', person });
    const annexes = new Map((await caseAnnexes(database, ids)).map((annex) => [annex.id, annex]));
    const rows = new Map(page.rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const [row, annex] = [rows.get(id), annexes.get(id)];
      if (row === undefined || annex === undefined) return [];
      const { version, workflow, title, unit, stage, abilities: acts } = row;
      const { state, label, clock, dueAt, since } = annex;
      return [
        {
          ...{ caseId: id, version, workflow, title, unit, stage, acts, clock, dueAt },
          state: state ?? '',
          label: label ?? stageOf(this.platform.workflows, workflow, stage).label,
          since: since ?? row.changedAt,
        },
      ];
    });
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

  @Route(deskEndpoints.listInside)
  async inside(@Req() request: HttpRequest) {
    const { caller } = await this.gate.enter(deskEndpoints.listInside, request);
    const { database, registry, localDateOf, now } = this.platform;
    const { people, sections } = await database.transaction(
      async (tx) => insideOf(tx, { persons: await registry.idsOf(tx, caller.person), on: localDateOf(now()) }),
      { readOnly: true },
    );
    return {
      people: people.map(({ role, ...one }) => ({ ...one, roleLabel: ROLE_WORDS[role] ?? { zh: role, en: role } })),
      sections,
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
