import type { Tx } from '#libs/database';

import { bodyColumns, tableOf } from './record.tables.js';
import type {
  DelegateRecord,
  HouseholdId,
  HouseholdRecord,
  LocalDate,
  OwnershipRecord,
  PersonId,
  PremisesId,
  PremisesRecord,
  ResidenceRecord,
} from './registry.vocabulary.js';
import type { UnitId } from './units.vocabulary.js';

const HOUSEHOLD = `${bodyColumns(tableOf('household'), 'h')}, h.address`;
const PREMISES = bodyColumns(tableOf('premises'), 'p');

/** Households at a unit and below. */
export async function householdsWithin(tx: Tx, unit: UnitId): Promise<HouseholdRecord[]> {
  return tx.query<HouseholdRecord>(
    `select ${HOUSEHOLD} from households h join units u on u.id = h.stairwell
     where u.path like (select path from units where id = $1) || '%' order by h.id`,
    [unit],
  );
}

export async function householdsById(tx: Tx, ids: readonly HouseholdId[]): Promise<HouseholdRecord[]> {
  if (ids.length === 0) return [];
  return tx.query<HouseholdRecord>(`select ${HOUSEHOLD} from households h where h.id = any($1) order by h.id`, [ids]);
}

export async function premisesById(tx: Tx, ids: readonly PremisesId[]): Promise<PremisesRecord[]> {
  if (ids.length === 0) return [];
  return tx.query<PremisesRecord>(`select ${PREMISES} from premises p where p.id = any($1) order by p.id`, [ids]);
}

/** Everything in a building, stairwell by stairwell, floor by floor. */
export async function premisesOf(tx: Tx, building: UnitId): Promise<PremisesRecord[]> {
  return tx.query<PremisesRecord>(
    `select ${PREMISES} from premises p left join units s on s.id = p.stairwell
     where p.building = $1 or p.stairwell = $1
     order by s.code nulls first, p.floor, p.number collate "C", p.id`,
    [building],
  );
}

/** Stays of people or in households, past ones too, latest first. */
export async function residencesOf(
  tx: Tx,
  by: { people: readonly PersonId[] } | { household: HouseholdId },
): Promise<(ResidenceRecord & { address: string })[]> {
  const [field, ids] = 'people' in by ? (['person', by.people] as const) : (['household', [by.household]] as const);
  return tx.query(
    `select ${bodyColumns(tableOf('residence'), 'r')}, h.address from residences r join households h on h.id = r.household
     where r.${field} = any($1) order by r.from_date desc, r.id`,
    [ids],
  );
}

/** Owners of these premises on a day; merged people under the record that speaks for them. */
export async function ownersOf(tx: Tx, premises: readonly PremisesId[], on: LocalDate): Promise<OwnershipRecord[]> {
  return tx.query<OwnershipRecord>(
    `select o.id, o.premises, coalesce(p.merged_into, o.person) as person, o.share, o.from_date as "from", o.to_date as "to"
     from ownerships o left join people p on p.id = o.person
     where o.premises = any($1) and o.from_date <= $2::date and (o.to_date is null or o.to_date > $2::date)
     order by o.premises, o.id`,
    [premises, on],
  );
}

/** Delegates of a household, past ones too, latest first. */
export async function delegatesOf(tx: Tx, household: HouseholdId): Promise<DelegateRecord[]> {
  return tx.query<DelegateRecord>(
    `select ${bodyColumns(tableOf('delegate'), 'd')} from delegates d where d.household = $1 order by d.from_date desc, d.id`,
    [household],
  );
}

/** Who lives in a household now, those first who were born first. */
export async function inhabitantsOf(tx: Tx, household: HouseholdId): Promise<PersonId[]> {
  const rows = await tx.query<{ id: PersonId }>(
    `select id from people where household = $1 and merged_into is null and died_on is null
     order by birth_year nulls last, id`,
    [household],
  );
  return rows.map(({ id }) => id);
}
