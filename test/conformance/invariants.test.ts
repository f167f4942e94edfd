import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  abilities,
  awaits,
  lintWorkflow,
  type Effect,
  type EngineEvent,
  type JsonObject,
  type Stored,
} from '#libs/engine';

import { arbitraryOf } from './examples.js';
import { activePaths, begin, contextOf, eventsOf, pathOf, send, startInputs, type World } from './world.js';
import { allWorkflows } from './workflows.js';

/** What happens next, chosen without knowing the case: mostly something possible, sometimes something forged, late or wild. */
type Choice = { pick: number; wild: 'none' | 'act' | 'staleClock' | 'staleChild' | 'forged' | 'rung' };

const choices = fc.array(
  fc.record({
    pick: fc.nat(1_000_000),
    wild: fc.constantFrom<Choice['wild']>(
      'none',
      'none',
      'none',
      'none',
      'act',
      'staleClock',
      'staleChild',
      'forged',
      'rung',
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

function eventOf(world: World, { pick, wild }: Choice, inputs: Map<string, JsonObject[]>): EngineEvent {
  const { stored, registered } = world;
  const acts = Object.keys(registered.workflow.acts);
  const act = acts[pick % acts.length] ?? '';
  const [clock] = Object.entries(stored.clocks);
  switch (wild) {
    case 'act': {
      const known = inputs.get(act) ?? [];
      return { kind: 'act', act, input: known[pick % known.length] ?? {} };
    }
    case 'staleClock':
      return { kind: 'clock', clock: clock?.[0] ?? 'none', token: 'old' };
    case 'staleChild':
      return { kind: 'childDone', child: Object.keys(stored.children)[0] ?? 'none', token: 'old', output: null };
    case 'forged':
      return { kind: 'act', act: 'xstate.stop', input: {} };
    case 'rung': {
      const rungs = clock
        ? (registered.workflow.clocks[clock[1].name]?.rungs?.(
            { ...stored.context, policy: world.policy },
            world.policy,
          ) ?? [])
        : [];
      return {
        kind: 'rung',
        clock: clock?.[0] ?? 'none',
        token: clock?.[1].token ?? '',
        rung: rungs[pick % (rungs.length || 1)]?.name ?? 'none',
      };
    }
    case 'none': {
      const possible = eventsOf(world);
      return possible[pick % (possible.length || 1)] ?? { kind: 'cancel', reason: 'text-1' };
    }
  }
}

function assertInvariants(world: World): void {
  const { registered, stored } = world;
  expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
  const ctx = contextOf(world);
  const acts = abilities(registered, stored, ctx);
  const waiting = awaits(registered, stored, ctx);
  expect(waiting.flatMap((each) => each.acts).filter((act) => !acts.includes(act))).toEqual([]);
  const active = stored.status === 'active' ? activePaths(registered, stored.value) : new Set<string>();
  const activeNodes = registered.nodes.filter((node) => active.has(pathOf(registered, node)));
  const activeIds = activeNodes.map(({ id }) => id);
  const expected = [...registered.clocks.values()].filter(({ node }) => activeIds.includes(node)).map(({ id }) => id);
  expect(Object.keys(stored.clocks).sort()).toEqual(expected.sort());
  const invoked = activeNodes.flatMap(({ invoke }) => invoke.map(({ id }) => id));
  expect(Object.entries(stored.children).filter(([id, child]) => child.invoked && !invoked.includes(id))).toEqual([]);
  if (stored.status !== 'active') expect(stored.children).toEqual({});
  const tokens = [...Object.values(stored.clocks), ...Object.values(stored.children)].map(({ token }) => token);
  expect(new Set(tokens).size).toBe(tokens.length);
  expect(Math.max(0, ...tokens.map(Number))).toBeLessThanOrEqual(stored.tokens);
  const context = { ...stored.context, policy: world.policy };
  expect(registered.workflow.summary(context, stored.value).unit).toEqual(expect.any(String));
  for (const party of registered.workflow.parties(context)) {
    expect([party.person, party.unit].filter((one) => one !== undefined)).toHaveLength(1);
  }
}

function assertEffects(before: Stored, after: Stored, effects: Effect[]): void {
  for (const effect of effects) {
    if (effect.kind === 'arm' || effect.kind === 'startChild')
      expect(Number(effect.token)).toBeGreaterThan(before.tokens);
    if (effect.kind === 'arm')
      expect(
        effects.some((other) => other.kind === 'disarm' && other.token === effect.token) ||
          effect.clock in after.clocks,
      ).toBe(true);
  }
}

describe.each(allWorkflows.map((registered) => [registered.workflow.name, registered] as const))(
  '%s',
  (_name, registered) => {
    test('is well made by the linter of workflows', () => {
      expect(lintWorkflow(registered)).toEqual([]);
    });

    test('keeps the invariants of the engine whatever happens to it, stored and restored between any two steps', () => {
      const presets = Object.values(registered.workflow.policy.presets);
      const inputs = new Map(
        Object.entries(registered.workflow.acts).map(([act, { input }]) => [
          act,
          fc.sample(arbitraryOf(input), 20) as JsonObject[],
        ]),
      );
      const starts = startInputs(registered);
      fc.assert(
        fc.property(fc.nat(10_000), choices, (seed, script) => {
          const policy = presets[seed % presets.length] ?? {};
          let world = begin(registered, policy, starts[seed % starts.length] ?? {});
          assertInvariants(world);
          for (const choice of script) {
            const event = eventOf(world, choice, inputs);
            const { world: next, outcome } = send(world, event);
            expect(send(world, event).outcome).toEqual(outcome);
            if (outcome.kind === 'stepped') assertEffects(world.stored, outcome.stored, outcome.effects);
            else expect(next.stored).toBe(world.stored);
            world = next;
            assertInvariants(world);
          }
          const cancelled = send(world, { kind: 'cancel', reason: 'text-1' });
          const ended = world.stored.status === 'active' ? 'cancelled' : world.stored.status;
          expect(cancelled.world.stored.status).toBe(ended);
          expect(cancelled.world.stored.clocks).toEqual({});
          expect(cancelled.world.stored.children).toEqual({});
        }),
        { numRuns: 150 },
      );
    });
  },
);
