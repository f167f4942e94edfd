import type { Tx } from '#libs/database';
import type { BodyKind, NewOffice, NewUnit, UnitRecord, Upsert } from '#libs/registry';
import { BODIES, BODY_NAMES, idFromName } from '#libs/registry';

import { readDate } from '../cells/dates.rules.js';
import { readName } from '../cells/values.rules.js';
import { BODIES_TABLE } from '../kinds/other.columns.js';
import type { StagedRow } from '../table/staged-row.js';
import { recordIds } from './doors.js';
import { knownPeople, namesakes, type KnownPerson } from './known.sql.js';
import { roleOf } from './offices.words.js';
import { identityOf, phoneOf } from './people.facts.js';
import { stops, type Giving, type Plan, type PlanGround, type PlannedRow, type Planner } from './planner.types.js';
import { peopleElsewhere, unitsElsewhere } from './reach.sql.js';
import { Facts } from './row.facts.js';

interface Membership {
  facts: Facts;
  body: string;
  name: string;
  role: string | null;
  idIndexes: string[];
  phoneIndexes: string[];
}

/** What a batch knows and writes. */
interface Batch {
  people: KnownPerson[];
  offices: ReadonlyMap<string, { id: string; to: string | null }>;
  /** Blind indexes of identity numbers of people registered elsewhere. */
  elsewhere: ReadonlySet<string>;
  /** Bodies that are founded, by their rows. */
  founded: Map<number, UnitRecord>;
  /** What is given or taken, by rows. */
  givings: Map<number, Omit<Giving, 'by'>>;
  units: Map<string, Upsert<NewUnit>>;
  written: Map<string, Upsert<NewOffice>>;
}

/** Plans a table of bodies: who sits in them, as what, from when to when. Bodies that are not known yet are founded. */
export class BodiesPlanner implements Planner {
  constructor(private readonly ground: PlanGround) {}

  async plan(tx: Tx, rows: readonly StagedRow[]): Promise<Plan> {
    const read = rows.map((row) => this.#read(row));
    const batch = await this.#batch(tx, read);
    const rough = read.map((membership) => this.#planRow(membership, batch));
    const planned = await this.#permitted(tx, { read, rough, batch });
    const writes = [
      { on: this.ground.asOf, batch: { units: [...batch.units.values()], offices: [...batch.written.values()] } },
    ];
    return { rows: planned, writes };
  }

  /** What only the whole batch can be asked: whether founded bodies are new indeed, and offices theirs to give who bring them. */
  async #permitted(
    tx: Tx,
    { read, rough, batch }: { read: readonly Membership[]; rough: readonly PlannedRow[]; batch: Batch },
  ): Promise<PlannedRow[]> {
    const { unit, by, mayGive } = this.ground;
    const founded = [...batch.founded.values()].flatMap(({ id, code }) => [id, code]);
    const taken = await unitsElsewhere(tx, founded, unit);
    const planned: PlannedRow[] = [];
    for (const [index, one] of rough.entries()) {
      const facts = read[index]?.facts;
      const body = batch.founded.get(one.row);
      const giving = batch.givings.get(one.row);
      if (body !== undefined && (taken.has(body.id) || taken.has(body.code))) facts?.problem('unit.code_taken', 'body');
      if (giving !== undefined && !(await mayGive({ by, ...giving }, tx))) facts?.problem('office.not_yours', 'role');
      planned.push(stops(one.problems) ? { ...one, outcome: 'error' } : one);
    }
    return planned;
  }

  finish(): Promise<Plan> {
    return Promise.resolve({ rows: [], writes: [] });
  }

  #read(row: StagedRow): Membership {
    const { indexes } = this.ground;
    const facts = new Facts(row, BODIES_TABLE);
    const identity = identityOf(facts);
    const phone = phoneOf(facts);
    const role = facts.text('role') === '' ? null : facts.read('role', roleOf);
    if (facts.text('role') === '') facts.problem('cell.missing', 'role');
    return {
      facts,
      role,
      body: facts.needed('body'),
      name: readName(facts.needed('name', 60)),
      idIndexes: identity?.number ? indexes.idNumber(identity.number) : [],
      phoneIndexes: phone === null ? [] : indexes.phone(phone),
    };
  }

  async #batch(tx: Tx, read: readonly Membership[]): Promise<Batch> {
    const byNumber = await knownPeople(
      tx,
      {
        ids: [],
        idIndexes: read.flatMap(({ idIndexes }) => idIndexes),
        phoneIndexes: read.flatMap(({ phoneIndexes }) => phoneIndexes),
        atHome: [],
        born: [],
      },
      this.ground.unit,
    );
    const elsewhere = await peopleElsewhere(
      tx,
      { ids: [], idIndexes: read.flatMap(({ idIndexes }) => idIndexes) },
      this.ground.unit,
    );
    const byName = await namesakes(tx, [...new Set(read.map(({ name }) => name))], this.ground.unit);
    const people = [...new Map([...byNumber, ...byName].map((one) => [one.id, one])).values()];
    const rows = await tx.query<{ id: string; person: string; unit: string; role: string; to: string | null }>(
      `select id, person, unit, role, to_date as "to" from offices
       where person = any($1) and (to_date is null or to_date > $2::date)`,
      [people.map(({ id }) => id), this.ground.asOf],
    );
    const offices = new Map(rows.map((one) => [`${one.person}/${one.unit}/${one.role}`, one]));
    return { people, offices, elsewhere, founded: new Map(), givings: new Map(), units: new Map(), written: new Map() };
  }

  #planRow(membership: Membership, batch: Batch): PlannedRow {
    const { facts, role } = membership;
    const person = this.#personOf(membership, batch);
    const body = this.#bodyOf(membership, batch);
    const constituency = this.#constituencyOf(facts);
    const from = facts.read('from', (text) => readDate(text)?.day ?? null) ?? this.ground.asOf;
    const to = facts.read('to', (text) => readDate(text)?.day ?? null);
    const { row, problems } = facts;
    if (stops(problems) || person === null || body === null || role === null)
      return { row, outcome: 'error', problems };
    const known = batch.offices.get(`${person.id}/${body.id}/${role}`);
    const id = known?.id ?? idFromName(`office:${person.id}:${role}:${body.id}:${from}`);
    if (batch.written.has(id)) return { row, outcome: 'unchanged', problems };
    if (known !== undefined && (to === null || known.to === to)) return { row, outcome: 'unchanged', problems };
    const office =
      known === undefined ? { id, person: person.id, unit: body.id, role, from, to, constituency } : { id, to };
    batch.written.set(id, office);
    // who stays longer is given the office as who is new; who goes earlier only loses it
    const isTaken = known !== undefined && to !== null && (known.to === null || to < known.to);
    const lineage = body.path.split('/').filter((one) => one !== '');
    batch.givings.set(row, { person: isTaken ? null : person.id, role, lineage });
    return { row, outcome: known === undefined ? 'new' : 'changed', problems };
  }

  #personOf(
    { facts, name, idIndexes, phoneIndexes }: Membership,
    { people, elsewhere }: Pick<Batch, 'people' | 'elsewhere'>,
  ): KnownPerson | null {
    const isHere = people.some((one) => one.idIndex !== null && idIndexes.includes(one.idIndex));
    if (!isHere && idIndexes.some((index) => elsewhere.has(index))) {
      facts.problem('person.elsewhere', 'idNumber');
      return null;
    }
    const byNumber =
      people.find((one) => one.idIndex !== null && idIndexes.includes(one.idIndex)) ??
      people.find((one) => one.name === name && one.phoneIndex !== null && phoneIndexes.includes(one.phoneIndex));
    if (byNumber !== undefined) return byNumber;
    const [only, other] = people.filter((one) => one.name === name && !(idIndexes.length > 0 && one.idIndex !== null));
    if (only !== undefined && other === undefined) return only;
    if (name !== '') facts.problem(only === undefined ? 'person.unknown' : 'person.ambiguous', 'name', { name });
    return null;
  }

  #bodyOf({ facts, body }: Membership, { units, founded }: Batch): UnitRecord | null {
    const { places, unit } = this.ground;
    const above = facts.text('above');
    const parent = above === '' ? { ok: true as const, unit: places.get(unit) } : places.named(above);
    if (!parent.ok) facts.problem(parent.code, 'above', { name: above });
    if (body === '' || !parent.ok || parent.unit === undefined) return null;
    const named = places.below(parent.unit.id, body) ?? (above === '' ? places.named(body) : undefined);
    if (named !== undefined && 'id' in named) return named;
    if (named?.ok) return named.unit;
    if (named?.code === 'unit.ambiguous') {
      facts.problem('unit.ambiguous', 'body', { name: body });
      return null;
    }
    const code = `${parent.unit.code}-${body}`;
    const record: UnitRecord = {
      id: recordIds.keyed('unit', '', code),
      parent: parent.unit.id,
      kind: 'body',
      body: bodyKindOf(body),
      name: body,
      code,
      path: '',
      address: null,
      phone: null,
      from: null,
      to: null,
      successor: null,
    };
    units.set(record.id, { ...record, path: undefined } as Upsert<NewUnit>);
    const placed = { ...record, path: `${parent.unit.path}${record.id}/` };
    founded.set(facts.row, placed);
    places.add(placed);
    return placed;
  }

  #constituencyOf(facts: Facts): string | null {
    const name = facts.text('constituency');
    if (name === '') return null;
    const named = this.ground.places.named(name);
    if (named.ok) return named.unit.id;
    facts.problem(named.code, 'constituency', { name });
    return null;
  }
}

/** Which of the assemblies known by name a body is. */
function bodyKindOf(name: string): BodyKind | null {
  return (
    BODY_NAMES.find((kind) => name.includes(BODIES[kind].zh) || name.toLowerCase() === BODIES[kind].en.toLowerCase()) ??
    null
  );
}
