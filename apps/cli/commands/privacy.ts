import { openPlatform, readInstallation, type Platform } from '#apps/platform';
import { DataDirectoryInUseError } from '#libs/database';

import { CommandFailed, say } from '../say.js';

/** Opens the data themselves: these commands touch every table and are for whoever runs the installation. */
async function withPlatform(work: (platform: Platform) => Promise<void>): Promise<void> {
  const config = { ...readInstallation(), role: 'server' as const, logLevel: 'error' as const };
  const platform = await stopped(() => openPlatform(config, { ignoresFingerprints: true }));
  try {
    await work(platform);
  } finally {
    await platform.close();
  }
}

async function stopped<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof DataDirectoryInUseError)) throw error;
    throw new CommandFailed([
      `服务（进程 ${String(error.pid)}）正在使用数据，请先停止 · a server has the data: stop it first`,
      `  → kill ${String(error.pid)}`,
    ]);
  }
}

/** `minyi privacy retention [--run]`: what is past its time; with `--run` it goes. */
export function retention({ run = false }: { run?: boolean }): Promise<void> {
  return withPlatform(async ({ privacy }) => {
    const rows = await (run ? privacy.retention.run() : privacy.retention.preview());
    for (const { label, days, before, count } of rows)
      say(`${String(count).padStart(8)}  ${label.zh} · ${label.en}  （${String(days)} 天 days, < ${before}）`);
    say(run ? '已清除 · erased' : '只列数量；清除请加 --run · counts only; add --run to erase');
  });
}

/** `minyi privacy resume`: goes on with confirmed erasures that were interrupted. */
export function resumeErasures(): Promise<void> {
  return withPlatform(async ({ privacy }) => {
    say(`${String(await privacy.erasures.resume())} 件完成 · erasure(s) finished`);
  });
}

/** `minyi privacy verify`: the journal of looks and the records of erasures. */
export function verifyPrivacy(): Promise<void> {
  return withPlatform(async ({ database, privacy }) => {
    const looks = await database.transaction((tx) => privacy.journal.broken(tx), { readOnly: true });
    const records = await privacy.erasures.broken();
    for (const seq of looks)
      say(`✗ 查看台账第 ${String(seq)} 条被改动 · entry ${String(seq)} of the journal of looks was changed`);
    for (const seq of records) say(`✗ 删除记录第 ${String(seq)} 条被改动 · erasure record ${String(seq)} was changed`);
    if (looks.length + records.length > 0) throw new CommandFailed(['不符 · finding(s)']);
    say('查看台账和删除记录完整 · the journal of looks and the erasure records are intact');
  });
}

/** `minyi keys rotate`: seals everything with the first key of DATA_KEY. */
export function rotateKeys(): Promise<void> {
  return withPlatform(async ({ privacy }) => {
    const { resealed, left } = await privacy.rotateKeys();
    for (const [name, count] of Object.entries(resealed)) say(`${name}: ${String(count)}`);
    if (left > 0)
      throw new CommandFailed([
        `还有 ${String(left)} 处用着旧钥匙（别的进程还在用，或导入没有结束）：全部重启、结束导入后再运行一次`,
        `${String(left)} value(s) are still under an old key (a process that uses it, an import that has not ended): restart, then run this again`,
      ]);
    say('旧钥匙可以从 DATA_KEY 去掉了 · the old key can be dropped from DATA_KEY');
  });
}
