import { describe, expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';

import { DEMO_PASSWORD, demoPeople } from '#apps/demo';

import {
  LOCALES,
  MODES,
  WIDTHS,
  barriers,
  inMode,
  inPage,
  settled,
  sideways,
  testInstallation,
} from './testing/browser.js';
import { until } from './testing/neighbourhood.js';

const installation = testInstallation();
const phone = { viewport: WIDTHS.phone, locale: LOCALES.zh };
const desk = { viewport: WIDTHS.desk, locale: LOCALES.zh };

const focused = (page: Page): Promise<string> => inPage(page, 'document.activeElement.textContent.trim()');
const fontSize = (page: Page): Promise<string> => inPage(page, 'getComputedStyle(document.documentElement).fontSize');

describe('what surrounds every page', () => {
  test('lets the keyboard jump over the navigation', async () => {
    const { page } = await installation.look('/issues', desk);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await inPage(page, 'document.activeElement.id')).toBe('main');
    await page.context().close();
  });

  test('changes language at once and remembers it, type size likewise', async () => {
    const { page, complaints } = await installation.look('/issues', phone);
    const chinese = await page.textContent('h1');
    await page.getByRole('button', { name: 'English' }).click();
    await until(async () => ((await page.textContent('h1')) === chinese ? null : true));
    expect(await inPage(page, 'document.documentElement.lang')).toBe('en');
    expect(await fontSize(page)).toBe('16px');
    await page.getByRole('button', { name: 'Large print' }).click();
    expect(await fontSize(page)).toBe('24px');
    await page.reload();
    await settled(page);
    expect([await inPage(page, 'document.documentElement.lang'), await fontSize(page)]).toEqual(['en', '24px']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('shows the heading before the script is there, and says when it did not come', async () => {
    const { page } = await installation.look('/issues', { ...phone, serviceWorkers: 'block' });
    const held: Route[] = [];
    await page.route('**/assets/main-*.js', (route) => void held.push(route));
    await page.goto(`${installation.origin}/report`, { waitUntil: 'commit' });
    await page.getByText('现在有人有危险吗？').waitFor();
    expect([await page.textContent('#opening-lead'), await sideways(page)]).toEqual([
      expect.stringContaining('漏气'),
      0,
    ]);
    await until(() => Promise.resolve(held[0] ?? null)).then((route) => route.abort());
    await page.getByRole('heading', { name: '没有打开' }).waitFor();
    expect([await barriers(page), await sideways(page)]).toEqual([[], 0]);
    await page.unroute('**/assets/main-*.js');
    await page.getByRole('link', { name: '再试一次' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.textContent('h1')).toBe('现在有人有危险吗？');
    await page.context().close();
  });

  test('is without barriers and never wider than the window, in every mode and on both devices', async () => {
    for (const device of [phone, desk]) {
      const { page, complaints } = await installation.look('/no-such-page', { ...device, as: 'coordinator' });
      expect(await page.textContent('h1')).toBe('没有这个页面');
      for (const [name, mode] of Object.entries(MODES)) {
        await inMode(page, mode);
        expect([name, await barriers(page), await sideways(page)]).toEqual([name, [], 0]);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  test('has every main page in the menu of a phone, reached and left with the keyboard', async () => {
    const { page } = await installation.look('/issues', { ...phone, as: 'coordinator' });
    await page.getByRole('button', { name: '菜单' }).focus();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('dialog', { name: '菜单' });
    await menu.waitFor();
    expect(await menu.getByRole('link').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('台账'), expect.stringContaining('电话名单')]),
    );
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    expect(await focused(page)).toContain('菜单');
    await page.context().close();
  });
});

describe('signing in', () => {
  test('takes a name and a password, and says in words what was wrong', async () => {
    const { page } = await installation.look('/sign-in?next=/issues', phone);
    await page.getByLabel('登录名').fill('coordinator');
    await page.getByLabel('口令', { exact: false }).first().fill('not-this-one');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').first().textContent()).toContain('口令不对');
    await page.getByLabel('口令', { exact: false }).first().fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/issues');
    await page.locator('.shell-top').getByText(demoPeople.coordinator.name).waitFor();
    expect(await page.locator('.shell-top').textContent()).not.toContain('登录');
    await page.context().close();
  });

  test('says why another way of signing in did not work', async () => {
    const { page } = await installation.look('/sign-in?problem=sso.not_linked', phone);
    expect(await page.textContent('main')).toContain('这个身份还没有关联账号');
    await page.context().close();
  });

  test('again, above what somebody was writing, when the session has ended meanwhile: nothing is lost', async () => {
    const issue = await installation.neighbourhood.reported('楼道灯不亮');
    const { page } = await installation.look(`/cases/${issue}`, { ...desk, as: 'collector' });
    await page.getByRole('button', { name: '记一笔' }).first().click();
    const note = page.getByRole('textbox').first();
    await note.fill('到现场看过，三楼灯座松了。');
    await page.context().clearCookies();
    await page.locator('form').getByRole('button', { name: '记一笔' }).click();
    const again = page.getByRole('dialog', { name: '请重新登录' });
    await again.waitFor();
    expect(await again.textContent()).toContain(demoPeople.collector.name);
    await again.getByLabel('登录名').fill('collector');
    await again.getByLabel('口令').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
    expect(await note.inputValue()).toBe('到现场看过，三楼灯座松了。');
    await page.locator('form').getByRole('button', { name: '记一笔' }).click();
    await page.getByText('办好了').first().waitFor();
    await page.context().close();
  });
});

describe('a page that is open', () => {
  test('shows what somebody else does, without being asked to', async () => {
    const issue = await installation.neighbourhood.reported('管道井渗水');
    const { page } = await installation.look(`/cases/${issue}`, { ...desk, as: 'coordinator' });
    expect(await page.textContent('main')).not.toContain('已回复');
    await installation.neighbourhood.act('collector', issue, ['reply', { text: '已经收到，今天去看。' }]);
    await page.getByText('已经收到，今天去看。').first().waitFor();
    await page.context().close();
  });

  test('says that it hears nothing any more, and catches up by itself when it does again', async () => {
    const issue = await installation.neighbourhood.reported('水箱没有盖');
    const { page } = await installation.look('/issues', { ...desk, as: 'coordinator' });
    await page.route('**/api/v1/stream', (route) => route.abort());
    await page.goto(`${installation.origin}/cases/${issue}`);
    await page.getByText('连接断了', { exact: false }).first().waitFor();
    await installation.neighbourhood.act('collector', issue, ['reply', { text: '明天来盖上。' }]);
    expect(await page.textContent('main')).not.toContain('明天来盖上。');
    await page.unroute('**/api/v1/stream');
    await page.getByText('明天来盖上。').first().waitFor();
    await page.getByText('连接断了', { exact: false }).first().waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('tells whoever acts on an old page who did what since, and keeps what was entered', async () => {
    const issue = await installation.neighbourhood.reported('单元门关不上');
    const { page } = await installation.look(`/cases/${issue}`, { ...desk, as: 'coordinator' });
    await page.getByRole('button', { name: '记一笔' }).first().click();
    await page.getByRole('textbox').first().fill('物业说本周修。');
    await page.route('**/api/v1/stream', (route) => route.abort());
    await installation.neighbourhood.act('collector', issue, ['reply', { text: '已经收到。' }]);
    await page.locator('form').getByRole('button', { name: '记一笔' }).click();
    const note = page.getByText('别人刚刚办理过');
    await note.waitFor();
    const news = page.getByRole('alert').filter({ hasText: '首次回复' }).first();
    expect(await news.textContent()).toContain(`${demoPeople.collector.name}：首次回复`);
    expect(await page.getByRole('textbox').first().inputValue()).toBe('物业说本周修。');
    await page.getByRole('button', { name: '看过了，仍要提交' }).click();
    await page.locator('form').getByRole('button', { name: '记一笔' }).click();
    await page.getByText('办好了').first().waitFor();
    await page.context().close();
  });
});
