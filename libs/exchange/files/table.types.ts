/** One row of a sheet as it was written. */
export interface SheetRow {
  /** From 1, as the spreadsheet program numbers it. */
  row: number;
  /** Texts by position; a missing or blank cell is an empty text. Dates are ISO, numbers as typed. */
  cells: string[];
  /** Positions of cells that hold a formula: what is taken is the value it had when the file was saved. */
  formulas?: number[];
}

/** One sheet of a file; its rows can be read more than once. */
export interface Sheet {
  name: string;
  rows: () => AsyncIterable<SheetRow>;
  /** Vertical merges: the cell at `top` also stands for the rows down to `bottom`. Rows and columns from 1 and 0. */
  merges: () => Promise<{ top: number; bottom: number; column: number }[]>;
}

/** An office file, opened; `close` gives its handle back. */
export interface OfficeFile {
  format: 'csv' | 'xlsx';
  /** Encoding of a CSV. */
  encoding: string;
  sheets: Sheet[];
  close: () => void;
}

/** What a file may hold. Larger ones are split by the sender: nobody reads the errors of a million rows. */
export const LIMITS = {
  /** Bytes as sent. */
  file: 30 * 1024 * 1024,
  /** Bytes of a workbook's parts after unpacking, together. */
  unpacked: 600 * 1024 * 1024,
  rows: 300_000,
  columns: 200,
  /** Characters of one cell; a spreadsheet program allows no more either. */
  cell: 32_767,
  /** Files inside a workbook. */
  parts: 2000,
} as const;
