import { describe, expect, test } from '@jest/globals';
import { initialTransition, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';

import { abilities, type EngineEvent, type JsonObject, type Registered } from '#libs/engine';

import { begin, contextOf, eventsOf, send, startInputs, type World } from './world.js';
import { allWorkflows } from './workflows.js';

/** The engine seen as actor logic, so that xstate/graph can walk stored cases. */
type Snapshot = World & { status: 'active' | 'done'; output: undefined; error: undefined };
type WalkEvent = { type: string; event: EngineEvent };

const asSnapshot = (world: World): Snapshot => ({
  ...world,
  status: world.stored.status === 'active' ? 'active' : 'done',
  output: undefined,
  error: undefined,
});

function logicOf(initial: World): unknown {
  return {
    getInitialSnapshot: () => asSnapshot(initial),
    transition: (snapshot: Snapshot, { event }: WalkEvent) => asSnapshot(send(snapshot, event).world),
    getPersistedSnapshot: (snapshot: Snapshot) => snapshot,
    restoreSnapshot: (snapshot: Snapshot) => snapshot,
  };
}

/**
 * Two worlds are the same place when the same states are active, the same acts are possible, the same clocks and children run
 * and the counters of rounds (up to three) stand alike.
 */
function placeOf({ registered, policy, stored, minute }: Snapshot): string {
  const acts = abilities(registered, stored, contextOf({ policy, minute }));
  const counters = Object.values(stored.context).filter((value) => typeof value === 'number' && value <= 3);
  const children = Object.values(stored.children).map(({ workflow }) => workflow);
  return JSON.stringify([stored.value, stored.status, acts, Object.keys(stored.clocks), children, counters]);
}

/** A state that is left in the same step it is entered in never shows in a stored case. */
function isTransient({ always }: Registered['nodes'][number]): boolean {
  return (always ?? []).some(({ guard }) => guard === undefined);
}

interface WalkedPath {
  state: Snapshot;
  steps: { event: { type: string; event?: EngineEvent }; state: Snapshot }[];
}

/** Shortest paths to every place found by expanding at most `places` places. */
function pathsFrom(initial: World, places: number): WalkedPath[] {
  let left = places;
  const walk = getShortestPaths as unknown as (logic: unknown, options: unknown) => WalkedPath[];
  return walk(logicOf(initial), {
    events: (snapshot: Snapshot) => eventsOf(snapshot).map((event) => ({ type: JSON.stringify(event), event })),
    serializeState: placeOf,
    stopWhen: () => (left -= 1) < 0,
  });
}

/** Places expanded for one workflow, over all its starts. */
const MOST_PLACES = 800;
/** Paths walked once more without storage, over all starts. */
const MOST_PATHS = 300;

function nodesVisited(registered: Registered, paths: WalkedPath[]): Set<string> {
  return new Set(
    paths
      .flatMap(({ steps, state }) => [...steps.map((one) => one.state), state])
      .flatMap((at) => activeNodes(registered, at.stored.value)),
  );
}

function activeNodes(registered: Registered, value: unknown, prefix = registered.workflow.name): string[] {
  if (typeof value === 'string') return [prefix, `${prefix}.${value}`];
  return Object.entries(value as object).flatMap(([key, part]) => [
    prefix,
    `${prefix}.${key}`,
    ...activeNodes(registered, part, `${prefix}.${key}`),
  ]);
}

describe.each(allWorkflows.map((registered) => [registered.workflow.name, registered] as const))(
  '%s',
  (_name, registered) => {
    const { presets } = registered.workflow.policy;
    const inputs = startInputs(registered);
    const worlds = Object.values(presets).flatMap((policy) =>
      inputs.slice(0, 12).map((input) => ({ input, world: begin(registered, policy, input) })),
    );
    const share = Math.ceil(MOST_PLACES / worlds.length);
    const walked = worlds.map((each) => ({ ...each, paths: pathsFrom(each.world, share) }));

    test('walking every event from every place reaches every state of the chart', () => {
      const visited = new Set(walked.flatMap(({ paths }) => [...nodesVisited(registered, paths)]));
      const expected = registered.nodes
        .filter((node) => node.type !== 'history' && !isTransient(node))
        .map(({ id }) => id);
      expect(expected.filter((id) => !visited.has(id))).toEqual([]);
    });

    test('a stored case is where XState itself would be, at the end of every path', () => {
      for (const { input, world, paths } of walked) {
        for (const { steps, state } of paths.slice(0, Math.ceil(MOST_PATHS / worlds.length))) {
          const events = steps.flatMap(({ event }) => (event.event === undefined ? [] : [event.event]));
          expect(state.stored.value).toEqual(valueWithoutStorage(world, input, events));
        }
      }
    });
  },
);

/** Walks the bare chart in one piece, without ever storing it. */
function valueWithoutStorage({ registered, policy, stored }: World, input: JsonObject, events: EngineEvent[]): unknown {
  const { machine } = registered.workflow;
  const stamp = (minute: number): object => contextOf({ policy, minute });
  let [snapshot] = initialTransition(machine, { ...input, ...stamp(0), case: 'case-1' });
  let world: World = { registered, policy, stored, minute: 0 };
  for (const event of events) {
    const type = chartType(world, event);
    const minute = world.minute + 1;
    if (type !== undefined) {
      const { policy: _policy, ...stamped } = contextOf({ policy, minute });
      [snapshot] = transition(machine, snapshot, { ...chartDetail(event), type, ...stamped });
    }
    world = send(world, event).world;
  }
  return (snapshot as { value: unknown }).value;
}

function chartType({ registered, stored }: World, event: EngineEvent): string | undefined {
  switch (event.kind) {
    case 'act':
      return event.act;
    case 'told':
      return event.event.type;
    case 'clock':
      return registered.clocks.get(event.clock)?.eventType;
    case 'childDone':
    case 'childFailed': {
      const end = event.kind === 'childDone' ? 'done' : 'failed';
      const child = stored.children[event.child];
      if (child?.invoked !== true) return `${end}.${String(child?.workflow)}`;
      return end === 'done' ? `xstate.done.actor.${event.child}` : `xstate.error.actor.${event.child}`;
    }
    default:
      return undefined;
  }
}

function chartDetail(event: EngineEvent): object {
  switch (event.kind) {
    case 'act':
      return { input: event.input };
    case 'told':
      return { payload: event.event.payload };
    case 'childDone':
      return { child: event.child, actorId: event.child, output: event.output };
    case 'childFailed':
      return { child: event.child, actorId: event.child, error: event.error };
    default:
      return {};
  }
}
