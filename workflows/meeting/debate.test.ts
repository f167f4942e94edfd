import { describe, expect, test } from '@jest/globals';

import {
  MEMBERS,
  submitted,
  verdict,
  convened,
  sitting,
  debating,
  seconded,
  voting,
  refusals,
  results,
  statusOf,
} from './meeting.fixture.js';

describe('debate', () => {
  test('a motion comes from a member present and is seconded by another', () => {
    const walk = debating();
    expect(refusals(walk, ['propose', { existing: 'text-measure' }, 'guest'])).toEqual(['isVoter']);
    walk.act('propose', { measure: 'text-new' }, 'm1');
    expect(refusals(walk, ['second', {}, 'm1'])).toEqual(['isAnotherVoter']);
    expect(walk.act('second', {}, 'm2').abilities).toContain('putToVote');
  });

  test('a motion names one measure, old or new', () => {
    for (const input of [{}, { existing: 'text-measure', measure: 'text-new' }, { existing: 'text-unknown' }]) {
      expect(refusals(debating(), ['propose', input, 'm1'])).toEqual(['namesOneMeasure']);
    }
  });

  test('a motion nobody seconds falls, and an item sees a limited number of motions', () => {
    const walk = debating({ motionsMost: 1 }).act('propose', { measure: 'text-new' }, 'm1').due('seconding');
    expect(walk.value).toEqual({ session: { sitting: { item: { debating: 'open' } } } });
    expect(refusals(walk, ['propose', { measure: 'text-new' }, 'm1'])).toEqual(['motionsLeft']);
  });

  test('only the mover amends or withdraws, and an amended motion needs a second again', () => {
    const walk = seconded();
    expect(refusals(walk, ['amendMotion', { measure: 'text-new' }, 'm2'])).toEqual(['isMover']);
    expect(walk.parties).toContainEqual({ relation: 'mover', person: 'm1' });
    walk.act('amendMotion', { measure: 'text-new' }, 'm1');
    expect(walk.value).toEqual({ session: { sitting: { item: { debating: 'moved' } } } });
    expect(walk.act('withdrawMotion', {}, 'm1').abilities).toContain('propose');
  });

  test('nobody speaks more often to an item than the rules allow', () => {
    const walk = debating({ turnsMost: 1 }).act('speak', { side: 'for' }, 'm1');
    expect(refusals(walk, ['speak', { side: 'for' }, 'm1'])).toEqual(['turnsLeft']);
    expect(walk.act('speak', { side: 'against' }, 'm2').abilities).toContain('speak');
  });

  test('an interest, declared by the issue or at the table, leaves the base of the item', () => {
    const walk = seconded({}, { recused: ['m4', 'somebody-else'] });
    expect(walk.parties).toContainEqual({ relation: 'recused', person: 'm4' });
    expect(refusals(walk, ['declareInterest', {}, 'm4'])).toEqual(['isVoter']);
    walk
      .act('recordArrivals', { persons: ['m5', 'm6'] }, 'secretary')
      .act('recuse', { person: 'm3', reason: 'r' }, 'chair');
    walk.act('putToVote', {}, 'chair');
    expect(walk.effects).toContainEqual(
      expect.objectContaining({
        kind: 'startChild',
        input: expect.objectContaining({ members: 6, recused: 2, present: 4 }),
      }),
    );
  });

  test('a chair with an interest hands the chair over before the vote', () => {
    const walk = seconded().act('handOverChair', { person: 'm3' }, 'chair');
    walk.act('recordArrivals', { persons: ['m5', 'm6'] }, 'secretary').act('declareInterest', {}, 'm3');
    expect(refusals(walk, ['putToVote', {}, 'm3'])).toEqual(['chairIsNeutral']);
    expect(walk.act('handOverChair', { person: 'm4' }, 'm3').abilities).toContain('putToVote');
  });

  test('a chair who leaves leaves the chair to be taken', () => {
    const walk = sitting()
      .act('recordArrivals', { persons: ['m5'] })
      .act('handOverChair', { person: 'm5' }, 'chair');
    expect(refusals(walk, ['takeChair', {}, 'deputy'])).toEqual(['isChairless']);
    expect(walk.act('leave', {}, 'm5').act('takeChair', {}, 'deputy').context['chair']).toBe('deputy');
  });

  test('what a department may decide is talked over and not voted on', () => {
    const walk = seconded({}, { decides: 'department' });
    expect(refusals(walk, ['putToVote', {}, 'chair'])).toEqual(['isOursToDecide']);
  });

  test.each(['owners', 'department', 'nobody'])(
    'what %s may decide can be declared outside at the table',
    (decides) => {
      const declared = debating().act('declareOutside', { decides, reason: 'text-why' }, 'adviser');
      expect(declared.told).toMatchObject([
        {
          type: 'agenda.result',
          payload: { result: 'unsettled', decides, certificate: { decides, reason: 'text-why' } },
        },
      ]);
    },
  );

  test('out of time carries the item over unless the chair prolongs', () => {
    const walk = debating({ debateProlongationsMost: 1 }).act('prolongDebate', {}, 'chair');
    expect(refusals(walk, ['prolongDebate', {}, 'chair'])).toEqual(['debateProlongationsLeft']);
    expect(results(walk.due('debate'))).toEqual([['i1', 'next_meeting']]);
  });

  test('ends without a word when the issue takes another way', () => {
    for (const walk of [debating(), voting()]) {
      walk.tell('item.withdrawn', { issue: 'i1' });
      expect([walk.value, walk.told, statusOf(walk, 'i1')]).toEqual([
        { session: { sitting: 'between' } },
        [],
        'withdrawn',
      ]);
    }
    expect(debating().tell('item.withdrawn', { issue: 'i2' }).value).toEqual(debating().value);
  });
});

describe('the vote', () => {
  test.each([
    ['passed', 'adopted'],
    ['failed', 'rejected'],
    ['tie', 'rejected'],
    ['no_quorum', 'next_meeting'],
  ])('a ballot that ends %s makes the item %s', (ending, outcome) => {
    expect(results(voting().childDone('ballot', verdict(ending)))).toEqual([['i1', outcome]]);
  });

  test('under a rule nobody has confirmed is told as provisional', () => {
    const walk = voting().childDone('ballot', { ...verdict('passed'), provisional: true });
    expect(walk.told).toMatchObject([{ payload: { result: 'adopted', provisional: true } }]);
  });

  test('a ballot that breaks down carries the item over', () => {
    expect(results(voting().childFailed('ballot', 'incident'))).toEqual([['i1', 'next_meeting']]);
  });

  test('that fails leaves room for another motion where the rules allow more ballots', () => {
    const walk = voting({ ballotsMost: 2 }).childDone('ballot', verdict('failed'));
    expect([walk.told, walk.abilities.includes('propose')]).toEqual([[], true]);
    walk.act('propose', { measure: 'text-other' }, 'm2').act('second', {}, 'm3').act('putToVote', {}, 'chair');
    expect(results(walk.childDone('ballot', verdict('failed')))).toEqual([['i1', 'rejected']]);
  });

  test('under the rule named when the meeting was convened uses that rule', () => {
    const walk = convened({ rule: 'local-rule' }).tell('item.submitted', submitted('i1')).due('start');
    walk
      .act('recordArrivals', { persons: MEMBERS })
      .act('openSitting', {}, 'chair')
      .act('presentItem', { issue: 'i1' });
    walk.act('propose', { existing: 'text-measure' }, 'm1').act('second', {}, 'm2').act('putToVote', {}, 'chair');
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ kind: 'startChild', input: expect.objectContaining({ rule: 'local-rule' }) }),
    );
  });
});
