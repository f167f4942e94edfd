import { Controller, Inject, Req } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Tx } from '#libs/database';
import { SENSITIVE_FLAGS, type PersonFlag, type PersonRecord } from '#libs/registry';

import { registryEndpoints as declared } from '../api/registry.endpoints.js';
import { definedOf } from '../http/defined.rules.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

const PAGE = 50;

/** People of the registry. Telephones come masked; what is need-to-know comes from visits and unmasking only. */
@Controller()
export class PeopleController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(declared.findPeople)
  async find(@Req() request: HttpRequest) {
    const { query, reach } = await this.gate.enter(declared.findPeople, request);
    const { unit, limit = PAGE, cursor = null, name, phone, address } = query;
    const within = unit === undefined ? reach : [unit];
    return this.desk.read(async (tx) => {
      const question = { within, limit, cursor, ...definedOf({ name, phone, address }) };
      const { rows, next } = await this.platform.registry.findPeople(tx, question);
      return { rows: await this.present(tx, rows), next };
    });
  }

  @Route(declared.readPerson)
  async read(@Req() request: HttpRequest) {
    const { params } = await this.gate.enter(declared.readPerson, request);
    return this.desk.read(async (tx) => {
      const person = (await this.platform.registry.person(tx, params.person)) ?? refuse('resource.unknown');
      const home = person.household === null ? null : await this.platform.registry.household(tx, person.household);
      const [view] = await this.present(tx, [{ ...person, address: home?.address ?? null }]);
      return view ?? refuse('resource.unknown');
    });
  }

  @Route(declared.readPersonHistory)
  async history(@Req() request: HttpRequest) {
    const { params } = await this.gate.enter(declared.readPersonHistory, request);
    const { registry } = this.platform;
    return this.desk.read(async (tx) => {
      const ids = await registry.idsOf(tx, params.person);
      const versions = await registry.versionsOf(tx, 'person', ids);
      const stays = await registry.residencesOf(tx, { people: ids });
      return {
        rows: versions.map(({ record, change: _change, ...version }) => ({
          ...version,
          name: record.name,
          unit: record.unit,
          household: record.household,
        })),
        residences: stays.map(({ household, address, from, to }) => ({ household, address, from, to })),
      };
    });
  }

  @Route(declared.createPerson)
  async create(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.createPerson, request);
    const { reason, on, flags = [], ...fields } = entered.body;
    const id = this.desk.newId(entered);
    if ((await this.desk.read((tx) => this.platform.registry.person(tx, id))) !== null) return { id, change: null };
    const person = { gender: null, birthYear: null, household: null, ...definedOf(fields), id, flags };
    await this.refuseForeignHome(entered.reach, fields.household);
    const { change } = await this.desk.write(entered, {
      unit: fields.unit,
      why: { reason, on },
      batch: { people: [withYear(person)] },
    });
    return { id, change };
  }

  @Route(declared.changePerson)
  async change(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.changePerson, request);
    const { reason, on, addFlags = [], removeFlags = [], seen = {}, ...fields } = entered.body;
    const { person: id } = entered.params;
    const known = await this.desk.read((tx) => this.platform.registry.person(tx, id));
    if (known === null) refuse('resource.unknown');
    await this.refuseUnseen(known, seen);
    if (fields.unit !== undefined && fields.unit !== known.unit) fields.household ??= null;
    await this.refuseForeignHome(entered.reach, fields.household);
    const flags = [...new Set([...known.flags, ...addFlags])].filter((flag) => !removeFlags.includes(flag));
    const { change } = await this.desk.write(entered, {
      unit: fields.unit ?? known.unit,
      why: { reason, on },
      names: { units: [fields.unit] },
      batch: { people: [withYear({ ...definedOf(fields), id: known.id, flags })] },
    });
    // whether something sensitive was written already is not to be found out by writing it
    const isTold = ![...addFlags, ...removeFlags].some((flag) => SENSITIVE_FLAGS.includes(flag));
    return { id: known.id, change: isTold ? change : null };
  }

  @Route(declared.mergePeople)
  async merge(@Req() request: HttpRequest) {
    const entered = await this.gate.enter(declared.mergePeople, request);
    const { drop, reason } = entered.body;
    const { person: keep } = entered.params;
    const { registry, accounts } = this.platform;
    const { change } = await this.desk.transaction(async (tx) => {
      await this.desk.refuseBeyond(tx, entered, { people: [drop] });
      await this.desk.guard.refuseMerging(tx, entered, { keep, drop });
      const unit = (await registry.person(tx, keep))?.unit ?? null;
      const merged = await registry.merge(tx, this.desk.note(entered, unit, { reason }), { keep, drop });
      await accounts.directory.movePerson(tx, { from: drop, to: keep, by: entered.caller.person });
      return merged;
    });
    return { id: keep, change };
  }

  /** Nobody is moved into a household the writer does not reach. */
  private async refuseForeignHome(reach: readonly string[], household: string | null | undefined): Promise<void> {
    if (household === null || household === undefined) return;
    const { registry } = this.platform;
    await this.desk.read(async (tx) => {
      const home = (await registry.household(tx, household)) ?? refuse('resource.unknown');
      await this.desk.refuseBeyond(tx, { caller: { person: '' }, reach }, { units: [home.stairwell] });
    });
  }

  /** Somebody else was faster: the page of whoever changes it now does not show what is registered. */
  private async refuseUnseen(known: PersonRecord, seen: object): Promise<void> {
    const isSeen = Object.entries(seen).every(([field, value]) => (Reflect.get(known, field) ?? null) === value);
    if (isSeen) return;
    const { registry } = this.platform;
    const last = await this.desk.read(async (tx) => {
      const version = (await registry.versionsOf(tx, 'person', [known.id])).at(-1);
      const by = version?.by == null ? null : await registry.person(tx, version.by);
      return { who: by?.name ?? version?.source ?? '', reason: version?.reason ?? '' };
    });
    refuse('registry.changed_meanwhile', { params: last });
  }

  private async present(tx: Tx, rows: readonly (PersonRecord & { address: string | null })[]) {
    const masks = await this.platform.registry.maskedPhones(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map(({ id, name, gender, birthYear, unit, household, address, flags, domicile, diedOn }) => ({
      id,
      name,
      gender,
      birthYear,
      unit,
      household,
      address,
      phone: masks.get(id) ?? null,
      flags: flags.filter((flag: PersonFlag) => !SENSITIVE_FLAGS.includes(flag)),
      domicile,
      diedOn,
    }));
  }
}

/** The year follows from the date, where one is given. */
function withYear<Given extends { birthDate?: string | null }>(given: Given): Given & { birthYear?: number } {
  const { birthDate } = given;
  return typeof birthDate === 'string' ? { ...given, birthYear: Number(birthDate.slice(0, 4)) } : given;
}
