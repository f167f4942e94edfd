import type { Tx } from '#libs/database';

import type { Body } from './record.tables.js';
import { bodyColumns, tableOf } from './record.tables.js';
import type { PersonId, PersonRecord } from './registry.vocabulary.js';

const SEALED = ['phoneSealed', 'phoneMask', 'phoneIndex', 'idSealed', 'idIndex'] as const;

/** What ordinary reads show of a person: nothing sealed. */
export const personColumns = (alias: string): string => bodyColumns(tableOf('person'), alias, SEALED);

/** A body without its sealed fields. */
export function openPerson(body: Body): PersonRecord {
  const sealed: readonly string[] = SEALED;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !sealed.includes(name))) as unknown as PersonRecord;
}

/** The records that speak for these people: a merged one is answered by the one it was merged into. */
export async function peopleOf(tx: Tx, ids: readonly PersonId[]): Promise<PersonRecord[]> {
  if (ids.length === 0) return [];
  return tx.query<PersonRecord>(
    `select ${personColumns('p')} from people p
     where p.id in (select coalesce(merged_into, id) from people where id = any($1)) order by p.id`,
    [ids],
  );
}

/** The person and everybody merged into them, the one who speaks for all first. */
export async function idsOf(tx: Tx, person: PersonId): Promise<PersonId[]> {
  const rows = await tx.query<{ id: PersonId }>(
    `with one as (select coalesce(merged_into, id) as id from people where id = $1)
     select p.id from people p, one where p.id = one.id or p.merged_into = one.id order by p.id <> one.id, p.id`,
    [person],
  );
  return rows.length === 0 ? [person] : rows.map(({ id }) => id);
}
