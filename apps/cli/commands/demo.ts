import { liveYear, openPlatform, readInstallation } from '#apps/platform';
import { DataDirectoryInUseError } from '#libs/database';

import { CommandFailed, remark, say } from '../say.js';

interface Report {
  issues: number;
  acts: number;
  refusals: Record<string, number>;
  tally: { workflow: string; status: string; count: number }[];
}

/** `minyi demo`: the demonstration community and its year in the installation's database. */
export async function demo(): Promise<void> {
  const config = { ...readInstallation(), isDemo: true, role: 'server' as const, logLevel: 'error' as const };
  try {
    const platform = await openPlatform(config);
    try {
      report(await liveYear(platform, { onProgress: showProgress }));
    } finally {
      await platform.close();
    }
  } catch (error) {
    if (!(error instanceof DataDirectoryInUseError)) throw error;
    throw new CommandFailed([
      `服务（进程 ${String(error.pid)}）正在运行，它会自己载入演示；进度见首页 ${config.http.publicUrl}/`,
      'a server is running and loads the demonstration itself; see its start page',
    ]);
  }
}

/** `minyi simulate year`: a year in memory, which leaves nothing behind but its figures. */
export async function simulate(scenario: string, { issues }: { issues: string }): Promise<void> {
  if (scenario !== 'year') throw new CommandFailed([`没有情景 ${scenario} · no such scenario; year`]);
  const count = Number(issues);
  if (!Number.isInteger(count) || count < 1) throw new CommandFailed([`--issues 要是正整数 · must be a positive integer: ${issues}`]);
  const config = readInstallation({ DATA_DIR: 'memory://', DEMO: 'on', LOG_LEVEL: 'error' });
  const platform = await openPlatform({ ...config, role: 'server' });
  try {
    report(await liveYear(platform, { count, onProgress: showProgress }));
  } finally {
    await platform.close();
  }
}

function showProgress({ now, share, issues, acts }: { now: string; share: number; issues: number; acts: number }): void {
  remark(`${now.slice(0, 10)}  ${String(Math.round(share * 100)).padStart(3)}%  ${String(issues)} 件 issues  ${String(acts)} 个动作 acts`);
}

function report({ issues, acts, refusals, tally }: Report): void {
  say(`${String(issues)} 件 issues, ${String(acts)} 个动作 acts`);
  for (const { workflow, status, count } of tally) say(`  ${workflow.padEnd(14)} ${status.padEnd(10)} ${String(count)}`);
  for (const [what, count] of Object.entries(refusals)) say(`  被拒 refused ${what} ×${String(count)}`);
}
