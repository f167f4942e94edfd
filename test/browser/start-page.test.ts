import { describe, expect, test } from '@jest/globals';

import { LOCALES, WIDTHS, barriers, inPage, sideways, testInstallation, unfold } from './testing/browser.js';

const installation = testInstallation();

/** Width in pixels of the line around what has the focus. */
const FOCUS_RING = `(({ outlineStyle, outlineWidth }) => (outlineStyle === 'none' ? 0 : parseFloat(outlineWidth)))(getComputedStyle(document.activeElement))`;

const windows = Object.entries(WIDTHS).flatMap(([device, viewport]) =>
  Object.entries(LOCALES).map(([language, locale]) => ({ device, language, options: { viewport, locale } })),
);

describe.each(windows)('the start page in $language on a $device', ({ language, options }) => {
  test('opens without an error and reaches nothing but its own server', async () => {
    const { page, complaints } = await installation.look('/', options);
    expect(complaints).toEqual([]);
    expect(await page.getAttribute('html', 'lang')).toBe(options.locale === 'zh-CN' ? 'zh-CN' : 'en');
    expect(await page.title()).toContain(language === 'zh' ? '民议' : 'Minyi');
    await page.context().close();
  });

  test('never scrolls sideways, with everything unfolded and with type at double size, too', async () => {
    const { page } = await installation.look('/', options);
    expect(await sideways(page)).toBe(0);
    await unfold(page);
    expect(await sideways(page)).toBe(0);
    await inPage(page, 'document.documentElement.style.fontSize = "200%"');
    expect(await sideways(page)).toBe(0);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('axe finds no barrier in %s colours', async (colorScheme) => {
    const { page } = await installation.look('/', { ...options, colorScheme });
    await unfold(page);
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });

  test('its type is at least 18 pixels, and what can be tapped at least 24 high', async () => {
    const { page } = await installation.look('/', options);
    const smallest = await inPage<number>(
      page,
      `Math.min(...[...document.querySelectorAll('p, dt, dd, summary, a, h2, h3')].map((one) => parseFloat(getComputedStyle(one).fontSize)))`,
    );
    expect(smallest).toBeGreaterThanOrEqual(18);
    const lowest = await inPage<number>(
      page,
      `Math.min(...[...document.querySelectorAll('main a, main summary, .switch')].map((one) => one.getBoundingClientRect().height).filter((height) => height > 0))`,
    );
    expect(lowest).toBeGreaterThanOrEqual(24);
    await page.context().close();
  });
});

describe('the language', () => {
  test('is the reader’s own at first, and after switching the chosen one from then on', async () => {
    const { page } = await installation.look('/', { locale: LOCALES.zh });
    await page.click('a.switch');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.goto(`${installation.origin}/`);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.click('a.switch');
    await page.goto(`${installation.origin}/`);
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
    await page.context().close();
  });
});

describe('the keyboard', () => {
  test('meets the skip link first, and every stop shows where it is', async () => {
    const { page } = await installation.look('/', { locale: LOCALES.zh });
    const stops = await page.locator('a, summary').filter({ visible: true }).count();
    const unseen: string[] = [];
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab');
      const name = await inPage<string>(page, 'document.activeElement.textContent.trim()');
      const outline = await inPage<number>(page, FOCUS_RING);
      if (stop === 0) expect(name).toBe('跳到正文');
      if (outline < 2) unseen.push(name);
    }
    expect(unseen).toEqual([]);
    await page.context().close();
  });

  test('the skip link leads to the content', async () => {
    const { page } = await installation.look('/', { locale: LOCALES.en });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await inPage(page, 'document.activeElement.id')).toBe('main');
    await page.context().close();
  });
});

describe('what the page says', () => {
  test('every link on it leads somewhere', async () => {
    const { page } = await installation.look('/', { locale: LOCALES.zh });
    const addresses = await inPage<string[]>(
      page,
      '[...new Set([...document.querySelectorAll("a")].map(({ href }) => href))]',
    );
    expect(addresses.length).toBeGreaterThan(10);
    const answers = await Promise.all(addresses.map(statusOf));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    await page.context().close();
  });

  test('whoever has no script reads the same', async () => {
    const { page } = await installation.look('/', { locale: LOCALES.zh, javaScriptEnabled: false });
    expect(await page.textContent('main')).toContain('王桂兰');
    await page.context().close();
  });

  test('while the year is lived its progress is renewed under the reader’s eyes, without a reload', async () => {
    const { demo } = installation.platform;
    demo?.progress({ label: { zh: '三月：40 件事项', en: 'March: 40 issues' }, percent: 40, isRunning: true });
    const { page, complaints } = await installation.look('/', { locale: LOCALES.zh });
    expect(await page.textContent('[role=status]')).toBe('三月：40 件事项');
    expect(await page.getAttribute('progress', 'value')).toBe('40');
    await page.locator('summary').first().click();
    demo?.progress({ label: { zh: '四月：50 件事项', en: 'April: 50 issues' }, percent: 50, isRunning: false });
    await page.waitForSelector('text=四月：50 件事项', { timeout: 20_000 });
    expect(await page.locator('details[open]').count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

async function statusOf(address: string): Promise<{ address: string; status: number }> {
  const answer = await fetch(address);
  // an answer that nobody reads holds its connection, and the server with it
  await answer.arrayBuffer();
  return { address, status: answer.status };
}
