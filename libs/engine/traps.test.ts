import { describe, expect, test } from '@jest/globals';
import {
  and,
  assign,
  emit,
  log,
  not,
  or,
  raise,
  sendTo,
  setup,
  spawnChild,
  stateIn,
  type AnyStateMachine,
} from 'xstate';
import { z } from 'zod';

import { abilities } from './abilities.js';
import { childOf, effect } from './declare.js';
import { EngineFault, RegistrationError } from './faults.js';
import { registerWorkflow } from './registration.js';
import { start, step } from './step.js';
import { repairPolicyWords, repairWorkflow, visitContract } from './testing/repair.fixture.js';
import { at, copy, Walk } from './testing/walk.js';
import type { Outcome, Stored, Workflow } from './vocabulary.js';

/** A machine config of any shape: these tests write what the types of XState would forbid. */
type Loose = Record<string, unknown>;
const anySetup = setup as unknown as (options: Loose) => { createMachine: (config: Loose) => AnyStateMachine };

const nothing = z.strictObject({});
const words = { zh: '字', en: 'words' };

/** A workflow around a chart of two acts (`go`, `back`) and whatever the test adds. */
function tiny(config: Loose, options: Loose = {}, more: Partial<Workflow> = {}): Workflow {
  const machine = anySetup(options).createMachine({
    id: 'tiny',
    context: ({ input }: { input: { policy: unknown } }) => ({ policy: input.policy }),
    initial: 'a',
    on: { cancelled: '.end' },
    ...config,
    states: { end: { type: 'final' }, ...(config.states as Loose) },
  });
  const act = { label: words, help: words, input: nothing, who: [{ role: 'resident' }] };
  return {
    ...repairWorkflow,
    name: 'tiny',
    texts: { ...repairWorkflow.texts, fields: { policy: repairPolicyWords } },
    machine,
    contract: { workflow: 'tiny', input: nothing, output: z.any() },
    acts: { go: act, back: act },
    receives: {},
    guards: {},
    clocks: {},
    effects: {},
    children: {},
    ...more,
  };
}

const two = { a: { on: { go: 'b' } }, b: { on: { back: 'a' } } };

function problemsOf(workflow: Workflow): string[] {
  try {
    registerWorkflow(workflow);
    return [];
  } catch (error) {
    if (!(error instanceof RegistrationError)) throw error;
    return error.problems.map(({ file, place, problem }) => `${file} ${place}: ${problem}`);
  }
}

function started(workflow: Workflow): Stored {
  const outcome = start(registerWorkflow(workflow), {}, { ...at(0), caseId: 'c', policyVersion: 'p' });
  if (outcome.kind !== 'stepped') throw new Error('did not start');
  return outcome.stored;
}

function go(workflow: Workflow, stored = started(workflow)): Outcome {
  return step(registerWorkflow(workflow), stored, { event: { kind: 'act', act: 'go', input: {} }, ...at(1) });
}

const clock = { label: words, duration: () => ({ amount: 1, unit: 'workingDay', calendar: 'office' }) as const };
const where = 'workflows/tiny/tiny.machine.ts';

describe('a workflow that would fall into a trap of XState is refused at registration, with file, state and remedy', () => {
  test('a sound one is registered', () => {
    expect(problemsOf(tiny({ states: two }))).toEqual([]);
    expect(problemsOf(repairWorkflow)).toEqual([]);
  });

  test('an unresolved delay name would fire at once', () => {
    const states = { ...two, b: { on: { back: 'a' }, after: { soon: 'a' } } };
    expect(problemsOf(tiny({ states }))).toEqual([`${where} tiny.b: delay "soon" is no declared clock`]);
    expect(problemsOf(tiny({ states }, {}, { clocks: { soon: clock } }))).toEqual([
      `${where} tiny.b: delay "soon" would be resolved by XState`,
    ]);
    expect(problemsOf(tiny({ states }, { delays: { soon: 1 } }, { clocks: { soon: clock } }))).toEqual([]);
  });

  test("a real delay, which XState's clock would fire at once beyond 24.8 days", () => {
    const states = { ...two, b: { on: { back: 'a' }, after: { 3_000_000_000: 'a' } } };
    expect(problemsOf(tiny({ states }))).toEqual([`${where} tiny.b: the delay 3000000000 is a number`]);
  });

  test('a missing action passes silently', () => {
    const states = { ...two, a: { on: { go: { target: 'b', actions: 'missing' } } } };
    expect(problemsOf(tiny({ states }))).toEqual([`${where} tiny.a: action "missing" has no implementation`]);
  });

  test('an action that is no declared effect would be lost', () => {
    const states = { ...two, a: { on: { go: { target: 'b', actions: 'call' } } } };
    const options = { actions: { call: effect(nothing) } };
    expect(problemsOf(tiny({ states }, options))).toEqual([`${where} call: action "call" is no declared effect`]);
    expect(problemsOf(tiny({ states }, options, { effects: { call: nothing } }))).toEqual([]);
  });

  test('a missing actor passes silently', () => {
    const states = { ...two, b: { on: { back: 'a' }, invoke: { src: 'visit', id: 'v' } } };
    expect(problemsOf(tiny({ states }))).toEqual([`${where} tiny.b: "visit" is no declared child`]);
  });

  test('one child id in two regions would be completed by one end', () => {
    const invoke = { src: 'visit', id: 'v' };
    const regions = { type: 'parallel', on: { back: 'a' }, states: { x: { invoke }, y: { invoke } } };
    const workflow = tiny(
      { states: { ...two, b: regions } },
      { actors: { visit: childOf(visitContract) } },
      { children: { visit: visitContract } },
    );
    expect(problemsOf(workflow)).toEqual([`${where} tiny.b.y: child id "v" is also used by tiny.b.x`]);
  });

  test('an invoked child without an id gets a made-up one, a spawned one the key "undefined"', () => {
    const options = { actors: { visit: childOf(visitContract) } };
    const children = { visit: visitContract };
    const invoking = { ...two, b: { on: { back: 'a' }, invoke: { src: 'visit' } } };
    expect(problemsOf(tiny({ states: invoking }, options, { children }))).toEqual([
      `${where} tiny.b: an invoked child without an id`,
    ]);
    const spawning = { ...two, a: { on: { go: { target: 'b', actions: spawnChild('visit' as never) } } } };
    expect(problemsOf(tiny({ states: spawning }, options, { children }))).toEqual([
      `${where} tiny.a: spawnChild without an id`,
    ]);
  });

  test('a wildcard would take forged engine events', () => {
    const states = { ...two, b: { on: { back: 'a', '*': 'a' } } };
    expect(problemsOf(tiny({ states }))[0]).toContain('tiny.b: event "*" is neither an act nor');
    expect(problemsOf(tiny({ states: { ...two, b: { on: { back: 'a', 'xstate.done.actor.*': 'a' } } } }))).toHaveLength(
      1,
    );
  });

  test('an inline guard or action has no name to declare', () => {
    const guarded = { ...two, a: { on: { go: { target: 'b', guard: () => true } } } };
    expect(problemsOf(tiny({ states: guarded }))).toEqual([`${where} tiny.a: an inline guard on "go"`]);
    const acting = { ...two, a: { on: { go: { target: 'b', actions: () => undefined } } } };
    expect(problemsOf(tiny({ states: acting }))).toEqual([`${where} tiny.a: an inline action`]);
  });

  test('sending to actors, emitting, logging and delayed raising reach no stored case', () => {
    const actions = [sendTo('x', { type: 'go' }), emit({ type: 'x' }), log('x'), raise({ type: 'go' }, { delay: 5 })];
    for (const action of actions) {
      const states = { ...two, a: { on: { go: { target: 'b', actions: action } } } };
      expect(problemsOf(tiny({ states }))).toHaveLength(1);
    }
  });

  test('a case that could not be cancelled', () => {
    expect(problemsOf(tiny({ states: two, on: {} }))).toEqual([`${where} tiny: the root does not handle "cancelled"`]);
    expect(problemsOf(tiny({ states: two, on: { cancelled: '.a' } }))).toHaveLength(1);
  });

  test('acts nobody takes, presets that do not fit, reserved names', () => {
    expect(problemsOf(tiny({ states: { a: { on: { go: 'a' } } } }))).toEqual([`${where} back: no state takes "back"`]);
    const policy = {
      schema: z.strictObject({ days: z.number(), maxRounds: z.number() }),
      presets: { usual: { days: 'x' } },
      default: 'usual',
    };
    expect(problemsOf(tiny({ states: two }, {}, { policy }))).toHaveLength(1);
    expect(problemsOf(tiny({ states: two }, {}, { policy: { ...policy, presets: {} } }))).toHaveLength(1);
    expect(problemsOf(tiny({ states: two }, {}, { effects: { remind: nothing } }))).toHaveLength(1);
    expect(problemsOf(tiny({ states: two, id: 'other' }))).toHaveLength(1);
  });

  test('the error names file, place, problem and remedy', () => {
    const states = { ...two, b: { on: { back: 'a' }, after: { soon: 'a' } } };
    expect(() => registerWorkflow(tiny({ states }))).toThrow(
      /workflows\/tiny\/tiny\.machine\.ts · tiny\.b: delay "soon" is no declared clock\. Declare it/,
    );
  });
});

describe('what XState does while stepping cannot harm a stored case', () => {
  test('an immediate raise is consumed inside the step and not armed', () => {
    const states = { a: { on: { go: { actions: raise({ type: 'back' }) }, back: 'b' } }, b: { on: { back: 'a' } } };
    expect(go(tiny({ states }))).toMatchObject({ kind: 'stepped', stored: { value: 'b' }, effects: [] });
  });

  test('an endless loop of eventless transitions is stopped', () => {
    const states = { ...two, b: { on: { back: 'a' }, always: 'c' }, c: { always: 'b' } };
    expect(() => go(tiny({ states }))).toThrow(/Infinite loop/);
  });

  test('spawn() inside an assign is refused, for nobody would hear of the child', () => {
    const spawning = assign({
      ref: ({ spawn }: { spawn: (src: never, options: object) => unknown }) => spawn('visit' as never, { id: 'x' }),
    });
    const workflow = tiny(
      { states: { ...two, a: { on: { go: { target: 'b', actions: 'spawning' } } } } },
      { actors: { visit: childOf(visitContract) }, actions: { spawning } },
      { children: { visit: visitContract } },
    );
    expect(() => go(workflow)).toThrow(EngineFault);
  });

  test('what JSON would lose is refused instead of stored', () => {
    for (const value of [new Date(0), new Map(), new Error('x'), Number.NaN, () => 1, 1n]) {
      const options = { actions: { keep: assign({ value: () => value }) } };
      const workflow = tiny({ states: { ...two, a: { on: { go: { target: 'b', actions: 'keep' } } } } }, options);
      expect(() => go(workflow)).toThrow(/context\.value is not/);
    }
  });

  test('a key with the value undefined is left out, as JSON does', () => {
    const options = { actions: { keep: assign({ value: () => undefined }) } };
    const outcome = go(tiny({ states: { ...two, a: { on: { go: { target: 'b', actions: 'keep' } } } } }, options));
    expect(outcome).toMatchObject({ kind: 'stepped', stored: { context: {} } });
  });

  test('the pinned policy is seen by the chart and never stored', () => {
    const isAllowed = ({ context }: { context: { policy: { days: number } } }): boolean => context.policy.days === 3;
    const workflow = tiny(
      { states: { ...two, a: { on: { go: { target: 'b', guard: 'isAllowed' } } } } },
      { guards: { isAllowed } },
      { guards: { isAllowed: { over: 'case', refusal: words } } },
    );
    expect(go(workflow)).toMatchObject({ kind: 'stepped' });
    expect(started(workflow).context).toEqual({});
  });

  test('a throw in a guard or an assign is a fault of the workflow, at the start and later', () => {
    const broken = (): never => {
      throw new Error('broken');
    };
    const guarded = tiny(
      { states: { ...two, a: { on: { go: { target: 'b', guard: 'broken' } } } } },
      { guards: { broken } },
      { guards: { broken: { over: 'input', refusal: words } } },
    );
    expect(() => go(guarded)).toThrow(EngineFault);
    const entering = tiny(
      { states: { ...two, a: { entry: 'broken', on: { go: 'b' } } } },
      { actions: { broken: assign(broken) } },
    );
    expect(() => started(entering)).toThrow('tiny cannot start');
  });

  test('an event without a transition is a refusal, not a silent nothing', () => {
    const workflow = tiny({ states: two });
    const outcome = step(registerWorkflow(workflow), started(workflow), {
      event: { kind: 'act', act: 'back', input: {} },
      ...at(1),
    });
    expect(outcome).toEqual({ kind: 'refused', refusal: { code: 'act.not_allowed', allowed: ['go'], because: [] } });
  });

  test('a payload that does not fit its effect is a fault', () => {
    const states = { ...two, a: { on: { go: { target: 'b', actions: { type: 'call', params: { to: 1 } } } } } };
    const payload = z.strictObject({ to: z.string() });
    const workflow = tiny({ states }, { actions: { call: effect(payload) } }, { effects: { call: payload } });
    expect(() => go(workflow)).toThrow(/payload of effect "call"/);
  });

  test('a duration without a sensible amount is a fault when the clock is armed', () => {
    for (const amount of [0, -1, 0.3, Number.NaN, 'null' as unknown as number]) {
      const clocks = { soon: { label: words, duration: () => ({ amount, unit: 'day', calendar: 'office' }) as const } };
      const states = { ...two, b: { on: { back: 'a' }, after: { soon: 'a' } } };
      expect(() => go(tiny({ states }, { delays: { soon: 1 } }, { clocks }))).toThrow(/positive multiple/);
    }
  });

  test('a stored case of another version is not stepped', () => {
    const workflow = tiny({ states: two });
    expect(() => go({ ...workflow, version: 2 }, started(workflow))).toThrow(/version 1 given to tiny version 2/);
  });
});

describe('abilities', () => {
  const refusal = words;
  const evaluated = (guard: unknown): string[] => {
    const guards = { yes: () => true, no: () => false, unknown: () => false };
    const workflow = tiny(
      { states: { ...two, a: { on: { go: { target: 'b', guard } } } } },
      { guards },
      {
        guards: {
          yes: { over: 'case', refusal },
          no: { over: 'case', refusal },
          unknown: { over: 'input', refusal },
        },
      },
    );
    return abilities(registerWorkflow(workflow), started(workflow), at(1));
  };

  test.each([
    ['a guard over the case that holds', 'yes', ['go']],
    ['a guard over the case that does not', 'no', []],
    ['a guard over an input that is not there yet', 'unknown', ['go']],
    ['not of a guard over the input', not('unknown'), ['go']],
    ['not of one that holds', not('yes'), []],
    ['and with one that does not hold', and(['unknown', 'no']), []],
    ['and of possible ones', and(['unknown', not('unknown')]), ['go']],
    ['or with one that holds', or(['no', 'yes']), ['go']],
    ['or of those that do not', or(['no', not('yes')]), []],
    ['or with a possible one', or(['no', 'unknown']), ['go']],
    ['being in a state', stateIn('#tiny.a'), ['go']],
    ['being in another state', stateIn('#tiny.b'), []],
  ])('%s', (_rule, guard, expected) => {
    expect(evaluated(guard)).toEqual(expected);
  });

  test('reading abilities changes nothing', () => {
    const walk = new Walk();
    const before = copy(walk.stored);
    abilities(walk.registered, walk.stored, walk.context());
    expect(walk.stored).toEqual(before);
  });
});
