import type { Tx } from '#libs/database';
import type { PersonFlag, Share, UnitId } from '#libs/registry';
import type { Vault } from '#libs/vault';

/*
 * What is registered already, looked up for a thousand rows at a time. Reading only: every write goes through the registry.
 */

/**
 * Within an import the tables grow from nothing: a plan made for an empty table and kept would read the full one from end to end,
 * and so would most plans that are made without statistics. What such plans are thought to cost would also have each of them
 * compiled, which takes longer than to run it. Holds until the transaction ends.
 */
export async function plansAnew(tx: Tx): Promise<void> {
  await tx.query(
    `select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
       set_config('jit', 'off', true)`,
  );
}

/** A person as rows are compared with. Contact data are compared by their blind indexes, never opened. */
export interface KnownPerson {
  id: string;
  name: string;
  gender: 'female' | 'male' | null;
  birthYear: number | null;
  birthDate: string | null;
  unit: UnitId;
  household: string | null;
  flags: PersonFlag[];
  domicile: string | null;
  phoneIndex: string | null;
  idIndex: string | null;
  /** Where the person lives, as said. */
  address: string | null;
}

/** What people of a batch may be found by. Names go with what tells namesakes apart. */
export interface PeopleQuestion {
  ids: string[];
  idIndexes: string[];
  phoneIndexes: string[];
  /** `[name, household]` */
  atHome: (readonly [string, string])[];
  /** `[name, birth date]` */
  born: (readonly [string, string])[];
}

const PERSON = `p.id, p.name, p.gender, p.birth_year as "birthYear", p.birth_date as "birthDate", p.unit, p.household, p.flags,
  p.domicile, p.phone_index as "phoneIndex", p.id_index as "idIndex",
  (select h.address from households h where h.id = p.household) as address`;
const LIVING = 'p.merged_into is null and p.erased_on is null';

/** People by the key of a loop. */
const by = (column: 'id_index' | 'phone_index'): string => `select id from people where ${column} = k.key offset 0`;

/**
 * Everybody registered below a unit who might be one of the people asked for; who is registered elsewhere is not read.
 * Each way to find somebody is a loop over an index: within an import the tables grow from nothing, so the planner's statistics
 * would have it read them from end to end, for every thousand rows again. Namesakes are read once for a name, however many rows
 * have it: a city has hundreds of each common name.
 */
export async function knownPeople(tx: Tx, question: PeopleQuestion, scope: UnitId): Promise<KnownPerson[]> {
  const { ids, idIndexes, phoneIndexes, atHome, born } = question;
  return tx.query<KnownPerson>(
    `with found as materialized (
       select id from people where id = any($1)
       union select q.id from unnest($2::text[]) k(key) cross join lateral (${by('id_index')}) q
       union select q.id from unnest($3::text[]) k(key) cross join lateral (${by('phone_index')}) q
       union select q.id from unnest($4::text[], $5::text[]) k(name, home)
         cross join lateral (select id from people where household = k.home and name = k.name offset 0) q
       union select q.id from (select name, array_agg(distinct born) as days from unnest($6::text[], $7::date[]) n(name, born)
           group by name) k
         cross join lateral (select id from people where name collate "C" = k.name and birth_date = any(k.days) offset 0) q)
     select ${PERSON} from found f cross join lateral (select * from people where id = f.id offset 0) p
       cross join lateral (select path from units where id = p.unit offset 0) u
     where ${LIVING} and starts_with(u.path, (select path from units where id = $8))`,
    [
      ids,
      idIndexes,
      phoneIndexes,
      atHome.map(([name]) => name),
      atHome.map(([, home]) => home),
      born.map(([name]) => name),
      born.map(([, day]) => day),
      scope,
    ],
  );
}

/** People who own flats of the unit, wherever they are registered: they are owners here already. */
export async function owningPeople(tx: Tx, ids: readonly string[]): Promise<KnownPerson[]> {
  if (ids.length === 0) return [];
  return tx.query<KnownPerson>(`select ${PERSON} from people p where p.id = any($1) and ${LIVING}`, [ids]);
}

/** People of these names at the places of an import, for those who are named without more. */
export async function namesakes(tx: Tx, names: readonly string[], scope: UnitId): Promise<KnownPerson[]> {
  if (names.length === 0) return [];
  return tx.query<KnownPerson>(
    `select ${PERSON} from people p join units u on u.id = p.unit
     where ${LIVING} and p.name collate "C" = any($1) and u.path like (select path from units where id = $2) || '%'`,
    [names, scope],
  );
}

export interface KnownHousehold {
  id: string;
  building: UnitId;
  stairwell: UnitId;
  flat: string;
  premises: string | null;
  colour: string;
  group: UnitId | null;
}

/** All fields of a known household. */
export const HOUSEHOLD_FIELDS = [
  'id',
  'building',
  'stairwell',
  'flat',
  'premises',
  'colour',
  'group',
] as const satisfies (keyof KnownHousehold)[];

export async function householdsIn(tx: Tx, stairwells: readonly UnitId[]): Promise<KnownHousehold[]> {
  if (stairwells.length === 0) return [];
  return tx.query<KnownHousehold>(
    `select h.id, building, stairwell, flat, premises, colour, residents_group as "group"
     from unnest($1::text[]) k(id) cross join lateral (select * from households where stairwell = k.id offset 0) h`,
    [stairwells],
  );
}

/** Households by their ids. */
export async function householdsOf(tx: Tx, ids: readonly string[]): Promise<KnownHousehold[]> {
  if (ids.length === 0) return [];
  return tx.query<KnownHousehold>(
    `select id, building, stairwell, flat, premises, colour, residents_group as "group" from households where id = any($1)`,
    [ids],
  );
}

export interface KnownPremises {
  id: string;
  building: UnitId;
  stairwell: UnitId | null;
  number: string;
  floor: number;
  area: number | null;
  areaSource: string | null;
  use: string;
}

/** All fields of known premises. */
export const PREMISES_FIELDS = [
  'id',
  'building',
  'stairwell',
  'number',
  'floor',
  'area',
  'areaSource',
  'use',
] as const satisfies (keyof KnownPremises)[];

export async function premisesIn(tx: Tx, buildings: readonly UnitId[]): Promise<KnownPremises[]> {
  if (buildings.length === 0) return [];
  return tx.query<KnownPremises>(
    `select p.id, building, stairwell, number, floor, area, area_source as "areaSource", use
     from unnest($1::text[]) k(id) cross join lateral (select * from premises where building = k.id offset 0) p`,
    [buildings],
  );
}

export interface KnownOwnership {
  id: string;
  premises: string;
  person: string;
  share: Share | null;
  from: string;
}

/** Who owns these flats now. */
export async function ownershipsOf(tx: Tx, premises: readonly string[]): Promise<KnownOwnership[]> {
  if (premises.length === 0) return [];
  return tx.query<KnownOwnership>(
    `select o.id, premises, person, share, from_date as "from"
     from unnest($1::text[]) k(id) cross join lateral (select * from ownerships where premises = k.id offset 0) o
     where to_date is null`,
    [premises],
  );
}

/** Who names the household now. */
export async function delegatesOf(tx: Tx, households: readonly string[]) {
  if (households.length === 0) return [];
  return tx.query<{ id: string; household: string; person: string }>(
    `select d.id, household, person
     from unnest($1::text[]) k(id) cross join lateral (select * from delegates where household = k.id offset 0) d
     where to_date is null`,
    [households],
  );
}

/** The sealing purposes of the registry's contact data, under which exact matches are found. */
export class ContactIndexes {
  constructor(private readonly vault: Vault) {}

  idNumber(plain: string): string[] {
    return this.vault.blindIndexes(plain, 'person.idNumber');
  }

  phone(plain: string): string[] {
    return this.vault.blindIndexes(plain, 'person.phone');
  }
}
