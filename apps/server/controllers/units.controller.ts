import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { UnitRecord } from '#libs/registry';

import { registryEndpoints as declared } from '../api/registry.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { definedOf } from '../http/defined.rules.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

const MOST_FOUND = 50;
const MOST_BELOW = 5000;

/** A unit as everybody may see it. */
export function presentUnit({ path: _path, ...unit }: UnitRecord): Omit<UnitRecord, 'path'> {
  return unit;
}

/** The tree of units: finding, adding, moving, closing. */
@Controller()
export class UnitsController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(declared.findUnits)
  async find(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(declared.findUnits, request);
    const { text, within, kind } = query;
    const question = {
      text,
      on: this.desk.today(),
      limit: MOST_FOUND,
      ...definedOf({ kind, within: within === undefined ? undefined : [within] }),
    };
    const rows = await this.desk.read((tx) => this.platform.registry.findUnits(tx, question));
    return { rows: rows.map(presentUnit) };
  }

  @Route(declared.readUnit)
  async read(@Req() request: HttpRequest) {
    const { params } = await this.gate.visit(declared.readUnit, request);
    const [unit, ...above] = await this.desk.read((tx) => this.platform.registry.ancestors(tx, params.unit));
    return { unit: presentUnit(unit ?? refuse('resource.unknown')), above: above.map(presentUnit) };
  }

  @Route(declared.readSubtree)
  async subtree(@Req() request: HttpRequest) {
    const { params, query } = await this.gate.visit(declared.readSubtree, request);
    const rows = await this.desk.read((tx) => this.platform.registry.subtree(tx, params.unit, query.kind));
    if (rows.length === 0 && query.kind === undefined) refuse('resource.unknown');
    const today = this.desk.today();
    return {
      rows: rows
        .filter(({ to }) => to === null || to > today)
        .slice(0, MOST_BELOW)
        .map(presentUnit),
    };
  }

  @Route(declared.createUnit)
  async create(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.createUnit, request);
    const { reason, on, ...unit } = entered.body;
    const id = this.desk.newId(entered);
    const writing = { unit: unit.parent, why: { reason, on }, batch: { units: [{ id, ...unit }] } };
    const known = await this.desk.read((tx) => this.platform.registry.unit(tx, id));
    if (known !== null) return { id, change: null };
    const { change } = await this.desk.write(entered, writing);
    return { id, change };
  }

  @Route(declared.changeUnit)
  async change(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.changeUnit, request);
    const { reason, on, ...fields } = entered.body;
    const { unit: id } = entered.params;
    const { change } = await this.desk.write(entered, {
      unit: id,
      why: { reason, on },
      batch: { units: [{ id, ...fields }] },
    });
    return { id, change };
  }

  @Route(declared.moveUnit)
  async move(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.moveUnit, request);
    const { reason, on, parent } = entered.body;
    const { unit: id } = entered.params;
    const { change } = await this.desk.write(entered, {
      unit: parent,
      why: { reason, on },
      names: { units: [parent] },
      batch: { units: [{ id, parent }] },
    });
    return { id, change };
  }

  @Route(declared.closeUnit)
  async close(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.closeUnit, request);
    const { reason, on, successor } = entered.body;
    const { unit: id } = entered.params;
    const closing = { id, to: on ?? this.desk.today(), ...(successor === undefined ? {} : { successor }) };
    const batch = { units: [closing] };
    const { change } = await this.desk.write(entered, { unit: id, why: { reason, on }, batch });
    return { id, change };
  }
}
