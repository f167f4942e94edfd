import type { Platform } from '#apps/platform';

/** What a list reads of a case, by the column that names the case. */
const TABLES = {
  cases: 'id',
  case_parties: 'case_id',
  case_clocks: 'case_id',
  case_list: 'case_id',
  desk: 'case_id',
} as const;

/**
 * Makes a list long: copies of a case as lists read it, each due a day later than the case itself, so that they stand behind it.
 * They have no journal and are not for opening.
 */
export async function copyCase({ database }: Platform, id: string, count: number): Promise<void> {
  for (const [table, key] of Object.entries(TABLES))
    await database.query(
      `insert into ${table} select (jsonb_populate_record(c, jsonb_build_object('${key}', md5($1 || nth)::uuid::text))).*
       from ${table} c cross join generate_series(1, ${String(count)}) as copies(nth) where c.${key} = $1`,
      [id],
    );
  await database.query(
    `update case_clocks set due_at = due_at + interval '1 day'
     where case_id in (select md5($1 || nth)::uuid::text from generate_series(1, ${String(count)}) as copies(nth))`,
    [id],
  );
}
