import type { Database, Tx } from '#libs/database';
import type { Vault } from '#libs/vault';

import type { Problem, RowOutcome } from '../exchange.vocabulary.js';
import type { StagedRow } from '../table/staged-row.js';
import type { PlannedRow } from './planner.types.js';

interface SealedRow {
  row: number;
  cells: string;
  problems: Problem[];
}

const SEAL = 'import.row';

/** Rows of one statement: fewer make more work for the database, more make the heap grow by what is in their way. */
export const BATCH = 1000;

/** The rows of an import as they wait: every row sealed as a whole, because lists of people are in them. */
export class Staging {
  constructor(private readonly vault: Vault) {}

  async write(tx: Tx, importId: string, rows: readonly StagedRow[]): Promise<void> {
    if (rows.length === 0) return;
    const sealed = rows.map(({ row, cells, problems }) => ({ row, cells: this.#seal(cells), problems }));
    await tx.query(
      `insert into import_rows ("import", "row", cells, problems, outcome)
       select $1, r.row, r.cells, r.problems, 'new' from jsonb_to_recordset($2::jsonb) as r("row" int, cells text, problems jsonb)`,
      [importId, JSON.stringify(sealed)],
    );
  }

  /**
   * Rows in their order, a batch at a time; while one is worked on, the next is fetched. Problems are those found while reading,
   * not those of a check.
   */
  async *read(tx: Pick<Tx, 'query'>, importId: string): AsyncGenerator<StagedRow[]> {
    let coming = this.#after(tx, importId, 0);
    try {
      for (;;) {
        const rows = await coming;
        const last = rows.at(-1);
        if (last === undefined) return;
        coming = this.#after(tx, importId, last.row);
        // told when it is asked for
        coming.catch(() => undefined);
        yield rows.map(({ row, cells, problems }) => ({
          row,
          problems: problems.filter(isOfReading),
          cells: this.open(cells),
        }));
      }
    } finally {
      // whoever stops early ends the transaction next
      await coming.catch(() => undefined);
    }
  }

  #after(tx: Pick<Tx, 'query'>, importId: string, row: number): Promise<SealedRow[]> {
    return tx.query<SealedRow>(
      `select "row", cells, problems from import_rows where "import" = $1 and "row" > $2 order by "row" limit ${String(BATCH)}`,
      [importId, row],
    );
  }

  open(sealed: string): Record<string, string> {
    return JSON.parse(this.vault.open(sealed, SEAL)) as Record<string, string>;
  }

  #seal(cells: Record<string, string>): string {
    return this.vault.seal(JSON.stringify(cells), SEAL);
  }
}

/** Found while the file was read: a check finds the others anew. */
function isOfReading({ code }: Problem): boolean {
  return code === 'cell.formula_text' || code === 'cell.formula_value' || code === 'cell.filled_from_above';
}

/** Writes what a check found about rows. Rows are staged as new, so that most of them need not be written again. */
export async function writeOutcomes(
  database: Database | Tx,
  importId: string,
  rows: readonly PlannedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await database.query(
    `update import_rows i set outcome = r.outcome, problems = r.problems
     from jsonb_to_recordset($2::jsonb) as r("row" int, outcome text, problems jsonb)
     where i."import" = $1 and i."row" = r."row" and (i.outcome, i.problems) is distinct from (r.outcome, r.problems)`,
    [importId, JSON.stringify(rows)],
  );
}

/** A row as the preview shows it: sensitive cells masked. */
export interface RowPreview {
  row: number;
  outcome: RowOutcome | null;
  problems: Problem[];
  cells: Record<string, string>;
}

/** Which rows of an import to show: all, those with problems, or those of an outcome. */
export interface RowsQuestion {
  only: 'all' | 'problems' | RowOutcome;
  after: number;
  limit: number;
}

export async function previewRows(tx: Pick<Tx, 'query'>, importId: string, { only, after, limit }: RowsQuestion) {
  return tx.query<Omit<RowPreview, 'cells'> & { cells: string }>(
    `select "row", outcome, problems, cells from import_rows
     where "import" = $1 and "row" > $2
       and ($4 = 'all' or ($4 = 'problems' and problems <> '[]'::jsonb) or outcome = $4)
     order by "row" limit $3`,
    [importId, after, limit, only],
  );
}
