import type { Tx } from '#libs/database';
import type { ChangeNote, RegistryBatch } from '#libs/registry';
import { RegistryRefused } from '#libs/registry';

import { NO_COUNTS, type ImportCounts } from '../exchange.vocabulary.js';
import { addTo, groundOf, isPlannedTwice, type Planning } from './checking.js';
import type { ImportRecord } from './imports.sql.js';
import { plansAnew } from './known.sql.js';
import { stops, type Plan, type PlannedRow, type Write } from './planner.types.js';
import { plannerOf } from './planners.js';
import { kindsElsewhere } from './reach.sql.js';

/** Thrown inside the transaction when rows cannot be written after all: the registry has changed since the check. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';

  constructor(
    readonly rows: PlannedRow[],
    options?: ErrorOptions,
  ) {
    super(`${String(rows.length)} rows cannot be written`, options);
  }

  get params(): { errors: number; questions: number } {
    const counts = { ...NO_COUNTS };
    addTo(counts, this.rows);
    return { errors: counts.errors, questions: counts.questions };
  }
}

/** Plans an import again, on what is registered now, and writes it batch by batch into the open transaction. */
export async function applyPlan(
  tx: Tx,
  record: ImportRecord,
  planning: Planning,
): Promise<{ counts: ImportCounts; changes: string[] }> {
  const { staging, registry, report, by } = planning;
  await plansAnew(tx);
  const planner = plannerOf(record.kind, await groundOf(tx, record, planning));
  const counts: ImportCounts = { ...NO_COUNTS };
  const changes: string[] = [];
  const reason = `${record.fileName} (${record.sha256.slice(0, 12)})`;
  const note: ChangeNote = { by, source: 'import', reason, import: record.id, unit: record.unit };
  const write = async (plan: Plan, isAgain = false): Promise<void> => {
    const stopped = plan.rows.filter(({ problems }) => stops(problems));
    if (stopped.length > 0) throw new ImportStopped(stopped);
    addTo(counts, plan.rows, isAgain);
    for (const one of plan.writes) {
      if (isEmpty(one.batch)) continue;
      // whatever a planner took for new or for its own: nothing of another unit is written
      if ((await kindsElsewhere(tx, one.batch, record.unit)).length > 0) throw outOfReach(plan);
      const { change } = await registry.apply(tx, { ...note, on: one.on }, one.batch).catch((error: unknown) => {
        throw stoppedBy(error, plan, one);
      });
      if (change !== null) changes.push(change);
    }
  };
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const rows of staging.read(tx, record.id)) {
      // planned while the rows before are written: a planner knows what it has planned and need not see it
      const plan = await planner.plan(tx, rows);
      await writing;
      writing = write(plan).then(() => {
        counts.rows += rows.length;
        report(counts.rows);
      });
      writing.catch(() => undefined);
    }
  } catch (error) {
    // a statement that fails lets all that follow fail: the first one is told
    await writing;
    throw error;
  }
  await writing;
  await write(await planner.finish(tx), isPlannedTwice(record));
  return { counts, changes };
}

function isEmpty(batch: RegistryBatch): boolean {
  return Object.values(batch as Record<string, readonly unknown[] | undefined>).every(
    (records) => (records?.length ?? 0) === 0,
  );
}

function outOfReach(plan: Plan): ImportStopped {
  const row = plan.rows[0]?.row ?? 0;
  return new ImportStopped([{ row, outcome: 'error', problems: [{ row, column: '', code: 'record.elsewhere' }] }]);
}

/** What the registry says about records is said about the first row of the batch they came from. */
function stoppedBy(error: unknown, plan: Plan, { on }: Write): unknown {
  if (!(error instanceof RegistryRefused)) return error;
  const row = plan.rows[0]?.row ?? 0;
  const problems = error.problems.slice(0, 50).map(({ code, detail }) => ({
    row,
    column: '',
    code: 'registry.refused',
    params: { detail: `${code}: ${detail} (${on})` },
  }));
  return new ImportStopped([{ row, outcome: 'error', problems }], { cause: error });
}
