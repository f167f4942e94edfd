import type { UnitId, UnitKind, UnitRecord } from '#libs/registry';

import { readBuilding, readStairwell } from '../cells/flat.rules.js';

/** What a name led to: one unit, none, or several. */
export type Named = { ok: true; unit: UnitRecord } | { ok: false; code: 'unit.unknown' | 'unit.ambiguous' };

/** The units an import may speak of, found by what offices call them. */
export class Places {
  readonly #byId = new Map<UnitId, UnitRecord>();
  readonly #byName = new Map<string, UnitRecord[]>();
  readonly #buildings = new Map<string, UnitRecord[]>();
  readonly #stairwells = new Map<UnitId, Map<number, UnitRecord>>();

  constructor(units: Iterable<UnitRecord>) {
    for (const unit of units) this.add(unit);
  }

  /** Takes in a unit; one known by its id already is put in its place. */
  add(unit: UnitRecord): void {
    if (unit.to !== null || this.#byId.has(unit.id)) return;
    this.#byId.set(unit.id, unit);
    for (const name of new Set([unit.code, unit.name, squeezed(unit.name)]))
      put(this.#byName, name.toLowerCase(), unit);
    if (unit.kind === 'building') this.#addBuilding(unit);
    if (unit.kind === 'stairwell' && unit.parent !== null) this.#addStairwell(unit, unit.parent);
  }

  #addBuilding(unit: UnitRecord): void {
    const own = readBuilding(squeezed(unit.name)) ?? unit.name;
    const number = /(\d+|[A-Z]\d*)$/.exec(own)?.[1];
    const names = new Set([own]);
    if (number !== undefined) {
      names.add(number);
      for (const above of this.#above(unit)) names.add(`${squeezed(above.name).toUpperCase()}${number}`);
    }
    for (const name of names) put(this.#buildings, name, unit);
  }

  #addStairwell(unit: UnitRecord, building: UnitId): void {
    const number = readStairwell(/([^楼栋幢座#号]+)$/.exec(squeezed(unit.name))?.[1] ?? unit.name);
    const known = this.#stairwells.get(building) ?? new Map<number, UnitRecord>();
    this.#stairwells.set(building, known);
    if (number !== null) known.set(number, unit);
  }

  #above(unit: UnitRecord): UnitRecord[] {
    return unit.path.split('/').flatMap((id) => (id === unit.id ? [] : (this.#byId.get(id) ?? [])));
  }

  get(id: UnitId): UnitRecord | undefined {
    return this.#byId.get(id);
  }

  /** A building by its number, its name, its name with what it stands in, or its code. */
  building(text: string): Named {
    const exact = one(this.#byName.get(text.toLowerCase())?.filter(({ kind }) => kind === 'building'));
    if (exact.ok) return exact;
    return one(this.#buildings.get((readBuilding(text) ?? '').toUpperCase()));
  }

  /** A stairwell of a building; without a number the only one there is, or the building where there are none. */
  stairwell(building: UnitRecord, number: number | null): UnitRecord | null {
    const known = this.#stairwells.get(building.id);
    if (number === null)
      return known === undefined ? building : known.size === 1 ? ([...known.values()][0] ?? null) : null;
    return known?.get(number) ?? null;
  }

  /** The unit with the code. */
  coded(code: string): UnitRecord | undefined {
    return this.#byName.get(code.toLowerCase())?.find((unit) => unit.code === code);
  }

  /** The unit of the name that stands directly under another. */
  below(parent: UnitId, name: string): UnitRecord | undefined {
    return this.#byName.get(name.toLowerCase())?.find((unit) => unit.parent === parent && unit.name === name);
  }

  /** Any unit by code or name; `kinds` narrows it. */
  named(text: string, kinds?: readonly UnitKind[]): Named {
    const found = this.#byName.get(text.toLowerCase()) ?? this.#byName.get(squeezed(text).toLowerCase());
    const named = one(found?.filter(({ kind }) => kinds?.includes(kind) ?? true));
    if (named.ok || named.code === 'unit.ambiguous' || (kinds !== undefined && !kinds.includes('building')))
      return named;
    return this.building(text);
  }
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function put<Key>(map: Map<Key, UnitRecord[]>, key: Key, unit: UnitRecord): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [unit]);
  else if (!known.includes(unit)) known.push(unit);
}

function one(found: readonly UnitRecord[] | undefined): Named {
  const [unit, other] = found ?? [];
  if (unit === undefined) return { ok: false, code: 'unit.unknown' };
  return other === undefined ? { ok: true, unit } : { ok: false, code: 'unit.ambiguous' };
}
