import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { DEMO_PASSWORD } from '#apps/demo';

import { LOCALES, WIDTHS, inPage, testInstallation, type Looked } from './testing/browser.js';

const installation = testInstallation({ keepsData: true });
const phone = { viewport: WIDTHS.phone, locale: LOCALES.zh };

interface Booth extends Looked {
  ballot: string;
  person: string;
}

/** Somebody on the roll stands before a ballot that is open. */
async function booth(title: string, { step = '' } = {}): Promise<Booth> {
  const { ballot, voters } = await installation.neighbourhood.voting(title);
  const person = voters[0] ?? '';
  return { ballot, person, ...(await installation.look(`/vote/${ballot}${step}`, { ...phone, person })) };
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .filter({ visible: true })
    .click();

async function upToReview(page: Page, choice: RegExp): Promise<void> {
  await press(page, '开始投票');
  await press(page, choice);
  await press(page, '下一步');
  await page.getByRole('heading', { name: '请核对' }).waitFor();
}

const arrived = (page: Page): Promise<void> => page.getByRole('heading', { name: '投票成功' }).waitFor();

/** Papers of a ballot that are in force, as the service has them. */
async function papersOf(ballot: string): Promise<number> {
  const { database } = installation.platform;
  const [row] = await database.query<{ n: number }>(
    "select count(*)::int as n from ballot_papers where ballot = $1 and state = 'counted'",
    [ballot],
  );
  return row?.n ?? 0;
}

async function focusedWords(page: Page): Promise<string> {
  return inPage<string>(page, 'document.activeElement.textContent.trim()');
}

/** Goes on with the tabulator until something with these words has the focus. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (words.test(await focusedWords(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${String(words)}`);
}

async function receiptOn(page: Page): Promise<string> {
  return (await page.locator('.vote-code').innerText()).replaceAll(/\s/g, '');
}

describe('voting', () => {
  test('needs no finger and no mouse', async () => {
    const { page, ballot, complaints } = await booth('只用键盘投一票');
    for (const words of [/^开始投票$/, /^✓同意/, /^下一步$/, /^投出：同意$/]) {
      await tabTo(page, words);
      await page.keyboard.press('Enter');
    }
    await arrived(page);
    expect(await focusedWords(page)).toBe('投票成功');
    expect(await papersOf(ballot)).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('counts one paper when the button is pressed twice', async () => {
    const { page, ballot } = await booth('连点两下');
    await upToReview(page, /^✓?\s*同意/);
    await page.getByRole('button', { name: '投出：同意' }).dblclick();
    await arrived(page);
    expect(await papersOf(ballot)).toBe(1);
    expect(await page.locator('.vote-receipt').count()).toBe(1);
    await page.context().close();
  });

  test('can be changed while the ballot is open: the later paper counts, and only it', async () => {
    const { page, ballot } = await booth('改一次票');
    await upToReview(page, /^✓?\s*同意/);
    await press(page, '投出：同意');
    await arrived(page);
    const first = await receiptOn(page);
    await page.goto(`${installation.origin}/vote/${ballot}`);
    await page.locator('button:not([aria-busy])', { hasText: '改票' }).click();
    await press(page, /不同意/);
    await press(page, '下一步');
    await press(page, '投出：不同意');
    await arrived(page);
    expect(await receiptOn(page)).not.toBe(first);
    expect(await papersOf(ballot)).toBe(1);
    await page.context().close();
  });

  test('goes on when the service is restarted in the middle: what was chosen stays, and counts once', async () => {
    const { page, ballot } = await booth('投到一半，系统重启');
    await upToReview(page, /^✓?\s*同意/);
    await installation.restart(async () => {
      await press(page, '投出：同意');
      await page.getByText('正在投出，请稍等……只会算一次。').waitFor();
    });
    await arrived(page);
    expect(await papersOf(ballot)).toBe(1);
    await page.context().close();
  });

  test('says so when the ballot closes before the paper arrives, and takes nothing half', async () => {
    const { page, ballot } = await booth('投到一半，截止了');
    await upToReview(page, /^✓?\s*同意/);
    const { ballots, database } = installation.platform;
    await page.route('**/api/v1/stream', (route) => route.abort());
    await database.transaction((tx) => ballots.close(tx, ballot));
    await press(page, '投出：同意');
    const alert = page.getByRole('alert').filter({ hasText: '投票刚刚截止' });
    await alert.waitFor();
    expect(await alert.textContent()).toContain('这张票没有收下');
    expect(await papersOf(ballot)).toBe(0);
    await page.context().close();
  });

  test('leaves a receipt with which the paper is found among those that were counted', async () => {
    const { page, ballot } = await booth('凭回执核对');
    await upToReview(page, /^✓?\s*同意/);
    await press(page, '投出：同意');
    await arrived(page);
    const receipt = await receiptOn(page);
    const { ballots, database } = installation.platform;
    await database.transaction((tx) => ballots.close(tx, ballot));
    await database.transaction((tx) => ballots.count(tx, ballot, '2099-01-02'));
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await page.goto(`${installation.origin}/ballots/${ballot}/check#${receipt}`);
    await page.getByText('票上写的').waitFor();
    expect(await page.textContent('main')).toContain('同意');
    expect(sent.filter((url) => url.includes(receipt) && !url.includes('#'))).toEqual([]);
    await page.context().close();
  });
});

describe('somebody whose session ends while they write', () => {
  test('signs in again above the page, and what they wrote is sent', async () => {
    const { page } = await installation.look('/report', { ...phone, as: 'resident' });
    await press(page, '没有危险');
    await page.getByLabel('一句话说是什么事').fill('三单元门口的路灯不亮');
    const long = '从上个星期开始，晚上看不见台阶。'.repeat(20);
    await page.getByLabel('再说细一点').fill(long);
    await press(page, '下一步');
    await page.locator('label').first().click();
    await press(page, '下一步');
    await press(page, /没有照片/);
    await page.context().clearCookies();
    await press(page, '提交');
    const again = page.getByRole('dialog', { name: '请重新登录' });
    await again.getByLabel('登录名').fill('resident');
    await again.getByLabel('口令').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
    await press(page, '提交');
    await page.getByRole('heading', { name: '收到了，谢谢您' }).waitFor();
    await page.getByRole('link', { name: '看进展' }).click();
    await page.getByText('从上个星期开始').first().waitFor();
    expect(await page.textContent('main')).toContain(long.slice(-40));
    await page.context().close();
  });
});
