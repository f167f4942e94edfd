import type { Tx } from '#libs/database';

import type { ContactSealer, SealedContact } from './contact.sealer.js';
import type { Body } from './record.tables.js';
import { bodyColumns, tableOf } from './record.tables.js';
import type { Contact, PersonId, PersonRecord } from './registry.vocabulary.js';
import type { UnitId } from './units.vocabulary.js';

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

/** People who live or work at the unit or below it. */
export async function peopleWithin(tx: Tx, unit: UnitId): Promise<PersonRecord[]> {
  return tx.query<PersonRecord>(
    `select ${personColumns('p')} from people p join units u on u.id = p.unit
     where u.path like (select path from units where id = $1) || '%' and p.merged_into is null order by p.id`,
    [unit],
  );
}

/** What the person who speaks for this record can be reached by; nothing of somebody who is not known. */
export async function contactOf(tx: Tx, sealer: ContactSealer, id: PersonId): Promise<Contact> {
  const [row] = await tx.query<Pick<SealedContact, 'phoneSealed' | 'idSealed'>>(
    `select phone_sealed as "phoneSealed", id_sealed as "idSealed" from people
     where id = (select coalesce(merged_into, id) from people where id = $1)`,
    [id],
  );
  return row === undefined ? { phone: null, idNumber: null } : sealer.opened(row);
}

/** Masked telephone numbers by the ids asked for; who has none is left out. */
export async function masksOf(tx: Tx, sealer: ContactSealer, ids: readonly PersonId[]): Promise<Map<PersonId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: PersonId; mask: string }>(
    `select a.id, p.phone_mask as mask from people a join people p on p.id = coalesce(a.merged_into, a.id)
     where a.id = any($1) and p.phone_mask is not null`,
    [ids],
  );
  return new Map(rows.map(({ id, mask }) => [id, sealer.masked(mask) ?? '']));
}
