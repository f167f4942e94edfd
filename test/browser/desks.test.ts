import { afterEach, describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';

import { accountWords } from '../../apps/web/words/account.words.js';
import { operationsWords } from '../../apps/web/words/operations.words.js';
import { rulesWords } from '../../apps/web/words/rules.words.js';
import { DEMO_PASSWORD, demoPeople, type DemoPersonKey } from '#apps/demo';

import { LOCALES, WIDTHS, barriers, settled, sideways, testInstallation } from './testing/browser.js';
import { Hand } from './testing/hand.js';
import { until } from './testing/neighbourhood.js';

const installation = testInstallation();
const LONG_MS = 300_000;
const AHEAD_MS = 8 * 3_600_000;

const open: Hand[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function hand(who: DemoPersonKey, path: string): Promise<Hand> {
  const one = await Hand.of(installation, who, { path });
  open.push(one);
  return one;
}

const complaints = (): string[] => open.flatMap((one) => one.complaints);

interface Holder {
  dueAt: string | null;
  explanation: { zh: string } | null;
}

/** Until when sorting may take, as the page of an issue has it. */
async function sortedBy(issue: string): Promise<Holder> {
  const { waits } = (await installation.neighbourhood.read('collector', `cases/${issue}/story`)) as unknown as {
    waits: (Holder & { clock: { zh: string } | null })[];
  };
  const found = waits.find(({ clock }) => clock?.zh === '分类');
  if (found === undefined) throw new Error('nobody waits for it to be sorted');
  return found;
}

describe('calendars', () => {
  test(
    'a holiday added to a day that is a limit moves the limit of open cases, and their page says so',
    async () => {
      const issue = await installation.neighbourhood.reported('楼道灯不亮');
      const before = await sortedBy(issue);
      const due = new Date(Date.parse(before.dueAt ?? '') + AHEAD_MS);
      const coordinator = await hand('coordinator', '/calendars');
      const { page } = coordinator;
      const month = page.getByRole('region', {
        name: `${String(due.getUTCFullYear())}年${String(due.getUTCMonth() + 1)}月`,
      });
      const named = `${String(due.getUTCMonth() + 1)}月${String(due.getUTCDate())}日`;
      await month.getByRole('button', { name: new RegExp(`^${named}`) }).click();
      const dialog = page.getByRole('dialog');
      await coordinator.choose(
        dialog,
        coordinator.word(rulesWords, 'dayIs'),
        coordinator.word(rulesWords, 'dayClosed'),
      );
      await dialog.getByRole('textbox').nth(0).fill('社区停电检修');
      await dialog.getByRole('textbox').nth(1).fill('全天停电，无法办公。');
      await coordinator.press(coordinator.word(rulesWords, 'preview'), dialog);
      await dialog.getByRole('link').first().waitFor();
      await coordinator.press(coordinator.word(rulesWords, 'save'), dialog);
      await dialog.waitFor({ state: 'detached' });
      await until(async () => ((await sortedBy(issue)).dueAt === before.dueAt ? null : true));
      const resident = await hand('resident', `/cases/${issue}`);
      const later = `${String(due.getUTCMonth() + 1)}/${String(due.getUTCDate() + 1)}`;
      await until(async () => ((await resident.text()).includes(later) ? true : null));
      const journal = JSON.stringify(await installation.neighbourhood.read('collector', `cases/${issue}/journal`));
      expect(journal).toContain('calendar');
      await coordinator.goTo('/calendars');
      await coordinator.sees('全天停电，无法办公。');
      expect((await sortedBy(issue)).dueAt ?? '').toMatch(/T09:30/);
      expect(complaints()).toEqual([]);
    },
    LONG_MS,
  );
});

describe('one’s own account', () => {
  test(
    'takes a new password against the old one, and says when the old one is wrong',
    async () => {
      const neighbour = await hand('neighbour', '/account');
      const { page } = neighbour;
      const [current, next] = [
        page.locator('[autocomplete=current-password]').first(),
        page.locator('[autocomplete=new-password]').first(),
      ];
      await page
        .locator('details:not([open])')
        .filter({ has: page.locator('[autocomplete=new-password]') })
        .locator('summary')
        .first()
        .click({ timeout: 2000 })
        .catch(() => undefined);
      await current.fill('not-this-one');
      await next.fill('九号楼的灯又亮了真好');
      await neighbour.press(neighbour.word(accountWords, 'changePassword'));
      await page.getByRole('alert').first().waitFor();
      await current.fill(DEMO_PASSWORD);
      await next.fill('九号楼的灯又亮了真好');
      await neighbour.press(neighbour.word(accountWords, 'changePassword'));
      await neighbour.sees(neighbour.word(accountWords, 'saved'));
      const response = await fetch(`${installation.origin}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: 'neighbour', password: '九号楼的灯又亮了真好' }),
      });
      expect(response.status).toBe(200);
    },
    LONG_MS,
  );

  test(
    'takes a second factor: the secret is shown once, a wrong code is refused, and the next sign-in asks for a code',
    async () => {
      const chair = await hand('chair', '/account');
      const { page } = chair;
      const w = (key: keyof typeof accountWords): string => chair.word(accountWords, key);
      await chair.press(w('factorSet'));
      const dialog = page.getByRole('dialog');
      await dialog.locator('[autocomplete=current-password]').fill(DEMO_PASSWORD);
      await chair.press(w('enrolBegin'), dialog);
      const secret = ((await dialog.locator('.account-secret').textContent()) ?? '').replaceAll(/\s/g, '');
      const authenticator = new TOTP({ secret: Secret.fromBase32(secret) });
      expect([await barriers(page), await sideways(page)]).toEqual([[], 0]);
      const code = dialog.locator('[autocomplete=one-time-code]');
      const right = authenticator.generate();
      await code.fill(right === '000000' ? '000001' : '000000');
      await chair.press(w('next'), dialog);
      await dialog.getByRole('alert').first().waitFor();
      await code.fill(authenticator.generate());
      await chair.press(w('next'), dialog);
      await dialog.locator('.account-codes li').nth(9).waitFor();
      await chair.press(w('codesDone'), dialog);
      await chair.sees(chair.word(accountWords, 'factorOn', { n: 10 }));

      const { page: door } = await installation.look('/sign-in', { viewport: WIDTHS.phone, locale: LOCALES.zh });
      await door.locator('[autocomplete=username]').fill('chair');
      await door.locator('[autocomplete=current-password]').fill(DEMO_PASSWORD);
      await door.locator('[autocomplete=current-password]').press('Enter');
      await door.locator('[autocomplete=one-time-code]').waitFor();
      expect([await barriers(door), await sideways(door)]).toEqual([[], 0]);
      await door.context().close();
    },
    LONG_MS,
  );

  test(
    'makes a key for a program, shown once',
    async () => {
      const partner = await hand('partner', '/account');
      const { page } = partner;
      await page.getByText(partner.word(accountWords, 'tokens')).first().click();
      const form = page.locator('form', {
        has: page.getByRole('button', { name: partner.word(accountWords, 'makeToken') }),
      });
      await form.getByRole('textbox').first().fill('统计');
      await form.locator('[autocomplete=current-password]').fill(DEMO_PASSWORD);
      await partner.press(partner.word(accountWords, 'makeToken'), form);
      await partner.sees(partner.word(accountWords, 'tokenShown'));
      expect((await page.locator('.account-secret').textContent())?.length).toBeGreaterThan(20);
      await page.reload();
      await settled(page);
      expect(await page.locator('.account-secret').count()).toBe(0);
      expect(partner.complaints).toEqual([]);
    },
    LONG_MS,
  );
});

describe('the numbers a procedure goes by', () => {
  test(
    'are edited with what changes said beside them, published as a version with a reason, and the page says that it was done',
    async () => {
      const coordinator = await hand('coordinator', '/rules/policies/issue');
      const { page } = coordinator;
      const w = (key: keyof typeof rulesWords): string => coordinator.word(rulesWords, key);
      const number = page.locator('form input[inputmode=numeric]').first();
      const before = Number(await number.inputValue());
      await number.fill(String(before + 1));
      await page.getByRole('textbox', { name: w('policyName') }).fill('居民议事会议定：多给一些时间');
      await coordinator.press(w('publish'));
      await coordinator.sees('居民议事会议定：多给一些时间');
      await page.getByText(w('published'), { exact: true }).first().waitFor();
      await page.reload();
      await settled(page);
      expect(await number.inputValue()).toBe(String(before + 1));
      expect([await barriers(page), await sideways(page)]).toEqual([[], 0]);
      expect(complaints()).toEqual([]);
    },
    LONG_MS,
  );
});

describe('those who run the service', () => {
  test(
    'lock an account, which ends its sessions at once, and unlock it',
    async () => {
      const duty = await hand('duty', '/my');
      const operator = await hand('operator', '/operations?part=accounts');
      const w = (key: keyof typeof operationsWords): string => operator.word(operationsWords, key);
      const row = operator.page.getByRole('row').filter({ hasText: demoPeople.duty.name });
      await operator.press(w('lock'), row);
      await operator.press(w('lock'), operator.page.getByRole('dialog'));
      await row.getByText(w('locked')).waitFor();
      await duty.page.reload();
      await duty.page.getByText(duty.word(accountWords, 'signIn')).first().waitFor();
      await operator.press(w('unlock'), row);
      await operator.press(w('unlock'), operator.page.getByRole('dialog'));
      await row.getByText(w('active')).waitFor();
      expect(operator.complaints).toEqual([]);
    },
    LONG_MS,
  );
});
