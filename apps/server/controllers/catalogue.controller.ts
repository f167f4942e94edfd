import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Tx } from '#libs/database';
import type { DutyHolder, MatterRecord, NewMatter } from '#libs/registry';

import { bodyEndpoints as declared } from '../api/bodies.endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

/** The service catalogue and the duty matrix. */
@Controller()
export class CatalogueController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(declared.readCatalogue)
  async read(@Req() request: HttpRequest) {
    const { params } = await this.gate.visit(declared.readCatalogue, request);
    const { registry } = this.platform;
    const rows = await this.desk.read(async (tx) => {
      if ((await registry.unit(tx, params.unit)) === null) refuse('resource.unknown');
      return registry.mattersAt(tx, params.unit, this.desk.today());
    });
    return { rows: rows.map(presentMatter) };
  }

  @Route(declared.readMatter)
  async readMatter(@Req() request: HttpRequest) {
    const { params } = await this.gate.visit(declared.readMatter, request);
    const matter = await this.matter(params.matter);
    return { ...presentMatter(matter), questions: matter.questions, guide: matter.guide };
  }

  @Route(declared.checkAnswers)
  async check(@Req() request: HttpRequest) {
    const { params, body } = await this.gate.visit(declared.checkAnswers, request);
    await this.matter(params.matter);
    return {
      problems: await this.desk.read((tx) => this.platform.registry.checkAnswers(tx, params.matter, body.answers)),
    };
  }

  @Route(declared.writeMatter)
  async write(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.writeMatter, request);
    const { reason, id = this.desk.newId(entered), ...fields } = entered.body;
    const { unit } = entered.params;
    const known = await this.desk.read((tx) => this.platform.registry.matter(tx, id));
    if (known !== null && known.unit !== unit) refuse('resource.unknown');
    const matter = { ...definedOf(fields), id, unit } as NewMatter;
    const { change } = await this.desk.write(entered, { unit, why: { reason }, batch: { matters: [matter] } });
    return { id, change };
  }

  @Route(declared.readDuties)
  async duties(@Req() request: HttpRequest) {
    const { params, query } = await this.gate.enter(declared.readDuties, request);
    const { registry } = this.platform;
    const on = query.on ?? this.desk.today();
    await this.matter(query.matter);
    return this.desk.read(async (tx) => {
      if ((await registry.unit(tx, params.unit)) === null) refuse('resource.unknown');
      const holders = await registry.dutyOf(tx, query.matter, { unit: params.unit, on });
      const rows = [];
      for (const holder of holders) rows.push(await this.presentDuty(tx, holder, on));
      return { rows };
    });
  }

  @Route(declared.writeDuty)
  async writeDuty(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.writeDuty, request);
    const { reason, id = this.desk.newId(entered), ...fields } = entered.body;
    const { unit } = entered.params;
    await this.matter(fields.matter);
    const known = await this.desk.read((tx) => this.platform.registry.duty(tx, id));
    if (known !== null && known.unit !== unit) refuse('resource.unknown');
    const duty = { ...definedOf(fields), id, unit, matter: fields.matter, duty: fields.duty };
    const { change } = await this.desk.write(entered, { unit, why: { reason }, batch: { duties: [duty] } });
    return { id, change };
  }

  private async matter(id: string): Promise<MatterRecord> {
    const matter = await this.desk.read((tx) => this.platform.registry.matter(tx, id));
    return matter ?? refuse('resource.unknown');
  }

  /** People by name only where the duty is an office: that is who will answer for it. */
  private async presentDuty(tx: Tx, { duty, unit, role }: DutyHolder, on: string) {
    const { registry } = this.platform;
    const held = unit === null || role === null ? [] : await registry.holders(tx, { role, unit, on, exact: true });
    const names = await this.desk.names(
      tx,
      held.map(({ person }) => person),
    );
    return {
      duty,
      unit,
      unitName: unit === null ? null : ((await registry.unit(tx, unit))?.name ?? null),
      role,
      holders: held.map(({ person }) => ({ person, name: names.get(person) ?? '' })),
    };
  }
}

function presentMatter({ id, parent, unit, code, name, competence, limits }: MatterRecord) {
  return { id, parent, unit, code, name, competence, limits };
}
