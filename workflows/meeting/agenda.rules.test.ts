import { describe, expect, test } from '@jest/globals';

import { baseOf, recusedMembers, votersOf } from './agenda.rules.js';
import { initialMeeting, type Item, type MeetingContext } from './meeting.context.js';
import { meetingPresets } from './meeting.policy.js';

const at = '2026-11-02T01:00:00.000Z';

function context(members: number, present: string[]): MeetingContext {
  const call = { unit: 'u', level: 'council', title: 't', startsAt: at, members } as const;
  const moment = { case: 'c', at, on: '2026-11-02', by: { kind: 'system', name: 'test' } } as const;
  return { ...initialMeeting({ input: { ...call, ...moment, policy: meetingPresets.standard } }), present };
}

function item(recused: string[], declared: string[]): Item {
  const counts = { motions: 0, ballots: 0, prolongations: 0, turns: {} };
  const outcome = { measure: null, provisional: false, certificate: null, reason: null };
  const topic = {
    issue: 'i',
    title: 't',
    measures: [],
    decides: 'residents',
    status: 'waiting',
    motion: null,
  } as const;
  return { ...topic, ...counts, ...outcome, recused, declared, measures: [] };
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
