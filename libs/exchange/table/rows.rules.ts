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
export function isRecord(row: SheetRow, header: Header, kind: TableKind): boolean {
  const filled = row.cells.map(plain).filter((cell) => cell !== '');
  if (filled.length === 0) return false;
  if (isHeaderAgain(row, header, kind)) return false;
  const [first = ''] = filled;
  return !(NOTE.test(first.replaceAll(' ', '')) && filled.length <= MOST_NOTE_CELLS + (/计$/.test(first) ? 8 : 0));
}

function isHeaderAgain(row: SheetRow, { places }: Header, kind: TableKind): boolean {
  let same = 0;
  for (const [name, at] of places) {
    const column = kind.columns.find((one) => one.name === name);
    const cell = headingOf(row.cells[at] ?? '');
    if (column !== undefined && cell !== '' && headingsOf(column).includes(cell)) same += 1;
  }
  return same >= 2 && same * 2 > places.size;
}

function headingsOf(column: TableKind['columns'][number]): string[] {
  return [column.label.zh, column.label.en, column.name, ...column.synonyms].map(headingOf);
}
