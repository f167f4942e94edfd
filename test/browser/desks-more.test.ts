import { afterEach, describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';

import { accountWords } from '../../apps/web/words/account.words.js';
import { operationsWords } from '../../apps/web/words/operations.words.js';
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
      const cardOf = ({ page }: Hand): Locator =>
        page.locator('.card').filter({ hasText: demoPeople.volunteer.name }).first();
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
