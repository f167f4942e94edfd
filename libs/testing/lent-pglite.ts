import type { PGlite } from '@electric-sql/pglite';
import { startPglite } from '#libs/database';

/** What a database of a test file begins with. */
export type PgliteContent = 'migrated' | 'empty';

/** A PGlite for one borrower at a time. */
export interface LentPglite {
  readonly pglite: PGlite;
  /** For the next borrower. `inOrder: false`: something of it is still going on, so nobody else gets it. */
  readonly giveBack: (state: { readonly inOrder: boolean }) => Promise<void>;
}

/** A PGlite with the fingerprint of its tables when it had just been started. */
interface Kept {
  readonly pglite: PGlite;
  readonly shape: string;
}

const idle = new Map<PgliteContent, Kept>();
let mayEnd = false;

/**
 * A PGlite as if it had just been started. Starting one takes more time than most test files, so the one of the file before is
 * made as new: no rows, numbers from one, no settings of a session. If its tables are not what they were, another is started.
 */
export async function borrowPglite(content: PgliteContent, copy: () => Promise<Blob>): Promise<LentPglite> {
  const before = idle.get(content);
  idle.delete(content);
  const kept = (before === undefined ? undefined : await renewed(before, content)) ?? (await start(copy));
  return {
    pglite: kept.pglite,
    giveBack: async ({ inOrder }) => {
      if (inOrder && !idle.has(content)) idle.set(content, kept);
      else await kept.pglite.close();
    },
  };
}

async function start(copy: () => Promise<Blob>): Promise<Kept> {
  if (!mayEnd) letTheProcessEnd();
  mayEnd = true;
  const pglite = await startPglite('memory://', await copy());
  return { pglite, shape: await shapeOf(pglite) };
}

/** PGlite sets itself an alarm every ten seconds: an idle one must not keep alive a process whose tests are over. */
function letTheProcessEnd(): void {
  globalThis.setTimeout = new Proxy(globalThis.setTimeout, {
    apply(target, self, args: Parameters<typeof setTimeout>) {
      const timeout: unknown = Reflect.apply(target, self, args);
      if (timeout instanceof Object && 'unref' in timeout && String(args[0]).includes('__emscripten_timeout'))
        (timeout as NodeJS.Timeout).unref();
      return timeout;
    },
  });
}

async function renewed(kept: Kept, content: PgliteContent): Promise<Kept | undefined> {
  const { pglite, shape } = kept;
  if (pglite.closed) return undefined;
  try {
    // each on its own: PostgreSQL refuses it inside a transaction, also inside one that a test has left open
    await pglite.exec('discard all');
    await pglite.exec(`set time zone 'UTC'`);
    if (content === 'empty') await pglite.exec('drop schema public cascade; create schema public');
    else await empty(pglite);
    if ((await shapeOf(pglite)) === shape) return kept;
  } catch {
    // whatever it was: it is not as new
  }
  await pglite.close();
  return undefined;
}

async function empty(pglite: PGlite): Promise<void> {
  await emptyTables(async (sql) => (await pglite.query<{ name: string }>(sql)).rows);
  // also of tables whose last row a test has deleted itself
  await pglite.query(
    `select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
       from pg_sequences where schemaname = 'public' and last_value is not null and sequencename not like 'mikro%'`,
  );
}

/** Empties every table but the list of migrations. */
export async function emptyTables(query: (sql: string) => Promise<{ name: string }[]>): Promise<void> {
  const tables = await query(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'mikro_orm_migrations'`,
  );
  if (tables.length === 0) return;
  // truncating costs something for each table, also for the many that a test has not touched
  const used = await query(
    tables.map(({ name }) => `select '${name}' as name where exists (select from ${name})`).join(' union all '),
  );
  if (used.length > 0) await query(`truncate ${used.map(({ name }) => name).join(', ')} restart identity cascade`);
}

/** Everything a migration could change, in one line. */
async function shapeOf(pglite: PGlite): Promise<string> {
  const { rows } = await pglite.query<{ shape: string }>(`
    with ours as (select oid from pg_namespace where nspname <> 'information_schema' and nspname not like 'pg\\_%'),
    lines as (
      select format('schema %s', nspname) as line from pg_namespace where oid in (select oid from ours)
      union all
      select format('column %s %s %s %s %s %s %s', c.oid, c.relname, c.relkind, a.attname, a.atttypid, a.attnotnull, d.adbin)
        from pg_class c
        left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
       where c.relnamespace in (select oid from ours)
      union all
      select format('constraint %s %s %s', conrelid, conname, pg_get_constraintdef(oid))
        from pg_constraint where connamespace in (select oid from ours)
      union all
      select format('index %s', pg_get_indexdef(indexrelid))
        from pg_index join pg_class on pg_class.oid = indexrelid where relnamespace in (select oid from ours)
      union all
      select format('trigger %s %s', tgenabled, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
      union all
      select format('function %s %s', proname, prosrc) from pg_proc where pronamespace in (select oid from ours)
      union all
      select format('type %s', typname) from pg_type where typnamespace in (select oid from ours)
      union all
      select format('setting %s', setconfig::text) from pg_db_role_setting
    )
    select md5(coalesce(string_agg(line, e'\\n' order by line), '')) as shape from lines`);
  return rows[0]?.shape ?? '';
}
