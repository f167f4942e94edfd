import { bigramsAsked } from '#libs/contract';
import { PLANNED_ANEW, type Database, type Tx } from '#libs/database';

import { decodeCursor, ID_SHAPE, INSTANT_SHAPE, limitOf, pageOf } from './cursor.rules.js';
import type { CaseQuery, CaseRow, Page, Viewer } from './views.types.js';

/*
 * Lists are read in two steps: the narrow table says which cases a page shows, then those fifty are read whole. What somebody may
 * see is a union of ways to be allowed, each with its own index and its own limit: one condition with `or` would let a resident
 * who sees little walk through everything.
 */

/** Values of a statement, each put where its placeholder stands. */
class Values {
  readonly list: unknown[] = [];

  of(value: unknown): string {
    return `$${String(this.list.push(value))}`;
  }
}

/** Columns of a {@link CaseRow}, over `cases c` and its title `t`. */
export const ROW = `c.id, c.workflow, c.version, c.status, c.stage, t.body as title, c.unit, c.category, c.visibility,
  c.created_at as "createdAt", c.changed_at as "changedAt", c.next_due_at as "nextDueAt", c.parent, c.realm`;

/** Cases of a realm that fit, newest first. @throws CursorMalformedError */
export async function readList(source: Database | Tx, realm: string, query: CaseQuery): Promise<Page<CaseRow>> {
  const limit = limitOf(query.limit);
  const values = new Values();
  const filters = filtersOf(realm, query, values);
  const ways = query.viewer === undefined ? ['true'] : waysToSee(query.viewer, values);
  const top = `order by l.created_at desc, l.case_id desc limit ${String(limit + 1)}`;
  const branches = ways.map(
    (way) => `(select l.case_id, l.created_at from case_list l where ${[...filters, way].join(' and ')} ${top})`,
  );
  const rows = await source.query<CaseRow>(
    `${PLANNED_ANEW} with found as (${branches.join('\nunion\n')}),
     page as (select * from found l ${top})
     select ${ROW} from page l join cases c on c.id = l.case_id left join texts t on t.id = c.title
     order by l.created_at desc, l.case_id desc`,
    values.list,
  );
  return pageOf(rows, limit, (row) => [row.createdAt, row.id]);
}

/** Those of the cases that the viewer may see. */
export async function visibleAmong(
  source: Database | Tx,
  ids: readonly string[],
  viewer: Viewer,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const values = new Values();
  const among = `l.case_id = any(${values.of([...new Set(ids)])}::text[])`;
  const ways = waysToSee(viewer, values).map((way) => `(${way})`);
  const rows = await source.query<{ id: string }>(
    `${PLANNED_ANEW} select l.case_id as id from case_list l where ${among} and (${ways.join(' or ')})`,
    values.list,
  );
  return new Set(rows.map(({ id }) => id));
}

function filtersOf(realm: string, query: CaseQuery, values: Values): string[] {
  const filters = [`l.realm = ${values.of(realm)}`];
  const also = (given: unknown, sql: (value: string) => string): void => {
    if (given !== undefined) filters.push(sql(values.of(given)));
  };
  also(query.workflow, (value) => `l.workflow = ${value}`);
  also(query.status, (value) => `l.status = ${value}`);
  also(query.stage, (value) => `l.stage = ${value}`);
  also(query.category, (value) => `l.category = ${value}`);
  also(query.units, (value) => `l.places && ${value}::text[]`);
  also(query.parent, (value) => `l.case_id in (select k.id from cases k where k.parent = ${value})`);
  if (query.party !== undefined) filters.push(partyFilter(query.party, query.relation, values));
  if (query.lookup !== undefined) {
    const { key, value } = query.lookup;
    const found = `select k.case_id from case_lookups k where k.key = ${values.of(key)} and k.value = ${values.of(value)}`;
    filters.push(`l.case_id in (${found})`);
  }
  also(
    query.dueBefore,
    (value) => `l.case_id in (select k.case_id from case_clocks k where k.due_at < ${value}::timestamptz)`,
  );
  if (query.text !== undefined) filters.push(...textFilters(query.text, values));
  if (query.cursor !== undefined) {
    const [createdAt, id] = decodeCursor(query.cursor, [INSTANT_SHAPE, ID_SHAPE]);
    filters.push(`(l.created_at, l.case_id) < (${values.of(createdAt)}::timestamptz, ${values.of(id)})`);
  }
  return filters;
}

function partyFilter(party: string | readonly string[], relation: string | undefined, values: Values): string {
  const subjects = values.of(typeof party === 'string' ? [party] : [...party]);
  const as = relation === undefined ? '' : ` and p.relation = ${values.of(relation)}`;
  return `l.case_id in (select p.case_id from case_parties p where p.subject = any(${subjects}::text[])${as})`;
}

/**
 * The index knows pairs of characters; whether they stand beside each other is looked up in the title itself. A subquery for each
 * row found, never a join: a join would let the planner read all texts there are.
 */
function textFilters(text: string, values: Values): string[] {
  const asked = bigramsAsked(text);
  const words = text.normalize('NFKC').split(/[\s\p{P}\p{S}]+/u);
  const patterns = words.filter((word) => word !== '').map((word) => `%${word}%`);
  // nothing that could be looked for: nothing is found
  if (asked.length === 0 || patterns.length === 0) return ['false'];
  return [
    `l.words @> ${values.of(asked)}::text[]`,
    `(select normalize(t.body, NFKC) ilike all(${values.of(patterns)}::text[]) from texts t where t.id = l.title)`,
  ];
}

/** Whatever lets the viewer see a case, over `case_list l`: the same as `maySee` of `libs/access` says of one case. */
function waysToSee(viewer: Viewer, values: Values): string[] {
  const { units, handles = [], seats = [], awaited = [] } = viewer;
  const ways = [`l.visibility = 'public'`];
  const person = viewer.person;
  const people = person === undefined ? [] : (viewer.aliases ?? [person]);
  if (units === 'all') ways.push(`l.visibility = 'internal'`);
  else if (units.length > 0) ways.push(`l.visibility = 'internal' and l.places && ${values.of(units)}::text[]`);
  const involved = (kind: 'person' | 'unit', subjects: readonly string[]): string =>
    `l.case_id in (select v.case_id from case_parties v where v.kind = '${kind}' and v.subject = any(${values.of(subjects)}::text[]))`;
  if (people.length > 0) ways.push(`l.visibility <> 'public' and ${involved('person', people)}`);
  if (handles.length > 0) ways.push(`l.visibility <> 'public' and ${involved('unit', handles)}`);
  if (seats.length > 0) ways.push(`l.visibility = 'internal' and ${involved('unit', seats)}`);
  if (awaited.length > 0) ways.push(awaitedSql(awaited, people, values));
  return ways;
}

/** Cases that wait for an office of the viewer: how a confidential need is found by those who serve it, and by nobody else. */
function awaitedSql(awaited: NonNullable<Viewer['awaited']>, people: readonly string[], values: Values): string {
  const pairs = awaited.flatMap(({ role, units, counts }) => units.map((unit) => ({ role, unit, counts })));
  const list = (of: (pair: (typeof pairs)[number]) => unknown): string => values.of(pairs.map(of));
  const me = values.of(people);
  return `l.visibility <> 'public' and l.case_id in (
    select d.case_id from unnest(${list(({ role }) => role)}::text[], ${list(({ unit }) => unit)}::text[],
        ${list(({ counts }) => counts)}::text[]) as h(role, unit, counts)
      join desk d on d.role = h.role join case_list w on w.case_id = d.case_id
    where (w.visibility = 'internal' or h.counts = 'always' or (h.counts = 'named' and (d.who ? 'of' or d.persons is not null)))
      and (d.unit = h.unit or (not d.who ? 'of' and w.places @> array[h.unit]))
      and (d.persons is null or d.persons && ${me}::text[]) and not d.excluded && ${me}::text[])`;
}
