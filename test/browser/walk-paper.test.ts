import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { demoPeople, unitId, type DemoPersonKey } from '#apps/demo';
import type { Platform } from '#apps/platform';

import { LOCALES, WIDTHS, barriers, sideways, testInstallation } from './testing/browser.js';
import { until } from './testing/neighbourhood.js';

/*
 * A resident without a phone, from the first word to the notice in the stairwell. She touches no page herself: the walk is that of
 * the people who serve her. What only the passing of days brings, and what is done on the way that is no paper of hers, is set up.
 */

const installation = testInstallation();
const desk = { viewport: WIDTHS.desk, locale: LOCALES.zh };
const SHE = '陈秀英';
const WITNESS = demoPeople.neighbour.name;
/** Many pages are opened one after the other. */
const WALK_MS = 300_000;
/** Someone photographed a sheet: the smallest picture there is. */
const PHOTO = {
  name: 'after.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** Somebody of the staff does something on a page; the page complains of nothing and keeps nobody out. */
async function by(who: DemoPersonKey, path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints } = await installation.look(path, { ...desk, as: who });
  await work(page);
  expect([await barriers(page), await sideways(page), complaints]).toEqual([[], 0, []]);
  await page.context().close();
}

/** Chooses by name in a field that looks things up. */
async function choose(page: Page, field: string | RegExp, name: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).first().fill(name);
  await page.getByRole('option').filter({ hasText: name }).first().click();
}

/** Chooses one of a few that are all in sight. */
async function tick(page: Page, field: string | RegExp, choice: string): Promise<void> {
  await page.getByRole('radiogroup', { name: field }).getByText(choice, { exact: true }).click();
}

/** What a link that opens a sheet of paper shows. */
async function sheet(page: Page, name: string | RegExp): Promise<string> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name }).first().click();
  const paper = await opened;
  await paper.waitForLoadState();
  expect([await barriers(paper), await paper.locator('h1').count()]).toEqual([[], 1]);
  const said = await paper.locator('body').innerText();
  await paper.close();
  return said;
}

const told = (page: Page, what: string): Promise<void> =>
  page.getByRole('status').getByText(what).first().waitFor({ timeout: 20_000 });

/** Takes down what she came to say; answers her matter. */
async function takenDown(): Promise<string> {
  let issue = '';
  await by('coordinator', '/intake', async (page) => {
    expect(await sheet(page, '打印空白反映单')).toContain('见证人');
    await page.getByRole('button', { name: '纸质信件' }).click();
    await page.getByRole('searchbox', { name: '姓名、电话或住址' }).fill(SHE);
    await page.getByText('没有找到。请核对，或登记为新的人。').waitFor();
    await page.getByRole('button', { name: '登记新的人' }).click();
    await choose(page, '住在哪里', '9号楼3单元');
    await page.getByRole('button', { name: '登记此人' }).click();
    await page.getByText(`反映人：${SHE}`).waitFor();
    await choose(page, /见证人/, WITNESS);
    await tick(page, /现在有危险吗/, '否');
    await page.getByRole('textbox', { name: /一句话说是什么事/ }).fill('三单元门口台阶太高');
    await page.getByRole('textbox', { name: /具体情况/ }).fill('我腿脚不好，出门要人扶，想加一道扶手。');
    await choose(page, /在哪个楼栋或单元/, '9号楼3单元');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('登记好了').waitFor();
    issue = (await page.getByRole('link', { name: '打开这件事' }).getAttribute('href'))?.split('/').at(-1) ?? '';
  });
  return issue;
}

describe('a resident without a phone', () => {
  let issue = '';

  test(
    'is heard on paper, before a witness',
    async () => {
      issue = await takenDown();
      expect(issue).not.toBe('');
      await by('coordinator', `/triage?case=${issue}`, async (page) => {
        await page.getByText(WITNESS).first().waitFor();
        await page.getByText(demoPeople.coordinator.name).first().waitFor();
      });
      const { neighbourhood } = installation;
      await neighbourhood.act('collector', issue, ['reply', { text: '收到，这周来看现场。' }]);
      await neighbourhood.act('collector', issue, ['sortAsCommon', { category: 'lift' }]);
    },
    WALK_MS,
  );

  test(
    'is put on the roll, votes on a numbered paper read by two people, and reads the result in the stairwell',
    async () => {
      const { neighbourhood, platform } = installation;
      const ballot = await neighbourhood.calledVote('三单元门口加装扶手');
      await putOnTheRoll(ballot);
      const voters = await neighbourhood.opened(ballot);
      const code = await printedPaper(ballot);
      await by('gridLeader', `/ballots/${ballot}/desk`, async (page) => {
        await page.getByRole('row').filter({ hasText: code }).getByText(SHE).waitFor();
      });
      await readTwice(ballot, code);
      for (const { entry, voter } of voters.filter((one) => one.entry !== code))
        await platform.ballots.casting.cast({ ballot, entry, caster: voter, choice: { vote: 'yes' }, key: entry });
      await neighbourhood.counted(ballot);
      await by('coordinator', `/ballots/${ballot}`, async (page) => {
        const hung = await sheet(page, /表决结果/);
        for (const part of ['✓ 通过', '须不少于3分之2：✓ 达到', `收到 ${String(voters.length)} 张票`])
          expect(hung).toContain(part);
      });
    },
    WALK_MS,
  );

  test(
    'is told the outcome at the door, and judges it on a slip that is entered before a witness',
    async () => {
      await planned(issue);
      await by('gridLeader', `/cases/${issue}`, async (page) => {
        await page.getByRole('button', { name: '办完' }).click();
        await page.getByRole('textbox', { name: /做了什么/ }).fill('台阶旁装好了扶手。');
        await page.locator('input[type=file]').setInputFiles(PHOTO);
        await page.locator('.file-item:not(.sending)').waitFor();
        await page.locator('form').getByRole('button', { name: '办完' }).click();
        await told(page, '办好了：办完');
      });
      const { neighbourhood, platform } = installation;
      await neighbourhood.act('supervisor', issue, ['verify', { passed: true, text: '扶手牢固。' }]);
      await neighbourhood.act('coordinator', issue, ['postOutcome', { text: '三单元门口装好了扶手。' }]);
      await listed(platform);
      await by('gridLeader', '/calls', toldAtTheDoor);
      await by('coordinator', `/cases/${issue}`, async (page) => {
        const slip = await sheet(page, '纸质评议单');
        for (const part of ['问题解决了吗？', '您满意吗？', '三单元门口台阶太高']) expect(slip).toContain(part);
        await page.getByRole('button', { name: '代录评议' }).click();
        await choose(page, /谁的意见/, SHE);
        await tick(page, /怎样得到的/, '纸条');
        await choose(page, /还有谁在场/, WITNESS);
        await tick(page, /解决了吗/, '是');
        await tick(page, /满意吗/, '是');
        await page.locator('form').getByRole('button', { name: '代录评议' }).click();
        await told(page, '办好了：代录评议');
      });
      await until(async () =>
        (await neighbourhood.read('coordinator', `cases/${issue}`)).stage.key === 'ended' ? true : null,
      );
    },
    WALK_MS,
  );
});

/** She is missing on the roll: the coordinator proposes her, the chair approves. */
async function putOnTheRoll(ballot: string): Promise<void> {
  await by('coordinator', `/ballots/${ballot}/desk?part=roll`, async (page) => {
    await page.getByText('提出变更').click();
    await page.getByRole('combobox', { name: /哪栋楼/ }).selectOption({ index: 1 });
    await page.getByRole('combobox', { name: /哪一套房/ }).selectOption({ index: 1 });
    await page.getByRole('textbox', { name: /面积/ }).fill('60');
    await choose(page, /谁可以投/, SHE);
    await page.getByRole('combobox', { name: /依据/ }).selectOption('登记有误');
    await page.getByRole('textbox', { name: /理由/ }).fill('产权证在手，登记时漏了。');
    await page.getByRole('button', { name: '提交，等另一人审定' }).click();
    await told(page, '另一个人审定后生效');
  });
  await by('chair', `/ballots/${ballot}/desk`, async (page) => {
    await page.getByText(SHE).waitFor();
    await page.getByRole('button', { name: '同意变更' }).click();
    await page.getByText('已同意', { exact: true }).waitFor();
  });
}

/** Her paper, as it comes out of the printer; answers its number. */
async function printedPaper(ballot: string): Promise<string> {
  let paper = '';
  await by('coordinator', `/ballots/${ballot}/desk?part=roll`, async (page) => {
    const row = page.getByRole('row').filter({ hasText: SHE });
    await row.first().waitFor();
    const href = (await row.getByRole('link', { name: /打印这张/ }).getAttribute('href')) ?? '';
    paper = new URL(href, installation.origin).searchParams.get('entries') ?? '';
    const printed = await sheet(page, new RegExp(`打印这张 ${paper}`));
    for (const part of [paper, SHE, '60.00', '□ 同意', '投票人签名']) expect(printed).toContain(part);
  });
  return paper;
}

/** Three people enter her paper, one after the other, none of whom sees what the ones before have read. */
async function readTwice(ballot: string, code: string): Promise<void> {
  const read = async (page: Page, choice: RegExp): Promise<void> => {
    await page.getByRole('group', { name: '请选择' }).getByRole('button', { name: choice }).click();
    await page.getByRole('button', { name: '录入', exact: true }).click();
  };
  await by('gridLeader', `/ballots/${ballot}/desk?part=papers`, async (page) => {
    await page.getByRole('textbox', { name: /哪一户/ }).fill(code);
    await choose(page, /谁签的字/, SHE);
    await read(page, /^同意/);
    await told(page, '等第二个人再录一次');
  });
  await by('secretary', `/ballots/${ballot}/desk?part=papers`, async (page) => {
    await choose(page, /哪一户/, code);
    await tick(page, /谁签的字/, SHE);
    await read(page, /^不同意/);
    await told(page, '两次录入不一致');
  });
  await by('coordinator', `/ballots/${ballot}/desk?part=papers`, async (page) => {
    await page.getByText('不一致', { exact: true }).waitFor();
    await page.getByRole('button', { name: '再录一次' }).click();
    await tick(page, /谁签的字/, SHE);
    await read(page, /^同意/);
    await told(page, '两次录入一致，已计入');
  });
}

/** That her matter is done is on the list of the grid. */
function listed({ notifications }: Platform): Promise<true> {
  return until(async () => {
    await notifications.planner.drain();
    const { rows } = await installation.neighbourhood.read('gridLeader', `calls?unit=${unitId('limin-g1')}`);
    return JSON.stringify(rows).includes('请您评价') ? true : null;
  });
}

/** The list says whom to go to and what to say; the slip is brought, and what came of it is entered. */
async function toldAtTheDoor(page: Page): Promise<void> {
  // she is also told that somebody entered a vote for her: that is another call
  const card = page.locator('.card').filter({ hasText: SHE }).filter({ hasText: '请您评价' });
  await card.getByText('9号楼3单元').waitFor();
  await card.getByText('没有电话，请上门').waitFor();
  expect(await sheet(page, '打印上门告知条')).toContain(SHE);
  expect(await sheet(page, '打印名单')).toContain('无电话');
  await card.getByRole('button', { name: '没联系上' }).click();
  await card.getByText('以前打过').waitFor();
  await card.getByRole('button', { name: '联系上了，已告知' }).click();
  await card.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '已告知', exact: true }).click();
  await card.waitFor();
}

/** Who decides is said, and the grid leader is to build it: nothing of it is on paper. */
async function planned(issue: string): Promise<void> {
  const { neighbourhood } = installation;
  await neighbourhood.act('adviser', issue, ['stateCompetence', { decides: 'residents', text: '公共部位。' }]);
  await neighbourhood.act('coordinator', issue, ['takeDirectLine', { reason: 'nothing_in_common', text: '小修。' }]);
  const plan = { measure: '装一道扶手。', owner: demoPeople.gridLeader.id, promised: await neighbourhood.daysAhead(5) };
  await neighbourhood.act('coordinator', issue, ['planOwnWork', plan]);
}
