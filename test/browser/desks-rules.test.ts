import { afterEach, describe, expect, test } from '@jest/globals';

import { routingWords } from '../../apps/web/words/routing.words.js';
import { rulesWords } from '../../apps/web/words/rules.words.js';
import { demoPeople, unitId, type DemoPersonKey } from '#apps/demo';

import { barriers, sideways, testInstallation } from './testing/browser.js';
import { Hand, type Language } from './testing/hand.js';

const installation = testInstallation();
const LONG_MS = 300_000;

const open: Hand[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function hand(who: DemoPersonKey, path: string, language: Language = 'zh'): Promise<Hand> {
  const one = await Hand.of(installation, who, { path, language });
  open.push(one);
  return one;
}

/** What went wrong beside what was meant to be refused. */
const complaints = (): string[] => open.flatMap((one) => one.complaints).filter((one) => !one.includes('409'));

describe('the duty matrix', () => {
  /** A ruling said that water at building nine is the drainage company's. */
  async function aLesson(): Promise<void> {
    const { database, routing } = installation.platform;
    const url = `${installation.origin}/api/v1/units/${unitId('limin')}/catalogue`;
    const { rows } = (await (await fetch(url)).json()) as { rows: { id: string; name: { zh: string } }[] };
    const matter = rows.find(({ name }) => name.zh === '供水')?.id ?? '';
    const lesson = { matter, place: unitId('limin-b9'), owner: unitId('drainage'), returnedBy: [unitId('water')] };
    const told = { id: 'ruling-1', caseId: 'task-1', grounds: ['not_our_duty'], at: installation.platform.now() };
    await database.transaction((tx) => routing.lessons.learn(tx, { ...lesson, ...told }));
  }

  test(
    'is changed by what disputes have taught, once; the next matter goes there, and an older page says who decided',
    async () => {
      await aLesson();
      const coordinator = await hand('coordinator', '/routing');
      const other = await hand('coordinator', '/routing', 'en');
      const decides = async (one: Hand, why: string): Promise<void> => {
        await one.page.getByRole('textbox', { name: one.word(routingWords, 'reason') }).fill(why);
        await one.page.getByRole('button', { name: one.word(routingWords, 'accept'), exact: true }).dblclick();
      };
      await decides(coordinator, '裁定归排水公司');
      await coordinator.sees(coordinator.word(routingWords, 'accepted'));
      await decides(other, 'as was ruled');
      await other.page
        .locator('.card')
        .filter({ hasText: `${demoPeople.coordinator.name} 裁定归排水公司` })
        .first()
        .waitFor();
      await coordinator.refer(coordinator.page, coordinator.word(routingWords, 'place'), '利民小区9号楼');
      await coordinator.refer(coordinator.page, coordinator.word(routingWords, 'matter'), '供水');
      await coordinator.page.getByRole('status').getByText('市排水公司').first().waitFor();
      expect([await barriers(coordinator.page), await sideways(coordinator.page)]).toEqual([[], 0]);
      expect(complaints()).toEqual([]);
    },
    LONG_MS,
  );
});

describe('a decision rule', () => {
  test(
    'is drafted by one and confirmed by another, for the community both work for',
    async () => {
      const coordinator = await hand('coordinator', '/rules/council');
      const { page } = coordinator;
      const w = (key: keyof typeof rulesWords): string => coordinator.word(rulesWords, key);
      await coordinator.press(w('edit'));
      const share = page.locator('form input[inputmode=numeric]');
      await share.nth(0).fill('3');
      await share.nth(1).fill('4');
      await page.locator('form textarea').last().fill('议事会议定：多些人到会');
      expect([await barriers(page), await sideways(page)]).toEqual([[], 0]);
      await page.locator('form button[type=submit]').dblclick();
      await coordinator.sees(w('status_to_be_confirmed'));
      await coordinator.sees(w('by').replace('{name}', demoPeople.coordinator.name));
      expect(await page.getByText(w('confirmTitle')).count()).toBe(0);
      const adviser = await hand('adviser', '/rules/council', 'en');
      await adviser.page
        .getByRole('textbox', { name: adviser.word(rulesWords, 'article') })
        .fill('社区议事规则第十二条');
      await adviser.page.getByRole('button', { name: adviser.word(rulesWords, 'confirm'), exact: true }).dblclick();
      await adviser.sees(adviser.word(rulesWords, 'status_found'));
      await page.reload();
      await coordinator.sees(w('status_found'));
      expect(await page.getByRole('listitem').filter({ hasText: '社区议事规则第十二条' }).count()).toBeGreaterThan(0);
      expect(complaints()).toEqual([]);
    },
    LONG_MS,
  );
});

describe('the numbers of a procedure', () => {
  test(
    'changed by two at once: the second reads who was first, keeps what they entered, and takes nothing back',
    async () => {
      const first = await hand('coordinator', '/rules/policies/issue');
      const second = await hand('secretary', '/rules/policies/issue', 'en');
      const numbers = (one: Hand) => one.page.locator('form input[inputmode=numeric]');
      const before = Number(await numbers(first).nth(0).inputValue());
      await numbers(second).nth(1).fill('88');
      const publishes = async (one: Hand, why: string): Promise<void> => {
        await one.page.getByRole('textbox', { name: one.word(rulesWords, 'policyName') }).fill(why);
        await one.page.getByRole('button', { name: one.word(rulesWords, 'publish'), exact: true }).dblclick();
      };
      await numbers(first)
        .nth(0)
        .fill(String(before + 1));
      await publishes(first, '多给一些时间');
      await first.page.getByText(first.word(rulesWords, 'published'), { exact: true }).first().waitFor();
      await publishes(second, 'later');
      await second.sees(`${demoPeople.coordinator.name} has just published a version: 多给一些时间`);
      expect(await numbers(second).nth(0).inputValue()).toBe(String(before + 1));
      expect(await numbers(second).nth(1).inputValue()).toBe('88');
      await publishes(second, 'later');
      await second.page.getByText(second.word(rulesWords, 'published'), { exact: true }).first().waitFor();
      await first.page.reload();
      await first.sees('later');
      expect(await numbers(first).nth(0).inputValue()).toBe(String(before + 1));
      expect(await first.text()).toContain(demoPeople.secretary.name);
      expect(complaints()).toEqual([]);
    },
    LONG_MS,
  );
});
