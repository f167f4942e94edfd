import pg from 'pg';

/** Makes the database of the benchmarks anew on a server. Answers where it is. */
export async function emptyDatabase(serverUrl: string): Promise<string> {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query('drop database if exists minyi_bench with (force)');
  await server.query('create database minyi_bench');
  await server.end();
  return benchDatabase(serverUrl);
}

/** Where the database of the benchmarks is. */
export function benchDatabase(serverUrl: string): string {
  const url = new URL(serverUrl);
  url.pathname = '/minyi_bench';
  return url.href;
}
