import {
  composition,
  nameOf,
  partsOf,
  restore,
  type ChartEvent,
  type ChartGuard,
  type ChartNode,
  type ChartSnapshot,
  type ChartTransition,
} from './chart.js';
import type { Registered } from './registration.js';
import type { Awaits, Label, Refusal, StateMeta, StepContext, Stored } from './vocabulary.js';

/** `unknown` stands for a guard over an input that does not exist yet. */
type Truth = boolean | 'unknown';

/** A case brought back to be asked what it would take. */
interface Asked {
  registered: Registered;
  snapshot: ChartSnapshot;
  ctx: StepContext;
}

/** One event that might happen to it. */
interface Asking {
  registered: Registered;
  snapshot: ChartSnapshot;
  event: ChartEvent;
}

/** What a state waits for now: only acts the case would take. */
export interface WaitingFor extends Awaits {
  /** State node id. */
  state: string;
  label: Label;
}

/**
 * The acts a case would take now, whoever asks: guards over the case are evaluated, guards over the input count as possible.
 * With `among`, of these acts only: guards of acts that nobody here may do are not asked.
 * @throws EngineFault if a guard throws.
 */
export function abilities(
  registered: Registered,
  stored: Stored,
  ctx: StepContext & { among?: (act: string) => boolean },
): string[] {
  if (stored.status !== 'active') return [];
  return possibleActs({ registered, snapshot: restore(registered.chart, stored, ctx.policy), ctx }, ctx.among);
}

/** What the active states wait for, outermost state first, with the acts possible now. */
export function awaits(registered: Registered, stored: Stored, ctx: StepContext): WaitingFor[] {
  if (stored.status !== 'active') return [];
  const snapshot = restore(registered.chart, stored, ctx.policy);
  const possible = new Set(possibleActs({ registered, snapshot, ctx }));
  return [...snapshot._nodes]
    .sort((a, b) => a.order - b.order)
    .flatMap((node) => {
      const meta = node.meta as StateMeta | undefined;
      return (meta?.awaits ?? []).map((waiting) => ({
        ...waiting,
        acts: waiting.acts.filter((act) => possible.has(act)),
        state: node.id,
        label: meta?.label ?? { zh: node.key, en: node.key },
      }));
    })
    .filter((waiting) => waiting.acts.length > 0);
}

/** The labels of the active leaf states, for people. */
export function stateLabels(registered: Registered, stored: Stored): { state: string; label: Label }[] {
  const snapshot = restore(registered.chart, stored, {});
  return snapshot._nodes
    .filter((node) => node.type === 'atomic' || node.type === 'final')
    .map((node) => ({
      state: node.id,
      label: (node.meta as StateMeta | undefined)?.label ?? { zh: node.key, en: node.key },
    }));
}

/** Why a case does not take an act, and what it would take instead. */
export function refusalOf(asked: Asked, event: ChartEvent): Refusal {
  const { registered, snapshot } = asked;
  const allowed = possibleActs(asked);
  const failing = candidates(registered, new Set(snapshot._nodes), event.type).flatMap(({ guard }) =>
    guard === undefined ? [] : failingGuards({ registered, snapshot, event }, guard),
  );
  const because = [...new Set(failing)].flatMap((guard) => {
    const declared = registered.workflow.guards[guard];
    return declared === undefined ? [] : [{ guard, refusal: declared.refusal }];
  });
  const code = allowed.includes(event.type) ? 'act.guard_refused' : 'act.not_allowed';
  return { code, allowed, because };
}

function possibleActs({ registered, snapshot, ctx }: Asked, among?: (act: string) => boolean): string[] {
  const active = new Set(snapshot._nodes);
  return Object.keys(registered.workflow.acts).filter((act) => {
    const taking = candidates(registered, active, act);
    // whether anybody here may do it is asked last of what is cheap, and before what is not
    if (taking.length === 0 || among?.(act) === false) return false;
    const event: ChartEvent = { type: act, at: ctx.at, on: ctx.on, by: ctx.by };
    return taking.some(({ guard }) => guard === undefined || truthOf({ registered, snapshot, event }, guard) !== false);
  });
}

/** The transitions the active states would consider for an event, innermost state first. */
function candidates({ transitions }: Registered, active: Set<ChartNode>, eventType: string): ChartTransition[] {
  return (transitions.get(eventType) ?? []).filter(({ source }) => active.has(source));
}

function truthOf(asking: Asking, guard: ChartGuard): Truth {
  const parts = (): Truth[] => partsOf(guard).map((part) => truthOf(asking, part));
  switch (composition(guard)) {
    case 'and':
      return every(parts());
    case 'or':
      return negate(every(parts().map(negate)));
    case 'not':
      return negate(every(parts()));
    default: {
      const name = nameOf(guard);
      if (name !== undefined && asking.registered.workflow.guards[name]?.over === 'input') return 'unknown';
      return holds(asking, guard);
    }
  }
}

function every(truths: Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes('unknown') ? 'unknown' : true;
}

function negate(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth;
}

/** Evaluates a guard by asking XState whether a chart with only that guard would move: its own rules for params apply. */
function holds(asking: Asking, guard: ChartGuard): boolean {
  const { registered, snapshot, event } = asking;
  const args = { context: snapshot.context, event };
  if (typeof guard === 'function') {
    const check = (guard as { check?: (s: ChartSnapshot, a: typeof args, g: ChartGuard) => boolean }).check;
    return check?.(snapshot, args, guard) ?? false;
  }
  const name = typeof guard === 'string' ? guard : guard.type;
  const implementation = registered.chart.implementations.guards[name];
  if (typeof implementation !== 'function') return implementation !== undefined && holds(asking, implementation);
  if ('check' in implementation) return holds(asking, implementation);
  const params = typeof guard === 'string' ? undefined : guard.params;
  const resolved: unknown = typeof params === 'function' ? (params as (a: typeof args) => unknown)(args) : params;
  return (implementation as (a: typeof args, p: unknown) => boolean)(args, resolved);
}

/** The named guards whose answer keeps a composed guard from holding. */
function failingGuards(asking: Asking, guard: ChartGuard): string[] {
  if (holds(asking, guard)) return [];
  const name = nameOf(guard);
  if (name !== undefined) return [name];
  const parts = partsOf(guard);
  if (composition(guard) === 'not') return parts.flatMap((part) => namesIn(part));
  return parts.flatMap((part) => failingGuards(asking, part));
}

function namesIn(guard: ChartGuard): string[] {
  const name = nameOf(guard);
  return name === undefined ? partsOf(guard).flatMap(namesIn) : [name];
}
