import { describe, expect, test } from '@jest/globals';
import { setup, type AnyStateMachine } from 'xstate';
import { z } from 'zod';

import { childOf } from './declare.js';
import { lintWorkflow, type LINT_RULES } from './lint.js';
import { registerWorkflow } from './registration.js';
import { repairPolicyWords, repairWorkflow, visitContract } from './testing/repair.fixture.js';
import type { Workflow } from './vocabulary.js';

type Loose = Record<string, unknown>;
const anySetup = setup as unknown as (options: Loose) => { createMachine: (config: Loose) => AnyStateMachine };
const words = { zh: '字', en: 'words' };
const meta = { label: words };
const described = { description: 'words', meta };
const act = { label: words, help: words, input: z.strictObject({}), who: [{ role: 'resident' }] };

function chart(states: Loose, more: Partial<Workflow> = {}): Workflow {
  const machine = anySetup({
    delays: { soon: 1 },
    actors: { visit: childOf(visitContract) },
    actions: { countRound: () => undefined },
  }).createMachine({
    id: 'tiny',
    context: {},
    initial: 'a',
    on: { cancelled: '.end' },
    states: { ...states, end: { type: 'final', ...described } },
  });
  return {
    ...repairWorkflow,
    name: 'tiny',
    texts: { ...repairWorkflow.texts, fields: { policy: repairPolicyWords } },
    machine,
    contract: { workflow: 'tiny', input: z.strictObject({}), output: z.any() },
    acts: { go: act },
    receives: {},
    guards: {},
    effects: { countRound: z.any() },
    clocks: { soon: { label: words, duration: () => ({ amount: 1, unit: 'day', calendar: 'office' }) } },
    children: { visit: visitContract },
    ...more,
  };
}

function broken(workflow: Workflow): [keyof typeof LINT_RULES, string][] {
  return lintWorkflow(registerWorkflow(workflow)).map(({ rule, place }) => [rule as keyof typeof LINT_RULES, place]);
}

const timed = { ...described, on: { go: 'end' }, after: { soon: 'end' } };

describe('the linter of workflows', () => {
  test('a well-made chart passes', () => {
    expect(broken(chart({ a: timed }))).toEqual([]);
    expect(broken(repairWorkflow)).toEqual([]);
  });

  test('every state can be reached', () => {
    expect(broken(chart({ a: timed, lost: timed }))).toEqual([['every state can be reached', 'tiny.lost']]);
  });

  test('only final states are dead ends', () => {
    const dead = { ...described, meta: { ...meta, openEnded: 'why' } };
    expect(broken(chart({ a: { ...timed, on: { go: 'dead' } }, dead }))).toEqual([
      ['only final states are dead ends', 'tiny.dead'],
    ]);
  });

  test('every waiting state has a clock or says why it is open-ended', () => {
    const waiting = { ...described, on: { go: 'b' } };
    const rule = 'every waiting state has a clock or says why it is open-ended';
    expect(broken(chart({ a: waiting, b: timed }))).toEqual([[rule, 'tiny.a']]);
    expect(broken(chart({ a: { ...waiting, meta: { ...meta, openEnded: 'season' } }, b: timed }))).toEqual([]);
  });

  test('what a state awaits is declared and possible there', () => {
    const awaiting = (awaits: unknown): Workflow => chart({ a: { ...timed, meta: { ...meta, awaits } } });
    const who = [{ role: 'resident' }];
    const rule = 'what a state awaits is declared and possible there';
    expect(broken(awaiting([{ who, acts: ['go'], clock: 'soon' }]))).toEqual([]);
    expect(broken(awaiting([{ who, acts: ['run'] }]))).toEqual([[rule, 'tiny.a']]);
    expect(broken(awaiting([{ who: [], acts: ['go'] }]))).toEqual([[rule, 'tiny.a']]);
    expect(broken(awaiting([{ who, acts: ['go'], clock: 'later' }]))).toEqual([[rule, 'tiny.a']]);
  });

  test('every act says who may do it', () => {
    expect(broken(chart({ a: timed }, { acts: { go: { ...act, who: [{}] } } }))).toEqual([
      ['every act says who may do it', 'go'],
    ]);
  });

  test('labels are complete in Chinese and English', () => {
    expect(broken(chart({ a: { ...timed, meta: { label: { zh: '字', en: ' ' } } } }))).toEqual([
      ['labels are complete in Chinese and English', 'tiny.a'],
    ]);
    expect(broken(chart({ a: timed }, { acts: { go: { ...act, help: { zh: '', en: 'x' } } } }))).toEqual([
      ['labels are complete in Chinese and English', 'act go help'],
    ]);
  });

  test('states are described in words', () => {
    const { description: _omitted, ...silent } = timed;
    expect(broken(chart({ a: silent }))).toEqual([['states and told events are described in words', 'tiny.a']]);
  });

  test('charts refer to names only', () => {
    const inline = { ...timed, entry: { type: 'countRound', params: () => ({}) } };
    expect(broken(chart({ a: inline }))).toEqual([['charts refer to names only', 'tiny.a']]);
  });

  test('every rework loop is counted', () => {
    const back = (actions: string[]): Workflow =>
      chart({ a: { ...timed, on: { go: 'b' } }, b: { ...timed, on: { go: { target: 'a', actions } } } });
    expect(broken(back([]))).toEqual([['every rework loop is counted', 'tiny.b']]);
    expect(broken(back(['countRound']))).toEqual([]);
  });

  test('an invoked child that fails has a way on', () => {
    const invoking = { ...timed, invoke: { src: 'visit', id: 'v', onDone: 'end' } };
    expect(broken(chart({ a: invoking }))).toEqual([['an invoked child that fails has a way on', 'tiny.a']]);
  });
});
