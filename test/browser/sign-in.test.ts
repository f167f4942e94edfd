import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { DEMO_PASSWORD, demoPeople } from '#apps/demo';

import { LOCALES, WIDTHS, barriers, inPage, sideways, testInstallation } from './testing/browser.js';

const installation = testInstallation();

const windows = Object.entries(WIDTHS).flatMap(([device, viewport]) =>
  Object.entries(LOCALES).map(([language, locale]) => ({ device, language, options: { viewport, locale } })),
);

const signIn = async (page: Page, login: string, password: string): Promise<void> => {
  await page.fill('#login', login);
  await page.fill('#password', password);
  await page.click('#form-password button');
};

/** A slip for a household of the demonstration in which somebody has no account. */
const slipCode = async (): Promise<string> => {
  const { database, accounts, registry } = installation.platform;
  return database.transaction(async (tx) => {
    const [city] = await registry.roots(tx);
    const households = await registry.households(tx, city?.id ?? '');
    const order = { unit: city?.id ?? '', kind: 'household', by: 'test', managesAccounts: false } as const;
    const [slip] = await accounts.slips.issue(tx, { ...order, subjects: [households[7]?.id ?? ''] });
    return slip?.code ?? '';
  });
};

describe.each(windows)('the pages to come in by in $language on a $device', ({ options }) => {
  test.each(['/sign-in', '/join', '/password-reset'])('%s has no barrier and never scrolls sideways', async (path) => {
    const { page, complaints } = await installation.look(path, options);
    expect(complaints).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await inPage(page, 'document.documentElement.style.fontSize = "200%"');
    expect(await sideways(page)).toBe(0);
    await page.context().close();
  });
});

describe('signing in with a browser', () => {
  test('goes on to where one wanted to, and the session is out of reach of scripts', async () => {
    const { page } = await installation.look('/sign-in?login=coordinator&next=/api/v1/session', { locale: 'zh-CN' });
    await signIn(page, 'coordinator', DEMO_PASSWORD);
    await page.waitForURL(({ pathname }) => pathname === '/api/v1/session');
    expect(await page.textContent('body')).toContain(demoPeople.coordinator.name);
    expect(await inPage(page, 'document.cookie')).not.toContain('minyi=');
    await page.context().close();
  });

  test('says in words what is wrong, read out as it appears', async () => {
    const { page } = await installation.look('/sign-in', { locale: 'zh-CN' });
    await signIn(page, 'coordinator', 'not the password');
    await page.waitForSelector('#error:not(:empty)');
    expect(await page.textContent('#error[role=alert]')).toContain('账号或口令不对');
    await page.context().close();
  });

  test('never goes on to another site', async () => {
    const { page } = await installation.look('/sign-in?next=//evil.example/', { locale: 'en-GB' });
    expect(await page.getAttribute('main', 'data-next')).toBe('/my?lang=en');
    await page.context().close();
  });
});

describe('coming in with a slip', () => {
  test('takes the code out of the address, asks who one is, and is in', async () => {
    const code = await slipCode();
    const { page } = await installation.look(`/join#${code}`, { locale: 'zh-CN', viewport: WIDTHS.phone });
    expect(page.url()).not.toContain('#');
    expect(await page.inputValue('#slip')).toBe(code);
    await page.click('#form-slip button');
    await page.waitForSelector('#people input');
    expect(await barriers(page)).toEqual([]);
    expect(await page.textContent('#people')).toMatch(/○○ · \d{4} 年出生/);
    await page.check('#people input >> nth=0');
    await page.check('#form-who > label input');
    await page.click('#form-who button');
    await page.waitForSelector('#step-inside:not([hidden])');
    expect((await page.textContent('[data-name]'))?.length).toBeGreaterThan(1);
    await page.context().close();
  });
});
