import type { PersonId } from '#libs/registry';

import { FILE_COLUMNS, journal } from './files.sql.js';
import { FILE_KEY_SEAL, FILE_NAME_SEAL, type Files } from './files.service.js';
import type { FileRow } from './files.types.js';

/** Hours after which a file that belongs to nothing is given up. */
const ORPHANED_HOURS = 24;
const HOUR_MS = 3_600_000;
const BATCH = 200;
const SYSTEM = 'upkeep';

/** How many of the sealed values were sealed again, and whether none is left under an old key. */
export interface Resealing {
  resealed: number;
}

/** Erasing, sweeping and sealing again. */
export class FilesUpkeep {
  constructor(private readonly files: Files) {}

  /** Everything somebody handed in, copies too. */
  filesOf(person: PersonId): Promise<FileRow[]> {
    return this.files.options.database.query<FileRow>(
      `select ${FILE_COLUMNS} from files where (uploader = $1 or on_behalf_of = $1) and erased_at is null order by at, id`,
      [person],
    );
  }

  /** Erases what somebody handed in for themselves, and its published copies. Answers how many files; again: none. */
  async eraseOf(person: PersonId): Promise<number> {
    const rows = await this.files.options.database.query<{ id: string }>(
      `select id from files where coalesce(on_behalf_of, uploader) = $1 and erased_at is null order by id`,
      [person],
    );
    for (const { id } of rows) await this.erase(id, SYSTEM);
    return rows.length;
  }

  /**
   * Destroys the key first, which makes every copy of the bytes unreadable, then the bytes. A process killed in between leaves
   * bytes nobody can read; they are swept.
   */
  async erase(id: string, by: PersonId): Promise<boolean> {
    const { database, now } = this.files.options;
    const erased = await database.transaction(async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `update files set erased_at = $2, key = null, name = null, masks = null, withdrawn_at = coalesce(withdrawn_at, $2)
         where (id = $1 or original = $1) and erased_at is null returning id`,
        [id, now()],
      );
      for (const row of rows) await journal(tx, { file: row.id, at: now(), by, what: 'erased' });
      return rows;
    });
    for (const row of erased) await this.files.store.remove(row.id);
    return erased.length > 0;
  }

  /** Files that belong to nothing after a day, and bytes on the disk that no row knows. With `dryRun` they are only counted. */
  async sweep({ dryRun = false }: { dryRun?: boolean } = {}): Promise<{ orphans: number; strays: number }> {
    const { database, now } = this.files.options;
    const before = new Date(Date.parse(now()) - ORPHANED_HOURS * HOUR_MS);
    const orphans = await database.query<{ id: string }>(
      `select id from files where subject is null and erased_at is null and at < $1::timestamptz`,
      [before.toISOString()],
    );
    const strays = await this.#strays(before.getTime());
    if (!dryRun) {
      for (const { id } of orphans) await this.erase(id, SYSTEM);
      for (const id of strays) await this.files.store.remove(id);
    }
    return { orphans: orphans.length, strays: strays.length };
  }

  /** Seals keys and names that an older data key has sealed; batch by batch, so that it can be stopped and run again. */
  async reseal(): Promise<Resealing> {
    const { database, vault } = this.files.options;
    let resealed = 0;
    let last = '';
    for (;;) {
      const rows = await database.query<{ id: string; key: string; name: string | null }>(
        `select id, key, name from files where id > $1 and key is not null order by id limit ${String(BATCH)}`,
        [last],
      );
      for (const { id, key, name } of rows) {
        if (vault.isCurrent(key) && (name === null || vault.isCurrent(name))) continue;
        const again = (sealed: string, purpose: string): string => vault.seal(vault.open(sealed, purpose), purpose);
        // only what is still as it was read: an erasure meanwhile wins
        await database.query(`update files set key = $2, name = $3 where id = $1 and key = $4`, [
          id,
          again(key, FILE_KEY_SEAL),
          name === null ? null : again(name, FILE_NAME_SEAL),
          key,
        ]);
        resealed += 1;
      }
      last = rows.at(-1)?.id ?? last;
      if (rows.length < BATCH) return { resealed };
    }
  }

  async #strays(before: number): Promise<string[]> {
    const onDisk = await this.files.store.olderThan(before);
    const known = await this.files.options.database.query<{ id: string }>(
      `select id from files where id = any($1) and erased_at is null`,
      [onDisk],
    );
    const ids = new Set(known.map(({ id }) => id));
    return onDisk.filter((id) => !ids.has(id));
  }
}
