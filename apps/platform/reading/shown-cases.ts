import type { CaseStatus, Label } from '#libs/engine';

import type { Platform } from '../platform.js';
import { categoryNames } from './story.js';

/** A case on a card. */
export interface ShownCase {
  id: string;
  workflow: string;
  status: CaseStatus;
  stage: string;
  visibility: string;
  title: string | null;
  unit: { id: string; name: string };
  place: { id: string; name: string } | null;
  category: { id: string; name: Label } | null;
  supporters: number;
  createdAt: string;
  changedAt: string;
  /** Earliest due instant of its clocks, when it is open. */
  dueAt: string | null;
  /** What it waits for first. */
  waitsFor: Label | null;
  /** A published picture of it. */
  photo: string | null;
}

interface Row extends Omit<ShownCase, 'unit' | 'place' | 'category'> {
  unit: string;
  place: string | null;
  category: string | null;
}

type Parts = Pick<Platform, 'database' | 'reader' | 'registry' | 'localDateOf' | 'now'>;

/**
 * Cards of cases whose ids the reader was found to know of, in one question. Nothing is judged here: ask
 * {@link CaseReader.known} before.
 */
export async function casesShown(
  parts: Parts,
  cases: readonly { id: string }[],
): Promise<ReadonlyMap<string, ShownCase>> {
  if (cases.length === 0) return new Map();
  const { database, reader } = parts;
  const rows = await database.query<Row>(
    `select c.id, c.workflow, c.status, c.stage, c.visibility, t.body as title, c.unit, p.value as place, c.category,
            case when c.workflow = 'issue' and json_typeof(c.stored->'context'->'supporters') = 'array'
              then json_array_length(c.stored->'context'->'supporters') else 0 end as supporters,
            c.created_at as "createdAt", c.changed_at as "changedAt", k.due as "dueAt", d.label as "waitsFor", f.id as photo
     from cases c left join texts t on t.id = c.title
       left join lateral (select l.value from case_lookups l where l.case_id = c.id and l.key = 'place' limit 1) p on true
       left join lateral (select min(k.due_at) as due from case_clocks k where k.case_id = c.id) k on true
       left join lateral (
         select d.label from desk d where d.case_id = c.id order by d.due_at nulls last, d.since, d.n limit 1) d on true
       left join lateral (
         select f.id from files f where f.attached_to = 'case' and f.subject = c.id and f.original is not null
           and f.published_at is not null and f.withdrawn_at is null and f.erased_at is null order by f.at limit 1) f on true
     where c.id = any($1::text[])`,
    [cases.map(({ id }) => id)],
  );
  const names = await reader.unitNames(rows.flatMap(({ unit, place }) => [unit, ...(place === null ? [] : [place])]));
  const named = (id: string) => ({ id, name: names.get(id) ?? '' });
  const first = rows[0];
  const categories =
    first === undefined
      ? new Map<string, { id: string; name: Label }>()
      : await categoryNames(
          parts,
          first.unit,
          rows.map(({ category }) => category),
        );
  return new Map(
    rows.map((row): [string, ShownCase] => [
      row.id,
      {
        ...row,
        unit: named(row.unit),
        place: row.place === null ? null : named(row.place),
        category: row.category === null ? null : (categories.get(row.category) ?? null),
      },
    ]),
  );
}
