import type { Database } from '#libs/database';
import type { Instant, Label } from '#libs/engine';

import { decodeCursor, ID_SHAPE, INSTANT_OR_NEVER, INSTANT_SHAPE, limitOf, pageOf } from './cursor.rules.js';
import type { DeskItem, DeskQuery, Page } from './views.types.js';

/*
 * Three ways to be awaited: by a role at one of my units, by a role that I hold everywhere, by a relation to me. Each has its own
 * index; `distinct on` then shows a state once, however many ways lead to it.
 */
export const MINE = `
  select d.* from unnest($2::text[], $3::text[]) as h(role, unit) join desk d on d.role = h.role and d.unit = h.unit
    where d.persons is null or d.persons && $1::text[]
  union all
  select d.* from desk d where d.role = any($4::text[]) and (d.persons is null or d.persons && $1::text[])
  union all
  select d.* from desk d where d.role is null and d.persons && $1::text[]`;

interface DeskColumns {
  caseId: string;
  version: number;
  workflow: string;
  title: string | null;
  unit: string;
  stage: string;
  state: string;
  label: Label;
  acts: string[];
  clock: string | null;
  dueAt: Instant | null;
  since: Instant;
}

/** Values $1 to $4 of {@link MINE}. */
export function deskValues({ person, aliases, handles, holdings }: Omit<DeskQuery, 'cursor' | 'limit'>): unknown[] {
  const placed = holdings.flatMap(({ role, units }) => (units === 'all' ? [] : units.map((unit) => ({ role, unit }))));
  return [
    [person, ...(aliases ?? []), ...(handles ?? [])],
    placed.map(({ role }) => role),
    placed.map(({ unit }) => unit),
    holdings.flatMap(({ role, units }) => (units === 'all' ? [role] : [])),
  ];
}

/** What waits for a person: what is due first comes first, then what waits longest. */
export async function readDesk(database: Database, realm: string, query: DeskQuery): Promise<Page<DeskItem>> {
  const limit = limitOf(query.limit);
  const [dueAt, since, caseId, state] =
    query.cursor === undefined
      ? [null, null, null, null]
      : decodeCursor(query.cursor, [INSTANT_OR_NEVER, INSTANT_SHAPE, ID_SHAPE, ID_SHAPE]);
  const rows = await database.query<DeskColumns>(
    `with mine as (${MINE}), shown as (
       select distinct on (case_id, state) * from mine where not excluded && $1::text[] order by case_id, state, n)
     select d.case_id as "caseId", c.version, c.workflow, t.body as title, c.unit, c.stage, d.state, d.label, d.acts, d.clock,
            d.due_at as "dueAt", d.since
     from shown d join cases c on c.id = d.case_id left join texts t on t.id = c.title
     where c.realm = $5 and ($6::text is null or c.workflow = $6) and ($11::text is null or d.state = $11)
       and ($7::timestamptz is null or (coalesce(d.due_at, 'infinity'), d.since, d.case_id, d.state) > ($7, $8, $9, $10))
     order by coalesce(d.due_at, 'infinity'), d.since, d.case_id, d.state limit ${String(limit + 1)}`,
    [...deskValues(query), realm, query.workflow ?? null, dueAt, since, caseId, state, query.state ?? null],
  );
  return pageOf(rows, limit, (row) => [row.dueAt ?? 'infinity', row.since, row.caseId, row.state]);
}
