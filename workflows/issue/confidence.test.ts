import { describe, expect, test } from '@jest/globals';

import { awaits, type Who } from '#libs/engine';
import type { CaseWalk } from '#libs/testing/walk';

import { CONTENT, DONE, FINAL, inConfidence, OUTCOME, OWN_WORK, place, SEEN, SOON } from './issue.fixture.js';

/** Roles that run the community: they know of a confidential need because they have to see that it is served. */
const RUNNING = ['coordinator', 'leader'];

const isNeedToKnow = ({ role, of, relation }: Who): boolean =>
  relation !== undefined || (role !== undefined && (of !== undefined || RUNNING.includes(role)));

function others(who: readonly Who[]): string[] {
  return who.filter((one) => !isNeedToKnow(one)).map(({ role }) => role ?? 'everybody');
}

/** Whoever the case waits for or reminds, beside those it concerns, those who serve it and those who run the community. */
function outsiders(walk: CaseWalk): string[] {
  const ctx = { at: SOON, on: '2026-11-12', by: { kind: 'person' as const, person: 'p' }, policy: walk.policy };
  const waiting = awaits(walk.registered, walk.stored, ctx).flatMap(({ who }) => who);
  const reminded = Object.values(walk.stored.clocks).flatMap(({ name }) => {
    const rungs = walk.workflow.clocks[name]?.rungs?.(walk.context, walk.policy) ?? [];
    return rungs.flatMap(({ audience }) => audience);
  });
  return others([...waiting, ...reminded]);
}

const offered = () => inConfidence().act('offer', { measure: 'm', offeredTo: ['vol'] }, 'coo');
const finished = () => offered().act('claim', { promised: SOON }, 'vol').act('finish', DONE, 'vol');
const asked = () => finished().act('verifyLast', SEEN, 'coo').act('postOutcome', OUTCOME, 'coo');
const chased = () => asked().due('review');

describe('a confidential need waits for and reminds nobody but those who need to know, when it is', () => {
  test.each<[string, () => CaseWalk]>([
    ['just sorted, and nobody has replied yet', () => inConfidence()],
    ['offered to somebody by name', offered],
    ['being done', () => offered().act('claim', { promised: SOON }, 'vol')],
    ['to be verified', finished],
    ['to be delivered', () => finished().act('verifyLast', SEEN, 'coo')],
    ['judged by that person', asked],
    ['not answered', chased],
    ['the community’s own work', () => inConfidence().act('planOwnWork', OWN_WORK, 'coo')],
    ['with a department', () => inConfidence().act('arrangeErrand', { measure: 'm', unit: 'office' }, 'coo')],
    ['to be answered for good', () => inConfidence().act('draftFinalAnswer', FINAL, 'coo')],
  ])('%s', (_, walk) => {
    expect(outsiders(walk())).toEqual([]);
  });
});

describe('a confidential need', () => {
  test('is verified by the coordinator, never by supervisors', () => {
    expect(place(finished())).toBe('act.verifying.privately');
    expect(finished().refused('verify', SEEN, 'sup').code).toBe('act.not_allowed');
    expect(
      finished()
        .refused('verifyLast', SEEN, 'vol')
        .because.map(({ guard }) => guard),
    ).toContain('isNotTheHandler');
  });

  test('is judged by that person alone, and a silent one is called on by the coordinator', () => {
    expect(asked().act('answer', CONTENT, 'ann').output).toMatchObject({ result: 'solved' });
    const walk = chased().act('logAttempt', { channel: 'door', reached: false, text: null }, 'coo');
    expect(walk.abilities).toContain('recordAnswer');
  });

  test('of somebody whose own voice is needed is looked after on the spot by the coordinator, with a witness', () => {
    const walk = inConfidence({ needsVoice: true })
      .act('offer', { measure: 'm', offeredTo: ['vol'] }, 'coo')
      .act('claim', { promised: SOON }, 'vol')
      .act('finish', DONE, 'vol')
      .act('verifyLast', SEEN, 'coo')
      .act('postOutcome', OUTCOME, 'coo')
      .due('review');
    const check = { witness: 'wit', solved: true, text: 't' };
    expect(walk.refused('confirmInPerson', check, 'coo').because.map(({ guard }) => guard)).toContain(
      'wasTriedAtTheDoor',
    );
    for (const channel of ['phone', 'door']) walk.act('logAttempt', { channel, reached: false, text: null }, 'coo');
    expect(walk.act('confirmInPerson', check, 'coo').output).toMatchObject({ result: 'solved', confidential: true });
  });
});
