import type { Instant } from '#libs/engine';
import type { Tx } from '#libs/database';

import type { BallotId, Channel, EntryCode, PaperState } from './ballots.vocabulary.js';

/** What the statement makes of one paper, before it has a code of the catalogue. */
export const CAST_VERDICTS = [
  'unknown',
  'not_entitled',
  'repeated',
  'not_open',
  'closed',
  'nothing_cast',
  'already_cast',
  'wrong_receipt',
  'receipt_used',
  'key_reused',
] as const;
export type CastVerdict = (typeof CAST_VERDICTS)[number];

/** One paper on its way into the table; a withdrawal is one, too. */
export interface CastItem {
  ballot: BallotId;
  entry: EntryCode;
  caster: string;
  by: string | null;
  witness: string | null;
  file: string | null;
  channel: Channel;
  /** JSON, for named ballots. */
  choice: string | null;
  envelope: Buffer | null;
  tracker: string | null;
  lock: string;
  /** Lock of the paper in force that this one replaces. */
  replaces: string | null;
  key: string;
  /** Keyed hash of what is asked for. */
  request: string | null;
  withdraws: boolean;
}

export interface CastRow {
  /** `null`: written. */
  verdict: CastVerdict | null;
  /** Of the paper that stands now: the one written, or the one that was there. */
  revision: number | null;
  castAt: Instant | null;
  state: PaperState | null;
  channel: Channel | null;
  caster: string | null;
}

// A ballot that has just opened is planned for while it has no paper: without this, every cast would read through all of them.
const SHARED_LOCKS = `with planning as materialized (select set_config('enable_seqscan', 'off', true)),
  keys as materialized (select distinct hashtextextended(ballot, 0) as key from unnest($1::text[]) as ballot order by 1)
  select pg_advisory_xact_lock_shared(key) from keys where (select count(*) from planning) > 0`;

/** Waits until no cast of the ballot is under way and lets none begin before this transaction ends. */
export async function lockBallot(tx: Tx, ballot: BallotId): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [ballot]);
}

/**
 * Papers that were set aside for good become as if never cast, so that their units can cast again; of one entry, or of all that are
 * on the roll and not contested. What was read on them is forgotten with them.
 */
export async function withdrawSetAside(tx: Tx, ballot: BallotId, entry: EntryCode | null = null): Promise<void> {
  const rows = await tx.query<{ entry: EntryCode }>(
    `update ballot_papers p set state = 'withdrawn', choice = null, tracker = null, envelope = null from ballot_entries e
     where p.ballot = $1 and e.ballot = $1 and e.entry = p.entry and p.state = 'setAside' and not e.is_contested
       and not e.is_removed and ($2::text is null or p.entry = $2) returning p.entry`,
    [ballot, entry],
  );
  const slips = rows.map((row) => row.entry);
  await tx.query('delete from ballot_transcriptions where ballot = $1 and slip = any($2)', [ballot, slips]);
}

/**
 * Writes a paper that was in somebody's hands before the close and is agreed on after it. The caller holds the ballot's lock.
 * Answers its revision; `null`: the unit has cast.
 */
export async function putLate(tx: Tx, item: CastItem, castAt: Instant): Promise<number | null> {
  const [row] = await tx.query<{ revision: number }>(
    `insert into ballot_papers as p (ballot, entry, choice, tracker, lock, last_key, caster, by, witness, file, channel, state,
       revision, cast_at)
     select e.ballot, e.entry, $3::jsonb, $4, $5, $6, $7, $8, $9, $10, $11,
       case when e.is_contested then 'setAside' else 'counted' end, 1, $12::timestamptz
     from ballot_entries e where e.ballot = $1 and e.entry = $2 and not e.is_removed
     on conflict (ballot, entry) do update set choice = excluded.choice, tracker = excluded.tracker, lock = excluded.lock,
       replaced = null, last_key = excluded.last_key, request = null, caster = excluded.caster, by = excluded.by,
       witness = excluded.witness, file = excluded.file, channel = excluded.channel, state = excluded.state,
       revision = p.revision + 1, cast_at = excluded.cast_at
     where p.state = 'withdrawn' returning revision`,
    [
      item.ballot,
      item.entry,
      item.choice,
      item.tracker,
      item.lock,
      item.key,
      item.caster,
      item.by,
      item.witness,
      item.file,
      item.channel,
      castAt,
    ],
  );
  return row?.revision ?? null;
}

// Status and time are judged in a statement of their own after the lock is held: its snapshot then sees every close before it.
const CAST = `
with clock as materialized (select date_trunc('milliseconds', coalesce($16::timestamptz, clock_timestamp())) as at),
asked as materialized (
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bytea[],
    $10::text[], $11::text[], $12::text[], $13::text[], $14::boolean[], $15::text[])
    with ordinality as a(ballot, entry, caster, by, witness, file, channel, choice, envelope, tracker, lock, replaces, key, withdraws, request, n)
),
weighed as materialized (
  select a.*, clock.at, e.is_contested, p.revision, p.cast_at, p.state, p.channel as former_channel, p.caster as former_caster,
    case
      when b.id is null then 'unknown'
      when e.entry is null or e.is_removed or not a.caster = any(e.casters) then 'not_entitled'
      when p.last_key = a.key then case when p.request is distinct from a.request then 'key_reused' else 'repeated' end
      when b.status in ('drawn', 'appeals') then 'not_open'
      when b.status <> 'open' or b.closes_at <= clock.at then 'closed'
      when p.entry is null or p.state = 'withdrawn' then case when a.replaces is not null then 'nothing_cast' end
      when a.replaces is null then 'already_cast'
      when p.lock <> a.replaces then 'wrong_receipt'
    end as verdict,
    row_number() over (partition by a.ballot, a.lock order by a.n) > 1 or exists (
      select from ballot_papers o where o.lock = a.lock and o.entry <> a.entry) as is_used
  from asked a cross join clock
  left join lateral (select * from ballots where id = a.ballot limit 1) b on true
  left join lateral (select * from ballot_entries where ballot = a.ballot and entry = a.entry limit 1) e on true
  left join lateral (select * from ballot_papers where ballot = a.ballot and entry = a.entry limit 1) p on true
),
-- a receipt that two papers share would prove neither
judged as materialized (select *, case when verdict is null and is_used then 'receipt_used' else verdict end as judgement from weighed),
written as (
  insert into ballot_papers as p (ballot, entry, choice, envelope, tracker, lock, replaced, last_key, request, caster, by, witness,
    file, channel, state, revision, cast_at)
  select ballot, entry, choice::jsonb, envelope, tracker, lock, replaces, key, request, caster, by, witness, file, channel,
    case when withdraws then 'withdrawn' when is_contested then 'setAside' else 'counted' end, 1, at
  from judged where judgement is null order by ballot, entry
  on conflict (ballot, entry) do update set choice = excluded.choice, envelope = excluded.envelope, tracker = excluded.tracker,
    lock = excluded.lock, replaced = excluded.replaced, last_key = excluded.last_key, request = excluded.request, caster = excluded.caster, by = excluded.by,
    witness = excluded.witness, file = excluded.file, channel = excluded.channel, state = excluded.state,
    revision = p.revision + 1, cast_at = excluded.cast_at
  where case when p.state = 'withdrawn' then excluded.replaced is null else p.lock = excluded.replaced end
  returning ballot, entry, revision, cast_at, state, channel, caster
)
select j.judgement as verdict, w.entry is not null as "isWritten", coalesce(w.revision, j.revision) as revision,
  coalesce(w.cast_at, j.cast_at) as "castAt", coalesce(w.state, j.state) as state,
  coalesce(w.channel, j.former_channel) as channel, coalesce(w.caster, j.former_caster) as caster
from judged j left join written w on j.judgement is null and w.ballot = j.ballot and w.entry = j.entry order by j.n`;

const STANDING = `select last_key as "lastKey", request, lock, state, revision, cast_at as "castAt", channel, caster
  from ballot_papers where ballot = $1 and entry = $2`;

/**
 * Takes papers: the shared locks of their ballots first, then all of them in one statement. At most one of each unit. The
 * transaction has to be committed before anybody is told.
 */
export async function castPapers(tx: Tx, items: readonly CastItem[], virtualNow: Instant | null): Promise<CastRow[]> {
  await tx.query(SHARED_LOCKS, [items.map(({ ballot }) => ballot)]);
  const column = <Name extends keyof CastItem>(name: Name): CastItem[Name][] => items.map((item) => item[name]);
  const rows = await tx.query<CastRow & { isWritten: boolean }>(CAST, [
    column('ballot'),
    column('entry'),
    column('caster'),
    column('by'),
    column('witness'),
    column('file'),
    column('channel'),
    column('choice'),
    column('envelope'),
    column('tracker'),
    column('lock'),
    column('replaces'),
    column('key'),
    column('withdraws'),
    column('request'),
    virtualNow,
  ]);
  const answers: CastRow[] = [];
  for (const [index, { isWritten, ...row }] of rows.entries()) {
    const item = items[index];
    const isOvertaken = row.verdict === null && !isWritten && item !== undefined;
    answers.push(isOvertaken ? await overtaken(tx, item) : row);
  }
  return answers;
}

/** Another process wrote the unit's paper after this statement had begun: a statement of its own sees it. */
async function overtaken(tx: Tx, item: CastItem): Promise<CastRow> {
  const [row] = await tx.query<CastRow & { lastKey: string; request: string | null; lock: string }>(STANDING, [
    item.ballot,
    item.entry,
  ]);
  if (row === undefined) throw new Error('a paper was refused by one that is not there');
  const { lastKey, request, lock: _, ...standing } = row;
  if (lastKey === item.key) return { ...standing, verdict: request === item.request ? 'repeated' : 'key_reused' };
  if (item.replaces === null) return { ...standing, verdict: 'already_cast' };
  return { ...standing, verdict: row.state === 'withdrawn' ? 'nothing_cast' : 'wrong_receipt' };
}
