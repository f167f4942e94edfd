import type { Tx } from '#libs/database';
import type { UnitId, UnitRecord } from '#libs/registry';
import { idFromName } from '#libs/registry';

import { readAddress, readBuilding, readFlat, readStairwell, type FlatAddress } from '../cells/flat.rules.js';
import {
  HOUSEHOLD_FIELDS,
  householdsIn,
  PREMISES_FIELDS,
  premisesIn,
  type KnownHousehold,
  type KnownPremises,
} from './known.sql.js';
import { PackedMap } from './packed.records.js';
import type { Places } from './places.js';
import type { Facts } from './row.facts.js';

/** A door: a flat in its stairwell. */
export interface Door {
  building: UnitRecord;
  stairwell: UnitRecord;
  flat: string;
}

/** Reads where a row is, from one column or from three; what is said twice counts where it is said apart. */
export function placeOf(facts: Facts): FlatAddress {
  const whole = facts.text('address', 200);
  const said = whole === '' ? { building: null, stairwell: null, flat: null } : readAddress(whole);
  const flat = facts.text('flat');
  const inFlat = flat === '' ? { building: null, stairwell: null, flat: null } : readAddress(flat);
  const stairwell = facts.read('stairwell', readStairwell);
  return {
    building: readBuilding(facts.text('building')) ?? said.building ?? inFlat.building,
    stairwell: stairwell ?? said.stairwell ?? inFlat.stairwell,
    flat: inFlat.flat ?? said.flat ?? readFlat(flat),
  };
}

/** The door a row names; `null` with a problem when it cannot be found. */
export function doorOf(facts: Facts, place: FlatAddress, places: Places): Door | null {
  const column = facts.text('building') === '' ? 'address' : 'building';
  if (place.building === null || place.flat === null) {
    facts.problem('cell.missing', place.building === null ? column : facts.text('address') === '' ? 'flat' : 'address');
    return null;
  }
  const building = places.building(place.building);
  if (!building.ok) {
    facts.problem(building.code, column, { name: place.building });
    return null;
  }
  const stairwell = places.stairwell(building.unit, place.stairwell);
  if (stairwell === null) {
    const name = `${building.unit.name}${place.stairwell === null ? '' : `${String(place.stairwell)}单元`}`;
    facts.problem(place.stairwell === null ? 'cell.missing' : 'unit.unknown', 'stairwell', { name });
    return null;
  }
  return { building: building.unit, stairwell, flat: place.flat };
}

export function sameDoor(door: Door): string {
  return `${door.stairwell.id}/${door.flat}`;
}

/** Households and premises by their doors, read stairwell by stairwell and kept: two spellings of a flat are one flat. */
export class Doors {
  readonly #stairwells = new Set<UnitId>();
  readonly #buildings = new Set<UnitId>();
  readonly #households = new PackedMap<KnownHousehold>(HOUSEHOLD_FIELDS);
  readonly #premises = new PackedMap<KnownPremises>(PREMISES_FIELDS);

  constructor(private readonly places: Places) {}

  /** Reads what stands behind these doors. */
  async learn(tx: Tx, doors: readonly Door[]): Promise<void> {
    const stairwells = fresh(
      doors.map(({ stairwell }) => stairwell.id),
      this.#stairwells,
    );
    for (const household of await householdsIn(tx, stairwells)) this.addHousehold(household);
    const buildings = fresh(
      doors.map(({ building }) => building.id),
      this.#buildings,
    );
    for (const premises of await premisesIn(tx, buildings)) this.addPremises(premises);
  }

  household(door: Door): KnownHousehold | undefined {
    return this.#households.get(sameDoor(door));
  }

  premises(door: Door): KnownPremises | undefined {
    return this.#premises.get(sameDoor(door));
  }

  addHousehold(household: KnownHousehold): void {
    const flat = readAddress(household.flat).flat ?? household.flat;
    this.#households.set(`${household.stairwell}/${flat}`, household);
  }

  addPremises(premises: KnownPremises): void {
    const { stairwell, flat } = readAddress(premises.number);
    const building = this.places.get(premises.building);
    const own =
      premises.stairwell ?? (building === undefined ? null : (this.places.stairwell(building, stairwell)?.id ?? null));
    this.#premises.set(`${own ?? premises.building}/${flat ?? premises.number}`, premises);
  }
}

function fresh(ids: readonly UnitId[], known: Set<UnitId>): UnitId[] {
  const unknown = [...new Set(ids)].filter((id) => !known.has(id));
  for (const id of unknown) known.add(id);
  return unknown;
}

/** Ids of records that come by an import: the same door, or the same key of the sender, is always the same record. */
export const recordIds = {
  household: (door: Door): string => idFromName(`household:${sameDoor(door)}`),
  premises: (door: Door): string => idFromName(`premises:${sameDoor(door)}`),
  keyed: (kind: string, unit: UnitId, key: string): string => idFromName(`${kind}:${unit}:${key}`),
  row: (importId: string, row: number, what = ''): string => idFromName(`import:${importId}:${String(row)}${what}`),
};
