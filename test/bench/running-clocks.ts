import type { Database } from '#libs/database';

/** Copies of a case whose clock is to be due at other instants. */
export interface Copies {
  /** The case that the product made. */
  template: string;
  /** Keeps copies of several calls apart. */
  series: string;
  count: number;
  /** Due instant of the template's clock, and SQL of that of copy `n`; default: the same. */
  due?: { from: string; to: string };
}

/** Columns of a table with the id of the case replaced. */
async function columnsOf(database: Database, table: string): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = $1 and table_schema = 'public'
     order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** What follows a case, with the column that names it. */
const FOLLOWING = { journal: 'case_id', case_clocks: 'case_id', desk: 'case_id', case_list: 'case_id' } as const;

const ID = `md5($2 || n)::uuid::text`;
/** An instant as JSON has it. */
const TEXT = (sql: string): string => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Writes running cases as the product would have: the same rows in the same tables, clocks with their ledgers. Answers their ids. */
export async function copyCases(database: Database, { template, series, count, due }: Copies): Promise<void> {
  const to = due === undefined ? 'null::timestamptz' : `(${due.to})`;
  const moved = (column: string): string =>
    due === undefined ? `t."${column}"` : `case when t."${column}" = '${due.from}' then x.due else t."${column}" end`;
  const numbers = `(select n, ${ID} as id, ${to} as due from generate_series(1, ${String(count)}) n) x`;
  const special: Record<string, string> = {
    id: 'x.id',
    case_id: 'x.id',
    stored: `replace(t.stored::text, $1, x.id)::json`,
    clocks: due === undefined ? 't.clocks' : `replace(t.clocks::text, '${due.from}', ${TEXT('x.due')})::json`,
    next_due_at: due === undefined ? 't.next_due_at' : 'x.due',
    next_at: moved('next_at'),
    due_at: moved('due_at'),
  };
  const write = async (table: string, key: string): Promise<void> => {
    const columns = await columnsOf(database, table);
    const values = columns.map((column) => special[column] ?? `t."${column}"`).join(', ');
    await database.query(
      `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')})
       select ${values} from ${numbers}, ${table} t where t.${key} = $1`,
      [template, series],
    );
  };
  await write('cases', 'id');
  for (const [table, key] of Object.entries(FOLLOWING)) await write(table, key);
}

/** The ids of copies. */
export async function copiesOf(database: Database, series: string, count: number): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select md5($1 || n)::uuid::text as id from generate_series(1, ${String(count)}) n`,
    [series],
  );
  return rows.map(({ id }) => id);
}
