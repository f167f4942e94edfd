import type { Database } from '#libs/database';
import type { Instant, JsonObject } from '#libs/engine';

import { toMs } from './office-hours.js';
import { pathsOf } from './scene.js';
import type { SeenCase } from './scene.js';

interface Row {
  id: string;
  workflow: string;
  version: number;
  status: string;
  changedAt: Instant;
  value: unknown;
  context: JsonObject;
  clocks: { name: string; armedAt: Instant; dueAt: Instant | null }[] | null;
}

/** A case with its status: cases that have ended are seen once more, so that nobody waits for them. */
export type LoadedCase = SeenCase<JsonObject> & { status: string };

const SELECT = `select c.id, c.workflow, c.version, c.status, c.changed_at as "changedAt", c.stored->'value' as value,
  c.stored->'context' as context,
  (select json_agg(json_build_object('name', k.name,
     'armedAt', to_char(k.armed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
     'dueAt', to_char(k.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
   from case_clocks k where k.case_id = c.id) as clocks
  from cases c where c.realm = $1`;

/** What the agents of a world can see in its database. */
export class WorldReader {
  constructor(
    private readonly database: Database,
    private readonly realm: string,
  ) {}

  /** Every case under way: what a resumed run starts from. */
  async active(): Promise<LoadedCase[]> {
    return (await this.database.query<Row>(`${SELECT} and c.status = 'active'`, [this.realm])).map(seen);
  }

  /** Cases changed at this instant or later. */
  async changedSince(at: Instant): Promise<LoadedCase[]> {
    return (await this.database.query<Row>(`${SELECT} and c.changed_at >= $2`, [this.realm, at])).map(seen);
  }

  /** Ids of the cases that exist already, out of those planned. */
  async existing(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(`select id from cases where id = any($1)`, [ids]);
    return new Set(rows.map((row) => row.id));
  }

  /** Instant of the last thing that happened; `null` in an empty world. */
  async lastChange(): Promise<number | null> {
    const [row] = await this.database.query<{ at: Instant | null }>(
      `select max(changed_at) as at from cases where realm = $1`,
      [this.realm],
    );
    return row?.at == null ? null : toMs(row.at);
  }

  /** How many cases have come to which end. */
  async tally(): Promise<{ workflow: string; status: string; count: number }[]> {
    return this.database.query(
      `select workflow, status, count(*)::int as count from cases where realm = $1 group by workflow, status order by 1, 2`,
      [this.realm],
    );
  }
}

function seen(row: Row): LoadedCase {
  const { id, workflow, version, status, context } = row;
  const clocks = (row.clocks ?? []).map(({ name, armedAt, dueAt }) => ({
    name,
    armedAt: toMs(armedAt),
    dueAt: dueAt === null ? null : toMs(dueAt),
  }));
  return { id, workflow, version, status, context, clocks, states: pathsOf(row.value), changedAt: toMs(row.changedAt) };
}
