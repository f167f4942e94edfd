import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import { LIST_COLUMNS, listRows, ON_LISTED, type ListRow } from './list-index.sql.js';
import { nextDueOf, projectionChange, type ProjectionChange } from './rows.rules.js';
import type { CaseWork, World } from './work.types.js';
import type { MeasuredCase } from './measured-case.rules.js';
import { measuredParts, onlyMeasured, type Part } from './write-measured.sql.js';

/** An answer to be remembered under its idempotency key. */
export interface AnswerRow {
  actor: string;
  key: string;
  bodyHash: string;
  answer: unknown;
  at: Instant;
}

/** Everything one transaction writes. */
export interface Writing {
  works: readonly CaseWork[];
  /** Cases of which only the clocks are in hand. */
  measured: readonly MeasuredCase[];
  answers: readonly AnswerRow[];
  /** Instant of the transaction, for `recorded_at`. */
  at: Instant;
}

const CASE_COLUMNS = [
  'version int',
  'seq int',
  'head_hash text',
  'status text',
  'stage text',
  'visibility text',
  'title text',
  'unit text',
  'category text',
  'policy text',
  'definition int',
  'changed_at timestamptz',
  'next_due_at timestamptz',
  'stuck_until timestamptz',
  'realm text',
  'stored json',
  'clocks json',
];
const CASE_ORIGIN = [
  'id text',
  'workflow text',
  'parent text',
  'child_id text',
  'child_token text',
  'created_at timestamptz',
];
const nameOf = (column: string): string => column.slice(0, column.indexOf(' '));
const typeOf = (column: string): string => column.slice(column.indexOf(' ') + 1);

/*
 * `json`, not `jsonb`: PostgreSQL then keeps the text as it is, with its keys in canonical order, and a chart that looks at the
 * order of keys sees the same one live and when its journal is replayed.
 */

/**
 * Writes everything in one statement: every table is a part of one writable CTE, and only parts with rows are there. So an act
 * is one round trip, and the statements are few enough to stay prepared. Answers the number of the newest edit of a stored calendar
 * as this statement saw it, later than any lock the transaction had to wait for.
 */
export async function writeAll(tx: Tx, world: World, writing: Writing): Promise<number | null> {
  const changed = writing.works.filter((work) => work.entries.length > 0 && !work.isOnlyMeasured);
  const parts = partsOf(world, writing, await listRows(tx, world, changed));
  if (parts.length === 0) return null;
  const params: unknown[] = [];
  const ctes = parts.map((part, index) => {
    const sql = part.sql.replaceAll('?', () => `$${String(params.push(null))}`);
    return { name: `p${String(index)}`, sql };
  });
  const values = parts.flatMap((part) => part.params);
  const newest = world.grounds.source?.newestSql ?? 'null::int';
  const [row] = await tx.query<{ newest: number | null }>(
    `with ${ctes.map(({ name, sql }) => `${name} as (${sql})`).join(',\n')}\nselect ${newest} as newest`,
    values,
  );
  return row?.newest ?? null;
}

function partsOf(world: World, { works, measured, answers, at }: Writing, listed: ListRow[]): Part[] {
  const changed = works.filter((work) => work.entries.length > 0 && !work.isOnlyMeasured);
  const clocked = [...measured, ...works.filter((work) => work.isOnlyMeasured).map(onlyMeasured)];
  const projections = changed.map((work) => ({ id: work.id, work, change: projectionChange(world, work) }));
  return [
    ...casesParts(changed),
    ...measuredParts(clocked, at),
    ...insert(`case_list | ${ON_LISTED}`, LIST_COLUMNS, listed),
    ...insert(
      'journal',
      JOURNAL,
      changed.flatMap((work) => journalRows(work, at)),
    ),
    ...insert('outbox', OUTBOX, works.flatMap(outboxRows)),
    ...insert('texts', TEXTS, changed.flatMap(textRows)),
    ...insert('case_links | on conflict do nothing', LINKS, changed.flatMap(linkRows)),
    ...deskParts(projections),
    ...clockParts(projections),
    ...partyParts(projections),
    ...lookupParts(projections),
    ...insert('idempotency', ANSWERS, answers.map(answerRow)),
  ];
}

interface Projected {
  id: string;
  work: CaseWork;
  change: ProjectionChange;
}

/** `into` is the table, and after a bar what to do on a conflict. */
function insert(into: string, columns: string[], rows: unknown[]): Part[] {
  if (rows.length === 0) return [];
  const [table = '', conflict = ''] = into.split(' | ');
  const names = columns.map(nameOf).join(', ');
  const sql = `insert into ${table} (${names}) select ${names} from json_to_recordset(?::json) as x(${columns.join(', ')}) ${conflict}`;
  return [{ sql, params: [JSON.stringify(rows)] }];
}

/** Values of the columns of {@link CASE_COLUMNS}, in their order. */
function caseValues({ now, summary }: CaseWork): Record<string, unknown> {
  return {
    version: now.version,
    seq: now.seq,
    head_hash: now.headHash,
    status: now.status,
    stage: summary.stage,
    visibility: summary.visibility,
    title: summary.title,
    unit: summary.unit,
    category: summary.category ?? null,
    policy: now.stored.policy,
    definition: now.stored.definition,
    changed_at: now.changedAt,
    next_due_at: nextDueOf(now),
    stuck_until: now.stuckUntil,
    realm: now.realm,
    stored: now.stored,
    clocks: now.clocks,
  };
}

function casesParts(works: CaseWork[]): Part[] {
  const fresh = works.filter((work) => work.before === null);
  const known = works.filter((work) => work.before !== null);
  const origins = fresh.map((work) => ({
    ...caseValues(work),
    id: work.id,
    workflow: work.now.workflow,
    parent: work.now.parent?.case ?? null,
    child_id: work.now.parent?.child ?? null,
    child_token: work.now.parent?.token ?? null,
    created_at: work.now.createdAt,
  }));
  return [...insert('cases', [...CASE_ORIGIN, ...CASE_COLUMNS], origins), ...updateCases(known)];
}

function updateCases(works: CaseWork[]): Part[] {
  const [only] = works;
  if (only === undefined) return [];
  if (works.length === 1) {
    // the usual case, with plain parameters: the planner then sees one row and takes the index
    const set = CASE_COLUMNS.map((column) => `${nameOf(column)} = ?::${typeOf(column)}`).join(', ');
    return [{ sql: `update cases set ${set} where id = ?`, params: [...Object.values(caseValues(only)), only.id] }];
  }
  const set = CASE_COLUMNS.map((column) => `${nameOf(column)} = x.${nameOf(column)}`).join(', ');
  const columns = ['id text', ...CASE_COLUMNS].join(', ');
  const rows = works.map((work) => ({ id: work.id, ...caseValues(work) }));
  return [
    {
      sql: `update cases c set ${set} from json_to_recordset(?::json) as x(${columns}) where c.id = x.id and c.id = any(?::text[])`,
      params: [JSON.stringify(rows), works.map((work) => work.id)],
    },
  ];
}

const JOURNAL = [
  'case_id text',
  'seq int',
  'at timestamptz',
  'recorded_at timestamptz',
  'kind text',
  'by jsonb',
  'body json',
  'prev_hash text',
  'hash text',
];

function journalRows({ entries }: CaseWork, recordedAt: Instant): unknown[] {
  return entries.map(({ caseId, prevHash, ...entry }) => ({
    ...entry,
    case_id: caseId,
    prev_hash: prevHash,
    recorded_at: recordedAt,
  }));
}

const OUTBOX = [
  'id text',
  'case_id text',
  'workflow text',
  'realm text',
  'seq int',
  'n int',
  'at timestamptz',
  'kind text',
  'name text',
  'payload json',
  'status text',
  'attempts int',
  'next_at timestamptz',
];

function outboxRows({ outbox }: CaseWork): unknown[] {
  return outbox.map(({ caseId, ...row }) => ({
    ...row,
    case_id: caseId,
    kind: row.payload.kind,
    status: 'pending',
    attempts: 0,
    next_at: row.at,
  }));
}

const TEXTS = ['id text', 'case_id text', 'salt text', 'digest text', 'body text', 'created_at timestamptz'];

function textRows({ texts }: CaseWork): unknown[] {
  return texts.map(({ id, caseId, salt, digest, body, at }) => ({
    id,
    case_id: caseId,
    salt,
    digest,
    body,
    created_at: at,
  }));
}

const LINKS = ['case_id text', 'target text', 'relation text', 'since timestamptz'];

function linkRows({ id, links }: CaseWork): unknown[] {
  return links.map((link) => ({ ...link, case_id: id }));
}

const DESK = [
  'case_id text',
  'seq int',
  'n int',
  'state text',
  'label jsonb',
  'acts jsonb',
  'who jsonb',
  'role text',
  'unit text',
  'persons text[]',
  'excluded text[]',
  'clock text',
  'due_at timestamptz',
  'since timestamptz',
];

function deskParts(projected: Projected[]): Part[] {
  const changed = projected.filter(({ change }) => change.desk !== null);
  const known = changed.filter(({ work }) => work.before !== null).map(({ id }) => id);
  const rows = changed.flatMap(({ work, change }) =>
    (change.desk ?? []).map(({ dueAt, ...row }, n) => ({
      ...row,
      case_id: work.id,
      seq: work.now.seq,
      n,
      due_at: dueAt,
      since: work.now.changedAt,
    })),
  );
  // rows carry the number of the journal entry, so the new ones never meet the ones that are deleted
  const removal =
    known.length === 0 ? [] : [{ sql: `delete from desk where case_id = any(?::text[])`, params: [known] }];
  return [...removal, ...insert('desk', DESK, rows)];
}

const CLOCKS = [
  'case_id text',
  'clock text',
  'name text',
  'calendar text',
  'calendar_unit text',
  'calendar_version int',
  'calendar_epoch int',
  'state text',
  'armed_at timestamptz',
  'due_at timestamptz',
  'next_at timestamptz',
];

function clockParts(projected: Projected[]): Part[] {
  const removed = projected.flatMap(({ id, change }) => change.clocks.removed.map(({ clock }) => ({ id, clock })));
  const rows = projected.flatMap(({ id, change }) =>
    change.clocks.written.map(({ armedAt, dueAt, nextAt, calendarUnit, calendarVersion, calendarEpoch, ...row }) => ({
      ...row,
      calendar_unit: calendarUnit,
      calendar_version: calendarVersion,
      calendar_epoch: calendarEpoch,
      case_id: id,
      armed_at: armedAt,
      due_at: dueAt,
      next_at: nextAt,
    })),
  );
  const set = CLOCKS.slice(2).map((column) => `${nameOf(column)} = excluded.${nameOf(column)}`);
  return [
    ...remove(
      'case_clocks',
      ['case_id', 'clock'],
      removed.map(({ id, clock }) => [id, clock]),
    ),
    ...insert(`case_clocks | on conflict (case_id, clock) do update set ${set.join(', ')}`, CLOCKS, rows),
  ];
}

function partyParts(projected: Projected[]): Part[] {
  const removed = projected.flatMap(({ id, change }) =>
    change.parties.removed.map(({ relation, kind, subject }) => [id, relation, kind, subject]),
  );
  const rows = projected.flatMap(({ id, change }) => change.parties.written.map((row) => ({ ...row, case_id: id })));
  return [
    ...remove('case_parties', ['case_id', 'relation', 'kind', 'subject'], removed),
    ...insert('case_parties', ['case_id text', 'relation text', 'kind text', 'subject text'], rows),
  ];
}

function lookupParts(projected: Projected[]): Part[] {
  const removed = projected.flatMap(({ id, change }) =>
    change.lookups.removed.map(({ key, value }) => [id, key, value]),
  );
  const columns = ['case_id text', 'key text', 'value text', 'realm text', 'workflow text', 'is_unique boolean'];
  const rows = projected.flatMap(({ id, work, change }) =>
    change.lookups.written.map(({ key, value, isUnique }) => ({
      case_id: id,
      key,
      value,
      realm: work.now.realm,
      workflow: work.now.workflow,
      is_unique: isUnique,
    })),
  );
  return [...remove('case_lookups', ['case_id', 'key', 'value'], removed), ...insert('case_lookups', columns, rows)];
}

/** Deletes rows by the values of their key columns. */
function remove(table: string, columns: string[], keys: string[][]): Part[] {
  if (keys.length === 0) return [];
  const list = columns.map(() => '?::text[]').join(', ');
  const sql = `delete from ${table} where (${columns.join(', ')}) in (select * from unnest(${list}))`;
  return [{ sql, params: columns.map((_, index) => keys.map((key) => key[index] ?? '')) }];
}

const ANSWERS = ['actor text', 'key text', 'body_hash text', 'answer jsonb', 'at timestamptz'];

function answerRow({ bodyHash, ...row }: AnswerRow): unknown {
  return { ...row, body_hash: bodyHash };
}
