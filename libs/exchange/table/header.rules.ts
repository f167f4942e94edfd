import { plain } from '../cells/plain.rules.js';
import type { SheetRow } from '../files/table.types.js';
import type { Column, Header, TableKind } from './columns.types.js';

/** A heading is looked for in this many rows: titles, units and dates stand above it. */
export const HEADER_ROWS = 30;

/** A heading without what offices add to it: units, stars, `必填`, numbers in front. */
export function headingOf(cell: string): string {
  return plain(cell)
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replaceAll(/必填|选填|[*:：_\s"'“”#.、]/g, '')
    .replace(/^\d+(?=\D)/, '');
}

function names(kind: TableKind): Map<string, Column> {
  const found = new Map<string, Column>();
  for (const column of kind.columns)
    for (const heading of [column.name, column.label.zh, column.label.en, ...column.synonyms])
      if (!found.has(headingOf(heading))) found.set(headingOf(heading), column);
  return found;
}

type Found = Omit<Header, 'unknown'> & { headings: string[] };

/** What a file's first rows say about its columns. */
export type HeaderSearch =
  | { ok: true; header: Header }
  | { ok: false; code: 'file.no_header' }
  | { ok: false; code: 'file.column_missing'; row: number; column: Column };

/** Looks for the row of headings, or two rows where a merged one stands above its parts. */
export function findHeader(rows: readonly SheetRow[], kind: TableKind): HeaderSearch {
  const known = names(kind);
  let best: Found | null = null;
  rows.slice(0, HEADER_ROWS).forEach((row, index) => {
    const above = rows[index - 1];
    for (const found of [match(row, null, known), ...(above === undefined ? [] : [match(row, above, known)])])
      if (found.places.size > (best?.places.size ?? 1)) best = found;
  });
  return judged(best, kind);
}

function match(row: SheetRow, above: SheetRow | null, known: Map<string, Column>): Found {
  const places = new Map<string, number>();
  const width = Math.max(row.cells.length, above?.cells.length ?? 0);
  const headings = Array.from({ length: width }, (_, at) => {
    const own = headingOf(row.cells[at] ?? '');
    return own === '' ? headingOf(above?.cells[at] ?? '') : own;
  });
  headings.forEach((heading, at) => {
    const column = known.get(heading);
    if (column !== undefined && !places.has(column.name)) places.set(column.name, at);
  });
  return { row: row.row, places, headings };
}

function judged(found: Found | null, kind: TableKind): HeaderSearch {
  if (found === null) return { ok: false, code: 'file.no_header' };
  const { row, places, headings } = found;
  const missing = kind.requires.find((alternatives) => !alternatives.some((name) => places.has(name)));
  const column = kind.columns.find(({ name }) => name === missing?.[0]);
  if (column !== undefined) return { ok: false, code: 'file.column_missing', row, column };
  const taken = new Set(places.values());
  const unknown = headings.filter((heading, at) => heading !== '' && !taken.has(at) && !IGNORED.has(heading));
  return { ok: true, header: { row, places, unknown } };
}

/** Headings of columns that say nothing about a record. */
const IGNORED = new Set(['序号', '序', 'no', '备注', '说明', '签名', '签字', 'remarks', 'notes']);
