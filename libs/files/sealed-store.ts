import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Length of the key of one file, in bytes. */
const FILE_KEY_BYTES = 32;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Which bytes of a file: the file itself, or the small picture of it. */
export const VARIANTS = ['file', 'thumbnail'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Thrown when the bytes of a file are not there or are not those that were written. */
export class BytesLost extends Error {
  override readonly name = 'BytesLost';
}

/** Makes a key for one file. */
export function newFileKey(): Buffer {
  return randomBytes(FILE_KEY_BYTES);
}

/** A directory of sealed files, each under its random id: no name that somebody gave ever becomes a path. */
export class SealedStore {
  constructor(private readonly directory: string) {}

  /** Writes whole files only: what a killed process leaves has another ending and is swept. */
  async write(id: string, variant: Variant, { bytes, key }: { bytes: Buffer; key: Buffer }): Promise<void> {
    const path = this.#path(id, variant);
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    const unfinished = `${path}.${randomBytes(4).toString('hex')}.part`;
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(seal(bytes, key, bindingOf(id, variant)));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  }

  /** @throws BytesLost when they are missing or were altered. */
  async read(id: string, variant: Variant, key: Buffer): Promise<Buffer> {
    try {
      return unseal(await readFile(this.#path(id, variant)), key, bindingOf(id, variant));
    } catch (cause) {
      throw new BytesLost(`the ${variant} ${id} is missing or was altered`, { cause });
    }
  }

  /** Removes what there is of a file; nothing is fine too. */
  async remove(id: string): Promise<void> {
    for (const variant of VARIANTS) await rm(this.#path(id, variant), { force: true });
  }

  /** Ids of files on the disk that were last written before an instant, and unfinished ones, which are removed at once. */
  async olderThan(before: number): Promise<string[]> {
    const ids = new Set<string>();
    for (const shelf of await names(this.directory)) {
      for (const name of await names(join(this.directory, shelf))) {
        const path = join(this.directory, shelf, name);
        const written = await stat(path).then(
          ({ mtimeMs }) => mtimeMs,
          () => Infinity,
        );
        if (written >= before) continue;
        const id = name.replace(/\.thumbnail$/, '');
        if (ID.test(id)) ids.add(id);
        else if (name.endsWith('.part')) await rm(path, { force: true });
      }
    }
    return [...ids];
  }

  #path(id: string, variant: Variant): string {
    if (!ID.test(id)) throw new BytesLost('not the id of a file');
    return join(this.directory, id.slice(0, 2), variant === 'file' ? id : `${id}.thumbnail`);
  }
}

/** Bound to its place: the bytes of one file cannot be put in the place of another. */
function bindingOf(id: string, variant: Variant): Buffer {
  return Buffer.from(`${id} ${variant}`);
}

function seal(bytes: Buffer, key: Buffer, binding: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(binding);
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function unseal(sealed: Buffer, key: Buffer, binding: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(binding).setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

async function names(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (NO_DIRECTORY.includes(codeOf(error))) return [];
    throw error;
  }
}

const NO_DIRECTORY: readonly unknown[] = ['ENOENT', 'ENOTDIR'];

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
