import type { AddressInfo } from 'node:net';
import { createServer as createBare } from 'node:http';
import { once } from 'node:events';

import type { Browser, Page } from 'playwright-core';

import { openPlatform, readInstallation } from '#apps/platform';
import { createServer } from '#apps/server';
import { autovacuum } from '#libs/database';

import { copyCase } from '../browser/testing/copied-tasks.js';
import { Neighbourhood } from '../browser/testing/neighbourhood.js';
import { felt, type Looking } from './page-times.js';
import { median } from './rounds.js';
import { time, type Measured } from './table.js';

/** Open tasks in the database. */
const TASKS = 10_000;
const ROUNDS = 3;
const INTERACTION_MS = 200;
/** A frame longer than this is seen as a jerk, on a computer slowed down like a cheap telephone. */
const LONGEST_FRAME_MS = 100;
const DESK = { viewport: { width: 1280, height: 900 } } as const;
const SCROLL_MS = 4000;
const FRAME_MS = 1000 / 60;

/** How a list moved while it was scrolled. */
interface Scrolled {
  /** Frames that were not drawn in time, of a hundred. */
  dropped: number;
  longest: number;
}

/** What clerks do on a desk and a ledger with ten thousand open tasks, on a slowed-down computer, beside a bare list of as many rows. */
export async function staffPages(browser: Browser): Promise<Measured[]> {
  const platform = await openPlatform(readInstallation({ DATA_DIR: 'memory://', DEMO: 'on', LOG_LEVEL: 'silent' }));
  const server = await createServer(platform);
  const bare = await bareList();
  try {
    await server.app.listen(0, '127.0.0.1');
    const origin = await server.app.getUrl();
    const neighbourhood = new Neighbourhood({ origin, platform });
    const { task } = await neighbourhood.dispatched('9号楼暖气阀门漏水');
    await copyCase(platform, task, TASKS);
    // as within a minute of a running product
    await autovacuum(platform.database);
    const clerk = await neighbourhood.cookie('department');
    const keeper = await neighbourhood.cookie('coordinator');
    return [
      ...(await interactions(browser, { origin, clerk, keeper })),
      ...(await scrolling(browser, { origin, keeper, bare: bare.url })),
    ];
  } finally {
    bare.stop();
    await server.stop();
  }
}

interface Done {
  what: string;
  url: string;
  cookie: string;
  interact: NonNullable<Looking['interact']>;
}

async function interactions(
  browser: Browser,
  { origin, clerk, keeper }: { origin: string; clerk: string; keeper: string },
): Promise<Measured[]> {
  const desk = `${origin}/desk`;
  const ledger = `${origin}/ledger`;
  const keys = (...pressed: string[]) => {
    return async (page: Page): Promise<void> => {
      for (const key of pressed) await page.keyboard.press(key);
    };
  };
  const acts: Done[] = [
    { what: 'desk: another queue', url: desk, cookie: clerk, interact: keys('3') },
    { what: 'desk: from row to row', url: desk, cookie: clerk, interact: keys('j', 'j', 'j', 'j') },
    { what: 'desk: select rows', url: desk, cookie: clerk, interact: keys('j', 'x', 'Shift+ArrowDown', 'Control+a') },
    { what: 'desk: open a form', url: desk, cookie: clerk, interact: keys('j', 'r') },
    { what: 'ledger: type into the search', url: ledger, cookie: keeper, interact: searched },
  ];
  const rows: Measured[] = [];
  for (const { what, url, cookie, interact } of acts) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      times.push((await felt(browser, { url, cookie, context: DESK, interact })).interaction);
    const slowest = median(times);
    rows.push({
      ...{ what, value: slowest === 0 ? '< 16 ms' : time(slowest) },
      ...{ target: `< ${time(INTERACTION_MS)}`, isReached: slowest < INTERACTION_MS },
    });
  }
  return rows;
}

async function searched(page: Page): Promise<void> {
  await page.getByRole('searchbox').first().focus();
  await page.keyboard.type('9号楼', { delay: 40 });
}

async function scrolling(
  browser: Browser,
  { origin, keeper, bare }: { origin: string; keeper: string; bare: string },
): Promise<Measured[]> {
  const looks = {
    ours: { url: `${origin}/ledger`, cookie: keeper, frame: '.data-table-frame' },
    bare: { url: bare, cookie: undefined, frame: 'main' },
  };
  const taken = { ours: [] as Scrolled[], bare: [] as Scrolled[] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const which of ['bare', 'ours'] as const) {
      const { url, cookie, frame } = looks[which];
      await felt(browser, {
        ...{ url, cookie, context: DESK },
        interact: async (page) => {
          await page.locator(frame).first().waitFor();
          taken[which].push(await page.evaluate<Scrolled>(`(${SCROLLING})(${JSON.stringify(frame)})`));
        },
      });
    }
  const of = (which: 'ours' | 'bare', part: keyof Scrolled): number => median(taken[which].map((one) => one[part]));
  const percent = (share: number): string => `${share.toFixed(0)} %`;
  return [
    {
      ...{ what: 'ledger: longest frame while scrolling', value: time(of('ours', 'longest')) },
      beside: `bare list: ${time(of('bare', 'longest'))}`,
      target: `< ${time(LONGEST_FRAME_MS)}, or as the bare list`,
      isReached: of('ours', 'longest') < Math.max(LONGEST_FRAME_MS, of('bare', 'longest') * 1.5),
    },
    {
      ...{ what: 'ledger: frames dropped while scrolling', value: percent(of('ours', 'dropped')) },
      beside: `bare list: ${percent(of('bare', 'dropped'))}`,
    },
  ];
}

/** Runs in the page: scrolls a little every frame and looks when the next one comes. */
const SCROLLING = `(selector) => new Promise((resolve) => {
  const frame = document.querySelector(selector);
  const begin = performance.now();
  let before = begin, longest = 0, dropped = 0, frames = 0;
  const step = (at) => {
    const took = at - before;
    before = at;
    if (frames > 0) {
      longest = Math.max(longest, took);
      dropped += Math.max(0, Math.round(took / ${String(FRAME_MS)}) - 1);
    }
    frames += 1;
    frame.scrollTop += 40;
    if (at - begin < ${String(SCROLL_MS)}) requestAnimationFrame(step);
    else resolve({ longest, dropped: 100 * dropped / (dropped + frames) });
  };
  requestAnimationFrame(step);
})`;

/** As many rows without anything in them but words: what a browser takes for scrolling at all. */
async function bareList(): Promise<{ url: string; stop: () => void }> {
  const rows = Array.from({ length: TASKS }, (_, n) => `<p>2026-limin-${String(n)} 9号楼暖气阀门漏水</p>`).join('');
  const style = '<style>main{height:600px;overflow:auto}p{height:52px;margin:0}</style>';
  const server = createBare((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="zh-CN"><title>民议</title>${style}<h1>台账</h1><main tabindex=0>${rows}</main>`,
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/`, stop: () => server.close() };
}
