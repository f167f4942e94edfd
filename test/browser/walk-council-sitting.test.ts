import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { LOCALES, WIDTHS, barriers, settled, sideways, testInstallation, type Looked } from './testing/browser.js';
import { CouncilRoom, confirmsCount, votesSecretly } from './testing/council-room.js';

/*
 * A council of six items from the hour of the meeting to the dispatch of what it decided. That it was called, and what waited for it,
 * is set up; walk-council.test.ts walks that. The coordinator keeps the meeting at a desk, the chair and the supervisor have telephones.
 */

const installation = testInstallation();
const desk = { viewport: WIDTHS.desk, locale: LOCALES.zh };
const phone = { viewport: WIDTHS.phone, locale: LOCALES.zh, hasTouch: true };
const PATIENCE_MS = 60_000;
const STEP_MS = 240_000;
const SECONDS_TO_THE_HOUR = 3600;

const BINS = '楼前垃圾桶太少，周末堆到路上';
const MORE_BINS = '加两组垃圾桶，周末多清运一次。';
const DANCE = '广场舞时间提前到六点';
const CLUTTER = '楼道杂物集中清理';
const PARKING = '门前道路划停车位';
const GROUND = '健身角换塑胶地面';
const NEWS = '上半年工作通报';

type Who = 'coordinator' | 'chair' | 'supervisor' | 'visitor';
const people: Partial<Record<Who, Looked>> = {};
let issue = '';
let meeting = '';

const look = async (who: Who, path: string): Promise<Page> => {
  const looked = await installation.look(path, {
    ...(who === 'coordinator' ? desk : phone),
    ...(who === 'visitor' ? {} : { as: who }),
  });
  looked.page.setDefaultTimeout(PATIENCE_MS);
  people[who] = looked;
  return looked.page;
};
const pageOf = (who: Who): Page => {
  const page = people[who]?.page;
  if (page === undefined) throw new Error(`${who} has opened nothing`);
  return page;
};
/** What keeps somebody out, by page: looked at as the walk goes, judged at its end. */
const inTheWay: string[] = [];
const fine = async (page: Page): Promise<void> => {
  const wider = await sideways(page);
  const found = [...(await barriers(page)), ...(wider === 0 ? [] : [`${String(wider)} pixels wider than the window`])];
  inTheWay.push(...found.map((one) => `${new URL(page.url()).pathname}: ${one}`));
};
const agendaSays = (page: Page, title: string, words: string): Promise<void> =>
  page.locator('.meeting-agenda > li').filter({ hasText: title }).getByText(words).first().waitFor();

/** A part of the walk: what comes after one that failed is not tried. */
let isBroken = false;
const took = new Map<string, number>();
const step = (name: string, walk: () => Promise<void> | void): void =>
  test(
    name,
    async () => {
      expect([isBroken, 'an earlier step failed']).toEqual([false, 'an earlier step failed']);
      isBroken = true;
      const from = performance.now();
      await walk();
      took.set(name, (performance.now() - from) / 1000);
      isBroken = false;
    },
    STEP_MS,
  );

beforeAll(async () => {
  const { neighbourhood } = installation;
  [issue] = await Promise.all([neighbourhood.forCouncil(BINS, MORE_BINS), look('coordinator', '/meetings')]);
  const matters = [DANCE, CLUTTER, GROUND, PARKING, NEWS];
  meeting = await neighbourhood.council('十一月议事会', { inSeconds: SECONDS_TO_THE_HOUR, matters });
}, 300_000);

afterAll(() => {
  for (const [part, seconds] of took) process.stdout.write(`  ${seconds.toFixed(1)} s: ${part}\n`);
});

describe('a council of six items', () => {
  let room: CouncilRoom;

  step('takes one off with a reason, and opens at its hour once enough are there', async () => {
    const page = pageOf('coordinator');
    await page.goto(`${installation.origin}/meetings/${meeting}`);
    room = new CouncilRoom(page);
    await page.locator('.meeting-agenda').getByText(BINS).waitFor();
    await page.getByRole('button', { name: `移出议程：${NEWS}` }).click();
    const form = page.getByRole('dialog', { name: '移出议程' });
    await form.getByRole('textbox').fill('材料没有备齐。');
    await form.getByRole('button', { name: '移出议程' }).click();
    await agendaSays(page, NEWS, '已移出');
    const chair = await look('chair', `/meetings/${meeting}`);
    await look('supervisor', `/meetings/${meeting}`);
    await installation.neighbourhood.hourCame(meeting);
    await page.getByRole('heading', { name: '到场名单' }).waitFor();
    await page.getByText('还差 14 人').first().waitFor();
    await room.enters('arrivals', 16);
    await page.getByText('到场 16 人，应到 20 人，需要 14 人').first().waitFor();
    await chair.getByRole('button', { name: '宣布开会' }).click();
    await chair.getByRole('button', { name: /^进入下一项/ }).waitFor();
    await fine(chair);
  });

  step('adopts one by show of hands: counted by one, who cannot confirm it, and confirmed by another', async () => {
    const { page } = room;
    await room.calls(BINS);
    for (const [name, side] of [
      ['龙艳', '赞成'],
      ['崔桂芳', '反对'],
    ] as const) {
      await room.picks('谁要发言', name);
      await room.picks('立场', side);
      await room.does('排进发言顺序', `${name} 已排进发言顺序`);
    }
    await room.does(/^请下一位发言/, '已记下：请下一位发言');
    await page.getByRole('timer', { name: '发言时间' }).waitFor();
    await room.does(/^发言完毕/, '已记下：发言完毕');
    await page.getByText('现在没有人发言').waitFor();
    await room.picks('哪位成员提出或附议', '龙艳');
    await room.does(MORE_BINS, '已登记 龙艳 的动议');
    await room.seconds();
    await room.countsHands([13, 2, 1]);
    await fine(page);
    expect(await page.getByRole('button', { name: '复核无误' }).count()).toBe(0);
    const ballot = await installation.neighbourhood.child(meeting, 'ballot');
    await expect(installation.neighbourhood.act('coordinator', ballot, ['confirmCount'])).rejects.toThrow(
      'access.denied',
    );
    await confirmsCount(pageOf('supervisor'), '赞成 13 · 反对 2 · 弃权 1 · 废票 0');
    await page.getByText(`通过的内容：${MORE_BINS}`).waitFor();
  });

  step('adopts one by secret papers without whoever has an interest; the chair votes on a telephone', async () => {
    const { page } = room;
    await room.calls(DANCE);
    await room.picks('哪位成员提出或附议', '郭淑芬');
    await room.does('登记 郭淑芬 回避', '已登记 郭淑芬 回避本项');
    await page.getByText('成员 20 人，回避 1 人，本项按 19 人算。').waitFor();
    await room.moves('广场舞每晚六点至七点半。');
    await room.asks('无记名投票');
    const vote = page.getByRole('region', { name: '表决' });
    await vote.getByText('广场舞每晚六点至七点半。').waitFor();
    const chair = pageOf('chair');
    await chair.getByRole('region', { name: '表决' }).getByRole('link', { name: '去投票' }).click();
    await votesOnPhone(chair);
    const ballot = await installation.neighbourhood.child(meeting, 'ballot');
    expect(await votesSecretly(installation.platform, ballot, { vote: 'yes' })).toBe(14);
    await vote.getByRole('button', { name: '截止投票' }).first().click();
    await vote.locator('form').getByRole('button', { name: '截止投票' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '截止投票' }).click();
    await page.getByText('通过的内容：广场舞每晚六点至七点半。').waitFor();
  });

  step('rejects one', async () => {
    await room.calls(CLUTTER);
    await room.moves('楼道杂物四月集中清理。');
    await room.countsHands([5, 10, 1]);
    await confirmsCount(pageOf('supervisor'), '赞成 5 · 反对 10 · 弃权 1 · 废票 0');
    await agendaSays(room.page, CLUTTER, '未通过');
  });

  step(
    'carries one over when members walk out: nothing is voted on, it waits, and goes on when two are back',
    async () => {
      const { page } = room;
      await room.calls(GROUND);
      await room.moves('换塑胶地面，费用从公益金出。');
      await room.enters('departures', 3);
      await page.getByText('还差 1 人').first().waitFor();
      await page.getByText('人数不够，这一项现在不能表决。').waitFor();
      expect(await page.getByRole('button', { name: /^举手表决/ }).count()).toBe(0);
      await page.getByRole('button', { name: '留待下次' }).click();
      const why = page.getByRole('dialog', { name: '留待下次' });
      await why.getByLabel('为什么').fill('三人离场，不足三分之二。');
      await why.getByRole('button', { name: '留待下次' }).click();
      await page.getByRole('heading', { name: '人数不够，等人回来' }).waitFor();
      await page.getByRole('timer', { name: '等待人数恢复' }).waitFor();
      await agendaSays(page, GROUND, '留待下次');
      await fine(page);
      const chair = pageOf('chair');
      await chair.getByText('还差 1 人').first().waitFor();
      await fine(chair);
      await room.enters('arrivals', 2);
      await page.getByRole('heading', { name: '两项之间' }).waitFor();
      await page.getByText('到场 15 人，应到 20 人，需要 14 人').first().waitFor();
    },
  );

  step('leaves one to those who may decide it: the chair says so with a reason', async () => {
    await room.calls(PARKING);
    const chair = pageOf('chair');
    await chair.getByRole('heading', { name: PARKING, level: 2 }).waitFor();
    await chair.getByRole('button', { name: '无权决定' }).click();
    const form = chair.getByRole('dialog', { name: '无权决定' });
    await form.getByRole('radio', { name: '部门' }).check({ force: true });
    await form.getByRole('textbox').fill('道路划线由交管部门定。');
    await fine(chair);
    await form.getByRole('button', { name: '无权决定' }).click();
    await agendaSays(room.page, PARKING, '由部门决定');
    await agendaSays(room.page, PARKING, '不归本会');
    await room.page.getByText('议题都议完了').waitFor();
  });

  step('closes; the minutes are drafted by one, signed by the chair, and open to everybody', async () => {
    const { page } = room;
    await page.getByRole('button', { name: '宣布散会' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '宣布散会' }).click();
    await page.getByRole('heading', { name: '会议纪要', level: 2 }).waitFor();
    await page.getByRole('textbox', { name: '会议纪要' }).fill('下次会议先议健身角。');
    await page.getByRole('button', { name: '起草纪要' }).click();
    await page.getByText('下次会议先议健身角。').first().waitFor();
    await fine(page);
    const chair = pageOf('chair');
    await chair.getByRole('button', { name: '签署纪要' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: '签署纪要' }).click();
    await chair.getByText('已记下：签署纪要').waitFor();
    const visitor = await look('visitor', `/cases/${meeting}`);
    await fine(visitor);
    const opened = visitor.context().waitForEvent('page');
    await visitor.getByRole('link', { name: '会议纪要', exact: true }).click();
    const paper = await opened;
    for (const words of [MORE_BINS, '三人离场，不足三分之二。', '下次会议先议健身角。'])
      await paper.getByText(words).first().waitFor({ timeout: PATIENCE_MS });
  });
});

describe('what was decided', () => {
  step('is announced and dispatched to the unit the duty matrix names, with the reason in sight', async () => {
    const { neighbourhood } = installation;
    const page = pageOf('coordinator');
    await neighbourhood.act('coordinator', issue, [
      'announceDecision',
      { text: '居民议事会通过：加两组垃圾桶。', spendsCommonMoney: false, restrictsUse: false, affectsRights: false },
    ]);
    await page.goto(`${installation.origin}/cases/${issue}`);
    await settled(page);
    await page.getByRole('button', { name: '派单', exact: true }).first().click();
    await page.getByText('权责清单逐条看').waitFor();
    await page.getByRole('link', { name: '协商准备', exact: true }).waitFor();
    await fine(page);
    const form = page.locator('form').filter({ has: page.getByLabel('要做什么') });
    await form.getByLabel('要做什么').fill(MORE_BINS);
    await form.getByRole('radio', { name: '一般事项' }).check({ force: true });
    await form.getByRole('button', { name: '派单', exact: true }).click();
    await page.getByText('办好了').first().waitFor();
    await neighbourhood.child(issue, 'task');
  });

  step('is counted on the dashboard: the department it went to is in the ranking', async () => {
    const page = pageOf('coordinator');
    await page.goto(`${installation.origin}/dashboards`);
    await settled(page);
    await page.getByRole('heading', { name: '排名' }).waitFor();
    await page.getByRole('row', { name: /市环境卫生中心/ }).waitFor();
    await fine(page);
  });

  step('and the figure opens the list behind it, and the list the issue', async () => {
    const page = pageOf('coordinator');
    await page.getByRole('link', { name: '看这些事：响应率' }).click();
    await page.getByRole('row', { name: /事项/ }).click();
    await page.getByRole('heading', { name: BINS, level: 1 }).waitFor();
  });

  step('and nothing on the way complained or was in the way', () => {
    expect(inTheWay).toEqual([]);
    expect(
      Object.entries(people).flatMap(([who, { complaints }]) => complaints.map((one) => `${who}: ${one}`)),
    ).toEqual([]);
  });
});

/** From the booth back to the meeting: one question, a look at it, the receipt. */
async function votesOnPhone(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开始投票' }).click();
  await page.getByRole('button', { name: /^同意/ }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('heading', { name: '请核对' }).waitFor();
  await page.getByRole('button', { name: /^投出/ }).click();
  await page.getByRole('heading', { name: '投票成功' }).waitFor();
  await page.getByRole('link', { name: '回会议' }).click();
  await page.getByRole('heading', { name: '到场名单' }).waitFor();
}
