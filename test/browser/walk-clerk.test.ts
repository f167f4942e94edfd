import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { LOCALES, WIDTHS, barriers, testInstallation } from './testing/browser.js';
import { copyCase } from './testing/copied-tasks.js';
import { keyboardOnly, type Keyboard } from './testing/keyboard.js';
import { until } from './testing/neighbourhood.js';

const installation = testInstallation();
const desk = { viewport: WIDTHS.desk, locale: LOCALES.zh };
/** What a clerk clears in the walk, what else lies on the desk. */
const TASKS = 20;
const OTHERS = 180;

beforeAll(async () => {
  const { neighbourhood, platform } = installation;
  const tasks: string[] = [];
  // one more than the walk clears: accepting a single one is a walk of its own
  for (let n = 0; n <= TASKS; n += 1) tasks.push((await neighbourhood.dispatched(`${String(n + 1)}号楼暖气不热`)).task);
  await copyCase(platform, tasks.at(-1) ?? '', OTHERS - 1);
}, 400_000);

/** The number a tab of the desk shows. */
const waiting = async (page: Page, queue: string): Promise<number> =>
  Number(await page.getByRole('button', { name: queue }).locator('.number').textContent());
const listed = (page: Page): Promise<void> => page.locator('[data-index]').first().waitFor();
const shows = (page: Page, queue: string, n: number): Promise<boolean> =>
  until(async () => ((await waiting(page, queue)) === n ? true : null));
/** Twenty acts one after the other take their time on a busy machine. */
const PATIENCE = { timeout: 240_000 } as const;
const said = (page: Page, words: string): Promise<void> => page.getByText(words).first().waitFor(PATIENCE);
/** The dialog that a key has opened, once its first field has the focus. */
const ready = async (page: Page): Promise<void> => {
  await page.locator('[role=dialog] form').waitFor();
  await until(async () => ((await page.locator('[role=dialog] form :focus').count()) > 0 ? true : null));
};
const closed = (page: Page): Promise<void> => page.locator('[role=dialog]').waitFor({ state: 'detached', ...PATIENCE });
/** The row somebody stands on, once it is another than the one that leaves the list: whoever loses a row is never nowhere. */
const onRow = (keys: Keyboard, leaving?: string): Promise<string> =>
  until(async () => {
    const at = await keys.focus();
    return at?.startsWith('row ') === true && at !== leaving ? at : null;
  });

describe('a task, by keyboard alone', () => {
  test('is found, read, accepted and gone from the list, and the next one has the focus', async () => {
    const { page, complaints } = await installation.look('/desk', { ...desk, as: 'department' });
    const keys = keyboardOnly(page);
    await listed(page);
    const before = await waiting(page, '待签收');
    await keys.press('j');
    const first = await onRow(keys);
    await keys.press('w');
    await page.locator('[role=dialog]').waitFor();
    await keys.press('Escape');
    await closed(page);
    expect(await onRow(keys)).toBe(first);
    await keys.press('a');
    await shows(page, '待签收', before - 1);
    expect(await onRow(keys, first)).toMatch(/^row 0 /);
    await expect(Promise.resolve().then(() => page.mouse.click(1, 1))).rejects.toThrow('no mouse');
    expect([keys.presses, complaints]).toEqual([4, []]);
    await page.context().close();
  });

  test('shows every key of the desk when asked, and only while nothing is typed', async () => {
    const { page } = await installation.look('/desk', { ...desk, as: 'department' });
    const keys = keyboardOnly(page);
    await keys.press('?');
    const list = page.getByRole('dialog', { name: '用键盘办' });
    await list.waitFor();
    for (const key of ['1 – 7', 'a', 'r', 'i', 't', 'p', 'e', 'f', 's', 'b', 'Shift + ↑ ↓', 'Ctrl + Enter'])
      expect(await list.getByRole('rowheader', { name: key, exact: true }).count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });
});

describe('a clerk takes 20 tasks in hand by keyboard alone', () => {
  const took: Record<string, { keys: number; seconds: number }> = {};
  const step = async (name: string, keys: Keyboard, work: () => Promise<void>): Promise<void> => {
    const [presses, began] = [keys.presses, performance.now()];
    await work();
    took[name] = { keys: keys.presses - presses, seconds: Math.round((performance.now() - began) / 100) / 10 };
  };

  test('one goes back with reason and basis, the others are signed for and given inside together', async () => {
    const { page, complaints } = await installation.look('/desk', { ...desk, as: 'department' });
    const keys = keyboardOnly(page);
    await listed(page);
    const all = await waiting(page, '待签收');
    const underWay = (await waiting(page, '办理中')) + TASKS - 1;
    const rest = TASKS - 2;
    await step('return one', keys, () => returned(page, keys));
    await shows(page, '待签收', all - 1);
    await step('accept together', keys, async () => {
      await keys.press(...Array.from({ length: rest }, () => 'Shift+ArrowDown'), 'a');
      await page.getByRole('dialog').getByRole('button', { name: '签收选中的' }).waitFor();
      await keys.press('Enter');
      await closed(page);
    });
    await shows(page, '待签收', all - TASKS);
    await keys.press('3');
    await shows(page, '办理中', underWay);
    // the first, unless what comes in meanwhile is due earlier
    await onRow(keys);
    await step('assign together', keys, () => assigned(page, keys, underWay));
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    process.stdout.write(`${JSON.stringify(took)}\n`);
    await page.context().close();
  }, 600_000);
});

async function returned(page: Page, keys: Keyboard): Promise<void> {
  await keys.press('j');
  const row = await onRow(keys);
  await keys.press('r');
  await ready(page);
  await keys.press('Space', 'Tab');
  await keys.type('楼内公共管道由物业维护');
  await keys.press('Tab');
  await keys.type('权责清单第12条');
  await keys.press('Control+Enter');
  await closed(page);
  await onRow(keys, row);
}

/** To an office and a person of the company, for all that are under way. */
async function assigned(page: Page, keys: Keyboard, all: number): Promise<void> {
  await keys.press('Control+a', 'i');
  await ready(page);
  await page.getByRole('option', { name: '抢修一队' }).waitFor();
  await keys.type('抢修');
  await keys.press('Enter');
  await until(async () => ((await keys.focus())?.includes('换一个') === true ? true : null));
  await keys.press('Tab');
  await keys.type('抢修');
  await page.getByRole('option', { name: '抢修一队' }).first().waitFor();
  await keys.press('Enter', 'Control+Enter');
  await said(page, `已分办 ${String(all)} 件`);
  await onRow(keys);
}
