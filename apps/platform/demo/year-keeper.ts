import type { Label } from '#libs/engine';

import type { Platform } from '../platform.js';
import { liveYear, SIMULATED, YearStopped } from './year.js';

/**
 * Lives the demonstration year behind a running server, when nothing has happened yet or an earlier run was broken off. Answers
 * how to stop: a run that is stopped goes on at the next start.
 */
export function keepDemoYear(platform: Platform): () => Promise<void> {
  let isStopped = false;
  const running = run(platform, () => isStopped);
  return async () => {
    isStopped = true;
    await running;
  };
}

async function run(platform: Platform, isStopped: () => boolean): Promise<void> {
  const { demo, log } = platform;
  if (demo === null || !(await isWanted(platform))) return;
  demo.progress({ label: { zh: '准备中 …', en: 'preparing …' }, percent: 0, isRunning: true });
  try {
    const report = await liveYear(platform, {
      isStopped,
      until: await endOfYear(platform),
      onProgress: ({ now, share, issues, acts }) =>
        demo.progress({ label: progressLabel(now, issues, acts), percent: share * 100, isRunning: true }),
    });
    const { issues, acts, refusals } = report;
    demo.progress({ label: doneLabel(issues, acts), percent: 100, isRunning: false });
    log.info({ issues, acts, refusals }, 'the demonstration year is over');
  } catch (err) {
    if (err instanceof YearStopped) return;
    demo.progress({
      label: { zh: '演示年出错，见日志', en: 'the year failed, see the log' },
      percent: 0,
      isRunning: false,
    });
    log.error({ err }, 'the demonstration year failed');
  }
}

/** Nothing has happened in the live world, or a simulated one is unfinished. */
async function isWanted({ database, cases }: Platform): Promise<boolean> {
  const [row] = await database.query<{ simulated: boolean }>(
    `select exists (select 1 from cases where realm = $1) as simulated`,
    [SIMULATED],
  );
  return row?.simulated === true || (await cases.list({ limit: 1 })).rows.length === 0;
}

/** A run that was broken off ends when it was meant to end: a year after its day of beginning. */
async function endOfYear({ database, now }: Platform): Promise<string> {
  const [row] = await database.query<{ since: string | null }>(
    `select min(since)::text as since from workflow_fingerprints`,
  );
  const began = row?.since ?? now();
  return `${new Date(began).toISOString().slice(0, 10)}T00:00:00.000Z`;
}

function progressLabel(now: string, issues: number, acts: number): Label {
  const day = now.slice(0, 10);
  const [said, done] = [String(issues), String(acts)];
  return { zh: `正在推演 ${day}：${said} 件事项，${done} 个动作`, en: `living ${day}: ${said} issues, ${done} acts` };
}

function doneLabel(issues: number, acts: number): Label {
  const [said, done] = [String(issues), String(acts)];
  return { zh: `推演完毕：${said} 件事项，${done} 个动作`, en: `done: ${said} issues, ${done} acts` };
}
