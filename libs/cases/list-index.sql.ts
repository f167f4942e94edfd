import { bigramsOf } from '#libs/contract';
import type { Database, Tx } from '#libs/database';
import type { Instant, Summary } from '#libs/engine';

import { summaryOf } from './rows.rules.js';
import type { CaseRecord, CaseWork, World } from './work.types.js';

/** A row of the table lists are made from; `null` in `places` and `words` keeps what stands there. */
export interface ListRow {
  case_id: string;
  realm: string;
  workflow: string;
  status: string;
  stage: string;
  category: string | null;
  visibility: string;
  unit: string;
  places: string[] | null;
  title: string | null;
  words: string[] | null;
  created_at: Instant;
}

export const LIST_COLUMNS = [
  'case_id text',
  'realm text',
  'workflow text',
  'status text',
  'stage text',
  'category text',
  'visibility text',
  'unit text',
  'places text[]',
  'title text',
  'words text[]',
  'created_at timestamptz',
];

const COMPARED = ['realm', 'workflow', 'status', 'stage', 'category', 'visibility', 'unit', 'title'] as const;

/** What happens when the case has a row already. */
export const ON_LISTED = `on conflict (case_id) do update set
  ${COMPARED.map((column) => `${column} = excluded.${column}`).join(', ')},
  places = coalesce(excluded.places, case_list.places),
  words = case when excluded.title is distinct from case_list.title then excluded.words
          else coalesce(excluded.words, case_list.words) end`;

/** A title longer than this is found by its beginning. */
const LONGEST_INDEXED = 500;

/** What a title is found by. */
export function wordsOf(title: string | null): string[] {
  return title === null ? [] : bigramsOf(title.slice(0, LONGEST_INDEXED));
}

type Compared = Pick<ListRow, (typeof COMPARED)[number]>;

function comparedOf(record: CaseRecord, summary: Summary): Compared {
  const { realm, workflow, status } = record;
  const { stage, category, visibility, unit, title } = summary;
  return { realm, workflow, status, stage, category: category ?? null, visibility, unit, title };
}

/** Rows of the cases whose place in lists changes. Most acts change none, and this asks the database for nothing. */
export async function listRows(tx: Tx, world: World, works: readonly CaseWork[]): Promise<ListRow[]> {
  const changed = works.flatMap((work) => changeOf(world, work));
  const bodies = await bodiesOf(
    tx,
    works,
    changed.flatMap(({ isRetitled, is }) => (isRetitled && is.title !== null ? [is.title] : [])),
  );
  const rows: ListRow[] = [];
  for (const { work, is, isMoved, isRetitled } of changed) {
    rows.push({
      case_id: work.id,
      ...is,
      places: isMoved ? await world.places(is.unit, tx) : null,
      words: isRetitled ? wordsOf(is.title === null ? null : (bodies.get(is.title) ?? null)) : null,
      created_at: work.now.createdAt,
    });
  }
  return rows;
}

interface ListChange {
  work: CaseWork;
  is: Compared;
  isMoved: boolean;
  isRetitled: boolean;
}

function changeOf(world: World, work: CaseWork): ListChange[] {
  const is = comparedOf(work.now, work.summary);
  if (work.before === null || work.rewrite) return [{ work, is, isMoved: true, isRetitled: true }];
  const was = comparedOf(work.before, summaryOf(world, work.before));
  if (COMPARED.every((column) => was[column] === is[column])) return [];
  return [{ work, is, isMoved: was.unit !== is.unit, isRetitled: was.title !== is.title }];
}

/** Bodies of titles: mostly written in the same transaction; a child that takes over its parent's title has it looked up. */
async function bodiesOf(
  tx: Tx,
  works: readonly CaseWork[],
  titles: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (titles.length === 0) return new Map();
  const bodies = new Map<string, string | null>(
    works.flatMap(({ texts }) => texts.map(({ id, body }): [string, string] => [id, body])),
  );
  const missing = titles.filter((id) => !bodies.has(id));
  if (missing.length === 0) return bodies;
  const rows = await tx.query<{ id: string; body: string | null }>(
    `select id, body from texts where id = any($1::text[])`,
    [missing],
  );
  for (const { id, body } of rows) bodies.set(id, body);
  return bodies;
}

/** Takes the words of an erased text out of the index. */
export async function forgetWords(tx: Tx, textId: string): Promise<void> {
  await tx.query(`update case_list set words = '{}' where title = $1`, [textId]);
}

interface Unindexed {
  id: string;
  unit: string;
  body: string | null;
}

/**
 * Gives rows to cases that have none or an unfinished one, such as those written before there was this table. Answers how many
 * were done; fewer than `limit`: all are.
 */
export async function indexCases(database: Database, world: World, limit: number): Promise<number> {
  return database.transaction(async (tx) => {
    await tx.query(
      `insert into case_list (case_id, realm, workflow, status, stage, category, visibility, unit, title, created_at)
       select id, realm, workflow, status, stage, category, visibility, unit, title, created_at from cases c
       where not exists (select from case_list l where l.case_id = c.id) limit $1 on conflict do nothing`,
      [limit],
    );
    const rows = await tx.query<Unindexed>(
      `select l.case_id as id, l.unit, t.body from case_list l left join texts t on t.id = l.title
       where l.words is null or l.places is null limit $1`,
      [limit],
    );
    const indexed: { id: string; places: string[]; words: string[] }[] = [];
    for (const { id, unit, body } of rows)
      indexed.push({ id, places: await world.places(unit, tx), words: wordsOf(body) });
    await tx.query(
      `update case_list l set places = x.places, words = x.words
       from json_to_recordset($1::json) as x(id text, places text[], words text[]) where l.case_id = x.id`,
      [JSON.stringify(indexed)],
    );
    return rows.length;
  });
}

/** After a unit was hung elsewhere: its cases, and those of the units below it, are found at the new place. */
export async function placeAnew(tx: Tx, world: World, unit: string): Promise<void> {
  const rows = await tx.query<{ unit: string }>(`select distinct unit from case_list where places @> array[$1::text]`, [
    unit,
  ]);
  const moved: { unit: string; places: string[] }[] = [];
  for (const row of rows) moved.push({ unit: row.unit, places: await world.places(row.unit, tx) });
  await tx.query(
    `update case_list l set places = x.places
     from json_to_recordset($1::json) as x(unit text, places text[]) where l.unit = x.unit`,
    [JSON.stringify(moved)],
  );
}
