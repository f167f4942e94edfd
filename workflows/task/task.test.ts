import { describe, expect, test } from '@jest/globals';

import type { JsonObject } from '#libs/engine';
import { CaseWalk } from '#libs/testing/walk';

import { taskWorkflow } from './index.js';

const ORDER = {
  issue: 'issue-1',
  unit: 'dept-water',
  place: 'building-1',
  title: 'text-title',
  instruction: 'text-instruction',
  part: 'lead',
  limit: null,
  confidential: false,
  round: 1,
};

const dispatched = (order: JsonObject = {}, policy: JsonObject = {}): CaseWalk =>
  CaseWalk.start(taskWorkflow, { input: { ...ORDER, ...order }, policy });
const working = (order: JsonObject = {}, policy: JsonObject = {}): CaseWalk => dispatched(order, policy).act('accept', {}, 'lin');
const FINISHED = { answer: 'text-answer', evidence: ['file-1'] };
const handedIn = (order: JsonObject = {}): CaseWalk => working(order).act('finish', FINISHED, 'lin');
const RETURN = { ground: 'not_our_duty', reason: 'text-reason', basis: 'text-basis' };

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
    });
    expect(walk.context.verifiedBy).toBe('sun');
  });
});

export { RETURN };
