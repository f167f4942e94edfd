import { randomFillSync } from 'node:crypto';

import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

import { LOCALES, WIDTHS, inPage, testInstallation } from './testing/browser.js';
import { until } from './testing/neighbourhood.js';

const installation = testInstallation();
let task = '';

beforeAll(async () => {
  const { neighbourhood } = installation;
  task = (await neighbourhood.dispatched('9号楼暖气阀门漏水')).task;
  await neighbourhood.act('department', task, ['accept']);
}, 120_000);

interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
/** Only its beginning: no browser here opens the rest, and the service takes none. */
const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(2000)]);

const small = (n: number): Promise<Chosen> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: { r: n % 256, g: 80, b: 80 } } })
    .jpeg()
    .toBuffer()
    .then((buffer) => ({ name: `照片${String(n)}.jpg`, mimeType: 'image/jpeg', buffer }));

/** A photo without two like pixels, which is as large as photos get. */
async function huge(): Promise<Chosen> {
  const [width, height] = [4600, 3450];
  const raw = { width, height, channels: 3 as const };
  const buffer = await sharp(randomFillSync(Buffer.alloc(width * height * 3)), { raw })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return { name: '大照片.jpg', mimeType: 'image/jpeg', buffer };
}

const NOTE = '到现场看过，阀门要换。';

/** The form of a note, with something written into it. */
async function noteForm(): Promise<{ page: Page; complaints: string[]; choose: (files: Chosen[]) => Promise<void> }> {
  const { page, complaints } = await installation.look(`/cases/${task}`, {
    viewport: WIDTHS.desk,
    locale: LOCALES.zh,
    as: 'department',
  });
  await page.getByRole('button', { name: '记录进展' }).first().click();
  await page.getByRole('textbox').first().fill(NOTE);
  const choose = (files: Chosen[]): Promise<void> => page.locator('form input[type=file]').setInputFiles(files);
  return { page, complaints, choose };
}

const stored = (page: Page): Promise<number> => page.locator('.file-item:not(.sending)').count();
const reached = (page: Page, count: number): Promise<true> =>
  until(async () => ((await stored(page)) >= count ? true : null));
const refusal = (page: Page): Promise<string | null> =>
  page.locator('.file-item.sending [role=alert]').first().textContent();
const note = (page: Page): Promise<string> => page.getByRole('textbox').first().inputValue();

describe('a photo', () => {
  test('of more than 20 MB is made smaller on the device, says so meanwhile, and arrives', async () => {
    const { page, complaints, choose } = await noteForm();
    const photo = await huge();
    expect(photo.buffer.length).toBeGreaterThan(20 * 1024 * 1024);
    await choose([photo]);
    await page
      .getByText(/正在缩小照片|正在上传/)
      .first()
      .waitFor();
    await page.locator('.file-item img').waitFor({ timeout: 60_000 });
    const source = await page.locator('.file-item img').getAttribute('src');
    const id = /files\/([^/]+)\//.exec(source ?? '')?.[1] ?? '';
    const kept = await installation.neighbourhood.read('department', `files/${id}`);
    expect(kept).toMatchObject({ width: 2560, height: 1920, mediaType: 'image/jpeg' });
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('that does not arrive can be sent again, and the form waits for it', async () => {
    const { page, choose } = await noteForm();
    await page.route('**/api/v1/files', (route) => route.abort(), { times: 1 });
    await choose([await small(1)]);
    await page.getByText('没有传上去').waitFor();
    await page.locator('form').getByRole('button', { name: '记录进展' }).click();
    await page.getByText('有 1 个文件没有传上去：请再传一次，或者去掉它').waitFor();
    await page.getByRole('button', { name: '再传一次' }).click();
    await reached(page, 1);
    expect(await note(page)).toBe(NOTE);
    await page.locator('form').getByRole('button', { name: '记录进展' }).click();
    await page.getByText('办好了').first().waitFor();
    await page.context().close();
  }, 60_000);
});

describe('three hundred photos at once', () => {
  test('are taken as far as there is room, which is said before; the others are named, and the page answers meanwhile', async () => {
    const { page, complaints, choose } = await noteForm();
    expect(await page.locator('form').textContent()).toContain('最多 50 个，还可加 50 个');
    const photos = await Promise.all(Array.from({ length: 300 }, (_, n) => small(n + 1)));
    await choose(photos);
    await page.getByText('有 250 个没有加上').waitFor();
    expect(await page.locator('form').textContent()).toContain('照片51.jpg');
    expect(await page.locator('.file-item').count()).toBe(50);
    const began = performance.now();
    await page.getByRole('textbox').first().fill(`${NOTE}已拍照。`);
    expect(performance.now() - began).toBeLessThan(2000);
    await page.locator('form').getByRole('button', { name: '记录进展' }).click();
    await page.getByText(/还有 \d+ 个文件在上传，传完再提交/).waitFor();
    await reached(page, 3);
    // a file that is taken off while it waits is not sent
    await page.getByRole('button', { name: '去掉 照片50.jpg' }).click();
    await until(async () => ((await page.locator('.file-item').count()) === 49 ? true : null));
    expect(await inPage(page, 'document.activeElement.textContent')).toContain('添加照片或文件');
    expect([await note(page), complaints]).toEqual([`${NOTE}已拍照。`, []]);
    await page.context().close();
  }, 120_000);
});

describe('a file that is not taken is refused in words beside its field, and nothing else is lost', () => {
  test.each<[string, Chosen, string]>([
    ['a PDF that calls itself a photo', { name: '合同.jpg', mimeType: 'image/jpeg', buffer: PDF }, '文件其实是 PDF'],
    ['an empty one', { name: '空.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) }, '这个文件是空的'],
    ['a HEIC', { name: 'IMG_0001.HEIC', mimeType: '', buffer: HEIC }, '打不开 HEIC 照片'],
  ])('%s', async (_, file, words) => {
    const { page, choose } = await noteForm();
    await choose([await small(7), file]);
    await page.locator('.file-item.sending [role=alert]').first().waitFor();
    expect(await refusal(page)).toContain(words);
    // it would be refused again: only another file helps
    expect(await page.getByRole('button', { name: '再传一次' }).count()).toBe(0);
    expect([await stored(page), await note(page)]).toEqual([1, NOTE]);
    await page.getByRole('button', { name: `去掉 ${file.name}` }).click();
    await page.locator('form').getByRole('button', { name: '记录进展' }).click();
    await page.getByText('办好了').first().waitFor();
    await page.context().close();
  });

  test('a paper is shown by its kind, not as a broken picture', async () => {
    const { page, complaints, choose } = await noteForm();
    await choose([{ name: '合同.pdf', mimeType: 'application/pdf', buffer: PDF }]);
    await reached(page, 1);
    expect(await page.locator('.file-item').textContent()).toContain('PDF');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a photo of a report that is still on its way', () => {
  test('is waited for: going on says so, going back does not lose it, and it is taken along once it is there', async () => {
    const { page, complaints } = await installation.look('/report', {
      viewport: WIDTHS.phone,
      locale: LOCALES.zh,
      as: 'resident',
    });
    await page.getByRole('button', { name: '没有危险', exact: true }).click();
    await page.getByRole('textbox').first().fill('门口的灯坏了');
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page.locator('.choice').first().click();
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page.locator('.file-list').waitFor({ state: 'attached' });
    const arrived = Promise.withResolvers<undefined>();
    await page.route('**/api/v1/files', async (route) => {
      await arrived.promise;
      await route.continue();
    });
    await page.locator('form input[type=file]').setInputFiles([await small(1)]);
    await page.locator('.file-item.sending').waitFor();
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page.getByText('还有 1 个文件在上传').waitFor();
    await page.getByRole('button', { name: '上一步' }).click();
    await page.getByRole('heading', { name: '在哪里' }).waitFor();
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page.locator('.file-item.sending').waitFor();
    arrived.resolve(undefined);
    await until(async () => ((await stored(page)) === 1 ? true : null));
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page.getByText('1 张', { exact: true }).waitFor();
    expect(await page.locator('h1').textContent()).toContain('看一遍');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
