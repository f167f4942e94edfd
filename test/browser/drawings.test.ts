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

test('an act can be tried from the documentation as whoever is signed in', async () => {
  const { page } = await installation.look('/api/docs', { viewport: WIDTHS.desk, locale: LOCALES.en });
  const signedIn = await page.evaluate(
    async (credentials) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/v1/session', { method: 'POST', headers, body: JSON.stringify(credentials) })).status;
    },
    { login: 'coordinator', password: DEMO_PASSWORD },
  );
  expect(signedIn).toBe(200);
  // it draws what the whole document says of an answer: that takes its time
  page.setDefaultTimeout(90_000);
  await page.click('#operations-desk-readMe .opblock-summary-control', { noWaitAfter: true });
  await page.click('#operations-desk-readMe .try-out__btn');
  await page.click('#operations-desk-readMe .execute');
  await page.waitForSelector('#operations-desk-readMe .live-responses-table .response-col_status');
  expect(await page.textContent('#operations-desk-readMe .live-responses-table')).toContain(
    demoPeople.coordinator.name,
  );
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
