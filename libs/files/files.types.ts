import type { Database } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';
import type { Vault } from '#libs/vault';

import type { FileAttachment, FileKind, MaskRectangle } from './files.vocabulary.js';

export interface FilesOptions {
  database: Database;
  vault: Vault;
  /** Where the sealed bytes lie. */
  directory: string;
  now: () => Instant;
}

/** What a file belongs to. */
export interface Attached {
  to: FileAttachment;
  subject: string;
}

/** A file on its way in. */
export interface NewFile {
  bytes: Buffer;
  /** As the uploader's machine calls it. */
  name: string;
  uploader: PersonId;
  onBehalfOf?: PersonId;
  /** Keeps where and when a photo was taken inside the original. */
  keepsPlace?: boolean;
  attach?: Attached;
}

/** A file as it is known; bytes and name are read apart. */
export interface FileRow {
  id: string;
  kind: FileKind;
  mediaType: string;
  bytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
  hasThumbnail: boolean;
  keepsPlace: boolean;
  uploader: PersonId;
  onBehalfOf: PersonId | null;
  at: Instant;
  attachedTo: FileAttachment | null;
  subject: string | null;
  /** Of a published copy. */
  original: string | null;
  masks: MaskRectangle[] | null;
  publishedAt: Instant | null;
  withdrawnAt: Instant | null;
  erasedAt: Instant | null;
}

/** The bytes of a file, open, with the name for its download. */
export interface OpenFile {
  bytes: Buffer;
  mediaType: string;
  name: string;
}
