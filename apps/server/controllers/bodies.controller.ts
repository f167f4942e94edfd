import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { idFromName, type NewOffice, type SeatView } from '#libs/registry';

import { bodyEndpoints as declared } from '../api/bodies.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';
import { presentUnit } from './units.controller.js';

/** Bodies, who sits in them, and rolls. */
@Controller()
export class BodiesController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(declared.listBodies)
  async list(@Req() request: HttpRequest) {
    const { params } = await this.gate.visit(declared.listBodies, request);
    const { registry } = this.platform;
    const rows = await this.desk.read(async (tx) => {
      if ((await registry.unit(tx, params.unit)) === null) refuse('resource.unknown');
      return registry.bodiesAt(tx, params.unit, this.desk.today());
    });
    return { rows: rows.map(presentUnit) };
  }

  @Route(declared.listOffices)
  async offices(@Req() request: HttpRequest) {
    const { params, query } = await this.gate.enter(declared.listOffices, request);
    const when = { on: this.desk.today(), past: query.past === 'true' };
    return { rows: await this.desk.read((tx) => this.platform.registry.seatsAt(tx, params.unit, when)) };
  }

  @Route(declared.appoint)
  async appoint(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.appoint, request);
    const { reason, person, role, from, to = null, constituency = null } = entered.body;
    const { unit } = entered.params;
    const id = entered.body.id ?? idFromName(`office:${person}:${role}:${unit}:${from}`);
    const office = { id, person, unit, role, from, to, constituency };
    await this.desk.read(async (tx) => {
      await this.desk.guard.refuseGiving(tx, entered, office);
      const known = await this.platform.registry.seat(tx, id, this.desk.today());
      if (known === null) return;
      if (known.unit !== unit) refuse('resource.unknown');
      await this.desk.guard.refuseGiving(tx, entered, known);
      if (!isSameOffice(known, office)) refuse('resource.conflict');
    });
    const { change } = await this.desk.write(entered, {
      unit,
      why: { reason },
      names: { people: [person], units: [constituency] },
      batch: { offices: [office] },
    });
    return { id, change };
  }

  @Route(declared.endOffice)
  async end(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.endOffice, request);
    const { reason, on, ending } = entered.body;
    const seat = await this.seatAt(entered);
    await this.desk.read((tx) =>
      this.desk.guard.refuseGiving(tx, entered, { unit: seat.unit, role: seat.role, person: null }),
    );
    const to = on < seat.from ? seat.from : on;
    const { change } = await this.desk.write(entered, {
      unit: seat.unit,
      why: { reason },
      batch: { offices: [{ id: seat.id, to, ending, endReason: reason }] },
    });
    return { id: seat.id, change };
  }

  @Route(declared.substituteOffice)
  async substitute(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.substituteOffice, request);
    const { reason, person, from, to } = entered.body;
    const { id: substituteFor, unit, role, constituency } = await this.seatAt(entered);
    const id = idFromName(`substitute:${substituteFor}:${person}:${from}`);
    await this.desk.read((tx) => this.desk.guard.refuseGiving(tx, entered, { unit, role, person }));
    const office = { id, person, unit, role, from, to, constituency, substituteFor };
    const { change } = await this.desk.write(entered, {
      unit,
      why: { reason },
      names: { people: [person] },
      batch: { offices: [office] },
    });
    return { id, change };
  }

  @Route(declared.readRoll)
  async roll(@Req() request: HttpRequest) {
    const { params, query } = await this.gate.enter(declared.readRoll, request);
    const { of, on = this.desk.today() } = query;
    return this.desk.read((tx) => this.platform.registry.roll(tx, { of, unit: params.unit }, on));
  }

  private async seatAt({ params }: { params: { unit: string; office: string } }): Promise<SeatView> {
    const seat = await this.desk.read((tx) => this.platform.registry.seat(tx, params.office, this.desk.today()));
    return seat !== null && seat.unit === params.unit ? seat : refuse('resource.unknown');
  }
}

/** Sent again it is the same office; whatever else has its id is another one, and what stands is not written over. */
function isSameOffice(known: SeatView, sent: NewOffice): boolean {
  return (['person', 'unit', 'role', 'from', 'to', 'constituency'] as const).every(
    (field) => known[field] === sent[field],
  );
}
