import { bigramsAsked } from '#libs/contract';
import { PLANNED_ANEW, type Database, type Tx } from '#libs/database';

import { decodeCursor, ID_SHAPE, INSTANT_SHAPE, limitOf, pageOf } from './cursor.rules.js';
import { RECORD_COLUMNS, type CaseColumns } from './load.sql.js';
import type { CaseQuery, CaseRow, CaseSort, Page, Viewer } from './views.types.js';

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
export function readList(source: Database | Tx, realm: string, query: CaseQuery): Promise<Page<CaseRow>> {
  return readRows(source, { realm, query, columns: ROW });
}

/** The same with everything that is stored of each case. */
export function readRecords(source: Tx, realm: string, query: CaseQuery): Promise<Page<CaseRow & CaseColumns>> {
  return readRows(source, { realm, query, columns: `${RECORD_COLUMNS}, ${ROW}` });
}

interface Reading {
  realm: string;
  query: CaseQuery;
  columns: string;
}

/** Where a walk in an order starts, what it goes by, and in which direction. */
interface Walk {
  from: string;
  /** The same from the cases themselves, where those that fit are known to be few; null: the planner knows. */
  fromFew: string | null;
  key: string;
  direction: 'asc' | 'desc';
  /** What is true of every case in this order: a clock runs only while its case does. */
  only: string | null;
}

const WALKS: Readonly<Record<CaseSort, Walk>> = {
  created: { from: 'case_list l', fromFew: null, key: 'l.created_at', direction: 'desc', only: null },
  // a case was changed when its last entry was written: the journal has an index by that, and the case needs none
  changed: {
    from: 'journal j join cases h on h.id = j.case_id and h.seq = j.seq join case_list l on l.case_id = j.case_id',
    fromFew: null,
    key: 'j.recorded_at',
    direction: 'desc',
    only: null,
  },
  due: {
    from: `case_clocks w join case_list l on l.case_id = w.case_id and w.due_at is not null and not exists (
      select from case_clocks e where e.case_id = w.case_id and (e.due_at, e.clock) < (w.due_at, w.clock))`,
    fromFew: `case_list l cross join lateral (
      select min(e.due_at) as due_at from case_clocks e where e.case_id = l.case_id having min(e.due_at) is not null) w`,
    key: 'w.due_at',
    direction: 'asc',
    only: `l.status = 'active'`,
  },
};

/** So many are looked up one by one sooner than found on a walk through everybody's. */
const FEW = 1_000;

/** The most that is counted. */
export const MOST_COUNTED = 10_000;

/** How many cases fit, up to {@link MOST_COUNTED}, whatever page or order was asked for. */
export async function countList(source: Database | Tx, realm: string, query: CaseQuery): Promise<number> {
  const { cursor: _, ...whole } = query;
  const values = new Values();
  const filters = filtersOf(realm, whole, values);
  const ways = query.viewer === undefined ? ['true'] : waysToSee(query.viewer, values);
  const seen = ways.map((way) => `(${way})`).join(' or ');
  const rows = await source.query<{ count: number }>(
    `${PLANNED_ANEW} select count(*)::int as count from (
       select from case_list l where ${filters.join(' and ')} and (${seen}) limit ${String(MOST_COUNTED)}) as found`,
    values.list,
  );
  return rows[0]?.count ?? 0;
}

async function readRows<Row extends CaseRow>(
  source: Database | Tx,
  { realm, query, columns }: Reading,
): Promise<Page<Row>> {
  const limit = limitOf(query.limit);
  const values = new Values();
  const { from, fromFew, key, direction } = WALKS[query.sort ?? 'created'];
  const few = fromFew === null ? [] : await fewOf(source, { realm, query });
  const filters = [...filtersOf(realm, query, values), ...afterCursor(query, { key, direction }, values)];
  const ways = query.viewer === undefined ? ['true'] : waysToSee(query.viewer, values);
  const top = (by: string): string => `order by ${by} ${direction}, l.case_id ${direction} limit ${String(limit + 1)}`;
  const branches = ways.map((way, at) => {
    const ids = few[at] ?? null;
    // as a table: a long list of values is dear to plan with
    const among = ids === null ? [] : [`l.case_id in (select unnest(${values.of(ids)}::text[]))`];
    const conditions = [...among, ...filters, way].join(' and ');
    return `(select l.case_id, ${key} as place from ${ids === null ? from : fromFew} where ${conditions} ${top(key)})`;
  });
  const rows = await source.query<Row & { place: string }>(
    `${PLANNED_ANEW} with found as (${branches.join('\nunion\n')}),
     page as (select * from found l ${top('l.place')})
     select ${columns}, l.place from page l join cases c on c.id = l.case_id left join texts t on t.id = c.title
     order by l.place ${direction}, l.case_id ${direction}`,
    values.list,
  );
  const page = pageOf(rows, limit, (row) => [row.place, row.id]);
  return { rows: page.rows.map(({ place: _, ...row }) => row as unknown as Row), next: page.next };
}

/**
 * For each way to see: all cases that fit, where they are at most {@link FEW}, else null. In an order that `case_list` does not have,
 * a walk for the first page goes through everything when next to nothing fits, and the planner cannot know: where a unit has
 * thousands of ended cases it expects to meet an open one soon.
 */
async function fewOf(
  source: Database | Tx,
  { realm, query }: Pick<Reading, 'realm' | 'query'>,
): Promise<(string[] | null)[]> {
  const values = new Values();
  const { only } = WALKS[query.sort ?? 'created'];
  const filters = [...filtersOf(realm, query, values), ...(only === null ? [] : [only])];
  const ways = query.viewer === undefined ? ['true'] : waysToSee(query.viewer, values);
  const probes = ways.map((way, at) => {
    const found = `select l.case_id from case_list l where ${[...filters, way].join(' and ')} limit ${String(FEW + 1)}`;
    return `select ${String(at)} as way, array(${found}) as ids`;
  });
  const rows = await source.query<{ way: number; ids: string[] }>(
    `${PLANNED_ANEW} ${probes.join('\nunion all\n')}`,
    values.list,
  );
  const ids = new Map(rows.map((row) => [row.way, row.ids]));
  return ways.map((_, at) => {
    const found = ids.get(at) ?? [];
    return found.length > FEW ? null : found;
  });
}

/** What comes after the last row of the page before. */
function afterCursor(
  { cursor }: CaseQuery,
  { key, direction }: Pick<Walk, 'key' | 'direction'>,
  values: Values,
): string[] {
  if (cursor === undefined) return [];
  const [place, id] = decodeCursor(cursor, [INSTANT_SHAPE, ID_SHAPE]);
  const after = direction === 'desc' ? '<' : '>';
  return [`(${key}, l.case_id) ${after} (${values.of(place)}::timestamptz, ${values.of(id)})`];
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
  const among = (given: string | readonly string[] | undefined, column: string): void => {
    // one is compared with itself: an index in the order of the list serves it, and serves no list of several
    if (typeof given === 'string') filters.push(`${column} = ${values.of(given)}`);
    else if (given?.length === 1) filters.push(`${column} = ${values.of(given[0])}`);
    else if (given !== undefined) filters.push(`${column} = any(${values.of(given)}::text[])`);
  };
  among(query.workflow, 'l.workflow');
  among(query.status, 'l.status');
  among(query.stage, 'l.stage');
  also(query.ids, (value) => `l.case_id = any(${value}::text[])`);
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
  also(
    query.overdueAt,
    (value) =>
      `l.status = 'active' and l.case_id in (select k.case_id from case_clocks k where k.due_at < ${value}::timestamptz)`,
  );
  also(query.state, (value) => `l.case_id in (select d.case_id from desk d where d.state = ${value})`);
  also(
    query.partyUnits,
    (value) =>
      `l.case_id in (select p.case_id from case_parties p where p.kind = 'unit' and p.subject = any(${value}::text[]))`,
  );
  if (query.text !== undefined) filters.push(...textFilters(query.text, values));
  return filters;
}

function partyFilter(party: string | readonly string[], relation: CaseQuery['relation'], values: Values): string {
  const subjects = values.of(typeof party === 'string' ? [party] : [...party]);
  const relations = typeof relation === 'string' ? [relation] : relation;
  const as = relations === undefined ? '' : ` and p.relation = any(${values.of([...relations])}::text[])`;
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
  const { units, sorts = [], handles = [], seats = [], awaited = [], offices = [] } = viewer;
  const ways = [`l.visibility = 'public'`];
  const person = viewer.person;
  const people = person === undefined ? [] : (viewer.aliases ?? [person]);
  if (units === 'all') ways.push(`l.visibility in ('internal', 'reserved')`);
  else if (units.length > 0) ways.push(`l.visibility = 'internal' and l.places && ${values.of(units)}::text[]`);
  if (sorts.length > 0) ways.push(`l.visibility = 'reserved' and l.places && ${values.of(sorts)}::text[]`);
  const involved = (kind: 'person' | 'unit', subjects: readonly string[]): string =>
    `l.case_id in (select v.case_id from case_parties v where v.kind = '${kind}' and v.subject = any(${values.of(subjects)}::text[]))`;
  if (people.length > 0) ways.push(`l.visibility <> 'public' and ${involved('person', people)}`);
  if (handles.length > 0) ways.push(`l.visibility <> 'public' and ${involved('unit', handles)}`);
  if (seats.length > 0) ways.push(`l.visibility = 'internal' and ${involved('unit', seats)}`);
  const me = [...people, ...handles];
  for (const way of awaited) ways.push(awaitedSql(way, me, values));
  if (offices.length > 0) ways.push(`l.visibility <> 'public' and ${addressedSql(offices, me, values)}`);
  return ways;
}

type Awaited = NonNullable<Viewer['awaited']>[number];

/**
 * Cases that wait for a role of the viewer: how a confidential need is found by those who serve it, and by nobody else. A subquery
 * for each case of the place, never a join: desks of a whole town are long.
 */
function awaitedSql({ role, units, visibility }: Awaited, me: readonly string[], values: Values): string {
  return `l.visibility = '${visibility}' and l.places && ${values.of(units)}::text[] and (
    select true from desk d where d.case_id = l.case_id and d.role = ${values.of(role)} and not d.who ? 'of' and ${openToMe(me, values)}
    limit 1)`;
}

/** Cases that wait for an office at the very unit that is party to them. */
function addressedSql(offices: NonNullable<Viewer['offices']>, me: readonly string[], values: Values): string {
  const roles = values.of(offices.map(({ role }) => role));
  const units = values.of(offices.map(({ unit }) => unit));
  return `l.case_id in (
    select d.case_id from unnest(${roles}::text[], ${units}::text[]) as h(role, unit)
      join desk d on d.role = h.role and d.unit = h.unit where d.who ? 'of' and ${openToMe(me, values)})`;
}

/** The row of a desk is not meant for others only, and does not exclude the viewer. */
function openToMe(me: readonly string[], values: Values): string {
  const mine = `${values.of(me)}::text[]`;
  return `(d.persons is null or d.persons && ${mine}) and not d.excluded && ${mine}`;
}
