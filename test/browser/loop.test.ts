import { afterEach, expect, test } from '@jest/globals';

import { residentWords } from '../../apps/web/words/resident.words.js';
import { LOCALES, WIDTHS, testInstallation } from './testing/browser.js';
import { Everybody } from './testing/everybody.js';
import { Loop } from './testing/loop.js';

const installation = testInstallation();
const LONG_MS = 900_000;
const LEAVING_MS = 90_000;

let all: Everybody | undefined;
afterEach(() => all?.leave(), LEAVING_MS);

test(
  'the whole loop is walked by the people of its roles through their pages, and anybody may read how it ended',
  async () => {
    all = new Everybody(installation, 'zh');
    const issue = await new Loop(all).walk('5号楼前管沟盖板破损', '三块盖板已换好。');
    const { page, complaints } = await installation.look(`/cases/${issue}`, {
      viewport: WIDTHS.phone,
      locale: LOCALES.zh,
    });
    for (const said of ['三块盖板已换好。', residentWords.resultSolved[0]])
      await page.getByText(said).first().waitFor();
    await page.context().close();
    expect([...(await all.complaints()), ...complaints]).toEqual([]);
  },
  LONG_MS,
);
