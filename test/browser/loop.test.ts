import { afterEach, describe, expect, test } from '@jest/globals';

import type { DemoPersonKey } from '#apps/demo';

import { residentWords } from '../../apps/web/words/resident.words.js';
import { barriers, sideways, testInstallation, type WIDTHS } from './testing/browser.js';
import { Hand, type Entered, type Language } from './testing/hand.js';

const installation = testInstallation();
const LONG_MS = 900_000;
const LEAVING_MS = 90_000;

/** Everybody at a screen of their own, as long as a test lasts. */
class Everybody {
  readonly #there = new Map<DemoPersonKey, Promise<Hand>>();

  constructor(readonly language: Language) {}

  one(who: DemoPersonKey, device: keyof typeof WIDTHS = 'desk'): Promise<Hand> {
    const known = this.#there.get(who) ?? Hand.of(installation, who, { language: this.language, device });
    this.#there.set(who, known);
    return known;
  }

  async does(who: DemoPersonKey, caseId: string, [act, entered = {}]: readonly [string, Entered?]): Promise<void> {
    await (await this.one(who)).does(caseId, act, entered);
  }

  /** What any of the pages complained about. */
  async complaints(): Promise<string[]> {
    const hands = await Promise.all(this.#there.values());
    return hands.flatMap(({ who, complaints }) => complaints.map((one) => `${who}: ${one}`));
  }

  async leave(): Promise<void> {
    for (const hand of await Promise.all(this.#there.values())) await hand.close();
  }
}

let all = new Everybody('zh');
afterEach(() => all.leave(), LEAVING_MS);

/** No barriers and nothing beside the window, where much is at stake. */
async function isSound(hand: Hand, where: string): Promise<void> {
  expect([where, await barriers(hand.page), await sideways(hand.page)]).toEqual([where, [], 0]);
}

/** Where the strip of four steps says it stands. */
async function standsAt(hand: Hand, issue: string, stage: 'say' | 'deliberate' | 'act' | 'review'): Promise<void> {
  await hand.goTo(`/cases/${issue}`);
  const here = hand.page.locator('.steps [aria-current=step] .step-name');
  await here
    .filter({ hasText: hand.word(residentWords, `stage_${stage}`) })
    .first()
    .waitFor();
}

/** 评, or a word on it: solved and satisfied, or neither. */
async function judges(hand: Hand, issue: string, isGood: boolean): Promise<void> {
  await standsAt(hand, issue, 'review');
  await isSound(hand, 'review');
  for (const key of isGood ? (['solvedYes', 'satisfiedYes'] as const) : (['solvedNo', 'satisfiedNo'] as const))
    await hand.page.locator('.resident-answer', { hasText: new RegExp(` ${hand.word(residentWords, key)}$`) }).click();
  await hand.page
    .locator('#review')
    .getByRole('textbox')
    .fill(isGood ? '谢谢。' : '只换了两块。');
  await hand.press(hand.word(residentWords, 'sendReview'));
  await hand.sees(hand.word(residentWords, 'reviewDone'));
}

/** 办: the department finishes with evidence, its leader signs, a supervisor goes and sees, the outcome is posted. */
async function isDone(issue: string, task: string, answer: string): Promise<void> {
  await all.does('department', task, ['accept']);
  await all.does('department', task, ['progress', { note: '已定做，周三安装。' }]);
  await all.does('department', task, ['finish', { answer, evidence: 'photo' }]);
  await all.does('departmentLeader', task, ['signAnswer']);
  await all.does('supervisor', task, ['verify', { note: '到现场看过。' }]);
  await all.does('coordinator', issue, ['postOutcome', { text: answer, files: 'photo' }]);
}

describe('what does not go well', () => {
  test(
    'is told to the resident as it is: given back, not solved and done again, ended without a result',
    async () => {
      all = new Everybody('zh');
      const { issue, task } = await installation.neighbourhood.dispatched('9号楼暖气不热');
      const resident = await all.one('resident', 'phone');
      await all.does('department', task, [
        'returnTask',
        { ground: 'not_our_duty', reason: '归物业维护。', basis: '产权协议第三条', suggestedUnit: '物业' },
      ]);
      await standsAt(resident, issue, 'act');
      await resident.sees('已退单');
      await all.does('coordinator', task, ['reassign', { unit: '市供热公司' }]);
      await isDone(issue, task, '已调节阀门。');
      await judges(resident, issue, false);
      await standsAt(resident, issue, 'act');
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
    all = new Everybody('zh');
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
    const resident = await all.one('resident', 'phone');
    await standsAt(resident, issue, 'say');
    await resident.sees(resident.word(residentWords, 'whyLate'));
    expect(await resident.text()).toContain('“分类”已超过');
    expect(await resident.text()).not.toContain(resident.word(residentWords, 'itsMe', { what: '' }));
    await isSound(resident, 'late');
    expect(await all.complaints()).toEqual([]);
  });
});
