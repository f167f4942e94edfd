import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A telephone of the cheaper kind is about this much slower than a desk. */
export const PHONE_SLOWDOWN = 4;
const PHONE = { viewport: { width: 360, height: 740 }, locale: 'zh-CN', serviceWorkers: 'block' } as const;
/** Nothing is drawn larger any more after this pause. */
const QUIET_MS = 700;

/** What was felt of a page, in milliseconds. */
export interface Felt {
  /** Largest contentful paint, from the request of the page on. */
  lcp: number;
  /** The slowest interaction until it was seen; 0: there was none. */
  interaction: number;
}

export interface Looking {
  url: string;
  /** Cookies of a session as they are sent; absent: a visitor. */
  cookie?: string | undefined;
  slowdown?: number;
  context?: Parameters<Browser['newContext']>[0];
  /** What somebody does once the page is there. */
  interact?: (page: Page) => Promise<void>;
}

/**
 * Opens a page in a window without memory and tells how long it took to be seen, then what is done on it. Browsers report
 * interactions from 16 ms on: a faster one counts as 0.
 */
export async function felt(browser: Browser, looking: Looking): Promise<Felt> {
  const { url, cookie, slowdown = PHONE_SLOWDOWN, interact } = looking;
  const context = await browser.newContext({ ...PHONE, ...looking.context });
  try {
    await enter(context, url, cookie);
    await context.addInitScript(OBSERVING);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(url);
    await page.locator('h1').first().waitFor();
    await page.locator('.loading').first().waitFor({ state: 'detached' });
    await page.waitForTimeout(QUIET_MS);
    const lcp = await page.evaluate<number>('felt.lcp');
    await interact?.(page);
    await page.waitForTimeout(QUIET_MS);
    return { lcp, interaction: await page.evaluate<number>('felt.interaction') };
  } finally {
    await context.close();
  }
}

async function enter(context: BrowserContext, url: string, cookie: string | undefined): Promise<void> {
  if (cookie === undefined) return;
  const all = cookie.split('; ').map((one) => one.split('=', 2));
  await context.addCookies(all.map(([name = '', value = '']) => ({ name, value, url: new URL(url).origin })));
}

/** Runs before the page does; a text, because the rest of the product must not know of `window`. */
const OBSERVING = `
  window.felt = { lcp: 0, interaction: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) felt.lcp = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId > 0) felt.interaction = Math.max(felt.interaction, duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;
