import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { LOCALES, WIDTHS, barriers, settled, sideways, testInstallation, type Looked } from './testing/browser.js';
import { CouncilRoom } from './testing/council-room.js';

const installation = testInstallation();
const desk = { viewport: WIDTHS.desk, locale: LOCALES.zh };
const phone = { viewport: WIDTHS.phone, locale: LOCALES.zh, hasTouch: true };
const PATIENCE_MS = 45_000;
const LONGEST_MS = 300_000;

const SORTED = '楼前垃圾桶太少，周末堆到路上';
const SAME = '周末垃圾桶装不下，垃圾堆在楼前路上';
const HALL = '楼道扶手松动';
const LAST = '健身角的器材坏了';

const people: Partial<Record<'coordinator' | 'chair', Looked>> = {};
let issue = '';

const look = async (who: keyof typeof people, path: string): Promise<Page> => {
  const looked = await installation.look(path, { ...(who === 'coordinator' ? desk : phone), as: who });
  looked.page.setDefaultTimeout(PATIENCE_MS);
  people[who] = looked;
  return looked.page;
};
const pageOf = (who: keyof typeof people): Page => {
  const page = people[who]?.page;
  if (page === undefined) throw new Error(`${who} has opened nothing`);
  return page;
};
const fine = async (page: Page): Promise<void> => {
  expect([page.url(), await barriers(page), await sideways(page)]).toEqual([page.url(), [], 0]);
};

/** A part of the walk: what comes after one that failed is not tried. */
let isBroken = false;
const step = (name: string, walk: () => Promise<void> | void): void =>
  test(
    name,
    async () => {
      expect([isBroken, 'an earlier step failed']).toEqual([false, 'an earlier step failed']);
      isBroken = true;
      await walk();
      isBroken = false;
    },
    LONGEST_MS,
  );
/** How long the machine took for a part of the walk, for the account of it. */
const took = new Map<string, number>();
const timed = async (part: string, walk: () => Promise<void>): Promise<void> => {
  const from = performance.now();
  await walk();
  took.set(part, (performance.now() - from) / 1000);
};

beforeAll(async () => {
  const { neighbourhood } = installation;
  issue = await neighbourhood.reported(SORTED);
  await neighbourhood.reported(SAME, { by: 'neighbour' });
  await neighbourhood.reported(HALL, { by: 'neighbour' });
  await neighbourhood.reported(LAST);
}, 300_000);

afterAll(() => {
  for (const [part, seconds] of took) process.stdout.write(`  ${part}: ${seconds.toFixed(1)} s\n`);
});

describe('a coordinator sorts fresh reports by keyboard', () => {
  const act = async (page: Page, name: string, fill: (form: ReturnType<Page['locator']>) => Promise<void>) => {
    await page.getByRole('group', { name: '怎么办' }).getByRole('button', { name }).click();
    const form = page.locator('.tr-form');
    await fill(form);
    await form.getByRole('button', { name }).click();
    await page.getByText(`办好了：${name}`, { exact: false }).waitFor();
  };
  const chooses = async (page: Page, title: string): Promise<void> => {
    await page.getByRole('navigation', { name: '等着分类的' }).getByRole('button', { name: title }).click();
    await page.getByRole('heading', { name: title, level: 2 }).waitFor();
  };
  const sorts = (page: Page, category: string): Promise<void> =>
    act(page, '定为共性问题', async (form) => {
      await form.getByLabel('属于哪类事项').pressSequentially(category);
      await page.getByRole('option').first().click();
    });
  /** Its place in the list is taken by the next one. */
  const isGone = (page: Page, title: string): Promise<void> =>
    page.getByRole('heading', { name: title, level: 2 }).waitFor({ state: 'detached' });

  step('a number opens its form with the cursor in it; what is written stays for the next report', async () => {
    const page = await look('coordinator', '/triage');
    await timed('sorting four reports', async () => {
      await chooses(page, SORTED);
      await page.keyboard.press('1');
      await page.getByRole('textbox', { name: '给居民的回复' }).waitFor();
      await page.keyboard.type('已经收到，今天去看。');
      await fine(page);
      await page.locator('.tr-form').getByRole('button', { name: '首次回复' }).click();
      await page.getByText('办好了：首次回复', { exact: false }).waitFor();
      await page.getByRole('button', { name: /^✓? ?待首次回复 3/ }).waitFor();
      await sorts(page, '垃圾');
      await isGone(page, SORTED);
      await page.getByRole('heading', { name: SAME, level: 2 }).waitFor();
      await page.getByRole('button', { name: `并入这件：${SORTED}` }).click();
      const into = page.locator('.tr-form');
      await into.getByText(SORTED).waitFor();
      await into.getByLabel('为什么是同一件事').fill('同一个垃圾点。');
      await into.getByRole('button', { name: '并入相似事项' }).click();
      await page.getByText('办好了：并入相似事项', { exact: false }).waitFor();
      await isGone(page, SAME);
      await chooses(page, HALL);
      await sorts(page, '楼道');
      await page.getByRole('button', { name: /待分类 1$/ }).waitFor();
      await chooses(page, LAST);
      await act(page, '首次回复', (form) => form.getByRole('textbox').fill('已经收到，本周修。'));
    });
  });

  step('and gives it to the council once it is said who decides', async () => {
    const { neighbourhood } = installation;
    await neighbourhood.act('adviser', issue, ['stateCompetence', { decides: 'residents', text: '由居民协商决定。' }]);
    const page = pageOf('coordinator');
    await page.goto(`${installation.origin}/triage?queue=route`);
    await settled(page);
    await chooses(page, SORTED);
    await act(page, '选择议事层级', (form) => form.getByRole('radio', { name: '居民议事会' }).check({ force: true }));
    const deliberation = await neighbourhood.child(issue, 'deliberation');
    await neighbourhood.act('deliberator', deliberation, ['draftMeasure', { text: '加两组垃圾桶，周末多清运一次。' }]);
    await neighbourhood.act('coordinator', deliberation, ['conclude']);
  });
});

describe('a council of six items', () => {
  step('is called, its agenda filled, and it opens when enough are there', async () => {
    const page = pageOf('coordinator');
    await page.goto(`${installation.origin}/meetings`);
    await settled(page);
    await page.getByRole('button', { name: '召集会议' }).first().click();
    const form = page.getByRole('dialog', { name: '召集会议' });
    await form.getByLabel('会议名称').fill('十一月议事会');
    await form.getByLabel('开会时间').fill(await installation.neighbourhood.inAnHour());
    await form.getByRole('button', { name: '召集会议' }).click();
    await page.waitForURL('**/meetings/*');
    const meeting = page.url().split('/').at(-1) ?? '';
    const room = new CouncilRoom(page);
    await page.locator('.meeting-agenda').getByText(SORTED).waitFor();
    for (const title of ['广场舞时间提前到六点', '楼道杂物集中清理', '健身角换塑胶地面']) await room.adds(title);
    await room.adds('推选两名监督小组成员', { seats: 2 });
    await room.adds('上半年工作通报');
    await installation.neighbourhood.hourCame(meeting);
    await page.getByRole('heading', { name: '到场名单' }).waitFor();
    await page.getByText('还差 14 人').first().waitFor();
    await room.enters('arrivals', 16);
    await page.getByText('到场 16 人，应到 20 人，需要 14 人').first().waitFor();
    const chair = await look('chair', `/meetings/${meeting}`);
    await chair.getByRole('button', { name: '宣布开会' }).click();
    await chair.getByRole('button', { name: /^进入下一项/ }).waitFor();
  });

  step('and nothing on the way complained', () => {
    expect(Object.values(people).flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
