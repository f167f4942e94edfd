import type { Database } from '#libs/database';

/*
 * The opponent: the same rows written by hand with the plain driver. One transaction locks the case's row, updates it with as
 * much JSON, inserts a journal entry, writes the two clocks, keeps the text, puts the effect into the outbox, replaces the rows
 * of the desk and remembers the answer. It decides, checks, parses and hashes nothing.
 */

/** Runs one prepared statement of an open transaction. */
export type Run = (name: string, sql: string, params: unknown[]) => Promise<{ rows: unknown[] }>;

/** What one real act has written, as texts. */
export interface Written {
  stored: string;
  clocks: string;
  entry: string;
  by: string;
  hash: string;
  effect: string;
  effectName: string;
  answer: string;
  text: string;
  label: string;
  acts: string;
  who: string;
}

const LOCK = `select version, seq, stored, clocks from cases where id = $1 for update`;
const UPDATE = `update cases set version = $2, seq = $3, head_hash = $4, stored = $5, clocks = $6, changed_at = clock_timestamp(),
  next_due_at = clock_timestamp() + interval '3 days' where id = $1`;
const JOURNAL = `insert into journal (case_id, seq, at, recorded_at, kind, by, body, prev_hash, hash)
  values ($1, $2, clock_timestamp(), clock_timestamp(), 'act', $3, $4, $5, $5)`;
const CLOCKS = `insert into case_clocks (case_id, clock, name, calendar, state, armed_at, due_at, next_at)
  values ($1, 'bench-1', 'bench', 'office', 'paused', clock_timestamp(), null, null),
    ($1, 'bench-2', 'bench', 'office', 'running', clock_timestamp(), clock_timestamp(), clock_timestamp())
  on conflict (case_id, clock) do update set state = excluded.state, armed_at = excluded.armed_at, due_at = excluded.due_at,
  next_at = excluded.next_at`;
const TEXT = `insert into texts (id, case_id, salt, digest, body, created_at) values ($1, $2, $3, $3, $4, clock_timestamp())`;
const OUTBOX = `insert into outbox (id, case_id, workflow, realm, seq, n, at, kind, name, payload, status, attempts, next_at)
  values ($1, $2, 'issue', 'bare', $3, 0, clock_timestamp(), 'perform', $4, $5, 'pending', 0, clock_timestamp())`;
const CLEARING = `delete from desk where case_id = $1`;
const DESK = `insert into desk (case_id, seq, n, state, label, acts, who, role, unit, persons, excluded, clock, due_at, since)
  values ($1, $2, 0, 'bench', $3, $4, $5, 'coordinator', 'bench', null, '{}', 'bench-1', clock_timestamp(), clock_timestamp()),
    ($1, $2, 1, 'bench', $3, $4, $5, null, 'bench', '{bench}', '{}', 'bench-2', clock_timestamp(), clock_timestamp())`;
const ANSWER = `insert into idempotency (actor, key, body_hash, answer, at) values ('bare', $1, $2, $3, clock_timestamp())`;

/** Writes one act's worth of rows inside an open transaction; `key` has never been used before. */
export async function bareAct(run: Run, { caseId, key, written }: { caseId: string; key: string; written: Written }) {
  const { rows } = await run('lock', LOCK, [caseId]);
  const { version, seq } = rows[0] as { version: number; seq: number };
  const { stored, clocks, entry, by, effect, effectName, answer, hash, text, label, acts, who } = written;
  await run('update', UPDATE, [caseId, version + 1, seq + 1, hash, stored, clocks]);
  await run('journal', JOURNAL, [caseId, seq + 1, by, entry, hash]);
  await run('clocks', CLOCKS, [caseId]);
  await run('text', TEXT, [key, caseId, hash, text]);
  await run('outbox', OUTBOX, [key, caseId, seq + 1, effectName, effect]);
  await run('clearing', CLEARING, [caseId]);
  await run('desk', DESK, [caseId, seq + 1, label, acts, who]);
  await run('answer', ANSWER, [key, hash, answer]);
}

/** Reads what the last act on a case has written. */
export async function writtenBy(database: Database, caseId: string): Promise<Written> {
  const [row] = await database.query<Written>(
    `select c.stored::text as stored, c.clocks::text as clocks, j.body::text as entry, j.by::text as by, j.hash,
       o.payload::text as effect, o.name as "effectName", i.answer::text as answer, t.body as text, d.label::text as label,
       d.acts::text as acts, d.who::text as who
     from cases c join journal j on j.case_id = c.id and j.seq = c.seq join outbox o on o.case_id = c.id and o.seq = c.seq
     join idempotency i on i.answer ->> 'caseId' = c.id join texts t on t.case_id = c.id
     join desk d on d.case_id = c.id and d.seq = c.seq where c.id = $1 order by t.created_at desc limit 1`,
    [caseId],
  );
  if (row === undefined) throw new Error('the act wrote no journal entry, effect, text, desk or answer');
  return row;
}
