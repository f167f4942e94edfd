import type { ImportKind, Said } from '../exchange.vocabulary.js';

/** A column of a kind of table. */
export interface Column {
  /** Name in the product. */
  name: string;
  /** Heading in templates, exports and errors. */
  label: Said;
  /** Other headings offices use. */
  synonyms: readonly string[];
  /** Its values are masked in errors and never exported. */
  isSensitive?: true;
  /**
   * When a blank cell stands for the one above, as in grouped tables. `leading`: when all `leading` columns before it are blank
   * too; `with`: when all `leading` ones are; `always`; `merged`: only where the sheet has merged the cells.
   */
  fillsDown?: 'leading' | 'with' | 'always' | 'merged';
  /** It is read over: the registry has no place for it. */
  isNotKept?: true;
  /** How it must be written, for errors. */
  expected?: Said;
}

/** A kind of table: its columns, and which of them it cannot do without. */
export interface TableKind {
  kind: ImportKind;
  label: Said;
  columns: readonly Column[];
  /** For each entry one of these columns must be there. The first is named when none is. */
  requires: readonly (readonly string[])[];
}

/** Where the columns of a kind stand in a file. */
export interface Header {
  /** Row of the headings (the lower one of two). */
  row: number;
  /** Name of a column → its position. */
  places: ReadonlyMap<string, number>;
  /** Headings nobody knows: not imported. */
  unknown: string[];
}
