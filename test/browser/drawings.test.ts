import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { demoPeople } from '#apps/demo';
import { AREAS, endpoints } from '#apps/server';

import { LOCALES, WIDTHS, testInstallation } from './testing/browser.js';
import { until } from './testing/neighbourhood.js';

const installation = testInstallation();
/** The viewer reads a whole area before it can be used. */
const PATIENCE = { timeout: 60_000 } as const;

test('the API documentation shows every endpoint of the area that is chosen, from this machine alone', async () => {
  const { page, complaints } = await installation.look('/api/docs', { viewport: WIDTHS.desk, locale: LOCALES.zh });
  const areas = page.getByLabel('Select a definition');
  for (const area of ['accounts', 'calendars'] as const) {
    const described = Object.values(endpoints).filter(({ tag }) => tag === area);
    const paths = described.map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}')).sort();
    await areas.selectOption({ label: AREAS[area] }, PATIENCE);
    await page
      .locator('.opblock-summary-path')
      .nth(paths.length - 1)
      .waitFor();
    expect(await until(async () => ((await shownPaths(page)).join() === paths.join() ? paths : null))).toEqual(paths);
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('whoever is signed in can unfold an endpoint of the documentation and call it', async () => {
  const { page } = await installation.look('/api/docs', {
    viewport: WIDTHS.desk,
    locale: LOCALES.en,
    as: 'coordinator',
  });
  const me = page.locator('#operations-desk-readMe');
  await me.locator('.opblock-summary-control').click(PATIENCE);
  await me.getByRole('button', { name: 'Try it out' }).click();
  await me.getByRole('button', { name: 'Execute' }).click();
  const answer = me.locator('.live-responses-table .microlight').first();
  await answer.waitFor();
  expect(await answer.textContent()).toContain(demoPeople.coordinator.name);
  await page.context().close();
});

/** Paths of the documentation in the window, without the places where a line may break. */
async function shownPaths(page: Page): Promise<string[]> {
  const shown = await page.locator('.opblock-summary-path').allTextContents();
  return shown.map((path) => path.replaceAll('\u200b', '').trim()).sort();
}

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
