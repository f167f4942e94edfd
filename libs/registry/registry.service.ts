import { localDate, presetCalendars } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Vault } from '#libs/vault';

import { Changes } from './changes.js';
import { ContactSealer } from './contact.sealer.js';
import { idsOf, peopleOf, personColumns } from './people.read.js';
import { bodyColumns, tableOf } from './record.tables.js';
import type {
  Applied,
  ChangeNote,
  Grant,
  HouseholdRecord,
  LocalDate,
  OfficeRecord,
  PersonId,
  PersonRecord,
  PremisesId,
  PremisesRecord,
  RegistryBatch,
  UnitRecord,
} from './registry.vocabulary.js';
import { grantsFrom, lineageOf, lowestCommonAncestor, residenceGrant } from './tree.rules.js';
import { UnitPlaces } from './unit.places.js';
import type { UnitId, UnitKind } from './units.vocabulary.js';

const unitColumns = (alias: string): string => `${bodyColumns(tableOf('unit'), alias)}, ${alias}.path`;
const householdColumns = (alias: string): string => `${bodyColumns(tableOf('household'), alias)}, ${alias}.address`;

/** Who holds a role: the person and the unit the office stands in. */
export interface Holder {
  person: PersonId;
  unit: UnitId;
  role: string;
}

/** What to look for in {@link Registry.holders}. */
export interface HolderQuestion {
  role: string;
  /** Held at this unit, in a body that serves it, or the same at a unit above (the lowest such unit only). */
  unit: UnitId;
  /** Only at `unit` itself: the desk of that very department. */
  exact?: boolean;
  on: LocalDate;
}

export interface RegistryOptions {
  vault: Vault;
  /** The present, ISO 8601 in UTC. */
  now: () => string;
  /** Local day of the present; default: on the office calendar. */
  today?: () => LocalDate;
}

/**
 * The one table (一张表): units, people, households, premises, offices and the catalogue, registered once and used everywhere, with
 * the history of every record. All reads and writes go through the transaction they are given.
 */
export class Registry {
  readonly #places = new UnitPlaces();
  readonly #sealer: ContactSealer;
  readonly #changes: Changes;

  constructor({ vault, now, today = () => dayOf(now()) }: RegistryOptions) {
    this.#sealer = new ContactSealer(vault);
    this.#changes = new Changes({ sealer: this.#sealer, now, today });
  }

  /**
   * Writes one change: new records, and known ones by their ids with what differs. Everything is written or nothing; what does
   * not differ leaves no trace, so that repeating is harmless.
   * @throws RegistryRefused with every record that cannot be written; the transaction must be rolled back.
   */
  async apply(tx: Tx, note: ChangeNote, batch: RegistryBatch): Promise<Applied> {
    return this.#done(tx, await this.#changes.apply(tx, note, batch, true));
  }

  /**
   * Takes one change back: its records are as they were before, for every day since.
   * @throws RegistryRefused with the records that have changed since, or that others refer to.
   */
  async undo(tx: Tx, change: string, note: ChangeNote): Promise<Applied> {
    return this.#done(tx, await this.#changes.undo(tx, change, note));
  }

  /** Fills an installation: like {@link apply}, but whoever is named need not be known. */
  async insert(tx: Tx, batch: RegistryBatch, on?: LocalDate): Promise<Applied> {
    const note = { by: null, source: 'installation', reason: 'installation', ...(on === undefined ? {} : { on }) };
    return this.#done(tx, await this.#changes.apply(tx, note, batch, false));
  }

  async #done(tx: Tx, { touchesUnits, ...applied }: Applied & { touchesUnits: boolean }): Promise<Applied> {
    if (touchesUnits) await this.#places.changed(tx);
    return applied;
  }

  async unit(tx: Tx, id: UnitId): Promise<UnitRecord | null> {
    return (await this.units(tx, [id]))[0] ?? null;
  }

  async units(tx: Tx, ids: readonly UnitId[]): Promise<UnitRecord[]> {
    if (ids.length === 0) return [];
    return tx.query<UnitRecord>(`select ${unitColumns('units')} from units where id = any($1)`, [ids]);
  }

  async unitByCode(tx: Tx, code: string): Promise<UnitRecord | null> {
    const rows = await tx.query<UnitRecord>(`select ${unitColumns('units')} from units where code = $1`, [code]);
    return rows[0] ?? null;
  }

  /** The units above which there is none: a city, or several when the installation serves several. */
  async roots(tx: Tx): Promise<UnitRecord[]> {
    return tx.query<UnitRecord>(`select ${unitColumns('units')} from units where parent is null order by code`);
  }

  async children(tx: Tx, id: UnitId): Promise<UnitRecord[]> {
    return tx.query<UnitRecord>(`select ${unitColumns('units')} from units where parent = $1 order by code`, [id]);
  }

  /** The unit and everything below it, parents before children; with `kind`, those of that kind only. */
  async subtree(tx: Tx, id: UnitId, kind?: UnitKind): Promise<UnitRecord[]> {
    const only = kind === undefined ? '' : ' and u.kind = $2';
    return tx.query<UnitRecord>(
      `select ${unitColumns('u')} from units u join units top on top.id = $1
       where u.path like top.path || '%'${only} order by array_length(string_to_array(u.path, '/'), 1), u.code`,
      kind === undefined ? [id] : [id, kind],
    );
  }

  /** The unit itself and those above it, lowest first. */
  async ancestors(tx: Tx, id: UnitId): Promise<UnitRecord[]> {
    return tx.query<UnitRecord>(
      `select ${unitColumns('a')} from units u join units a on a.id = any(string_to_array(u.path, '/'))
       where u.id = $1 order by array_length(string_to_array(a.path, '/'), 1) desc`,
      [id],
    );
  }

  /** Ids of the unit and those above it, lowest first; just the unit itself when it is not registered. */
  async lineage(tx: Tx, id: UnitId): Promise<UnitId[]> {
    const unit = (await this.#places.of(tx, [id])).get(id);
    return unit ? lineageOf(unit.path) : [id];
  }

  /** Who arbitrates between units: the lowest unit above all of them, or `null` when they share none. */
  async lowestCommonAncestor(tx: Tx, ids: readonly UnitId[]): Promise<UnitId | null> {
    const units = await this.units(tx, ids);
    return units.length === new Set(ids).size ? lowestCommonAncestor(units.map((unit) => unit.path)) : null;
  }

  async person(tx: Tx, id: PersonId): Promise<PersonRecord | null> {
    return (await this.people(tx, [id]))[0] ?? null;
  }

  /** The people with these ids; two records that were merged are one. */
  async people(tx: Tx, ids: readonly PersonId[]): Promise<PersonRecord[]> {
    return peopleOf(tx, ids);
  }

  /** The person and the records merged into them, the one who speaks for all first. */
  async idsOf(tx: Tx, person: PersonId): Promise<PersonId[]> {
    return idsOf(tx, person);
  }

  /** People who live or work at the unit or below it. */
  async peopleWithin(tx: Tx, unit: UnitId): Promise<PersonRecord[]> {
    return tx.query<PersonRecord>(
      `select ${personColumns('p')} from people p join units u on u.id = p.unit
       where u.path like (select path from units where id = $1) || '%' and p.merged_into is null order by p.id`,
      [unit],
    );
  }

  async households(tx: Tx, unit: UnitId): Promise<HouseholdRecord[]> {
    return tx.query<HouseholdRecord>(
      `select ${householdColumns('h')} from households h join units u on u.id = h.stairwell
       where u.path like (select path from units where id = $1) || '%' order by h.id`,
      [unit],
    );
  }

  async household(tx: Tx, id: string): Promise<HouseholdRecord | null> {
    const rows = await tx.query<HouseholdRecord>(
      `select ${householdColumns('households')} from households where id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** A flat, a shop, a common room. */
  async premises(tx: Tx, id: PremisesId): Promise<PremisesRecord | null> {
    const rows = await tx.query<PremisesRecord>(
      `select ${bodyColumns(tableOf('premises'), 'p')} from premises p where p.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async officesOf(tx: Tx, person: PersonId, on: LocalDate): Promise<OfficeRecord[]> {
    return tx.query<OfficeRecord>(
      `select ${bodyColumns(tableOf('office'), 'o')} from offices o
       where o.person = any($1) and ${inForce('o')} order by o.role, o.unit`,
      [await idsOf(tx, person), on],
    );
  }

  /** Everything the person's offices, bodies and home amount to on that day, under every record that was merged. */
  async grantsOf(tx: Tx, person: PersonId, on: LocalDate): Promise<Grant[]> {
    const held = await tx.query<{ role: string | null; unit: UnitId }>(
      `with ids as materialized (
         select p.id from people p where p.id = $1 or p.merged_into = $1
            or p.id = (select merged_into from people where id = $1)
            or p.merged_into = (select merged_into from people where id = $1)
         union select $1)
       select role, unit from (
         select distinct o.role, o.unit from offices o where o.person in (select id from ids) and ${inForce('o')}
         union all
         select null, p.unit from people p
         where p.id in (select id from ids) and p.merged_into is null and p.died_on is null) held
       order by role nulls last, unit`,
      [person, on],
    );
    const places = await this.#places.of(
      tx,
      held.map(({ unit }) => unit),
    );
    const offices = held.flatMap(({ role, unit }) => (role === null ? [] : [{ role, unit }]));
    const home = held.find(({ role }) => role === null);
    const residence = home === undefined ? null : residenceGrant(home.unit, places);
    return [...grantsFrom(offices, places), ...(residence ? [residence] : [])];
  }

  /** Holders of a role for a unit: those nearest to it, and nobody further up when somebody nearer holds it. */
  async holders(tx: Tx, question: HolderQuestion): Promise<Holder[]> {
    return (await this.#nearest(tx, question))?.holders ?? [];
  }

  /** The unit nearest to the question's unit at which somebody holds the role; `null` when nobody does anywhere above. */
  async servedBy(tx: Tx, question: HolderQuestion): Promise<UnitId | null> {
    return (await this.#nearest(tx, question))?.unit ?? null;
  }

  async #nearest(tx: Tx, question: HolderQuestion): Promise<{ unit: UnitId; holders: Holder[] } | null> {
    const { role, unit, on } = question;
    const rows = await tx.query<Holder>(
      `select distinct coalesce(p.merged_into, o.person) as person, o.unit, o.role
       from offices o left join people p on p.id = o.person where o.role = $1 and ${inForce('o')} order by person`,
      [role, on],
    );
    const places = await this.#places.of(
      tx,
      rows.map((row) => row.unit),
    );
    const lineage = question.exact === true ? [unit] : await this.lineage(tx, unit);
    const seats = new Map(rows.map((row) => [row.unit, grantsFrom([row], places).map((grant) => grant.unit)]));
    for (const above of lineage) {
      const holders = rows.filter((row) => seats.get(row.unit)?.includes(above));
      if (holders.length > 0) return { unit: above, holders };
    }
    return null;
  }

  /** Who may act for the person as an authorised relative on that day. */
  async agentsOf(tx: Tx, person: PersonId, on: LocalDate): Promise<PersonId[]> {
    const rows = await tx.query<{ agent: PersonId }>(
      `select distinct coalesce(p.merged_into, a.agent) as agent from authorisations a left join people p on p.id = a.agent
       where a.person = any($1) and ${inForce('a')} order by agent`,
      [await idsOf(tx, person), on],
    );
    return rows.map((row) => row.agent);
  }
}

/** The row is in force on the day given as `$2`. */
function inForce(table: string): string {
  return `${table}.from_date <= $2::date and (${table}.to_date is null or ${table}.to_date > $2::date)`;
}

const CALENDARS = presetCalendars();

function dayOf(instant: string): LocalDate {
  const { office } = CALENDARS;
  if (office === undefined) throw new Error('there is no calendar named office');
  return localDate(office, instant);
}
