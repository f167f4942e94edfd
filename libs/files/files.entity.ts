import { defineEntity, p } from '@mikro-orm/core';

import { FILE_ATTACHMENTS, FILE_KINDS, type MaskRectangle } from './files.vocabulary.js';

const instant = () => p.datetime(3);

/**
 * What is known of a stored file. The bytes lie sealed under a random name; the key of each file is itself sealed here, so that a
 * rotation touches no file and erasing the row makes every copy of the bytes unreadable, also those in backups.
 */
export const StoredFileEntity = defineEntity({
  name: 'StoredFile',
  tableName: 'files',
  properties: {
    id: p.string().primary(),
    kind: p.enum(FILE_KINDS),
    /** By its content, never by its name. */
    mediaType: p.string(),
    /** Length and SHA-256 of what is given out; of the clear bytes, before sealing. */
    bytes: p.integer(),
    sha256: p.string(),
    width: p.integer().nullable(),
    height: p.integer().nullable(),
    /** Sealed: the name it came with, for the one who downloads it. */
    name: p.text().nullable(),
    /** Key of the bytes, sealed; null once erased. */
    key: p.text().nullable(),
    hasThumbnail: p.boolean(),
    /** The uploader chose to keep when and where the photo was taken inside the original. */
    keepsPlace: p.boolean(),
    uploader: p.string().index(),
    onBehalfOf: p.string().nullable().index(),
    at: instant(),
    attachedTo: p.enum(FILE_ATTACHMENTS).nullable(),
    /** The case, guide or consent it belongs to; null until attached. */
    subject: p.string().nullable(),
    /** Of a published copy: the original it was made from. */
    original: p.string().nullable().index(),
    masks: p.json<MaskRectangle[]>().columnType('json').nullable(),
    /** When it went public, and when it was taken down. */
    publishedAt: instant().nullable(),
    withdrawnAt: instant().nullable(),
    erasedAt: instant().nullable(),
  },
  indexes: [
    { name: 'files_of_subject', properties: ['attachedTo', 'subject'] },
    {
      name: 'files_orphaned',
      expression: `create index "files_orphaned" on "files" ("at") where "subject" is null and "erased_at" is null`,
    },
  ],
});

/** What was done with files, and by whom: uploaded, reviewed and published, refused, taken down, erased. */
export const FileEventEntity = defineEntity({
  name: 'FileEvent',
  tableName: 'file_journal',
  properties: {
    id: p.string().primary(),
    file: p.string().index(),
    at: instant(),
    by: p.string(),
    what: p.string(),
  },
});

/** Tables of this room, for the database's set-up. */
export const filesEntities = [StoredFileEntity, FileEventEntity];
