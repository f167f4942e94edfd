import {
  actionsOf,
  composition,
  nameOf,
  partsOf,
  transitionsOf,
  type ChartAction,
  type ChartGuard,
  type ChartNode,
  type ChartTransition,
} from './chart.js';
import type { Registered } from './registration.js';
import type { Label, StateMeta, Who } from './vocabulary.js';

/** One broken rule of good charts. Registration rules make a chart safe; these make it complete and readable. */
export interface LintProblem {
  workflow: string;
  /** State node id or part of the declaration. */
  place: string;
  rule: string;
  problem: string;
}

type Finding = Omit<LintProblem, 'workflow' | 'rule'>;
type LintRule = (registered: Registered) => Finding[];

/** Every broken rule of a registered workflow; empty when it is well made. */
export function lintWorkflow(registered: Registered): LintProblem[] {
  const workflow = registered.workflow.name;
  return Object.entries(LINT_RULES).flatMap(([rule, check]) =>
    check(registered).map((finding) => ({ workflow, rule, ...finding })),
  );
}

/** The rules by name, each one sentence of the linter. */
export const LINT_RULES = {
  'every state can be reached': unreachable,
  'only final states are dead ends': deadEnds,
  'every waiting state has a clock or says why it is open-ended': waitingWithoutClock,
  'what a state awaits is declared and possible there': awaitsNothingImpossible,
  'every act says who may do it': actsWithoutWho,
  'labels are complete in Chinese and English': incompleteLabels,
  'states and told events are described in words': undescribedStates,
  'charts refer to names only': inlineFunctions,
  'every rework loop is counted': uncountedLoops,
  'an invoked child that fails has a way on': childrenWithoutFailure,
} as const satisfies Record<string, LintRule>;

function unreachable({ chart, nodes }: Registered): Finding[] {
  const reached = reachableFrom([chart.root]);
  return nodes
    .filter((node) => node.type !== 'history' && !reached.has(node))
    .map((node) => ({ place: node.id, problem: 'no transition leads here' }));
}

/** Nodes entered, directly or as part of something entered, when starting from the given nodes. */
function reachableFrom(starts: ChartNode[]): Set<ChartNode> {
  const reached = new Set<ChartNode>();
  const queue = [...starts];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    queue.push(...entered(node), ...transitionsOf(node).flatMap((transition) => transition.target ?? []));
    if (node.parent) queue.push(node.parent);
  }
  return reached;
}

function entered(node: ChartNode): ChartNode[] {
  if (node.type === 'parallel') return Object.values(node.states);
  if (node.type === 'history') return node.parent ? Object.values(node.parent.states) : [];
  return node.initial?.target ?? [];
}

function deadEnds({ chart, nodes }: Registered): Finding[] {
  return nodes
    .filter((node) => node.type === 'atomic' && !lineage(node).some((each) => leadsOn(each, chart.root)))
    .map((node) => ({ place: node.id, problem: 'nothing but cancellation leads on from here' }));
}

function leadsOn(node: ChartNode, root: ChartNode): boolean {
  return transitionsOf(node).some(
    ({ target, eventType }) => target !== undefined && !(node === root && eventType === 'cancelled'),
  );
}

/** The node and its ancestors, innermost first. */
function lineage(node: ChartNode): ChartNode[] {
  return node.parent ? [node, ...lineage(node.parent)] : [node];
}

function waitingWithoutClock({ nodes }: Registered): Finding[] {
  return nodes
    .filter((node) => node.type === 'atomic' && !isTransient(node) && !lineage(node).some(isTimed))
    .map((node) => ({
      place: node.id,
      problem: 'waits without a clock: add `after`, or `meta.openEnded` with the reason',
    }));
}

function isTransient(node: ChartNode): boolean {
  return (node.always ?? []).some(({ guard }) => guard === undefined);
}

/** A child has clocks of its own, so waiting for one is timed. */
function isTimed(node: ChartNode): boolean {
  return node.after.length > 0 || node.invoke.length > 0 || metaOf(node)?.openEnded !== undefined;
}

function metaOf(node: ChartNode): StateMeta | undefined {
  return node.meta as StateMeta | undefined;
}

function awaitsNothingImpossible({ workflow, nodes }: Registered): Finding[] {
  return nodes.flatMap((node) =>
    (metaOf(node)?.awaits ?? []).flatMap(({ acts, clock, who }) => [
      ...acts
        .filter((act) => !(act in workflow.acts))
        .map((act) => problemAt(node, `awaits the undeclared act "${act}"`)),
      ...acts
        .filter((act) => act in workflow.acts && !isTakenNear(node, act))
        .map((act) => problemAt(node, `awaits "${act}" but takes it nowhere`)),
      ...(clock !== undefined &&
      !lineage(node).some((each) => each.after.some(({ delay }) => delay === clock)) &&
      !hasClockInside(node, clock)
        ? [problemAt(node, `awaits under the clock "${clock}", which does not run here`)]
        : []),
      ...(who.length === 0 ? [problemAt(node, 'awaits nobody')] : []),
    ]),
  );
}

function hasClockInside(node: ChartNode, clock: string): boolean {
  return (
    node.after.some(({ delay }) => delay === clock) ||
    Object.values(node.states).some((child) => hasClockInside(child, clock))
  );
}

function isTakenNear(node: ChartNode, act: string): boolean {
  const isTakenInside = (each: ChartNode): boolean =>
    each.transitions.has(act) || Object.values(each.states).some(isTakenInside);
  return lineage(node).some((each) => each.transitions.has(act)) || isTakenInside(node);
}

function problemAt(node: ChartNode, problem: string): Finding {
  return { place: node.id, problem };
}

function actsWithoutWho({ workflow }: Registered): Finding[] {
  const isNobody = (who: Who[]): boolean =>
    who.length === 0 || who.some(({ role, relation }) => role === undefined && relation === undefined);
  return Object.entries(workflow.acts)
    .filter(([, act]) => isNobody(act.who))
    .map(([name]) => ({ place: name, problem: 'says nowhere which role or relation may do it' }));
}

function incompleteLabels({ workflow, nodes }: Registered): Finding[] {
  const labels: [string, Label | undefined][] = [
    ['texts.label', workflow.texts.label],
    ['texts.description', workflow.texts.description],
    ...labelsIn('stage', workflow.texts.stages),
    ...labelsIn('relation', workflow.texts.relations),
    ...Object.entries(workflow.acts).flatMap(([name, act]): [string, Label][] => [
      [`act ${name} label`, act.label],
      [`act ${name} help`, act.help],
    ]),
    ...Object.entries(workflow.guards).map(([name, guard]): [string, Label] => [`guard ${name}`, guard.refusal]),
    ...Object.entries(workflow.clocks).map(([name, clock]): [string, Label] => [`clock ${name}`, clock.label]),
    ...nodes
      .filter(({ parent, type }) => parent && type !== 'history')
      .map((node): [string, Label | undefined] => [node.id, metaOf(node)?.label]),
  ];
  return labels
    .filter(([, label]) => !label?.zh.trim() || !label.en.trim())
    .map(([place]) => ({ place, problem: 'lacks a zh or en label' }));
}

function labelsIn(kind: string, labels: Record<string, Label>): [string, Label][] {
  return Object.entries(labels).map(([key, label]) => [`${kind} ${key}`, label]);
}

function undescribedStates({ nodes }: Registered): Finding[] {
  return nodes
    .filter((node) => node.parent && node.type !== 'history' && !node.description?.trim())
    .map((node) => problemAt(node, 'has no description'));
}

/** Property names a function takes on when it is written inline. */
const INLINE_NAMES = ['', 'params', 'input', 'output', 'guard', 'context'];

function inlineFunctions({ nodes }: Registered): Finding[] {
  return nodes.flatMap((node) => [
    ...actionsOf(node)
      .filter(isInlineAction)
      .map(() => problemAt(node, 'has an inline action; name it in setup({ actions })')),
    ...actionsOf(node)
      .filter(hasInlineParams)
      .map((action) => problemAt(node, `gives "${String(nameOf(action))}" inline params; name them as a constant`)),
    ...transitionsOf(node)
      .filter(({ guard }) => hasInlineGuard(guard))
      .map(() => problemAt(node, 'has a guard with inline params')),
    ...[...node.invoke.map(({ input }) => input), node.output]
      .filter(isInline)
      .map(() => problemAt(node, 'has an inline input or output')),
  ]);
}

function isInlineAction(action: ChartAction): boolean {
  if (typeof action !== 'function') return false;
  // XState itself writes `after` as a raise and a cancel.
  const id = action.type === 'xstate.cancel' ? (action as { sendId?: unknown }).sendId : action.id;
  return !(typeof id === 'string' && id.startsWith('xstate.after.'));
}

function hasInlineParams(action: ChartAction): boolean {
  return typeof action === 'object' && isInline(action.params);
}

function hasInlineGuard(guard: ChartGuard | undefined): boolean {
  if (guard === undefined || typeof guard === 'string') return false;
  return typeof guard === 'function'
    ? composition(guard) !== undefined && partsOf(guard).some(hasInlineGuard)
    : isInline(guard.params);
}

function isInline(value: unknown): boolean {
  return typeof value === 'function' && INLINE_NAMES.includes(value.name);
}

/** Every way round that leads back must pass an action named `count…`, so that a guard or a person can see the rounds. */
function uncountedLoops({ chart, nodes }: Registered): Finding[] {
  const reach = new Map<ChartNode, Set<ChartNode>>();
  const reachOf = (node: ChartNode): Set<ChartNode> => {
    const known = reach.get(node) ?? reachedUncounted(node, chart.root);
    reach.set(node, known);
    return known;
  };
  return nodes.flatMap((source) =>
    transitionsOf(source)
      .filter((transition) => goesBack(transition) && !isCounted(transition))
      .filter(({ target }) => target?.some((node) => reachOf(node).has(source)))
      .map(({ eventType, target }) =>
        problemAt(
          source,
          `goes back to ${String(target?.[0]?.id)} on "${eventType}" and round again without an action named count…`,
        ),
      ),
  );
}

function isCounted({ actions }: ChartTransition): boolean {
  return actions.some((action) => nameOf(action)?.startsWith('count'));
}

function goesBack({ source, target }: ChartTransition): boolean {
  return (target ?? []).some(
    (node) => node.order < source.order && !lineage(source).includes(node) && node.type !== 'final',
  );
}

/** Nodes that can follow a node without any counted transition. */
function reachedUncounted(start: ChartNode, root: ChartNode): Set<ChartNode> {
  const reached = new Set<ChartNode>();
  const queue = [start];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    queue.push(...entered(node));
    for (const each of lineage(node)) {
      if (each === root) continue;
      const uncounted = transitionsOf(each).filter((transition) => !isCounted(transition));
      queue.push(...uncounted.flatMap((transition) => transition.target ?? []));
    }
  }
  return reached;
}

function childrenWithoutFailure({ nodes }: Registered): Finding[] {
  return nodes.flatMap((node) =>
    node.invoke
      .filter(({ id }) => !node.transitions.has(`xstate.error.actor.${id}`))
      .map(({ id }) => problemAt(node, `child "${id}" has no onError`)),
  );
}
