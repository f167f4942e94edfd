import { HANDLING_ROLES } from '#libs/access';
import type { Tx } from '#libs/database';

/** Somebody one works with: an office held in one's own unit or in an office inside it. */
export interface Colleague {
  id: string;
  name: string;
  role: string;
  unit: string;
  unitName: string;
}

/** Where work inside a unit can go. */
export interface Inside {
  people: Colleague[];
  /** Offices and sub-units of the caller's own units, without those units themselves. */
  sections: { id: string; name: string; parentName: string }[];
}

/** Who asks, and on which day. */
interface InsideQuestion {
  persons: readonly string[];
  on: string;
}

/** More than this is no list to choose from. */
const MOST = 500;

/** Departments and companies only: whoever stands above a place has a whole town below. */
const INSIDE = `
  with own as (
    select distinct u.id, u.path from offices o join units u on u.id = o.unit
    where o.person = any($1) and o.role = any($3) and u.kind in ('department', 'company', 'organisation')
      and o.from_date <= $2::date and (o.to_date is null or o.to_date > $2::date)),
  inside as (
    select distinct u.id, u.name, u.parent, length(u.path) as depth,
           not exists (select from own where own.id = u.id) as is_section
    from own join units u on u.path like own.path || '%'
    where u.to_date is null or u.to_date > $2::date)`;

/** People who handle matters in the caller's own units, and the offices inside these units; nobody for whoever works for none. */
export async function insideOf(tx: Pick<Tx, 'query'>, { persons, on }: InsideQuestion): Promise<Inside> {
  const asked = [persons, on, HANDLING_ROLES];
  const people = await tx.query<Colleague>(
    `${INSIDE} select distinct on (i.depth, p.name, p.id) p.id, p.name, o.role, i.id as unit, i.name as "unitName"
     from inside i join offices o on o.unit = i.id join people p on p.id = o.person
     where o.role = any($3) and o.from_date <= $2::date and (o.to_date is null or o.to_date > $2::date)
       and p.merged_into is null and p.died_on is null
     order by i.depth, p.name, p.id limit ${String(MOST)}`,
    asked,
  );
  const sections = await tx.query<Inside['sections'][number]>(
    `${INSIDE} select i.id, i.name, u.name as "parentName" from inside i join units u on u.id = i.parent
     where i.is_section order by i.depth, i.name limit ${String(MOST)}`,
    asked,
  );
  return { people, sections };
}
