import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { idFromName, type HouseholdRecord, type PremisesRecord, type UnitId } from '#libs/registry';

import { registryEndpoints as declared } from '../api/registry.endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import type { Writer } from '../http/registry-writer.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

/** Households and flats. The colour of a household is in no answer: it is for those who claimed it. */
@Controller()
export class HomesController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(declared.readHousehold)
  async read(@Req() request: HttpRequest) {
    const { params } = await this.gate.enter(declared.readHousehold, request);
    const { registry } = this.platform;
    return this.desk.read(async (tx) => {
      const home = (await registry.household(tx, params.household)) ?? refuse('resource.unknown');
      const ids = await registry.inhabitantsOf(tx, home.id);
      const delegates = await registry.delegatesOf(tx, home.id);
      const names = await this.desk.names(tx, [...ids, ...delegates.map(({ person }) => person)]);
      const masks = await registry.maskedPhones(tx, ids);
      const { id, address, building, stairwell, premises, flat, group } = home;
      return {
        ...{ id, address, building, stairwell, premises, flat, group },
        people: ids.map((one) => ({ id: one, name: names.get(one) ?? '', phone: masks.get(one) ?? null })),
        delegates: delegates.map(({ person, from, to, slip }) => {
          return { person, name: names.get(person) ?? '', from, to, slip };
        }),
      };
    });
  }

  @Route(declared.createHousehold)
  async create(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.createHousehold, request);
    const { reason, on, ...fields } = entered.body;
    const id = this.desk.newId(entered);
    if ((await this.desk.read((tx) => this.platform.registry.household(tx, id))) !== null) return { id, change: null };
    if (fields.colour !== undefined) await this.refuseColour(entered, fields.stairwell);
    await this.refuseFlat(entered, fields.premises, fields.building);
    const { change } = await this.desk.write(entered, {
      unit: fields.stairwell,
      why: { reason, on },
      names: { units: [fields.building, fields.group] },
      batch: { households: [{ premises: null, ...definedOf(fields), id }] },
    });
    return { id, change };
  }

  @Route(declared.changeHousehold)
  async change(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.changeHousehold, request);
    const { reason, on, ...fields } = entered.body;
    const { household: id } = entered.params;
    const { stairwell: unit, building } = await this.household(id);
    if (fields.colour !== undefined) await this.refuseColour(entered, unit);
    await this.refuseFlat(entered, fields.premises, building);
    const { change } = await this.desk.write(entered, {
      unit,
      why: { reason, on },
      names: { units: [fields.group] },
      batch: { households: [{ id, ...definedOf(fields) }] },
    });
    return { id, change };
  }

  @Route(declared.nameDelegate)
  async nameDelegate(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.nameDelegate, request);
    const { person, from, to = null, slip, reason } = entered.body;
    const { household } = entered.params;
    const { stairwell: unit } = await this.household(household);
    await this.desk.read(async (tx) => {
      await this.desk.refuseBeyond(tx, entered, { people: [person] });
      await this.desk.guard.refuseDelegate(tx, entered, { household, person, from });
    });
    const id = idFromName(`delegate:${household}:${person}:${from}`);
    const past = await this.desk.read((tx) => this.platform.registry.delegatesOf(tx, household));
    const ended = past
      .filter((one) => one.id !== id && (one.to === null || one.to > from))
      .map((one) => ({ id: one.id, to: one.from > from ? one.from : from }));
    const { change } = await this.desk.write(entered, {
      unit,
      why: { reason },
      names: { people: [person] },
      batch: { delegates: [...ended, { id, household, person, from, to, slip }] },
    });
    return { id, change };
  }

  @Route(declared.readPremises)
  async readPremises(@Req() request: HttpRequest) {
    const { params } = await this.gate.enter(declared.readPremises, request);
    const { registry } = this.platform;
    return this.desk.read(async (tx) => {
      const flat = (await registry.premises(tx, params.premises)) ?? refuse('resource.unknown');
      const owners = await registry.ownersOf(tx, [flat.id], this.desk.today());
      const names = await this.desk.names(
        tx,
        owners.map(({ person }) => person),
      );
      return {
        ...flat,
        owners: owners.map(({ person, share, from }) => ({ person, name: names.get(person) ?? '', share, from })),
      };
    });
  }

  @Route(declared.changePremises)
  async changePremises(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.changePremises, request);
    const { reason, on, ...fields } = entered.body;
    const { premises: id } = entered.params;
    const flat = await this.desk.read((tx) => this.platform.registry.premises(tx, id));
    const { change } = await this.desk.write(entered, {
      unit: (flat ?? refuse('resource.unknown')).building,
      why: { reason, on },
      batch: { premises: [{ id, ...definedOf(fields) }] },
    });
    return { id, change };
  }

  @Route(declared.readPremisesGrid)
  async readGrid(@Req() request: HttpRequest) {
    const { params } = await this.gate.enter(declared.readPremisesGrid, request);
    const rows = await this.desk.read((tx) => this.platform.registry.premisesOf(tx, params.unit));
    return { floors: floorsOf(rows) };
  }

  private async household(id: string): Promise<HouseholdRecord> {
    const home = await this.desk.read((tx) => this.platform.registry.household(tx, id));
    return home ?? refuse('resource.unknown');
  }

  /** A colour says how much help a household needs: only those who assign visits there set it. */
  private async refuseColour(writer: Writer, unit: UnitId): Promise<void> {
    await this.desk.read((tx) => this.desk.guard.refuseWithout(tx, writer, { needs: 'visits.assign', unit }));
  }

  /** The flat of a household is one of its building. */
  private async refuseFlat(writer: Writer, id: string | null | undefined, building: UnitId): Promise<void> {
    if (id === null || id === undefined) return;
    await this.desk.read(async (tx) => {
      const flat = (await this.platform.registry.premises(tx, id)) ?? refuse('resource.unknown');
      await this.desk.refuseBeyond(tx, writer, { units: [flat.building] });
      if (flat.building !== building)
        refuse('input.invalid', { issues: [{ path: 'premises', message: 'is not in the building of the household' }] });
    });
  }
}

/** Flats floor by floor, the top floor first, as one looks at a house. */
function floorsOf(rows: readonly PremisesRecord[]) {
  const floors = [...Map.groupBy(rows, ({ floor }) => floor)].sort(([a], [b]) => b - a);
  return floors.map(([floor, flats]) => ({
    floor,
    flats: flats.map(({ id, number, stairwell, area, use }) => ({ id, number, stairwell, area, use })),
  }));
}
