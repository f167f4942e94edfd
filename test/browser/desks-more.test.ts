import { afterEach, describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';

import { accountWords } from '../../apps/web/words/account.words.js';
import { operationsWords } from '../../apps/web/words/operations.words.js';
import { changeWords } from '../../apps/web/words/changes.words.js';
import { dutyWords } from '../../apps/web/words/duty.words.js';
import { formWords } from '../../apps/web/words/form.words.js';
import { peopleWords } from '../../apps/web/words/people.words.js';
import { demoPeople, type DemoPersonKey } from '#apps/demo';

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

/** Somebody in a hurry. */
const pressTwice = (inside: Locator, name: string): Promise<void> =>
  inside.getByRole('button', { name, exact: true }).last().dblclick();

const cardOf = ({ page }: Hand): Locator =>
  page.locator('.card').filter({ hasText: demoPeople.volunteer.name }).first();

describe('being erased', () => {
  async function asks(person: Hand): Promise<void> {
    const w = (key: keyof typeof accountWords): string => person.word(accountWords, key);
    const section = person.page.getByRole('region', { name: w('erasure') });
    await section.locator('summary').click();
    await person.choose(section, w('ground'), w('ground_moved away or died'));
    await person.press(w('askErasure'), section.locator('details'));
    await pressTwice(person.page.getByRole('dialog'), w('askErasure'));
    await section
      .getByRole('listitem')
      .filter({ hasText: w('erasure_asked') })
      .waitFor();
  }

  test(
    'is refused with a reason that the person reads, and decided once: a colleague’s older page says who did',
    async () => {
      const person = await hand('volunteer', '/my/data');
      await asks(person);
      expect(await person.page.getByText(person.word(accountWords, 'erasure_asked')).count()).toBe(1);
      const first = await hand('coordinator', '/privacy');
      const second = await hand('operator', '/privacy', 'en');
      await first.press(first.word(operationsWords, 'confirmErasure'), cardOf(first));
      await pressTwice(first.page.getByRole('dialog'), first.word(operationsWords, 'confirmErasure'));
      await first.sees('此人仍在任职');
      await first.press('取消', first.page.getByRole('dialog'));
      await first.press(first.word(operationsWords, 'refuseErasure'), cardOf(first));
      await first.page.getByRole('dialog').getByRole('textbox').fill('任期到年底，届时再申请。');
      await pressTwice(first.page.getByRole('dialog'), first.word(operationsWords, 'refuseErasure'));
      await cardOf(first).getByText('任期到年底').waitFor();
      await second.press(second.word(operationsWords, 'confirmErasure'), cardOf(second));
      await second.press(second.word(operationsWords, 'confirmErasure'), second.page.getByRole('dialog'));
      await second.sees('Somebody has dealt with it already');
      await second.press('Cancel', second.page.getByRole('dialog'));
      await cardOf(second).getByText(`Decided by ${demoPeople.coordinator.name}`).waitFor();
      await person.page.reload();
      await person.sees('任期到年底，届时再申请。');
      expect(await person.text()).toContain(person.word(accountWords, 'erasure_refused'));
      for (const { page } of open) expect([await barriers(page), await sideways(page)]).toEqual([[], 0]);
      expect(complaints()).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'is confirmed by somebody else in words; then the page says so and knows no name any more',
    async () => {
      const person = await hand('neighbour', '/my/data', 'en');
      await asks(person);
      const coordinator = await hand('coordinator', '/privacy');
      const confirm = coordinator.word(operationsWords, 'confirmErasure');
      const card = coordinator.page.locator('.card').filter({ hasText: demoPeople.neighbour.name });
      await coordinator.press(confirm, card);
      await pressTwice(coordinator.page.getByRole('dialog'), confirm);
      await coordinator.sees(coordinator.word(operationsWords, 'erasure_done'));
      await card.waitFor({ state: 'detached' });
      await person.page.reload();
      await person.sees(person.word(accountWords, 'needSignIn'));
      expect(coordinator.complaints).toEqual([]);
    },
    LONG_MS,
  );
});

describe('the registry', () => {
  const w = (one: Hand, key: keyof typeof peopleWords): string => one.word(peopleWords, key);

  async function moves(one: Hand, to: string, why: string): Promise<Locator> {
    const dialog = one.page.getByRole('dialog');
    await one.press(w(one, 'move'));
    await one.press(one.word(formWords, 'change'), dialog);
    await dialog.getByRole('combobox').first().fill(`利民小区${to}`);
    await dialog.getByRole('option').filter({ hasText: to }).first().click();
    await dialog.getByRole('textbox').first().fill(why);
    await dialog.locator('button[type=submit]').dblclick();
    return dialog;
  }

  test(
    'takes somebody in once, lets them move out of their household, and a page of before says who changed it',
    async () => {
      const coordinator = await hand('coordinator', '/registry/people');
      const { page } = coordinator;
      const dialog = page.getByRole('dialog');
      await coordinator.press(w(coordinator, 'addPerson'));
      await coordinator.refer(dialog, w(coordinator, 'household'), '利民小区9号楼3单元301');
      await dialog.getByRole('textbox', { name: w(coordinator, 'name') }).fill('邱新来');
      await dialog.getByRole('combobox').first().fill('利民小区9号楼3单元');
      await dialog.getByRole('option').filter({ hasText: '9号楼3单元' }).first().click();
      await dialog.getByRole('textbox', { name: '为什么' }).fill('新搬来的租户');
      expect([await barriers(page), await sideways(page)]).toEqual([[], 0]);
      await dialog.locator('button[type=submit]').dblclick();
      await page.getByRole('heading', { level: 1, name: '邱新来' }).waitFor();
      const path = new URL(page.url()).pathname;
      const other = await hand('coordinator', path, 'en');
      await moves(coordinator, '9号楼2单元', '搬到二单元');
      await coordinator.sees(w(coordinator, 'written'));
      await page.getByText('3单元301').first().waitFor({ state: 'detached' });
      const late = await moves(other, '9号楼1单元', '搬到一单元');
      await late.getByText(`${demoPeople.coordinator.name} has just changed this record`).waitFor();
      await late.getByText('搬到二单元').waitFor();
      await other.press(other.word(formWords, 'notNow'), late);
      await other.sees('9号楼2单元');
      await coordinator.goTo('/registry/changes');
      await coordinator.sees('搬到二单元');
      expect(await page.getByRole('link', { name: '新搬来的租户' }).count()).toBe(1);
      expect(await page.getByRole('link', { name: '搬到二单元' }).count()).toBe(1);
      expect(await coordinator.text()).toContain(coordinator.word(changeWords, 'fromDesk'));
      expect(complaints()).toEqual([]);
    },
    LONG_MS,
  );
});

const today = ({ page }: Hand): Locator => page.locator('tr.duty-today td').first();

describe('the duty roster', () => {
  test(
    'is changed by striking a turn and entering another: whoever is rung first is shown, nobody twice',
    async () => {
      const coordinator = await hand('coordinator', '/duty');
      const duty = await hand('duty', '/duty', 'en');
      const w = (key: keyof typeof dutyWords): string => coordinator.word(dutyWords, key);
      const strikes = async (one: Hand, why: string): Promise<Locator> => {
        const dialog = one.page.getByRole('dialog');
        await today(one).getByRole('button').first().click();
        await dialog.getByRole('textbox').fill(why);
        await dialog.getByRole('button', { name: one.word(dutyWords, 'strike') }).dblclick();
        return dialog;
      };
      await strikes(coordinator, '临时换班');
      await today(coordinator).getByText(w('free')).waitFor();
      const late = await strikes(duty, 'ill');
      await late.getByText(`${demoPeople.coordinator.name} has struck this turn already`).waitFor();
      await duty.press('Cancel', late);
      await today(duty).getByText(duty.word(dutyWords, 'free')).waitFor();

      const form = coordinator.page.getByRole('form', { name: w('enter') });
      const day = installation.platform.localDateOf(installation.platform.now());
      const enters = async (): Promise<void> => {
        await coordinator.refer(form, w('who'), demoPeople.collector.name);
        await form.locator('input[type=datetime-local]').nth(0).fill(`${day}T00:00`);
        await form.locator('input[type=datetime-local]').nth(1).fill(`${day}T23:59`);
        await form.locator('button[type=submit]').dblclick();
      };
      await enters();
      await coordinator.sees(w('saved'));
      await today(coordinator).getByText(demoPeople.collector.name).waitFor();
      expect(await today(coordinator).getByRole('listitem').count()).toBe(1);
      expect(await coordinator.page.locator('.box').first().textContent()).toContain(demoPeople.collector.name);
      await enters();
      await coordinator.sees(`${demoPeople.collector.name}这段时间已经排了第1值班`);
      expect([await barriers(coordinator.page), await sideways(coordinator.page)]).toEqual([[], 0]);
      expect(complaints()).toEqual([]);
    },
    LONG_MS,
  );
});
