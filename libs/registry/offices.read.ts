import type { Tx } from '#libs/database';

import { idsOf } from './people.read.js';
import { bodyColumns, tableOf } from './record.tables.js';
import type { Grant, LocalDate, OfficeRecord, PersonId } from './registry.vocabulary.js';
import { grantsFrom, lineageOf, residenceGrant } from './tree.rules.js';
import type { UnitPlaces } from './unit.places.js';
import type { UnitId } from './units.vocabulary.js';

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

/** The row is in force on the day given as `$2`. */
const inForce = (alias: string): string =>
  `${alias}.from_date <= $2::date and (${alias}.to_date is null or ${alias}.to_date > $2::date)`;

/** Offices that are not over on a day: in force, or still to come. */
export async function officesSince(tx: Tx, person: PersonId, day: LocalDate): Promise<OfficeRecord[]> {
  return tx.query<OfficeRecord>(
    `select ${bodyColumns(tableOf('office'), 'o')} from offices o
     where o.person = any($1) and (o.to_date is null or o.to_date > $2::date) order by o.role, o.unit, o.id`,
    [await idsOf(tx, person), day],
  );
}

/** Offices, read under every record of the person, and the home of the record that speaks for them. */
export async function grantsOf(
  tx: Tx,
  places: UnitPlaces,
  { person, on }: { person: PersonId; on: LocalDate },
): Promise<Grant[]> {
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
  const placed = await places.of(
    tx,
    held.map(({ unit }) => unit),
  );
  const offices = held.flatMap(({ role, unit }) => (role === null ? [] : [{ role, unit }]));
  const home = held.find(({ role }) => role === null);
  const residence = home === undefined ? null : residenceGrant(home.unit, placed);
  return [...grantsFrom(offices, placed), ...(residence ? [residence] : [])];
}

/** Roles of the offices that people hold on a day, under every record of each of them; who holds none is left out. */
export async function rolesHeld(
  tx: Pick<Tx, 'query'>,
  { persons, on }: { persons: readonly PersonId[]; on: LocalDate },
): Promise<Map<PersonId, string[]>> {
  const rows = await tx.query<{ person: PersonId; roles: string[] }>(
    `with asked as materialized (
       select a.person, coalesce(p.merged_into, a.person) as speaker
       from unnest($1::varchar[]) a(person) left join people p on p.id = a.person),
     records as materialized (
       select person, speaker as id from asked
       union select person, person from asked
       union select asked.person, p.id from asked join people p on p.merged_into = asked.speaker)
     select r.person, array_agg(distinct o.role) as roles
     from records r join offices o on o.person = r.id and ${inForce('o')} group by r.person`,
    [persons, on],
  );
  return new Map(rows.map(({ person, roles }) => [person, roles]));
}

/** The unit nearest to the question's at which somebody holds the role, and who does. */
export async function nearestHolders(
  tx: Tx,
  places: UnitPlaces,
  { role, unit, exact = false, on }: HolderQuestion,
): Promise<{ unit: UnitId; holders: Holder[] } | null> {
  const rows = await tx.query<Holder>(
    `select distinct coalesce(p.merged_into, o.person) as person, o.unit, o.role
     from offices o left join people p on p.id = o.person where o.role = $1 and ${inForce('o')} order by person`,
    [role, on],
  );
  const placed = await places.of(tx, [...rows.map((row) => row.unit), unit]);
  const path = placed.get(unit)?.path;
  const lineage = exact || path === undefined ? [unit] : lineageOf(path);
  const seats = new Map(rows.map((row) => [row.unit, grantsFrom([row], placed).map((grant) => grant.unit)]));
  for (const above of lineage) {
    const holders = rows.filter((row) => seats.get(row.unit)?.includes(above));
    if (holders.length > 0) return { unit: above, holders };
  }
  return null;
}

/** Who may act for the person as an authorised relative on a day. */
export async function agentsOf(tx: Tx, person: PersonId, on: LocalDate): Promise<PersonId[]> {
  const rows = await tx.query<{ agent: PersonId }>(
    `select distinct coalesce(p.merged_into, a.agent) as agent from authorisations a left join people p on p.id = a.agent
     where a.person = any($1) and ${inForce('a')} order by agent`,
    [await idsOf(tx, person), on],
  );
  return rows.map((row) => row.agent);
}

/** For whom the person may act as an authorised relative on a day. */
export async function principalsOf(tx: Tx, agent: PersonId, on: LocalDate): Promise<PersonId[]> {
  const rows = await tx.query<{ person: PersonId }>(
    `select distinct coalesce(p.merged_into, a.person) as person from authorisations a left join people p on p.id = a.person
     where a.agent = any($1) and ${inForce('a')} order by person`,
    [await idsOf(tx, agent), on],
  );
  return rows.map((row) => row.person);
}
