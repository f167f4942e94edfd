import { isDeepStrictEqual } from 'node:util';

import type { Tx } from '#libs/database';

import { lockedBodies } from './change.writer.js';
import type { Difference } from './change.writer.js';
import { problem } from './drafts.rules.js';
import { tableOf } from './record.tables.js';
import type { Body } from './record.tables.js';
import { RegistryRefused } from './registry.vocabulary.js';
import type { LocalDate, RegistryEntity } from './registry.vocabulary.js';

/** A version that a change opened or closed. */
export interface TouchedVersion {
  seq: number;
  entity: RegistryEntity;
  id: string;
  change: string;
  closedBy: string | null;
  body: Body;
  /** Day from which the change holds. */
  on: LocalDate;
}

/** Versions the change opened, and those it closed. */
export async function versionsOfChange(tx: Tx, change: string): Promise<TouchedVersion[]> {
  return tx.query<TouchedVersion>(
    `select v.seq, v.entity, v.id, v.change, v.closed_by as "closedBy", v.body, c.on_date as "on"
     from registry_changes c join registry_versions v on v.change = c.id or v.closed_by = c.id where c.id = $1 order by v.seq`,
    [change],
  );
}

type Differences = Map<RegistryEntity, Difference[]>;

/** What taking a change back comes to: records that get their old bodies again, and records that were new. */
export interface Undoing {
  restored: Differences;
  removed: Differences;
}

/** What the change left of a record, and what was there before it. */
function sidesOf(change: string, versions: readonly TouchedVersion[]): Difference {
  return {
    before: versions.findLast((one) => one.change === change && one.closedBy !== change)?.body ?? null,
    after: versions.find((one) => one.change !== change)?.body ?? null,
  };
}

/** @throws RegistryRefused with the records that are not as the change left them. */
export async function undoneBodies(tx: Tx, change: string, versions: readonly TouchedVersion[]): Promise<Undoing> {
  const undoing: Undoing = { restored: new Map(), removed: new Map() };
  const problems = [];
  for (const [entity, touched] of Map.groupBy(versions, (one) => one.entity)) {
    const records = Map.groupBy(touched, ({ id }) => id);
    const now = await lockedBodies(tx, tableOf(entity), [...records.keys()]);
    for (const [id, own] of records) {
      const sides = sidesOf(change, own);
      if (!isDeepStrictEqual(now.get(id) ?? null, sides.before))
        problems.push(problem({ entity, id }, 'registry.changed_since', 'it has changed since'));
      const into = sides.after === null ? undoing.removed : undoing.restored;
      if (sides.before === null && sides.after === null) continue;
      const list = into.get(entity) ?? [];
      list.push(sides);
      into.set(entity, list);
    }
  }
  if (problems.length > 0) throw new RegistryRefused(problems);
  await refuseInUse(tx, undoing.removed);
  return undoing;
}

/** New records that others, written later, have come to refer to: `[named, by, field]`. */
const USES: readonly (readonly [RegistryEntity, RegistryEntity, string])[] = [
  ['unit', 'unit', 'parent'],
  ['unit', 'person', 'unit'],
  ['unit', 'household', 'stairwell'],
  ['unit', 'premises', 'building'],
  ['unit', 'office', 'unit'],
  ['household', 'person', 'household'],
  ['household', 'delegate', 'household'],
  ['premises', 'ownership', 'premises'],
  ['premises', 'household', 'premises'],
  ['person', 'office', 'person'],
  ['person', 'ownership', 'person'],
  ['person', 'delegate', 'person'],
  ['person', 'authorisation', 'agent'],
  ['matter', 'duty', 'matter'],
  ['matter', 'matter', 'parent'],
];

async function refuseInUse(tx: Tx, removed: Differences): Promise<void> {
  const problems = [];
  for (const [named, by, field] of USES) {
    const ids = (removed.get(named) ?? []).map(({ before }) => before?.id ?? '');
    if (ids.length === 0) continue;
    const { table, fields } = tableOf(by);
    const going = (removed.get(by) ?? []).map(({ before }) => before?.id ?? '');
    const rows = await tx.query<{ named: string; id: string }>(
      `select "${fields[field]?.column ?? ''}" as named, id from "${table}"
       where "${fields[field]?.column ?? ''}" = any($1) and not id = any($2) limit 100`,
      [ids, going],
    );
    problems.push(
      ...rows.map((row) =>
        problem({ entity: named, id: row.named }, 'registry.changed_since', `${by} ${row.id} refers to it`),
      ),
    );
  }
  if (problems.length > 0) throw new RegistryRefused(problems);
}
