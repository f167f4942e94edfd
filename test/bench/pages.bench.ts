/**
 * How long people wait for pages: largest contentful paint and the slowest interaction, in a real browser slowed down to a cheap
 * telephone, beside a bare page of the same machine that has a heading and no script. `--base=URL` looks at a server that runs
 * already, with the demonstration; otherwise one is started and its year lived first. Then the desk and the ledger of staff, on
 * ten thousand open tasks; `--staff`: only these.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type Browser } from 'playwright-core';

import { readTestConfig } from '#libs/config';

import { signInOverHttp } from '../sign-in/sign-in.js';
import { felt, PHONE_SLOWDOWN, type Felt, type Looking } from './page-times.js';
import { freePort, ProductProcess } from './product-process.js';
import { median } from './rounds.js';
import { staffPages } from './staff-pages.js';
import { report, time, type Measured } from './table.js';

const LCP_MS = 1_500;
/** What people take for “at once”. */
const INTERACTION_MS = 200;
const ROUNDS = 5;

interface Looked {
  what: string;
  looking: Looking;
}

async function residentPages(origin: string): Promise<Looked[]> {
  const cookie = await signInOverHttp(origin, 'resident');
  const press = (name: string): NonNullable<Looking['interact']> => {
    return (page) => page.getByRole('button', { name, exact: true }).first().click();
  };
  return [
    { what: 'the first page, a visitor', looking: { url: `${origin}/`, interact: press('大字版') } },
    { what: 'the first page, a resident', looking: { url: `${origin}/`, cookie, interact: press('大字版') } },
    { what: 'reporting', looking: { url: `${origin}/report`, cookie, interact: press('没有危险') } },
    { what: 'all issues', looking: { url: `${origin}/issues`, cookie, interact: press('大字版') } },
    { what: 'my matters', looking: { url: `${origin}/my`, cookie, interact: press('大字版') } },
  ];
}

/** The least a page can be: what it takes beside is ours. */
async function barePage(): Promise<{ url: string; stop: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><html lang="zh-CN"><title>民议</title><main><h1>您好，有事就说</h1></main>');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/`, stop: () => server.close() };
}

/** All pages in turn, round after round; the first round warms the server up. */
async function inRounds(browser: Browser, pages: readonly Looked[]): Promise<Map<string, Felt>> {
  const taken = new Map(pages.map(({ what }) => [what, [] as Felt[]]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const { what, looking } of pages) {
      const one = await felt(browser, looking);
      if (round > 0) taken.get(what)?.push(one);
    }
  return new Map(
    [...taken].map(([what, all]) => [
      what,
      { lcp: median(all.map(({ lcp }) => lcp)), interaction: median(all.map(({ interaction }) => interaction)) },
    ]),
  );
}

async function measured(browser: Browser, origin: string): Promise<Measured[]> {
  const bare = await barePage();
  const pages = await residentPages(origin);
  try {
    const times = await inRounds(browser, [{ what: 'bare', looking: { url: bare.url } }, ...pages]);
    const beside = times.get('bare')?.lcp ?? 0;
    return pages.flatMap(({ what }) => {
      const { lcp, interaction } = times.get(what) ?? { lcp: Number.NaN, interaction: Number.NaN };
      return [
        {
          ...{ what: `${what}: largest paint`, value: time(lcp), beside: `bare: ${time(beside)}`, ratio: lcp / beside },
          ...{ target: `< ${time(LCP_MS)}`, isReached: lcp < LCP_MS },
        },
        {
          ...{ what: `${what}: slowest interaction`, value: interaction === 0 ? '< 16 ms' : time(interaction) },
          ...{ target: `< ${time(INTERACTION_MS)}`, isReached: interaction < INTERACTION_MS },
        },
      ];
    });
  } finally {
    bare.stop();
  }
}

async function onServer(look: (origin: string) => Promise<void>): Promise<void> {
  const base = process.argv.find((word) => word.startsWith('--base='))?.slice('--base='.length);
  if (base !== undefined) return look(base);
  const folder = mkdtempSync(join(tmpdir(), 'minyi-bench-'));
  const port = await freePort();
  const server = ProductProcess.start({
    app: 'server',
    env: { PORT: String(port), DEMO: 'on', DATA_DIR: folder, HOST: '127.0.0.1' },
  });
  try {
    await server.logged('the demonstration year is over');
    await look(`http://127.0.0.1:${String(port)}`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const { chromium: program } = readTestConfig();
if (program === undefined) throw new Error('npm run bench finds a browser; by hand set MINYI_TEST_CHROMIUM');
const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
try {
  if (!process.argv.includes('--staff'))
    await onServer(async (origin) =>
      report(`pages: a telephone (${String(PHONE_SLOWDOWN)}× slower)`, await measured(browser, origin)),
    );
  if (!process.argv.some((word) => word.startsWith('--base=')))
    report(`staff pages: a computer (${String(PHONE_SLOWDOWN)}× slower), 10,000 open tasks`, await staffPages(browser));
} finally {
  await browser.close();
}
