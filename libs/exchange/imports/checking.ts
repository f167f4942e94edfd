import type { Database, Tx } from '#libs/database';
import type { LocalDate, PersonId, Registry } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { NO_COUNTS, type ImportCounts } from '../exchange.vocabulary.js';
import { severityOf } from '../problem.rules.js';
import type { ImportRecord } from './imports.sql.js';
import { ContactIndexes, plansAnew } from './known.sql.js';
import { Places } from './places.js';
import type { ImportRights, PlanGround, PlannedRow } from './planner.types.js';
import { plannerOf } from './planners.js';
import { writeOutcomes, type Staging } from './staging.sql.js';

/** What plans are made with. */
export interface Planning extends ImportRights {
  registry: Registry;
  vault: Vault;
  today: () => LocalDate;
  staging: Staging;
  report: (done: number) => void;
  /** Whoever checks or applies it. */
  by: PersonId;
}

/** What a plan knows beforehand. The catalogue names departments, which stand above the community or beside it. */
export async function groundOf(
  tx: Tx,
  record: ImportRecord,
  { registry, vault, today, by, mayGive, mayClassify }: Planning,
): Promise<PlanGround> {
  const above = record.kind === 'catalogue' ? (await registry.lineage(tx, record.unit)).at(-1) : undefined;
  return {
    importId: record.id,
    unit: record.unit,
    asOf: record.asOf,
    today: today(),
    decisions: record.decisions,
    registry,
    by,
    mayGive,
    classifies: record.kind === 'households' && (await mayClassify({ by, unit: record.unit }, tx)),
    indexes: new ContactIndexes(vault),
    places: new Places(await registry.subtree(tx, above ?? record.unit)),
  };
}

/** Adds rows to the counts. A row that comes again, from what is known after the last one, only adds its problems. */
export function addTo(counts: ImportCounts, rows: readonly PlannedRow[], isAgain = false): void {
  for (const { outcome, problems } of rows) {
    if (!isAgain && outcome !== 'error') counts[outcome] += 1;
    for (const problem of problems) {
      const severity = severityOf(problem);
      if (severity === 'error') counts.errors += 1;
      else if (severity === 'question') counts.questions += 1;
      else counts.warnings += 1;
    }
  }
}

/** Plans an import without writing it, and notes what becomes of each row. */
export async function checkPlan(
  record: ImportRecord,
  planning: Planning & { database: Database },
): Promise<ImportCounts> {
  const { database, staging, report } = planning;
  const readOnly = { readOnly: true } as const;
  const ground = await database.transaction((tx) => groundOf(tx, record, planning), readOnly);
  const planner = plannerOf(record.kind, ground);
  const counts: ImportCounts = { ...NO_COUNTS };
  for await (const rows of staging.read(database, record.id)) {
    const plan = await database.transaction(async (tx) => {
      await plansAnew(tx);
      return planner.plan(tx, rows);
    }, readOnly);
    await writeOutcomes(database, record.id, plan.rows);
    addTo(counts, plan.rows);
    counts.rows += rows.length;
    report(counts.rows);
  }
  const last = await database.transaction((tx) => planner.finish(tx), readOnly);
  await noteLast(database, record, last.rows);
  addTo(counts, last.rows, isPlannedTwice(record));
  return counts;
}

/** Small tables are planned as a whole at the end; the others only add what the last row shows. */
export function isPlannedTwice({ kind }: Pick<ImportRecord, 'kind'>): boolean {
  return kind === 'premises';
}

async function noteLast(database: Database, record: ImportRecord, rows: readonly PlannedRow[]): Promise<void> {
  if (!isPlannedTwice(record)) return writeOutcomes(database, record.id, rows);
  if (rows.length === 0) return;
  await database.query(
    `update import_rows i set problems = i.problems || r.problems, outcome = case when r.outcome = 'error' then 'error' else i.outcome end
     from jsonb_to_recordset($2::jsonb) as r("row" int, outcome text, problems jsonb) where i."import" = $1 and i."row" = r."row"`,
    [record.id, JSON.stringify(rows)],
  );
}
