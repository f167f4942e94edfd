import { SaxesParser, type SaxesAttributePlain } from 'saxes';

import { dateOfSerial } from './excel-dates.rules.js';
import { FileRefused } from './file.error.js';
import type { PackedStrings } from './packed-strings.js';
import { LIMITS, type SheetRow } from './table.types.js';
import { localName, type DateStyles } from './xlsx.styles.js';

/** What the cells of a sheet refer to. */
export interface WorkbookWords {
  strings: PackedStrings;
  styles: DateStyles;
  uses1904: boolean;
}

const COLUMN = /^([A-Z]{1,3})\d*$/;

/** Position of a cell from its name: `A1` is 0. */
export function columnOf(reference: string): number {
  const letters = COLUMN.exec(reference)?.[1] ?? '';
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}

/** Collects the rows of one sheet while its XML goes by. */
export class RowCollector {
  readonly parser = new SaxesParser({ position: false });
  #rows: SheetRow[] = [];
  #row: SheetRow | null = null;
  #last = 0;
  #column = -1;
  #type = '';
  #style = -1;
  #text = '';
  #takes = false;
  #attributes: Record<string, string> = {};

  constructor(private readonly words: WorkbookWords) {
    // attributes are taken as they come: making an object of each tag's would double the time
    this.parser.on('opentagstart', () => {
      this.#attributes = {};
    });
    this.parser.on('attribute', ({ name, value }: SaxesAttributePlain) => {
      this.#attributes[name] = value;
    });
    this.parser.on('opentag', ({ name }) => this.#open(localName(name)));
    this.parser.on('text', (text) => {
      if (this.#takes) this.#text += text;
    });
    this.parser.on('closetag', ({ name }) => this.#close(localName(name)));
  }

  /** The rows that are complete; each is handed out once. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #open(tag: string): void {
    const attributes = this.#attributes;
    if (tag === 'row') this.#beginRow(attributes.r);
    else if (tag === 'c') this.#beginCell(attributes);
    else if (tag === 'v' || tag === 't') this.#takes = true;
    else if (tag === 'rPh')
      this.#takes = false; // the pronunciation of a word is not part of it
    else if (tag === 'f' && this.#row !== null) (this.#row.formulas ??= []).push(this.#column);
  }

  #beginRow(reference: string | undefined): void {
    this.#last = reference === undefined ? this.#last + 1 : Number(reference);
    if (!Number.isSafeInteger(this.#last)) throw new FileRefused('file.damaged', { row: 0 });
    this.#row = { row: this.#last, cells: [] };
    this.#column = -1;
  }

  #beginCell({ r, t, s }: Record<string, string>): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    this.#type = t ?? '';
    this.#style = s === undefined ? -1 : Number(s);
    this.#text = '';
  }

  #close(tag: string): void {
    if (tag === 'v' || tag === 't') this.#takes = false;
    else if (tag === 'c') this.#endCell();
    else if (tag === 'row' && this.#row !== null) {
      this.#rows.push(this.#row);
      this.#row = null;
    }
  }

  #endCell(): void {
    const text = this.#valueOf();
    this.#text = '';
    if (text === '' || this.#row === null) return;
    const { row, cells } = this.#row;
    if (text.length > LIMITS.cell)
      throw new FileRefused('file.cell_too_long', { row, column: this.#column + 1, limit: LIMITS.cell });
    if (this.#column < 0 || this.#column >= LIMITS.columns)
      throw new FileRefused('file.too_wide', { row, limit: LIMITS.columns });
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = text;
  }

  #valueOf(): string {
    const text = this.#text;
    switch (this.#type) {
      case 's':
        return text === '' ? '' : this.words.strings.at(Number(text));
      case 'b':
        return text === '' ? '' : text === '1' ? '是' : '否';
      case 'inlineStr':
      case 'str':
      case 'e':
        return decodeEscapes(text);
      case 'd':
        return text.slice(0, 10);
      default:
        return this.#number(text);
    }
  }

  #number(text: string): string {
    if (text === '') return '';
    const value = Number(text);
    if (this.words.styles.isDate(this.#style)) return dateOfSerial(value, this.words.uses1904) ?? text;
    if (Number.isSafeInteger(value)) return String(value);
    // a number of more than fifteen digits has lost its last ones: it shall not look as if it were whole
    if (!Number.isFinite(value) || Math.abs(value) >= Number.MAX_SAFE_INTEGER)
      return Number.isNaN(value) ? text : value.toExponential();
    // 0.1 + 0.2 is stored as 0.30000000000000004
    return String(Number(value.toPrecision(15)));
  }
}
