import { beforeAll, describe, expect, test } from '@jest/globals';

import { LOCALES, WIDTHS, barriers, testInstallation } from './testing/browser.js';
import { ClerkDesk, Steps } from './testing/clerk-desk.js';
import { copyCase } from './testing/copied-tasks.js';
import { keyboardOnly } from './testing/keyboard.js';

const installation = testInstallation();
const desk = { viewport: WIDTHS.desk, locale: LOCALES.zh };
/** What a clerk clears in the walk, what else lies on the desk. */
const TASKS = 20;
const OTHERS = 180;
const TIME_MS = 600_000;

beforeAll(async () => {
  const { neighbourhood, platform } = installation;
  const tasks: string[] = [];
  // one more than the walk clears: accepting a single one is a walk of its own
  for (let n = 0; n <= TASKS; n += 1) tasks.push((await neighbourhood.dispatched(`${String(n + 1)}号楼暖气不热`)).task);
  await copyCase(platform, tasks.at(-1) ?? '', OTHERS - 1);
}, TIME_MS);

async function clerk() {
  const { page, complaints } = await installation.look('/desk', { ...desk, as: 'department' });
  const keys = keyboardOnly(page);
  const at = new ClerkDesk(page, keys);
  await at.lists('待签收');
  return { page, keys, at, complaints };
}

describe('a task, by keyboard alone', () => {
  test(
    'is found, read, accepted and gone from the list, and the next one has the focus',
    async () => {
      const { page, keys, at, complaints } = await clerk();
      const before = await at.waiting('待签收');
      await keys.press('j');
      const first = await at.onRow();
      await keys.press('w');
      await page.locator('[role=dialog]').waitFor();
      await keys.press('Escape');
      await at.closed();
      expect(await at.onRow()).toBe(first);
      await keys.press('a');
      await at.shows('待签收', before - 1);
      expect(await at.onRow(first)).toMatch(/^row 0 /);
      await expect(Promise.resolve().then(() => page.mouse.click(1, 1))).rejects.toThrow('no mouse');
      expect([keys.presses, complaints]).toEqual([4, []]);
      await page.context().close();
    },
    TIME_MS,
  );

  test(
    'shows every key of the desk when asked, and only while nothing is typed',
    async () => {
      const { page, keys } = await clerk();
      await keys.press('?');
      const list = page.getByRole('dialog', { name: '用键盘办' });
      await list.waitFor();
      for (const key of ['1 – 7', 'a', 'r', 'i', 't', 'p', 'e', 'f', 's', 'b', 'Shift + ↑ ↓', 'Ctrl + Enter'])
        expect(await list.getByRole('rowheader', { name: key, exact: true }).count()).toBe(1);
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    },
    TIME_MS,
  );
});

describe('a clerk takes 20 tasks in hand by keyboard alone', () => {
  test(
    'one goes back with reason and basis, the others are signed for and given inside together',
    async () => {
      const steps = new Steps();
      const { page, keys, at, complaints } = await clerk();
      const all = await at.waiting('待签收');
      const underWay = (await at.waiting('办理中')) + TASKS - 1;
      await steps.step('return one', keys, () => returned(at));
      await at.shows('待签收', all - 1);
      await steps.step('accept together', keys, async () => {
        await keys.press(...Array.from({ length: TASKS - 2 }, () => 'Shift+ArrowDown'), 'a');
        await at.opened(`签收选中的 ${String(TASKS - 1)} 件`);
        await at.on((focus) => focus.includes('签收选中的'));
        await keys.press('Enter');
        await at.closed();
      });
      await at.shows('待签收', all - TASKS);
      await at.goTo('3', '办理中');
      await steps.step('assign together', keys, () => assigned(at, underWay));
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
      steps.tell();
      await page.context().close();
    },
    TIME_MS,
  );
});

async function returned(at: ClerkDesk): Promise<void> {
  const { keys } = at;
  await keys.press('j');
  const row = await at.onRow();
  await keys.press('r');
  await at.asks();
  await keys.press('Space', 'Tab');
  await keys.type('楼内公共管道由物业维护');
  await keys.press('Tab');
  await keys.type('权责清单第12条');
  await keys.press('Control+Enter');
  await at.closed();
  await at.onRow(row);
}

/** To an office and a person of the company, for all that are under way. */
async function assigned(at: ClerkDesk, all: number): Promise<void> {
  const { page, keys } = at;
  await keys.press('Control+a', 'i');
  await at.opened(`分办选中的 ${String(all)} 件`);
  await at.asks();
  await page.getByRole('option', { name: '抢修一队' }).waitFor();
  await keys.type('抢修');
  await page.getByRole('option', { name: '抢修一队' }).waitFor();
  await keys.press('Enter');
  await at.on((focus) => focus.includes('换一个'));
  await keys.press('Tab');
  await keys.type('抢修');
  await page.getByRole('option', { name: '抢修一队' }).first().waitFor();
  await keys.press('Enter');
  await at.on((focus) => focus.includes('换一个'));
  await keys.press('Control+Enter');
  await at.says(`已分办 ${String(all)} 件`);
  await at.onRow();
}
