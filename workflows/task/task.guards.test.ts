import { describe, expect, test } from '@jest/globals';

import { initialTask, type TaskContext } from './task.context.js';
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
    ['isFirstExtension', {}, true],
    ['isFirstExtension', { extensions: 1 }, false],
    ['notOverdue', {}, true],
    ['notOverdue', { overdue: true }, false],
    ['redosLeft', { redoCount: 1 }, true],
    ['redosLeft', { redoCount: 2 }, false],
    ['isPrivate', {}, false],
    ['isPrivate', { part: 'errand' }, true],
    ['isPrivate', { confidential: true }, true],
  ] as const)('%s with %o is %s', (guard, change, holds) => {
    expect(taskGuards[guard]({ context: context(change as Partial<TaskContext>) })).toBe(holds);
  });
});
