import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Tx } from '#libs/database';
import { Rosters, type DutyTurn } from '#libs/rosters';

import { rosterEndpoints as declared } from '../api/rosters.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

const WEEK_MS = 7 * 86_400_000;

/** Duty rosters, kept by those who answer for a unit. */
@Controller()
export class RostersController {
  private readonly rosters = new Rosters();

  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(declared.listDutyTurns)
  async list(@Req() request: HttpRequest) {
    const { params, query } = await this.gate.enter(declared.listDutyTurns, request);
    const now = this.platform.now();
    const from = query.from ?? now;
    const to = query.to ?? new Date(Date.parse(from) + WEEK_MS).toISOString();
    return this.desk.read(async (tx) => {
      const lineage = await this.platform.registry.lineage(tx, params.unit);
      const rows = await this.rosters.between(tx, params.unit, { from, to });
      const onDuty = await this.rosters.onDuty(tx, lineage, now);
      return { rows: await this.shown(tx, rows), now: await this.shown(tx, onDuty) };
    });
  }

  @Route(declared.enterDutyTurn)
  async enter(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.enterDutyTurn, request);
    const { params, body, caller } = entered;
    if (Date.parse(body.endsAt) <= Date.parse(body.startsAt)) refuse('input.invalid');
    return this.desk.transaction(async (tx) => {
      if (!(await this.serves(tx, body.person, params.unit))) refuse('resource.unknown');
      const turn = {
        ...body,
        id: this.desk.newId(entered),
        unit: params.unit,
        startsAt: new Date(body.startsAt).toISOString(),
        endsAt: new Date(body.endsAt).toISOString(),
      };
      const clash = await this.rosters.clashing(tx, turn);
      if (clash !== null)
        refuse('duty.clash', { params: { who: await this.nameOf(tx, clash.person), line: clash.line } });
      await this.rosters.enter(tx, { ...turn, by: caller.person, at: this.platform.now() });
      const [shown] = await this.shown(tx, [turn]);
      return shown ?? refuse('resource.unknown');
    });
  }

  @Route(declared.strikeDutyTurn)
  async strike(@Req() request: HttpRequest) {
    const { params, body, caller } = await this.gate.enter(declared.strikeDutyTurn, request);
    return this.desk.transaction(async (tx) => {
      const turn = await this.rosters.turn(tx, params.turn);
      const struck = turn === null ? await this.rosters.struck(tx, { id: params.turn, unit: params.unit }) : null;
      if (struck !== null)
        refuse('duty.struck', { params: { who: await this.nameOf(tx, struck.by), reason: struck.reason } });
      // another unit's: as if there were none
      if (turn?.unit !== params.unit) refuse('resource.unknown');
      await this.rosters.strike(tx, { id: params.turn, ...body, by: caller.person, at: this.platform.now() });
      return { id: params.turn };
    });
  }

  /**
   * Whoever is on duty is rung, reads emergencies and takes them: somebody of the unit, of one above it or below it. Anybody else is
   * as if there were no such person, and is not named.
   */
  private async serves(tx: Tx, person: string, unit: string): Promise<boolean> {
    const { registry, access } = this.platform;
    const above = await registry.lineage(tx, unit);
    const { grants } = await access.standing(tx, person);
    for (const grant of grants)
      if (
        grant.held !== 'residence' &&
        (above.includes(grant.unit) || (await registry.lineage(tx, grant.unit)).includes(unit))
      )
        return true;
    return false;
  }

  private async nameOf(tx: Tx, person: string): Promise<string> {
    return (await this.platform.registry.person(tx, person))?.name ?? '';
  }

  private async shown(tx: Tx, turns: readonly DutyTurn[]) {
    const people = await this.platform.registry.people(
      tx,
      turns.map(({ person }) => person),
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return turns.map(({ id, unit, line, person, phone, startsAt, endsAt }) => ({
      ...{ id, unit, line, person, phone, startsAt, endsAt },
      personName: names.get(person) ?? '',
    }));
  }
}
