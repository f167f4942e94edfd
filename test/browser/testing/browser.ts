import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll } from '@jest/globals';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

import type { DemoPersonKey } from '#apps/demo';
import type { Platform } from '#apps/platform';
import { createServer, type Server } from '#apps/server';
import { readTestConfig } from '#libs/config';

import { openTestPlatform, reopenTestPlatform } from '../../features/api/testing/api.js';
import { Neighbourhood } from './neighbourhood.js';

/** The windows people look through: a phone held upright, a desk. */
export const WIDTHS = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } } as const;
/** What a browser says its reader prefers. */
export const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const;

/** How long something that is to be seen may take on a machine that has much else to do. */
const PATIENCE_MS = 60_000;

/** A page with everything it complained about. */
export interface Looked {
  page: Page;
  /** Errors in the console, exceptions, requests that failed or went to another origin. */
  complaints: string[];
}

/** A server with the demonstration community and a browser that reaches nothing else. */
export interface Installation {
  readonly origin: string;
  readonly platform: Platform;
  /** People who get things under way before a page is looked at. */
  readonly neighbourhood: Neighbourhood;
  /** Stops the server and starts it again on its data and its address; `meanwhile` happens while nobody answers. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  /** Opens a path in a window of its own, which has no memory of others. */
  look(path: string, options?: LookOptions): Promise<Looked>;
}

/** A window, who sits before it, and how they like pages shown. */
export interface LookOptions extends BrowserContextOptions {
  /** Somebody who is signed in already. */
  as?: DemoPersonKey;
  /** The same, by id. */
  person?: string;
  preferences?: { size?: 'large'; theme?: 'dark' | 'light'; contrast?: 'high'; language?: 'zh' | 'en' };
}

interface Opened {
  platform: Platform;
  server: Server;
  browser: Browser;
  origin: string;
  neighbourhood: Neighbourhood;
}

/** One server and one browser for all tests of a file; with `keepsData` its data is in a folder and it can be restarted. */
export function testInstallation({ keepsData = false } = {}): Installation {
  let opened: Opened | undefined;
  let folder: string | undefined;
  beforeAll(async () => {
    folder = keepsData ? await mkdtemp(join(tmpdir(), 'minyi-browser-')) : undefined;
    const platform = await openTestPlatform(folder === undefined ? {} : { DATA_DIR: folder });
    const { server, origin } = await serving(platform, 0);
    const neighbourhood = new Neighbourhood({ origin, platform });
    opened = { platform, server, browser: await openBrowser(), origin, neighbourhood };
  }, 300_000);
  afterAll(async () => {
    await opened?.browser.close();
    await opened?.server.stop();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }, 120_000);
  const now = () => {
    if (opened === undefined) throw new Error('the server runs only while tests run');
    return opened;
  };
  return {
    get origin() {
      return now().origin;
    },
    get platform() {
      return now().platform;
    },
    get neighbourhood() {
      return now().neighbourhood;
    },
    restart: async (meanwhile = () => Promise.resolve()) => {
      if (folder === undefined) throw new Error('only an installation that keeps its data can be restarted');
      const before = now();
      await before.server.stop();
      await meanwhile();
      const platform = await reopenTestPlatform({ DATA_DIR: folder });
      const { server } = await serving(platform, Number(new URL(before.origin).port));
      const neighbourhood = new Neighbourhood({ origin: before.origin, platform });
      opened = { ...before, platform, server, neighbourhood };
    },
    look: async (path, { as, person, preferences, ...options } = {}) => {
      const { browser, origin, neighbourhood } = now();
      const cookie = await (as !== undefined
        ? neighbourhood.cookie(as)
        : person !== undefined
          ? neighbourhood.cookieOf(person)
          : null);
      return look(browser, { origin, path, options, cookie, preferences: preferences ?? {} });
    },
  };
}

async function serving(platform: Platform, port: number): Promise<{ server: Server; origin: string }> {
  const server = await createServer(platform);
  await server.app.listen(port, '127.0.0.1');
  return { server, origin: await server.app.getUrl() };
}

function openBrowser(): Promise<Browser> {
  const { chromium: program } = readTestConfig();
  if (program === undefined) throw new Error('the browser suite needs MINYI_TEST_CHROMIUM');
  const args = [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // nothing else is reached. Not by a route of Playwright: with one the browser keeps no file, and each page is read anew
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ];
  return chromium.launch({ executablePath: program, args });
}

/** What is read without going anywhere. */
const LOCAL: ReadonlySet<string> = new Set(['data:', 'blob:']);

interface Address {
  origin: string;
  path: string;
  options: BrowserContextOptions;
  cookie: string | null;
  preferences: object;
}

async function look(browser: Browser, { origin, path, options, cookie, preferences }: Address): Promise<Looked> {
  const context = await browser.newContext(options);
  if (cookie !== null) {
    const [name = '', value = ''] = cookie.split('=', 2);
    await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }]);
  }
  if (Object.keys(preferences).length > 0) {
    const kept = JSON.stringify(JSON.stringify(preferences));
    await context.addInitScript(
      `localStorage.getItem('minyi.preferences') ?? localStorage.setItem('minyi.preferences', ${kept})`,
    );
  }
  const complaints: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !LOCAL.has(url.protocol)) complaints.push(`goes to ${url.href}`);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${String(response.status())} ${response.url()}`);
  });
  if (path.startsWith('/api/')) {
    await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
    return { page, complaints };
  }
  await page.goto(`${origin}${path}`);
  await settled(page);
  return { page, complaints };
}

/** Waits until a page shows what it has read. */
export async function settled(page: Page): Promise<void> {
  // the stream of changes stays open, the network is never idle: a page is there once it has its heading and reads nothing more
  await page.locator('h1').first().waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

/** Rules of axe about how a page looks, which is all that another mode of the same page changes. */
const LOOKS = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable'];

/** What axe finds against the accessibility of the page, one line each. Evaluated from outside: the page's own rules let no script in. */
export async function barriers(page: Page, of: 'everything' | 'appearance' = 'everything'): Promise<string[]> {
  if (await inPage<boolean>(page, `typeof axe === 'undefined'`)) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (rules) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({
        // what passes is not described, and no style is fetched a second time
        resultTypes: ['violations'],
        preload: false,
        ...(rules === null ? {} : { runOnly: rules }),
      }),
    of === 'everything' ? null : LOOKS,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(' ')}: ${help}`),
  );
}

/** What an expression comes to inside the page. A text, because the rest of the product must not know of `document`. */
export function inPage<Value>(page: Page, expression: string): Promise<Value> {
  return page.evaluate<Value, undefined>(expression, undefined);
}

/** How many pixels the page is wider than its window. */
export function sideways(page: Page): Promise<number> {
  return inPage(page, 'Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
}

/** Ways to see a page: what somebody has chosen under “显示”. */
export const MODES = {
  plain: {},
  large: { size: 'large' },
  dark: { theme: 'dark' },
  contrast: { contrast: 'high' },
} as const;

/** Shows the page that is open in another mode, as its own switches do, without reading it anew. */
export function inMode(page: Page, mode: { size?: string; theme?: string; contrast?: string }): Promise<void> {
  const chosen = JSON.stringify({ size: 'normal', theme: 'light', contrast: 'normal', ...mode });
  return inPage(page, `void Object.assign(document.documentElement.dataset, ${chosen})`);
}
