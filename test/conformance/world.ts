import {
  abilities,
  start,
  step,
  type EngineEvent,
  type Json,
  type JsonObject,
  type Outcome,
  type Registered,
  type StepContext,
  type Stored,
} from '#libs/engine';

import { examplesOf } from './examples.js';

/** A case on its way through a test, together with what the outside would know. */
export interface World {
  registered: Registered;
  policy: JsonObject;
  stored: Stored;
  minute: number;
}

const EPOCH = Date.UTC(2026, 5, 8, 1);

/** Every minute of the test another minute, every 8 steps another day; two people act in turn. */
export function contextOf({ policy, minute }: Pick<World, 'policy' | 'minute'>): StepContext {
  const at = new Date(EPOCH + minute * 3_600_000 * 3).toISOString();
  return { at, on: at.slice(0, 10), by: { kind: 'person', person: minute % 2 === 0 ? 'p1' : 'p2' }, policy };
}

export function begin(registered: Registered, policy: JsonObject, input: JsonObject): World {
  const ctx = { ...contextOf({ policy, minute: 0 }), caseId: 'case-1', policyVersion: 'preset@1' };
  const outcome = start(registered, input, ctx);
  if (outcome.kind !== 'stepped') throw new Error(`${registered.workflow.name} did not start`);
  return { registered, policy, stored: outcome.stored, minute: 0 };
}

const copies = new WeakMap<Stored, Stored>();

/** A copy that went through JSON, as storage would. All events of a place are tried on the same one: it cannot be written to. */
function readBack(stored: Stored): Stored {
  const known = copies.get(stored);
  if (known !== undefined) return known;
  const copy = JSON.parse(JSON.stringify(stored), (_key, value: unknown) => Object.freeze(value)) as Stored;
  copies.set(stored, copy);
  return copy;
}

/** One step on a copy that went through JSON. */
export function send(world: World, event: EngineEvent): { world: World; outcome: Outcome } {
  const minute = world.minute + 1;
  const outcome = step(world.registered, readBack(world.stored), {
    event,
    ...contextOf({ policy: world.policy, minute }),
  });
  const after = outcome.kind === 'stepped' ? outcome.stored : world.stored;
  return { world: { ...world, stored: after, minute }, outcome };
}

const cache = new WeakMap<object, Json[]>();

function cachedExamples(schema: Parameters<typeof examplesOf>[0]): Json[] {
  const known = cache.get(schema) ?? examplesOf(schema);
  cache.set(schema, known);
  return known;
}

/** The events that could happen to a case now: possible acts with every kind of input, clocks, ends of children, told events. */
export function eventsOf(world: World): EngineEvent[] {
  const { registered, stored } = world;
  const { acts, receives, children } = registered.workflow;
  const ctx = contextOf(world);
  return [
    ...abilities(registered, stored, ctx).flatMap((act) =>
      cachedExamples(acts[act]?.input as never).map((input) => ({
        kind: 'act' as const,
        act,
        input: input as JsonObject,
      })),
    ),
    ...Object.entries(stored.clocks)
      .filter(([, clock]) => !clock.due && clock.state === 'running')
      .map(([clock, { token }]) => ({ kind: 'clock' as const, clock, token })),
    ...Object.entries(stored.children).flatMap(([child, { token, workflow }]) => [
      ...cachedExamples(children[workflow]?.output as never).map((output) => ({
        kind: 'childDone' as const,
        child,
        token,
        output,
      })),
      { kind: 'childFailed' as const, child, token, error: 'it broke' },
    ]),
    ...(stored.status === 'active' ? [{ kind: 'cancel' as const, reason: 'text-1' }] : []),
    ...Object.entries(receives).flatMap(([type, schema]) =>
      cachedExamples(schema).map((payload) => ({
        kind: 'told' as const,
        event: { type, payload: payload as JsonObject },
      })),
    ),
  ];
}

/** Inputs a case of the workflow may start with. */
export function startInputs(registered: Registered): JsonObject[] {
  return cachedExamples(registered.workflow.contract.input) as JsonObject[];
}

/** The path of a state node from the top, whatever id it was given. */
export function pathOf({ workflow }: Registered, node: Registered['nodes'][number]): string {
  return [workflow.name, ...node.path].join('.');
}

/** Paths of the active states by walking the state value, so that a check does not use the code it checks. */
export function activePaths({ workflow }: Registered, value: Stored['value']): Set<string> {
  const paths = new Set<string>([workflow.name]);
  const walk = (prefix: string, part: Stored['value'] | undefined): void => {
    if (part === undefined) return;
    const below = typeof part === 'string' ? { [part]: undefined } : part;
    for (const [key, inner] of Object.entries(below)) {
      paths.add(`${prefix}.${key}`);
      walk(`${prefix}.${key}`, inner);
    }
  };
  walk(workflow.name, value);
  return paths;
}
