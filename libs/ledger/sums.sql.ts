import type { Tx } from '#libs/database';

import { amounts, AXES, COLUMN_OF, MONTHS, speaksFor, SUM_COLUMNS } from './measures.rules.js';

/*
 * The account added up by month: for each axis, group and month what its lines come to. Dashboards read a few hundred rows of it
 * instead of every line. It is changed by the difference of the lines in the transaction that changes them, under the lock of the
 * ledger, and is a function of the lines: adding up anew gives the same.
 */

const KEYS = 'realm, axis, key, month';
const NAMES = SUM_COLUMNS.join(', ');

/** What some lines come to, each counted `one` times, by axis, group and month. */
function cellsOf(lines: string): string {
  const axes = AXES.map((axis) => `('${axis}', '${speaksFor(axis)}', ${COLUMN_OF[axis]})`).join(', ');
  const sums = amounts({ isMeant: (month) => `${month} = m.month`, speaks: 'kind = a.speaks', one: 'one' });
  return `select e.realm, a.axis, coalesce(a.key, '') as key, m.month,
      ${sums.map((sum, index) => `${sum} as ${SUM_COLUMNS[index] ?? ''}`).join(', ')}
    from (${lines}) e
      cross join lateral (values ${axes}) a(axis, speaks, key)
      cross join lateral (select distinct u.month from unnest(array[${MONTHS.join(', ')}]) u(month) where u.month is not null) m
    where not e.is_confidential and (a.axis <> 'department' or e.kind = 'task')
    group by 1, 2, 3, 4`;
}

const NOT_NOTHING = SUM_COLUMNS.map((name) => `${name} <> 0`).join(' or ');

const DIFFERENCE = `insert into ledger_sums as s (${KEYS}, ${NAMES})
  select ${KEYS}, ${NAMES} from (${cellsOf(`select kept.*, -1 as one from ledger_entries kept where case_id = any($1::text[])
    union all select anew.*, 1 from jsonb_populate_recordset(null::ledger_entries, $2::jsonb) anew`)}) c
  where ${NOT_NOTHING}
  order by ${KEYS}
  on conflict (${KEYS}) do update set ${SUM_COLUMNS.map((name) => `${name} = s.${name} + excluded.${name}`).join(', ')}`;

/** Adds what these lines (JSON of rows) will come to and takes off what the cases come to now. Before they are replaced. */
export async function changeSums(tx: Tx, caseIds: readonly string[], lines: string): Promise<void> {
  await tx.query(DIFFERENCE, [caseIds, lines]);
}

/** Adds everything up anew. The caller holds the ledger. */
export async function addUpAnew(tx: Tx): Promise<void> {
  await tx.query('delete from ledger_sums');
  await tx.query(
    `insert into ledger_sums (${KEYS}, ${NAMES})
     select ${KEYS}, ${NAMES} from (${cellsOf('select kept.*, 1 as one from ledger_entries kept')}) c where ${NOT_NOTHING}`,
  );
}
