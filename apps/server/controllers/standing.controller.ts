import { Controller, Inject, Req } from '@nestjs/common';

import { incidentCounts, lagsOf, Platform, stuckCases, type StuckCase } from '#apps/platform';
import type { Label } from '#libs/engine';

import { standingEndpoints as endpoints } from '../api/standing.endpoints.js';
import type { StandingBody } from '../api/standing.schema.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { Route } from '../http/route.decorator.js';
import { ROLE_WORDS } from '../pages/role.words.js';
import { lateBy } from '../present/story.rules.js';

/** How the service stands, for those who look after it. */
@Controller()
export class StandingController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(endpoints.readStanding)
  async read(@Req() request: HttpRequest): Promise<StandingBody> {
    const { query, reach } = await this.gate.enter(endpoints.readStanding, request);
    const { cases, config, database, ledger, notifications, reader, version, now } = this.platform;
    const { realm } = cases.world;
    const at = now();
    const asked = { realm, reach, now: at, overdueDays: query.overdueDays, on: this.desk.today() };
    const stuck = await stuckCases(database, asked);
    const lags = await lagsOf(database, { realm, now: at, accounts: ledger.projector.workflows });
    const deliveries = await this.desk.read((tx) => notifications.logbook.standing(tx));
    const names = await reader.unitNames(stuck.map(({ unit }) => unit));
    return {
      ...{ at, version, role: config.role, database: database.kind },
      queue: {
        kind: config.queue.kind,
        pending: lags.pending,
        oldestSeconds: lags.oldestSeconds,
        retrying: lags.retrying,
      },
      incidents: await incidentCounts(database, asked),
      stuck: stuck.map((row) => ({
        case: row.case,
        workflow: row.workflow,
        workflowLabel: this.workflowLabel(row.workflow),
        unit: { id: row.unit, name: names.get(row.unit) ?? '' },
        reason: row.reason,
        words: this.inWords(row, at),
        since: row.since,
        dueAt: row.dueAt,
      })),
      clocks: {
        late: lags.late,
        mostLateSeconds: lags.mostLateSeconds,
        fired: lags.fired,
        ...{ p50: lags.p50, p90: lags.p90, p99: lags.p99 },
      },
      deliveries: deliveries.map(({ channel, due, waiting, failed, sent, oldestDueAt }) => ({
        ...{ channel, due, waiting, failed, sent, oldestDueAt },
      })),
      projector: { behind: lags.behind, oldestSeconds: lags.behindSeconds, anew: lags.anew },
      remeasuring: { edits: lags.edits, clocks: lags.clocks },
    };
  }

  private workflowLabel(workflow: string): Label {
    return this.platform.workflows.get(workflow)?.workflow.texts.label ?? { zh: workflow, en: workflow };
  }

  private inWords({ reason, detail, workflow, dueAt }: StuckCase, now: string): Label {
    switch (reason) {
      case 'noOneCan': {
        const role = ROLE_WORDS[detail] ?? { zh: detail, en: detail };
        return {
          zh: `等待“${role.zh}”，但当地及上级无人担任`,
          en: `Waits for a ${role.en}; nobody holds that office there or above`,
        };
      }
      case 'effectFailed':
        return { zh: `“${detail}”多次执行失败，待处理`, en: `“${detail}” failed for good and waits for a decision` };
      case 'chartFault':
        return { zh: `处理“${detail}”时程序出错`, en: `The program failed at “${detail}”` };
      case 'overdue': {
        const clock = this.platform.workflows.get(workflow)?.workflow.clocks[detail]?.label ?? {
          zh: detail,
          en: detail,
        };
        const by = lateBy(dueAt ?? now, now);
        return { zh: `“${clock.zh}”已超过${by.zh}`, en: `“${clock.en}” is ${by.en} past its time` };
      }
    }
  }
}
