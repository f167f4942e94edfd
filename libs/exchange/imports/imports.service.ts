import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';

import type { Database, Tx } from '#libs/database';
import type { LocalDate, PersonId, Registry, UnitId } from '#libs/registry';
import { RegistryRefused } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { refuse } from '../exchange.refused.js';
import {
  NO_COUNTS,
  type Decisions,
  type ImportKind,
  type ImportView,
  type SaidProblem,
} from '../exchange.vocabulary.js';
import { openOfficeFile } from '../files/office-file.js';
import { TABLE_KINDS } from '../kinds/table-kinds.js';
import { findTable } from '../table/table.reader.js';
import type { StagedRow } from '../table/staged-row.js';
import { importOf, insertImport, listImports, takeImport, type ImportRecord } from './imports.sql.js';
import { applyPlan, ImportStopped } from './applying.js';
import { checkPlan } from './checking.js';
import type { ImportRights } from './planner.types.js';
import { ProgressBoard } from './progress.js';
import { officesOf } from './reach.sql.js';
import { BATCH, previewRows, Staging, writeOutcomes, type RowPreview, type RowsQuestion } from './staging.sql.js';
import { masked, sayProblem } from '../problem.rules.js';
import type { Language } from '#libs/contract';
import { receive, shownName } from './upload.js';

export interface ImportsOptions extends ImportRights {
  database: Database;
  registry: Registry;
  vault: Vault;
  /** The present, ISO 8601 in UTC. */
  now: () => string;
  /** Local day of the present. */
  today: () => LocalDate;
}

/** A file that somebody sends. */
export interface Upload {
  kind: ImportKind;
  unit: UnitId;
  fileName: string;
  /** Day from which the rows are so; today when not given. */
  asOf?: LocalDate;
  by: PersonId;
}

/** Any two imports are written one after the other: they may bring the same people. */
const WRITES_ONE_BY_ONE = 7_020_260_302;

/** Tables of offices on their way into the registry: uploaded, checked, applied as a whole, and undone. */
export class Imports {
  readonly #staging: Staging;
  readonly #progress: ProgressBoard;

  constructor(private readonly options: ImportsOptions) {
    this.#staging = new Staging(options.vault);
    this.#progress = new ProgressBoard(options.database, options.now);
  }

  /**
   * Takes a file in and stages its rows; the file itself is not kept.
   * @throws FileRefused when it is no table of the kind.
   */
  async upload(upload: Upload, stream: Readable): Promise<ImportView> {
    const { now, today, database } = this.options;
    const received = await receive(stream);
    try {
      const file = await openOfficeFile(received.path);
      try {
        const kind = TABLE_KINDS[upload.kind];
        const table = await findTable(file, kind);
        const notKept = kind.columns.filter(({ name, isNotKept }) => isNotKept && table.header.places.has(name));
        const record: ImportRecord = {
          id: randomUUID(),
          state: 'uploaded',
          kind: upload.kind,
          unit: upload.unit,
          by: upload.by,
          at: now(),
          asOf: upload.asOf ?? today(),
          fileName: shownName(upload.fileName),
          format: file.format,
          detail: file.format === 'csv' ? file.encoding : table.sheet,
          sha256: received.sha256,
          bytes: received.bytes,
          counts: NO_COUNTS,
          decisions: {},
          unknownColumns: [...table.header.unknown, ...notKept.map(({ label }) => label.zh)],
          changes: [],
        };
        await database.transaction(async (tx) => {
          const rows = await this.#stage(tx, record.id, table.rows());
          record.counts = { ...NO_COUNTS, rows, skipped: table.skipped() };
          await insertImport(tx, record);
        });
        return { ...record, progress: null };
      } finally {
        file.close();
      }
    } finally {
      await received.remove();
    }
  }

  async #stage(tx: Tx, id: string, rows: AsyncIterable<StagedRow>): Promise<number> {
    let count = 0;
    let batch: StagedRow[] = [];
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < BATCH) continue;
      await this.#staging.write(tx, id, batch);
      count += batch.length;
      batch = [];
    }
    await this.#staging.write(tx, id, batch);
    return count + batch.length;
  }

  /** @throws ExchangeRefused `import.unknown` */
  async read(id: string): Promise<ImportView> {
    const record = (await importOf(this.options.database, id)) ?? refuse('import.unknown');
    return this.#view(record);
  }

  async #view(record: ImportRecord): Promise<ImportView> {
    const isOpen = record.state === 'uploaded' || record.state === 'checked';
    return { ...record, progress: isOpen ? await this.#progress.of(record.id) : null };
  }

  /** Imports of the units somebody's office reaches, newest first. */
  async list(question: Parameters<typeof listImports>[1]): Promise<ImportRecord[]> {
    return this.options.database.transaction((tx) => listImports(tx, question), { readOnly: true });
  }

  /**
   * Finds out what an import would do, and what is wrong with it: nothing is written to the registry. May be repeated, for
   * example with decisions about people who may be known already. What it may do is judged for `by`, or for who uploaded it.
   */
  async check(id: string, decisions?: Decisions, by?: PersonId): Promise<ImportView> {
    const { database } = this.options;
    const before = (await importOf(database, id)) ?? refuse('import.unknown');
    if (before.state === 'applied' || before.state === 'undone') refuse('import.ended');
    const record = { ...before, decisions: { ...before.decisions, ...decisions } };
    const report = this.#progress.begin(id, 'check', record.counts.rows);
    try {
      const planning = { ...this.options, staging: this.#staging, report, by: by ?? record.by };
      const counts = await checkPlan(record, planning);
      await database.query(
        `update imports set state = 'checked', checked_at = $2, counts = $3, decisions = $4
         where id = $1 and state in ('uploaded', 'checked')`,
        [id, this.options.now(), { ...counts, skipped: record.counts.skipped }, record.decisions],
      );
    } finally {
      await this.#progress.end(id);
    }
    return this.read(id);
  }

  /**
   * Writes an import to the registry: all of it or nothing, once however often it is asked for.
   * @throws ExchangeRefused while it has errors or open questions, has not been checked, or somebody else is at it.
   */
  async apply(id: string, by: PersonId): Promise<ImportView> {
    const { database } = this.options;
    const known = (await importOf(database, id)) ?? refuse('import.unknown');
    const report = this.#progress.begin(id, 'apply', known.counts.rows);
    try {
      await database.transaction((tx) => this.#applyIn(tx, id, { by, report }));
    } catch (error) {
      if (!(error instanceof ImportStopped)) throw error;
      await writeOutcomes(database, id, error.rows);
      await this.check(id, undefined, by);
      refuse('import.has_errors', { params: error.params }, { cause: error });
    } finally {
      await this.#progress.end(id);
    }
    return this.read(id);
  }

  async #applyIn(tx: Tx, id: string, { by, report }: { by: PersonId; report: (done: number) => void }): Promise<void> {
    const record = await takeImport(tx, id);
    if (record === null) refuse('import.unknown');
    if (record === 'busy') refuse('import.busy');
    if (record.state === 'applied') return;
    if (record.state === 'undone') refuse('import.ended');
    if (record.state !== 'checked') refuse('import.not_checked');
    const { errors, questions } = record.counts;
    if (errors + questions > 0) refuse('import.has_errors', { params: { errors, questions } });
    await tx.query('select pg_advisory_xact_lock($1)', [WRITES_ONE_BY_ONE]);
    const { counts, changes } = await applyPlan(tx, record, { ...this.options, staging: this.#staging, report, by });
    await tx.query(`update imports set state = 'applied', ended_at = $2, counts = $3, changes = $4 where id = $1`, [
      id,
      this.options.now(),
      { ...counts, skipped: record.counts.skipped },
      changes,
    ]);
  }

  /**
   * Takes back what an import wrote, for every day since.
   * @throws ExchangeRefused `office.not_yours_to_give`; `import.changed_since` with the records that have been changed by others.
   */
  async undo(id: string, { by, reason }: { by: PersonId; reason: string }): Promise<ImportView> {
    const { database, registry, now } = this.options;
    try {
      await database.transaction(async (tx) => {
        const record = await takeImport(tx, id);
        if (record === null) refuse('import.unknown');
        if (record === 'busy') refuse('import.busy');
        if (record.state === 'undone') return;
        if (record.state !== 'applied') refuse('import.not_applied');
        await tx.query('select pg_advisory_xact_lock($1)', [WRITES_ONE_BY_ONE]);
        await this.#refuseUndoing(tx, record, by);
        for (const change of record.changes.toReversed())
          await registry.undo(tx, change, { by, source: 'undo', reason, import: id, unit: record.unit });
        await tx.query(`update imports set state = 'undone', ended_at = $2 where id = $1`, [id, now()]);
      });
    } catch (error) {
      if (!(error instanceof RegistryRefused)) throw error;
      const issues = error.problems
        .slice(0, 100)
        .map((one) => ({ path: `${one.entity}/${one.id}`, message: one.detail }));
      refuse('import.changed_since', { params: { count: error.problems.length }, issues }, { cause: error });
    }
    return this.read(id);
  }

  /** Offices an import gave or ended are taken or given back by those only who may do so at the desk. */
  async #refuseUndoing(tx: Tx, { changes }: ImportRecord, by: PersonId): Promise<void> {
    const { registry, mayGive } = this.options;
    for (const { unit, role, holder } of await officesOf(tx, changes)) {
      const lineage = await registry.lineage(tx, unit);
      if (!(await mayGive({ by, person: holder, role, lineage }, tx))) refuse('office.not_yours_to_give');
    }
  }

  /** Rows of an import, with what was found about them; sensitive cells are masked. */
  async rows(record: ImportRecord, question: RowsQuestion): Promise<RowPreview[]> {
    const { columns } = TABLE_KINDS[record.kind];
    const sensitive = new Set(columns.filter(({ isSensitive }) => isSensitive).map(({ name }) => name));
    const rows = await previewRows(this.options.database, record.id, question);
    return rows.map(({ cells, ...row }) => {
      const shown = Object.entries(this.#staging.open(cells)).map(([name, value]) => [
        name,
        masked(value, sensitive.has(name)),
      ]);
      const outcome = record.state === 'uploaded' ? null : row.outcome;
      return { ...row, outcome, cells: Object.fromEntries(shown) as Record<string, string> };
    });
  }

  /** Every problem of an import in the reader's language, as they are downloaded. */
  async *problems(record: ImportRecord, language: Language): AsyncGenerator<SaidProblem> {
    const { columns } = TABLE_KINDS[record.kind];
    let after = 0;
    for (;;) {
      const rows = await previewRows(this.options.database, record.id, { only: 'problems', after, limit: BATCH });
      for (const { problems } of rows) for (const problem of problems) yield sayProblem(problem, columns, language);
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.row ?? after;
    }
  }

  /** Rows of imports that ended or were left lying since `before` (an instant): personal data do not stay for nothing. */
  async prune(before: string): Promise<number> {
    const rows = await this.options.database.query<{ id: string }>(
      `with old as (select id from imports where coalesce(ended_at, at) < $1)
       delete from import_rows r using old where r."import" = old.id returning r."import" as id`,
      [before],
    );
    return rows.length;
  }
}
