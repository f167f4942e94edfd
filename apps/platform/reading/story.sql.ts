import type { Database } from '#libs/database';
import type { CaseStatus, Label, Visibility } from '#libs/engine';

/** A state that waits for somebody, and since when. */
export interface Waiting {
  state: string;
  label: Label;
  since: string;
}

/** States of a case that wait, from its desk rows. */
export function waitingSince(database: Pick<Database, 'query'>, caseId: string): Promise<Waiting[]> {
  return database.query<Waiting>(
    `select state, min(label::text)::json as label, min(since) as since from desk where case_id = $1 group by state order by state`,
    [caseId],
  );
}

/** A case that belongs to another one: its child, a case linked with it, or one about it. */
export interface RelatedCase {
  id: string;
  workflow: string;
  status: CaseStatus;
  stage: string;
  visibility: Visibility;
  title: string | null;
  unit: string;
  /** Units that do it. */
  doers: string[];
  /** What it waits for now, and since when; `null`: for nobody. */
  step: Label | null;
  since: string | null;
  relation: string | null;
  createdAt: string;
  changedAt: string;
  /** When it has to be done; null: no such clock runs. */
  dueAt: string | null;
  /** A hold stops its time. */
  isPaused: boolean;
  /** What it came to; its shape is its workflow's. */
  output: unknown;
  certificate: unknown;
}

/** Clocks by which a case has to have come to its end. */
const DECISIVE = ['handling', 'polling', 'window', 'gathering', 'hanging', 'start', 'seal', 'signing'];

/**
 * Cases that belong to a case: its children, what is linked with it, what names it as its issue, and the meetings it was on. Never
 * anything confidential.
 */
export function relatedCases(
  database: Pick<Database, 'query'>,
  { caseId, also }: { caseId: string; also: readonly string[] },
): Promise<RelatedCase[]> {
  return database.query<RelatedCase>(
    `with near as (
       select c.id, null as relation from cases c where c.parent = $1
       union all select k.case_id, null from case_lookups k where k.key = 'issue' and k.value = $1
       union all select l.target, l.relation from case_links l where l.case_id = $1
       union all select l.case_id, l.relation from case_links l where l.target = $1
       union all select x.id, 'agenda' from unnest($2::text[]) as x(id)),
     once as (select id, min(relation) as relation from near where id <> $1 group by id)
     select c.id, c.workflow, c.status, c.stage, c.visibility, t.body as title, c.unit, o.relation,
            array(select p.subject from case_parties p where p.case_id = c.id and p.kind = 'unit' and p.relation = 'doer') as doers,
            d.label as step, d.since,
            c.created_at as "createdAt", c.changed_at as "changedAt", k.due_at as "dueAt",
            coalesce(k.state = 'paused', false) as "isPaused",
            c.stored->'output' as output, c.stored->'context'->'certificate' as certificate
     from once o join cases c on c.id = o.id left join texts t on t.id = c.title
       left join lateral (
         select k.due_at, k.state from case_clocks k where k.case_id = c.id and k.name = any($3::text[])
         order by k.due_at nulls last limit 1) k on true
       left join lateral (
         select d.label, d.since from desk d where d.case_id = c.id order by d.due_at nulls last, d.since limit 1) d on true
     where c.visibility <> 'confidential'
     order by c.created_at, c.id`,
    [caseId, also, DECISIVE],
  );
}
