import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { formWords } from '../../apps/web/words/form.words.js';
import { residentWords } from '../../apps/web/words/resident.words.js';
import {
  LOCALES,
  WIDTHS,
  barriers,
  inPage,
  settled,
  sideways,
  testInstallation,
  type Looked,
} from './testing/browser.js';
import { Hand } from './testing/hand.js';
import { until } from './testing/neighbourhood.js';

type Watching = 'neighbour' | 'coordinator' | 'voter' | 'chair' | 'recorder';
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

/** Where what was entered has become more than text. */
function moreThanText(page: Page): Promise<string[]> {
  return inPage(
    page,
    `(() => {
      const count = (what) => document.body.textContent.split(what).length - 1;
      const isFilledIn = count(${JSON.stringify(TEMPLATE)}) < count(${JSON.stringify(LONG_WORD)});
      return [
        ...(window.hit === undefined ? [] : ['it ran: ' + window.hit]),
        ...[...document.querySelectorAll('img[src=x], a[href^=javascript], main script')].map((one) => one.outerHTML),
        ...(isFilledIn ? ['a template was filled in'] : []),
      ];
    })()`,
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
      const saidOn = new Set<string>();
      for (const [one, path] of shown) {
        await one.goTo(path);
        const { page } = one;
        expect([path, await moreThanText(page), await turning(page), await sideways(page)]).toEqual([path, [], [], 0]);
        const text = await one.text();
        for (const what of [SCRIPT, LONG_WORD]) if (text.includes(what)) saidOn.add(`${path} ${what.slice(0, 7)}`);
      }
      // nothing was cut out either: whoever reads it reads what was written
      for (const path of [`/cases/${issue}`, `/cases/${task}`])
        for (const what of [SCRIPT, LONG_WORD]) expect([...saidOn]).toContain(`${path} ${what.slice(0, 7)}`);
      expect(open.flatMap(({ complaints }) => complaints)).toEqual([]);
    },
    LONG_MS,
  );

  test('is text on paper as well', async () => {
    for (const kind of [`${task}/print/sheet`, `${issue}/print/review-slip`, `${issue}/print/chat-text`]) {
      const { page } = await installation.look(`/api/v1/cases/${kind}`, { as: 'coordinator', locale: LOCALES.zh });
      expect([kind, await moreThanText(page)]).toEqual([kind, []]);
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

describe('a deliberation, a vote and a meeting with names of ill intent', () => {
  const there = { deliberation: '', ballot: '', meeting: '', issue: '' };
  let voter = '';

  beforeAll(async () => {
    const { neighbourhood } = installation;
    const { deliberation, issue } = await neighbourhood.deliberated(TITLE);
    const { ballot, voters } = await neighbourhood.voting(TITLE);
    Object.assign(there, { deliberation, issue, ballot, meeting: await neighbourhood.meeting(TITLE) });
    voter = voters[0] ?? '';
  }, LONG_MS);

  test.each([
    ['/', 'neighbour'],
    ['/my/messages', 'neighbour'],
    ['/cases/:deliberation', 'neighbour'],
    ['/cases/:ballot', 'coordinator'],
    ['/ballots/:ballot/desk', 'coordinator'],
    ['/vote/:ballot', 'voter'],
    ['/meetings/:meeting', 'chair'],
    ['/meetings/:meeting/screen', 'recorder'],
    ['/triage', 'coordinator'],
    ['/ledger', 'coordinator'],
    ['/desk', 'coordinator'],
  ] as const)('show them on %s to %s as text, in no window too wide', async (path, who) => {
    const address = path.replace(/:(\w+)/, (_, name: string) => there[name as keyof typeof there]);
    const { page, complaints } = await seen(who, address);
    expect([await moreThanText(page), await turning(page), await sideways(page)]).toEqual([[], [], 0]);
    // what the page is about is named in full, not left out
    if (path.includes(':')) expect(await page.locator('body').textContent()).toContain(SCRIPT);
    await page.setViewportSize(WIDTHS.desk);
    expect([await moreThanText(page), await turning(page), await sideways(page)]).toEqual([[], [], 0]);
    expect(complaints.splice(0)).toEqual([]);
  });

  const windows = new Map<string, Looked>();

  /** In the one window somebody has, which goes from page to page. */
  async function seen(who: Watching, address: string): Promise<Looked> {
    const before = windows.get(who);
    if (before === undefined) {
      const as = who === 'voter' ? { person: voter } : { as: who };
      const opened = await installation.look(address, { viewport: WIDTHS.phone, locale: LOCALES.zh, ...as });
      windows.set(who, opened);
      return opened;
    }
    await before.page.setViewportSize(WIDTHS.phone);
    await before.page.goto(installation.origin + address);
    await settled(before.page);
    return before;
  }
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
    await until(() => Promise.resolve(isCut ? true : null));
    await page.reload();
    await settled(page);
    await resident.press(w('send'));
    await resident.sees(w('received'));
    const { rows } = await installation.neighbourhood.read('resident', `cases?text=${encodeURIComponent(title)}`);
    expect(rows).toHaveLength(1);
  });
});

describe('two tabs of one person', () => {
  const FIRST = '第一个窗口写的。';
  const SECOND = '第二个窗口写的。';
  const TOLD = formWords.gone[0];
  let issue = '';

  beforeEach(async () => {
    issue = await installation.neighbourhood.reported('楼顶漏水');
  });

  /** What is written in the form that is open, wherever it stands. */
  const written = (page: Page): Promise<string> => page.locator('form').getByRole('textbox').first().inputValue();
  const replies = async (): Promise<string[]> => {
    const { texts } = (await installation.neighbourhood.read('collector', `cases/${issue}`)) as unknown as {
      texts: Record<string, string>;
    };
    return Object.values(texts).filter((text) => text === FIRST || text === SECOND);
  };

  test('do not do a thing twice: what the second one wrote stays before its eyes, with who did what meanwhile', async () => {
    const first = await hand('collector', `/cases/${issue}`);
    const second = await hand('collector', `/cases/${issue}`);
    await second.press('首次回复');
    await second.page.locator('form').getByRole('textbox').first().fill(SECOND);
    await first.doesHere(issue, 'reply', { text: FIRST });
    await second.page.getByRole('alert').filter({ hasText: TOLD }).getByText('首次回复').waitFor();
    expect(await written(second.page)).toBe(SECOND);
    expect(await second.page.locator('form button[type=submit]').count()).toBe(0);
    expect([await barriers(second.page), await sideways(second.page)]).toEqual([[], 0]);
    await second.press(formWords.goneClose[0]);
    await second.page.locator('form').filter({ hasText: TOLD }).waitFor({ state: 'detached' });
    expect(await replies()).toEqual([FIRST]);
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  });

  test('are told so also where the second has heard of nothing until it sends', async () => {
    const second = await hand('collector');
    await second.page.route('**/api/v1/stream*', (route) => route.abort());
    await second.goTo(`/cases/${issue}`);
    await second.press('首次回复');
    await second.page.locator('form').getByRole('textbox').first().fill(SECOND);
    const first = await hand('collector', `/cases/${issue}`);
    await first.doesHere(issue, 'reply', { text: FIRST });
    await second.page.locator('form button[type=submit]').click();
    await second.page.getByRole('alert').first().waitFor();
    expect(await written(second.page)).toBe(SECOND);
    expect(await replies()).toEqual([FIRST]);
  });

  test('leave a report that is being answered in hand, also where it waits for nobody any more', async () => {
    await installation.neighbourhood.act('collector', issue, ['reply', { text: FIRST }]);
    const coordinator = await hand('coordinator', `/triage?queue=sort&case=${issue}`);
    const { page } = coordinator;
    await page.getByRole('group', { name: '怎么办' }).getByRole('button', { name: '定为共性问题' }).click();
    const form = page.locator('.tr-form');
    await form.getByRole('combobox').first().fill('供热');
    await installation.neighbourhood.act('collector', issue, ['sortAsCommon', { category: 'heating' }]);
    await form.getByRole('alert').filter({ hasText: TOLD }).waitFor();
    await page.getByRole('heading', { name: '楼顶漏水', level: 2 }).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toContain('楼顶漏水');
    expect(coordinator.complaints).toEqual([]);
  });
});
