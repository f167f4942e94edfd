import { describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';

import { DEMO_PASSWORD, demoPeople, type DemoPersonKey } from '#apps/demo';

import { LOCALES, WIDTHS, barriers, sideways, testInstallation, type Looked } from './testing/browser.js';

const installation = testInstallation();
const phone: BrowserContextOptions = { viewport: WIDTHS.phone, locale: LOCALES.zh };

/** Types a name and the password of the demonstration, as anybody would. */
async function signIn(login: DemoPersonKey, options = phone): Promise<Looked> {
  const looked = await installation.look('/sign-in', options);
  await looked.page.fill('input[autocomplete=username]', login);
  await looked.page.fill('input[type=password]', DEMO_PASSWORD);
  await looked.page.press('input[type=password]', 'Enter');
  await looked.page.waitForURL('**/my**');
  return looked;
}

const headings = async (page: Page): Promise<string[]> => page.locator('h2').allTextContents();

describe('one’s own page', () => {
  test('is reached with the keyboard alone, and left by signing out', async () => {
    const { page, complaints } = await signIn('coordinator');
    expect(await page.textContent('h1')).toBe(demoPeople.coordinator.name);
    await page.focus('#sign-out');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${installation.origin}/?lang=zh`);
    await page.goto(`${installation.origin}/my`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('lists the households a volunteer visits, and none for a resident', async () => {
    const volunteer = await signIn('volunteer');
    expect(await headings(volunteer.page)).toContain('我认领走访的家庭');
    const resident = await signIn('resident');
    expect(await headings(resident.page)).not.toContain('我认领走访的家庭');
    await volunteer.page.context().close();
    await resident.page.context().close();
  });

  test('tells a relative for whom they may act', async () => {
    const { page } = await signIn('relative');
    expect(await page.textContent('main')).toContain(demoPeople.resident.name);
    await page.context().close();
  });
});

test.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])(
  'one’s own page is accessible on a %s, in both languages',
  async (device) => {
    for (const locale of Object.values(LOCALES)) {
      const { page, complaints } = await signIn('coordinator', { viewport: WIDTHS[device], locale });
      expect([locale, await barriers(page), await sideways(page), complaints]).toEqual([locale, [], 0, []]);
      await page.context().close();
    }
  },
);
