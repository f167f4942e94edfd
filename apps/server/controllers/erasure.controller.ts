import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Tx } from '#libs/database';
import type { ErasureRow } from '#libs/privacy';

import { erasureEndpoints } from '../api/erasure.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

/** Erasing people, and keeping what has to be kept. */
@Controller()
export class ErasureController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(erasureEndpoints.askOwnErasure)
  async askOwn(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, body } = await this.gate.enter(erasureEndpoints.askOwnErasure, request);
    const { database, registry, privacy, now, localDateOf } = this.platform;
    const { ground, onBehalfOf: person = caller.person } = body;
    const asked = await database.transaction(async (tx) => {
      const agents = person === caller.person ? [person] : await registry.agentsOf(tx, person, localDateOf(now()));
      if (!agents.includes(caller.person)) refuse('resource.unknown');
      return privacy.erasures.ask(tx, { person, ground, by: caller.person });
    });
    void reply.status(201);
    return present(asked);
  }

  @Route(erasureEndpoints.listOwnErasures)
  async own(@Req() request: HttpRequest) {
    const { caller } = await this.gate.enter(erasureEndpoints.listOwnErasures, request);
    const { database, privacy } = this.platform;
    const rows = await database.transaction((tx) => privacy.erasures.of(tx, caller.person), { readOnly: true });
    return { rows: rows.map(present) };
  }

  @Route(erasureEndpoints.askErasure)
  async ask(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, params, body } = await this.gate.enter(erasureEndpoints.askErasure, request);
    const { database, privacy } = this.platform;
    const wish = { person: params.person, ground: body.ground, by: caller.person };
    const asked = await database.transaction((tx) => privacy.erasures.ask(tx, wish));
    void reply.status(201);
    return present(asked);
  }

  @Route(erasureEndpoints.listErasures)
  async list(@Req() request: HttpRequest) {
    const { query, reach } = await this.gate.enter(erasureEndpoints.listErasures, request);
    const { database, privacy } = this.platform;
    return database.transaction(
      async (tx) => {
        const rows = await this.within(tx, await privacy.erasures.list(tx, query.state), reach);
        return { rows: rows.map(present) };
      },
      { readOnly: true },
    );
  }

  @Route(erasureEndpoints.confirmErasure)
  async confirm(@Req() request: HttpRequest) {
    const { caller, params, reach } = await this.gate.enter(erasureEndpoints.confirmErasure, request);
    const { erasures } = this.platform.privacy;
    await this.mine(params.id, reach);
    await erasures.confirm(params.id, caller.person);
    return present(await erasures.run(params.id));
  }

  @Route(erasureEndpoints.refuseErasure)
  async refuse(@Req() request: HttpRequest) {
    const { caller, params, body, reach } = await this.gate.enter(erasureEndpoints.refuseErasure, request);
    await this.mine(params.id, reach);
    return present(await this.platform.privacy.erasures.refuse(params.id, { ...body, by: caller.person }));
  }

  @Route(erasureEndpoints.holdPerson)
  async hold(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, params, body } = await this.gate.enter(erasureEndpoints.holdPerson, request);
    const { database, privacy } = this.platform;
    const wanted = { person: params.person, authority: body.authority, to: body.to ?? null, by: caller.person };
    const held = await database.transaction((tx) => privacy.erasures.hold(tx, wanted));
    void reply.status(201);
    return held;
  }

  @Route(erasureEndpoints.listHolds)
  async holds(@Req() request: HttpRequest) {
    const { reach } = await this.gate.enter(erasureEndpoints.listHolds, request);
    const { database } = this.platform;
    return { rows: await database.transaction((tx) => this.holdsWithin(tx, reach), { readOnly: true }) };
  }

  @Route(erasureEndpoints.liftHold)
  async lift(@Req() request: HttpRequest) {
    const { caller, params, reach } = await this.gate.enter(erasureEndpoints.liftHold, request);
    const { database, privacy } = this.platform;
    return database.transaction(async (tx) => {
      const held = (await this.holdsWithin(tx, reach)).some(({ id }) => id === params.id);
      if (!held) refuse('resource.unknown');
      return privacy.erasures.lift(tx, params.id, caller.person);
    });
  }

  private async holdsWithin(tx: Tx, reach: readonly string[]) {
    const { privacy, registry } = this.platform;
    const rows = await privacy.erasures.holds(tx);
    const people = new Map(
      (
        await registry.people(
          tx,
          rows.map(({ person }) => person),
        )
      ).map((one) => [one.id, one.unit]),
    );
    const placed = rows.map((row) => ({ row, unit: people.get(row.person) ?? '' }));
    return (await this.within(tx, placed, reach)).map(({ row }) => row);
  }

  /** @throws RequestRefused `resource.unknown` when it is none of the caller's units. */
  private async mine(id: string, reach: readonly string[]): Promise<void> {
    const { database, privacy } = this.platform;
    const found = await database.transaction(
      async (tx) => {
        const row = await privacy.erasures.find(tx, id);
        return row === null ? [] : this.within(tx, [row], reach);
      },
      { readOnly: true },
    );
    if (found.length === 0) refuse('resource.unknown');
  }

  private async within<Row extends { unit: string }>(
    tx: Tx,
    rows: readonly Row[],
    reach: readonly string[],
  ): Promise<Row[]> {
    const inside: Row[] = [];
    for (const row of rows)
      if ((await this.platform.registry.lineage(tx, row.unit)).some((above) => reach.includes(above))) inside.push(row);
    return inside;
  }
}

function present({ unit: _, ...row }: ErasureRow) {
  return row;
}
