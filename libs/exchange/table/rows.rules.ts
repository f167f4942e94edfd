import { plain } from '../cells/plain.rules.js';
import type { SheetRow } from '../files/table.types.js';
import type { Header, TableKind } from './columns.types.js';
import { headingOf } from './header.rules.js';

/** How a note, a total or a signature below a table begins. */
const NOTE =
  /^(?:合计|小计|总计|共计|注[:：]|备注|说明|填表|制表|审核|负责人|联系人[:：]|单位[(（]?盖章|以上|total|note)/i;
/** Words after which a note goes on: a family of one does not begin so. */
const MOST_NOTE_CELLS = 4;

/** Whether a row is a record: neither blank, nor the headings again, nor a total, a note or a signature. */
export function isRecord(row: SheetRow, headings: Headings): boolean {
  const filled = row.cells.map(plain).filter((cell) => cell !== '');
  if (filled.length === 0) return false;
  if (isHeaderAgain(row, headings)) return false;
  const [first = ''] = filled;
  return !(NOTE.test(first.replaceAll(' ', '')) && filled.length <= MOST_NOTE_CELLS + (/计$/.test(first) ? 8 : 0));
}

/** What may stand in a repeated row of headings, by position. */
export type Headings = readonly { at: number; names: ReadonlySet<string> }[];

export function headingsBy({ places }: Header, kind: TableKind): Headings {
  return [...places].map(([name, at]) => {
    const column = kind.columns.find((one) => one.name === name);
    const names = column === undefined ? [name] : [name, column.label.zh, column.label.en, ...column.synonyms];
    return { at, names: new Set(names.map(headingOf)) };
  });
}

function isHeaderAgain({ cells }: SheetRow, headings: Headings): boolean {
  let same = 0;
  for (const { at, names } of headings) {
    const cell = cells[at] ?? '';
    // no heading is longer, and few cells are so short
    if (cell !== '' && cell.length <= LONGEST_HEADING && names.has(headingOf(cell))) same += 1;
    else if (same === 0) return false;
  }
  return same >= 2 && same * 2 > headings.length;
}

const LONGEST_HEADING = 16;
