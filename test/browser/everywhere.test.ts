import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import type { DemoPersonKey } from '#apps/demo';

import {
  LOCALES,
  MODES,
  WIDTHS,
  barriers,
  inMode,
  inPage,
  settled,
  sideways,
  testInstallation,
  type Looked,
} from './testing/browser.js';
import { until } from './testing/neighbourhood.js';

const installation = testInstallation();
/** A part of a page that is shown last still brings its styles in this time. */
const STYLES_MS = 5_000;

/** What there is to be looked at; found when the neighbourhood is under way. */
const there = { issue: '', unsorted: '', task: '', deliberation: '', ballot: '', meeting: '' };
let voter = '';

beforeAll(async () => {
  const { neighbourhood } = installation;
  there.unsorted = await neighbourhood.reported('很长的名字'.repeat(20));
  const { issue, task } = await neighbourhood.dispatched('9号楼暖气阀门漏水');
  const { deliberation } = await neighbourhood.deliberated('9号楼3单元加装电梯');
  const { ballot, voters } = await neighbourhood.voting('9号楼3单元加装电梯的表决');
  const meeting = await neighbourhood.meeting('三月议事会');
  Object.assign(there, { issue, task, deliberation, ballot, meeting });
  voter = voters[0] ?? '';
}, 120_000);

type Who = DemoPersonKey | 'visitor' | 'voter';

/** Every page, by who looks at it. `:issue` and the like stand for what is there. */
const PAGES: Record<string, Who[]> = {
  '/': ['visitor', 'resident'],
  '/issues': ['visitor'],
  '/report': ['resident'],
  '/notices': ['visitor'],
  '/ballots': ['visitor', 'coordinator'],
  '/consultations': ['visitor'],
  '/sign-in': ['visitor'],
  '/join': ['visitor'],
  '/password-reset': ['visitor'],
  '/my': ['resident'],
  '/my/messages': ['resident'],
  '/my/notifications': ['resident'],
  '/my/authorisations': ['relative'],
  '/my/data': ['resident'],
  '/account': ['resident'],
  '/cases/:issue': ['visitor', 'resident', 'coordinator'],
  '/cases/:unsorted': ['collector'],
  '/cases/:issue/chart': ['coordinator'],
  '/cases/:task': ['department', 'coordinator'],
  '/cases/:deliberation': ['resident', 'coordinator'],
  '/cases/:ballot': ['visitor'],
  '/cases/:meeting': ['chair', 'recorder'],
  '/meetings/:meeting/screen': ['recorder'],
  '/vote/:ballot': ['voter'],
  '/ballots/:ballot/desk': ['coordinator'],
  '/ballots/:ballot/check': ['visitor'],
  '/desk': ['coordinator', 'department', 'leader'],
  '/triage': ['collector'],
  '/ledger': ['coordinator'],
  '/intake': ['coordinator'],
  '/calls': ['coordinator'],
  '/photos': ['coordinator'],
  '/meetings': ['coordinator'],
  '/rules': ['adviser'],
  '/procedure': ['adviser'],
  '/calendars': ['coordinator'],
  '/registers': ['visitor'],
  '/bodies': ['coordinator'],
  '/routing': ['coordinator'],
  '/duty': ['coordinator'],
  '/dashboards': ['visitor', 'leader'],
  '/open-data': ['visitor'],
  '/gallery': ['visitor'],
  '/gallery/issue': ['visitor'],
  '/start/meeting': ['coordinator'],
  '/registry': ['coordinator'],
  '/registry/people': ['coordinator'],
  '/registry/imports': ['coordinator'],
  '/registry/changes': ['coordinator'],
  '/registry/slips': ['coordinator'],
  '/visits': ['volunteer'],
  '/operations': ['operator'],
  '/privacy': ['supervisor'],
};

const addressOf = (path: string): string =>
  path.replace(/:(\w+)/, (_, name: string) => there[name as keyof typeof there]);

/** The window of whoever looks now, which goes from page to page as theirs does. */
let open: { who: Who; looked: Looked } | undefined;

async function looked(path: string, who: Who): Promise<Looked> {
  const at = addressOf(path);
  if (open?.who === who) {
    const { page } = open.looked;
    await page.setViewportSize(WIDTHS.phone);
    // in the language the browser asks for
    await inPage(page, `localStorage.removeItem('minyi.preferences')`);
    await page.goto(installation.origin + at);
    await settled(page);
    return open.looked;
  }
  await open?.looked.page.context().close();
  const as = who === 'visitor' ? {} : who === 'voter' ? { person: voter } : { as: who };
  open = { who, looked: await installation.look(at, { viewport: WIDTHS.phone, locale: LOCALES.zh, ...as }) };
  return open.looked;
}

/** Styles that were sent for before the page was read, and that it then has no use for: a browser complains of them after seconds. */
async function sentForInVain(page: Page): Promise<string[]> {
  const unused = (): Promise<string[]> =>
    inPage(
      page,
      `(() => {
        const used = new Set([...document.querySelectorAll('link[rel=stylesheet]')].map(({ href }) => href));
        return [...document.querySelectorAll('link[rel=preload]')].map(({ href }) => href).filter((href) => !used.has(href));
      })()`,
    );
  const isUsed = async (): Promise<true | null> => ((await unused()).length === 0 ? true : null);
  return until(isUsed, STYLES_MS).then(() => [], unused);
}

/** One person after the other: a window that stays open goes on reading what changes. */
const cases = Object.entries(PAGES)
  .flatMap(([path, people]) => people.map((who) => [path, who] as const))
  .toSorted(([, a], [, b]) => a.localeCompare(b));

test.each(cases)('%s has no barriers for %s in any mode, and is never wider than its window', async (path, who) => {
  const { page, complaints } = await looked(path, who);
  expect(await page.locator('h1').allTextContents()).toHaveLength(1);
  expect(['没有这个页面', '这个页面出错了']).not.toContain(await page.textContent('h1'));
  expect(await sentForInVain(page)).toEqual([]);
  expect(['phone', await barriers(page), await sideways(page)]).toEqual(['phone', [], 0]);
  await inMode(page, { ...MODES.large, ...MODES.contrast });
  expect(['large', await barriers(page, 'appearance'), await sideways(page)]).toEqual(['large', [], 0]);
  await page.setViewportSize(WIDTHS.desk);
  await inMode(page, MODES.dark);
  expect(['dark', await barriers(page, 'appearance'), await sideways(page)]).toEqual(['dark', [], 0]);
  // what hangs on a wall has no switches
  if (!path.endsWith('/screen')) {
    await page.getByRole('button', { name: 'English' }).first().click();
    await settled(page);
    expect(['English', await sideways(page)]).toEqual(['English', 0]);
  }
  expect(complaints.splice(0)).toEqual([]);
});
