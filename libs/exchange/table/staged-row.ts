import { looksLikeFormula, plain, said } from '../cells/plain.rules.js';
import type { Problem } from '../exchange.vocabulary.js';
import type { SheetRow } from '../files/table.types.js';
import { masked } from '../problem.rules.js';
import type { ProblemCode } from '../problems.catalogue.js';
import type { Column, Header, TableKind } from './columns.types.js';

/** A row as it waits for its check: texts by the names of the columns, and what its reading already found. */
export interface StagedRow {
  row: number;
  cells: Record<string, string>;
  problems: Problem[];
}

/** What a column of a merged or grouped table last said, and where. */
export interface Above {
  cells: Map<string, string>;
  /** Last row for which a cell of the sheet is merged, by position. */
  merges: (row: number, column: number) => boolean;
}

const COUNTRY_QUOTE = /^'(?=[=+\-@\d])/;

/** Reads a row of the sheet by its headings. Blank cells of grouped columns take what stands above, and say so. */
export function stagedRow(
  source: SheetRow,
  { header, kind }: { header: Header; kind: TableKind },
  above: Above,
): StagedRow {
  const cells: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const column of kind.columns) {
    const at = header.places.get(column.name);
    if (at === undefined) continue;
    const written = (source.cells[at] ?? '').replace(COUNTRY_QUOTE, '');
    const text = said(written);
    if (text === '') continue;
    cells[column.name] = text;
    const note = noteOf(written, source.formulas?.includes(at) ?? false);
    if (note !== null)
      problems.push({
        row: source.row,
        column: column.name,
        code: note,
        value: masked(plain(written), column.isSensitive ?? false),
      });
  }
  fillDown(
    { source, header, columns: kind.columns.filter(({ fillsDown }) => fillsDown !== undefined) },
    { cells, problems },
    above,
  );
  return { row: source.row, cells, problems };
}

function noteOf(written: string, isFormula: boolean): ProblemCode | null {
  if (isFormula) return 'cell.formula_value';
  return looksLikeFormula(written.trim()) ? 'cell.formula_text' : null;
}

interface Filling {
  source: SheetRow;
  header: Header;
  columns: readonly Column[];
}

function fillDown({ source, header, columns }: Filling, to: Pick<StagedRow, 'cells' | 'problems'>, above: Above): void {
  const placed = columns.filter(({ fillsDown, name }) => fillsDown === 'leading' && header.places.has(name));
  const firstFilled = placed.findIndex(({ name }) => to.cells[name] !== undefined);
  const fills = ({ fillsDown, ...column }: Column): boolean => {
    if (fillsDown === 'always') return true;
    if (fillsDown === 'with') return placed.length > 0 && firstFilled < 0;
    return (
      fillsDown === 'leading' && (firstFilled < 0 || placed.findIndex(({ name }) => name === column.name) < firstFilled)
    );
  };
  const filled = columns.flatMap((column) => {
    const last = above.cells.get(column.name);
    const at = header.places.get(column.name);
    if (at === undefined || last === undefined || to.cells[column.name] !== undefined) return [];
    const isMerged = above.merges(source.row, at);
    return isMerged || fills(column) ? [{ name: column.name, last, isMerged }] : [];
  });
  for (const { name, last, isMerged } of filled) {
    to.cells[name] = last;
    // a merged cell says it itself; a blank one is a guess, which is told
    if (!isMerged)
      to.problems.push({ row: source.row, column: name, code: 'cell.filled_from_above', value: masked(last, false) });
  }
  for (const { name } of columns) {
    const now = to.cells[name];
    if (now === undefined) above.cells.delete(name);
    else above.cells.set(name, now);
  }
}
