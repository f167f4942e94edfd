import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { residentWords } from '../../apps/web/words/resident.words.js';
import { LOCALES, WIDTHS, inPage, settled, sideways, testInstallation } from './testing/browser.js';
import { Hand } from './testing/hand.js';
import { until } from './testing/neighbourhood.js';

const installation = testInstallation();
const LONG_MS = 600_000;

/** What somebody enters who means harm, or pastes what they do not see. */
const SCRIPT = `<script>window.hit=1</script><img src=x onerror="window.hit=2"><a href="javascript:window.hit=3">link</a>`;
const TEMPLATE = '{{7*7}} ${7*7} <%= 7*7 %> {name} {n|one|many}';
/** Turns around whatever follows, where nothing stops it. */
const TURNED = '\u202egnp.exe';
const LONG_WORD = 'Donaudampfschifffahrt'.repeat(8);
const TITLE = `${SCRIPT} ${TURNED}`;
const TEXT = `${TEMPLATE} ${SCRIPT} ${LONG_WORD} 👩‍👩‍👧‍👦🇨🇳 ${TURNED}`;

const open: Hand[] = [];
afterEach(async () => {
  for (const hand of open.splice(0)) await hand.close();
});

async function hand(
  who: Parameters<typeof Hand.of>[1],
  path = '/',
  device: keyof typeof WIDTHS = 'desk',
): Promise<Hand> {
  const one = await Hand.of(installation, who, { path, device });
  open.push(one);
  return one;
}

/** Whether anything that was entered has become more than text. */
async function isOnlyText(page: Page): Promise<string[]> {
  return inPage(
    page,
    `[
      ...(window.hit === undefined ? [] : ['it ran: ' + window.hit]),
      ...[...document.querySelectorAll('img[src=x], a[href^=javascript], main script')].map((one) => one.outerHTML),
      ...(document.body.textContent.includes('{{7*7}} $' + '{7*7}') || !document.body.textContent.includes('7*7') ? [] : ['a template was filled in']),
    ]`,
  );
}

/** Text that turns what follows around, and is not kept to itself by the element around it. */
function turning(page: Page): Promise<string[]> {
  return inPage(
    page,
    `(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent;
        if (!/[\\u202d\\u202e]/.test(text) || /\\u2068[^\\u2069]*[\\u202d\\u202e]/.test(text)) continue;
        let around = node.parentElement;
        let isKept = false;
        while (around !== null && !isKept) {
          const { unicodeBidi, display } = getComputedStyle(around);
          const isAlone = around.textContent.trim() === text.trim();
          isKept = /isolate|plaintext/.test(unicodeBidi) || (isAlone && !display.startsWith('inline'));
          if (!isKept && !isAlone) break;
          around = around.parentElement;
        }
        if (!isKept) found.push(node.parentElement.outerHTML.slice(0, 160));
      }
      return found;
    })()`,
  );
}

describe('what is entered with ill intent', () => {
  let issue = '';
  let task = '';

  beforeAll(async () => {
    issue = await installation.neighbourhood.reported(TITLE);
  }, LONG_MS);

  test(
    'is text and nothing else in every form of a resident and a clerk, and wherever it is shown',
    async () => {
      const collector = await hand('collector', '/desk');
      await collector.does(issue, 'reply', { text: TEXT });
      await collector.does(issue, 'addNote', { text: TEXT });
      await collector.does(issue, 'sortAsCommon', { category: '0101' });
      const adviser = await hand('adviser');
      await adviser.does(issue, 'stateCompetence', { decides: 'department', text: TEXT });
      const coordinator = await hand('coordinator');
      await coordinator.does(issue, 'takeDirectLine', { reason: 'statutory_duty', text: TEXT });
      await coordinator.does(issue, 'dispatch', { measure: TEXT, class: 'general' });
      task = await installation.neighbourhood.child(issue, 'task');
      const department = await hand('department');
      await department.does(task, 'accept');
      await department.does(task, 'progress', { note: TEXT, open: true });
      await department.does(task, 'finish', { answer: TEXT, evidence: 'photo' });
      const shown: [Hand, string][] = [
        [await hand('resident', '/', 'phone'), `/cases/${issue}`],
        [await hand('neighbour', '/', 'phone'), `/cases/${issue}`],
        ...[`/cases/${issue}`, `/cases/${task}`, '/desk', '/ledger', `/cases/${issue}/chart`].map(
          (path): [Hand, string] => [coordinator, path],
        ),
        ...['/desk', `/cases/${task}`].map((path): [Hand, string] => [department, path]),
        [await hand('neighbour'), '/issues'],
        [await hand('leader'), '/dashboards'],
      ];
      for (const [one, path] of shown) {
        await one.goTo(path);
        const { page } = one;
        await until(async () => ((await page.locator('.loading').count()) === 0 ? true : null));
        expect([path, await isOnlyText(page), await turning(page), await sideways(page)]).toEqual([path, [], [], 0]);
      }
      expect(open.flatMap(({ complaints }) => complaints)).toEqual([]);
    },
    LONG_MS,
  );

  test('is text on paper as well', async () => {
    for (const kind of [`${task}/print/sheet`, `${issue}/print/review-slip`, `${issue}/print/chat-text`]) {
      const { page } = await installation.look(`/api/v1/cases/${kind}`, { as: 'coordinator', locale: LOCALES.zh });
      expect([kind, await isOnlyText(page)]).toEqual([kind, []]);
      await page.context().close();
    }
  });

  test('would not run even if it were more than text: the page lets no script in', async () => {
    const { page } = await installation.look(`/cases/${issue}`, { as: 'collector', locale: LOCALES.zh });
    await inPage(
      page,
      `(() => {
        const script = document.createElement('script');
        script.textContent = 'window.hit = 4';
        document.body.append(script);
        const image = document.createElement('div');
        image.innerHTML = '<img src="data:," onerror="window.hit=5">';
        document.body.append(image);
      })()`,
    );
    await page.waitForTimeout(500);
    expect(await inPage(page, 'window.hit ?? null')).toBeNull();
    await page.context().close();
  });
});

describe('saying something', () => {
  test('takes no blanks and no signs nobody sees for a sentence', async () => {
    const resident = await hand('resident', '/report', 'phone');
    await resident.press(resident.word(residentWords, 'noDanger'));
    const title = resident.page.getByRole('textbox').first();
    for (const nothing of ['   ', '\u3000', '\u200b\u2060\u200d', '\u202e']) {
      await title.fill(nothing);
      await resident.press(resident.word(residentWords, 'goOn'));
      await resident.sees(resident.word(residentWords, 'needTitle'));
    }
    await expect(installation.neighbourhood.reported('\u200b\u2060')).rejects.toThrow(/input\.invalid/);
    expect(resident.complaints).toEqual([]);
  });

  test('stops at the most that fits, and says how much that is', async () => {
    const resident = await hand('resident', '/report', 'phone');
    await resident.press(resident.word(residentWords, 'noDanger'));
    const description = resident.page.getByRole('textbox').nth(1);
    await description.focus();
    await resident.page.keyboard.insertText('长'.repeat(10_000));
    const kept = (await description.inputValue()).length;
    expect(kept).toBeLessThan(10_000);
    expect(await resident.page.locator('.field-count').first().textContent()).toContain(String(kept));
    expect(await sideways(resident.page)).toBe(0);
  });

  test('keeps every answer when somebody goes back in the middle, and once sent is there once, however often the page is loaded anew', async () => {
    const resident = await hand('resident', '/report', 'phone');
    const { page } = resident;
    const w = (key: keyof typeof residentWords): string => resident.word(residentWords, key);
    const title = `门口的灯 ${String(performance.now())}`;
    await resident.press(w('noDanger'));
    await page.getByRole('textbox').first().fill(title);
    await resident.press(w('goOn'));
    await page.locator('.choice').first().click();
    await page.goBack();
    await page.getByRole('textbox').first().waitFor();
    expect(await page.getByRole('textbox').first().inputValue()).toBe(title);
    await page.goForward();
    await page.locator('.choice').first().click();
    await resident.press(w('goOn'));
    const another = page.getByRole('button', { name: w('mineIsAnother') });
    await another
      .or(page.getByRole('button', { name: w('noPhotos') }))
      .first()
      .waitFor();
    if (await another.isVisible()) await another.click();
    await resident.press(w('noPhotos'));
    // the answer never arrives, and the page is loaded anew
    let isCut = false;
    await page.route('**/api/v1/cases', async (route) => {
      if (isCut || route.request().method() !== 'POST') return route.continue();
      isCut = true;
      await route.fetch();
      return route.abort();
    });
    await resident.press(w('send'));
    await until(async () => (isCut ? true : null));
    await page.reload();
    await settled(page);
    await resident.press(w('send'));
    await resident.sees(w('received'));
    const { rows } = await installation.neighbourhood.read('resident', `cases?text=${encodeURIComponent(title)}`);
    expect(rows).toHaveLength(1);
  });
});

describe('two tabs of one person', () => {
  test('do not do a thing twice: the second says what was done meanwhile', async () => {
    const issue = await installation.neighbourhood.reported('楼顶漏水');
    const first = await hand('collector', `/cases/${issue}`);
    const second = await hand('collector', `/cases/${issue}`);
    await second.press('首次回复');
    await second.page.route('**/api/v1/stream', (route) => route.abort());
    await second.page.locator('form').getByRole('textbox').first().fill('第二个窗口写的。');
    await first.doesHere(issue, 'reply', { text: '第一个窗口写的。' });
    await second.page.locator('form').getByRole('button', { name: '首次回复' }).click();
    await second.page.getByRole('alert').first().waitFor();
    expect(await second.page.locator('form').getByRole('textbox').first().inputValue()).toBe('第二个窗口写的。');
    const { texts } = (await installation.neighbourhood.read('collector', `cases/${issue}`)) as unknown as {
      texts: Record<string, string>;
    };
    expect(Object.values(texts)).not.toContain('第二个窗口写的。');
  });
});
