import type { UnitId } from '#libs/registry';

/** What can be imported. Each kind has its columns in `kinds/`. */
export const IMPORT_KINDS = ['units', 'premises', 'households', 'people', 'bodies', 'catalogue'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/**
 * Where an import is. `uploaded`: its rows are staged; `checked`: what it would do is known;
 * `applied`: all of it is written; `undone`: its change was taken back.
 */
export const IMPORT_STATES = ['uploaded', 'checked', 'applied', 'undone'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What becomes of one row. `skipped`: a note, a total or a repeated header, not a record. */
export const ROW_OUTCOMES = ['new', 'changed', 'unchanged', 'error'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** A sentence in the two languages of the product. */
export interface Said {
  zh: string;
  en: string;
}

/** An error stops the import, a warning does not; a question is open until the user has decided. */
export type Severity = 'error' | 'question' | 'warning';

/** What is wrong with a cell or a row, as it is stored: the sentences are filled in for each reader. */
export interface Problem {
  /** Row of the sheet, from 1, as the spreadsheet program numbers it. */
  row: number;
  /** Name of the column in the product; empty: the row as a whole. */
  column: string;
  code: string;
  /** What was written there, masked when the column is sensitive. */
  value?: string;
  params?: Record<string, string | number>;
}

/** A problem as a reader sees it. */
export interface SaidProblem {
  row: number;
  /** Heading of the column in the reader's language. */
  column: string;
  code: string;
  severity: Severity;
  message: string;
  remedy: string;
  value: string;
}

/** What the rows of an import come to. */
export interface ImportCounts {
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  errors: number;
  warnings: number;
  questions: number;
  /** Notes, totals and repeated headers that are no records. */
  skipped: number;
}

export const NO_COUNTS: ImportCounts = {
  rows: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  errors: 0,
  warnings: 0,
  questions: 0,
  skipped: 0,
};

/**
 * What the user says to rows that may be somebody known already: by row number, the id of the person it is, or `new`.
 */
export type Decisions = Record<string, string>;

/** An import as lists and pages see it. */
export interface ImportView {
  id: string;
  kind: ImportKind;
  state: ImportState;
  /** The unit whose records it brings: nothing outside its subtree is touched. */
  unit: UnitId;
  /** As the file was called, for people only. */
  fileName: string;
  format: 'csv' | 'xlsx';
  /** For example `gb18030`, or the name of the sheet. */
  detail: string;
  sha256: string;
  bytes: number;
  /** The day from which the rows are so (local date). */
  asOf: string;
  by: string;
  at: string;
  counts: ImportCounts;
  decisions: Decisions;
  /** Columns of the file nobody knows: they are not imported. */
  unknownColumns: string[];
  /** Changes of the registry it made, in their order. */
  changes: string[];
  /** How far a check or an application is; `null`: none is running. */
  progress: { phase: 'check' | 'apply'; done: number; total: number } | null;
}
