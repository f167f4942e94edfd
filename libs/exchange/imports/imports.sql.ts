import type { Tx } from '#libs/database';

import type { ImportView } from '../exchange.vocabulary.js';

/** An import as it is stored; how far work on it is stands elsewhere. */
export type ImportRecord = Omit<ImportView, 'progress'>;

const COLUMNS = `i.id, i.kind, i.state, i.unit, i.file_name as "fileName", i.format, i.detail, i.sha256, i.bytes, i.as_of as "asOf",
  i."by", i.at, i.counts, i.decisions, i.unknown_columns as "unknownColumns", i.changes`;

export async function insertImport(tx: Tx, one: ImportRecord): Promise<void> {
  await tx.query(
    `insert into imports (id, kind, state, unit, file_name, format, detail, sha256, bytes, as_of, "by", at, counts, decisions,
       unknown_columns, changes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      one.id,
      one.kind,
      one.state,
      one.unit,
      one.fileName,
      one.format,
      one.detail,
      one.sha256,
      one.bytes,
      one.asOf,
      one.by,
      one.at,
      one.counts,
      one.decisions,
      one.unknownColumns,
      one.changes,
    ],
  );
}

export async function importOf(tx: Pick<Tx, 'query'>, id: string): Promise<ImportRecord | null> {
  return (await tx.query<ImportRecord>(`select ${COLUMNS} from imports i where i.id = $1`, [id]))[0] ?? null;
}

/** The import, for whoever works on it alone; `busy` while somebody else does. */
export async function takeImport(tx: Tx, id: string): Promise<ImportRecord | 'busy' | null> {
  const [free] = await tx.query<ImportRecord>(
    `select ${COLUMNS} from imports i where i.id = $1 for update skip locked`,
    [id],
  );
  return free ?? ((await importOf(tx, id)) === null ? null : 'busy');
}

/** Imports of units somebody may read, newest first. */
export async function listImports(
  tx: Tx,
  { reach, before, limit }: { reach: readonly string[]; before: { at: string; id: string } | null; limit: number },
): Promise<ImportRecord[]> {
  return tx.query<ImportRecord>(
    `select ${COLUMNS} from imports i join units u on u.id = i.unit
     where string_to_array(u.path, '/') && $1::text[]
       and ($2::timestamptz is null or (i.at, i.id) < ($2::timestamptz, $3))
     order by i.at desc, i.id desc limit $4`,
    [reach, before?.at ?? null, before?.id ?? '', limit],
  );
}
