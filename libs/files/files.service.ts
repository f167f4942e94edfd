import { createHash, randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { PersonId } from '#libs/registry';

import { contentOf, LARGEST_FILE, shownName, type Content } from './content.rules.js';
import { FileRefused } from './files.refused.js';
import { FILE_COLUMNS, insertFile, journal, type SealedColumns } from './files.sql.js';
import type { Attached, FileRow, FilesOptions, NewFile, OpenFile } from './files.types.js';
import type { MaskRectangle } from './files.vocabulary.js';
import { masked, PICTURE_TYPE, redrawn } from './pictures.js';
import { newFileKey, SealedStore, type Variant } from './sealed-store.js';

/** Purposes under which keys and names of files are sealed. */
export const FILE_KEY_SEAL = 'file.key';
export const FILE_NAME_SEAL = 'file.name';

/** What is written for one file: its bytes, and a small picture of it where there is one. */
interface Written {
  bytes: Buffer;
  thumbnail: Buffer | null;
  width: number | null;
  height: number | null;
  mediaType: string;
}

/**
 * Files of people: photos, documents, recordings. Known by random ids, kept sealed, photos drawn anew. Who may see a file is
 * judged by whoever calls: this room knows what a file belongs to, not who sees that.
 */
export class Files {
  readonly store: SealedStore;

  constructor(readonly options: FilesOptions) {
    this.store = new SealedStore(options.directory);
  }

  /**
   * Takes a file in.
   * @throws FileRefused `payload.too_large`, `file.type_refused`, `file.name_deceives`, `file.picture_too_big`, `file.broken`.
   */
  async upload(file: NewFile): Promise<FileRow> {
    if (file.bytes.length > LARGEST_FILE) throw new FileRefused('payload.too_large');
    const content = await contentOf(file.bytes, file.name);
    const keepsPlace = content.kind === 'image' && (file.keepsPlace ?? false);
    const written = await this.#redraw(file.bytes, content, keepsPlace);
    const { uploader, onBehalfOf = null, attach } = file;
    const row: Omit<FileRow, keyof Written | 'id' | 'sha256' | 'hasThumbnail'> = {
      kind: content.kind,
      keepsPlace,
      uploader,
      onBehalfOf,
      at: this.options.now(),
      attachedTo: attach?.to ?? null,
      subject: attach?.subject ?? null,
      original: null,
      masks: null,
      publishedAt: null,
      withdrawnAt: null,
      erasedAt: null,
    };
    return this.#keep(row, written, { name: file.name, by: uploader, what: 'uploaded' });
  }

  /** `null`: there is no such file, or it was erased. */
  async find(id: string): Promise<FileRow | null> {
    const rows = await this.options.database.query<FileRow>(
      `select ${FILE_COLUMNS} from files where id = $1 and erased_at is null`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Whether there is such a file that was not erased, as the caller's transaction sees it. */
  async isThere(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query('select from files where id = $1 and erased_at is null', [id]);
    return rows.length > 0;
  }

  /** Originals and published copies of a subject, oldest first. */
  async of({ to, subject }: Attached): Promise<FileRow[]> {
    return this.options.database.query<FileRow>(
      `select ${FILE_COLUMNS} from files where attached_to = $1 and subject = $2 and erased_at is null order by at, id`,
      [to, subject],
    );
  }

  /** Photos of cases that nobody has reviewed yet, oldest first. */
  async unreviewed(limit: number): Promise<FileRow[]> {
    return this.options.database.query<FileRow>(
      `select ${FILE_COLUMNS} from files f where kind = 'image' and attached_to = 'case' and original is null and erased_at is null
         and not exists (select 1 from file_journal j where j.file = f.id and j.what in ('published', 'kept private'))
       order by at, id limit $1`,
      [limit],
    );
  }

  /** The clear bytes; `null` when there is no such file or no such variant of it. */
  async open(id: string, variant: Variant = 'file'): Promise<OpenFile | null> {
    const row = await this.#sealed(id);
    if (row === null || row.key === null || (variant === 'thumbnail' && !row.hasThumbnail)) return null;
    const key = this.#key(row.key);
    const bytes = await this.store.read(id, variant, key);
    const name = row.name === null ? id : this.options.vault.open(row.name, FILE_NAME_SEAL);
    return { bytes, mediaType: variant === 'thumbnail' ? PICTURE_TYPE : row.mediaType, name };
  }

  /**
   * Says in the caller's transaction what an unattached file of the uploader belongs to. False when it is not theirs, or belongs to
   * something already.
   */
  async attach(
    tx: Tx,
    { id, to, subject }: Attached & { id: string },
    { by, uploader = by }: { by: PersonId; uploader?: PersonId },
  ): Promise<boolean> {
    const rows = await tx.query(
      `update files set attached_to = $2, subject = $3
       where id = $1 and uploader = $4 and subject is null and erased_at is null returning id`,
      [id, to, subject, uploader],
    );
    if (rows.length > 0) await journal(tx, { file: id, at: this.options.now(), by, what: 'attached' });
    return rows.length > 0;
  }

  /**
   * Makes the copy that may be shown: the rectangles are gone from its pixels, and nothing but pixels is in it. The original stays
   * what it was. A copy published before is taken down.
   * @throws FileRefused `file.not_publishable` for what is no picture of a case, `privacy.two_people` when the uploader reviews.
   */
  async publish(id: string, { masks, reviewer }: { masks: MaskRectangle[]; reviewer: PersonId }): Promise<FileRow> {
    const original = await this.find(id);
    const isPicture = original?.kind === 'image' && original.attachedTo === 'case' && original.original === null;
    if (original === null || !isPicture) throw new FileRefused('file.not_publishable');
    if (reviewer === original.uploader || reviewer === original.onBehalfOf) throw new FileRefused('privacy.two_people');
    const open = await this.open(id);
    if (open === null) throw new FileRefused('file.not_publishable');
    const picture = await masked(open.bytes, masks);
    const at = this.options.now();
    await this.options.database.transaction(async (tx) => {
      await this.withdrawCopies(tx, [id], reviewer);
      await journal(tx, { file: id, at, by: reviewer, what: 'published' });
    });
    const row = { ...original, original: id, masks, keepsPlace: false, at, publishedAt: at };
    return this.#keep(row, { ...picture, mediaType: PICTURE_TYPE }, { name: 'photo', by: reviewer, what: 'copy made' });
  }

  /** Says that a photo was looked at and stays private. False when there is no such photo. */
  async keepPrivate(id: string, reviewer: PersonId): Promise<boolean> {
    if ((await this.find(id)) === null) return false;
    await this.options.database.transaction(async (tx) => {
      await this.withdrawCopies(tx, [id], reviewer);
      await journal(tx, { file: id, at: this.options.now(), by: reviewer, what: 'kept private' });
    });
    return true;
  }

  /** Takes the published copies of these originals down. */
  async withdrawCopies(tx: Tx, originals: readonly string[], by: PersonId): Promise<void> {
    const copies = await tx.query<{ id: string }>(
      `update files set withdrawn_at = $2 where original = any($1) and withdrawn_at is null returning id`,
      [originals, this.options.now()],
    );
    for (const { id } of copies) await journal(tx, { file: id, at: this.options.now(), by, what: 'taken down' });
  }

  /** Takes down everything published of what somebody handed in: their consent is withdrawn. */
  async withdrawAllOf(tx: Tx, person: PersonId): Promise<void> {
    const rows = await tx.query<{ id: string }>(
      `select id from files where original is null and coalesce(on_behalf_of, uploader) = $1`,
      [person],
    );
    await this.withdrawCopies(
      tx,
      rows.map(({ id }) => id),
      person,
    );
  }

  async #redraw(bytes: Buffer, { kind, mediaType }: Content, keepsPlace: boolean): Promise<Written> {
    if (kind !== 'image') return { bytes, mediaType, thumbnail: null, width: null, height: null };
    return { ...(await redrawn(bytes, { keepsPlace })), mediaType: PICTURE_TYPE };
  }

  /** Bytes first, row second: a file that is known is there, one that is not known is swept. */
  async #keep(
    row: Omit<FileRow, keyof Written | 'id' | 'sha256' | 'hasThumbnail'>,
    written: Written,
    { name, by, what }: { name: string; by: PersonId; what: string },
  ): Promise<FileRow> {
    const { database, vault } = this.options;
    const id = randomUUID();
    const key = newFileKey();
    const { bytes, thumbnail, width, height, mediaType } = written;
    await this.store.write(id, 'file', { bytes, key });
    if (thumbnail !== null) await this.store.write(id, 'thumbnail', { bytes: thumbnail, key });
    const kept: FileRow = {
      ...row,
      id,
      width,
      height,
      mediaType,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      hasThumbnail: thumbnail !== null,
    };
    const sealed = {
      key: vault.seal(key.toString('base64'), FILE_KEY_SEAL),
      name: vault.seal(shownName(name, mediaType), FILE_NAME_SEAL),
    };
    await database.transaction(async (tx) => {
      await insertFile(tx, { ...kept, ...sealed });
      await journal(tx, { file: id, at: row.at, by, what });
    });
    return kept;
  }

  async #sealed(id: string): Promise<(FileRow & SealedColumns) | null> {
    const rows = await this.options.database.query<FileRow & SealedColumns>(
      `select ${FILE_COLUMNS}, key, name from files where id = $1 and erased_at is null`,
      [id],
    );
    return rows[0] ?? null;
  }

  #key(sealed: string): Buffer {
    return Buffer.from(this.options.vault.open(sealed, FILE_KEY_SEAL), 'base64');
  }
}
