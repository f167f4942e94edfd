import type { Readable } from 'node:stream';

import type { SaxesParser } from 'saxes';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

import { FileRefused } from './file.error.js';
import { LIMITS } from './table.types.js';

/** Characters a parser may take without reaching another tag: a value larger than any cell. */
const LONGEST_VALUE = 1_000_000;

/** A workbook as the archive it is: its parts by name, each read as a stream, never all at once. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws FileRefused when it is no archive, or one that unpacks to more than a table is. */
  static async open(path: string): Promise<Archive> {
    try {
      const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: false });
      try {
        return new Archive(zip, await entriesOf(zip));
      } catch (error) {
        zip.close();
        throw error;
      }
    } catch (error) {
      if (error instanceof FileRefused) throw error;
      throw new FileRefused('file.damaged', { row: 0 }, { cause: error });
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** The unpacked bytes of a part, as they come. */
  async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) throw new FileRefused('file.damaged', { row: 0 });
    return this.zip.openReadStreamPromise(entry);
  }

  /** Feeds a part to a parser, chunk by chunk; `after` each of them the consumer may take what has been found. */
  async *parse(name: string, parser: SaxesParser): AsyncGenerator<undefined> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let sinceTag = 0;
    const stream = await this.stream(name);
    try {
      for await (const chunk of stream) {
        const text = decoder.decode(chunk as Buffer, { stream: true });
        const tag = text.lastIndexOf('<');
        sinceTag = tag < 0 ? sinceTag + text.length : text.length - tag;
        parser.write(text);
        if (sinceTag > LONGEST_VALUE)
          throw new FileRefused('file.cell_too_long', { row: 0, column: 0, limit: LIMITS.cell });
        yield undefined;
      }
      parser.close();
    } catch (error) {
      if (error instanceof FileRefused) throw error;
      throw new FileRefused('file.damaged', { row: 0 }, { cause: error });
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}

/** Sizes are as declared; yauzl refuses a part that turns out larger than it said. */
async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    if (unpacked > LIMITS.unpacked || entries.size >= LIMITS.parts)
      throw new FileRefused('file.too_large', { limit: Math.round(LIMITS.unpacked / 1_048_576) });
    entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry);
  }
  return entries;
}
