import { resolve } from 'node:path';

import { atRoot, headsFilesOf, openPlatform, PLATFORM_ENTITIES, readInstallation, type Platform } from '#apps/platform';
import { Heads } from '#libs/cases';
import { checkMigrations, createMigration, DataDirectoryInUseError, openDatabase } from '#libs/database';

import { CommandFailed, remark, say } from '../say.js';

/** `minyi migrate [--check | --create <name>]`. */
export async function migrate({ check = false, create }: { check?: boolean; create?: string }): Promise<void> {
  if (create !== undefined) {
    const file = await createMigration({
      name: create,
      entities: PLATFORM_ENTITIES,
      directory: atRoot('libs', 'database', 'migrations'),
    });
    say(file ?? '没有差别 · nothing differs');
  } else if (check) {
    const statements = await checkMigrations(PLATFORM_ENTITIES);
    if (statements.length > 0)
      throw new CommandFailed(['表结构与迁移不一致 · tables and migrations differ:', ...statements]);
    say('迁移齐全 · migrations are complete');
  } else await migrateNow();
}

async function migrateNow(): Promise<void> {
  const config = readInstallation();
  const database = await stopped(() => openDatabase({ url: config.database.url, entities: PLATFORM_ENTITIES }));
  try {
    const { applied } = await database.migrate();
    say(applied.length === 0 ? '已是最新 · up to date' : applied.join('\n'));
  } finally {
    await database.close();
  }
}

/** Says clearly that the server must be stopped when it has the embedded database. */
async function stopped<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof DataDirectoryInUseError)) throw error;
    throw new CommandFailed([
      `服务（进程 ${String(error.pid)}）正在使用 ${error.directory}；这个命令要直接读写数据库，请先停止服务`,
      `the server (process ${String(error.pid)}) has ${error.directory}; this command needs the database itself: stop the server first`,
      `  → kill ${String(error.pid)}`,
    ]);
  }
}

async function withPlatform(work: (platform: Platform) => Promise<void>): Promise<void> {
  const config = { ...readInstallation(), role: 'server' as const, logLevel: 'error' as const };
  const platform = await stopped(() => openPlatform(config, { ignoresFingerprints: true }));
  try {
    await work(platform);
  } finally {
    await platform.close();
  }
}

/** `minyi replay`: runs the journal of every live case through the code as it is now, and lists what comes out differently. */
export function replay(): Promise<void> {
  return withPlatform(async ({ cases }) => {
    let count = 0;
    const diverging: string[] = [];
    for await (const id of activeCases(cases)) {
      count += 1;
      const line = await divergence(cases, id);
      if (line !== null) diverging.push(line);
    }
    for (const line of diverging) say(line);
    if (diverging.length > 0)
      throw new CommandFailed([`${String(count)} 件中 ${String(diverging.length)} 件不同 · diverge`]);
    say(`${String(count)} 件在办事项全部一致 · live case(s), all the same`);
  });
}

async function divergence(cases: Platform['cases'], id: string): Promise<string | null> {
  try {
    const rebuilt = await cases.rebuild(id);
    if (rebuilt === null || rebuilt.same) return null;
    return `${id}: 自第 ${String(rebuilt.divergesAt ?? 0)} 条起不同 · differs from entry ${String(rebuilt.divergesAt ?? 0)}`;
  } catch (error) {
    return `${id}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function* activeCases(cases: Platform['cases']): AsyncGenerator<string> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof cases.list>> = await cases.list({
      status: 'active',
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const { id } of page.rows) yield id;
    cursor = page.next;
  } while (cursor !== null);
}

/** `minyi verify [--heads <file>] [--key <public key>]`: every journal, and everything against what was signed. */
export function verify({ heads, key }: { heads?: string; key?: string }): Promise<void> {
  return withPlatform(async ({ cases, config }) => {
    const files = headsFilesOf(config);
    const file = heads === undefined ? files.file : resolve(heads);
    const result = await new Heads(cases, { ...files, file }).verifyAll(key);
    for (const { caseId, code, message } of result.findings) say(`✗ ${caseId} ${code}: ${message}`);
    say(`${String(result.cases)} 件事项 · cases; 已签名 signed ${String(result.signed)}, ${result.signedAt ?? '—'}`);
    if (result.root !== null) remark(`root ${result.root}`);
    if (result.findings.length > 0) throw new CommandFailed([`${String(result.findings.length)} 处不符 · finding(s)`]);
    say('台账完整 · the journals are intact');
  });
}
