import type { Tx } from '#libs/database';
import type { LocalDate, Registry, RegistryBatch, UnitId } from '#libs/registry';

import type { Decisions, Problem, RowOutcome } from '../exchange.vocabulary.js';
import { severityOf } from '../problem.rules.js';
import type { StagedRow } from '../table/staged-row.js';
import type { ContactIndexes } from './known.sql.js';
import type { Places } from './places.js';

/** What an import is planned with. */
export interface PlanGround {
  importId: string;
  /** The unit whose records are brought. */
  unit: UnitId;
  /** The day from which the rows are so. */
  asOf: LocalDate;
  today: LocalDate;
  decisions: Decisions;
  places: Places;
  indexes: ContactIndexes;
  registry: Registry;
}

/** What becomes of one row. */
export interface PlannedRow {
  row: number;
  outcome: RowOutcome;
  problems: Problem[];
}

/** What is to be written for some rows, and from which day it holds. */
export interface Write {
  on: LocalDate;
  batch: RegistryBatch;
}

export interface Plan {
  rows: PlannedRow[];
  writes: Write[];
}

/** Plans an import, some rows at a time and in their order. Reads only; what it plans is written by others, or not at all. */
export interface Planner {
  plan: (tx: Tx, rows: readonly StagedRow[]) => Promise<Plan>;
  /** What can only be said after the last row. */
  finish: (tx: Tx) => Promise<Plan>;
}

/** Whether a row may not be written: an error, or a question nobody has answered. */
export function stops(problems: readonly Problem[]): boolean {
  return problems.some((problem) => severityOf(problem) !== 'warning');
}
