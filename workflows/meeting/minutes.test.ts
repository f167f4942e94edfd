import { describe, expect, test } from '@jest/globals';

import { decide, presetRule } from '#libs/decision';
import type { JsonObject } from '#libs/engine';
import type { CaseWalk } from '#libs/testing/walk';

import type { MeetingContext } from './meeting.context.js';
import { convened, submitted } from './meeting.fixture.js';
import { minutesOf, voteMinutes, type Minutes } from './minutes.rules.js';

const rule = presetRule('council');
const counts = { total: 6, participating: 4, yes: 3, no: 1, abstain: 0, void: 0 };
const decided = rule === undefined ? null : decide(rule, { members: counts }, '2026-11-09');
const CERTIFICATE = (decided?.kind === 'decided' ? decided.certificate : null) as unknown as JsonObject;
const passed = { verdict: 'passed', provisional: false, certificate: CERTIFICATE };

/** Four items: one amended and adopted, one with a recusal and a walk-out, one left over, one refused. */
function sat(): CaseWalk {
  const walk = convened({ members: 6 });
  for (const issue of ['i1', 'i2', 'i3']) walk.tell('item.submitted', submitted(issue));
  walk.tell('item.submitted', submitted('i4', { decides: 'owners' })).due('start');
  walk.act('recordArrivals', { persons: ['m1', 'm2', 'm3', 'm4', 'm5'] }).act('openSitting', {}, 'chair');
  walk.act('presentItem', { issue: 'i1' }, 'chair').act('speak', { side: 'against' }, 'm5');
  walk.act('propose', { measure: 'text-a' }, 'm1').act('second', {}, 'm2');
  walk.act('moveAmendment', { measure: 'text-b' }, 'm3').act('acceptAmendment', {}, 'm1');
  walk.act('putToVote', {}, 'chair').childDone('ballot', passed);
  walk.act('presentItem', { issue: 'i2' }, 'chair').act('declareInterest', {}, 'm4');
  walk.act('propose', { measure: 'text-c' }, 'm1').due('seconding').act('leave', {}, 'm5');
  return walk.act('markUnsettled', { reason: 'text-why' }, 'chair').act('closeSitting', {}, 'chair');
}
const minutes = (walk: CaseWalk): Minutes => minutesOf(walk.context as unknown as MeetingContext);

describe('minutes', () => {
  test('say who was there, when it changed, and what came of each item', () => {
    const { presence, items, members, carriedOver, kind } = minutes(sat().fork());
    expect([members, presence.atOpening, presence.most, presence.atEnd]).toEqual([6, 5, 5, 4]);
    expect([presence.persons.length, kind.label.zh, carriedOver]).toEqual([5, '居民议事会', 1]);
    expect(items.map(({ number, result }) => [number, result.key])).toEqual([
      [1, 'adopted'],
      [2, 'unsettled'],
      [3, 'next_meeting'],
      [4, 'refused'],
    ]);
  });

  test.each([
    ['owners', '业主'],
    ['department', '部门'],
    ['nobody', '当事人'],
  ])('say to whom an item was referred that is for the %s', (decides, named) => {
    const walk = convened({ members: 6 }).tell('item.submitted', submitted('i1')).due('start');
    walk.act('recordArrivals', { persons: ['m1', 'm2', 'm3', 'm4'] }).act('openSitting', {}, 'chair');
    walk.act('presentItem', { issue: 'i1' }, 'chair').act('declareOutside', { decides, reason: 'text-why' }, 'chair');
    const [item] = minutes(walk).items;
    expect(item?.result.label.zh).toContain(named);
    expect(item?.result.label.zh).not.toContain('协商未果');
  });

  test('keep the course of a motion: who moved, what was amended, how the vote went', () => {
    const [first] = minutes(sat()).items;
    expect(first).toMatchObject({
      measure: 'text-b',
      voters: 5,
      speeches: [{ person: 'm5', side: { key: 'against', label: { en: 'Against' } } }],
      motions: [
        {
          measure: 'text-b',
          mover: 'm1',
          seconder: 'm2',
          amendments: [{ measure: 'text-b', mover: 'm3', end: { key: 'accepted' } }],
          end: { key: 'adopted' },
          vote: { verdict: { key: 'passed' }, counts: { yes: 3, no: 1 } },
        },
      ],
    });
  });

  test('name interests, motions that fell, and the reason of an end without a vote', () => {
    expect(minutes(sat()).items[1]).toMatchObject({
      recused: ['m4'],
      motions: [{ measure: 'text-c', end: { key: 'fell' }, vote: null }],
      reason: 'text-why',
    });
  });

  test('count a motion that the end of the sitting cut off as undecided', () => {
    const walk = convened().tell('item.submitted', submitted('i1')).due('start');
    walk.act('recordArrivals', { persons: ['m1', 'm2', 'm3', 'm4'] }).act('openSitting', {}, 'chair');
    walk.act('presentItem', { issue: 'i1' }, 'chair').act('propose', { measure: 't' }, 'm1').act('second', {}, 'm2');
    expect(minutes(walk.due('sitting')).items[0]?.motions).toMatchObject([{ measure: 't', end: { key: 'undecided' } }]);
  });

  test('are the same however often they are drawn up, whatever the drafter adds', () => {
    const before = minutes(sat());
    const walk = sat().act('draftMinutes', { text: 'text-remarks' }, 'secretary').act('signMinutes', {}, 'chair');
    const { remarks, drafter, signer, signedAt, ...rest } = minutes(walk);
    expect([remarks, drafter, signer]).toEqual(['text-remarks', 'secretary', 'chair']);
    expect(signedAt).toEqual(expect.any(String));
    expect(rest).toEqual({
      ...Object.fromEntries(
        Object.entries(before).filter(([key]) => !['remarks', 'drafter', 'signer', 'signedAt'].includes(key)),
      ),
    });
  });
});

describe('a vote in words', () => {
  test('shows every number and the fraction in integers, in both languages', () => {
    expect(voteMinutes(CERTIFICATE)).toMatchObject({
      counts: { yes: 3, no: 1, abstain: 0, void: 0 },
      tests: [
        {
          zh: '参加（成员）：4 / 6，须不少于3分之2：达到',
          en: 'Took part (members): 4 of 6, at least 2/3 wanted: reached',
        },
        {
          zh: '同意（成员）：3 / 4，须超过2分之1：达到',
          en: 'In favour (members): 3 of 4, more than 1/2 wanted: reached',
        },
      ],
    });
  });

  test('is nothing where nobody voted', () => {
    expect([voteMinutes(null), voteMinutes({ decides: 'owners' })]).toEqual([null, null]);
  });
});
