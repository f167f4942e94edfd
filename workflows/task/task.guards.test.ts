import { describe, expect, test } from '@jest/globals';

import { initialTask, type TaskContext } from './task.context.js';
import type { TaskEvent } from './task.events.js';
import { taskGuards } from './task.guards.js';
import { taskPresets } from './task.policy.js';

const at = '2026-11-02T01:00:00.000Z';
const returned = { unit: 'u', ground: 'wrong_place', reason: 'r', basis: 'b', suggestedUnit: null, at };

function context(change: Partial<TaskContext> = {}): TaskContext {
  const order = {
    issue: 'i',
    unit: 'u',
    place: 'p',
    title: 't',
    instruction: null,
    part: 'lead',
    limit: null,
  } as const;
  const moment = { case: 'c', at, on: '2026-11-02', by: { kind: 'system', name: 'test' } } as const;
  const defaults = { origin: 'issue', matter: null, contact: null, lead: null, from: null } as const;
  const input = { ...order, ...defaults, ...moment, confidential: false, round: 1, policy: taskPresets.standard };
  return { ...initialTask({ input }), ...change };
}

describe('guards over a task', () => {
  test.each([
    ['mayReturn', {}, true],
    ['mayReturn', { part: 'emergency' }, false],
    ['mayReturn', { owned: true }, false],
    ['returnsLeft', {}, true],
    ['returnsLeft', { returns: [returned] }, false],
    ['mayHold', {}, true],
    ['mayHold', { holds: 1 }, true],
    ['mayHold', { holds: 2 }, false],
    ['mayHold', { part: 'emergency' }, false],
    ['mayExtend', { extensions: 2 }, true],
    ['mayExtend', { extensions: 3 }, false],
    ['mayExtend', { part: 'emergency' }, false],
    ['notOverdue', {}, true],
    ['notOverdue', { overdue: true }, false],
    ['redosLeft', { redoCount: 1 }, true],
    ['redosLeft', { redoCount: 2 }, false],
    ['isPrivate', {}, false],
    ['isPrivate', { part: 'errand' }, true],
    ['isPrivate', { confidential: true }, true],
    ['isEmergency', {}, false],
    ['isEmergency', { part: 'emergency' }, true],
    ['isAssist', {}, false],
    ['isAssist', { part: 'assist' }, true],
    ['isHandedDown', {}, false],
    ['isHandedDown', { from: 'd' }, true],
    ['isHandedDown', { from: 'd', admission: { admitted: true, entry: 'e', reason: null } }, false],
    ['isHandedDown', { from: 'd', admission: { admitted: false, entry: null, reason: 'r' } }, true],
    ['hasReturns', {}, false],
    ['hasReturns', { returns: [returned] }, true],
    ['hasReturns', { returns: [returned], owned: true }, false],
    ['mayTransfer', {}, true],
    ['mayTransfer', { transfers: 1 }, true],
    ['mayTransfer', { transfers: 2 }, false],
    ['mayTransfer', { owned: true }, false],
    ['mayTransfer', { part: 'emergency' }, false],
    ['isProvisional', {}, false],
    ['isProvisional', { provisional: true }, true],
    ['timetableMade', {}, true],
    ['timetableMade', { limit: { amount: 15, unit: 'day', calendar: 'office' } }, true],
    ['timetableMade', { limit: { amount: 16, unit: 'day', calendar: 'office' } }, false],
    ['timetableMade', { limit: { amount: 90, unit: 'hour', calendar: 'always' } }, true],
    ['isSigned', {}, true],
    ['isSigned', { part: 'assist' }, false],
    ['isOrphaned', {}, false],
    ['isOrphaned', { orphaned: true }, true],
    ['wroteToResident', {}, false],
    ['wroteToResident', { contactReplies: 1 }, true],
  ] as const)('%s with %o is %s', (guard, change, holds) => {
    expect(taskGuards[guard]({ context: context(change as Partial<TaskContext>) })).toBe(holds);
  });
});

describe('guards over what is asked or told', () => {
  const stamp = { at, on: '2026-11-02', by: { kind: 'person', person: 'lin' } } as const;
  const act = (type: string, input: object): TaskEvent => ({ type, input, ...stamp }) as TaskEvent;
  const told = (type: string, payload: object): TaskEvent => ({ type, payload, ...stamp }) as TaskEvent;
  const day = (on: string): object => ({ what: 'x', on });
  const long = { limit: { amount: 60, unit: 'day', calendar: 'office' } } as const;

  test.each<[keyof typeof taskGuards, Partial<TaskContext>, TaskEvent, boolean]>([
    ['isAdmitted', {}, told('admission.checked', { admitted: true }), true],
    ['isAdmitted', {}, told('admission.checked', { admitted: false }), false],
    ['isAnotherUnit', {}, act('transfer', { unit: 'v' }), true],
    ['isAnotherUnit', {}, act('transfer', { unit: 'u' }), false],
    ['isAnotherUnit', {}, act('proposeTransfer', { unit: 'u' }), false],
    ['hasArbiter', {}, told('arbiter.found', { unit: 'a' }), true],
    ['hasArbiter', {}, told('arbiter.found', { unit: null }), false],
    ['isThisRound', { dispatches: 2 }, told('arbiter.found', { round: 2 }), true],
    ['isThisRound', { dispatches: 2 }, told('arbiter.found', { round: 1 }), false],
    ['isNamedHolder', {}, told('owner.named', { unit: 'u' }), true],
    ['isNamedHolder', {}, told('owner.named', { unit: 'v' }), false],
    ['isHolderGone', {}, told('unit.succeeded', { from: 'u' }), true],
    ['isHolderGone', {}, told('unit.succeeded', { from: 'v' }), false],
    ['hasSuccessor', {}, told('unit.succeeded', { to: 'v' }), true],
    ['hasSuccessor', {}, told('unit.succeeded', { to: null }), false],
    ['areDatesAhead', {}, act('setTimetable', { steps: [day('2026-11-02'), day('2026-11-02')] }), true],
    ['areDatesAhead', {}, act('setTimetable', { steps: [day('2026-11-01')] }), false],
    ['areDatesAhead', {}, act('setTimetable', { steps: [day('2026-11-05'), day('2026-11-04')] }), false],
    ['isReasonGiven', {}, act('setTimetable', { steps: [] }), true],
    ['isReasonGiven', long, act('setTimetable', { steps: [] }), false],
    ['isReasonGiven', long, act('setTimetable', { steps: [], reason: 'r' }), true],
    ['isStepOpen', {}, act('doneStep', { step: 1 }), false],
    ['isStepOpen', { timetable: [{ what: 'x', on: 'd', doneAt: null }] }, act('doneStep', { step: 1 }), true],
    ['isStepOpen', { timetable: [{ what: 'x', on: 'd', doneAt: at }] }, act('doneStep', { step: 1 }), false],
    ['isOpenNote', {}, act('progress', { open: true }), true],
    ['isOpenNote', {}, act('progress', { open: false }), false],
    ['holdShortEnough', {}, act('askHold', { days: 20 }), true],
    ['holdShortEnough', {}, act('askHold', { days: 21 }), false],
    ['extensionShortEnough', {}, act('askExtension', { days: 3 }), true],
    ['extensionShortEnough', {}, act('askExtension', { days: 4 }), false],
    ['isForDispatcher', {}, act('askExtension', { days: 3 }), true],
    ['isForDispatcher', { extensions: 1 }, act('askExtension', { days: 1 }), false],
    ['evidenceEnough', {}, act('finish', { evidence: ['f'] }), true],
    ['evidenceEnough', {}, act('finish', { evidence: [] }), false],
  ])('%s with %o on %o is %s', (...[guard, change, event, holds]) => {
    expect(taskGuards[guard]({ context: context(change), event })).toBe(holds);
  });
});
