import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { LOCALES, WIDTHS, barriers, testInstallation } from './testing/browser.js';
import { ClerkDesk, Steps } from './testing/clerk-desk.js';
import { keyboardOnly } from './testing/keyboard.js';
import { photoWithPlace } from './testing/photo.js';

const installation = testInstallation();
const desk = { viewport: WIDTHS.desk, locale: LOCALES.zh };
const TASKS = 20;
/** So many are not accepted yet when the walk begins. */
const NEW = 3;
const TIME_MS = 600_000;
const steps = new Steps();

beforeAll(async () => {
  const { neighbourhood } = installation;
  for (let n = 1; n <= TASKS; n += 1) {
    const { task } = await neighbourhood.dispatched(`${String(n)}号楼暖气不热`);
    if (n > NEW) await neighbourhood.act('department', task, ['accept']);
  }
}, TIME_MS);

async function sits(as: 'department' | 'departmentLeader', queue: string) {
  const { page, complaints } = await installation.look('/desk', { ...desk, as });
  const keys = keyboardOnly(page);
  const at = new ClerkDesk(page, keys);
  await at.lists(queue);
  return { page, keys, at, complaints };
}

/** A computer that is so much slower than this one. */
async function slowedDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

describe('whoever presses keys faster than a slow computer draws loses none', () => {
  test(
    'three tasks are accepted by three presses in one go',
    async () => {
      const { page, keys, at, complaints } = await sits('department', '待签收');
      await slowedDown(page, 6);
      await keys.press('j', 'a', 'a', 'a');
      await at.shows('待签收', 0);
      await at.shows('办理中', TASKS);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    TIME_MS,
  );

  test(
    'another queue, all its tasks and their form are asked for in one go',
    async () => {
      const { page, keys, at, complaints } = await sits('department', '办理中');
      await slowedDown(page, 6);
      await keys.press('1', '3', 'Control+a', 'i');
      await at.opened(`分办选中的 ${String(TASKS)} 件`);
      await at.asks();
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    TIME_MS,
  );

  test(
    'the form of a task that was read takes what is typed right after the key that opens it',
    async () => {
      const { page, keys, at, complaints } = await sits('department', '办理中');
      await keys.press('j');
      const row = await at.onRow();
      // somebody reads first, and does something about it then
      await keys.press('w');
      await page.getByRole('dialog').locator('.card').first().waitFor();
      await keys.press('Escape');
      await at.closed();
      expect(await at.onRow()).toBe(row);
      await slowedDown(page, 6);
      await keys.press('p');
      await keys.type('已派人');
      expect(await page.getByRole('dialog').getByRole('textbox').first().inputValue()).toBe('已派人');
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    TIME_MS,
  );
});

describe('a clerk answers 20 tasks by keyboard alone', () => {
  test(
    'progress is noted on all, one gets a timetable, one asks for more time, the others are answered with a photo',
    async () => {
      const { page, keys, at, complaints } = await sits('department', '办理中');
      // for the whole walk: a listener for each photo would come too late for a chooser that opens at once
      page.on('filechooser', (chooser) => {
        void PHOTO.then((buffer) => chooser.setFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer }));
      });
      await at.goTo('3', '办理中');
      await steps.step('report progress together', keys, async () => {
        await keys.press('Control+a', 'p');
        await at.opened(`给选中的 ${String(TASKS)} 件记录进展`);
        await at.asks();
        await keys.type('已派人上门检修');
        await keys.press('Control+Enter');
        await at.says(`已给 ${String(TASKS)} 件记录进展`);
        await at.onRow();
      });
      await steps.step('plan one', keys, () => planned(at));
      await steps.step('answer with a photo', keys, async () => {
        for (let left = TASKS; left > 1; left -= 1) await answered(at, left);
      });
      await steps.step('ask for more time', keys, () => askedMore(at));
      // what is left waits for the dispatcher, and says so: everything else has left the clerk's queues
      await keys.press('e');
      await at.says('现在不能申请延期');
      expect([await at.waiting('待签收'), await at.waiting('办理中')]).toEqual([0, 1]);
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    TIME_MS,
  );

  test(
    'the leader reads and signs each answer, and the work is handed over for verification',
    async () => {
      const { page, keys, at, complaints } = await sits('departmentLeader', '办理中');
      await at.goTo('4', '待审签');
      const all = await at.waiting('待审签');
      expect(all).toBe(TASKS - 1);
      await steps.step('sign', keys, async () => {
        for (let left = all; left > 0; left -= 1) await signed(at, left);
      });
      // the last row has gone: the focus is in what took the place of the list, and a digit leads on
      await at.on((focus) => focus.includes('现在没有任务'));
      await at.goTo('7', '待验收');
      await at.shows('待验收', all);
      expect(complaints).toEqual([]);
      steps.tell();
      await page.context().close();
    },
    TIME_MS,
  );
});

/** One step of a timetable, in three days: written as digits in one go. */
async function planned(at: ClerkDesk): Promise<void> {
  const { keys } = at;
  await at.onRow();
  await keys.press('t');
  await at.asks();
  await keys.tabTo('再加一项');
  await keys.press('Enter');
  await keys.tabTo('这一步做什么');
  await keys.type('更换阀门');
  await keys.press('Tab');
  const [year, month, day] = (await installation.neighbourhood.daysAhead(3)).slice(0, 10).split('-');
  // the browser of the tests speaks English and asks for the month first
  await keys.type(`${month ?? ''}${day ?? ''}${year ?? ''}`);
  await keys.press('Control+Enter');
  await at.closed();
  await at.onRow();
}

async function answered(at: ClerkDesk, left: number): Promise<void> {
  const { page, keys } = at;
  await at.onRow();
  await keys.press('f');
  await at.asks();
  await keys.type('已更换阀门，暖气恢复。');
  await keys.tabTo('添加照片或文件');
  await keys.press('Enter');
  await page.locator('[role=dialog] .file-item img').waitFor();
  await keys.press('Control+Enter');
  await at.closed();
  await at.shows('办理中', left - 1);
}

const PHOTO = photoWithPlace({ width: 640, height: 480 });

async function askedMore(at: ClerkDesk): Promise<void> {
  const { keys } = at;
  await at.onRow();
  await keys.press('e');
  await at.asks();
  await keys.type('阀门缺货，后天到货');
  await keys.press('Tab');
  await keys.type('2');
  await keys.press('Control+Enter');
  await at.closed();
  await at.says('申请延期：');
  await at.onRow();
}

async function signed(at: ClerkDesk, left: number): Promise<void> {
  const { page, keys } = at;
  await at.onRow();
  await keys.press('s');
  await at.asks();
  expect(await page.getByRole('dialog').textContent()).toContain('已更换阀门');
  await keys.press('Enter');
  await at.closed();
  await at.shows('待审签', left - 1);
}
