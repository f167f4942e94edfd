import type { Database } from '#libs/database';

/*
 * The opponent: what an act writes, written by hand with the plain driver. One transaction locks the case's row, updates it with
 * as much JSON, inserts a journal entry, writes a clock, puts an effect into the outbox and remembers the answer. It decides,
 * checks and hashes nothing.
 */

/** Runs one prepared statement of an open transaction. */
export type Run = (name: string, sql: string, params: unknown[]) => Promise<{ rows: unknown[] }>;

/** What one real act has written, as texts. */
export interface Written {
  stored: string;
  clocks: string;
  entry: string;
  by: string;
  effect: string;
  effectName: string;
  answer: string;
  hash: string;
}

const LOCK = `select version, seq, stored, clocks from cases where id = $1 for update`;
const UPDATE = `update cases set version = $2, seq = $3, head_hash = $4, stored = $5, clocks = $6, changed_at = clock_timestamp(),
  next_due_at = clock_timestamp() + interval '3 days' where id = $1`;
const JOURNAL = `insert into journal (case_id, seq, at, recorded_at, kind, by, body, prev_hash, hash)
  values ($1, $2, clock_timestamp(), clock_timestamp(), 'act', $3, $4, $5, $5)`;
const CLOCK = `insert into case_clocks (case_id, clock, name, calendar, state, armed_at, due_at, next_at)
  values ($1, 'bench', 'bench', 'office', 'running', clock_timestamp(), clock_timestamp(), clock_timestamp())
  on conflict (case_id, clock) do update set state = excluded.state, armed_at = excluded.armed_at, due_at = excluded.due_at,
  next_at = excluded.next_at`;
const OUTBOX = `insert into outbox (id, case_id, workflow, realm, seq, n, at, kind, name, payload, status, attempts, next_at)
  values ($1, $2, 'issue', 'bare', $3, 0, clock_timestamp(), 'perform', $4, $5, 'pending', 0, clock_timestamp())`;
const ANSWER = `insert into idempotency (actor, key, body_hash, answer, at) values ('bare', $1, $2, $3, clock_timestamp())`;

/** Writes one act's worth of rows inside an open transaction; `key` has never been used before. */
export async function bareAct(run: Run, { caseId, key, written }: { caseId: string; key: string; written: Written }) {
  const { rows } = await run('lock', LOCK, [caseId]);
  const { version, seq } = rows[0] as { version: number; seq: number };
  const { stored, clocks, entry, by, effect, effectName, answer, hash } = written;
  await run('update', UPDATE, [caseId, version + 1, seq + 1, hash, stored, clocks]);
  await run('journal', JOURNAL, [caseId, seq + 1, by, entry, hash]);
  await run('clock', CLOCK, [caseId]);
  await run('outbox', OUTBOX, [key, caseId, seq + 1, effectName, effect]);
  await run('answer', ANSWER, [key, hash, answer]);
}

/** Reads what the last act on a case has written. */
export async function writtenBy(database: Database, caseId: string): Promise<Written> {
  const [row] = await database.query<Written>(
    `select c.stored::text as stored, c.clocks::text as clocks, j.body::text as entry, j.by::text as by, j.hash,
       o.payload::text as effect, o.name as "effectName", i.answer::text as answer
     from cases c join journal j on j.case_id = c.id and j.seq = c.seq join outbox o on o.case_id = c.id and o.seq = c.seq
     join idempotency i on i.answer ->> 'caseId' = c.id where c.id = $1 limit 1`,
    [caseId],
  );
  if (row === undefined) throw new Error('the act wrote no journal entry, effect or answer');
  return row;
}
