import type { StepReport } from '#apps/demo';
import { liveYear, openPlatform, readInstallation, scenarioGround, type Platform } from '#apps/platform';
import { ERRORS } from '#libs/contract';
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
  if (scenario !== 'year') return playScenario(scenario);
  const count = Number(issues);
  if (!Number.isInteger(count) || count < 1)
    throw new CommandFailed([`--issues 要是正整数 · must be a positive integer: ${issues}`]);
  const platform = await inMemory();
  try {
    report(await liveYear(platform, { count, onProgress: showProgress }));
  } finally {
    await platform.close();
  }
}

/** A platform that leaves nothing behind. */
function inMemory(): Promise<Platform> {
  const config = readInstallation({ DATA_DIR: 'memory://', DEMO: 'on', LOG_LEVEL: 'error' });
  return openPlatform({ ...config, role: 'server' });
}

/** Tells a story step by step; fails where reality differs from it. */
async function playScenario(name: string): Promise<void> {
  const { runScenario, scenarios, ScenarioFailed } = await import('#apps/demo');
  const scenario = scenarios.find((one) => one.name === name);
  if (scenario === undefined)
    throw new CommandFailed([
      `没有情景 ${name} · no such scenario`,
      `year, ${scenarios.map((one) => one.name).join(', ')}`,
    ]);
  const platform = await inMemory();
  try {
    say(`${scenario.title.zh} · ${scenario.title.en}`);
    const { steps, acts, refusals } = await runScenario(scenarioGround(platform), scenario, (step) =>
      say(stepLine(step)),
    );
    say(`${String(steps)} 步 steps, ${String(acts)} 个动作 acts, ${String(refusals)} 次拒绝 refusals`);
  } catch (error) {
    if (error instanceof ScenarioFailed) throw new CommandFailed([error.message]);
    throw error;
  } finally {
    await platform.close();
  }
}

function stepLine({ number, local, actor, act, outcome, refusal, says, states, happened }: StepReport): string {
  const by = actor === null ? '' : `${actor.name}（${actor.title.zh}）`;
  const what = act === null ? (says?.zh ?? '') : act.label.zh;
  const why = refusal === null ? '' : `［${refusal.code}：${reasonsOf(refusal)}］`;
  const where = states.length === 0 ? '' : ` → ${states.map(({ zh }) => zh).join('、')}`;
  const meanwhile = happened.map(({ says: said }) => `\n        · ${said.zh}`).join('');
  return `${String(number).padStart(3)}  ${local}  ${OUTCOMES[outcome]} ${by}${what}${why}${where}${meanwhile}`;
}

/** The reasons given, or what the refusal is called where it is reason enough. */
function reasonsOf({ code, because }: NonNullable<StepReport['refusal']>): string {
  return because.length > 0 ? because.map(({ zh }) => zh).join('；') : ERRORS[code].title.zh;
}

const OUTCOMES: Record<StepReport['outcome'], string> = {
  done: '✓',
  refused: '✗',
  waited: '…',
  holds: '＝',
  note: '#',
};

function showProgress({
  now,
  share,
  issues,
  acts,
}: {
  now: string;
  share: number;
  issues: number;
  acts: number;
}): void {
  remark(
    `${now.slice(0, 10)}  ${String(Math.round(share * 100)).padStart(3)}%  ${String(issues)} 件 issues  ${String(acts)} 个动作 acts`,
  );
}

function report({ issues, acts, refusals, tally }: Report): void {
  say(`${String(issues)} 件 issues, ${String(acts)} 个动作 acts`);
  for (const { workflow, status, count } of tally)
    say(`  ${workflow.padEnd(14)} ${status.padEnd(10)} ${String(count)}`);
  for (const [what, count] of Object.entries(refusals)) say(`  被拒 refused ${what} ×${String(count)}`);
}
