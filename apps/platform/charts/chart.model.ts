import type { Label, Registered, StateMeta } from '#libs/engine';

type Node = Registered['nodes'][number];
type Transition = NonNullable<Node['always']>[number];

/** A state as it is drawn. */
export interface ChartState {
  /** State node id, such as `issue.act.waiting`. */
  id: string;
  label: Label;
  kind: 'plain' | 'compound' | 'parallel' | 'final' | 'history';
  /** Id of the state around it; `null` at the top. */
  parent: string | null;
  /** It is where its parent begins. */
  isInitial: boolean;
  description: string | null;
}

/** Why a case moves: an act, the end of a clock, a told event, the end of a child, the end of what is inside, or at once. */
export type EdgeKind = 'act' | 'clock' | 'event' | 'child' | 'inner' | 'always';

/** A transition as it is drawn. A transition that stays in its state has `from` equal to `to`. */
export interface ChartEdge {
  from: string;
  to: string;
  kind: EdgeKind;
  label: Label;
  /** Conditions by name. */
  guards: string[];
}

/** A chart without anything of XState: what the drawings and tables are made from. */
export interface ChartModel {
  workflow: string;
  version: number;
  label: Label;
  states: ChartState[];
  edges: ChartEdge[];
  /** How a case can end from everywhere, said once instead of drawn from every state. */
  everywhere: Label[];
}

/** What of a chart is lit: where the case is, and where it has been. */
export interface ChartMarks {
  active: ReadonlySet<string>;
  visited: ReadonlySet<string>;
}

export const NO_MARKS: ChartMarks = { active: new Set(), visited: new Set() };

/** What messages between cases and children are called: in words for people, or by their names in the program. */
export type Naming = 'words' | 'names';

/** Reads the chart of a registered workflow into a {@link ChartModel}. */
export function chartModel(registered: Registered, naming: Naming = 'words'): ChartModel {
  const { workflow, chart, nodes } = registered;
  const inner = nodes.filter((node) => node !== chart.root);
  const edges = merged(inner.flatMap((node) => edgesOf(registered, { node, naming })));
  return {
    workflow: workflow.name,
    version: workflow.version,
    label: workflow.texts.label,
    states: inner.map((node) => stateOf(node, chart.root)),
    edges,
    everywhere: [...chart.root.transitions.values()]
      .flat()
      .map((transition) => reasonOf(registered, transition, { node: chart.root, naming }).label),
  };
}

function stateOf(node: Node, root: Node): ChartState {
  const { parent } = node;
  return {
    id: node.id,
    label: (node.meta as StateMeta | undefined)?.label ?? { zh: node.key, en: node.key },
    kind: kindOf(node),
    parent: parent === undefined || parent === root ? null : parent.id,
    isInitial: parent?.initial?.target.includes(node) ?? false,
    description: node.description ?? null,
  };
}

function kindOf(node: Node): ChartState['kind'] {
  return node.type === 'atomic' ? 'plain' : node.type;
}

/** A state, and how what leaves it is called. */
interface Place {
  node: Node;
  naming: Naming;
}

function edgesOf(registered: Registered, place: Place): ChartEdge[] {
  const { node } = place;
  const transitions = [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
  return transitions.flatMap((transition) => {
    const reason = reasonOf(registered, transition, place);
    const targets = transition.target ?? [];
    const guards = guardNamesOf(transition.guard);
    // a transition without target changes data only; drawn at its own state it would clutter every picture
    return targets.map((target) => ({ from: node.id, to: target.id, guards, ...reason }));
  });
}

type Reason = Pick<ChartEdge, 'kind' | 'label'>;

function reasonOf(registered: Registered, { eventType }: Transition, place: Place): Reason {
  const { workflow, clocksByEvent } = registered;
  const act = workflow.acts[eventType];
  if (act !== undefined) return { kind: 'act', label: act.label };
  const clock = clocksByEvent.get(eventType);
  if (clock !== undefined) return { kind: 'clock', label: workflow.clocks[clock.name]?.label ?? same(clock.name) };
  if (eventType === '') return { kind: 'always', label: { zh: '随即', en: 'at once' } };
  if (eventType.startsWith('xstate.done.state.')) return { kind: 'inner', label: { zh: '办完', en: 'finished' } };
  if (eventType === 'cancelled') return { kind: 'event', label: CANCELLED };
  return childEnd(eventType, place) ?? { kind: 'event', label: place.naming === 'words' ? TOLD : same(eventType) };
}

const CANCELLED: Label = { zh: '撤销', en: 'cancelled' };
/** Names of messages between cases are for programs. */
const TOLD: Label = { zh: '别的流程告知', en: 'told by another case' };

/** What a state waits for has ended: in words it is called as the state is, as nobody outside the program knows the name of a child. */
function childEnd(eventType: string, { node, naming }: Place): Reason | undefined {
  const [, how, child] = /^(?:xstate\.)?(done|error|failed)\.(?:actor\.)?(.+)$/.exec(eventType) ?? [];
  if (how === undefined || child === undefined) return undefined;
  const { label = same(node.key) } = (node.meta ?? {}) as Partial<StateMeta>;
  const called = naming === 'words' ? { zh: `“${label.zh}”`, en: `“${label.en}” ` } : same(`${child} `);
  const ended = how === 'done' ? { zh: '结束', en: 'ended' } : { zh: '出错', en: 'failed' };
  return { kind: 'child', label: { zh: `${called.zh}${ended.zh}`, en: `${called.en}${ended.en}` } };
}

const same = (name: string): Label => ({ zh: name, en: name });

interface Composed {
  check?: unknown;
  guards?: unknown[];
}

/** Names of the guards of a transition, also inside `and`, `or` and `not`. */
export function guardNamesOf(guard: unknown): string[] {
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'object' && guard !== null && 'type' in guard) return [String(guard.type)];
  if (typeof guard === 'function') return ((guard as Composed).guards ?? []).flatMap(guardNamesOf);
  return [];
}

/** Several transitions between the same two states for the same reason become one. */
function merged(edges: ChartEdge[]): ChartEdge[] {
  const byReason = new Map<string, ChartEdge>();
  for (const edge of edges) {
    const key = [edge.from, edge.to, edge.kind, edge.label.en].join('\n');
    const known = byReason.get(key);
    if (known === undefined) byReason.set(key, { ...edge, guards: [...new Set(edge.guards)] });
    else known.guards = [...new Set([...known.guards, ...edge.guards])];
  }
  return [...byReason.values()];
}
