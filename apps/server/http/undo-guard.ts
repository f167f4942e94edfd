import { Inject, Injectable } from '@nestjs/common';

import { Platform } from '#apps/platform';
import type { Capability } from '#libs/access';
import type { Tx } from '#libs/database';
import type { RegistryEntity, RegistryRecords } from '#libs/registry';

import type { Writer } from './registry-writer.js';
import { RegistryGuard } from './registry-guard.js';
import { refuse } from './request-refused.js';

/** A change is judged whole: imports touch thousands of records. */
const ALL = 2_147_483_647;

/** Fields of any record that name units, people, households and flats. */
const NAMING = {
  units: ['unit', 'building', 'stairwell', 'group', 'constituency'],
  people: ['person', 'agent', 'mergedInto'],
  households: ['household'],
  premises: ['premises'],
} as const;

type Named = Record<keyof typeof NAMING, Set<string>>;
type Fields = Record<string, unknown>;

/** A record that a change touched; `before` comes back when it is undone, `after` goes. */
interface Touched {
  entity: RegistryEntity;
  id: string;
  before: unknown;
  after: unknown;
}

/** Keeps whoever takes a change back from gaining by it what they could not write themselves. */
@Injectable()
export class UndoGuard {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(RegistryGuard) private readonly guard: RegistryGuard,
  ) {}

  /**
   * Judges every record of a change, as it is and as it will be again.
   * @throws RequestRefused 404 for whatever is out of reach; 403 and 422 for what the writer could not write
   */
  async refuse(tx: Tx, writer: Writer, change: string): Promise<void> {
    const touched = await this.platform.registry.touchedBy(tx, change, ALL);
    await this.#refuseBeyond(tx, writer, touched);
    for (const one of touched) await this.#refuseRecord(tx, writer, one);
  }

  async #refuseBeyond(tx: Tx, writer: Writer, touched: readonly Touched[]): Promise<void> {
    const { registry } = this.platform;
    const { units, people, households, premises } = namedBy(touched);
    const own = new Set(touched.map(({ id }) => id));
    const known = await registry.people(tx, [...people]);
    const ids = new Set(known.map(({ id }) => id));
    for (const id of people)
      if (!ids.has(id) && !own.has(id) && (await registry.person(tx, id)) === null) refuse('resource.unknown');
    const homes = await registry.householdsById(tx, [...households]);
    if ([...households].some((id) => !own.has(id) && !homes.some((home) => home.id === id))) refuse('resource.unknown');
    for (const { unit } of known) units.add(unit);
    for (const { stairwell } of homes) units.add(stairwell);
    // a flat the change itself has touched names its building
    for (const id of premises)
      if (!own.has(id)) units.add(((await registry.premises(tx, id)) ?? refuse('resource.unknown')).building);
    const placed = await registry.units(tx, [...units]);
    // what the change itself had registered and is no longer there has its parent judged
    if ([...units].some((id) => !own.has(id) && !placed.some((unit) => unit.id === id))) refuse('resource.unknown');
    if (placed.some(({ path }) => !path.split('/').some((id) => writer.reach.includes(id)))) refuse('resource.unknown');
  }

  async #refuseRecord(tx: Tx, writer: Writer, { entity, before, after }: Touched): Promise<void> {
    const sides = [before, after];
    switch (entity) {
      case 'office':
        for (const office of recordsOf(entity, sides)) await this.guard.refuseGiving(tx, writer, office);
        return;
      case 'authorisation':
        for (const one of recordsOf(entity, [before])) await this.guard.refuseAgent(tx, writer, one);
        return;
      case 'delegate':
        for (const one of recordsOf(entity, [before])) await this.guard.refuseDelegate(tx, writer, one);
        return;
      case 'person':
        return this.#refusePerson(tx, writer, recordsOf(entity, sides));
      case 'household': {
        const [home, was = home] = recordsOf(entity, sides);
        if (home === undefined || was === undefined || home.colour === was.colour) return;
        return this.guard.refuseWithout(tx, writer, { needs: 'visits.assign', unit: home.stairwell });
      }
      case 'matter':
      case 'duty': {
        const needs: Capability = 'catalogue.write';
        for (const { unit } of recordsOf(entity, sides)) await this.guard.refuseWithout(tx, writer, { needs, unit });
        return;
      }
      default:
        return;
    }
  }

  /** Parting two records, or joining them again, is judged as joining them. */
  async #refusePerson(tx: Tx, writer: Writer, sides: readonly RegistryRecords['person'][]): Promise<void> {
    const merges = new Set(sides.map(({ mergedInto }) => mergedInto));
    if (merges.size < 2) return;
    for (const { id, mergedInto } of sides)
      if (mergedInto !== null) await this.guard.refuseMerging(tx, writer, { keep: mergedInto, drop: id });
  }
}

function recordsOf<Entity extends RegistryEntity>(_: Entity, sides: readonly unknown[]): RegistryRecords[Entity][] {
  return sides.filter((side) => side !== null) as RegistryRecords[Entity][];
}

function namedBy(touched: readonly Touched[]): Named {
  const named: Named = { units: new Set(), people: new Set(), households: new Set(), premises: new Set() };
  const own = { unit: named.units, person: named.people, household: named.households, premises: named.premises };
  for (const { entity, id, before, after } of touched) {
    if (entity in own) own[entity as keyof typeof own].add(id);
    // where a unit stays where it is, what is above it is nobody's concern
    if (entity === 'unit') for (const parent of movedBetween(before, after)) named.units.add(parent);
    for (const fields of [before, after] as (Fields | null)[])
      for (const kind of Object.keys(NAMING) as (keyof typeof NAMING)[])
        for (const field of NAMING[kind]) {
          const value = fields?.[field];
          if (typeof value === 'string') named[kind].add(value);
        }
  }
  return named;
}

function movedBetween(...sides: readonly unknown[]): string[] {
  const parents = new Set(sides.map((side) => (side as RegistryRecords['unit'] | null)?.parent));
  return parents.size < 2 ? [] : [...parents].filter((parent) => typeof parent === 'string');
}
