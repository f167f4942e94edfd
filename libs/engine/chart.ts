import { and, createActor, createMachine, fromCallback, not, or, type AnyStateMachine, type StateValue } from 'xstate';

import type { Stored } from './vocabulary.js';

/*
 * The only file that knows the shapes of XState 5. XState's machine types are `any` inside; the interfaces below name just
 * what the engine reads, so that the rest of the engine is typed and a new XState touches this file alone.
 */

export type ChartEvent = { type: string } & Record<string, unknown>;

/** A guard as written in a chart: a name, a named guard with params, or one of `and`, `or`, `not`, `stateIn`. */
export type ChartGuard = string | { type: string; params?: unknown } | ComposedGuard;

interface ComposedGuard {
  (...args: never[]): unknown;
  check?: unknown;
  guards?: ChartGuard[];
  stateValue?: unknown;
}

/** An action as written in a chart: a name, a named action with params, or a built-in made by an action creator. */
export type ChartAction = string | { type: string; params?: unknown } | BuiltInAction;

interface BuiltInAction {
  (...args: never[]): unknown;
  type?: string;
  id?: unknown;
  src?: unknown;
  input?: unknown;
  systemId?: unknown;
  delay?: unknown;
  resolve?: unknown;
}

export interface ChartTransition {
  eventType: string;
  guard?: ChartGuard;
  actions: ChartAction[];
  target?: ChartNode[];
  source: ChartNode;
  reenter: boolean;
  description?: string;
  delay?: string | number;
}

interface ChartInvoke {
  id: string;
  src: string;
  systemId?: string;
  input?: unknown;
  onError?: unknown;
}

export interface ChartNode {
  id: string;
  key: string;
  path: string[];
  type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  parent?: ChartNode;
  states: Record<string, ChartNode>;
  transitions: Map<string, ChartTransition[]>;
  always?: ChartTransition[];
  entry: ChartAction[];
  exit: ChartAction[];
  invoke: ChartInvoke[];
  after: ChartTransition[];
  initial?: { target: ChartNode[]; actions: ChartAction[] };
  tags: string[];
  meta?: unknown;
  description?: string;
  order: number;
  output?: unknown;
  config: {
    invoke?: { id?: string; src: unknown } | { id?: string; src: unknown }[];
    onDone?: unknown;
    target?: unknown;
    [key: string]: unknown;
  };
}

export interface ChartSnapshot {
  status: 'active' | 'done' | 'error' | 'stopped';
  value: StateValue;
  context: Record<string, unknown>;
  historyValue: Record<string, ChartNode[]>;
  children: Record<string, unknown>;
  tags: Set<string>;
  output?: unknown;
  error?: unknown;
  _nodes: ChartNode[];
  can(event: ChartEvent): boolean;
}

export interface RawAction {
  type: string;
  params: unknown;
  exec: unknown;
}

interface Scope {
  self: unknown;
  system: unknown;
  actionExecutor: (action: RawAction) => void;
  [part: string]: unknown;
}

export interface Chart {
  id: string;
  root: ChartNode;
  config: Record<string, unknown>;
  implementations: {
    actions: Record<string, BuiltInAction | undefined>;
    guards: Record<string, ChartGuard | ((args: GuardArgs, params: unknown) => boolean) | undefined>;
    actors: Record<string, unknown>;
    delays: Record<string, unknown>;
  };
  getInitialSnapshot(scope: Scope, input: unknown): ChartSnapshot;
  transition(snapshot: ChartSnapshot, event: ChartEvent, scope: Scope): ChartSnapshot;
  restoreSnapshot(persisted: unknown, scope: { self?: unknown }): ChartSnapshot;
  getTransitionData(snapshot: ChartSnapshot, event: ChartEvent): ChartTransition[];
}

export interface GuardArgs {
  context: Record<string, unknown>;
  event: ChartEvent;
}

/** Microsteps one event may take before a loop of `always` transitions is taken for endless. */
const MAX_MICROSTEPS = 500;

const inertLogic = fromCallback(() => undefined);

/** A copy of the machine that refuses endless loops, seen through the interfaces of this file. */
export function chartOf(machine: AnyStateMachine): Chart {
  const source = machine as unknown as Chart;
  const config = { ...source.config, options: { maxIterations: MAX_MICROSTEPS } };
  const build = createMachine as unknown as (config: unknown, implementations: unknown) => Chart;
  return askingGuardsOnce(build(config, source.implementations));
}

/** Asking whether an event can be taken, and then taking it, finds the same transitions twice: the second time they are remembered. */
function askingGuardsOnce(chart: Chart): Chart {
  const find = chart.getTransitionData.bind(chart);
  let last: { snapshot: ChartSnapshot; event: ChartEvent; found: ChartTransition[] } | undefined;
  chart.getTransitionData = (snapshot, event) => {
    if (last?.snapshot !== snapshot || last.event !== event) last = { snapshot, event, found: find(snapshot, event) };
    return last.found;
  };
  return chart;
}

/** Every state node of the chart, parents before children. */
export function nodesOf(chart: Chart): ChartNode[] {
  const walk = (node: ChartNode): ChartNode[] => [node, ...Object.values(node.states).flatMap(walk)];
  return walk(chart.root);
}

/** All transitions that leave a node: on events, on delays, eventless. */
export function transitionsOf(node: ChartNode): ChartTransition[] {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

/** Every action written on a node or its transitions. */
export function actionsOf(node: ChartNode): ChartAction[] {
  return [
    ...node.entry,
    ...node.exit,
    ...(node.initial?.actions ?? []),
    ...transitionsOf(node).flatMap((transition) => transition.actions),
  ];
}

/** Runs a chart from its beginning. A throw inside shows as status `error`. */
export function initial(chart: Chart, input: Record<string, unknown>): [ChartSnapshot, RawAction[]] {
  const actions: RawAction[] = [];
  return [chart.getInitialSnapshot(inertScope(actions), input), actions];
}

/**
 * Takes one macrostep. A scope of our own is used because XState's pure `transition` starts a throw-away actor of the chart
 * on every call, which costs more than the step itself.
 */
export function advance(chart: Chart, snapshot: ChartSnapshot, event: ChartEvent): [ChartSnapshot, RawAction[]] {
  const actions: RawAction[] = [];
  return [chart.transition(snapshot, event, inertScope(actions)), actions];
}

function inertScope(actions: RawAction[]): Scope {
  const self: { system: unknown } = createActor(inertLogic);
  const nothing = (): void => undefined;
  return {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: (action) => actions.push(action),
  };
}

/** Brings a stored case back as a snapshot, with inert stubs in place of its children. */
export function restore(chart: Chart, stored: Stored, policy: unknown): ChartSnapshot {
  const isAlone = Object.keys(stored.children).length === 0 && Object.keys(stored.history).length === 0;
  const snapshot = isAlone ? { ...standing(chart, stored) } : revive(chart, stored);
  // Set afterwards: XState would search the whole context and policy for actor references, which takes longer than a step.
  snapshot.context = { ...stored.context, policy };
  return snapshot;
}

/** Combinations of states a chart stands in are few; a chart with more of them than this starts counting anew. */
const MOST_STANDING = 500;
const standingByChart = new WeakMap<Chart, Map<string, ChartSnapshot>>();

/** A snapshot of a case without children and history says nothing but its state: XState works each state out once. */
function standing(chart: Chart, stored: Stored): ChartSnapshot {
  const known = standingByChart.get(chart) ?? new Map<string, ChartSnapshot>();
  standingByChart.set(chart, known);
  const key = JSON.stringify(stored.value);
  const found = known.get(key);
  if (found !== undefined) return found;
  const revived = revive(chart, stored);
  if (known.size >= MOST_STANDING) known.clear();
  known.set(key, revived);
  return revived;
}

function revive(chart: Chart, stored: Stored): ChartSnapshot {
  const children = Object.entries(stored.children).map(([id, child]): [string, unknown] => [
    id,
    { src: child.workflow, syncSnapshot: false, snapshot: { status: 'active', output: undefined, error: undefined } },
  ]);
  const history = Object.entries(stored.history).map(([id, nodes]): [string, unknown] => [
    id,
    nodes.map((node) => ({ id: node })),
  ]);
  return chart.restoreSnapshot(
    {
      status: 'active',
      value: stored.value,
      context: {},
      historyValue: Object.fromEntries(history),
      children: Object.fromEntries(children),
    },
    {},
  );
}

/** What kind of built-in a composed guard is. */
export function composition(guard: ChartGuard): 'and' | 'or' | 'not' | 'other' | undefined {
  if (typeof guard !== 'function') return undefined;
  return COMPOSITIONS.get(guard.check) ?? 'other';
}

const checkOf = (guard: unknown): unknown => (guard as ComposedGuard).check;
const COMPOSITIONS = new Map<unknown, 'and' | 'or' | 'not'>([
  [checkOf(and([])), 'and'],
  [checkOf(or([])), 'or'],
  [checkOf(not('any')), 'not'],
]);

/** The guards directly inside a composed guard. */
export function partsOf(guard: ChartGuard): ChartGuard[] {
  return typeof guard === 'function' ? (guard.guards ?? []) : [];
}

/** The name of a plain named guard or action. */
export function nameOf(reference: ChartGuard | ChartAction): string | undefined {
  if (typeof reference === 'string') return reference;
  return typeof reference === 'object' ? reference.type : undefined;
}

/** The named guards a guard is made of. */
export function guardNames(guard: ChartGuard | undefined): string[] {
  if (guard === undefined) return [];
  const name = nameOf(guard);
  return name === undefined ? partsOf(guard).flatMap(guardNames) : [name];
}

/** All transitions of a chart by event type, innermost state first. */
export function transitionsByEvent(nodes: ChartNode[]): Map<string, ChartTransition[]> {
  const byEvent = new Map<string, ChartTransition[]>();
  for (const node of [...nodes].sort((a, b) => b.order - a.order)) {
    for (const [eventType, transitions] of node.transitions) {
      byEvent.set(eventType, [...(byEvent.get(eventType) ?? []), ...transitions]);
    }
  }
  return byEvent;
}
