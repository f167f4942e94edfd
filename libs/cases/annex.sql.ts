import type { Database } from '#libs/database';
import type { Instant, JsonObject, Label } from '#libs/engine';

/** What tables show beside a case: where it is, who has it, and how its time stands. */
export interface CaseAnnex {
  id: string;
  /** A part has the category of what it is part of: a task that of its issue. */
  category: string | null;
  /** Unit of the place, from the lookups. */
  place: string | null;
  /**
   * What it waits for, since when, and at which unit: what is due first. While something inside a state has a time of its own, as an
   * extension that was asked for, that is what it waits for, not the work around it.
   */
  state: string | null;
  label: Label | null;
  since: Instant | null;
  holder: string | null;
  /** The clock that is due first. */
  clock: string | null;
  dueAt: Instant | null;
  /** A clock that stands still, and since when. */
  pausedClock: string | null;
  pausedSince: Instant | null;
  /** What its context says of why, and when the clocks that were named end the pause. */
  request: JsonObject | null;
  missing: JsonObject | null;
  pauseEndsAt: Instant | null;
}

/** Of these cases, in one question. `ending`: names of clocks that end a pause when they are due. */
export function caseAnnexes(
  database: Pick<Database, 'query'>,
  ids: readonly string[],
  { ending }: { ending: readonly string[] } = { ending: [] },
): Promise<CaseAnnex[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return database.query<CaseAnnex>(
    `select c.id, coalesce(o.category, c.category) as category, p.value as place, d.state, d.label, d.since,
            coalesce(w.subject, d.unit) as holder, k.name as clock, k.due_at as "dueAt",
            h.name as "pausedClock", h.since as "pausedSince", u.due_at as "pauseEndsAt",
            case when h.name is not null then c.stored->'context'->'request' end as request,
            case when h.name is not null then c.stored->'context'->'missing' end as missing
     from cases c
       left join cases o on o.id = c.parent
       left join lateral (select l.value from case_lookups l where l.case_id = c.id and l.key = 'place' limit 1) p on true
       left join lateral (
         select d.state, d.label, d.since, d.unit from desk d where d.case_id = c.id
         order by exists (select from desk e where e.case_id = d.case_id and e.clock is distinct from d.clock
                          and starts_with(e.state, d.state || '.')),
                  d.due_at nulls last, d.since desc, d.n limit 1) d on true
       left join lateral (
         select p.subject from case_parties p where p.case_id = c.id and p.kind = 'unit' and p.relation = 'doer' limit 1) w on true
       left join lateral (
         select k.name, k.due_at from case_clocks k where k.case_id = c.id and k.due_at is not null
         order by k.due_at, k.clock limit 1) k on true
       left join lateral (
         select x.value->>'name' as name, x.value->'ledger'->'pauses'->-1->>'from' as since
         from json_each(c.clocks) x where x.value->>'dueAt' is null limit 1) h on true
       left join lateral (
         select k.due_at from case_clocks k where h.name is not null and k.case_id = c.id and k.name = any($2::text[])
         order by k.due_at limit 1) u on true
     where c.id = any($1::text[])`,
    [ids, ending],
  );
}
