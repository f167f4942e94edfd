import type { FieldSchema } from '../../../apps/web/forms/schema.types.js';
import { meetingsWords } from '../../../apps/web/words/meetings.words.js';
import { opinionWords } from '../../../apps/web/words/opinion.words.js';
import { residentWords } from '../../../apps/web/words/resident.words.js';
import { settled } from './browser.js';
import { isSound, type Everybody } from './everybody.js';
import type { Hand } from './hand.js';
import { until } from './neighbourhood.js';

const HEATING = '0101';
const NOTHING_WAITS = { spendsCommonMoney: false, restrictsUse: false, affectsRights: false };

/** What people write on the way, in the language they read the pages in. */
const WRITTEN = {
  zh: {
    reply: '收到了，三天内告诉您怎么办。',
    competence: '由居民共同决定。',
    opinion: '先修，再装一盏灯。',
    measure: '请供热公司换三块盖板。',
    adopted: '通过：请供热公司换三块盖板。',
    minutes: '到会20人。',
    progress: '已定做，周三安装。',
    verified: '到现场看过。',
    thanks: '谢谢。',
    notEnough: '只换了两块。',
  },
  en: {
    reply: 'We have it. Within three days you hear what will be done.',
    competence: 'The residents decide this together.',
    opinion: 'Mend it first, then put up a lamp.',
    measure: 'The heating company replaces three slabs.',
    adopted: 'Adopted: the heating company replaces three slabs.',
    minutes: 'Twenty were there.',
    progress: 'Ordered; they are put in on Wednesday.',
    verified: 'Went there and saw it.',
    thanks: 'Thank you.',
    notEnough: 'Only two were replaced.',
  },
} as const;

/** An issue on its way round, each step by whose it is, through their pages only. */
export class Loop {
  constructor(private readonly all: Everybody) {}

  private get written(): (typeof WRITTEN)[keyof typeof WRITTEN] {
    return WRITTEN[this.all.language];
  }

  /** 说、议、办、评, from the first word to `answer`, which everybody may read of how it ended. Answers the issue. */
  async walk(title: string, answer: string): Promise<string> {
    const { reply, measure, adopted } = this.written;
    const resident = await this.all.one('resident', { device: 'phone' });
    const issue = await this.says(resident, title);
    await this.standsAt(resident, issue, 'say');

    const collector = await this.all.at('collector', '/desk');
    await this.opensFromDesk(collector, title);
    await collector.doesHere(issue, 'reply', { text: reply });
    await resident.sees(reply);
    await this.standsAt(resident, issue, 'say');
    await this.all.does('collector', issue, ['sortAsCommon', { category: HEATING }]);
    await this.all.leave('collector');
    await this.standsAt(resident, issue, 'deliberate');

    await this.deliberates(issue);
    await this.all.leave('adviser', 'neighbour', 'representative', 'deliberator');
    const meeting = await this.callsCouncil(await this.all.at('coordinator', '/meetings'), `${title} · 1`);
    await this.sits(meeting, title);
    await this.all.leave('secretary', 'chair', 'recorder', 'deliberator');
    await this.all.does('coordinator', issue, ['announceDecision', { text: adopted, ...NOTHING_WAITS }]);
    await this.standsAt(resident, issue, 'act');
    await resident.sees(adopted);

    await this.all.does('coordinator', issue, ['dispatch', { measure, class: 'general' }]);
    await this.standsAt(resident, issue, 'act');
    await resident.sees('市供热公司');
    await isSound(resident, 'under way');
    await this.isDone(issue, await this.all.installation.neighbourhood.child(issue, 'task'), answer);
    await this.judges(resident, issue, true);
    await resident.sees(resident.word(residentWords, 'resultSolved'));
    return issue;
  }

  /** 说: question by question, with a photo, until the receipt. Answers the issue. */
  async says(hand: Hand, title: string): Promise<string> {
    const w = (key: keyof typeof residentWords): string => hand.word(residentWords, key);
    await hand.isAt('/');
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
    await hand.page.getByRole('link', { name: title }).first().click();
    await hand.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await settled(hand.page);
  }

  /** Where the strip of four steps says it stands. */
  async standsAt(hand: Hand, issue: string, stage: 'say' | 'deliberate' | 'act' | 'review'): Promise<void> {
    await hand.isAt(`/cases/${issue}`);
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
      .fill(isGood ? this.written.thanks : this.written.notEnough);
    await hand.press(hand.word(residentWords, 'sendReview'));
    await hand.sees(hand.word(residentWords, 'reviewDone'));
  }

  /** The coordinator calls a sitting of the council; issues that wait join its agenda. Answers the meeting. */
  async callsCouncil(hand: Hand, title: string): Promise<string> {
    await hand.isAt('/meetings');
    await hand.press(hand.word(meetingsWords, 'call'));
    const form = hand.page.getByRole('dialog').locator('form');
    await form.waitFor();
    const { input } = (await this.all.installation.neighbourhood.read(
      'coordinator',
      'workflows/meeting',
    )) as unknown as {
      input: FieldSchema;
    };
    const startsAt = await this.all.installation.neighbourhood.inAnHour();
    await hand.fill(form, input, { title, startsAt });
    await hand.press(hand.word(meetingsWords, 'call'), form);
    await hand.page.waitForURL('**/meetings/*-*');
    return new URL(hand.page.url()).pathname.split('/').at(-1) ?? '';
  }

  /** Opinions and a measure, until it waits for a meeting. */
  async deliberates(issue: string): Promise<void> {
    const { competence, opinion, measure } = this.written;
    await this.all.does('adviser', issue, ['stateCompetence', { decides: 'residents', text: competence }]);
    await this.all.does('coordinator', issue, ['chooseLevel', { level: 'council' }]);
    const deliberation = await this.all.installation.neighbourhood.child(issue, 'deliberation');
    const neighbour = await this.all.at('neighbour', `/cases/${deliberation}`);
    await neighbour.page.getByRole('textbox').first().fill(opinion);
    await neighbour.press(neighbour.word(opinionWords, 'saySend'));
    await neighbour.page.getByText(opinion).first().waitFor();
    await this.all.does('deliberator', deliberation, ['draftMeasure', { text: measure }]);
    await this.all.does('representative', deliberation, ['backMeasure', { measure: 1 }]);
    await this.all.does('coordinator', deliberation, ['conclude']);
    await until(async () => {
      const { states } = await this.all.installation.neighbourhood.read('coordinator', `cases/${issue}`);
      return states.some(({ id }) => id.endsWith('requesting')) ? true : null;
    });
  }

  /** The sitting: members are entered, it is moved and seconded, counted by one and confirmed by another. */
  async sits(meeting: string, title: string): Promise<void> {
    const path = `/meetings/${meeting}`;
    const coordinator = await this.all.at('coordinator', path);
    await coordinator.page.locator('.meeting-agenda').getByText(title).waitFor();
    await this.all.installation.neighbourhood.hourCame(meeting);
    const secretary = await this.all.at('secretary', path);
    const w = (key: keyof typeof meetingsWords): string => secretary.word(meetingsWords, key);
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
    await this.all.does('deliberator', meeting, ['propose', { existing: this.written.measure }]);
    const recorder = await this.all.at('recorder', path);
    const member = recorder.page.locator('.meeting-pick', { hasText: w('whichMember') }).locator('select');
    await member.selectOption({ index: 1 });
    await recorder.press(recorder.like(meetingsWords, 'enterSecond'));
    await chair.press(w('showOfHands'));
    await secretary.page.getByRole('textbox', { name: new RegExp(`^${w('vote_yes')}`) }).fill('18');
    await secretary.page.getByRole('textbox', { name: new RegExp(`^${w('vote_no')}`) }).fill('2');
    await isSound(secretary, 'count');
    await secretary.press(w('enterCount'));
    await secretary.sees(w('countedTitle'));
    await coordinator.sees(w('confirmYourself'));
    await coordinator.doesHere(await this.all.installation.neighbourhood.child(meeting, 'ballot'), 'confirmCount');
    await coordinator.sees(w('item_adopted'));
    await chair.press(w('closeSitting'));
    await chair.press(w('closeSitting'), chair.page.getByRole('dialog'));
    await this.all.does('secretary', meeting, ['draftMinutes', { text: this.written.minutes }]);
    await this.all.does('chair', meeting, ['signMinutes']);
  }

  /** 办: the department finishes with evidence, its leader signs, a supervisor goes and sees, the outcome is posted. */
  async isDone(issue: string, task: string, answer: string): Promise<void> {
    await this.all.does('department', task, ['accept']);
    await this.all.does('department', task, ['progress', { note: this.written.progress }]);
    await this.all.does('department', task, ['finish', { answer, evidence: 'photo' }]);
    await this.all.does('departmentLeader', task, ['signAnswer']);
    await this.all.does('supervisor', task, ['verify', { note: this.written.verified }]);
    await this.all.does('coordinator', issue, ['postOutcome', { text: answer, files: 'photo' }]);
  }
}
