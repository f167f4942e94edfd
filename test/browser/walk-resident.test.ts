import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { LOCALES, WIDTHS, barriers, inPage, sideways, testInstallation, type Looked } from './testing/browser.js';
import { photoWithPlace } from './testing/photo.js';
import { Walker, type Errand } from './testing/walker.js';

/** Somebody who reads slowly, in Chinese signs a minute. */
const SIGNS_A_MINUTE = 150;
/** Finding a button and hitting it with an unsure hand, in seconds. */
const TAP_S = 3;
const MOST_TAPS = 8;
const MOST_S = 180;

const telephone = { viewport: WIDTHS.phone, locale: LOCALES.zh, hasTouch: true };
const installation = testInstallation();
let looked: Looked;
let walker: Walker;
let invited: { person: string; code: string; label: string };

beforeAll(async () => {
  const { neighbourhood } = installation;
  const { ballot } = await neighbourhood.voting('9号楼3单元加装电梯');
  invited = await neighbourhood.invited(ballot);
  looked = await installation.look(`/join#${invited.code}`, telephone);
  walker = new Walker(looked.page);
}, 240_000);

const fine = async (page: Page): Promise<void> => {
  expect([page.url(), await barriers(page), await sideways(page)]).toEqual([page.url(), [], 0]);
};
const secondsOf = ({ taps, signs, machineMs }: Errand): number =>
  (signs / SIGNS_A_MINUTE) * 60 + taps * TAP_S + machineMs / 1000;
const said = (what: string, errand: Errand): void => {
  const { taps, signs, machineMs } = errand;
  const machine = (machineMs / 1000).toFixed(1);
  process.stdout.write(
    `  ${what}: ${String(taps)} taps, ${String(signs)} signs, machine ${machine} s, reckoned ${secondsOf(errand).toFixed(0)} s\n`,
  );
};

describe('a resident of 69, in large print on a telephone', () => {
  test('scans the slip that came with the post, says who she is, and is in', async () => {
    const { page } = looked;
    await walker.isAt('您是哪一位？');
    await walker.tap('button', '大字版');
    expect(await inPage(page, 'document.documentElement.dataset.size')).toBe('large');
    await walker.choose(invited.label);
    await walker.choose(/我确认我就是这个人/);
    await fine(page);
    await walker.tap('button', '确认并登录');
    await walker.isAt(/^欢迎您/);
    await walker.tap('button', '进入');
    await walker.isAt(/您好$/);
    said('in by a slip', walker.errand);
    await fine(page);
  });

  test('says what is wrong: danger first, then words, place and a photo', async () => {
    const { page } = looked;
    walker.begin();
    await walker.tap('link', '我要说');
    await walker.isAt('现在有人有危险吗？');
    await fine(page);
    await walker.tap('button', '没有危险');
    await walker.isAt('出了什么事？');
    await walker.type('一句话说是什么事', '楼道灯不亮');
    await fine(page);
    await walker.tap('button', '下一步');
    await walker.isAt('在哪里？');
    await walker.choose(/单元$/);
    await walker.tap('button', '下一步');
    await walker.isAt('有照片吗？');
    const chooser = page.waitForEvent('filechooser');
    await walker.tap('button', /添加照片/);
    await (await chooser).setFiles({ name: '灯.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace() });
    await page.getByRole('button', { name: '去掉 第 1 项' }).waitFor();
    await fine(page);
    await walker.tap('button', '下一步');
    await walker.isAt(/看一遍/);
    await fine(page);
    await walker.tap('button', '提交');
    await walker.isAt('收到了，谢谢您');
    said('said what is wrong', walker.errand);
    expect(await page.textContent('main')).toContain('楼道灯不亮');
    await fine(page);
    await walker.tap('link', '回首页');
    await walker.isAt(/您好$/);
  });

  test('votes within three minutes and eight taps, from the first page to the receipt', async () => {
    const { page } = looked;
    walker.begin();
    await walker.tap('link', '去投票');
    await walker.isAt('9号楼3单元加装电梯', 1);
    await fine(page);
    await walker.tap('button', '开始投票');
    await walker.isAt('请选择', 2);
    await walker.tap('button', /^同意/);
    await fine(page);
    await walker.tap('button', '下一步');
    await walker.isAt('请核对', 2);
    await fine(page);
    await walker.tap('button', '投出：同意');
    await walker.isAt('投票成功', 2);
    await walker.readsUpTo('票已收到，只算一次。');
    const { errand } = walker;
    said('voted', errand);
    await fine(page);
    expect(errand.taps).toBeLessThanOrEqual(MOST_TAPS);
    expect(secondsOf(errand)).toBeLessThanOrEqual(MOST_S);
  });

  test('and nothing on the way complained', () => {
    expect(looked.complaints).toEqual([]);
  });
});
