import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';

import { FileRefused } from '../files/file.error.js';
import { LIMITS } from '../files/table.types.js';

/** A file that has arrived and lies where nobody else looks, until `remove`. */
export interface ReceivedFile {
  path: string;
  sha256: string;
  bytes: number;
  remove: () => Promise<void>;
}

/** Takes a stream in, to a name of our own: what the sender calls the file is never part of a path. */
export async function receive(stream: Readable): Promise<ReceivedFile> {
  const path = join(tmpdir(), `minyi-import-${randomUUID()}`);
  const remove = (): Promise<void> => rm(path, { force: true });
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await pipeline(
      stream,
      async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          bytes += chunk.length;
          if (bytes > LIMITS.file) throw new FileRefused('file.too_large', { limit: LIMITS.file / 1_048_576 });
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(path, { mode: 0o600, flags: 'wx' }),
    );
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, bytes, sha256: hash.digest('hex'), remove };
}

/** The name of a file as people are shown it: without folders and control characters. */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replaceAll(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
      .trim()
      .slice(0, 120) || '—'
  );
}
