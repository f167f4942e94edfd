import { describe, expect, test } from '@jest/globals';
import type { Page, Request, Route } from 'playwright-core';
import sharp from 'sharp';

import { demoPeople } from '#apps/demo';

import { LOCALES, WIDTHS, inPage, settled, testInstallation, type LookOptions } from './testing/browser.js';
import { until } from './testing/neighbourhood.js';
import { photoWithPlace } from './testing/photo.js';

const installation = testInstallation();
const phone: LookOptions = { viewport: WIDTHS.phone, locale: LOCALES.zh };
/** What a telephone on the edge of a cell gets: 400 ms to and fro, 50 kB a second. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

const KEEPING_MS = 90_000;

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .filter({ visible: true })
    .click();

/** Waits until this device keeps the page and what it has read. */
async function isKept(page: Page, ...paths: string[]): Promise<void> {
  const asked = `caches.open('answers').then((kept) => kept.keys()).then((all) => all.map(({ url }) => new URL(url).pathname))`;
  // every page is kept before the first answer is
  await until(async () => {
    const kept = await inPage<string[]>(page, asked);
    return paths.every((path) => kept.includes(path)) ? true : null;
  }, KEEPING_MS);
}

async function upToPhotos(page: Page, title: string): Promise<void> {
  await press(page, '没有危险');
  await page.getByLabel('一句话说是什么事').fill(title);
  await press(page, '下一步');
  await page.locator('label').first().click();
  await press(page, '下一步');
  // a neighbour may have said something like it
  await page.getByRole('heading', { name: /有照片吗|邻居说过/ }).waitFor();
  if (/邻居/.test((await page.textContent('h1')) ?? '')) await press(page, '不是一件事，接着说');
}

async function upToSending(page: Page, title: string): Promise<void> {
  await upToPhotos(page, title);
  await press(page, /没有照片/);
  await page.getByRole('heading', { name: /看一遍/ }).waitFor();
}

function commandsOn(page: Page, path: string): Request[] {
  const sent: Request[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === path) sent.push(request);
  });
  return sent;
}

/** A network so slow that its answers wait until somebody has looked. */
function held(): { route: (route: Route) => Promise<void>; release: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const route = async (one: Route): Promise<void> => {
    await promise;
    // a stream of changes that was closed meanwhile is not asked for any more
    await one.continue().catch(() => undefined);
  };
  return { route, release: () => resolve(undefined) };
}

const reports = async (title: string): Promise<number> => {
  const { rows } = await installation.neighbourhood.read('coordinator', `cases?workflow=issue&text=${title}`);
  return rows.filter((row) => Reflect.get(row, 'title') === title).length;
};

describe('without a network', () => {
  test('what was read on the first visit can be read again: the first page, my matters, a matter', async () => {
    const issue = await installation.neighbourhood.reported('井盖松动');
    const { page } = await installation.look('/', { ...phone, as: 'resident' });
    await isKept(page, '/api/v1/session', '/api/v1/me', '/api/v1/home');
    await page.getByRole('region', { name: '我的事' }).getByRole('link', { name: '看全部' }).click();
    await page
      .getByRole('link', { name: /井盖松动/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /井盖松动/, level: 1 }).waitFor();
    await isKept(page, `/api/v1/cases/${issue}/story`);
    await page.context().setOffline(true);
    await page.goto(`${installation.origin}/`);
    await page.getByRole('heading', { name: `${demoPeople.resident.name}，您好` }).waitFor();
    await settled(page);
    expect(await page.textContent('main')).toContain('现在没有网络');
    expect(await page.textContent('main')).toContain('井盖松动');
    await page.goto(`${installation.origin}/my`);
    await page
      .getByRole('link', { name: /井盖松动/ })
      .first()
      .waitFor();
    await page.goto(`${installation.origin}/cases/${issue}`);
    await page.getByRole('heading', { name: /井盖松动/, level: 1 }).waitFor();
    await page.context().close();
  });

  test('a report is kept, waits for one press when the network is back, and is sent once', async () => {
    const { page } = await installation.look('/report', { ...phone, as: 'resident' });
    const sent = commandsOn(page, '/api/v1/cases');
    await upToSending(page, '车棚漏雨');
    await page.context().setOffline(true);
    await press(page, '提交');
    await page.getByText('您写的都存在这台设备上').waitFor();
    expect(sent).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText('网络好了。请再点“提交”。').waitFor();
    await press(page, '提交');
    await page.getByRole('heading', { name: '收到了，谢谢您' }).waitFor();
    expect([sent.length, await reports('车棚漏雨')]).toEqual([1, 1]);
    await page.context().close();
  });

  test('a report that was sent and whose answer never came is not there twice', async () => {
    const { page } = await installation.look('/report', { ...phone, as: 'resident' });
    await upToSending(page, '围墙开裂');
    await page.route(
      '**/api/v1/cases',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await press(page, '提交');
    await page.getByRole('alert').first().waitFor();
    await press(page, '提交');
    await page.getByRole('heading', { name: '收到了，谢谢您' }).waitFor();
    expect(await reports('围墙开裂')).toBe(1);
    await page.context().close();
  });
});

describe('on a slow network', () => {
  test('a page says that it is being opened, then that it is reading, then shows what it has read', async () => {
    const { page } = await installation.look('/notices', { ...phone, serviceWorkers: 'block' });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await session.send('Network.emulateNetworkConditions', SLOW);
    const answers = held();
    await page.route('**/api/v1/**', answers.route);
    await page.goto(`${installation.origin}/issues`, { waitUntil: 'commit' });
    await page.getByText('正在打开…').waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('正在读取…').first().waitFor();
    answers.release();
    await settled(page);
    expect(await page.textContent('main')).toContain('件');
    await page.context().close();
  });

  test('a button that is pressed again while the answer is on its way sends one command', async () => {
    const { page } = await installation.look('/report', { ...phone, as: 'resident', serviceWorkers: 'block' });
    await upToSending(page, '健身器材坏了');
    const sent = commandsOn(page, '/api/v1/cases');
    const answer = held();
    await page.route('**/api/v1/cases', answer.route);
    const button = page.getByRole('button', { name: '提交' });
    await button.click();
    await page.locator('button[aria-busy]', { hasText: '提交' }).waitFor();
    for (let again = 0; again < 3; again += 1) await button.click({ force: true });
    answer.release();
    await page.getByRole('heading', { name: '收到了，谢谢您' }).waitFor();
    expect([sent.length, await reports('健身器材坏了')]).toEqual([1, 1]);
    await page.context().close();
  });
});

describe('a photo', () => {
  test('is made smaller on the telephone, shows how far it is, and loses where it was taken', async () => {
    const { page } = await installation.look('/report', { ...phone, as: 'resident', serviceWorkers: 'block' });
    await upToPhotos(page, '花坛被踩');
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { ...SLOW, uploadThroughput: 400_000 });
    const taken = await photoWithPlace({ width: 4000, height: 3000 });
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, /添加照片/)]);
    const answer = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/v1/files');
    await chooser.setFiles({ name: '花坛.jpg', mimeType: 'image/jpeg', buffer: taken });
    await page.getByRole('progressbar', { name: '花坛.jpg' }).waitFor();
    const response = await answer;
    const { id } = (await response.json()) as { id: string };
    await page.getByRole('button', { name: '去掉 第 1 项' }).waitFor();
    const stored = await page.request.get(`${installation.origin}/api/v1/files/${id}/content`);
    const { width, height, exif } = await sharp(await stored.body()).metadata();
    expect([Math.max(width, height), exif]).toEqual([2560, undefined]);
    await page.context().close();
  });

  test('that did not arrive is sent again with one press', async () => {
    const { page } = await installation.look('/report', { ...phone, as: 'resident' });
    await upToPhotos(page, '路面坑洼');
    await page.route('**/api/v1/files', (route) => route.abort(), { times: 1 });
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, /添加照片/)]);
    const buffer = await photoWithPlace({ width: 800, height: 600 });
    await chooser.setFiles({ name: '路面.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByText('没有传上去').waitFor();
    await press(page, '再传一次');
    await page.getByRole('button', { name: '去掉 第 1 项' }).waitFor();
    await press(page, '下一步');
    await page.getByText('1 张').waitFor();
    expect(await page.getByText('没有传上去').count()).toBe(0);
    await page.context().close();
  });
});
