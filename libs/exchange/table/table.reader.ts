import { FileRefused } from '../files/file.error.js';
import { LIMITS, type OfficeFile, type Sheet, type SheetRow } from '../files/table.types.js';
import type { Header, TableKind } from './columns.types.js';
import { findHeader, HEADER_ROWS, type HeaderSearch } from './header.rules.js';
import { headingsBy, isRecord } from './rows.rules.js';
import { stagedRow, type Above, type StagedRow } from './staged-row.js';

/** A table found in a file: its headings, and its rows as they come. */
export interface FoundTable {
  sheet: string;
  header: Header;
  /** Rows that are records; what is none is counted. */
  rows: () => AsyncGenerator<StagedRow>;
  skipped: () => number;
}

/**
 * Finds the first sheet that has the headings of a kind.
 * @throws FileRefused naming the column that is missing in the sheet that comes nearest.
 */
export async function findTable(file: OfficeFile, kind: TableKind): Promise<FoundTable> {
  let nearest: HeaderSearch = { ok: false, code: 'file.no_header' };
  for (const sheet of file.sheets) {
    const search = findHeader(await firstRows(sheet), kind);
    if (search.ok) return tableOf(sheet, search.header, kind);
    if (search.code === 'file.column_missing') nearest = search;
  }
  throw refusalOf(nearest, kind);
}

async function firstRows(sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    rows.push(row);
    if (rows.length >= HEADER_ROWS || row.row > HEADER_ROWS * 2) break;
  }
  return rows;
}

function refusalOf(search: HeaderSearch, kind: TableKind): FileRefused {
  if (!search.ok && search.code === 'file.column_missing') {
    const { row, column } = search;
    const synonyms = [column.label.zh, ...column.synonyms.slice(0, 4), column.label.en].join('、');
    return new FileRefused('file.column_missing', { row, column: `${column.label.zh} ${column.label.en}`, synonyms });
  }
  const needed = kind.requires.map(([name]) => kind.columns.find((column) => column.name === name)?.label.zh ?? '');
  return new FileRefused('file.no_header', { columns: needed.join('、') });
}

async function tableOf(sheet: Sheet, header: Header, kind: TableKind): Promise<FoundTable> {
  const merges = mergesByColumn(await sheet.merges());
  const headings = headingsBy(header, kind);
  let skipped = 0;
  async function* rows(): AsyncGenerator<StagedRow> {
    skipped = 0;
    let records = 0;
    const above: Above = { cells: new Map(), merges: (row, column) => merges(row, column) };
    for await (const source of sheet.rows()) {
      if (source.row <= header.row) continue;
      if (!isRecord(source, headings)) {
        if (source.cells.some((cell) => cell.trim() !== '')) skipped += 1;
        continue;
      }
      records += 1;
      if (records > LIMITS.rows) throw new FileRefused('file.too_many_rows', { limit: LIMITS.rows });
      yield stagedRow(source, { header, kind }, above);
    }
  }
  return { sheet: sheet.name, header, rows, skipped: () => skipped };
}

function mergesByColumn(merges: readonly { top: number; bottom: number; column: number }[]) {
  const rows = new Map<string, true>();
  for (const { top, bottom, column } of merges)
    // a merge over a whole sheet is a layout, not a group
    for (let row = top + 1; row <= Math.min(bottom, top + 500); row += 1) rows.set(`${column}:${row}`, true);
  return (row: number, column: number): boolean => rows.has(`${column}:${row}`);
}
