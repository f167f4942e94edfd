import type { Database, Tx } from '#libs/database';
import type { CaseStatus, Instant, JsonObject, Stored } from '#libs/engine';

import type { CaseClock } from './case-clock.types.js';
import type { CaseRecord } from './work.types.js';

/** An answer that was remembered under an idempotency key. */
export interface Remembered {
  actor: string;
  key: string;
  bodyHash: string;
  answer: JsonObject;
}

/** Names a remembered answer. */
export interface KeyOf {
  actor: string;
  key: string;
}

export interface Loaded {
  /** Locked cases with the instant read after their lock was held, never before their last entry. */
  cases: Map<string, { record: CaseRecord; at: Instant }>;
  remembered: Remembered[];
  /** The instant of the statement, for what has no case yet. */
  instant: Instant;
  /** Number of the newest edit of a stored calendar; `null` where none are stored. */
  newest: number | null;
}

/** What is asked of the load statement. `now` stands in for the database's clock in a virtual world. */
export interface LoadRequest {
  ids: readonly string[];
  keys: readonly KeyOf[];
  now: Instant | null;
  /** SQL of the newest edit of a stored calendar. Default: none are stored. */
  newestSql?: string | undefined;
}

/** A row of `cases` as it comes back. */
export interface CaseColumns {
  id: string;
  workflow: string;
  realm: string;
  version: number;
  seq: number;
  head_hash: string;
  status: CaseStatus;
  parent: string | null;
  child_id: string | null;
  child_token: string | null;
  created_at: Instant;
  changed_at: Instant;
  stuck_until: Instant | null;
  stored: Stored;
  clocks: Record<string, CaseClock>;
}

/** The columns {@link recordOf} needs. */
export const RECORD_COLUMNS = `c.id, c.workflow, c.realm, c.version, c.seq, c.head_hash, c.status, c.parent, c.child_id,
  c.child_token, c.created_at, c.changed_at, c.stuck_until, c.stored, c.clocks`;

/** SQL of the instant: the parameter in a virtual world, else the database's clock at the moment the row is delivered. */
export const INSTANT = (parameter: string): string =>
  `coalesce(${parameter}::timestamptz, date_trunc('milliseconds', clock_timestamp()))`;

const REMEMBERED = `(select jsonb_agg(jsonb_build_object('actor', i.actor, 'key', i.key, 'bodyHash', i.body_hash, 'answer', i.answer))
    from idempotency i join unnest($3::text[], $4::text[]) as k(actor, key) on i.actor = k.actor and i.key = k.key)`;

/*
 * The clock is read in the list above a subquery or materialised CTE that takes the lock, row by row: the instant is always later
 * than the lock. Everything an act needs stands in the locked row itself, because whatever else this statement reads it reads as of
 * its beginning, from before a possible wait for the lock.
 */
const loadMany = (remembered: string, newest: string): string => `
with locked as materialized (select * from cases where id = any($1::text[]) order by id for update)
select ${RECORD_COLUMNS}, ${INSTANT('$2')} as instant, ${remembered} as remembered, ${newest} as newest
from (select 1) as one left join locked c on true`;

/** The usual act: one case, at most one key. Half the planning of the general statement. */
const loadOne = (remembered: string, newest: string): string => `
select ${RECORD_COLUMNS}, ${INSTANT('$2')} as instant, ${remembered} as remembered, ${newest} as newest
from (select * from cases where id = $1 for update) c`;

const REMEMBERED_ONE = `(select json_build_array(json_build_object('actor', actor, 'key', key, 'bodyHash', body_hash, 'answer', answer))
    from idempotency where actor = $3 and key = $4)`;

interface Statements {
  many: string;
  manyWithKeys: string;
  one: string;
  oneWithKey: string;
}

/** Made once: statements stay prepared only while their text is the same. */
const statements = new Map<string, Statements>();

function statementsFor(newestSql = 'null::int'): Statements {
  const known = statements.get(newestSql);
  if (known !== undefined) return known;
  const made = {
    many: loadMany('null::json', newestSql),
    manyWithKeys: loadMany(REMEMBERED, newestSql),
    one: loadOne('null::json', newestSql),
    oneWithKey: loadOne(REMEMBERED_ONE, newestSql),
  };
  statements.set(newestSql, made);
  return made;
}

interface LoadRow extends Omit<CaseColumns, 'id'> {
  id: string | null;
  instant: Instant;
  remembered: Remembered[] | null;
  newest: number | null;
}

/** Locks cases in the order of their ids, and looks up remembered answers. */
export async function loadCases(tx: Tx, request: LoadRequest): Promise<Loaded> {
  const rows = await tx.query<LoadRow>(...statementOf(request));
  const cases: Loaded['cases'] = new Map();
  for (const row of rows) {
    if (row.id === null) continue;
    const record = recordOf({ ...row, id: row.id });
    cases.set(row.id, { record, at: later(row.instant, record.changedAt) });
  }
  return {
    cases,
    remembered: rows[0]?.remembered ?? [],
    instant: rows[0]?.instant ?? '',
    newest: rows[0]?.newest ?? null,
  };
}

function statementOf({ ids, keys, now, newestSql }: LoadRequest): [sql: string, params: unknown[]] {
  const [key] = keys;
  const { one, oneWithKey, many, manyWithKeys } = statementsFor(newestSql);
  if (ids.length === 1 && keys.length <= 1) {
    return key === undefined ? [one, [ids[0], now]] : [oneWithKey, [ids[0], now, key.actor, key.key]];
  }
  if (key === undefined) return [many, [ids, now]];
  return [manyWithKeys, [ids, now, keys.map((k) => k.actor), keys.map((k) => k.key)]];
}

/** Remembered answers alone; after a refusal they are looked up again, with a snapshot younger than the lock. */
export async function lookUpAnswers(tx: Tx, keys: readonly KeyOf[]): Promise<Remembered[]> {
  const rows = await tx.query<{ remembered: Remembered[] | null }>(
    `select ${REMEMBERED.replaceAll('$3', '$1').replaceAll('$4', '$2')} as remembered`,
    [keys.map((k) => k.actor), keys.map((k) => k.key)],
  );
  return rows[0]?.remembered ?? [];
}

/** One case without locking it. */
export async function readRecord(source: Tx | Database, caseId: string): Promise<CaseRecord | null> {
  const rows = await source.query<CaseColumns>(`select ${RECORD_COLUMNS} from cases c where c.id = $1`, [caseId]);
  return rows[0] === undefined ? null : recordOf(rows[0]);
}

export function recordOf(row: CaseColumns): CaseRecord {
  return {
    id: row.id,
    workflow: row.workflow,
    realm: row.realm,
    version: row.version,
    seq: row.seq,
    headHash: row.head_hash,
    status: row.status,
    parent: row.parent === null ? null : { case: row.parent, child: row.child_id ?? '', token: row.child_token ?? '' },
    createdAt: row.created_at,
    changedAt: row.changed_at,
    stuckUntil: row.stuck_until,
    stored: row.stored,
    clocks: row.clocks,
  };
}

/** Instants are texts of one length in UTC: the later one is the greater one. */
export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
