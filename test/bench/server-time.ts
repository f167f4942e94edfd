import { readFileSync } from 'node:fs';

import type pg from 'pg';

/** Processor time in milliseconds by process, for the processes that serve one database. */
export type ServerTime = ReadonlyMap<number, number>;

/** Time used so far by the server processes of a client's database; empty where the system does not tell (only Linux does). */
export async function serverTime(client: pg.Client): Promise<ServerTime> {
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database()',
  );
  return new Map(
    rows.flatMap(({ pid }) => [[pid, nanosecondsOf(pid) / 1e6] as const]).filter(([, ms]) => !Number.isNaN(ms)),
  );
}

/** Time used between two looks, by processes that were still there at the second. */
export function timeBetween(before: ServerTime, after: ServerTime): number {
  return [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0);
}

function nanosecondsOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${String(pid)}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    return Number.NaN;
  }
}
