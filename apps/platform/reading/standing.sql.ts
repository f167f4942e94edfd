import type { Database } from '#libs/database';

/** What the operator of some units is told about: cases of these units and below. */
export interface StandingQuestion {
  realm: string;
  reach: readonly string[];
  now: string;
  overdueDays: number;
  /** Local date on which offices must be in force. */
  on: string;
}

/** A case that will not go on by itself. */
export interface StuckCase {
  case: string;
  workflow: string;
  unit: string;
  reason: 'noOneCan' | 'effectFailed' | 'chartFault' | 'overdue';
  /** Role that nobody holds, effect or event that failed, state that waits. */
  detail: string;
  since: string;
  dueAt: string | null;
}

const MOST_STUCK = 200;

/**
 * Cases that wait for offices nobody holds, whose effects failed for good, whose charts threw, and that are overdue by more than some
 * days. An office held in a body counts at the place the body serves.
 */
export function stuckCases(database: Pick<Database, 'query'>, question: StandingQuestion): Promise<StuckCase[]> {
  const { realm, reach, now, overdueDays, on } = question;
  return database.query<StuckCase>(
    `with mine as materialized (
       select l.case_id, l.workflow, l.unit from case_list l
       where l.realm = $1 and l.status = 'active' and l.places && $2::text[]),
     wanted as materialized (
       select distinct d.role, d.unit, d.who ? 'of' as exact from desk d where d.role is not null and d.role <> 'resident' and d.persons is null),
     held as materialized (
       select w.role, w.unit, w.exact, exists (
         select from offices o join units u on u.id = o.unit
         where o.role = w.role and o.from_date <= $5::date and (o.to_date is null or o.to_date > $5::date)
           and case when w.exact then o.unit = w.unit
               else o.unit = any(string_to_array(p.path, '/'))
                 or (u.kind in ('body', 'branch', 'group', 'taskForce') and u.parent = any(string_to_array(p.path, '/'))) end) as by_somebody
       from wanted w left join units p on p.id = w.unit),
     helpless as (
       select d.case_id, min(d.role) as role, min(d.since) as since, min(d.due_at) as due_at
       from desk d left join held h on h.role = d.role and h.unit = d.unit and h.exact = (d.who ? 'of') and d.persons is null
       group by d.case_id having bool_and(coalesce(not h.by_somebody, false))),
     late as (
       select k.case_id, min(k.due_at) as due_at, min(k.name) as name from case_clocks k
       where k.due_at < $3::timestamptz - make_interval(days => $4::int) group by k.case_id)
     select * from (
       select m.case_id as "case", m.workflow, m.unit, 'noOneCan' as reason, h.role as detail, h.since, h.due_at as "dueAt"
         from helpless h join mine m on m.case_id = h.case_id
       union all
       select m.case_id, m.workflow, m.unit, case i.kind when 'fault' then 'chartFault' else 'effectFailed' end, i.name, i.since, null
         from incidents i join mine m on m.case_id = i.case_id where i.status = 'open'
       union all
       select m.case_id, m.workflow, m.unit, 'overdue', late.name, late.due_at, late.due_at
         from late join mine m on m.case_id = late.case_id) as stuck
     order by since, "case" limit ${String(MOST_STUCK)}`,
    [realm, reach, now, overdueDays, on],
  );
}

/** Open incidents of these units by kind and name. */
export function incidentCounts(
  database: Pick<Database, 'query'>,
  { realm, reach }: Pick<StandingQuestion, 'realm' | 'reach'>,
) {
  return database.query<{ kind: 'effect' | 'fault'; name: string; count: number; since: string }>(
    `select i.kind, i.name, count(*)::int as count, min(i.since) as since
     from incidents i left join case_list l on l.case_id = i.case_id
     where i.status = 'open' and i.realm = $1 and (l.case_id is null or l.places && $2::text[])
     group by i.kind, i.name order by count desc, i.name`,
    [realm, reach],
  );
}

/** How far behind the machinery is. */
export interface Lags {
  pending: number;
  retrying: number;
  oldestSeconds: number | null;
  late: number;
  mostLateSeconds: number;
  fired: number;
  p50: number | null;
  p90: number | null;
  p99: number | null;
  behind: number;
  behindSeconds: number | null;
  anew: number;
  edits: number;
  clocks: number;
}

/** Effects, clocks, accounts and edits of calendars, in numbers about the whole service: they say nothing of anybody's case. */
export async function lagsOf(
  database: Pick<Database, 'query'>,
  { realm, now, accounts }: { realm: string; now: string; accounts: readonly string[] },
): Promise<Lags> {
  const [row] = await database.query<Lags>(
    `with fired as (
       select greatest(0, extract(epoch from j.recorded_at - j.at))::float8 as late from journal j join cases c on c.id = j.case_id
       where j.recorded_at > $2::timestamptz - interval '1 hour' and j.kind in ('clock', 'rung') and c.realm = $1),
     behind as (
       select c.changed_at from cases c left join ledger_facts f on f.case_id = c.id
       where c.realm = $1 and c.workflow = any($3::text[]) and coalesce(f.seq, 0) < c.seq),
     edit as (select epoch from calendar_versions where finished_at is null)
     select
       (select count(*)::int from outbox where status = 'pending' and realm = $1) as pending,
       (select count(*)::int from outbox where status = 'pending' and realm = $1 and attempts > 0) as retrying,
       (select extract(epoch from $2::timestamptz - min(next_at))::float8 from outbox
         where status = 'pending' and realm = $1 and next_at <= $2::timestamptz) as "oldestSeconds",
       (select count(*)::int from cases where realm = $1 and next_due_at < $2::timestamptz) as late,
       coalesce((select extract(epoch from $2::timestamptz - min(next_due_at))::float8 from cases
         where realm = $1 and next_due_at < $2::timestamptz), 0) as "mostLateSeconds",
       (select count(*)::int from fired) as fired,
       (select percentile_cont(0.5) within group (order by late) from fired) as p50,
       (select percentile_cont(0.9) within group (order by late) from fired) as p90,
       (select percentile_cont(0.99) within group (order by late) from fired) as p99,
       (select count(*)::int from behind) as behind,
       (select extract(epoch from $2::timestamptz - min(changed_at))::float8 from behind) as "behindSeconds",
       (select count(*)::int from ledger_facts where folds = 0) as anew,
       (select count(*)::int from edit) as edits,
       (select count(*)::int from case_clocks k where exists (select from edit) and k.calendar is not null
         and coalesce(k.calendar_epoch, 0) < (select max(epoch) from edit)) as clocks`,
    [realm, now, accounts],
  );
  if (row === undefined) throw new Error('one row of figures was expected');
  return row;
}
