import type { Tx } from '#libs/database';

import { bodyColumns, tableOf } from './record.tables.js';
import type { LocalDate, OfficeRecord, PersonId } from './registry.vocabulary.js';
import type { UnitId } from './units.vocabulary.js';

/** An office with the names it is shown with. */
export interface SeatView extends OfficeRecord {
  personName: string;
  unitName: string;
  constituencyName: string | null;
  /** Who holds it while its holder is absent, today. */
  substitute: PersonId | null;
}

const SEAT = `${bodyColumns(tableOf('office'), 'o')}, p.name as "personName", u.name as "unitName", c.name as "constituencyName",
  (select s.person from offices s where s.substitute_for = o.id and s.from_date <= $2::date
     and (s.to_date is null or s.to_date > $2::date) order by s.id limit 1) as substitute`;
const SEATS = `offices o join people p on p.id = o.person join units u on u.id = o.unit left join units c on c.id = o.constituency`;

/** Offices at a unit on a day, or with `past` those that have ended, too; by role, constituency and name. */
export async function seatsAt(
  tx: Tx,
  unit: UnitId,
  { on, past }: { on: LocalDate; past: boolean },
): Promise<SeatView[]> {
  const inForce = past ? '' : ' and o.from_date <= $2::date and (o.to_date is null or o.to_date > $2::date)';
  return tx.query<SeatView>(
    `select ${SEAT} from ${SEATS} where o.unit = $1${inForce}
     order by o.role, c.code nulls first, p.name collate "C", o.from_date, o.id`,
    [unit, on],
  );
}

export async function seat(tx: Tx, id: string, on: LocalDate): Promise<SeatView | null> {
  const rows = await tx.query<SeatView>(`select ${SEAT} from ${SEATS} where o.id = $1`, [id, on]);
  return rows[0] ?? null;
}
