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
  'the whole loop is walked by the people of its roles through their pages in English, and anybody may read how it ended',
  async () => {
    all = new Everybody(installation, 'en');
    const issue = await new Loop(all).walk('Broken slabs before building 5', 'The three slabs are in.');
    const { page, complaints } = await installation.look(`/cases/${issue}`, {
      viewport: WIDTHS.phone,
      locale: LOCALES.en,
    });
    for (const said of ['The three slabs are in.', residentWords.resultSolved[1]])
      await page.getByText(said).first().waitFor();
    await page.context().close();
    expect([...(await all.complaints()), ...complaints]).toEqual([]);
  },
  LONG_MS,
);
