import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import type { FileRow } from './files.types.js';

export const FILE_COLUMNS = `id, kind, media_type as "mediaType", bytes, sha256, width, height, has_thumbnail as "hasThumbnail",
  keeps_place as "keepsPlace", uploader, on_behalf_of as "onBehalfOf", at, attached_to as "attachedTo", subject, original, masks,
  published_at as "publishedAt", withdrawn_at as "withdrawnAt", erased_at as "erasedAt"`;

/** What only this room reads: the sealed key and the sealed name. */
export interface SealedColumns {
  key: string | null;
  name: string | null;
}

export async function insertFile(tx: Tx, row: FileRow & SealedColumns): Promise<void> {
  await tx.query(
    `insert into files (id, kind, media_type, bytes, sha256, width, height, name, key, has_thumbnail, keeps_place, uploader,
       on_behalf_of, at, attached_to, subject, original, masks, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      row.id,
      row.kind,
      row.mediaType,
      row.bytes,
      row.sha256,
      row.width,
      row.height,
      row.name,
      row.key,
      row.hasThumbnail,
      row.keepsPlace,
      row.uploader,
      row.onBehalfOf,
      row.at,
      row.attachedTo,
      row.subject,
      row.original,
      row.masks === null ? null : JSON.stringify(row.masks),
      row.publishedAt,
    ],
  );
}

/** Writes down what was done with a file. */
export async function journal(tx: Tx, entry: { file: string; at: Instant; by: string; what: string }): Promise<void> {
  const { file, at, by, what } = entry;
  await tx.query(`insert into file_journal (id, file, at, by, what) values ($1, $2, $3, $4, $5)`, [
    randomUUID(),
    file,
    at,
    by,
    what,
  ]);
}
