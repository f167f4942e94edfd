import type { Tx } from '#libs/database';
import type { LocalDate, PersonId, Registry, RegistryBatch, UnitId } from '#libs/registry';

import type { Decisions, Problem, RowOutcome } from '../exchange.vocabulary.js';
import { severityOf } from '../problem.rules.js';
import type { StagedRow } from '../table/staged-row.js';
import type { ContactIndexes } from './known.sql.js';
import type { Places } from './places.js';

/** An office somebody gives or takes (`person: null`). `lineage`: its unit and everything above it. */
export interface Giving {
  by: PersonId;
  person: PersonId | null;
  role: string;
  lineage: readonly UnitId[];
}

/** What an import may do depends on who brings it: asked of those who know the offices. */
export interface ImportRights {
  /** Whether somebody may give or take an office, as at the desk. */
  mayGive: (giving: Giving, tx: Tx) => Promise<boolean>;
  /** Whether somebody may say how often households of a unit are visited. */
  mayClassify: (question: { by: PersonId; unit: UnitId }, tx: Tx) => Promise<boolean>;
}

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
  /** Whoever checks or applies it. */
  by: PersonId;
  mayGive: ImportRights['mayGive'];
  /** Whether `by` may say the colour class of households. */
  classifies: boolean;
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
