import { afterAll, beforeAll } from '@jest/globals';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

import type { Platform } from '#apps/platform';
import { createServer, type Server } from '#apps/server';
import { readTestConfig } from '#libs/config';

import { openTestPlatform } from '../../features/api/testing/api.js';

/** The windows people look through: a phone held upright, a desk. */
export const WIDTHS = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } } as const;
/** What a browser says its reader prefers. */
export const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const;

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
  /** Opens a path in a window of its own, which has no memory of others. */
  look(path: string, options?: BrowserContextOptions): Promise<Looked>;
}

/** One server and one browser for all tests of a file. */
export function testInstallation(): Installation {
  let opened: { platform: Platform; server: Server; browser: Browser; origin: string } | undefined;
  beforeAll(async () => {
    const platform = await openTestPlatform();
    const server = await createServer(platform);
    await server.app.listen(0, '127.0.0.1');
    opened = { platform, server, browser: await openBrowser(), origin: await server.app.getUrl() };
  }, 120_000);
  afterAll(async () => {
    await opened?.browser.close();
    await opened?.server.stop();
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
    look: (path, options = {}) => look(now().browser, { origin: now().origin, path, options }),
  };
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
  ];
  return chromium.launch({ executablePath: program, args });
}

interface Address {
  origin: string;
  path: string;
  options: BrowserContextOptions;
}

async function look(browser: Browser, { origin, path, options }: Address): Promise<Looked> {
  const context = await browser.newContext(options);
  const complaints: string[] = [];
  await context.route(
    (url) => url.origin !== origin && url.protocol !== 'data:',
    (route) => {
      complaints.push(`goes to ${route.request().url()}`);
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${String(response.status())} ${response.url()}`);
  });
  await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
  return { page, complaints };
}

/** What axe finds against the accessibility of the page, one line each. Evaluated from outside: the page's own rules let no script in. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
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
  return inPage(page, 'document.documentElement.scrollWidth - window.innerWidth');
}

/** Unfolds everything that can be unfolded. */
export function unfold(page: Page): Promise<void> {
  return inPage(page, 'document.querySelectorAll("details").forEach((one) => { one.open = true; })');
}
