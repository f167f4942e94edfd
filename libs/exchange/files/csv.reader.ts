import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';

import { CsvError, parse } from 'csv-parse';

import { delimiterOf, encodingByMark, encodingByZeros, type Encoding } from './encoding.rules.js';
import { FileRefused } from './file.error.js';
import { LIMITS, type OfficeFile, type SheetRow } from './table.types.js';

const HEAD = 65_536;

/** Opens a CSV: finds out its encoding and its delimiter, reads its rows one after the other. */
export async function openCsv(path: string): Promise<OfficeFile> {
  const head = await headOf(path);
  const encoding = await encodingOf(path, head);
  // the last characters of the head may be cut in the middle
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(head));
  return {
    format: 'csv',
    encoding,
    sheets: [{ name: '', rows: () => rowsOf({ path, encoding, delimiter }), merges: () => Promise.resolve([]) }],
    close: () => undefined,
  };
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function encodingOf(path: string, head: Uint8Array): Promise<Encoding> {
  const certain = encodingByMark(head) ?? encodingByZeros(head);
  for (const encoding of certain === null ? (['utf-8', 'gb18030'] as const) : [certain])
    if (await isAll(path, encoding)) return encoding;
  throw new FileRefused('file.encoding_unknown');
}

/** Whether every byte of the file makes sense in the encoding. */
async function isAll(path: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
}

interface Source {
  path: string;
  encoding: Encoding;
  delimiter: string;
}

async function* rowsOf({ path, encoding, delimiter }: Source): AsyncGenerator<SheetRow> {
  const source = createReadStream(path);
  const text = source.pipe(decoding(encoding));
  const parser = text.pipe(
    parse({
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LIMITS.cell * 4,
    }),
  );
  // pipe() does not hand errors on
  source.on('error', (error) => parser.destroy(error));
  text.on('error', (error) => parser.destroy(error));
  let row = 0;
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
      row += 1;
      yield { row, cells: checkedCells(record, row) };
    }
  } catch (error) {
    throw refusalOf(error, row + 1);
  } finally {
    parser.destroy();
    source.destroy();
  }
}

function checkedCells(cells: string[], row: number): string[] {
  if (cells.length > LIMITS.columns && cells.slice(LIMITS.columns).some((cell) => cell.trim() !== ''))
    throw new FileRefused('file.too_wide', { row, limit: LIMITS.columns });
  const column = cells.findIndex((cell) => cell.length > LIMITS.cell);
  if (column >= 0) throw new FileRefused('file.cell_too_long', { row, column: column + 1, limit: LIMITS.cell });
  return cells.slice(0, LIMITS.columns);
}

function refusalOf(error: unknown, row: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new FileRefused('file.cell_too_long', { row, column: 1, limit: LIMITS.cell }, { cause: error });
  return new FileRefused('file.damaged', { row }, { cause: error });
}

function decoding(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return new Transform({
    readableObjectMode: false,
    encoding: 'utf8',
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
}
