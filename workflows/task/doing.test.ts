import { describe, expect, test } from '@jest/globals';

import type { JsonObject } from '#libs/engine';

import { taskWorkflow } from './index.js';
import { dispatched, dueOf, finished, FINISHED, handedIn, PLAN, refusals, working } from './task.fixture.js';
import { inFull, taskPresets, type TaskPolicy } from './task.policy.js';

const audienceOf = (clock: string, rung: string, context: JsonObject): unknown =>
  taskWorkflow.clocks[clock]
    ?.rungs?.({ ...context, policy: taskPresets.standard }, taskPresets.standard)
    .find(({ name }) => name === rung)?.audience;

describe('inside the unit', () => {
  test('it is given to an office and a person, again and again, each time on record', () => {
    const walk = working().act('assignInside', { unit: 'section-1', person: 'wu', note: 'text-mind' }, 'he');
    expect(walk.parties).toContainEqual({ relation: 'section', unit: 'section-1' });
    expect(walk.parties).toContainEqual({ relation: 'handler', person: 'wu' });
    walk.act('assignInside', { person: 'qi' }, 'he');
    expect(walk.parties).toContainEqual({ relation: 'formerSection', unit: 'section-1' });
    expect(walk.context['assignments']).toMatchObject([
      { unit: 'section-1', person: 'wu', note: 'text-mind' },
      { unit: null, person: 'qi', note: null },
    ]);
    expect(walk.context['handlers']).toEqual(['lin', 'wu', 'qi']);
  });

  test.each(['transfer', 'takeOver'])(
    'an office loses its part when the task leaves the unit by %s, and who worked there still does not judge it',
    (way) => {
      const order = { unit: 'dept-power', reason: 'text-why' };
      const walk = working().act('assignInside', { unit: 'section-1', person: 'wu' }, 'he');
      if (way === 'transfer') walk.act('transfer', order, 'chen');
      else walk.act('proposeTransfer', order, 'he').act('takeOver', {}, 'dian');
      expect(walk.context).toMatchObject({ unit: 'dept-power', assignments: [] });
      expect(walk.parties.filter(({ unit }) => unit === 'section-1')).toEqual([]);
      expect(walk.parties).toContainEqual({ relation: 'formerHandler', person: 'wu' });
    },
  );

  test('an office of a unit that was closed without an heir loses its part, too', () => {
    const walk = working().act('assignInside', { unit: 'section-1', person: 'wu' }, 'he');
    walk.tell('unit.succeeded', { from: 'dept-water', to: null, reason: 'closed' });
    expect(walk.parties.filter(({ unit }) => unit === 'section-1')).toEqual([]);
  });

  test('a timetable names its steps and days for everybody to see, and they are ticked off one by one', () => {
    const walk = working().act('setTimetable', PLAN, 'lin');
    expect(walk.performed('publish')).toMatchObject([{ about: 'timetable' }]);
    walk.act('doneStep', { step: 1, files: ['file-dug'] }, 'lin');
    expect(walk.context['timetable']).toMatchObject([{ doneAt: expect.any(String) }, { doneAt: null }]);
    for (const step of [1, 3]) expect(refusals(walk, 'doneStep', { step, files: [] })).toEqual(['isStepOpen']);
  });

  test.each([
    [{ steps: [{ what: 'text', on: '2026-10-30' }] }, 'areDatesAhead'],
    [{ steps: [PLAN.steps[1], PLAN.steps[0]] }, 'areDatesAhead'],
  ])('a timetable that begins in the past or goes backwards is refused', (plan, guard) => {
    expect(refusals(working(), 'setTimetable', plan as JsonObject)).toContain(guard);
  });

  test('long work needs a timetable with a public reason before it is finished', () => {
    const long = { limit: { amount: 180, unit: 'day', calendar: 'office' } };
    const walk = working(long);
    expect(refusals(walk, 'finish', FINISHED)).toContain('timetableMade');
    expect(refusals(walk, 'setTimetable', PLAN)).toContain('isReasonGiven');
    walk.act('setTimetable', { ...PLAN, reason: 'text-bridge' }, 'lin');
    expect(walk.performed('publish')).toMatchObject([{ about: 'timetable', text: 'text-bridge' }]);
    expect(finished(walk).value).toEqual({ verification: 'bySupervisors' });
  });

  test('an open note is published with its photos, an internal one is not', () => {
    const open = working().act('progress', { note: 'text-note', files: ['photo'], open: true }, 'lin');
    expect(open.performed('publish')).toMatchObject([{ about: 'progress', text: 'text-note', evidence: ['photo'] }]);
    const internal = working().act('progress', { note: 'text-note', files: ['photo'], open: false }, 'lin');
    expect(internal.performed('publish')).toEqual([]);
    expect(internal.context).toMatchObject({ progressNotes: 1, openNotes: 0 });
  });

  test('the reason of an extension is public once it is granted', () => {
    const walk = working().act('askExtension', { reason: 'text-parts', days: 2 }, 'lin').act('grantExtension');
    expect(walk.performed('publish')).toMatchObject([{ about: 'extension', text: 'text-parts' }]);
  });
});

describe('the answer', () => {
  test('is signed by a leader while the handling time runs, and may go back to its drafter', () => {
    const walk = working().act('finish', FINISHED, 'lin');
    expect(walk.value).toEqual({ withDoer: { handling: { active: 'signing' } } });
    expect(walk.clocks).toContain('handling');
    walk.act('sendBackAnswer', { reason: 'text-unclear' }, 'he');
    expect(walk.context).toMatchObject({ answer: null, answerReturns: 1 });
    walk.act('finish', FINISHED, 'lin').act('signAnswer', {}, 'he');
    expect(walk.value).toEqual({ verification: 'bySupervisors' });
    expect(walk.context).toMatchObject({ signedBy: 'he', answer: 'text-answer' });
  });

  test('waits for its signature when the leader is silent: nothing goes out unsigned', () => {
    const walk = working().act('finish', FINISHED, 'lin').due('answerSigning');
    expect(walk.value).toEqual({ withDoer: { handling: { active: 'signing' } } });
    expect(walk.awaited).toContain('signAnswer');
  });

  test.each(['assist', 'errand', 'emergency'])('of an %s needs no signature', (part) => {
    expect(working({ part }).act('finish', FINISHED, 'lin').context['signedBy']).toBeNull();
    expect(handedIn({ part }).value).toHaveProperty('verification');
  });
});

describe('whoever was asked first', () => {
  test('may write to the resident as long as the task runs, whoever has it', () => {
    for (const walk of [dispatched(), working(), handedIn()]) {
      walk.act('answerResident', { text: 'text-soon' }, 'contact');
      expect(walk.performed('writeToResident')).toEqual([{ issue: 'issue-1', unit: 'community-1', text: 'text-soon' }]);
    }
  });

  test('is reminded in the course of the work, and marked when the resident has heard nothing', () => {
    const walk = working().rung('handling', 'contact');
    expect(walk.context['contactLate']).toBe(true);
    expect(walk.performed('remind')).toMatchObject([{ rung: 'contact', severity: 'remind' }]);
    walk.act('answerResident', { text: 'text-sorry' }, 'contact');
    expect(walk.context['contactLate']).toBe(false);
  });

  test('who has written needs no reminder', () => {
    const walk = working().act('answerResident', { text: 'text-soon' }, 'contact');
    expect(audienceOf('handling', 'contact', walk.context)).toBeUndefined();
  });
});

describe('lead and assist', () => {
  test('an assist finds its lead, escalates to it by its own ladder when it is late, and tells how it ended', () => {
    const walk = dispatched({ part: 'assist' });
    expect(walk.performed('reportAssist')).toMatchObject([{ what: 'started', lead: null, issue: 'issue-1' }]);
    walk.tell('lead.known', { task: 'lead-1', unit: 'dept-lead' });
    expect(walk.parties).toContainEqual({ relation: 'leading', unit: 'dept-lead' });
    expect(audienceOf('handling', 'red', walk.context)).toContainEqual({ role: 'leader', of: 'leading' });
    walk.act('accept', {}, 'lin').due('handling');
    expect(walk.performed('reportAssist')).toMatchObject([{ what: 'late', lead: 'lead-1' }]);
    finished(walk).act('verify', {}, 'sun');
    expect(walk.performed('reportAssist')).toMatchObject([{ what: 'ended', result: 'verified' }]);
  });

  test('the lead knows how each of its assists stands, one line each', () => {
    const walk = working()
      .tell('assist.done', { task: 'a-1', unit: 'dept-power', result: 'running' })
      .tell('assist.late', { task: 'a-1', unit: 'dept-power' })
      .tell('assist.done', { task: 'a-2', unit: 'dept-roads', result: 'verified' });
    expect(walk.context['assists']).toMatchObject([
      { task: 'a-1', unit: 'dept-power', state: 'late' },
      { task: 'a-2', unit: 'dept-roads', state: 'verified' },
    ]);
  });

  test('what leads has no one above to report to', () => {
    expect(working().due('handling').performed('reportAssist')).toEqual([]);
    expect(audienceOf('handling', 'red', working().context)).not.toContainEqual({ role: 'leader', of: 'leading' });
  });
});

describe('an emergency', () => {
  test('rings the first in line, then the second, and the leaders when nobody has accepted in time', () => {
    const walk = dispatched({ part: 'emergency' });
    expect(walk.performed('ringRoster')).toMatchObject([{ line: 1 }]);
    walk.tell('duty.rung', { persons: ['night'], line: 1 }).rung('acceptance', 'second');
    expect(walk.performed('ringRoster')).toMatchObject([{ line: 2 }]);
    expect(walk.parties).toContainEqual({ relation: 'onDuty', person: 'night' });
    walk.due('acceptance');
    expect(walk.performed('ringRoster')).toMatchObject([{ line: 3 }]);
    expect(walk.context['acceptedBySilence']).toBe(true);
  });

  test('does not ring the second in line for other work', () => {
    expect(audienceOf('acceptance', 'second', dispatched().context)).toBeUndefined();
  });
});

describe('the presets', () => {
  test.each([
    ['standard', { amount: 5, unit: 'workingDay', calendar: 'office' }],
    ['utilities', { amount: 24, unit: 'hour', calendar: 'always' }],
    ['consultation', { amount: 3, unit: 'workingDay', calendar: 'office' }],
    ['complex', { amount: 15, unit: 'day', calendar: 'office' }],
    ['longWorks', { amount: 180, unit: 'day', calendar: 'office' }],
  ] as const)('%s gives the lead %o', (name, limit) => {
    expect(dueOf(dispatched({}, taskPresets[name]), 'handling')).toEqual(limit);
  });

  test('a policy that was published before its newest numbers still decides everything, and asks for no signature', () => {
    const { signedParts: _signed, timetableParts: _tables, consent: _consent, ...old } = taskPresets.standard;
    const full = inFull(old as TaskPolicy);
    expect(Object.keys(full).sort()).toEqual(Object.keys(taskPresets.standard).sort());
    expect([full.signedParts, full.timetableParts, full.limits]).toEqual([[], [], taskPresets.standard.limits]);
  });
});
