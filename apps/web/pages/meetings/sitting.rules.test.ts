import { describe, expect, test } from '@jest/globals';

import type { Item, MeetingState } from './meeting.types.js';
import { clockFace, countOf, moved, neededOf, outcomeOf, quorumOf, resultOf, speakingOrder } from './sitting.rules.js';

const TWO_THIRDS = { numerator: 2, denominator: 3, inclusive: true };
const HALF = { numerator: 1, denominator: 2, inclusive: false };

const item = (change: Partial<Item> = {}): Item => ({
  issue: 'issue-1',
  own: false,
  kind: 'matter',
  title: 't',
  measures: [],
  decides: 'residents',
  status: 'waiting',
  recused: [],
  declared: [],
  motion: null,
  past: [],
  motions: 0,
  turns: {},
  speeches: [],
  seats: 0,
  nominations: [],
  elected: [],
  secret: false,
  voters: null,
  measure: null,
  provisional: false,
  certificate: null,
  reason: null,
  ...change,
});
const people = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${String(index + 1)}`);
const room = (present: number, quorum: typeof HALF | null = TWO_THIRDS) => ({
  present: people(present),
  proxies: [] as MeetingState['proxies'],
  members: 20,
  level: 'council' as const,
  policy: {
    levels: { council: { quorum } } as unknown as NonNullable<MeetingState['policy']>['levels'],
    noticeHours: 72,
    turnsMost: 2,
    motionsMost: 3,
    amendmentsMost: 3,
  },
});

describe('how many are needed', () => {
  test('two thirds of twenty are fourteen: a part of a person is nobody', () => {
    expect(neededOf(TWO_THIRDS, 20)).toBe(14);
    expect(neededOf(TWO_THIRDS, 18)).toBe(12);
  });

  test('more than half of twenty are eleven, of twenty-one eleven', () => {
    expect(neededOf(HALF, 20)).toBe(11);
    expect(neededOf(HALF, 21)).toBe(11);
  });
});

describe('the quorum', () => {
  test('says how many are wanting', () => {
    expect(quorumOf(room(13), null)).toMatchObject({ here: 13, needed: 14, missing: 1, isReached: false });
    expect(quorumOf(room(14), null)).toMatchObject({ missing: 0, isReached: true });
  });

  test('whoever has an interest leaves the base of the item', () => {
    const quorum = quorumOf(room(14), item({ declared: ['p1'], recused: ['p2', 'stranger'] }));
    expect(quorum).toMatchObject({ recused: 2, base: 18, here: 12, needed: 12, isReached: true });
  });

  test('a proxy counts while its holder is there and its giver is not', () => {
    const state = { ...room(13), proxies: [{ giver: 'p20', holder: 'p1' }] };
    expect(quorumOf(state, null)).toMatchObject({ here: 14, byProxy: 1, isReached: true });
    expect(quorumOf({ ...state, present: [...state.present, 'p20'] }, null)).toMatchObject({ here: 14, byProxy: 0 });
    expect(quorumOf(state, item({ declared: ['p1'] }))).toMatchObject({ here: 12, byProxy: 0 });
  });

  test('where no share is asked for anybody is enough, nobody is not', () => {
    expect(quorumOf(room(1, null), null)).toMatchObject({ isAnybody: true, isReached: true });
    expect(quorumOf(room(0, null), null).isReached).toBe(false);
  });
});

describe('the speaking list', () => {
  test('sides take turns; of one side whoever has spoken less goes first', () => {
    const queue = [
      { person: 'a', side: 'for' as const },
      { person: 'b', side: 'for' as const },
      { person: 'c', side: 'against' as const },
    ];
    const order = speakingOrder({ queue, lastSide: 'for' }, item({ turns: { a: 1 } }));
    expect(order.map(({ person }) => person)).toEqual(['c', 'b', 'a']);
  });
});

describe('what the minute taker sees', () => {
  test('an item is moved by one place and never out of the agenda', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  });

  test('a roll call adds up', () => {
    expect(countOf({ a: 'yes', b: 'no', c: 'yes', d: 'abstain' })).toEqual({ yes: 2, no: 1, abstain: 1, invalid: 0 });
  });

  test('a clock runs down to zero and stays there', () => {
    expect([clockFace(125_000), clockFace(59_001), clockFace(-5), clockFace(3_725_000)]).toEqual([
      '2:05',
      '1:00',
      '0:00',
      '1:02:05',
    ]);
  });

  test('the result is read from the certificate; what is no vote has none', () => {
    const counts = { yes: 12, no: 4, abstain: 0, void: 0 };
    expect(resultOf({ verdict: 'passed', tests: [{ counts, options: [] }] })).toEqual({ verdict: 'passed', counts });
    expect(resultOf({ outside: 'owners' })).toBeNull();
    expect(resultOf(null)).toBeNull();
  });
});

test('an item that owners or a department decide is called not ours; one that was disputed is called unsettled', () => {
  expect([
    outcomeOf(item({ status: 'unsettled', decides: 'department' })),
    outcomeOf(item({ status: 'unsettled' })),
    outcomeOf(item({ status: 'next_meeting', decides: 'owners' })),
  ]).toEqual(['refused', 'unsettled', 'next_meeting']);
});
