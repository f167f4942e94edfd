import { describe, expect, test } from '@jest/globals';

import { questionSchema } from '#libs/decision';
import type { JsonObject } from '#libs/engine';
import type { CaseWalk } from '#libs/testing/walk';

import { MEMBERS, convened, refusals } from './meeting.fixture.js';

const called = (policy: JsonObject = {}): CaseWalk =>
  convened({}, policy)
    .act('addItem', { title: 'text-election', kind: 'election', seats: 2 }, 'chair')
    .due('start')
    .act('recordArrivals', { persons: MEMBERS }, 'secretary')
    .act('openSitting', {}, 'chair')
    .act('presentItem', { issue: 'own-1' }, 'chair');
function nominated(policy: JsonObject = {}): CaseWalk {
  const walk = called(policy);
  for (const candidate of ['li', 'zhao', 'qian']) walk.act('nominate', { candidate }, 'm1');
  return walk.act('acceptNomination', {}, 'li').act('recordAcceptance', { candidate: 'zhao' }, 'secretary');
}
const held = (policy: JsonObject = {}): CaseWalk =>
  nominated(policy).act('acceptNomination', {}, 'qian').act('holdElection', {}, 'chair');
const ended = (verdict: string, winners: string[], contested: string[] = []): JsonObject => ({
  verdict,
  provisional: false,
  certificate: { winners, contested },
});
const item = (walk: CaseWalk): JsonObject => (walk.context['items'] as JsonObject[])[0] ?? {};

describe('an election in a meeting', () => {
  test('takes nominations by members, once for each person; only who accepts stands', () => {
    const walk = called().act('nominate', { candidate: 'li' }, 'm1');
    expect(refusals(walk, ['nominate', { candidate: 'li' }, 'm2'])).toEqual(['namesNewCandidate']);
    expect(refusals(walk, ['nominate', { candidate: 'zhao' }, 'stranger'])).toEqual(['isVoter']);
    expect(refusals(walk, ['acceptNomination', {}, 'zhao'])).toEqual(['awaitsAcceptance']);
    expect(refusals(walk, ['holdElection', {}, 'chair'])).toContain('somebodyStands');
    expect(walk.parties).toContainEqual({ relation: 'nominee', person: 'li' });
    expect(walk.act('acceptNomination', {}, 'li').abilities).toContain('holdElection');
  });

  test('has no motions, and a matter has no nominations', () => {
    expect(refusals(called(), ['propose', { measure: 't' }, 'm1'])).toContain('isMatter');
    const matter = convened().act('addItem', { title: 't', kind: 'matter' }).due('start');
    matter.act('recordArrivals', { persons: MEMBERS }).act('openSitting', {}, 'chair');
    matter.act('presentItem', { issue: 'own-1' }, 'chair');
    expect(refusals(matter, ['nominate', { candidate: 'li' }, 'm1'])).toContain('isElection');
  });

  test('is by secret papers on those who stand, up to the seats, by the members present', () => {
    const walk = held();
    const asked = walk.effects.find(({ kind }) => kind === 'startChild') as unknown as { input: JsonObject };
    expect(asked.input).toMatchObject({
      subject: 'text-election',
      issue: 'meeting-1',
      taking: 'papers',
      secret: true,
      roll: { of: 'named', persons: MEMBERS },
    });
    const question = questionSchema.parse(asked.input['question']);
    expect(question).toMatchObject({ method: 'chooseUpTo', seats: 2, most: 2 });
    expect(question.options.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
  });

  test('never offers more seats than people stand', () => {
    const walk = nominated().act('holdElection', {}, 'chair');
    expect(JSON.stringify(walk.effects)).toContain('"seats":2');
    const alone = called().act('nominate', { candidate: 'li' }, 'm1').act('acceptNomination', {}, 'li');
    expect(JSON.stringify(alone.act('holdElection', {}, 'chair').effects)).toContain('"seats":1');
  });

  test('writes down who was elected, and tells no issue: it belongs to the meeting', () => {
    const walk = held().childDone('ballot', ended('passed', ['c1', 'c3']));
    expect([item(walk)['elected'], item(walk)['status'], walk.told]).toEqual([['li', 'qian'], 'adopted', []]);
    walk
      .act('closeSitting', {}, 'chair')
      .act('draftMinutes', { text: 't' }, 'secretary')
      .act('signMinutes', {}, 'chair');
    expect(walk.performed('publishMinutes')).toMatchObject([{ items: [{ elected: ['li', 'qian'] }] }]);
  });

  test('that ends in a tie is held again among those who share the place, where another ballot is allowed', () => {
    const walk = held({ ballotsMost: 2 }).childDone('ballot', ended('tie', ['c1'], ['c2', 'c3']));
    expect(item(walk)).toMatchObject({ elected: ['li'], seats: 1, status: 'waiting' });
    walk.act('holdElection', {}, 'chair').childDone('ballot', ended('passed', ['c2']));
    expect(item(walk)['elected']).toEqual(['li', 'qian']);
  });

  test('is not chaired by somebody who is proposed in it', () => {
    const walk = nominated().act('nominate', { candidate: 'chair' }, 'm1');
    expect(refusals(walk, ['holdElection', {}, 'chair'])).toContain('chairIsNeutral');
  });
});
