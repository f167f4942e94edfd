import type { Database } from '#libs/database';

/** What the tables say after everything is over. */
export interface Records {
  /** Names of the acts in each case's journal, in order. */
  acts: ReadonlyMap<string, string[]>;
  /** Clocks and rungs that fired, by case, as `clock` or `clock/rung`, in order. */
  fired: ReadonlyMap<string, string[]>;
  /** Effects that were not carried out, with what was said about them. */
  undone: string[];
  /** `notify` effects without a message. */
  untold: string[];
  incidents: number;
  /** Cases whose running clocks are not those that queries show. */
  lostClocks: string[];
  /** Cases whose entries are not numbered 1, 2, 3 … */
  gaps: string[];
}

/** Reads what chaos has left behind. */
export async function readRecords(database: Database): Promise<Records> {
  return {
    acts: await listed(database, `kind = 'act'`, `body #>> '{event,act}'`),
    fired: await listed(
      database,
      `kind in ('clock', 'rung')`,
      `split_part(body #>> '{event,clock}', '@', 1) || coalesce('/' || (body #>> '{event,rung}'), '')`,
    ),
    undone: await texts(
      database,
      `select id || ' ' || name || ' ' || status || ' ' || coalesce(last_error, '') as text
      from outbox where status <> 'done'`,
    ),
    untold: await texts(
      database,
      `select id as text from outbox o where kind = 'perform' and name = 'notify'
      and not exists (select 1 from messages m where starts_with(m.id, o.id || ':') or m.id = o.id)`,
    ),
    incidents: (await database.query('select 1 from incidents')).length,
    lostClocks: await texts(
      database,
      `select id as text from cases
      where array(select json_object_keys(clocks) order by 1) <> array(select clock::text from case_clocks where case_id = id order by 1)`,
    ),
    gaps: await texts(
      database,
      `select case_id as text from journal group by case_id
      having count(*) <> max(seq) or min(seq) <> 1`,
    ),
  };
}

async function listed(database: Database, where: string, what: string): Promise<Map<string, string[]>> {
  const rows = await database.query<{ id: string; names: string[] }>(
    `select case_id as id, array_agg(${what} order by seq) as names from journal where ${where} group by case_id`,
  );
  return new Map(rows.map(({ id, names }) => [id, names]));
}

async function texts(database: Database, sql: string): Promise<string[]> {
  return (await database.query<{ text: string }>(sql)).map(({ text }) => text);
}
