import type { Tx } from '#libs/database';

import { insertStatement, tablesOf, withPaths } from './registry.rows.js';
import type {
  Grant,
  HouseholdRecord,
  LocalDate,
  OfficeRecord,
  PersonId,
  PersonRecord,
  RegistryBatch,
  UnitId,
  UnitKind,
  UnitRecord,
} from './registry.vocabulary.js';
import {
  grantsFrom,
  lineageOf,
  lowestCommonAncestor,
  parentsFirst,
  residenceGrant,
  treeProblems,
} from './tree.rules.js';
import type { TreeNode } from './tree.rules.js';

const UNIT = 'id, parent, kind, name, path, code, address, phone';
const PERSON = 'id, name, gender, birth_year as "birthYear", phone, unit, household, flags';
const HOUSEHOLD = 'id, building, stairwell, premises, flat, colour';

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

/** What an import refused, as sentences for the person who runs it. */
export class RegistryImportRefused extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`the registry refused the import: ${problems.slice(0, 3).join('; ')}`);
    this.name = 'RegistryImportRefused';
  }
}

/** A unit's place in the tree, as it is kept in memory. */
type Placed = TreeNode & Pick<UnitRecord, 'path'>;

/**
 * The one table (一张表): units, people, households, premises and offices, registered once and used everywhere. All reads and
 * writes go through the transaction they are given; only where units stand is kept in memory, because every act asks for it and
 * a unit, once registered, keeps its kind and place.
 */
export class Registry {
  readonly #placed = new Map<UnitId, Placed>();

  /**
   * Writes a whole batch; a few thousand rows take well under a second.
   * @throws RegistryImportRefused when a unit would stand where it cannot.
   */
  async insert(tx: Tx, batch: RegistryBatch): Promise<void> {
    const fresh = batch.units ?? [];
    const outer = fresh.flatMap((unit) => (unit.parent === null ? [] : [unit.parent]));
    const known = new Map((await this.units(tx, outer)).map((unit) => [unit.id, unit] as const));
    const problems = treeProblems(fresh, known);
    if (problems.length > 0) throw new RegistryImportRefused(problems);
    const units = withPaths(parentsFirst(fresh, new Set(known.keys())), known);
    for (const rows of tablesOf({ ...batch, units })) {
      if (rows.rows.length > 0) await tx.query(insertStatement(rows), [JSON.stringify(rows.rows)]);
    }
  }

  async unit(tx: Tx, id: UnitId): Promise<UnitRecord | null> {
    return (await this.units(tx, [id]))[0] ?? null;
  }

  async units(tx: Tx, ids: readonly UnitId[]): Promise<UnitRecord[]> {
    if (ids.length === 0) return [];
    return tx.query<UnitRecord>(`select ${UNIT} from units where id = any($1)`, [ids]);
  }

  async unitByCode(tx: Tx, code: string): Promise<UnitRecord | null> {
    const rows = await tx.query<UnitRecord>(`select ${UNIT} from units where code = $1`, [code]);
    return rows[0] ?? null;
  }

  /** The units above which there is none: a city, or several when the installation serves several. */
  async roots(tx: Tx): Promise<UnitRecord[]> {
    return tx.query<UnitRecord>(`select ${UNIT} from units where parent is null order by code`);
  }

  async children(tx: Tx, id: UnitId): Promise<UnitRecord[]> {
    return tx.query<UnitRecord>(`select ${UNIT} from units where parent = $1 order by code`, [id]);
  }

  /** The unit and everything below it, parents before children; with `kind`, those of that kind only. */
  async subtree(tx: Tx, id: UnitId, kind?: UnitKind): Promise<UnitRecord[]> {
    const only = kind === undefined ? '' : ' and u.kind = $2';
    return tx.query<UnitRecord>(
      `select ${columnsOf('u', UNIT)} from units u join units top on top.id = $1
       where u.path like top.path || '%'${only} order by array_length(string_to_array(u.path, '/'), 1), u.code`,
      kind === undefined ? [id] : [id, kind],
    );
  }

  /** The unit itself and those above it, lowest first. */
  async ancestors(tx: Tx, id: UnitId): Promise<UnitRecord[]> {
    return tx.query<UnitRecord>(
      `select ${columnsOf('a', UNIT)} from units u join units a on a.id = any(string_to_array(u.path, '/'))
       where u.id = $1 order by array_length(string_to_array(a.path, '/'), 1) desc`,
      [id],
    );
  }

  /** Ids of the unit and those above it, lowest first; just the unit itself when it is not registered. */
  async lineage(tx: Tx, id: UnitId): Promise<UnitId[]> {
    await this.#learn(tx, [id]);
    const unit = this.#placed.get(id);
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

  async people(tx: Tx, ids: readonly PersonId[]): Promise<PersonRecord[]> {
    if (ids.length === 0) return [];
    return tx.query<PersonRecord>(`select ${PERSON} from people where id = any($1)`, [ids]);
  }

  /** People who live or work at the unit or below it. */
  async peopleWithin(tx: Tx, unit: UnitId): Promise<PersonRecord[]> {
    return tx.query<PersonRecord>(
      `select ${columnsOf('p', PERSON)} from people p join units u on u.id = p.unit
       where u.path like (select path from units where id = $1) || '%' order by p.id`,
      [unit],
    );
  }

  async households(tx: Tx, unit: UnitId): Promise<HouseholdRecord[]> {
    return tx.query<HouseholdRecord>(
      `select ${columnsOf('h', HOUSEHOLD)} from households h join units u on u.id = h.stairwell
       where u.path like (select path from units where id = $1) || '%' order by h.id`,
      [unit],
    );
  }

  async household(tx: Tx, id: string): Promise<HouseholdRecord | null> {
    const rows = await tx.query<HouseholdRecord>(`select ${HOUSEHOLD} from households where id = $1`, [id]);
    return rows[0] ?? null;
  }

  async officesOf(tx: Tx, person: PersonId, on: LocalDate): Promise<OfficeRecord[]> {
    return tx.query<OfficeRecord>(
      `select id, person, unit, role, from_date as "from", to_date as "to" from offices
       where person = $1 and ${inForce('offices')} order by role, unit`,
      [person, on],
    );
  }

  /** Everything the person's offices, bodies and home amount to on that day. */
  async grantsOf(tx: Tx, person: PersonId, on: LocalDate): Promise<Grant[]> {
    const held = await tx.query<{ role: string | null; unit: UnitId }>(
      `select role, unit from (
         select o.role, o.unit from offices o where o.person = $1 and ${inForce('o')}
         union all select null, p.unit from people p where p.id = $1) held order by role nulls last, unit`,
      [person, on],
    );
    await this.#learn(
      tx,
      held.map(({ unit }) => unit),
    );
    const offices = held.flatMap(({ role, unit }) => (role === null ? [] : [{ role, unit }]));
    const home = held.find(({ role }) => role === null);
    const residence = home === undefined ? null : residenceGrant(home.unit, this.#placed);
    return [...grantsFrom(offices, this.#placed), ...(residence ? [residence] : [])];
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
      `select distinct o.person, o.unit, o.role from offices o where o.role = $1 and ${inForce('o')} order by o.person`,
      [role, on],
    );
    await this.#learn(
      tx,
      rows.map((row) => row.unit),
    );
    const lineage = question.exact === true ? [unit] : await this.lineage(tx, unit);
    const seats = new Map(rows.map((row) => [row.unit, grantsFrom([row], this.#placed).map((grant) => grant.unit)]));
    for (const above of lineage) {
      const holders = rows.filter((row) => seats.get(row.unit)?.includes(above));
      if (holders.length > 0) return { unit: above, holders };
    }
    return null;
  }

  /** Who may act for the person as an authorised relative on that day. */
  async agentsOf(tx: Tx, person: PersonId, on: LocalDate): Promise<PersonId[]> {
    const rows = await tx.query<{ agent: PersonId }>(
      `select agent from authorisations where person = $1 and ${inForce('authorisations')} order by agent`,
      [person, on],
    );
    return rows.map((row) => row.agent);
  }

  /** Reads where these units stand, and everything above them, unless it is known. */
  async #learn(tx: Tx, ids: readonly UnitId[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.#placed.has(id));
    if (unknown.length === 0) return;
    const rows = await tx.query<Placed>(
      `select distinct a.id, a.parent, a.kind, a.path from units u join units a on a.id = any(string_to_array(u.path, '/'))
       where u.id = any($1)`,
      [unknown],
    );
    for (const row of rows) this.#placed.set(row.id, row);
  }
}

/** The row is in force on the day given as `$2`. */
function inForce(table: string): string {
  return `${table}.from_date <= $2::date and (${table}.to_date is null or ${table}.to_date > $2::date)`;
}

function columnsOf(alias: string, columns: string): string {
  return columns
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');
}
