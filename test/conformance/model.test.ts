import { beforeAll, describe, expect, test } from '@jest/globals';
import { initialTransition, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';

import {
  abilities,
  actsByState,
  stateLabels,
  type EngineEvent,
  type Json,
  type JsonObject,
  type Registered,
} from '#libs/engine';

import { HEAD_STARTS, headStart, USUAL_STARTS } from './starts.js';
import { activePaths, begin, contextOf, eventsOf, pathOf, send, startInputs, type World } from './world.js';
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

/** Two worlds are the same place when the same states are active, the same acts are possible and the same clocks and children run. */
function placeOf({ registered, policy, stored, minute }: Snapshot): string {
  const acts = abilities(registered, stored, contextOf({ policy, minute }));
  const children = Object.values(stored.children).map(({ workflow }) => workflow);
  return JSON.stringify([stored.value, stored.status, acts, Object.keys(stored.clocks), children]);
}

/** The same, and counters and lists (up to three) stand alike. */
function placeAndRounds(snapshot: Snapshot): string {
  return JSON.stringify([placeOf(snapshot), Object.values(snapshot.stored.context).flatMap(smallNumbers)]);
}

/** Numbers and lengths of lists, up to three. */
function smallNumbers(value: Json): number[] {
  if (typeof value === 'number') return value <= 3 ? [value] : [];
  if (Array.isArray(value)) return [Math.min(value.length, 3)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(smallNumbers) : [];
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
function pathsFrom(initial: World, places: number, serializeState = placeOf): WalkedPath[] {
  let left = places;
  const walk = getShortestPaths as unknown as (logic: unknown, options: unknown) => WalkedPath[];
  return walk(logicOf(initial), {
    events: (snapshot: Snapshot) => fewOfEach(snapshot).map((event) => ({ type: JSON.stringify(event), event })),
    serializeState,
    stopWhen: () => (left -= 1) < 0,
  });
}

/** A start of a workflow with one of its inputs under one of its presets. */
interface Start {
  input: JsonObject;
  world: World;
}

/** At most three of the examples of each event, other ones at other depths, so that the walk goes deep rather than wide. */
function fewOfEach(world: World): EngineEvent[] {
  const byName = Map.groupBy(
    eventsOf(world),
    (event) => `${event.kind} ${'act' in event ? event.act : 'event' in event ? event.event.type : ''}`,
  );
  return [...byName.values()]
    .flatMap((alike) => alike.map((_, index) => alike[(index + world.minute * 3) % alike.length]).slice(0, 3))
    .filter((event) => event !== undefined);
}

/** Places expanded for one workflow, over all its starts. */
const MOST_PLACES = 1_500;
/** Paths walked once more without storage, over all starts. */
const MOST_PATHS = 300;
const MOST_PRESETS = 8;
const WALKS = 60;
const WALK_LENGTH = 30;

/** States behind several rounds or an agreement of several cases; the tests in the workflow's folder walk into them by name. */
const BEYOND_THE_WALK = [
  // whoever appeals and two others: the walk has two people
  'exclusion.excluded',
  // nobody comes, twice
  'joint-meeting.kept',
  'covenant.adopting.balloting',
  'covenant.undecided',
  'covenant.filing',
  'issue.open.course.deliberate.rejected',
  'issue.open.course.deliberate.scheduled',
  'issue.open.course.deliberate.provisional',
  'issue.open.course.deliberate.noticed',
  'issue.open.course.deliberate.rejected.unexplained',
  'issue.open.course.deliberate.rejected.explained',
  'issue.open.course.review.supervised',
  'issue.rejected',
  'task.withDoer.handling.active.furtherExtensionAsked',
];

/** One active case for each combination of states the graph walk found, the deepest first. */
function deepEnds(walked: { paths: WalkedPath[] }[]): Snapshot[] {
  const ends = walked
    .flatMap(({ paths }) => paths)
    .filter(({ state }) => state.status === 'active')
    .toSorted((a, b) => a.steps.length - b.steps.length);
  return [...new Map(ends.map(({ state }) => [JSON.stringify(state.stored.value), state])).values()].toReversed();
}

/**
 * Long walks towards what has been seen least. The graph walk keeps one case per place, so it misses what only several people
 * together or a third round reach; these walks find it.
 */
function longWalks(starts: World[]): Snapshot[] {
  const visits = new Map<string, number>();
  const seen: Snapshot[] = [];
  for (let walk = 0; walk < WALKS; walk += 1) {
    let world = starts[walk % starts.length];
    for (let length = 0; length < WALK_LENGTH && world?.stored.status === 'active'; length += 1) {
      const next = fewOfEach({ ...world, minute: world.minute + walk })
        .map((event) => asSnapshot(send(world as World, event).world))
        .map((snapshot) => ({ snapshot, place: placeAndRounds(snapshot) }))
        .toSorted((a, b) => (visits.get(a.place) ?? 0) - (visits.get(b.place) ?? 0));
      const freshest = next[0];
      if (freshest === undefined) break;
      visits.set(freshest.place, (visits.get(freshest.place) ?? 0) + 1);
      seen.push(freshest.snapshot);
      world = freshest.snapshot;
    }
  }
  return seen;
}

describe.each(allWorkflows.map((registered) => [registered.workflow.name, registered] as const))(
  '%s',
  (_name, registered) => {
    const { presets } = registered.workflow.policy;
    const usual = USUAL_STARTS[registered.workflow.name];
    const inputs = usual ?? startInputs(registered).slice(0, 12);
    // deep under two presets rather than a few steps under each
    const worlds = Object.values(presets)
      .slice(0, usual === undefined ? MOST_PRESETS : 2)
      .flatMap((policy) => inputs.map((input) => ({ input, world: begin(registered, policy, input) })));
    const share = Math.ceil(MOST_PLACES / worlds.length);
    let further: Snapshot[] = [];
    let walked: (Start & { paths: WalkedPath[] })[] = [];
    beforeAll(() => {
      walked = worlds.map((each) => ({ ...each, paths: pathsFrom(each.world, share) }));
      const ahead = (HEAD_STARTS[registered.workflow.name] ?? []).flatMap((names) =>
        worlds.slice(0, 1).flatMap(({ world }) => headStart(world, names)),
      );
      further = [
        ...ahead.map(asSnapshot),
        ...longWalks([...ahead, ...worlds.map(({ world }) => world), ...deepEnds(walked)]),
      ];
    });

    test('walking every event from every place reaches every state of the chart but those behind several rounds', () => {
      const ends = walked.flatMap(({ paths }) =>
        paths.flatMap(({ steps, state }) => [...steps.map((one) => one.state), state]),
      );
      const seen = new Set([...ends, ...further].flatMap(({ stored }) => [...activePaths(registered, stored.value)]));
      const expected = registered.nodes
        .filter((node) => node.type !== 'history' && !isTransient(node))
        .map((node) => pathOf(registered, node));
      expect(expected.filter((path) => !seen.has(path) && !BEYOND_THE_WALK.includes(path))).toEqual([]);
    });

    test('the table of acts by state says what walking the chart finds', () => {
      const states = new Map(actsByState(registered).map(({ state, acts }) => [state, acts]));
      const pathsById = new Map(registered.nodes.map((node) => [node.id, pathOf(registered, node)]));
      const seen = new Map([...states.keys()].map((state) => [state, new Set<string>()]));
      const unlisted = new Set<string>();
      const ends = walked.flatMap(({ paths }) => paths.map(({ state }) => state));
      for (const { policy, stored, minute } of [...ends, ...further]) {
        if (stored.status !== 'active') continue;
        const active = stateLabels(registered, stored).map(({ state }) => state);
        for (const act of abilities(registered, stored, contextOf({ policy, minute }))) {
          const taking = active.filter((state) => states.get(state)?.some((one) => one.act === act));
          for (const state of taking) seen.get(state)?.add(act);
          if (taking.length === 0) unlisted.add(`${act} in ${active.join(' ')}`);
        }
      }
      const unseen = [...states]
        .filter(([state]) => !BEYOND_THE_WALK.includes(pathsById.get(state) ?? ''))
        .flatMap(([state, acts]) =>
          // what depends on the case may need a case the walk does not meet in this state
          acts
            .filter(({ act, isConditional }) => !isConditional && seen.get(state)?.has(act) !== true)
            .map(({ act }) => `${act} in ${state}`),
        );
      expect([...unlisted]).toEqual([]);
      expect(unseen).toEqual([]);
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
    case 'cancel':
      return 'cancelled';
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
    case 'cancel':
      return { reason: event.reason };
    case 'childFailed':
      return { child: event.child, actorId: event.child, error: event.error };
    default:
      return {};
  }
}
