import { Readable } from 'node:stream';

import { stringify } from 'csv-stringify';
import { writeXlsxStream } from 'hucre/xlsx';

import type { Language } from '#libs/contract';

import type { Said } from '../exchange.vocabulary.js';
import { neutral } from './neutral.rules.js';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A column of an exported list. Sensitive fields have none: what has no column cannot leave. */
export interface ExportColumn<Row> {
  label: Said;
  /** Text, or a number that may be calculated with; `null`: empty. */
  value: (row: Row) => string | number | null;
}

/** A list on its way out, written while it is read. */
export interface Exported {
  stream: Readable;
  contentType: string;
  /** File name for people, with the day: `people-2026-06-01.csv`. */
  fileName: string;
}

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a list is written as. */
export interface ExportQuestion<Row> {
  format: ExportFormat;
  /** Of the list, for the name of the file and of the sheet. */
  name: string;
  /** Local date, for the name of the file. */
  day: string;
  language: Language;
  columns: readonly ExportColumn<Row>[];
}

/**
 * Writes a list as CSV (UTF-8 with a mark, so that Excel reads it as such) or as a workbook; rows are taken as the reader takes
 * bytes, so a list of any length needs little memory. No cell is a formula in either.
 */
export function exportRows<Row>(
  { format, name, day, language, columns }: ExportQuestion<Row>,
  rows: AsyncIterable<Row>,
): Exported {
  const header = columns.map(({ label }) => neutral(label[language]));
  const cells = cellsOf(columns, rows);
  const stream = format === 'csv' ? csv(header, cells) : xlsx(name, header, cells);
  return { stream, contentType: TYPES[format], fileName: `${name}-${day}.${format}` };
}

type Cell = string | number | null;

async function* cellsOf<Row>(columns: readonly ExportColumn<Row>[], rows: AsyncIterable<Row>): AsyncGenerator<Cell[]> {
  for await (const row of rows)
    yield columns.map(({ value }) => {
      const cell = value(row);
      return typeof cell === 'string' ? neutral(cell) : cell;
    });
}

function csv(header: string[], cells: AsyncIterable<Cell[]>): Readable {
  const source = Readable.from(withHeader(header, cells));
  const text = stringify({ bom: true, record_delimiter: 'windows' });
  source.on('error', (error) => text.destroy(error));
  return source.pipe(text);
}

async function* withHeader(header: string[], cells: AsyncIterable<Cell[]>): AsyncGenerator<Cell[]> {
  yield header;
  yield* cells;
}

function xlsx(name: string, header: string[], cells: AsyncIterable<Cell[]>): Readable {
  const columns = header.map((label, at) => ({ header: label, key: String(at) }));
  // a sheet's name is at most 31 characters, without these signs
  const sheet = name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  return Readable.fromWeb(writeXlsxStream(cells, { name: sheet, columns }) as never);
}
