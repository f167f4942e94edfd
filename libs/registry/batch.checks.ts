import type { Tx } from '#libs/database';

import type { Difference } from './change.writer.js';
import { problem } from './drafts.rules.js';
import { bodyColumns, tableOf } from './record.tables.js';
import type { Body, RecordTable } from './record.tables.js';
import type { OwnershipRecord, Period, RegistryEntity, RegistryProblem } from './registry.vocabulary.js';
import { overlapping, sharesExceed } from './periods.rules.js';

/** The record and the field that name another record. */
interface Naming {
  entity: RegistryEntity;
  id: string;
  field: string;
}

/** Records named by what a change writes, with the one that names them: they must exist when the change is done. */
export class References {
  readonly #named = new Map<RegistryEntity, Map<string, Naming>>();

  /** Notes whom the changed fields of these records name. */
  note({ entity, refers }: RecordTable, differences: readonly Difference[]): void {
    for (const { before, after } of differences) {
      if (after === null) continue;
      for (const [field, target] of Object.entries(refers)) {
        const id = after[field];
        if (typeof id !== 'string' || before?.[field] === id) continue;
        const named = this.#named.get(target) ?? new Map<string, Naming>();
        this.#named.set(target, named);
        if (!named.has(id)) named.set(id, { entity, id: after.id, field });
      }
    }
  }

  /** One problem for each name that nothing answers to. */
  async problems(tx: Tx): Promise<RegistryProblem[]> {
    const problems: RegistryProblem[] = [];
    for (const [target, named] of this.#named) {
      const rows = await tx.query<{ id: string }>(`select id from "${tableOf(target).table}" where id = any($1)`, [
        [...named.keys()],
      ]);
      const found = new Set(rows.map(({ id }) => id));
      for (const [id, by] of named)
        if (!found.has(id)) problems.push(problem(by, 'registry.reference_unknown', `${by.field} ${id} is not known`));
    }
    return problems;
  }
}

/** A loop over an index: while a table grows within an import, its statistics would have it read from end to end. */
const bodiesAt = (tx: Tx, table: RecordTable, [field, ids]: readonly [string, readonly string[]]) =>
  tx.query<Body & Period>(
    `select ${bodyColumns(table, 'r')} from unnest($1::text[]) k(key)
       cross join lateral (select * from "${table.table}" where "${field}" = k.key offset 0) r`,
    [ids],
  );

/** Owners' shares of a flat never add up to more than the whole of it, on any day. */
export async function shareProblems(tx: Tx, premises: readonly string[]): Promise<RegistryProblem[]> {
  if (premises.length === 0) return [];
  const rows = (await bodiesAt(tx, tableOf('ownership'), ['premises', premises])) as unknown as OwnershipRecord[];
  return [...Map.groupBy(rows, (row) => row.premises)].flatMap(([id, ownerships]) => {
    const last = ownerships.at(-1);
    if (last === undefined || !sharesExceed(ownerships)) return [];
    const at = { entity: 'ownership', id: last.id, field: 'share' } as const;
    return [problem(at, 'registry.shares_exceed', `the shares of ${id} add up to more than the whole`)];
  });
}

/** A household has one delegate at a time. */
export async function delegateProblems(tx: Tx, households: readonly string[]): Promise<RegistryProblem[]> {
  if (households.length === 0) return [];
  const rows = await bodiesAt(tx, tableOf('delegate'), ['household', households]);
  return [...Map.groupBy(rows, (row) => row['household'])].flatMap(([, delegates]) =>
    overlapping(delegates).map(({ id }) =>
      problem({ entity: 'delegate', id, field: 'from' }, 'registry.period_overlaps', 'another delegate is in force'),
    ),
  );
}
