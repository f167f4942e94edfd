import { describe, expect, test } from '@jest/globals';

import { migrateStored, registerWorkflow, type JsonObject } from '#libs/engine';
import { CaseWalk } from '#libs/testing/walk';

import { meetingWorkflow } from './index.js';
import { meetingPresets } from './meeting.policy.js';
import { CALL, LATER, checkingIn, convened, drafted, refusals, seconded, submitted } from './meeting.fixture.js';
import { nextStart } from './rhythm.rules.js';

const PROXIES = { levels: meetingPresets.roundTable.levels };
const council = (proxiesMost: number): JsonObject => ({
  levels: {
    ...meetingPresets.standard.levels,
    council: { ...meetingPresets.standard.levels.council, proxiesMost },
  },
});

describe('checking in', () => {
  test('needs the code that is shown in the room, once one is shown', () => {
    const walk = checkingIn().act('arrive', {}, 'm1').act('showCode', { code: '4711' }, 'secretary');
    for (const input of [{}, { code: '4712' }]) expect(refusals(walk, ['arrive', input, 'm2'])).toEqual(['codeFits']);
    expect(walk.act('arrive', { code: '4711' }, 'm2').context['present']).toEqual(['m1', 'm2']);
    walk.act('showCode', { code: '0815' }, 'secretary').act('recordArrivals', { persons: ['m3'] }, 'secretary');
    expect(walk.context['present']).toHaveLength(3);
  });
});

describe('a written proxy', () => {
  const given = (): CaseWalk => convened({}, council(1)).act('giveProxy', { holder: 'm1' }, 'm5').due('start');

  test('counts towards the quorum while its holder is there, and no longer', () => {
    const walk = given().act('recordArrivals', { persons: ['m1', 'm2', 'm3'] }, 'secretary');
    expect(walk.abilities).toContain('openSitting');
    walk.act('leave', {}, 'm1').act('arrive', {}, 'm4');
    expect(walk.abilities).not.toContain('openSitting');
  });

  test('is void once its giver comes, and can be taken back', () => {
    const walk = given().act('recordArrivals', { persons: ['m1', 'm5'] }, 'secretary');
    expect(walk.context['proxies']).toEqual([]);
    const other = given();
    expect(refusals(other, ['revokeProxy', {}, 'm4'])).toEqual(['isRepresented']);
    expect(other.act('revokeProxy', {}, 'm5').context['proxies']).toEqual([]);
  });

  test.each([
    ['to oneself', { giver: 'm2', holder: 'm2' }],
    ['by somebody who is there', { giver: 'm3', holder: 'm2' }],
    ['twice', { giver: 'm5', holder: 'm2' }],
    ['beyond what one member may hold', { giver: 'm2', holder: 'm1' }],
    ['by somebody who holds one', { giver: 'm1', holder: 'm2' }],
    ['to somebody who gave one', { giver: 'm2', holder: 'm5' }],
  ])('is not given %s', (_how, who) => {
    const walk = given().act('recordArrivals', { persons: ['m3'] }, 'secretary');
    expect(refusals(walk, ['recordProxy', { ...who, paper: 'file-1' }, 'secretary'])).toEqual(['isProxyInOrder']);
  });

  test('is taken nowhere the rules allow none, and by as many as they allow where they do', () => {
    const paper = 'file-1';
    expect(refusals(convened(), ['giveProxy', { holder: 'm1' }, 'm5'])).toContain('areProxiesAllowed');
    const walk = convened({ level: 'grid', kind: 'roundTable' }, PROXIES);
    walk.act('recordProxy', { giver: 'a', holder: 'h', paper }).act('recordProxy', { giver: 'b', holder: 'h', paper });
    expect(refusals(walk, ['recordProxy', { giver: 'c', holder: 'h', paper }, 's'])).toEqual(['isProxyInOrder']);
  });

  test('is counted among those who may vote', () => {
    const walk = convened({}, council(1)).tell('item.submitted', submitted('i1'));
    walk.act('giveProxy', { holder: 'm1' }, 'm5').due('start');
    walk.act('recordArrivals', { persons: ['m1', 'm2', 'm3'] }).act('openSitting', {}, 'chair');
    walk.act('presentItem', { issue: 'i1' }, 'chair').act('propose', { measure: 't' }, 'm1').act('second', {}, 'm2');
    walk.act('putToVote', {}, 'chair');
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ kind: 'startChild', input: expect.objectContaining({ members: 6, present: 4 }) }),
    );
  });
});

describe('what a body may not decide', () => {
  test.each([
    { decides: 'owners', level: 'assembly', kind: 'assembly', status: 'refused' },
    { decides: 'owners', level: 'council', kind: 'council', status: 'refused' },
    { decides: 'owners', level: 'grid', kind: 'roundTable', status: 'waiting' },
    { decides: 'nobody', level: 'grid', kind: 'eveningTalk', status: 'refused' },
    { decides: 'department', level: 'council', kind: 'council', status: 'waiting' },
  ])('is known when it is submitted: $decides at a $kind: $status', ({ decides, level, kind, status }) => {
    const walk = convened({ level, kind }).tell('item.submitted', submitted('i1', { decides }));
    expect(walk.context['items']).toMatchObject([{ status }]);
    const answer =
      status === 'refused'
        ? { type: 'agenda.refused', payload: { meeting: 'meeting-1', decides } }
        : { type: 'agenda.accepted' };
    expect(walk.told).toMatchObject([{ target: { case: 'i1' }, ...answer }]);
  });

  test('is never called and not given back when the meeting ends: its issue knows', () => {
    const walk = convened().tell('item.submitted', submitted('i1', { decides: 'owners' }));
    expect(walk.act('callOff', { reason: 'r' }).told).toEqual([]);
    expect(walk.output).toMatchObject({ items: 1, carriedOver: 0 });
  });
});

describe('a body that meets regularly', () => {
  const series = (more: JsonObject = {}): CaseWalk =>
    convened({ rhythm: true, ...more }, { levels: meetingPresets.councilMonthly.levels });

  test('is called again for its next hour when a meeting of the series ends, however it ends', () => {
    const next = { after: 'meeting-1', unit: 'council-1', level: 'council', kind: 'council', members: 6, rule: null };
    const wanted = [{ ...next, title: 'text-title', startsAt: '2026-12-09T01:00:00.000Z' }];
    expect(series().act('callOff', { reason: 'r' }).performed('callNext')).toEqual(wanted);
    const held = series()
      .due('start')
      .act('recordArrivals', { persons: ['m1', 'm2', 'm3', 'm4'] });
    held.act('openSitting', {}, 'chair').act('closeSitting', {}, 'chair');
    held.act('draftMinutes', { text: 't' }, 'secretary').act('signMinutes', {}, 'chair');
    expect(held.performed('callNext')).toEqual(wanted);
    const lapsed = series().due('start').act('adjourn', { reason: 'r' }, 'chair').due('recall');
    expect(lapsed.performed('callNext')).toEqual(wanted);
  });

  test('is not called by a meeting outside the series, nor where the rules know no rhythm', () => {
    const end = (walk: CaseWalk): unknown => walk.act('callOff', { reason: 'r' }).performed('callNext');
    expect([end(series({ rhythm: false })), end(convened({ rhythm: true }))]).toEqual([[], []]);
  });

  test.each([
    { every: 1, unit: 'month', startsAt: '2026-01-31T01:00Z', now: '2026-02-02T00:00Z', next: '2026-02-28T01:00' },
    { every: 1, unit: 'month', startsAt: '2026-12-15T11:30Z', now: '2026-12-16T00:00Z', next: '2027-01-15T11:30' },
    { every: 2, unit: 'week', startsAt: '2026-03-02T01:00Z', now: '2026-03-03T00:00Z', next: '2026-03-16T01:00' },
    { every: 1, unit: 'month', startsAt: '2026-01-10T01:00Z', now: '2026-02-09T00:00Z', next: '2026-03-10T01:00' },
  ] as const)('every $every $unit after $startsAt, asked at $now: $next', ({ every, unit, startsAt, now, next }) => {
    expect(nextStart({ every, unit }, { startsAt, now, noticeHours: 72 })).toBe(`${next}:00.000Z`);
  });
});

describe('the own matters of a meeting', () => {
  test('come back when the meeting is called again, as no issue would bring them', () => {
    const walk = convened({}, { waitsMost: 0 }).act('addItem', { title: 'text-own', kind: 'matter' });
    walk.tell('item.submitted', submitted('i1')).due('start').due('gathering').act('recall', { startsAt: LATER });
    expect(walk.context['items']).toMatchObject([{ issue: 'own-1', status: 'waiting' }]);
  });

  test('begin with what a petition asks for, named by the case that calls it', () => {
    const { title: _title, ...call } = CALL;
    const input = { ...call, named: 'text-dogs', matter: 'text-dogs', calledBy: 'petition', petition: 'petition-1' };
    const walk = CaseWalk.start(meetingWorkflow, { input });
    expect(walk.context).toMatchObject({ title: 'text-dogs', calledBy: 'petition', ownItems: 1 });
    expect(walk.context['items']).toMatchObject([{ issue: 'own-1', own: true, title: 'text-dogs', status: 'waiting' }]);
  });

  test('taken off are nobody’s to be told', () => {
    const walk = convened().act('addItem', { title: 'text-own', kind: 'matter' });
    expect(walk.act('dropItem', { issue: 'own-1', reason: 'r' }).told).toEqual([]);
  });
});

describe('a meeting that began under the second version', () => {
  test.each([
    ['in debate', (): CaseWalk => seconded()],
    ['at its minutes', (): CaseWalk => drafted()],
    ['convened', (): CaseWalk => convened()],
  ])('%s goes on with what it has', (_where, begin) => {
    const { stored } = begin();
    const old = JSON.parse(JSON.stringify(stored)) as typeof stored;
    const added = ['kind', 'calledBy', 'petition', 'rhythm', 'ownItems', 'attended', 'attendance', 'proxies', 'code'];
    for (const field of [...added, 'openedAt', 'endedAt', 'floor', 'queue', 'lastSide', 'signer', 'signedAt'])
      Reflect.deleteProperty(old.context, field);
    for (const item of old.context['items'] as JsonObject[]) {
      for (const field of ['own', 'kind', 'past', 'speeches', 'seats', 'nominations', 'options', 'elected', 'secret'])
        Reflect.deleteProperty(item, field);
      Reflect.deleteProperty(item, 'voters');
      for (const field of ['amendment', 'past']) Reflect.deleteProperty((item['motion'] ?? {}) as object, field);
    }
    const { context } = migrateStored(registerWorkflow(meetingWorkflow), { ...old, definition: 2 });
    const blank = { openedAt: null, endedAt: null, attendance: [] };
    expect({ ...context, ...blank }).toEqual({ ...stored.context, ...blank });
  });

  test('under a policy of before has no proxies, speaks freely, and turns of three minutes', () => {
    const { turn: _turn, ...before } = meetingPresets.standard;
    const levels = Object.fromEntries(
      Object.entries(before.levels).map(([level, { quorum, rule, sitting }]) => [level, { quorum, rule, sitting }]),
    );
    const walk = convened({}, { ...before, levels, turn: null })
      .tell('item.submitted', submitted('i1'))
      .due('start');
    walk.act('recordArrivals', { persons: ['m1', 'm2', 'm3', 'm4'] }).act('openSitting', {}, 'chair');
    walk.act('presentItem', { issue: 'i1' }, 'chair').act('speak', { side: 'for' }, 'm1');
    walk.act('askForFloor', { side: 'for' }, 'm2').act('giveFloor', {}, 'chair');
    expect(walk.clocks).toContain('turn');
  });
});
