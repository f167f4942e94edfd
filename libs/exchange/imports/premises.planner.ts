import type { Tx } from '#libs/database';
import type { NewHousehold, NewPremises, Upsert } from '#libs/registry';

import { PREMISES } from '../kinds/premises.columns.js';
import type { StagedRow } from '../table/staged-row.js';
import { doorOf, Doors, placeOf, recordIds, type Door } from './doors.js';
import type { KnownPremises } from './known.sql.js';
import { Owners } from './owners.js';
import { PackedMap } from './packed.records.js';
import { stops, type Plan, type PlanGround, type PlannedRow, type Planner } from './planner.types.js';
import { premisesFacts, type PremisesFacts } from './premises.facts.js';
import { Facts } from './row.facts.js';

interface Read {
  facts: Facts;
  door: Door | null;
  said: PremisesFacts;
}

/** Plans a table of premises: area, use, and who owns them in which shares. */
export class PremisesPlanner implements Planner {
  readonly #doors: Doors;
  readonly #owners: Owners;
  /** Row in which premises of this file stood first: co-owners may have a row each. */
  readonly #rows = new PackedMap<{ row: number }>(['row']);

  constructor(private readonly ground: PlanGround) {
    this.#doors = new Doors(ground.places);
    this.#owners = new Owners(ground);
  }

  async plan(tx: Tx, rows: readonly StagedRow[]): Promise<Plan> {
    const read = rows.map((row): Read => {
      const facts = new Facts(row, PREMISES);
      const place = placeOf(facts);
      return {
        facts,
        door: doorOf(facts, place, this.ground.places),
        said: premisesFacts(facts, place.flat, this.ground.indexes),
      };
    });
    await this.#doors.learn(
      tx,
      read.flatMap(({ door }) => door ?? []),
    );
    const placed = read.flatMap(({ facts, door, said }) =>
      door === null ? [] : [{ facts, door, said, id: this.#idOf(door) }],
    );
    await this.#owners.learn(
      tx,
      placed.map(({ id, door, said }) => ({
        premises: id,
        home: this.#doors.household(door)?.id ?? null,
        owners: said.owners,
      })),
    );
    const premises = new Map<string, Upsert<NewPremises>>();
    const households: Upsert<NewHousehold>[] = [];
    const planned = read.map((one) => this.#planRow(one, premises, households));
    const owning = this.#owners.take();
    return {
      rows: planned,
      writes: [{ on: this.ground.asOf, batch: { premises: [...premises.values()], households, ...owning } }],
    };
  }

  finish(): Promise<Plan> {
    return Promise.resolve({ rows: this.#owners.finish(), writes: [] });
  }

  #idOf(door: Door): string {
    return this.#doors.premises(door)?.id ?? recordIds.premises(door);
  }

  #planRow(
    { facts, door, said }: Read,
    premises: Map<string, Upsert<NewPremises>>,
    households: Upsert<NewHousehold>[],
  ): PlannedRow {
    const { row } = facts;
    if (door === null) return { row, outcome: 'error', problems: facts.problems };
    const known = this.#doors.premises(door);
    const id = known?.id ?? recordIds.premises(door);
    const first = this.#rows.get(id)?.row;
    if (first === undefined) this.#rows.set(id, { row });
    else if (said.owners.length === 0) facts.problem('row.repeated', '', { other: first });
    const owned = this.#owners.name(
      facts,
      { premises: id, building: door.building.id, home: this.#doors.household(door)?.id ?? null },
      said,
    );
    if (stops(facts.problems)) return { row, outcome: 'error', problems: facts.problems };
    const changes = known === undefined ? newPremises(id, door, said) : differences(known, said);
    if (Object.keys(changes).length > 1) premises.set(id, { ...premises.get(id), ...changes });
    const record = { ...blank(id, door), ...known, ...withoutUndefined(changes) };
    this.#doors.addPremises(record);
    const household = this.#doors.household(door);
    if (household?.premises === null) {
      households.push({ id: household.id, premises: id });
      this.#doors.addHousehold({ ...household, premises: id });
    }
    const isChanged = Object.keys(changes).length > 1 || owned;
    return {
      row,
      outcome: known === undefined && first === undefined ? 'new' : isChanged ? 'changed' : 'unchanged',
      problems: facts.problems,
    };
  }
}

function blank(id: string, { building, stairwell, flat }: Door): KnownPremises {
  const own = stairwell.id === building.id ? null : stairwell.id;
  return {
    id,
    building: building.id,
    stairwell: own,
    number: flat,
    floor: 0,
    area: null,
    areaSource: null,
    use: 'dwelling',
  };
}

function newPremises(id: string, door: Door, said: PremisesFacts): Upsert<NewPremises> {
  const { building, stairwell, number } = blank(id, door);
  const { floor, area, areaSource, use } = said;
  return {
    id,
    building,
    stairwell,
    number,
    floor: floor ?? 0,
    area,
    areaSource: area === null ? null : areaSource,
    use: use ?? 'dwelling',
  };
}

function differences(known: KnownPremises, said: PremisesFacts): Upsert<NewPremises> {
  const changes: Upsert<NewPremises> = { id: known.id };
  for (const field of ['floor', 'area', 'areaSource', 'use'] as const) {
    const value = said[field];
    if (value !== null && value !== known[field]) Object.assign(changes, { [field]: value });
  }
  return changes;
}

function withoutUndefined<One extends object>(one: One): { [K in keyof One]: Exclude<One[K], undefined> } {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as {
    [K in keyof One]: Exclude<One[K], undefined>;
  };
}
