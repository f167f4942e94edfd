import type { CalendarDefinition } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Actor, Instant } from '#libs/engine';

import type { CalendarVersion, CalendarVersionRow, KeptByHand } from './timekeeping.vocabulary.js';

const ROW = `epoch, name, unit, version, digest, reason, by, at, finished_at as "finishedAt", moved`;
const WHOLE = `${ROW}, body, kept, preset`;

/** Number of the newest edit. */
export const NEWEST = `(select coalesce(max(epoch), 0) from calendar_versions)`;

type Source = Pick<Tx, 'query'>;

/** Makes this transaction the only one that edits calendars until it ends. */
export async function lockCalendars(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('calendar_versions', 0))`);
}

/** Versions after an edit, in order. */
export function versionsSince(source: Source, epoch: number): Promise<CalendarVersionRow[]> {
  return source.query<CalendarVersionRow>(`select ${ROW} from calendar_versions where epoch > $1 order by epoch`, [
    epoch,
  ]);
}

/** The days of versions. */
export function bodiesOf(
  source: Source,
  epochs: readonly number[],
): Promise<{ epoch: number; digest: string; body: CalendarDefinition }[]> {
  return source.query(`select epoch, digest, body from calendar_versions where epoch = any($1::int[])`, [epochs]);
}

/** The newest version of every calendar. */
export function newestVersions(source: Source): Promise<CalendarVersion[]> {
  return source.query<CalendarVersion>(
    `select distinct on (name, unit) ${WHOLE} from calendar_versions order by name, unit nulls first, version desc`,
  );
}

/** The newest version of a calendar that is this unit's own, or the installation's. */
export async function ownVersion(source: Source, name: string, unit: string | null): Promise<CalendarVersion | null> {
  const [row] = await source.query<CalendarVersion>(
    `select ${WHOLE} from calendar_versions where name = $1 and unit is not distinct from $2
     order by version desc limit 1`,
    [name, unit],
  );
  return row ?? null;
}

/** Versions of a calendar of its own, newest first. */
export function versionsOf(source: Source, name: string, unit: string | null): Promise<CalendarVersionRow[]> {
  return source.query<CalendarVersionRow>(
    `select ${ROW} from calendar_versions where name = $1 and unit is not distinct from $2 order by version desc`,
    [name, unit],
  );
}

/** Versions of units' own calendars that one edit wrote after the one it was meant for: numbered without a gap. */
export function writtenWith(source: Source, first: CalendarVersionRow): Promise<CalendarVersionRow[]> {
  return source.query<CalendarVersionRow>(
    `select ${ROW} from (select *, row_number() over (order by epoch) as place from calendar_versions
       where epoch > $1 and name = $2 and reason = $3 and by = $4::jsonb) as later
     where epoch = $1 + place order by epoch`,
    [first.epoch, first.name, first.reason, first.by],
  );
}

/** Whether holiday data has been taken over at some time. */
export async function hasPreset(source: Source, name: string, preset: string): Promise<boolean> {
  const rows = await source.query(`select 1 from calendar_versions where name = $1 and preset = $2 limit 1`, [
    name,
    preset,
  ]);
  return rows.length > 0;
}

/** A version to be written. */
export interface NewVersion {
  name: string;
  unit: string | null;
  body: CalendarDefinition;
  digest: string;
  kept: KeptByHand;
  preset: string | null;
  reason: string;
  by: Actor;
  /** Default: the database's clock. */
  at?: Instant | undefined;
}

/** Writes a version under the lock of {@link lockCalendars}. Its instant is never before that of an edit before it. */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<CalendarVersionRow> {
  const { name, unit, body, digest, kept, preset, reason, by, at = null } = version;
  const [row] = await tx.query<CalendarVersionRow>(
    `insert into calendar_versions (epoch, name, unit, version, body, digest, kept, preset, reason, by, at, moved)
     select coalesce(max(epoch), 0) + 1, $1::text, $2::text,
       coalesce(max(version) filter (where name = $1::text and unit is not distinct from $2::text), 0) + 1, $3::json, $4::text, $5::jsonb, $6::text,
       $7::text, $8::jsonb,
       greatest(coalesce($9::timestamptz, date_trunc('milliseconds', clock_timestamp())),
         max(at)), 0
     from calendar_versions returning ${ROW}`,
    [name, unit, body, digest, kept, preset, reason, by, at],
  );
  if (row === undefined) throw new Error('a calendar was not written');
  return row;
}

/**
 * Edits whose clocks are not yet measured anew, and the latest ones: a transaction that was under way may still have missed them. One
 * that was made before the clock of the database was set back holds only when its instant has come, so it counts as late until then.
 */
export function unfinished(source: Source): Promise<CalendarVersionRow[]> {
  return source.query<CalendarVersionRow>(
    `select ${ROW} from calendar_versions
     where finished_at is null or greatest(finished_at, at) > clock_timestamp() - interval '10 minutes' order by epoch`,
  );
}

/** Marks an edit as done with. False when somebody else was first. */
export async function finish(source: Source, epoch: number): Promise<boolean> {
  const rows = await source.query(
    `update calendar_versions set finished_at = date_trunc('milliseconds', clock_timestamp())
     where epoch = $1 and finished_at is null returning epoch`,
    [epoch],
  );
  return rows.length > 0;
}

/** The calendar of a name as it held at a unit before an edit, nearest first; none before the first of all. */
export async function heldBefore(
  source: Source,
  { epoch, name }: CalendarVersionRow,
  lineage: readonly string[],
): Promise<CalendarDefinition | null> {
  const [row] = await source.query<{ body: CalendarDefinition }>(
    `select body from calendar_versions where name = $1 and epoch < $2 and (unit is null or unit = any($3::text[]))
     order by array_position($3::text[], unit) nulls last, epoch desc limit 1`,
    [name, epoch, lineage],
  );
  return row?.body ?? null;
}

/**
 * What an edit has moved, as the journals have it: also where an act measured a case before anybody else came to it. No entry about
 * an edit was recorded before the edit.
 */
export async function movedBy(source: Source, epoch: number): Promise<{ cases: number; clocks: number }> {
  const [row] = await source.query<{ cases: number; clocks: number }>(
    `select count(distinct case_id)::int as cases, coalesce(sum(json_array_length(body->'moved')), 0)::int as clocks
     from journal where kind = 'reprojected' and (body->>'edit')::int = $1
       and recorded_at >= (select at from calendar_versions where epoch = $1) - interval '1 minute'`,
    [epoch],
  );
  return row ?? { cases: 0, clocks: 0 };
}

/** Whether an edit is what another one at these units did below them: one order, several calendars. */
export async function isBelowOf(source: Source, edit: CalendarVersionRow, above: readonly string[]): Promise<boolean> {
  const rows = await source.query(
    `select 1 from calendar_versions where epoch < $1 and name = $2 and reason = $3 and by = $4::jsonb
       and unit = any($5::text[]) and at >= $6::timestamptz - interval '1 minute' limit 1`,
    [edit.epoch, edit.name, edit.reason, edit.by, above, edit.at],
  );
  return rows.length > 0;
}

export async function countMoved(tx: Tx, epoch: number, moved: number): Promise<void> {
  await tx.query(`update calendar_versions set moved = moved + $2 where epoch = $1`, [epoch, moved]);
}
