import type { FieldSchema } from '../../../apps/web/forms/schema.types.js';
import { meetingsWords } from '../../../apps/web/words/meetings.words.js';
import { opinionWords } from '../../../apps/web/words/opinion.words.js';
import { residentWords } from '../../../apps/web/words/resident.words.js';
import { settled } from './browser.js';
import { isSound, type Everybody } from './everybody.js';
import type { Hand } from './hand.js';
import { until } from './neighbourhood.js';

/** A meeting called for the next minute still has time to take up what waits. */
const GATHERING_MS = 90_000;
const AHEAD_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;
const ENOUGH_MS = 15_000;
const HEATING = '0101';
const NOTHING_WAITS = { spendsCommonMoney: false, restrictsUse: false, affectsRights: false };

/** An issue on its way round, each step by whose it is, through their pages only. */
export class Loop {
  constructor(private readonly all: Everybody) {}

  /** 说、议、办、评, from the first word to what everybody may read of it. */
  async walk(title: string): Promise<string> {
    const measure = '请供热公司换三块盖板。';
    const resident = await this.all.one('resident', { device: 'phone' });
    const issue = await this.says(resident, title);
    await this.standsAt(resident, issue, 'say');

    const collector = await this.all.one('collector');
    await this.opensFromDesk(collector, title);
    await collector.doesHere(issue, 'reply', { text: '收到了，三天内告诉您怎么办。' });
    await until(async () => {
      await this.standsAt(resident, issue, 'say');
      return (await resident.text()).includes('收到了，三天内告诉您怎么办。') ? true : null;
    });
    await this.all.does('collector', issue, ['sortAsCommon', { category: HEATING }]);
    await this.standsAt(resident, issue, 'deliberate');

    await this.deliberates(issue, measure);
    const meeting = await this.callsCouncil(await this.all.one('coordinator'), `会：${title}`);
    await this.sits(meeting, title, measure);
    await this.all.does('coordinator', issue, ['announceDecision', { text: `通过：${measure}`, ...NOTHING_WAITS }]);
    await this.standsAt(resident, issue, 'act');
    await resident.sees(`通过：${measure}`);

    await this.all.does('coordinator', issue, ['dispatch', { measure, class: 'general' }]);
    await this.standsAt(resident, issue, 'act');
    await resident.sees('市供热公司');
    await isSound(resident, 'under way');
    await this.isDone(issue, await this.all.installation.neighbourhood.child(issue, 'task'), '三块盖板已换好。');
    await this.judges(resident, issue, true);
    await resident.sees(resident.word(residentWords, 'resultSolved'));
    return issue;
  }

  /** 说: question by question, with a photo, until the receipt. Answers the issue. */
  async says(hand: Hand, title: string): Promise<string> {
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
  async opensFromDesk(hand: Hand, title: string): Promise<void> {
    await hand.goTo('/desk');
    await hand.page.getByRole('link', { name: title }).first().click();
    await hand.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await settled(hand.page);
  }

  /** Where the strip of four steps says it stands. */
  async standsAt(hand: Hand, issue: string, stage: 'say' | 'deliberate' | 'act' | 'review'): Promise<void> {
    await hand.goTo(`/cases/${issue}`);
    const here = hand.page.locator('.steps [aria-current=step] .step-name');
    await here
      .filter({ hasText: hand.word(residentWords, `stage_${stage}`) })
      .first()
      .waitFor();
  }

  /** 评, or a word on it: solved and satisfied, or neither. */
  async judges(hand: Hand, issue: string, isGood: boolean): Promise<void> {
    await this.standsAt(hand, issue, 'review');
    await isSound(hand, 'review');
    for (const key of isGood ? (['solvedYes', 'satisfiedYes'] as const) : (['solvedNo', 'satisfiedNo'] as const))
      await hand.page
        .locator('.resident-answer', { hasText: new RegExp(` ${hand.word(residentWords, key)}$`) })
        .click();
    await hand.page
      .locator('#review')
      .getByRole('textbox')
      .fill(isGood ? '谢谢。' : '只换了两块。');
    await hand.press(hand.word(residentWords, 'sendReview'));
    await hand.sees(hand.word(residentWords, 'reviewDone'));
  }

  /** What the clock on the wall of the community shows at the next full minute. */
  async nextMinute(): Promise<string> {
    const { now } = (await (await fetch(`${this.all.installation.origin}/api/v1/installation`)).json()) as {
      now: string;
    };
    const at = Math.ceil((Date.parse(now) + ENOUGH_MS) / MINUTE_MS) * MINUTE_MS;
    return new Date(at + AHEAD_MS).toISOString().slice(0, 16);
  }

  /** The coordinator calls a sitting of the council; issues that wait join its agenda. Answers the meeting. */
  async callsCouncil(hand: Hand, title: string): Promise<string> {
    await hand.goTo('/meetings');
    await hand.press(hand.word(meetingsWords, 'call'));
    const form = hand.page.getByRole('dialog').locator('form');
    await form.waitFor();
    const { input } = (await this.all.installation.neighbourhood.read(
      'coordinator',
      'workflows/meeting',
    )) as unknown as {
      input: FieldSchema;
    };
    await hand.fill(form, input, { title, startsAt: await this.nextMinute() });
    await hand.press(hand.word(meetingsWords, 'call'), form);
    await hand.page.waitForURL('**/meetings/*-*');
    return new URL(hand.page.url()).pathname.split('/').at(-1) ?? '';
  }

  /** Opinions and a measure, until it waits for a meeting. */
  async deliberates(issue: string, measure: string): Promise<void> {
    await this.all.does('adviser', issue, ['stateCompetence', { decides: 'residents', text: '由居民共同决定。' }]);
    await this.all.does('coordinator', issue, ['chooseLevel', { level: 'council' }]);
    const deliberation = await this.all.installation.neighbourhood.child(issue, 'deliberation');
    const neighbour = await this.all.one('neighbour');
    await neighbour.goTo(`/cases/${deliberation}`);
    await neighbour.page.getByRole('textbox').first().fill('先修，再装一盏灯。');
    await neighbour.press(neighbour.word(opinionWords, 'saySend'));
    await neighbour.page.getByText('先修，再装一盏灯。').first().waitFor();
    await this.all.does('deliberator', deliberation, ['draftMeasure', { text: measure }]);
    await this.all.does('representative', deliberation, ['backMeasure', { measure: 1 }]);
    await this.all.does('coordinator', deliberation, ['conclude']);
    await until(async () => {
      const { states } = await this.all.installation.neighbourhood.read('coordinator', `cases/${issue}`);
      return states.some(({ id }) => id.endsWith('requesting')) ? true : null;
    });
  }

  /** The sitting: members are entered, it is moved and seconded, counted by one and confirmed by another. */
  async sits(meeting: string, title: string, measure: string): Promise<void> {
    const path = `/meetings/${meeting}`;
    const secretary = await this.all.one('secretary');
    const w = (key: keyof typeof meetingsWords): string => secretary.word(meetingsWords, key);
    await secretary.goTo(path);
    await secretary.page.getByRole('button', { name: w('tickAbsent') }).waitFor({ timeout: GATHERING_MS });
    await secretary.press(w('tickAbsent'));
    await secretary.press(secretary.like(meetingsWords, 'enterArrivals'));
    await secretary.sees(w('quorumReached'));
    await isSound(secretary, 'check-in');
    await this.all.does('chair', meeting, ['openSitting']);
    const chair = await this.all.one('chair');
    await chair.page
      .locator('li', { hasText: title })
      .getByRole('button', { name: w('callItem') })
      .first()
      .click();
    await chair.sees(w('noMotion'));
    await this.all.does('deliberator', meeting, ['propose', { existing: measure }]);
    const recorder = await this.all.one('recorder');
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
    const coordinator = await this.all.one('coordinator');
    await coordinator.goTo(path);
    await coordinator.sees(w('confirmYourself'));
    await coordinator.doesHere(await this.all.installation.neighbourhood.child(meeting, 'ballot'), 'confirmCount');
    await coordinator.sees(w('item_adopted'));
    await chair.press(w('closeSitting'));
    await chair.press(w('closeSitting'), chair.page.getByRole('dialog'));
    await this.all.does('secretary', meeting, ['draftMinutes', { text: '到会20人。' }]);
    await this.all.does('chair', meeting, ['signMinutes']);
  }

  /** 办: the department finishes with evidence, its leader signs, a supervisor goes and sees, the outcome is posted. */
  async isDone(issue: string, task: string, answer: string): Promise<void> {
    await this.all.does('department', task, ['accept']);
    await this.all.does('department', task, ['progress', { note: '已定做，周三安装。' }]);
    await this.all.does('department', task, ['finish', { answer, evidence: 'photo' }]);
    await this.all.does('departmentLeader', task, ['signAnswer']);
    await this.all.does('supervisor', task, ['verify', { note: '到现场看过。' }]);
    await this.all.does('coordinator', issue, ['postOutcome', { text: answer, files: 'photo' }]);
  }
}
