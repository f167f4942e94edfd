import { describe, expect, test } from '@jest/globals';

import type { CaseWalk } from '#libs/testing/walk';

import { meetingPresets } from './meeting.policy.js';
import { MEMBERS, debating, refusals, seconded, sitting, verdict } from './meeting.fixture.js';

const LIST = { levels: meetingPresets.councilMonthly.levels };
const spoke = (walk: CaseWalk): unknown =>
  (walk.context['items'] as { speeches: { person: string }[] }[])[0]?.speeches.map(({ person }) => person);
const motionOf = (walk: CaseWalk): unknown => (walk.context['items'] as { motion: unknown }[])[0]?.motion;
const place = (walk: CaseWalk): unknown =>
  (walk.value as { session: { sitting: { item: { debating: string } } } }).session.sitting.item.debating;

describe('the speaking list', () => {
  test('is the only way for members to speak where the rules keep one; guests who are asked just answer', () => {
    const walk = debating(LIST).act('admitGuest', { person: 'heating' }, 'chair');
    expect(refusals(walk, ['speak', { side: 'for' }, 'm1'])).toEqual(['maySpeakFreely']);
    expect(spoke(walk.act('speak', { side: 'neutral' }, 'heating'))).toEqual(['heating']);
  });

  test('gives the floor to the sides in turn, then to those who spoke less, then in order', () => {
    const walk = debating(LIST);
    for (const [person, side] of [
      ['m1', 'for'],
      ['m2', 'for'],
      ['m3', 'against'],
    ] as const)
      walk.act('askForFloor', { side }, person);
    for (const _ of [1, 2, 3]) walk.act('giveFloor', {}, 'chair').act('endTurn', {}, 'chair');
    expect(spoke(walk)).toEqual(['m1', 'm3', 'm2']);
  });

  test('ends a turn by its clock, and the debate goes on where it was', () => {
    const walk = seconded().act('askForFloor', { side: 'for' }, 'm3').act('giveFloor', {}, 'chair');
    expect([place(walk), walk.clocks.includes('turn')]).toEqual(['speaking', true]);
    expect(walk.effects).toContainEqual(
      expect.objectContaining({
        kind: 'arm',
        name: 'turn',
        duration: { amount: 3, unit: 'minute', calendar: 'always' },
      }),
    );
    expect(walk.refused('putToVote', {}, 'chair').code).toBe('act.not_allowed');
    walk.due('turn');
    expect([place(walk), walk.context['floor']]).toEqual(['seconded', null]);
  });

  test('takes everybody once at a time, as often as turns are left, and lets them go', () => {
    const walk = debating({ turnsMost: 1 }).act('askForFloor', { side: 'for' }, 'm1');
    expect(refusals(walk, ['askForFloor', { side: 'for' }, 'm1'])).toEqual(['isNotOnList']);
    expect(refusals(walk, ['leaveList', {}, 'm2'])).toEqual(['isOnList']);
    walk.act('giveFloor', {}, 'chair').act('endTurn', {}, 'm1');
    expect(refusals(walk, ['askForFloor', { side: 'for' }, 'm1'])).toEqual(['turnsLeft']);
    walk.act('askForFloor', { side: 'for' }, 'm2').act('leaveList', {}, 'm2');
    expect(refusals(walk, ['giveFloor', {}, 'chair'])).toEqual(['somebodyWaits']);
  });

  test('forgets who leaves or declares an interest, and a turn ends when its speaker leaves', () => {
    const walk = sitting().act('recordArrivals', { persons: ['m5', 'm6'] });
    walk.act('presentItem', { issue: 'i1' }, 'chair').act('askForFloor', { side: 'for' }, 'm5');
    walk.act('askForFloor', { side: 'for' }, 'm6').act('declareInterest', {}, 'm6').act('leave', {}, 'm5');
    expect(walk.context['queue']).toEqual([]);
    walk.act('askForFloor', { side: 'for' }, 'm1').act('giveFloor', {}, 'chair').act('leave', {}, 'm1');
    expect([place(walk), walk.context['floor']]).toEqual(['open', null]);
  });
});

describe('an amendment', () => {
  const moved = (): CaseWalk => seconded().act('moveAmendment', { measure: 'text-amended' }, 'm3');
  const voted = (): CaseWalk => moved().act('secondAmendment', {}, 'm4').act('putAmendmentToVote', {}, 'chair');

  test('is moved by another than the mover, seconded by another, and voted on before the motion', () => {
    expect(refusals(seconded(), ['moveAmendment', { measure: 't' }, 'm1'])).toEqual(['isAnotherVoter']);
    const walk = moved();
    expect(walk.refused('putToVote', {}, 'chair').code).toBe('act.not_allowed');
    expect(refusals(walk, ['secondAmendment', {}, 'm3'])).toEqual(['isVoterOtherThanAmender']);
    walk.act('secondAmendment', {}, 'm4').act('putAmendmentToVote', {}, 'chair');
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ kind: 'startChild', input: expect.objectContaining({ subject: 'text-amended' }) }),
    );
  });

  test.each([
    ['passed', 'text-amended', 'adopted'],
    ['failed', 'text-measure', 'defeated'],
    ['tie', 'text-measure', 'defeated'],
    ['no_quorum', 'text-measure', 'defeated'],
  ])('whose ballot ends %s leaves the motion as %s', (ending, measure, end) => {
    const walk = voted().childDone('amendmentBallot', verdict(ending));
    expect([place(walk), motionOf(walk)]).toMatchObject(['seconded', { measure, amendment: null, past: [{ end }] }]);
    expect(walk.told).toEqual([]);
  });

  test('whose ballot breaks down leaves the motion as it was', () => {
    expect(motionOf(voted().childFailed('amendmentBallot', 'incident'))).toMatchObject({ measure: 'text-measure' });
  });

  test('that the mover accepts, seconded or not, needs no vote', () => {
    for (const walk of [moved(), moved().act('secondAmendment', {}, 'm4')]) {
      expect(refusals(walk, ['acceptAmendment', {}, 'm2'])).toEqual(['isMover']);
      walk.act('acceptAmendment', {}, 'm1');
      expect([place(walk), motionOf(walk)]).toMatchObject(['seconded', { measure: 'text-amended', seconder: 'm2' }]);
    }
  });

  test('that nobody seconds, or that is withdrawn, falls; their number is limited', () => {
    expect(motionOf(moved().due('seconding'))).toMatchObject({ measure: 'text-measure', past: [{ end: 'fell' }] });
    expect(refusals(moved(), ['withdrawAmendment', {}, 'm4'])).toEqual(['isAmender']);
    const walk = seconded({ amendmentsMost: 1 }).act('moveAmendment', { measure: 't' }, 'm3');
    walk.act('withdrawAmendment', {}, 'm3');
    expect(refusals(walk, ['moveAmendment', { measure: 't' }, 'm3'])).toEqual(['amendmentsLeft']);
  });

  test('is not voted on without the quorum of the item', () => {
    const walk = moved().act('secondAmendment', {}, 'm4').act('declareInterest', {}, 'm2');
    expect(refusals(walk, ['putAmendmentToVote', {}, 'chair'])).toEqual(['hasItemQuorum']);
  });

  test('that is debated is debated on after a turn', () => {
    const walk = moved().act('secondAmendment', {}, 'm4').act('askForFloor', { side: 'for' }, 'm2');
    expect(place(walk.act('giveFloor', {}, 'chair').due('turn'))).toBe('amendmentSeconded');
  });
});

describe('a vote', () => {
  test('is by hands unless the chair asks for secret papers of those present', () => {
    const hands = seconded().act('putToVote', {}, 'chair');
    expect(JSON.stringify(hands.effects)).not.toContain('papers');
    const walk = seconded().act('putToVote', { secret: true }, 'chair');
    expect(walk.effects).toContainEqual(
      expect.objectContaining({
        kind: 'startChild',
        input: expect.objectContaining({
          taking: 'papers',
          secret: true,
          roll: { of: 'named', unit: 'council-1', persons: MEMBERS },
        }),
      }),
    );
  });
});
