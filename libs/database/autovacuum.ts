import type { Database } from './database.js';

interface Worn {
  /** The table's name as SQL takes it. */
  name: string;
  isFullOfDead: boolean;
}

/** Which tables PostgreSQL's autovacuum would take now, by its own settings (PostgreSQL manual, "The Autovacuum Daemon"). */
const WORN = `
  with tables as (
    select s.relid::regclass::text as name, greatest(c.reltuples, 0) as rows,
      s.n_dead_tup as dead, s.n_ins_since_vacuum as inserted, s.n_mod_since_analyze as modified
    from pg_stat_user_tables s join pg_class c on c.oid = s.relid),
  taken as (
    select name,
      dead > current_setting('autovacuum_vacuum_threshold')::int
          + current_setting('autovacuum_vacuum_scale_factor')::float * rows
        or inserted > current_setting('autovacuum_vacuum_insert_threshold')::int
          + current_setting('autovacuum_vacuum_insert_scale_factor')::float * rows as "isFullOfDead",
      modified > current_setting('autovacuum_analyze_threshold')::int
        + current_setting('autovacuum_analyze_scale_factor')::float * rows as "isOtherwise"
    from tables)
  select name, "isFullOfDead" from taken where "isFullOfDead" or "isOtherwise" order by name`;

/**
 * What PostgreSQL's autovacuum does by itself and PGlite does not, for want of processes behind the scenes: clears away dead rows, and
 * learns anew what is in tables that have changed, without which the planner takes them for empty. One table after another, so that
 * others get a word in between. Answers how many tables were taken; none on a server, which does it by itself.
 */
export async function autovacuum(database: Database): Promise<number> {
  if (database.kind !== 'pglite') return 0;
  // what was just counted is otherwise told a second later
  await database.query('select pg_stat_force_next_flush()');
  const worn = await database.query<Worn>(WORN);
  for (const { name, isFullOfDead } of worn)
    await database.query(`${isFullOfDead ? 'vacuum analyze' : 'analyze'} ${name}`);
  return worn.length;
}
