import { DEMO_PASSWORD, demoPeople } from '#apps/demo';
import { expect, test } from '@jest/globals';

import { endpoints } from '#apps/server';

import { LOCALES, WIDTHS, testInstallation } from './testing/browser.js';

const installation = testInstallation();

/** The documentation draws what is in the window: this one shows all of it. */
const TALL = { width: 1280, height: 24_000 };

test('the API documentation shows every endpoint, from this machine alone', async () => {
  const { page, complaints } = await installation.look('/api/docs', { viewport: TALL, locale: LOCALES.zh });
  const described = Object.values(endpoints).map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'));
  const last = page.locator('.opblock-summary-path').nth(described.length - 1);
  await last.waitFor({ state: 'attached', timeout: 60_000 });
  const shown = await page.locator('.opblock-summary-path').allTextContents();
  const plain = (path: string): string => path.replaceAll('\u200b', '').trim();
  expect(shown.map(plain).sort()).toEqual([...described].sort());
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('whoever is signed in can call the service from the page of the documentation', async () => {
  const { page } = await installation.look('/api/docs', { viewport: WIDTHS.desk, locale: LOCALES.en });
  const name = await page.evaluate(
    async (credentials) => {
      const headers = { 'content-type': 'application/json' };
      await fetch('/api/v1/session', { method: 'POST', headers, body: JSON.stringify(credentials) });
      return ((await (await fetch('/api/v1/me')).json()) as { name: string }).name;
    },
    { login: 'coordinator', password: DEMO_PASSWORD },
  );
  expect(name).toBe(demoPeople.coordinator.name);
  await page.context().close();
});

test.each(['issue', 'deliberation', 'meeting', 'ballot', 'task', 'notice'])(
  'the chart of %s is drawn in both languages',
  async (workflow) => {
    for (const lang of Object.keys(LOCALES)) {
      const { page, complaints } = await installation.look(`/api/v1/workflows/${workflow}/chart?lang=${lang}`);
      expect(await page.locator('svg g.node').count()).toBeGreaterThan(4);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  },
);
