import type { Database } from '#libs/database';

/** What stands in one step, of public cases of a place. */
export interface StageCount {
  stage: string;
  status: string;
  count: number;
  /** Open with a clock that is past. */
  overdue: number;
}

/** Where and when figures are asked. */
export interface PlaceQuestion {
  realm: string;
  workflow: string;
  unit: string;
  now: string;
  /** What ended before it counts no more. */
  since: string;
}

/** Public cases of a unit and everything below it, by step: open ones, and those that ended since. */
export function stageCounts(database: Pick<Database, 'query'>, question: PlaceQuestion): Promise<StageCount[]> {
  const { realm, workflow, unit, now, since } = question;
  return database.query<StageCount>(
    `select l.stage, l.status, count(*)::int as count,
            (count(*) filter (where l.status = 'active' and exists (
              select from case_clocks k where k.case_id = l.case_id and k.due_at < $4::timestamptz)))::int as overdue
     from case_list l join cases c on c.id = l.case_id
     where l.realm = $1 and l.workflow = $2 and l.places @> array[$3::text] and l.visibility = 'public'
       and (l.status = 'active' or c.changed_at >= $5::timestamptz)
     group by l.stage, l.status`,
    [realm, workflow, unit, now, since],
  );
}

/** Figures of one unit among others. */
export interface BlockCount {
  unit: string;
  open: number;
  overdue: number;
  done: number;
  judged: number;
  solved: number;
}

/** The same for each of the units, and under the place's own id for the whole of it, in one reading. */
export function blockCounts(
  database: Pick<Database, 'query'>,
  { realm, workflow, unit, now, since }: PlaceQuestion,
  units: readonly string[],
): Promise<BlockCount[]> {
  return database.query<BlockCount>(
    `with one as (
       select l.case_id, l.places, l.status,
              exists (select from case_clocks k where k.case_id = l.case_id and k.due_at < $4::timestamptz) as is_late, e.solved
       from case_list l join cases c on c.id = l.case_id
         left join lateral (
           select e.solved from ledger_entries e where e.case_id = l.case_id and e.is_last and e.solved is not null limit 1) e on true
       where l.realm = $1 and l.workflow = $2 and l.places @> array[$3::text] and l.visibility = 'public'
         and (l.status = 'active' or c.changed_at >= $5::timestamptz))
     select u.unit, (count(*) filter (where status = 'active'))::int as open,
            (count(*) filter (where status = 'active' and is_late))::int as overdue,
            (count(*) filter (where status = 'done'))::int as done,
            count(solved)::int as judged, coalesce(sum(solved), 0)::int as solved
     from one cross join lateral unnest(places) as u(unit) where u.unit = any($6::text[]) group by u.unit`,
    [realm, workflow, unit, now, since, [...units, unit]],
  );
}
