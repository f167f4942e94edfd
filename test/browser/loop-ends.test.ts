import { afterEach, describe, expect, test } from '@jest/globals';

import { residentWords } from '../../apps/web/words/resident.words.js';
import { testInstallation } from './testing/browser.js';
import { Everybody, isSound } from './testing/everybody.js';
import { Loop } from './testing/loop.js';

const installation = testInstallation();
const LONG_MS = 900_000;
const LEAVING_MS = 90_000;

let all: Everybody | undefined;
afterEach(() => all?.leave(), LEAVING_MS);

describe('what does not go well', () => {
  test(
    'is told to the resident as it is: given back, not solved and done again, ended without a result',
    async () => {
      all = new Everybody(installation, 'zh');
      const loop = new Loop(all);
      const { issue, task } = await installation.neighbourhood.dispatched('9号楼暖气不热');
      const resident = await all.one('resident', { device: 'phone' });
      await all.does('department', task, [
        'returnTask',
        { ground: 'not_our_duty', reason: '归物业维护。', basis: '产权协议第三条', suggestedUnit: '物业' },
      ]);
      await loop.standsAt(resident, issue, 'act');
      await resident.sees('已退单');
      await all.does('coordinator', task, ['reassign', { unit: '市供热公司' }]);
      await loop.isDone(issue, task, '已调节阀门。');
      await loop.judges(resident, issue, false);
      await loop.standsAt(resident, issue, 'act');
      await resident.sees(resident.word(residentWords, 'doneAgain'));
      await isSound(resident, 'done again');
      await all.does('coordinator', issue, ['draftFinalAnswer', { text: '管道老化，须明年大修。', files: 'photo' }]);
      await all.does('leader', issue, ['signFinalAnswer']);
      await resident.goTo(`/cases/${issue}`);
      const end = resident.page.locator('.box', { hasText: '管道老化，须明年大修。' }).first();
      await end.waitFor();
      expect(await end.textContent()).toContain(resident.word(residentWords, 'resultUnsolved'));
      await isSound(resident, 'ended');
      expect(await all.complaints()).toEqual([]);
    },
    LONG_MS,
  );

  test('is late in plain sight, with the reason', async () => {
    all = new Everybody(installation, 'zh');
    const loop = new Loop(all);
    const issue = await installation.neighbourhood.reported('楼道灯不亮');
    const { database } = installation.platform;
    // what the passing of days would bring
    await database.query(
      `update cases set clocks = (
         select json_object_agg(key, case value->>'name' when 'triage'
           then jsonb_set(value::jsonb, '{dueAt}', '"2026-01-05T09:30:00.000Z"')::json else value end)
         from json_each(clocks)) where id = $1`,
      [issue],
    );
    const resident = await all.one('resident', { device: 'phone' });
    await loop.standsAt(resident, issue, 'say');
    await resident.sees(resident.word(residentWords, 'whyLate'));
    expect(await resident.text()).toContain('“分类”已超过');
    expect(await resident.text()).not.toContain(resident.word(residentWords, 'itsMe', { what: '' }));
    await isSound(resident, 'late');
    expect(await all.complaints()).toEqual([]);
  });
});
