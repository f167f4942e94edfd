import { describe, expect, test } from '@jest/globals';

import { attending, baseOf, nextSpeaker, recusedMembers, votersOf } from './agenda.rules.js';
import { BLANK_ITEM, initialMeeting, type Item, type MeetingContext } from './meeting.context.js';
import { meetingPresets } from './meeting.policy.js';

const at = '2026-11-02T01:00:00.000Z';

function context(members: number, present: string[]): MeetingContext {
  const call = { unit: 'u', level: 'council', title: 't', startsAt: at, members } as const;
  const moment = { case: 'c', at, on: '2026-11-02', by: { kind: 'system', name: 'test' } } as const;
  return { ...initialMeeting({ input: { ...call, ...moment, policy: meetingPresets.standard } }), present };
}

function item(recused: string[], declared: string[]): Item {
  return { ...BLANK_ITEM, issue: 'i', title: 't', measures: [], decides: 'residents', recused, declared };
}

describe('who may vote on an item, and of how many', () => {
  test.each([
    { members: 6, present: ['a', 'b', 'c'], recused: [], declared: [], voters: 3, left: 0, base: 6 },
    { members: 6, present: ['a', 'b', 'c'], recused: ['a'], declared: [], voters: 2, left: 1, base: 5 },
    { members: 6, present: ['a', 'b', 'c'], recused: ['stranger'], declared: [], voters: 3, left: 0, base: 6 },
    { members: 6, present: ['a', 'b', 'c'], recused: ['a'], declared: ['a', 'b'], voters: 1, left: 2, base: 4 },
    { members: 6, present: ['a', 'b'], recused: [], declared: ['gone'], voters: 2, left: 1, base: 5 },
    { members: 2, present: ['a', 'b'], recused: [], declared: ['gone'], voters: 2, left: 1, base: 2 },
  ])('%o', ({ members, present, recused, declared, voters, left, base }) => {
    const meeting = context(members, present);
    const topic = item(recused, declared);
    expect(votersOf(meeting, topic)).toHaveLength(voters);
    expect(recusedMembers(meeting, topic)).toBe(left);
    expect(baseOf(meeting, topic)).toBe(base);
  });
});

describe('a proxy', () => {
  const given = { ...context(6, ['a', 'b']), proxies: [{ giver: 'x', holder: 'a', paper: null }] };

  test('counts in presence and in the vote while its holder is there and its giver is not', () => {
    expect([attending(given), votersOf(given, null)]).toEqual([
      ['a', 'b', 'x'],
      ['a', 'b', 'x'],
    ]);
    expect(attending({ ...given, present: ['b'] })).toEqual(['b']);
    expect(attending({ ...given, present: ['a', 'b', 'x'] })).toEqual(['a', 'b', 'x']);
  });

  test.each([['x'], ['a']])('does not vote on an item in which %s has an interest', (person) => {
    expect(votersOf(given, item([], [person]))).not.toContain('x');
  });
});

describe('whose turn it is', () => {
  const queue = [
    { person: 'a', side: 'for' },
    { person: 'b', side: 'for' },
    { person: 'c', side: 'against' },
    { person: 'd', side: 'neutral' },
  ] as const;

  test.each([
    { lastSide: null, turns: {}, next: 'a' },
    { lastSide: 'for', turns: {}, next: 'c' },
    { lastSide: 'against', turns: {}, next: 'a' },
    { lastSide: 'against', turns: { a: 1 }, next: 'b' },
    { lastSide: 'neutral', turns: { a: 1 }, next: 'b' },
    { lastSide: 'for', turns: { c: 1 }, next: 'c' },
  ] as const)('%o', ({ lastSide, turns, next }) => {
    expect(nextSpeaker(queue, lastSide, turns)?.person).toBe(next);
  });

  test('is nobody’s where nobody has asked', () => {
    expect(nextSpeaker([], 'for', {})).toBeNull();
  });
});
