import { describe, expect, test } from '@jest/globals';

import { instant, JournalScript } from '#libs/testing/walk';

import { issueAccount } from './issue.account.js';

const REPORT = { unit: 'limin', place: 'b7', category: null, channel: 'page', reporter: null, danger: false };
const YES = { solved: true, satisfied: true };
const NO = { solved: false, satisfied: false };

const said = (more: object = {}): JournalScript =>
  JournalScript.start('03-02T09:00', { ...REPORT, ...more }, { armed: { firstReply: '03-03T09:00' }, by: 'ann' });
const posted = (script = said()): JournalScript =>
  script
    .act('03-03T09:00', 'dispatch', {}, { children: { 'task-1': 'task' } })
    .act('03-10T09:00', 'postOutcome', {}, { armed: { review: '03-19T09:00' } });
const facts = ({ lines }: JournalScript) => issueAccount(lines);
const judged = (script: JournalScript) => facts(script)?.judgements.at(-1);

describe('the account of an issue', () => {
  test('has its instants: opened, replied, assigned, published, ended', () => {
    const script = posted(said().act('03-02T10:00', 'reply', {}, { off: ['firstReply'] })).act(
      '03-11T09:00',
      'answer',
      YES,
      { by: 'ann', off: ['review'], ended: { result: 'solved' } },
    );
    expect(facts(script)).toMatchObject({
      openedAt: instant('03-02T09:00'),
      replyDueAt: instant('03-03T09:00'),
      repliedAt: instant('03-02T10:00'),
      assignedAt: instant('03-03T09:00'),
      publishedAt: instant('03-10T09:00'),
      tasks: [{ child: 'task-1', round: 0 }],
      endedAt: instant('03-11T09:00'),
      ending: 'solved',
    });
  });

  test('owes nobody a reply once the reporter has withdrawn', () => {
    expect(facts(said().act('03-02T10:00', 'withdraw', {}, { off: ['firstReply'], by: 'ann' }))?.replyDueAt).toBeNull();
  });

  test('is confidential from the entry on that made it a personal need', () => {
    expect(facts(said())?.confidential).toBe(false);
    expect(facts(said().act('03-02T10:00', 'sortAsIndividual', { person: null }))?.confidential).toBe(true);
    expect(facts(said().act('03-02T10:00', 'stateCompetence', { decides: 'nobody' }))?.confidential).toBe(true);
    expect(facts(said({ channel: 'device' }))?.confidential).toBe(true);
  });

  test('keeps the promise of the community’s own work, or breaks it for good', () => {
    const own = (): JournalScript =>
      said().act('03-03T09:00', 'planOwnWork', {}, { armed: { promise: '03-06T09:00' } });
    expect(facts(own().act('03-05T09:00', 'finish'))?.promiseKept).toBe(true);
    const late = own()
      .clock('03-06T09:00', 'promise')
      .act('03-06T10:00', 'promiseAgain', {}, { armed: { promise: '03-09T09:00' } });
    expect(facts(late.act('03-07T09:00', 'finish'))?.promiseKept).toBe(false);
  });

  test('keeps a broken promise in the account of its own date when the work is planned and done anew', () => {
    const broken = said()
      .act('03-03T09:00', 'planOwnWork', {}, { armed: { promise: '03-06T09:00' } })
      .clock('03-06T09:00', 'promise');
    const finished = broken.act('03-07T09:00', 'finish', {}, { off: ['promise'] });
    finished.act('03-10T09:00', 'postOutcome', {}, { armed: { review: '03-19T09:00' } });
    finished.act('04-01T09:00', 'planOwnWork', {}, { armed: { promise: '04-08T09:00' } });
    const lasting = { promiseDueAt: instant('03-06T09:00'), promiseKept: false };
    expect(facts(finished)).toMatchObject({ ...lasting, finishedAt: null });
    finished.act('04-03T09:00', 'finish', {}, { off: ['promise'] });
    expect(facts(finished)).toMatchObject({ ...lasting, finishedAt: instant('04-03T09:00') });
  });

  test('owes nothing by a promise that was taken back before its date; one taken back later was broken', () => {
    const own = (): JournalScript =>
      said().act('03-03T09:00', 'planOwnWork', {}, { armed: { promise: '03-06T09:00' } });
    const early = own().act('03-05T09:00', 'takeBack', {}, { off: ['promise'] });
    expect(facts(early)).toMatchObject({ promiseDueAt: null, promiseKept: null });
    expect(facts(own().cancelled('03-05T09:00'))).toMatchObject({ promiseDueAt: null, promiseKept: null });
    const late = own()
      .clock('03-06T09:00', 'promise')
      .act('03-07T09:00', 'takeBack', {}, { off: ['promise'] });
    expect(facts(late)).toMatchObject({ promiseDueAt: instant('03-06T09:00'), promiseKept: false });
  });

  test('goes up a tier, and is supervised', () => {
    expect(facts(said().act('03-03T09:00', 'raiseTier'))?.tier).toBe('street');
    expect(facts(said().clock('03-03T09:00', 'x', { armed: { supervision: '03-09T09:00' } }))?.supervised).toBe(true);
  });
});

describe('what residents say', () => {
  test.each<[string, [string, object][], boolean, boolean]>([
    ['the reporter is content', [['ann', YES]], true, true],
    [
      'the reporter is not',
      [
        ['ann', NO],
        ['bo', YES],
        ['cy', YES],
      ],
      false,
      false,
    ],
    [
      'half of all are not',
      [
        ['ann', YES],
        ['bo', NO],
      ],
      false,
      false,
    ],
    [
      'most are',
      [
        ['ann', YES],
        ['bo', YES],
        ['cy', NO],
      ],
      true,
      true,
    ],
    ['it is solved and nobody likes how', [['ann', { solved: true, satisfied: false }]], true, false],
  ])('%s', (...[, answers, isSolved, isSatisfied]) => {
    const script = posted(
      said().act('03-02T10:00', 'support', {}, { by: 'bo' }).act('03-02T10:01', 'support', {}, { by: 'cy' }),
    );
    for (const [by, answer] of answers) script.act('03-11T09:00', 'answer', { ...answer }, { by });
    expect(judged(script)).toMatchObject({
      asked: 3,
      answered: answers.length,
      solved: isSolved,
      satisfied: isSatisfied,
    });
  });

  test('is nothing while nobody has answered, and the silent are counted when the window is over', () => {
    expect(judged(posted())).toMatchObject({ asked: 1, answered: 0, overAt: null, solved: null, satisfied: null });
    expect(judged(posted().clock('03-19T09:00', 'review'))).toMatchObject({ overAt: instant('03-19T09:00') });
  });

  test('counts the last answer of each; who is reached has not answered yet', () => {
    const script = posted().act('03-11T09:00', 'logAttempt', { reached: true }, { by: 'col' });
    expect(judged(script)).toMatchObject({ reached: 1, answered: 0, calledBack: true });
    script.act('03-12T09:00', 'recordAnswer', { person: 'ann', ...NO }, { by: 'col' });
    script.act('03-12T10:00', 'answer', YES, { by: 'ann' });
    expect(judged(script)).toMatchObject({ reached: 1, answered: 1, solved: true });
  });

  test('a look on site is no resident’s word', () => {
    expect(judged(posted().act('03-20T09:00', 'confirmOnSite', { solved: true }, { by: 'sup' }))).toMatchObject({
      answered: 0,
      solved: null,
      calledBack: true,
    });
  });

  test('planning raised to the next tier is no redo, however often its time is measured anew', () => {
    const raised = posted().act('03-11T09:00', 'raiseTier', {}, { armed: { planning: '03-13T09:00' } });
    expect(facts(raised.measured('03-12T09:00', { planning: '03-14T09:00' }))?.redo).toBe(0);
  });

  test('badly done is done again, and the new outcome is judged anew', () => {
    const again = posted().act('03-11T09:00', 'answer', NO, {
      by: 'ann',
      off: ['review'],
      armed: { planning: '03-13T09:00' },
    });
    again.act('03-12T09:00', 'dispatch', {}, { children: { 'task-2': 'task' } });
    again.act('03-16T09:00', 'postOutcome', {}, { armed: { review: '03-25T09:00' } });
    expect(facts(again)).toMatchObject({
      redo: 1,
      tasks: [{ round: 0 }, { child: 'task-2', round: 1 }],
      judgements: [
        { round: 1, solved: false },
        { round: 2, answered: 0, solved: null },
      ],
    });
  });
});
