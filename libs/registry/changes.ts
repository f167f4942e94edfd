import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';

import { delegateProblems, References, shareProblems } from './batch.checks.js';
import { catalogueProblems } from './catalogue.rules.js';
import { ChangeWriter } from './change.writer.js';
import type { Difference } from './change.writer.js';
import type { ContactSealer } from './contact.sealer.js';
import { RECORD_TABLES, tableOf } from './record.tables.js';
import type { Body, RecordTable } from './record.tables.js';
import { RegistryRefused } from './registry.vocabulary.js';
import type { Applied, ChangeNote, LocalDate, RegistryBatch, RegistryEntity } from './registry.vocabulary.js';
import { movedHomes } from './residences.js';
import { undoneBodies, versionsOfChange } from './undoing.js';

/** What changes are made with. */
export interface ChangeGround {
  sealer: ContactSealer;
  /** The present, ISO 8601 in UTC. */
  now: () => string;
  /** The local day of the present. */
  today: () => LocalDate;
}

/** A batch as it is written: bodies by kind of record, in the clear where they will be sealed. */
type Bodies = Partial<Record<keyof RegistryBatch, readonly Body[]>>;

/** A batch; unchecked: whoever is named need not be known. */
export type CheckedBatch = RegistryBatch & { isChecked?: boolean };

/** What one change came to, and whether units changed. */
export interface Outcome extends Applied {
  touchesUnits: boolean;
}

/** Writes changes, each with the versions of all records it touches, and takes them back. */
export class Changes {
  constructor(private readonly ground: ChangeGround) {}

  /** @throws RegistryRefused when a record cannot be written; the transaction must be rolled back. */
  async apply(tx: Tx, note: ChangeNote, { isChecked = true, ...batch }: CheckedBatch): Promise<Outcome> {
    const writer = this.#writer(tx, note);
    const references = new References();
    const touched = { premises: new Set<string>(), households: new Set<string>() };
    const bodies = batch as unknown as Bodies;
    const settled = new Set((bodies.residences ?? []).map((one) => String(one['person'])));
    for (const table of RECORD_TABLES) {
      await writer.upsert(table, bodies[table.key] ?? [], async (differences) => {
        references.note(table, differences);
        noteTouched(table, differences, touched);
        if (table.entity === 'matter') refuseAny(catalogueProblems(differences));
        if (table.entity !== 'person') return;
        const homes = await movedHomes(
          tx,
          differences.filter(({ after }) => !settled.has(after?.id ?? '')),
          writer.writing.on,
        );
        await writer.upsert(tableOf('residence'), homes);
      });
    }
    refuseAny([
      ...(isChecked ? await references.problems(tx) : []),
      ...(await shareProblems(tx, [...touched.premises])),
      ...(await delegateProblems(tx, [...touched.households])),
    ]);
    return this.#finish(writer, note, null);
  }

  /** Writes bodies as they are, sealed fields and all: for merging and erasing. */
  async write(
    tx: Tx,
    note: ChangeNote,
    differences: ReadonlyMap<RegistryEntity, readonly Difference[]>,
  ): Promise<Outcome> {
    const writer = this.#writer(tx, note);
    for (const table of RECORD_TABLES) {
      const own = differences.get(table.entity) ?? [];
      if (own.length > 0) await writer.write(table, own);
      if (table.entity !== 'person') continue;
      await writer.upsert(tableOf('residence'), await movedHomes(tx, own, writer.writing.on));
    }
    return this.#finish(writer, note, null);
  }

  /**
   * Takes one change back: every record it touched is again as it was before, for every day since.
   * @throws RegistryRefused with the records that have changed since.
   */
  async undo(tx: Tx, undone: string, note: ChangeNote): Promise<Outcome> {
    const versions = await versionsOfChange(tx, undone);
    const on = versions[0]?.on;
    const writer = this.#writer(tx, on === undefined ? note : { ...note, on }, true);
    const { restored, removed } = await undoneBodies(tx, undone, versions);
    for (const table of RECORD_TABLES) await writer.write(table, restored.get(table.entity) ?? []);
    for (const table of RECORD_TABLES.toReversed()) await writer.write(table, removed.get(table.entity) ?? []);
    return this.#finish(writer, note, undone);
  }

  #writer(tx: Tx, note: ChangeNote, takesBack = false): ChangeWriter {
    const today = this.ground.today();
    const on = note.on ?? today;
    if (on > today) throw new RangeError(`a change cannot hold from ${on}, today is ${today}`);
    return new ChangeWriter({ tx, change: randomUUID(), on, sealer: this.ground.sealer, takesBack });
  }

  async #finish(writer: ChangeWriter, note: ChangeNote, undone: string | null): Promise<Outcome> {
    const { counts, touchesUnits } = writer;
    const { tx, change, on } = writer.writing;
    const isEmpty = Object.values(counts).every((one) => one.created + one.changed + one.removed === 0);
    if (isEmpty) return { change: null, counts, touchesUnits: false };
    await tx.query(
      `insert into registry_changes (id, at, by, source, reason, import, unit, on_date, counts, undoes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        change,
        this.ground.now(),
        note.by,
        note.source,
        note.reason,
        note.import ?? null,
        note.unit ?? null,
        on,
        counts,
        undone,
      ],
    );
    if (undone !== null) await tx.query('update registry_changes set undone_by = $2 where id = $1', [undone, change]);
    return { change, counts, touchesUnits };
  }
}

function refuseAny(problems: ConstructorParameters<typeof RegistryRefused>[0]): void {
  if (problems.length > 0) throw new RegistryRefused(problems);
}

function noteTouched(
  { entity }: RecordTable,
  differences: readonly Difference[],
  touched: { premises: Set<string>; households: Set<string> },
): void {
  if (entity !== 'ownership' && entity !== 'delegate') return;
  for (const { after } of differences) {
    if (entity === 'ownership') touched.premises.add(String(after?.['premises']));
    else touched.households.add(String(after?.['household']));
  }
}
