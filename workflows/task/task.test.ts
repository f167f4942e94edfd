import { describe, expect, test } from '@jest/globals';

import { taskWorkflow } from './index.js';
import {
  dispatched,
  dueOf,
  finished,
  FINISHED,
  handedIn,
  HOLD,
  IMPOSSIBLE,
  inArbitration,
  MORE_TIME,
  refusals,
  RETURN,
  working,
} from './task.fixture.js';
import { DOERS } from './task.people.js';

describe('a task that goes well', () => {
  test('is accepted, handed in with evidence, verified by a supervisor, and answers its parent', () => {
    const walk = handedIn().act('verify', {}, 'sun');
    expect(walk.stored.status).toBe('done');
    expect(walk.output).toEqual({
      result: 'verified',
      unit: 'dept-water',
      answer: 'text-answer',
      evidence: ['file-1'],
      redoCount: 0,
      contact: 'community-1',
    });
    expect(walk.context['verifiedBy']).toBe('sun');
  });

  test('has its handling time armed at dispatch, once, and stopped when it is handed in', () => {
    const walk = dispatched();
    expect(walk.clocks).toEqual(['acceptance', 'handling']);
    walk.act('accept', {}, 'lin');
    expect(walk.clocks).toEqual(['handling']);
    expect(walk.effects.filter((effect) => effect.kind === 'arm')).toEqual([]);
    walk.act('finish', FINISHED, 'lin');
    expect(walk.clocks).toEqual(['answerSigning', 'handling']);
    walk.act('signAnswer', {}, 'leader');
    expect(walk.clocks).toEqual(['verification']);
  });

  test('remembers everybody who worked on it as a handler, and the unit as its doer', () => {
    const walk = working().act('progress', { note: 'text-note', files: [], open: false }, 'wu');
    finished(walk);
    expect(walk.parties).toEqual([
      { relation: 'doer', unit: 'dept-water' },
      { relation: 'crew', unit: 'dept-water' },
      { relation: 'contact', unit: 'community-1' },
      { relation: 'handler', person: 'lin' },
      { relation: 'handler', person: 'wu' },
    ]);
  });

  test('is for the volunteers and partners of its unit, too, unless it is confidential', () => {
    const ofCrew = DOERS.filter(({ of }) => of === 'crew').map(({ role }) => role);
    expect(ofCrew).toEqual(['volunteer', 'partner']);
    expect(dispatched().parties.some(({ relation }) => relation === 'crew')).toBe(true);
    expect(dispatched({ confidential: true }).parties.some(({ relation }) => relation === 'crew')).toBe(false);
  });

  test('lets nobody who handled it verify it, approve its holds or sign for it', () => {
    const judging = Object.entries(taskWorkflow.acts).filter(([name]) =>
      /verify|sendBack|approve|refuse|grant|^sign|withdraw|takeOver/i.test(name),
    );
    expect(judging.length).toBeGreaterThan(10);
    for (const [name, { who }] of judging) {
      const excludes = who.every(({ not }) => not?.includes('handler') === true && not.includes('formerHandler'));
      expect([name, excludes]).toEqual([name, true]);
    }
  });
});

test('nobody of the unit that did it, or of its offices, verifies it', () => {
  for (const act of ['verify', 'verifyInstead', 'coordinatorVerify', 'sendBack'])
    for (const { not } of taskWorkflow.acts[act]?.who ?? [])
      expect(not).toEqual(expect.arrayContaining(['doer', 'section', 'formerSection']));
});

describe('dispatched', () => {
  test('silence within one working day is acceptance', () => {
    expect(dueOf(dispatched(), 'acceptance')).toEqual({ amount: 1, unit: 'workingDay', calendar: 'office' });
    const walk = dispatched().due('acceptance');
    expect(walk.value).toEqual({ withDoer: { handling: { active: 'working' } } });
    expect(walk.context['acceptedBySilence']).toBe(true);
    expect(walk.abilities).not.toContain('returnTask');
  });

  test('a return goes to the dispatcher, who gives it to another unit with a new time', () => {
    const walk = dispatched().act('returnTask', RETURN, 'lin');
    expect(walk.value).toBe('returned');
    expect(walk.clocks).toEqual(['redispatch']);
    walk.act('reassign', { unit: 'dept-roads' }, 'coordinator');
    expect(walk.value).toEqual({ withDoer: 'dispatched' });
    expect(walk.context['unit']).toBe('dept-roads');
    expect(dueOf(walk, 'handling')).toEqual({ amount: 5, unit: 'workingDay', calendar: 'office' });
  });

  test('the second return goes to arbitration, which asks for the unit above all units in dispute', () => {
    const walk = inArbitration();
    expect(walk.value).toBe('arbitration');
    expect(walk.performed('findArbiter')).toEqual([
      { units: ['dept-water', 'dept-roads'], place: 'building-1', round: 2 },
    ]);
  });

  test('a dispatcher who is silent loses a returned task to arbitration', () => {
    expect(dispatched().act('returnTask', RETURN).due('redispatch').value).toBe('arbitration');
  });

  test('an emergency cannot be returned, held or extended and has hours, day and night', () => {
    const walk = dispatched({ part: 'emergency' });
    expect(dueOf(walk, 'handling')).toEqual({ amount: 2, unit: 'hour', calendar: 'always' });
    expect(dueOf(walk, 'acceptance')).toEqual({ amount: 30, unit: 'minute', calendar: 'always' });
    expect(refusals(walk, 'returnTask', RETURN)).toEqual(['mayReturn']);
    walk.act('accept');
    expect(refusals(walk, 'askHold', HOLD)).toEqual(['mayHold']);
    expect(refusals(walk, 'askExtension', MORE_TIME)).toContain('mayExtend');
  });

  test('the order’s own time replaces the policy’s', () => {
    const limit = { amount: 24, unit: 'hour', calendar: 'always' };
    expect(dueOf(dispatched({ limit }), 'handling')).toEqual(limit);
  });
});

describe('arbitration', () => {
  test('names an owner who cannot return the task', () => {
    const walk = inArbitration().tell('arbiter.found', { unit: 'street-1', fallback: 'district-1', round: 2 });
    expect(walk.parties).toContainEqual({ relation: 'arbiter', unit: 'street-1' });
    walk.act('assignOwner', { unit: 'dept-power', reason: 'text-ruling' }, 'leader');
    expect(walk.context['unit']).toBe('dept-power');
    expect(refusals(walk, 'returnTask', RETURN)).toContain('mayReturn');
  });

  test('may rule with proof that it cannot be done', () => {
    const walk = inArbitration().act('declareImpossible', IMPOSSIBLE, 'leader');
    expect(walk.output).toMatchObject({ result: 'impossible', answer: 'text-final-answer', evidence: ['file-law'] });
  });
});

describe('handling', () => {
  test('finishing without evidence is refused', () => {
    expect(refusals(working(), 'finish', { answer: 'text-answer', evidence: [] })).toEqual(['evidenceEnough']);
  });

  test('out of time it is marked and goes on under the ladder', () => {
    const walk = working().due('handling');
    expect(walk.context['overdue']).toBe(true);
    expect(walk.abilities).toContain('finish');
    walk.rung('handling', 'supervise');
    expect(walk.performed('remind')).toMatchObject([{ name: 'handling', severity: 'supervise' }]);
    expect(walk.context['supervised']).toBe(true);
  });

  test('the ladder reminds at half time, warns at 80 %, calls the leader at the end, urges and supervises after it', () => {
    const arm = dispatched().attempt({ kind: 'act', act: 'accept', input: {} });
    expect(arm.kind).toBe('stepped');
    const { rungs } = taskWorkflow.clocks['handling'] ?? {};
    const walk = dispatched();
    const ladder = rungs?.({ ...walk.context, policy: walk.policy }, walk.policy) ?? [];
    expect(ladder.map(({ name, at, severity }) => [name, at, severity])).toEqual([
      ['remind', { percent: 50 }, 'remind'],
      ['contact', { percent: 60 }, 'remind'],
      ['blue', { percent: 80 }, 'blue'],
      ['red', { percent: 100 }, 'red'],
      ['urge', { after: { amount: 1, unit: 'workingDay' } }, 'urge'],
      ['supervise', { after: { amount: 5, unit: 'workingDay' } }, 'supervise'],
    ]);
  });

  test('only an approved hold stops the time, and its end starts it again', () => {
    const walk = working().act('askHold', HOLD, 'lin');
    expect(walk.effects.some(({ kind }) => kind === 'pause')).toBe(false);
    walk.act('approveHold', {}, 'coordinator');
    expect(walk.effects.some(({ kind }) => kind === 'pause')).toBe(true);
    expect(dueOf(walk, 'hold')).toEqual({ amount: 5, unit: 'workingDay', calendar: 'office' });
    walk.due('hold');
    expect(walk.effects.some(({ kind }) => kind === 'resume')).toBe(true);
    expect(walk.value).toEqual({ withDoer: { handling: { active: 'working' } } });
  });

  test('holds are limited in number and length', () => {
    const walk = working({}, { holdsMost: 1 });
    expect(refusals(walk, 'askHold', { ...HOLD, days: 21 })).toEqual(['holdShortEnough']);
    walk.act('askHold', HOLD).act('approveHold').act('resume');
    expect(refusals(walk, 'askHold', HOLD)).toEqual(['mayHold']);
  });

  test('a refused hold is kept with its reason and the time never stopped', () => {
    const walk = working().act('askHold', HOLD).act('refuseHold', { reason: 'text-no' });
    expect(walk.context['answers']).toMatchObject([{ kind: 'hold', decision: 'refused', reason: 'text-no' }]);
    expect(walk.stored.clocks).toEqual(
      expect.objectContaining({ 'handling@task.withDoer': expect.objectContaining({ state: 'running' }) }),
    );
  });

  test.each([
    ['askHold', HOLD, 'holdApproval'],
    ['askExtension', MORE_TIME, 'extensionApproval'],
    ['reportImpossible', IMPOSSIBLE, 'signature'],
  ])('%s lapses without effect when nobody answers', (act, input, clock) => {
    const walk = working().act(act, input).due(clock);
    expect(walk.value).toEqual({ withDoer: { handling: { active: 'working' } } });
    expect(walk.context['answers']).toMatchObject([{ decision: 'lapsed' }]);
  });

  test('the dispatcher grants the first extension, the upper tier the later ones, three in all', () => {
    const walk = working().act('askExtension', MORE_TIME).act('grantExtension');
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ kind: 'extend', by: { amount: 3, unit: 'workingDay' } }),
    );
    for (const round of [2, 3]) {
      walk.act('askExtension', MORE_TIME);
      expect(walk.refused('grantExtension').code).toBe('act.not_allowed');
      walk.act('leaderGrantExtension');
      expect(walk.context['extensions']).toBe(round);
    }
    expect(refusals(walk, 'askExtension', MORE_TIME)).toContain('mayExtend');
  });

  test('a long extension is granted by the upper tier, also when it is the first', () => {
    const ask = (days: number) =>
      working({}, { extensionDispatcherDays: 2 }).act('askExtension', { ...MORE_TIME, days });
    expect(ask(2).act('grantExtension').context['extensions']).toBe(1);
    const long = ask(3);
    expect(long.refused('grantExtension').code).toBe('act.not_allowed');
    expect(long.act('leaderGrantExtension').context['extensions']).toBe(1);
  });

  test('an extension must be asked for, and granted, before the time is over', () => {
    expect(refusals(working().due('handling'), 'askExtension', MORE_TIME)).toContain('notOverdue');
    const late = working().act('askExtension', MORE_TIME).due('handling');
    expect(refusals(late, 'grantExtension')).toEqual(['notOverdue']);
  });

  test('more days than allowed at once are refused', () => {
    expect(refusals(working(), 'askExtension', { ...MORE_TIME, days: 4 })).toContain('extensionShortEnough');
  });

  test('that it cannot be done is signed by a leader and becomes the answer', () => {
    const walk = working().act('reportImpossible', IMPOSSIBLE).act('signImpossible', {}, 'leader');
    expect(walk.output).toMatchObject({ result: 'impossible', answer: 'text-final-answer', evidence: ['file-law'] });
  });

  test('a leader who refuses to sign sends the handler back to work', () => {
    const walk = working().act('reportImpossible', IMPOSSIBLE).act('refuseImpossible', { reason: 'text-try' });
    expect(walk.abilities).toContain('finish');
    expect(walk.context['answer']).toBeNull();
  });
});

describe('verification', () => {
  test('silent supervisors are followed by the substitute, then the coordinator, and nothing passes by itself', () => {
    const walk = handedIn();
    expect(walk.awaited).toEqual(['verify', 'sendBack']);
    expect(walk.refused('verifyInstead').code).toBe('act.not_allowed');
    walk.due('verification');
    expect(walk.awaited).toEqual(['verifyInstead', 'sendBackInstead']);
    expect(walk.abilities).toContain('verify');
    walk.due('substitution');
    expect(walk.awaited).toEqual(['coordinatorVerify', 'coordinatorSendBack']);
    for (const silences of [1, 2, 3]) {
      walk.due('lastVerification');
      expect(walk.context['silences']).toBe(silences);
    }
    expect(walk.stored.status).toBe('active');
    expect(walk.act('coordinatorVerify', {}, 'coordinator').output).toMatchObject({ result: 'verified' });
  });

  test('bad work is done again in the time of a redo, and counted', () => {
    const walk = handedIn().act('sendBack', { reason: 'text-leaks' }, 'sun');
    expect(walk.value).toEqual({ withDoer: { handling: { active: 'working' } } });
    expect(dueOf(walk, 'handling')).toEqual({ amount: 3, unit: 'workingDay', calendar: 'office' });
    finished(walk, { answer: 'text-again', evidence: ['file-2'] }).act('verify', {}, 'sun');
    expect(walk.output).toMatchObject({ redoCount: 1, answer: 'text-again', evidence: ['file-1', 'file-2'] });
  });

  test('bad work beyond the limit comes under supervision and to arbitration', () => {
    const walk = handedIn();
    for (const reason of ['text-1', 'text-2']) finished(walk.act('sendBack', { reason }));
    walk.act('sendBack', { reason: 'text-3' });
    expect(walk.value).toBe('arbitration');
    expect(walk.context).toMatchObject({ redoCount: 3, supervised: true });
  });

  test.each([{ part: 'errand' }, { confidential: true }])(
    'a personal matter (%o) is verified by the coordinator',
    (order) => {
      const walk = handedIn(order);
      expect(walk.value).toEqual({ verification: 'byCoordinator' });
      expect(refusals(walk, 'verify')).toEqual(['isPrivate']);
      expect(walk.act('coordinatorVerify').output).toMatchObject({ result: 'verified' });
    },
  );
});

describe('a task that is no longer wanted', () => {
  test('ends as cancelled when the dispatcher withdraws it, from wherever it is', () => {
    for (const walk of [dispatched(), working(), handedIn(), inArbitration()]) {
      expect(walk.act('withdrawTask', { reason: 'text-why' }).output).toMatchObject({ result: 'cancelled' });
    }
  });

  test('ends as cancelled when its issue ends', () => {
    const walk = working().cancel();
    expect([walk.stored.status, walk.clocks]).toEqual(['cancelled', []]);
    expect(walk.output).toMatchObject({ result: 'cancelled' });
  });
});
