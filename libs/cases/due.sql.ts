import { PRESENT, type Database, type Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import type { CalendarEdit } from './calendars.types.js';
import type { CaseClocks } from './case-clock.types.js';
import { INSTANT } from './load.sql.js';
import type { ClockedCase } from './measured-case.rules.js';

/** Which part of a world, and its clock: `now` is `null` where the database's clock is the clock. */
export interface Hands {
  realm: string;
  now: Instant | null;
  limit: number;
}

/** Not set aside for a while because its workflow failed. */
const UNSTUCK = (now: string): string => `(c.stuck_until is null or c.stuck_until <= ${PRESENT(now)})`;

/**
 * Locks cases on which something is due, earliest first. Those that somebody else has in hand are passed by: another worker fires
 * them, or the act that holds them.
 */
export async function takeDue(tx: Tx, { realm, now, limit }: Hands): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select c.id from cases c
     where c.realm = $1 and c.next_due_at <= ${PRESENT('$2')} and ${UNSTUCK('$2')}
     order by c.next_due_at, c.id limit $3 for update skip locked`,
    [realm, now, limit],
  );
  return rows.map(({ id }) => id);
}

/** Next instant at which something of a realm is due; `null` when nothing runs. */
export async function nextDue(database: Database, realm: string): Promise<Instant | null> {
  const [row] = await database.query<{ at: Instant | null }>(
    `select least(
       (select next_due_at from cases where realm = $1 and next_due_at is not null
          and (stuck_until is null or stuck_until <= next_due_at) order by next_due_at limit 1),
       (select min(stuck_until) from cases where realm = $1 and stuck_until > next_due_at)) as at`,
    [realm],
  );
  return row?.at ?? null;
}

/** Cases with a clock that has not seen an edit that concerns it. */
export interface Unmeasured {
  edit: Pick<CalendarEdit, 'epoch' | 'name' | 'unit'>;
  /** The edited unit and those above it; empty for the installation. */
  lineage: readonly string[];
  /** Cases up to this id were looked at. */
  after: string;
}

/** Of a clock `k`; the parameters from this one on are those of {@link editParams}. */
const UNMEASURED = (from: number): string => {
  const [name, epoch, unit, lineage] = [0, 1, 2, 3].map((n) => `$${String(from + n)}`);
  return `k.calendar = ${name} and coalesce(k.calendar_epoch, 0) < ${epoch}
  and case when ${unit}::text is null then k.calendar_unit is null
      else (k.calendar_unit is null or k.calendar_unit = any(${lineage}::text[]))
        and exists (select from case_list l where l.case_id = k.case_id and l.places @> array[${unit}::text]) end`;
};

const editParams = ({ edit, lineage }: Omit<Unmeasured, 'after'>): unknown[] => [
  edit.name,
  edit.epoch,
  edit.unit,
  lineage,
];

/** Whether any clock at all has not seen an edit. Reads clocks alone: most of the time there is none, and that is soon said. */
export async function isAnyUnmeasured(tx: Tx, query: Omit<Unmeasured, 'after'>): Promise<boolean> {
  const [row] = await tx.query<{ isAny: boolean }>(
    `select exists (select from case_clocks k where ${UNMEASURED(1)}) as "isAny"`,
    editParams(query),
  );
  return row?.isAny === true;
}

/** Cases with clocks to be measured anew, locked, with what that needs and the instant after the lock. */
export interface TakenClocks {
  cases: Omit<ClockedCase, 'digest'>[];
  at: Instant | null;
  /** Number of the newest edit of a stored calendar; `null` where none are stored. */
  newest: number | null;
}

interface TakenRow extends Omit<ClockedCase, 'digest' | 'clocks'> {
  clocks: string;
  instant: Instant;
  newest: number | null;
}

/*
 * The state of a case is not read: it stays as it is, and it is most of the row. Clocks come as text, because a case stands here once
 * for each of its clocks.
 */
const TAKE = (newestSql: string): string => `
with taken as materialized (
  select c.id, c.workflow, c.realm, c.version, c.seq, c.head_hash, c.status, c.changed_at, c.stuck_until, c.stage, c.unit, c.visibility,
    c.clocks::text as clocks
  from case_clocks k join cases c on c.id = k.case_id
  where k.case_id > $3 and c.id > $3 and c.realm = $1 and ${UNMEASURED(4)} and ${UNSTUCK('$2')}
  order by k.case_id limit $8 for update of c skip locked)
select distinct on (id) id, workflow, realm, version, seq, head_hash as "headHash", status, changed_at as "changedAt",
  stuck_until as "stuckUntil", stage, unit, visibility, clocks, ${INSTANT('$2')} as instant, ${newestSql} as newest
from taken order by id`;

/** Locks the next cases that have to be measured anew, in the order of their ids, passing by those that somebody has in hand. */
export async function takeUnmeasured(
  tx: Tx,
  query: Unmeasured,
  { realm, now, limit, newestSql = 'null::int' }: Hands & { newestSql?: string | undefined },
): Promise<TakenClocks> {
  const params = [realm, now, query.after, ...editParams(query), limit];
  const rows = await tx.query<TakenRow>(TAKE(newestSql), params);
  const last = rows.at(-1);
  return {
    cases: rows.map(({ instant: _, newest: __, clocks, ...row }) => ({
      ...row,
      clocks: JSON.parse(clocks) as CaseClocks,
    })),
    at: last?.instant ?? null,
    newest: last?.newest ?? null,
  };
}

/**
 * Fingerprints of states, as the entries with these numbers carry them. To be read after the cases are locked: the entry may have
 * been written while the lock was waited for.
 */
export async function digestsOf(
  tx: Tx,
  heads: readonly { id: string; seq: number }[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; digest: string | null }>(
    `select j.case_id as id, j.body->>'digest' as digest from unnest($1::text[], $2::int[]) as x(id, seq)
     join journal j on j.case_id = x.id and j.seq = x.seq`,
    [heads.map(({ id }) => id), heads.map(({ seq }) => seq)],
  );
  return new Map(rows.flatMap(({ id, digest }) => (digest === null ? [] : [[id, digest] as const])));
}

/** How many clocks an edit would concern, and some of their cases. */
export async function unmeasured(
  tx: Tx,
  query: Unmeasured,
  hands: Hands,
): Promise<{ clocks: number; cases: string[] }> {
  const [row] = await tx.query<{ clocks: number; cases: string[] | null }>(
    `select count(*)::int as clocks,
       (array_agg(distinct k.case_id) filter (where k.rank <= $8)) as cases
     from (select k.case_id, row_number() over (order by k.due_at nulls last, k.case_id) as rank
           from case_clocks k join cases c on c.id = k.case_id
           where k.case_id > $3 and c.realm = $1 and ${UNMEASURED(4)} and ${UNSTUCK('$2')}) k`,
    [hands.realm, hands.now, query.after, ...editParams(query), hands.limit],
  );
  return { clocks: row?.clocks ?? 0, cases: row?.cases ?? [] };
}

/** Where cases stand in the tree, by their unit, as lists know it. */
export async function lineagesOf(tx: Tx, ids: readonly string[]): Promise<[string, string[]][]> {
  const rows = await tx.query<{ unit: string; places: string[] }>(
    `select distinct on (unit) unit, places from case_list where case_id = any($1::text[]) and places is not null`,
    [ids],
  );
  return rows.map(({ unit, places }) => [unit, places]);
}
