import type { Tx } from '#libs/database';

import type { ContactSealer, SealedContact } from './contact.sealer.js';
import { bodyColumns, tableOf } from './record.tables.js';

const CONTACT = ['phoneSealed', 'phoneIndex', 'phoneMask', 'idSealed', 'idIndex'] as const;
const FIELDS = Object.keys(tableOf('person').fields);
const contactColumns = bodyColumns(
  tableOf('person'),
  'p',
  FIELDS.filter((name) => name !== 'id' && !CONTACT.some((field) => field === name)),
);

interface VersionRow extends SealedContact {
  seq: number;
}

/** Seals again, with the key in use, at most `limit` people and as many past versions. Answers how many it sealed; 0: done. */
export async function reseal(tx: Tx, sealer: ContactSealer, limit: number): Promise<number> {
  const current = `${sealer.currentPrefix()}%`;
  const people = await tx.query<SealedContact & { id: string }>(
    `select ${contactColumns} from people p
     where (p.phone_sealed is not null and p.phone_sealed not like $1) or (p.id_sealed is not null and p.id_sealed not like $1)
     limit $2 for update`,
    [current, limit],
  );
  if (people.length > 0) {
    await tx.query(
      `update people p set phone_sealed = r."phoneSealed", phone_index = r."phoneIndex", phone_mask = r."phoneMask",
         id_sealed = r."idSealed", id_index = r."idIndex"
       from jsonb_to_recordset($1::jsonb)
         as r(id text, "phoneSealed" text, "phoneIndex" text, "phoneMask" text, "idSealed" text, "idIndex" text)
       where p.id = r.id`,
      [JSON.stringify(people.map((row) => ({ id: row.id, ...sealer.resealed(row) })))],
    );
    await alignVersions(
      tx,
      people.map(({ id }) => id),
    );
  }
  return people.length + (await resealVersions(tx, sealer, { current, limit }));
}

/** Versions that say the same number as the record does carry the record's seal: undoing compares them. */
async function alignVersions(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update registry_versions v set body = v.body || jsonb_build_object('phoneSealed', p.phone_sealed, 'phoneIndex', p.phone_index,
       'phoneMask', p.phone_mask, 'idSealed', p.id_sealed, 'idIndex', p.id_index)
     from people p where v.entity = 'person' and v.id = p.id and p.id = any($1) and v.valid_to is null`,
    [ids],
  );
}

async function resealVersions(
  tx: Tx,
  sealer: ContactSealer,
  { current, limit }: { current: string; limit: number },
): Promise<number> {
  const fields = CONTACT.map((field) => `v.body->>'${field}' as "${field}"`).join(', ');
  const rows = await tx.query<VersionRow>(
    `select v.seq, ${fields} from registry_versions v where v.entity = 'person' and v.valid_to is not null
       and ((v.body->>'phoneSealed') not like $1 or (v.body->>'idSealed') not like $1) limit $2 for update`,
    [current, limit],
  );
  if (rows.length === 0) return 0;
  await tx.query(
    `update registry_versions v set body = v.body || r.contact
     from jsonb_to_recordset($1::jsonb) as r(seq bigint, contact jsonb) where v.seq = r.seq`,
    [JSON.stringify(rows.map(({ seq, ...sealed }) => ({ seq, contact: sealer.resealed(sealed) })))],
  );
  return rows.length;
}
