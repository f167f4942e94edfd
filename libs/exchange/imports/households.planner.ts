import type { Tx } from '#libs/database';
import type { ColourClass, NewDelegate, NewHousehold, RegistryBatch, Upsert } from '#libs/registry';
import { idFromName } from '#libs/registry';

import { readName } from '../cells/values.rules.js';
import { HOUSEHOLDS } from '../kinds/households.columns.js';
import type { StagedRow } from '../table/staged-row.js';
import { doorOf, Doors, placeOf, recordIds, type Door } from './doors.js';
import {
  delegatesOf,
  HOUSEHOLD_FIELDS,
  householdsOf,
  knownPeople,
  type KnownHousehold,
  type KnownPerson,
} from './known.sql.js';
import { PackedMap } from './packed.records.js';
import { identityOf, phoneOf } from './people.facts.js';
import { stops, type Plan, type PlanGround, type PlannedRow, type Planner } from './planner.types.js';
import { Facts } from './row.facts.js';

const COLOURS: readonly (readonly [RegExp, ColourClass])[] = [
  [/^红|^red$/i, 'red'],
  [/^橙|^orange$/i, 'orange'],
  [/^黄|^yellow$/i, 'yellow'],
  [/^蓝|^blue$/i, 'blue'],
  [/^绿|^green$/i, 'green'],
];

function readColour(text: string): ColourClass | null {
  return COLOURS.find(([word]) => word.test(text))?.[1] ?? null;
}

interface Household {
  facts: Facts;
  door: Door | null;
  head: { name: string; idNumber: string | null; phone: string | null };
  delegate: string;
  colour: ColourClass | null;
}

/** What is known around the households of a batch. */
interface Around {
  keyed: ReadonlyMap<string, KnownHousehold>;
  people: readonly KnownPerson[];
  delegates: ReadonlyMap<string, { id: string; person: string }>;
}

/** Plans a table of households: which flat, who speaks for it, how often it is visited. */
export class HouseholdsPlanner implements Planner {
  readonly #doors: Doors;
  /** Row in which a household of this file stood first. */
  readonly #rows = new PackedMap<{ row: number }>(['row']);
  /** What earlier rows said: whether that has been written yet or not. */
  readonly #keyed = new PackedMap<KnownHousehold>(HOUSEHOLD_FIELDS);
  readonly #named = new PackedMap<{ id: string; person: string }>(['id', 'person']);

  constructor(private readonly ground: PlanGround) {
    this.#doors = new Doors(ground.places);
  }

  async plan(tx: Tx, rows: readonly StagedRow[]): Promise<Plan> {
    const read = rows.map((row) => this.#read(row));
    await this.#doors.learn(
      tx,
      read.flatMap(({ door }) => door ?? []),
    );
    const around = await this.#around(tx, read);
    const writing = new HouseholdsWriting(this.ground);
    const planned = read.map((household) => this.#planRow(household, around, writing));
    return { rows: planned, writes: [{ on: this.ground.asOf, batch: writing.batch() }] };
  }

  finish(): Promise<Plan> {
    return Promise.resolve({ rows: [], writes: [] });
  }

  #read(row: StagedRow): Household {
    const facts = new Facts(row, HOUSEHOLDS);
    const door = doorOf(facts, placeOf(facts), this.ground.places);
    const name = readName(facts.text('head', 60));
    return {
      facts,
      door,
      head: { name, idNumber: identityOf(facts)?.number ?? null, phone: phoneOf(facts) },
      delegate: readName(facts.text('delegate', 60)),
      colour: this.#colourOf(facts),
    };
  }

  /** How often a household is visited is said by those who see it; from others the column is not even read. */
  #colourOf(facts: Facts): ColourClass | null {
    if (this.ground.classifies) return facts.read('colour', readColour);
    if (facts.text('colour') !== '') facts.problem('colour.not_yours', 'colour');
    return null;
  }

  async #around(tx: Tx, read: readonly Household[]): Promise<Around> {
    const { unit, indexes } = this.ground;
    const keys = read.flatMap(({ facts }) =>
      facts.text('key') === '' ? [] : [recordIds.keyed('household', unit, facts.text('key'))],
    );
    const homes = read.flatMap(({ door }) => (door === null ? [] : [this.#doors.household(door)?.id ?? '']));
    const atHome = read.flatMap(({ door, head, delegate }) => {
      const home = door === null ? undefined : this.#doors.household(door)?.id;
      return home === undefined
        ? []
        : [head.name, delegate].filter((name) => name !== '').map((name) => [name, home] as const);
    });
    const people = await knownPeople(
      tx,
      {
        ids: [],
        idIndexes: read.flatMap(({ head }) => (head.idNumber === null ? [] : indexes.idNumber(head.idNumber))),
        phoneIndexes: [],
        atHome,
        born: [],
      },
      unit,
    );
    const delegates = await delegatesOf(tx, homes);
    return {
      people,
      keyed: new Map(
        (await householdsOf(tx, keys)).flatMap((one) =>
          this.ground.places.get(one.stairwell) === undefined ? [] : [[one.id, one] as const],
        ),
      ),
      delegates: new Map(delegates.map((one) => [one.household, one])),
    };
  }

  #planRow({ facts, door, ...said }: Household, around: Around, writing: HouseholdsWriting): PlannedRow {
    const { row } = facts;
    if (door === null) return { row, outcome: 'error', problems: facts.problems };
    const key = facts.text('key');
    const keyedId = key === '' ? null : recordIds.keyed('household', this.ground.unit, key);
    const group = this.#group(facts);
    const keyed = keyedId === null ? undefined : (this.#keyed.get(keyedId) ?? around.keyed.get(keyedId));
    const known = this.#doors.household(door) ?? keyed;
    const id = known?.id ?? keyedId ?? recordIds.household(door);
    const first = this.#rows.get(id)?.row;
    if (first !== undefined) facts.problem('row.repeated', '', { other: first });
    else this.#rows.set(id, { row });
    const premises = this.#doors.premises(door)?.id ?? null;
    const record = { id, building: door.building.id, stairwell: door.stairwell.id, flat: door.flat, premises };
    const given = { ...(said.colour === null ? {} : { colour: said.colour }), ...(group === null ? {} : { group }) };
    const changed = writing.household(known, { ...record, ...given }, first !== undefined);
    const named = this.#delegate({ facts, said, id }, around, writing);
    if (stops(facts.problems)) return { row, outcome: 'error', problems: facts.problems };
    const noted: KnownHousehold = { colour: 'green', group: null, ...known, ...record, ...given };
    this.#doors.addHousehold(noted);
    if (keyedId === id) this.#keyed.set(id, noted);
    const outcome = known === undefined ? 'new' : changed || named ? 'changed' : 'unchanged';
    return { row, outcome, problems: facts.problems };
  }

  #group(facts: Facts): string | null {
    const name = facts.text('group');
    if (name === '') return null;
    const named = this.ground.places.named(name, ['group']);
    if (named.ok) return named.unit.id;
    facts.problem(named.code, 'group', { name });
    return null;
  }

  /** The delegate is one of the household, by name; or its head. */
  #delegate(
    { facts, said, id }: { facts: Facts; said: Pick<Household, 'head' | 'delegate'>; id: string },
    around: Around,
    writing: HouseholdsWriting,
  ): boolean {
    const { head, delegate } = said;
    const { indexes } = this.ground;
    const indexesOfHead = head.idNumber === null ? [] : indexes.idNumber(head.idNumber);
    const isHead = (one: KnownPerson): boolean =>
      (one.name === head.name && one.household === id) || (one.idIndex !== null && indexesOfHead.includes(one.idIndex));
    if (delegate === '') return false;
    const person =
      around.people.find((one) => one.name === delegate && one.household === id) ??
      (delegate === head.name ? around.people.find(isHead) : undefined);
    if (person === undefined) {
      facts.problem('person.unknown', 'delegate', { name: delegate });
      return false;
    }
    const now = this.#named.get(id) ?? around.delegates.get(id);
    if (now?.person === person.id) return false;
    const named = { id: idFromName(`delegate:${id}:${person.id}:${this.ground.asOf}`), person: person.id };
    writing.delegate({ ...named, household: id }, now?.id);
    this.#named.set(id, named);
    return true;
  }
}

/** Collects what a batch of rows writes, each record once. */
class HouseholdsWriting {
  readonly #households = new Map<string, Upsert<NewHousehold>>();
  readonly #delegates = new Map<string, Upsert<NewDelegate>>();

  constructor(private readonly ground: PlanGround) {}

  /** Answers whether anything differs that may be told: the colour is written in silence. */
  household(
    known: KnownHousehold | undefined,
    said: Upsert<NewHousehold> & { id: string },
    isRepeated: boolean,
  ): boolean {
    if (known === undefined) {
      this.#households.set(said.id, { ...this.#households.get(said.id), ...said });
      return true;
    }
    const changes: Upsert<NewHousehold> = { id: known.id };
    if (said.premises !== null && said.premises !== known.premises) changes.premises = said.premises;
    if (said.colour !== undefined && said.colour !== known.colour) changes.colour = said.colour;
    if (said.group !== undefined && said.group !== known.group) changes.group = said.group;
    if (Object.keys(changes).length === 1) return false;
    this.#households.set(known.id, { ...this.#households.get(known.id), ...changes });
    return !isRepeated && Object.keys(changes).some((field) => field !== 'id' && field !== 'colour');
  }

  delegate(delegate: { id: string; household: string; person: string }, ended: string | undefined): void {
    const { asOf } = this.ground;
    if (ended !== undefined && ended !== delegate.id)
      this.#delegates.set(ended, { ...this.#delegates.get(ended), id: ended, to: asOf });
    this.#delegates.set(delegate.id, { ...delegate, from: asOf, to: null });
  }

  batch(): Pick<RegistryBatch, 'households' | 'delegates'> {
    return { households: [...this.#households.values()], delegates: [...this.#delegates.values()] };
  }
}
