import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Tx } from '#libs/database';
import type { DeliveryRow, WebhookDelivery } from '#libs/notify';
import { idFromName } from '#libs/registry';

import { deliveryEndpoints } from '../api/deliveries.endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { decodeTimeCursor, timePage } from '../http/time-cursor.rules.js';

const PAGE = 50;
const WEEK_MS = 7 * 86_400_000;
const OPERATOR = 'operator';

/** Messages on their way, webhooks and robots, for operators. */
@Controller()
export class DeliveriesController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(deliveryEndpoints.readDeliveryStanding)
  async standing(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.enter(deliveryEndpoints.readDeliveryStanding, request);
    return this.read(async (tx) => {
      await this.refuseAllButEverybodys(tx, query.unit, caller.person);
      return { rows: await this.platform.notifications.logbook.standing(tx) };
    });
  }

  @Route(deliveryEndpoints.listDeliveries)
  async list(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.enter(deliveryEndpoints.listDeliveries, request);
    const { limit = PAGE, cursor, status, channel, case: caseId } = query;
    const before = cursor === undefined ? undefined : decodeTimeCursor(cursor);
    return this.read(async (tx) => {
      await this.refuseAllButEverybodys(tx, query.unit, caller.person);
      const question = { limit: limit + 1, ...definedOf({ status, channel, caseId, before }) };
      const rows = await this.platform.notifications.logbook.list(tx, question);
      // in the order in which they were planned
      const page = timePage(
        rows.map((row) => ({ id: row.id, at: row.plannedAt, row })),
        limit,
      );
      return { ...page, rows: page.rows.map(({ row }) => shownDelivery(row)) };
    });
  }

  @Route(deliveryEndpoints.listSpool)
  async spool(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.enter(deliveryEndpoints.listSpool, request);
    const { limit = PAGE, cursor } = query;
    const before = cursor === undefined ? undefined : decodeTimeCursor(cursor);
    return this.read(async (tx) => {
      await this.refuseAllButEverybodys(tx, query.unit, caller.person);
      return timePage(await this.platform.notifications.logbook.spooled(tx, { limit: limit + 1, before }), limit);
    });
  }

  @Route(deliveryEndpoints.replayDeliveries)
  async replay(@Req() request: HttpRequest) {
    const { caller, body } = await this.gate.enter(deliveryEndpoints.replayDeliveries, request);
    const { database, notifications, now } = this.platform;
    const since = body.since ?? new Date(Date.parse(now()) - WEEK_MS).toISOString();
    return database.transaction(async (tx) => {
      await this.refuseAllButEverybodys(tx, body.unit, caller.person);
      if (body.delivery === undefined) return { replayed: await notifications.logbook.replayFailed(tx, since) };
      await notifications.logbook.replay(tx, body.delivery);
      return { replayed: 1 };
    });
  }

  @Route(deliveryEndpoints.listWebhooks)
  async webhooks(@Req() request: HttpRequest) {
    const { query } = await this.gate.enter(deliveryEndpoints.listWebhooks, request);
    return this.read(async (tx) => ({
      rows: await this.platform.notifications.webhooks.list(tx, await this.below(tx, query.unit)),
    }));
  }

  @Route(deliveryEndpoints.addWebhook)
  async addWebhook(@Req() request: HttpRequest) {
    const { caller, body, key } = await this.gate.enter(deliveryEndpoints.addWebhook, request);
    const { database, notifications } = this.platform;
    const id = idFromName(`webhook ${caller.person} ${key}`);
    return database.transaction((tx) => notifications.webhooks.add(tx, { ...body, id, by: caller.person }));
  }

  @Route(deliveryEndpoints.switchWebhook)
  async switchWebhook(@Req() request: HttpRequest) {
    const { params, body, reach } = await this.gate.enter(deliveryEndpoints.switchWebhook, request);
    const { database, notifications } = this.platform;
    return database.transaction(async (tx) => {
      await this.refuseWebhookBeyond(tx, params.webhook, reach);
      return (await notifications.webhooks.switch(tx, params.webhook, body.isActive)) ?? refuse('resource.unknown');
    });
  }

  @Route(deliveryEndpoints.testWebhook)
  async testWebhook(@Req() request: HttpRequest) {
    const { params, reach } = await this.gate.enter(deliveryEndpoints.testWebhook, request);
    const { database, notifications } = this.platform;
    return database.transaction(async (tx) => {
      await this.refuseWebhookBeyond(tx, params.webhook, reach);
      return shownEvent(await notifications.webhooks.test(tx, params.webhook));
    });
  }

  @Route(deliveryEndpoints.listWebhookDeliveries)
  async webhookLog(@Req() request: HttpRequest) {
    const { params, query, reach } = await this.gate.enter(deliveryEndpoints.listWebhookDeliveries, request);
    const { limit = PAGE, cursor } = query;
    const before = cursor === undefined ? {} : { before: decodeTimeCursor(cursor) };
    return this.read(async (tx) => {
      await this.refuseWebhookBeyond(tx, params.webhook, reach);
      const question = { webhook: params.webhook, limit: limit + 1, ...before };
      const page = timePage(await this.platform.notifications.webhooks.deliveries(tx, question), limit);
      return { ...page, rows: page.rows.map(shownEvent) };
    });
  }

  @Route(deliveryEndpoints.replayWebhookDelivery)
  async replayEvent(@Req() request: HttpRequest) {
    const { params, reach } = await this.gate.enter(deliveryEndpoints.replayWebhookDelivery, request);
    const { database, notifications } = this.platform;
    return database.transaction(async (tx) => {
      await this.refuseWebhookBeyond(tx, params.webhook, reach);
      const known = await notifications.webhooks.delivery(tx, params.delivery);
      if (known?.webhook !== params.webhook) refuse('resource.unknown');
      return shownEvent(await notifications.webhooks.replay(tx, params.delivery));
    });
  }

  @Route(deliveryEndpoints.listRobots)
  async robots(@Req() request: HttpRequest) {
    const { query } = await this.gate.enter(deliveryEndpoints.listRobots, request);
    return this.read(async (tx) => ({
      rows: await this.platform.notifications.robots.list(tx, await this.below(tx, query.unit)),
    }));
  }

  @Route(deliveryEndpoints.addRobot)
  async addRobot(@Req() request: HttpRequest) {
    const { caller, body, key } = await this.gate.enter(deliveryEndpoints.addRobot, request);
    const { database, notifications } = this.platform;
    const id = idFromName(`robot ${caller.person} ${key}`);
    return database.transaction((tx) => notifications.robots.add(tx, { ...body, id, by: caller.person }));
  }

  @Route(deliveryEndpoints.switchRobot)
  async switchRobot(@Req() request: HttpRequest) {
    const { params, body, reach } = await this.gate.enter(deliveryEndpoints.switchRobot, request);
    const { database, notifications } = this.platform;
    return database.transaction(async (tx) => {
      const robot = await notifications.robots.read(tx, params.robot);
      await this.refuseBeyond(tx, robot?.unit, reach);
      return (await notifications.robots.switch(tx, params.robot, body.isActive)) ?? refuse('resource.unknown');
    });
  }

  private read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.platform.database.transaction(work, { readOnly: true });
  }

  private async below(tx: Tx, unit: string): Promise<string[]> {
    return (await this.platform.registry.subtree(tx, unit)).map(({ id }) => id);
  }

  /**
   * One mail server serves everybody: its log, which names nobody, is kept at the top of a tree of units and nowhere below. Where several
   * roots have operators of their own, it is read by whoever is operator at each of them: it tells of the cases of all.
   */
  private async refuseAllButEverybodys(tx: Tx, unit: string, person: string): Promise<void> {
    const { registry } = this.platform;
    if ((await registry.unit(tx, unit))?.parent !== null) refuse('resource.unknown');
    const ids = await registry.idsOf(tx, person);
    const on = this.platform.localDateOf(this.platform.now());
    for (const root of await registry.roots(tx)) {
      const held = await registry.holders(tx, { role: OPERATOR, unit: root.id, on });
      if (held.length > 0 && !held.some((one) => ids.includes(one.person))) refuse('access.denied');
    }
  }

  private async refuseWebhookBeyond(tx: Tx, id: string, reach: readonly string[]): Promise<void> {
    const webhook = await this.platform.notifications.webhooks.read(tx, id);
    await this.refuseBeyond(tx, webhook?.unit, reach);
  }

  private async refuseBeyond(tx: Tx, unit: string | undefined, reach: readonly string[]): Promise<void> {
    const lineage = unit === undefined ? [] : await this.platform.registry.lineage(tx, unit);
    if (!lineage.some((above) => reach.includes(above))) refuse('resource.unknown');
  }
}

function shownDelivery(row: DeliveryRow) {
  const { id, caseId, channel, urgency, lane, status, reason, at, nextAt, attempts, lastError, doneAt } = row;
  return { id, case: caseId, channel, urgency, lane, status, reason, at, nextAt, attempts, lastError, doneAt };
}

function shownEvent({ caseId, ...event }: WebhookDelivery) {
  return { ...event, case: caseId };
}
