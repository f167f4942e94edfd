import type { JsonObject } from '#libs/engine';
import { CaseWalk } from '#libs/testing/walk';

import { taskWorkflow } from './index.js';

export const ORDER = {
  issue: 'issue-1',
  unit: 'dept-water',
  place: 'building-1',
  title: 'text-title',
  instruction: 'text-instruction',
  part: 'lead',
  limit: null,
  confidential: false,
  round: 1,
  origin: 'issue',
  matter: 'leak',
  contact: 'community-1',
  lead: null,
  from: null,
};
export const FINISHED = { answer: 'text-answer', evidence: ['file-1'] };
export const RETURN = { ground: 'not_our_duty', reason: 'text-reason', basis: 'text-basis' };
export const HOLD = { ground: 'weather', reason: 'text-rain', days: 5, evidence: [] };
export const MORE_TIME = { reason: 'text-parts', days: 3 };
export const IMPOSSIBLE = { reason: 'text-final-answer', evidence: ['file-law'] };
export const PLAN = {
  steps: [
    { what: 'text-dig', on: '2026-11-20' },
    { what: 'text-fill', on: '2026-12-01' },
  ],
};

/** A task that was dispatched a moment ago. */
export function dispatched(order: JsonObject = {}, policy: JsonObject = {}): CaseWalk {
  return CaseWalk.start(taskWorkflow, { input: { ...ORDER, ...order }, policy });
}
export const working = (order: JsonObject = {}, policy: JsonObject = {}): CaseWalk =>
  dispatched(order, policy).act('accept', {}, 'lin');
/** Handed in; where a leader signs the answer, signed. */
export function handedIn(order: JsonObject = {}): CaseWalk {
  const walk = working(order);
  return finished(walk);
}
export function finished(walk: CaseWalk, work: JsonObject = FINISHED): CaseWalk {
  walk.act('finish', work, 'lin');
  return walk.abilities.includes('signAnswer') ? walk.act('signAnswer', {}, 'leader') : walk;
}
export const inArbitration = (): CaseWalk =>
  dispatched().act('returnTask', RETURN).act('reassign', { unit: 'dept-roads' }).act('returnTask', RETURN);
export const refusals = (walk: CaseWalk, act: string, input: JsonObject = {}): string[] =>
  walk.refused(act, input).because.map(({ guard }) => guard);
/** The duration a clock was armed with in the last step. */
export const dueOf = (walk: CaseWalk, clock: string): unknown =>
  walk.effects.flatMap((effect) => (effect.kind === 'arm' && effect.name === clock ? [effect.duration] : []))[0];
