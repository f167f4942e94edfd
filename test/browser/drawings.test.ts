import { expect, test } from '@jest/globals';

import { endpoints } from '#apps/server';

import { LOCALES, WIDTHS, testInstallation } from './testing/browser.js';

const installation = testInstallation();

test('the API documentation shows every endpoint, from this machine alone', async () => {
  const { page, complaints } = await installation.look('/api/docs', { viewport: WIDTHS.desk, locale: LOCALES.zh });
  await page.waitForSelector('.opblock', { timeout: 30_000 });
  const shown = await page.locator('.opblock-summary-path').allTextContents();
  const described = Object.values(endpoints).map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'));
  const plain = (path: string): string => path.replaceAll('\u200b', '').trim();
  expect(shown.map(plain).sort()).toEqual([...described].sort());
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('an act can be tried from the documentation as somebody of the demonstration', async () => {
  const { page } = await installation.look('/api/docs', { viewport: WIDTHS.desk, locale: LOCALES.en });
  const [person] = (await installation.platform.demo?.people()) ?? [];
  await page.click('button.authorize');
  await page.fill('.auth-container input', person?.id ?? '');
  await page.click('.auth-btn-wrapper .authorize');
  await page.click('.auth-btn-wrapper .btn-done');
  await page.click('#operations-desk-readMe .opblock-summary-control');
  await page.click('#operations-desk-readMe .try-out__btn');
  await page.click('#operations-desk-readMe .execute');
  await page.waitForSelector('#operations-desk-readMe .live-responses-table .response-col_status');
  expect(await page.textContent('#operations-desk-readMe .live-responses-table')).toContain(person?.name);
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
