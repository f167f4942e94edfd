import type { Database } from '#libs/database';
import type { Instant, Label } from '#libs/engine';

import { deskValues, MINE } from './desk.sql.js';
import type { DeskQuery } from './views.types.js';

/** How much waits in one state, and how urgent it is. */
export interface DeskCount {
  workflow: string;
  state: string;
  label: Label;
  count: number;
  /** Past its due instant. */
  overdue: number;
  /** Due before the given instant, and not overdue. */
  dueSoon: number;
  firstDueAt: Instant | null;
}

/** Between which instants something is due soon. */
export interface Soon {
  now: Instant;
  before: Instant;
}

/** What waits for a person in numbers, by workflow and state; what is most overdue comes first. Simulated worlds are left out. */
export function countDesk(
  database: Pick<Database, 'query'>,
  realm: string,
  { query, soon }: { query: Omit<DeskQuery, 'cursor' | 'limit'>; soon: Soon },
): Promise<DeskCount[]> {
  return database.query<DeskCount>(
    `with mine as (${MINE}), shown as (
       select distinct on (case_id, state) case_id, state, label, due_at from mine where not excluded && $1::text[] order by case_id, state, n)
     select c.workflow, d.state, min(d.label::text)::json as label, count(*)::int as count,
            (count(*) filter (where d.due_at < $7::timestamptz))::int as overdue,
            (count(*) filter (where d.due_at >= $7::timestamptz and d.due_at < $8::timestamptz))::int as "dueSoon",
            min(d.due_at) as "firstDueAt"
     from shown d join case_list c on c.case_id = d.case_id
     where c.realm = $5 and ($6::text is null or c.workflow = $6)
     group by c.workflow, d.state
     order by overdue desc, "dueSoon" desc, min(d.due_at) nulls last, c.workflow, d.state`,
    [...deskValues(query), realm, query.workflow ?? null, soon.now, soon.before],
  );
}
