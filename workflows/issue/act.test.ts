import { describe, expect, test } from '@jest/globals';

import {
  atCrossroads,
  atDepartments,
  DISPATCH,
  DONE,
  FINAL,
  finished,
  inCommon,
  inConfidence,
  OWN_WORK,
  place,
  planning,
  refusers,
  said,
  SEEN,
  SOON,
  task,
  working,
} from './issue.fixture.js';

const OFFER = { measure: 'text-lamp', offeredTo: [] };
const FAR = '2027-11-12T01:00:00.000Z';
const PAST = '2026-10-12T01:00:00.000Z';
const NOT_DONE = { ...SEEN, passed: false };
const startedTasks = (walk: ReturnType<typeof planning>) =>
  walk.effects.flatMap((effect) => (effect.kind === 'startChild' ? [effect.input] : []));

describe('claiming', () => {
  const offered = () => planning().act('offer', OFFER, 'coo');

  test('is open to all who may claim, in public', () => {
    expect(offered().performed('publish')).toMatchObject([{ about: 'offered', text: 'text-lamp' }]);
  });

  test('runs until the promised date, on no department’s clock', () => {
    const walk = offered().act('claim', { promised: SOON }, 'vol');
    expect(place(walk)).toBe('act.working');
    expect(walk.parties).toContainEqual({ relation: 'handler', person: 'vol' });
    expect(walk.effects).toContainEqual(expect.objectContaining({ kind: 'arm', duration: { until: SOON } }));
  });

  test.each([PAST, FAR])('refuses a date out of range: %s', (promised) => {
    expect(refusers(offered(), 'claim', { promised })).toEqual(['mayClaim']);
  });

  test('nobody claims: planned again', () => {
    expect(place(offered().due('claim'))).toBe('act.planning');
    expect(place(offered().act('closeOffer', {}, 'coo'))).toBe('act.planning');
  });

  test('a confidential need is offered to named people only', () => {
    const walk = inConfidence();
    expect(refusers(walk, 'offer', OFFER)).toEqual(['mayBeOffered']);
    walk.act('offer', { ...OFFER, offeredTo: ['vol'] }, 'coo');
    expect(walk.performed('publish')).toEqual([]);
    expect(walk.performed('notify')).toMatchObject([{ about: 'offered', persons: ['vol'] }]);
    expect(refusers(walk, 'claim', { promised: SOON }, 'nosy')).toEqual(['mayClaim']);
    expect(place(walk.act('claim', { promised: SOON }, 'vol'))).toBe('act.working');
  });
});

describe('work of volunteers and of the community', () => {
  test('is promised by somebody by a date', () => {
    expect(place(working())).toBe('act.working');
    expect(refusers(planning(), 'planOwnWork', { ...OWN_WORK, promised: PAST })).toEqual(['mayBeOwnWork']);
  });

  test('a passed promise climbs the ladder, and the coordinator may take it back', () => {
    const walk = working().due('promise');
    expect(place(walk)).toBe('act.working');
    expect(place(walk.act('takeBack', { text: 't' }, 'coo'))).toBe('act.planning');
  });

  test('a date may be moved twice', () => {
    const walk = working();
    for (const day of ['13', '14'])
      walk.act('promiseAgain', { promised: `2026-11-${day}T01:00:00.000Z`, text: 't' }, 'lin');
    expect(refusers(walk, 'promiseAgain', { promised: '2026-11-15T01:00:00.000Z', text: 't' })).toEqual([
      'mayPromiseAgain',
    ]);
  });

  test('a date is never moved into the past', () => {
    expect(refusers(working(), 'promiseAgain', { promised: PAST, text: 't' })).toEqual(['isPromiseReachable']);
  });

  test('progress is written down and changes nothing', () => {
    expect(place(working().act('reportProgress', { text: 't', files: [] }, 'lin'))).toBe('act.working');
  });

  test('is given back to be planned again', () => {
    expect(place(working().act('giveBack', { text: 't' }, 'lin'))).toBe('act.planning');
  });
});

describe('verification', () => {
  test('is by a supervisor, never by the handler', () => {
    expect(refusers(finished(), 'verify', SEEN, 'lin')).toContain('isNotTheHandler');
    expect(place(finished().act('verify', SEEN, 'sup'))).toBe('review.posting');
  });

  test('a silent supervisor is followed by a substitute, then by the coordinator, and it never passes by itself', () => {
    const walk = finished().due('verification');
    expect(place(walk)).toBe('act.verifying.substitute');
    expect(refusers(walk, 'verify', SEEN, 'sup')).toEqual([]);
    expect(place(walk.fork().act('verifyAsSubstitute', SEEN, 'rep'))).toBe('review.posting');
    walk.due('verificationSubstitute');
    expect(place(walk)).toBe('act.verifying.coordinator');
    expect(place(walk.due('verificationLast'))).toBe('act.verifying.coordinator');
    expect(refusers(walk, 'verifyLast', SEEN, 'lin')).toContain('isNotTheHandler');
    expect(place(walk.act('verifyLast', SEEN, 'coo'))).toBe('review.posting');
  });

  test('failed work goes back to its handler, and after the second time to the crossroads', () => {
    const walk = finished();
    for (const _ of [1, 2]) {
      walk.act('verify', NOT_DONE, 'sup');
      expect(place(walk)).toBe('act.working');
      walk.act('finish', DONE, 'lin');
    }
    expect(place(walk.act('verify', NOT_DONE, 'sup'))).toBe('crossroads');
  });
});

describe('departments', () => {
  test('lead and assists get a task each, side by side', () => {
    expect(startedTasks(atDepartments())).toMatchObject([
      {
        unit: 'dept-power',
        part: 'lead',
        limit: { amount: 5, unit: 'workingDay' },
        instruction: 'text-lamp',
        round: 1,
      },
      { unit: 'dept-roads', part: 'assist', place: 'building-7', issue: 'issue-1', confidential: false },
    ]);
  });

  test('are parties while they work', () => {
    expect(atDepartments().parties).toEqual(
      expect.arrayContaining([
        { relation: 'lead', unit: 'dept-power' },
        { relation: 'assist', unit: 'dept-roads' },
      ]),
    );
  });

  test('lead and assist must differ', () => {
    const twice = { ...DISPATCH, assists: [{ unit: 'dept-power', required: true }] };
    expect(refusers(planning(), 'dispatch', twice)).toEqual(['areUnitsDifferent']);
  });

  test('the outcome waits for the lead and every required assist', () => {
    const walk = atDepartments().childDone('task-1', task('verified'));
    expect(place(walk)).toBe('act.departments');
    walk.childDone('task-2', task('verified', 'dept-roads'));
    expect(place(walk)).toBe('review.posting');
    expect(walk.context['outcome']).toEqual({ text: 'text-answer', evidence: ['file-1', 'file-1'] });
  });

  test('it does not wait for an assist that is not required, which goes on', () => {
    const walk = planning().act('dispatch', { ...DISPATCH, assists: [{ unit: 'dept-roads', required: false }] });
    walk.childDone('task-1', task('verified'));
    expect(place(walk)).toBe('review.posting');
    expect(Object.keys(walk.stored.children)).toContain('task-2');
    expect(place(walk.childDone('task-2', task('impossible')))).toBe('review.posting');
  });

  test.each(['impossible', 'cancelled'])(
    'a task that ends as %s stops the others and comes to the crossroads',
    (result) => {
      const walk = atDepartments().childDone('task-1', task(result));
      expect(place(walk)).toBe('crossroads');
      expect(walk.effects).toContainEqual(expect.objectContaining({ kind: 'cancelChild', id: 'task-2' }));
    },
  );

  test('a task reassigned inside counts for the unit that did it', () => {
    const walk = atDepartments().childDone('task-1', task('verified', 'dept-other'));
    expect(walk.context['jobs']).toMatchObject([{ unit: 'dept-other', result: 'verified' }, { result: null }]);
  });

  test('another assist can be added, but no unit twice', () => {
    const assist = { unit: 'dept-water', instruction: 't', class: 'utility', required: true };
    const walk = atDepartments().act('addAssist', assist, 'coo');
    expect(startedTasks(walk)).toMatchObject([
      { unit: 'dept-water', part: 'assist', limit: { amount: 24, unit: 'hour' } },
    ]);
    expect(refusers(walk, 'addAssist', assist)).toEqual(['isNewUnit']);
  });

  test('taken back, running tasks are cancelled and a new round has new numbers', () => {
    const walk = atDepartments().act('takeBack', { text: 't' }, 'coo');
    expect(walk.effects.filter(({ kind }) => kind === 'cancelChild')).toHaveLength(2);
    walk.act('dispatch', { ...DISPATCH, assists: [] }, 'coo');
    expect(Object.keys(walk.stored.children)).toEqual(expect.arrayContaining(['task-3']));
    expect(startedTasks(walk)).toMatchObject([{ round: 2 }]);
    expect(place(walk.childDone('task-3', task('verified')))).toBe('review.posting');
  });

  test('the backstop over all tasks warns and ends nothing', () => {
    expect(place(atDepartments().due('departments'))).toBe('act.departments');
  });

  test('a department’s legal duty is neither offered nor done by ourselves', () => {
    const walk = inCommon().act('stateCompetence', { decides: 'department', text: 't' }).due('routing');
    expect(refusers(walk, 'offer', OFFER)).toEqual(['mayBeOffered']);
    expect(refusers(walk, 'planOwnWork', OWN_WORK)).toEqual(['mayBeOwnWork']);
    expect(place(walk.act('dispatch', DISPATCH))).toBe('act.departments');
  });

  test('an errand for one person is a confidential task', () => {
    const walk = inConfidence().act('arrangeErrand', { measure: 'text-errand', unit: 'branch-2' }, 'coo');
    expect(startedTasks(walk)).toMatchObject([{ part: 'errand', confidential: true, unit: 'branch-2', limit: null }]);
    expect(place(walk.childDone('task-1', task('verified', 'branch-2')))).toBe('review.posting');
  });
});

describe('the crossroads', () => {
  test('waits for somebody answerable, under a ladder', () => {
    expect(place(atCrossroads().due('crossroads'))).toBe('crossroads');
  });

  test('leads to another plan, another deliberation, the representatives or a tier above', () => {
    expect(place(atCrossroads().act('planAgain', { text: 't' }))).toBe('act.planning');
    expect(place(atCrossroads().act('deliberateAgain', { text: 't' }))).toBe('deliberate.talking');
    expect(atCrossroads().act('sendToAssembly', { text: 't' }).performed('requestAgenda')).toMatchObject([
      { level: 'assembly' },
    ]);
    const raised = atCrossroads().act('raiseTier', { text: 't' });
    expect(raised.context['tier']).toBe('street');
    expect(raised.performed('supervise')).toHaveLength(1);
  });

  test('a decision that is deliberated again has its notice taken down', () => {
    const walk = atCrossroads().act('deliberateAgain', { text: 't' });
    expect(walk.effects).toContainEqual(expect.objectContaining({ kind: 'cancelChild', id: 'notice-1' }));
  });

  test('a confidential need is never deliberated', () => {
    const walk = inConfidence()
      .act('arrangeErrand', { measure: 'm', unit: 'u' })
      .childDone('task-1', task('impossible'));
    expect(walk.abilities).toEqual(expect.arrayContaining(['planAgain', 'raiseTier', 'draftFinalAnswer']));
    expect(walk.abilities).not.toContain('deliberateAgain');
    expect(walk.abilities).not.toContain('sendToAssembly');
  });

  test('the district is the highest tier', () => {
    const walk = atCrossroads().act('raiseTier', { text: 't' }).act('raiseTier', { text: 't' });
    expect(walk.context['tier']).toBe('district');
    expect(refusers(walk, 'raiseTier', { text: 't' })).toEqual(['mayRaiseTier']);
  });

  test('plans are limited; a higher tier may plan anew', () => {
    const limits = { ...(planning().policy['limits'] as object), plans: 1 };
    const walk = said({}, { limits }).act('sortAsIndividual', { category: null, needsVoice: false, person: null });
    walk.act('planOwnWork', OWN_WORK).act('giveBack', { text: 't' });
    expect(refusers(walk, 'planOwnWork', OWN_WORK)).toContain('mayPlanAgain');
    expect(walk.act('raiseTier', { text: 't' }).abilities).toContain('planOwnWork');
  });
});

describe('the final answer', () => {
  const drafted = () => atCrossroads().act('draftFinalAnswer', FINAL, 'coo');

  test('is signed by somebody else than its author and the handler', () => {
    expect(refusers(drafted(), 'signFinalAnswer', {}, 'coo')).toEqual(['isSignerAnother']);
    expect(refusers(drafted(), 'signFinalAnswer', {}, 'lin')).toEqual(['isNotTheHandler']);
  });

  test('closes the issue, published with its evidence', () => {
    const walk = drafted().act('signFinalAnswer', {}, 'leader');
    expect(place(walk)).toBe('answered');
    expect(walk.performed('publish')).toMatchObject([{ about: 'final_answer', evidence: ['file-law'] }]);
    expect(walk.output).toEqual({ result: 'final_answer', text: 'text-final', redoCount: 0, confidential: false });
  });

  test('is returned when ground or evidence do not suffice', () => {
    expect(place(drafted().act('returnFinalAnswer', { text: 't' }, 'leader'))).toBe('crossroads');
  });

  test('is never signed by time', () => {
    expect(place(drafted().due('signing'))).toBe('signing');
  });

  test('of a confidential need is delivered, not published', () => {
    const walk = inConfidence().act('draftFinalAnswer', FINAL, 'coo').act('signFinalAnswer', {}, 'leader');
    expect(walk.performed('publish')).toEqual([]);
    expect(walk.performed('notify')).toMatchObject([{ about: 'final_answer', persons: ['ann'] }]);
  });
});
