import { isDeepStrictEqual } from 'node:util';

import { bigramsOf } from '#libs/contract';
import type { Tx } from '#libs/database';

import type { ContactSealer } from './contact.sealer.js';
import { draftOf, problem } from './drafts.rules.js';
import { addressesOf, readdress } from './household.addresses.js';
import { bodyColumns, insertWithVersions, rowOf, updateWithVersions } from './record.tables.js';
import type { Body, RecordTable } from './record.tables.js';
import type { Counts, LocalDate, RegistryEntity, RegistryProblem } from './registry.vocabulary.js';
import { RegistryRefused } from './registry.vocabulary.js';
import { writeUnits } from './unit.writer.js';

/** Records that are read and locked by one statement: enough to be quick, few enough to keep memory flat. */
const CHUNK = 2000;
/** Records that are written by one statement: while the database writes them, the next ones are made ready. */
const SLICE = 500;

/** What a writer works with. */
export interface Writing {
  tx: Tx;
  change: string;
  /** Day from which the new versions are in force. */
  on: LocalDate;
  sealer: ContactSealer;
  /** Takes back: whatever held from that day on counts no more. */
  takesBack?: boolean;
}

/** A record before and after; `null`: it was not, or will not be there. */
export interface Difference {
  before: Body | null;
  after: Body | null;
}

/** Reads records for changing them: nobody else changes them until the transaction ends. */
export async function lockedBodies(tx: Tx, table: RecordTable, ids: readonly string[]): Promise<Map<string, Body>> {
  const rows = await tx.query<Body>(
    `select ${bodyColumns(table, 't')} from "${table.table}" t where t.id = any($1) order by t.id for update`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Writes the records of one change with their versions, a few thousand in one statement, and counts what it did. */
export class ChangeWriter {
  readonly counts: Partial<Record<RegistryEntity, Counts>> = {};
  /** Units that moved, were renamed or came anew. */
  touchesUnits = false;

  constructor(readonly writing: Writing) {}

  /** Puts given records over known ones. @throws RegistryRefused */
  async upsert(
    table: RecordTable,
    given: readonly Body[],
    heard?: (differences: readonly Difference[]) => Promise<void>,
  ): Promise<void> {
    refuseTwice(table, given);
    // units of one batch are written together: they may stand under each other in any order
    const size = table.entity === 'unit' ? Math.max(given.length, 1) : CHUNK;
    for (let from = 0; from < given.length; from += size) {
      const differences = await this.#chunk(table, given.slice(from, from + size));
      await heard?.(differences);
    }
  }

  async #chunk(table: RecordTable, given: readonly Body[], isSecondTry = false): Promise<Difference[]> {
    const known = await lockedBodies(
      this.writing.tx,
      table,
      given.map(({ id }) => id),
    );
    const size = table.entity === 'unit' ? Math.max(given.length, 1) : SLICE;
    const problems: RegistryProblem[] = [];
    const differences: Difference[] = [];
    const missed: string[] = [];
    const written = new InTurn();
    for (let from = 0; from < given.length; from += size) {
      const some = this.#drafted(table, given.slice(from, from + size), { known, problems });
      if (problems.length > 0) continue;
      differences.push(...some);
      // what is written now is made ready for the statement while the one before is on its way
      await written.next(async () => missed.push(...(await this.write(table, some))));
    }
    await written.end();
    if (problems.length > 0) throw new RegistryRefused(problems);
    if (missed.length === 0) return differences;
    if (isSecondTry) throw new RegistryRefused(missed.map((id) => codeTaken(table.entity, id)));
    // somebody else has just written the same records: look again, and put the given ones over theirs
    const again = new Set(missed);
    const late = await this.#chunk(
      table,
      given.filter(({ id }) => again.has(id)),
      true,
    );
    return [...differences.filter(({ after }) => !again.has(after?.id ?? '')), ...late];
  }

  /** What differs from the known records; notes what cannot be written. */
  #drafted(
    table: RecordTable,
    given: readonly Body[],
    { known, problems }: { known: ReadonlyMap<string, Body>; problems: RegistryProblem[] },
  ): Difference[] {
    const differences: Difference[] = [];
    for (const one of given) {
      const before = known.get(one.id);
      const sealed =
        table.entity === 'person' ? this.writing.sealer.sealed(one, before) : { body: one, problems: NO_PROBLEMS };
      const draft = draftOf(table, sealed.body, before);
      problems.push(...sealed.problems, ...draft.problems);
      if (before === undefined || !isDeepStrictEqual(before, draft.body))
        differences.push({ before: before ?? null, after: draft.body });
    }
    this.#count(table.entity, { same: given.length - differences.length });
    return differences;
  }

  /** Writes differences and their versions. Answers ids of new records that could not be inserted. */
  async write(table: RecordTable, differences: readonly Difference[]): Promise<string[]> {
    const created = differences.flatMap(({ before, after }) => (before === null && after !== null ? [after] : []));
    const changed = differences.flatMap(({ before, after }) =>
      before !== null && after !== null ? [{ before, after }] : [],
    );
    const removed = differences.flatMap(({ before, after }) => (before !== null && after === null ? [before.id] : []));
    if (removed.length > 0) await this.#remove(table, removed);
    await this.#close(table.entity, [...changed.map(({ after }) => after.id), ...removed]);
    const inserted = new Set(await this.#rows(table, { created, changed }));
    const missed = created.filter(({ id }) => !inserted.has(id)).map(({ id }) => id);
    this.#count(table.entity, {
      created: created.length - missed.length,
      changed: changed.length,
      removed: removed.length,
    });
    return missed;
  }

  /** Writes rows and opens their versions. Answers the new ones that landed. */
  async #rows(table: RecordTable, rows: RowChanges): Promise<string[]> {
    const { tx, on, change } = this.writing;
    const { created, changed } = rows;
    if (created.length + changed.length === 0) return [];
    if (table.entity === 'unit') return this.#units(table, rows);
    const derived = await this.#derived(table.entity, [...created, ...changed.map(({ after }) => after)]);
    const parameters = (bodies: readonly Body[]): unknown[] => [
      JSON.stringify(bodies.map((body) => rowOf(table, body, derived.get(body.id)))),
      on,
      change,
    ];
    if (changed.length > 0) await tx.query(updateWithVersions(table), parameters(changed.map(({ after }) => after)));
    if (created.length === 0) return [];
    const landed = await tx.query<{ id: string }>(insertWithVersions(table), parameters(created));
    return landed.map(({ id }) => id);
  }

  async #units(table: RecordTable, { created, changed }: RowChanges): Promise<string[]> {
    const { tx } = this.writing;
    const { inserted, problems } = await writeUnits(tx, { created, changed });
    if (problems.length > 0) throw new RegistryRefused(problems);
    this.touchesUnits = true;
    const moved = changed.filter(({ before, after }) =>
      ['name', 'parent'].some((name) => before[name] !== after[name]),
    );
    await readdress(
      tx,
      moved.map(({ after }) => after.id),
    );
    const landed = new Set(inserted);
    await this.#open(table, [...created.filter(({ id }) => landed.has(id)), ...changed.map(({ after }) => after)]);
    return inserted;
  }

  async #derived(entity: RegistryEntity, bodies: readonly Body[]): Promise<ReadonlyMap<string, object>> {
    if (entity === 'household') return addressesOf(this.writing.tx, bodies);
    if (entity !== 'person') return new Map();
    return new Map(bodies.map((body) => [body.id, { grams: bigramsOf(String(body['name'])) }]));
  }

  async #remove({ entity, table }: RecordTable, ids: readonly string[]): Promise<void> {
    if (entity === 'unit') this.touchesUnits = true;
    await this.writing.tx.query(`delete from "${table}" where id = any($1)`, [ids]);
  }

  /** Ends the versions in force; a change cannot hold from before the one it changes. */
  async #close(entity: RegistryEntity, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { tx, change, on, takesBack = false } = this.writing;
    if (takesBack) {
      await tx.query(
        `update registry_versions set valid_to = greatest(valid_from, $3::date), closed_by = coalesce(closed_by, $4)
         where entity = $1 and id = any($2) and (valid_to is null or valid_to > $3::date)`,
        [entity, ids, on, change],
      );
      return;
    }
    const closed = await tx.query<{ id: string }>(
      `update registry_versions set valid_to = $3, closed_by = $4
       where entity = $1 and id = any($2) and valid_to is null and valid_from <= $3::date returning id`,
      [entity, ids, on, change],
    );
    if (closed.length === ids.length) return;
    const done = new Set(closed.map(({ id }) => id));
    throw new RegistryRefused(
      ids
        .filter((id) => !done.has(id))
        .map((id) => problem({ entity, id }, 'registry.backdated', `it has changed after ${on}`)),
    );
  }

  async #open({ entity, place }: RecordTable, bodies: readonly Body[]): Promise<void> {
    if (bodies.length === 0) return;
    const { tx, change, on } = this.writing;
    const rows = bodies.map((body) => ({ id: body.id, place: body[place] ?? null, body }));
    await tx.query(
      `insert into registry_versions (entity, id, place, valid_from, change, body)
       select $2, r.id, r.place, $3::date, $4, r.body from jsonb_to_recordset($1::jsonb) as r(id text, place text, body jsonb)`,
      [JSON.stringify(rows), entity, on, change],
    );
  }

  #count(entity: RegistryEntity, more: Partial<Counts>): void {
    const counts = (this.counts[entity] ??= { created: 0, changed: 0, same: 0, removed: 0 });
    for (const [name, number] of Object.entries(more)) counts[name as keyof Counts] += number;
  }
}

interface RowChanges {
  created: Body[];
  changed: { before: Body; after: Body }[];
}

const NO_PROBLEMS: readonly RegistryProblem[] = [];

/** Does one thing after the other, while whoever gives them makes the next one ready. */
class InTurn {
  #last: Promise<unknown> = Promise.resolve();

  /** Begins the next thing once the last one is done; does not wait for it. */
  async next(work: () => Promise<unknown>): Promise<void> {
    await this.#last;
    this.#last = work();
    // told to whoever asks next
    this.#last.catch(() => undefined);
  }

  async end(): Promise<void> {
    await this.#last;
  }
}

function codeTaken(entity: RegistryEntity, id: string): RegistryProblem {
  return problem({ entity, id, field: 'code' }, 'registry.code_taken', 'its code is taken by another record');
}

function refuseTwice({ entity }: RecordTable, given: readonly Body[]): void {
  const seen = new Set<string>();
  const twice = given.filter(({ id }) => seen.size === seen.add(id).size);
  if (twice.length > 0)
    throw new RegistryRefused(twice.map(({ id }) => problem({ entity, id }, 'registry.given_twice', 'given twice')));
}
