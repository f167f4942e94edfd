import { afterEach, describe, expect, test } from '@jest/globals';

import type { DemoPersonKey } from '#apps/demo';

import type { FieldSchema } from '../../apps/web/forms/schema.types.js';
import { meetingsWords } from '../../apps/web/words/meetings.words.js';
import { opinionWords } from '../../apps/web/words/opinion.words.js';
import { residentWords } from '../../apps/web/words/resident.words.js';
import { barriers, settled, sideways, testInstallation, type WIDTHS } from './testing/browser.js';
import { Hand, type Entered, type Language } from './testing/hand.js';
import { until } from './testing/neighbourhood.js';

const installation = testInstallation();
const LONG_MS = 900_000;
/** A meeting called for the next minute still has time to take up what waits. */
const GATHERING_MS = 90_000;
const AHEAD_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;
const ENOUGH_MS = 15_000;
const HEATING = '0101';

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
afterEach(() => all.leave(), GATHERING_MS);

/** No barriers and nothing beside the window, where much is at stake. */
async function isSound(hand: Hand, where: string): Promise<void> {
  expect([where, await barriers(hand.page), await sideways(hand.page)]).toEqual([where, [], 0]);
}

/** 说: question by question, with a photo, until the receipt. Answers the issue. */
async function says(hand: Hand, title: string): Promise<string> {
  const w = (key: keyof typeof residentWords): string => hand.word(residentWords, key);
  await hand.goTo('/');
  await hand.page
    .getByRole('link', { name: w('say') })
    .first()
    .click();
  await hand.press(w('noDanger'));
  await hand.page.getByRole('textbox').first().fill(title);
  await hand.page.getByRole('textbox').nth(1).fill(`${title} …`);
  await hand.press(w('goOn'));
  await hand.page.locator('.choice').first().click();
  await hand.press(w('goOn'));
  const photos = hand.page.getByRole('group', { name: w('photos') });
  const another = hand.page.getByRole('button', { name: w('mineIsAnother') });
  await photos.or(another).first().waitFor();
  if (await another.isVisible()) await another.click();
  await hand.attach(hand.page, w('photos'));
  await hand.press(w('goOn'));
  await hand.sees(w('whoSees'));
  await isSound(hand, 'before it is sent');
  await hand.press(w('send'));
  await hand.sees(w('received'));
  await isSound(hand, 'receipt');
  const sent = new URL(hand.page.url()).searchParams.get('sent');
  if (sent === null) throw new Error('the receipt does not say which issue it is for');
  return sent;
}

/** Opens a case from the desk of whoever it waits for. */
async function opensFromDesk(hand: Hand, title: string): Promise<void> {
  await hand.goTo('/desk');
  await hand.page.getByRole('link', { name: title }).first().click();
  await hand.page.getByRole('heading', { level: 1, name: title }).waitFor();
  await settled(hand.page);
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

/** What the clock on the wall of the community shows at the next full minute. */
async function nextMinute(): Promise<string> {
  const { now } = (await (await fetch(`${installation.origin}/api/v1/installation`)).json()) as { now: string };
  const at = Math.ceil((Date.parse(now) + ENOUGH_MS) / MINUTE_MS) * MINUTE_MS;
  return new Date(at + AHEAD_MS).toISOString().slice(0, 16);
}

/** The coordinator calls a sitting of the council; issues that wait join its agenda. Answers the meeting. */
async function callsCouncil(hand: Hand, title: string): Promise<string> {
  await hand.goTo('/meetings');
  await hand.press(hand.word(meetingsWords, 'call'));
  const form = hand.page.getByRole('dialog').locator('form');
  await form.waitFor();
  const { input } = (await installation.neighbourhood.read('coordinator', 'workflows/meeting')) as unknown as {
    input: FieldSchema;
  };
  await hand.fill(form, input, { title, startsAt: await nextMinute() });
  await hand.press(hand.word(meetingsWords, 'call'), form);
  await hand.page.waitForURL('**/meetings/*-*');
  return new URL(hand.page.url()).pathname.split('/').at(-1) ?? '';
}

/** Opinions and a measure, until it waits for a meeting. */
async function deliberates(issue: string, measure: string): Promise<void> {
  await all.does('adviser', issue, ['stateCompetence', { decides: 'residents', text: '由居民共同决定。' }]);
  await all.does('coordinator', issue, ['chooseLevel', { level: 'council' }]);
  const deliberation = await installation.neighbourhood.child(issue, 'deliberation');
  const neighbour = await all.one('neighbour');
  await neighbour.goTo(`/cases/${deliberation}`);
  await neighbour.page.getByRole('textbox').first().fill('先修，再装一盏灯。');
  await neighbour.press(neighbour.word(opinionWords, 'saySend'));
  await neighbour.page.getByText('先修，再装一盏灯。').first().waitFor();
  await all.does('deliberator', deliberation, ['draftMeasure', { text: measure }]);
  await all.does('representative', deliberation, ['backMeasure', { measure: 1 }]);
  await all.does('coordinator', deliberation, ['conclude']);
  await until(async () => {
    const { states } = await installation.neighbourhood.read('coordinator', `cases/${issue}`);
    return states.some(({ id }) => id.endsWith('requesting')) ? true : null;
  });
}

/** The sitting: members are entered, it is moved and seconded, counted by one and confirmed by another. */
async function sits(meeting: string, title: string, measure: string): Promise<void> {
  const path = `/meetings/${meeting}`;
  const secretary = await all.one('secretary');
  const w = (key: keyof typeof meetingsWords): string => secretary.word(meetingsWords, key);
  await secretary.goTo(path);
  await secretary.page.getByRole('button', { name: w('tickAbsent') }).waitFor({ timeout: GATHERING_MS });
  await secretary.press(w('tickAbsent'));
  await secretary.press(secretary.like(meetingsWords, 'enterArrivals'));
  await secretary.sees(w('quorumReached'));
  await isSound(secretary, 'check-in');
  await all.does('chair', meeting, ['openSitting']);
  const chair = await all.one('chair');
  await chair.page
    .locator('li', { hasText: title })
    .getByRole('button', { name: w('callItem') })
    .first()
    .click();
  await chair.sees(w('noMotion'));
  await all.does('deliberator', meeting, ['propose', { existing: measure }]);
  const recorder = await all.one('recorder');
  await recorder.goTo(path);
  const member = recorder.page.locator('.meeting-pick', { hasText: w('whichMember') }).locator('select');
  await member.selectOption({ index: 1 });
  await recorder.press(recorder.like(meetingsWords, 'enterSecond'));
  await chair.press(w('showOfHands'));
  await secretary.page.getByRole('textbox', { name: new RegExp(`^${w('vote_yes')}`) }).fill('18');
  await secretary.page.getByRole('textbox', { name: new RegExp(`^${w('vote_no')}`) }).fill('2');
  await isSound(secretary, 'count');
  await secretary.press(w('enterCount'));
  await secretary.sees(w('countedTitle'));
  const coordinator = await all.one('coordinator');
  await coordinator.goTo(path);
  await coordinator.sees(w('confirmYourself'));
  await coordinator.doesHere(await installation.neighbourhood.child(meeting, 'ballot'), 'confirmCount');
  await coordinator.sees(w('item_adopted'));
  await chair.press(w('closeSitting'));
  await chair.press(w('closeSitting'), chair.page.getByRole('dialog'));
  await all.does('secretary', meeting, ['draftMinutes', { text: '到会20人。' }]);
  await all.does('chair', meeting, ['signMinutes']);
}

const NOTHING_WAITS = { spendsCommonMoney: false, restrictsUse: false, affectsRights: false };

/** 办: the department finishes with evidence, its leader signs, a supervisor goes and sees, the outcome is posted. */
async function isDone(issue: string, task: string, answer: string): Promise<void> {
  await all.does('department', task, ['accept']);
  await all.does('department', task, ['progress', { note: '已定做，周三安装。' }]);
  await all.does('department', task, ['finish', { answer, evidence: 'photo' }]);
  await all.does('departmentLeader', task, ['signAnswer']);
  await all.does('supervisor', task, ['verify', { note: '到现场看过。' }]);
  await all.does('coordinator', issue, ['postOutcome', { text: answer, files: 'photo' }]);
}

describe.each(['zh', 'en'] as const)('the whole loop, read in %s', (language) => {
  test(
    'is walked by the people of its roles, through their pages only',
    async () => {
      all = new Everybody(language);
      const title = language === 'zh' ? '5号楼前管沟盖板破损' : 'Broken slabs before building 5';
      const measure = '请供热公司换三块盖板。';
      const resident = await all.one('resident', 'phone');
      const issue = await says(resident, title);
      await standsAt(resident, issue, 'say');

      const collector = await all.one('collector');
      await opensFromDesk(collector, title);
      await collector.doesHere(issue, 'reply', { text: '收到了，三天内告诉您怎么办。' });
      await until(async () => {
        await standsAt(resident, issue, 'say');
        return (await resident.text()).includes('收到了，三天内告诉您怎么办。') ? true : null;
      });
      await all.does('collector', issue, ['sortAsCommon', { category: HEATING }]);
      await standsAt(resident, issue, 'deliberate');

      await deliberates(issue, measure);
      const meeting = await callsCouncil(await all.one('coordinator'), `会：${title}`);
      await sits(meeting, title, measure);
      await all.does('coordinator', issue, ['announceDecision', { text: `通过：${measure}`, ...NOTHING_WAITS }]);
      await standsAt(resident, issue, 'act');
      await resident.sees(`通过：${measure}`);

      await all.does('coordinator', issue, ['dispatch', { measure, class: 'general' }]);
      await standsAt(resident, issue, 'act');
      await resident.sees('市供热公司');
      await isSound(resident, 'under way');
      await isDone(issue, await installation.neighbourhood.child(issue, 'task'), '三块盖板已换好。');
      await judges(resident, issue, true);
      await resident.sees(resident.word(residentWords, 'resultSolved'));
      expect(await all.complaints()).toEqual([]);
    },
    LONG_MS,
  );
});

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
