import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { reachOf } from '#libs/access';
import type { Tx } from '#libs/database';
import { numberOf, whatToSay, type CallEntry } from '#libs/notify';

import { notificationEndpoints } from '../api/notifications.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { decodeTimeCursor, timePage } from '../http/time-cursor.rules.js';
import { callSheet, callSlips, type PrintedCall } from '../pages/print-calls.page.js';

const PAGE = 50;
const MOST_PRINTED = 500;
/** Those who run a community know of its confidential cases; whoever else makes calls does not. */
const CONFIDED = 'visits.assign';

/** Calls to residents whom nothing else reaches. */
@Controller()
export class CallsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(notificationEndpoints.listCalls)
  async list(@Req() request: HttpRequest) {
    const { caller, query } = await this.gate.enter(notificationEndpoints.listCalls, request);
    const { limit = PAGE, cursor, status = 'open', unit } = query;
    const { database, notifications } = this.platform;
    return database.transaction(
      async (tx) => {
        const question = { ...(await this.scope(tx, unit, caller.person)), status, limit: limit + 1 };
        const after = cursor === undefined ? {} : { after: decodeTimeCursor(cursor) };
        const page = timePage(await notifications.calls.list(tx, { ...question, ...after }), limit);
        return { ...page, rows: await this.shown(tx, page.rows) };
      },
      { readOnly: true },
    );
  }

  @Route(notificationEndpoints.printCalls)
  async print(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, query } = await this.gate.enter(notificationEndpoints.printCalls, request);
    await send(reply, callSheet(await this.printed(query.unit, caller.person), this.today()));
  }

  @Route(notificationEndpoints.printCallSlips)
  async slips(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, query } = await this.gate.enter(notificationEndpoints.printCallSlips, request);
    const calls = await this.printed(query.unit, caller.person);
    await send(
      reply,
      await callSlips(calls, { url: `${this.platform.config.http.publicUrl}/my`, today: this.today() }),
    );
  }

  @Route(notificationEndpoints.readCallPhone)
  async phone(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(notificationEndpoints.readCallPhone, request);
    const { database, privacy } = this.platform;
    return database.transaction(async (tx) => {
      const entry = await this.entry(tx, params.call, caller.person);
      if (entry.status !== 'open') refuse('call.ended');
      const wish = {
        by: caller.person,
        person: entry.person,
        field: 'phone' as const,
        reason: '电话名单告知 call list',
      };
      return { phone: await privacy.unmasking.unmask(tx, { ...wish, caseId: entry.caseId }) };
    });
  }

  @Route(notificationEndpoints.logCall)
  async log(@Req() request: HttpRequest) {
    const { caller, params, body, key } = await this.gate.enter(notificationEndpoints.logCall, request);
    const { database, notifications } = this.platform;
    return database.transaction(async (tx) => {
      await this.entry(tx, params.call, caller.person);
      const attempt = { by: caller.person, outcome: body.outcome, key: `${caller.person} ${key}` };
      const [row] = await this.shown(tx, [await notifications.calls.log(tx, params.call, attempt)]);
      return row ?? refuse('resource.unknown');
    });
  }

  /** An entry within the caller's reach; all others are as if they were not there. */
  private async entry(tx: Tx, id: string, person: string): Promise<CallEntry> {
    const { access, registry, notifications } = this.platform;
    const entry = await notifications.calls.read(tx, id);
    if (entry === null) refuse('resource.unknown');
    const standing = await access.standing(tx, person);
    const reach = reachOf(standing, entry.isReserved ? CONFIDED : 'calls.make');
    const lineage = await registry.lineage(tx, entry.unit);
    return lineage.some((unit) => reach.includes(unit)) ? entry : refuse('resource.unknown');
  }

  private async scope(tx: Tx, unit: string, person: string) {
    const { access, registry } = this.platform;
    const units = (await registry.subtree(tx, unit)).map(({ id }) => id);
    const reach = reachOf(await access.standing(tx, person), CONFIDED);
    const withReserved = (await registry.lineage(tx, unit)).some((above) => reach.includes(above));
    return { units, withReserved };
  }

  private async shown(tx: Tx, entries: readonly CallEntry[]) {
    const { registry } = this.platform;
    const ids = entries.map(({ person }) => person);
    const people = new Map((await registry.people(tx, ids)).map((person) => [person.id, person]));
    const homes = await registry.householdsById(
      tx,
      [...people.values()].flatMap(({ household }) => household ?? []),
    );
    const addresses = new Map(homes.map(({ id, address }) => [id, address]));
    const phones = await registry.maskedPhones(tx, ids);
    // whoever is in no household is looked for where they are known to live
    const places = new Map(
      (
        await registry.units(
          tx,
          entries.map(({ unit }) => unit),
        )
      ).map(({ id, name }) => [id, name]),
    );
    return entries.map((entry) => {
      const { id, person, reason, status, at, doneAt, attempts } = entry;
      const known = people.get(person);
      return {
        id,
        person,
        name: known?.name ?? '',
        address: addresses.get(known?.household ?? '') ?? places.get(entry.unit) ?? '',
        phone: phones.get(person) ?? null,
        reason,
        status,
        say: whatToSay(entry),
        at,
        doneAt,
        attempts,
      };
    });
  }

  private async printed(unit: string, person: string): Promise<PrintedCall[]> {
    const { database, notifications } = this.platform;
    return database.transaction(
      async (tx) => {
        const question = { ...(await this.scope(tx, unit, person)), status: 'open' as const, limit: MOST_PRINTED };
        const entries = await notifications.calls.list(tx, question);
        const rows = await this.shown(tx, entries);
        return rows.map((row, index) => ({ ...row, number: this.numberFor(entries[index]) }));
      },
      { readOnly: true },
    );
  }

  private numberFor(entry: CallEntry | undefined): string | null {
    return entry === undefined || entry.isReserved ? null : numberOf(entry.caseId);
  }

  private today(): string {
    return this.platform.localDateOf(this.platform.now());
  }
}

async function send(reply: HttpReply, page: string): Promise<void> {
  await reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}
