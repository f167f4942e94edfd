import { refusalOf } from './abilities.js';
import { advance, initial, restore, type ChartEvent, type ChartSnapshot, type RawAction } from './chart.js';
import { collect, disarm, scheduleOf, stopChild, type Ledger } from './collect.js';
import { EngineFault } from './faults.js';
import { toJson, toJsonObject } from './json.js';
import type { Registered } from './registration.js';
import {
  CANCELLED_EVENT,
  REMIND_EFFECT,
  type EngineEvent,
  type JsonObject,
  type Outcome,
  type Refusal,
  type StartContext,
  type StepContext,
  type StepInput,
  type Stored,
} from './vocabulary.js';

/**
 * Begins a case. `input` has been parsed by the contract and holds references instead of free texts.
 * @throws EngineFault if the chart throws or ends in something that cannot be stored.
 */
export function start(registered: Registered, input: JsonObject, ctx: StartContext): Outcome {
  const { workflow, chart } = registered;
  const empty: Stored = {
    workflow: workflow.name,
    definition: workflow.version,
    policy: ctx.policyVersion,
    status: 'active',
    value: {},
    context: {},
    history: {},
    clocks: {},
    children: {},
    tokens: 0,
  };
  const stamped = { ...input, case: ctx.caseId, at: ctx.at, on: ctx.on, by: ctx.by, policy: ctx.policy };
  const [snapshot, actions] = initial(chart, stamped);
  if (snapshot.status === 'error')
    throw new EngineFault(`${workflow.name} cannot start: ${String(snapshot.error)}`, { cause: snapshot.error });
  if (!('policy' in snapshot.context))
    throw new EngineFault(`${workflow.name}: the context does not take \`policy\` from the input`);
  return settle({ registered, stored: empty, ctx }, snapshot, actions);
}

/**
 * Applies one event to a stored case: the next stored state and its effects, a refusal, or a dropped end of an earlier visit.
 * Pure: the same arguments give the same outcome.
 * @throws EngineFault if the workflow's own code throws; then nothing has happened.
 */
export function step(registered: Registered, stored: Stored, { event, ...ctx }: StepInput): Outcome {
  const { name, version } = registered.workflow;
  if (stored.workflow !== name || stored.definition !== version) {
    throw new EngineFault(
      `a case of ${stored.workflow} version ${String(stored.definition)} given to ${name} version ${String(version)}`,
    );
  }
  const stepping = { registered, stored, ctx };
  if (stored.status !== 'active') return afterTheEnd(event);
  switch (event.kind) {
    case 'act':
      return act(stepping, event);
    case 'told':
      return told(stepping, event);
    case 'clock':
      return clockDue(stepping, event);
    case 'rung':
      return rungReached(stepping, event);
    case 'childDone':
      return childEnded(stepping, event, { type: 'done', detail: { output: event.output } });
    case 'childFailed':
      return childEnded(stepping, event, { type: 'failed', detail: { error: event.error } });
    case 'cancel':
      return take(stepping, { type: CANCELLED_EVENT, reason: event.reason, ...stamp(ctx) });
    case 'policyAdopted':
      return adoptPolicy(stepping, event);
  }
}

interface Stepping {
  registered: Registered;
  stored: Stored;
  ctx: StepContext;
}

function afterTheEnd(event: EngineEvent): Outcome {
  if (event.kind === 'act' || event.kind === 'policyAdopted')
    return refuse({ code: 'case.ended', allowed: [], because: [] });
  return { kind: 'dropped', reason: 'case.ended' };
}

function refuse(refusal: Refusal): Outcome {
  return { kind: 'refused', refusal };
}

function act(stepping: Stepping, { act: name, input }: { act: string; input: JsonObject }): Outcome {
  const { registered, stored, ctx } = stepping;
  const snapshot = restore(registered.chart, stored, ctx.policy);
  const event: ChartEvent = { type: name, input, ...stamp(ctx) };
  // Only declared acts reach the chart: `xstate.*`, told events and ends of children cannot be forged.
  if (!Object.hasOwn(registered.workflow.acts, name)) {
    return refuse({ ...refusalOf({ registered, snapshot, ctx }, event), code: 'act.unknown', because: [] });
  }
  if (!faultsOf(registered, () => snapshot.can(event))) return refuse(refusalOf({ registered, snapshot, ctx }, event));
  return take(stepping, event, snapshot);
}

function told(stepping: Stepping, { event: { type, payload } }: Extract<EngineEvent, { kind: 'told' }>): Outcome {
  const { registered, stored, ctx } = stepping;
  const schema = Object.hasOwn(registered.workflow.receives, type) ? registered.workflow.receives[type] : undefined;
  const parsed = schema?.safeParse(payload);
  if (parsed?.success !== true) return refuse({ code: 'event.unknown', allowed: [], because: [] });
  const snapshot = restore(registered.chart, stored, ctx.policy);
  const event: ChartEvent = { type, payload: parsed.data, ...stamp(ctx) };
  if (!faultsOf(registered, () => snapshot.can(event))) {
    return refuse({ ...refusalOf({ registered, snapshot, ctx }, event), code: 'event.not_expected' });
  }
  return take(stepping, event, snapshot);
}

function clockDue(stepping: Stepping, { clock: id, token }: { clock: string; token: string }): Outcome {
  const { registered, stored, ctx } = stepping;
  const clock = stored.clocks[id];
  const declared = registered.clocks.get(id);
  if (clock?.token !== token || clock.due || clock.state === 'paused' || declared === undefined) {
    return { kind: 'dropped', reason: 'clock.stale' };
  }
  const due = { ...stored, clocks: { ...stored.clocks, [id]: { ...clock, due: true } } };
  return take({ ...stepping, stored: due }, { type: declared.eventType, ...stamp(ctx) });
}

function rungReached(stepping: Stepping, event: Extract<EngineEvent, { kind: 'rung' }>): Outcome {
  const { registered, stored, ctx } = stepping;
  const clock = stored.clocks[event.clock];
  if (clock?.token !== event.token || clock.rungsFired.includes(event.rung))
    return { kind: 'dropped', reason: 'rung.stale' };
  const snapshot = restore(registered.chart, stored, ctx.policy);
  const rung = scheduleOf({ registered, snapshot, ctx }, clock.name).rungs.find(({ name }) => name === event.rung);
  if (rung === undefined) return { kind: 'dropped', reason: 'rung.stale' };
  const fired = {
    ...stored,
    clocks: { ...stored.clocks, [event.clock]: { ...clock, rungsFired: [...clock.rungsFired, rung.name] } },
  };
  const payload = toJsonObject(
    { clock: event.clock, name: clock.name, rung: rung.name, severity: rung.severity, audience: rung.audience },
    'payload of remind',
  );
  const remind: RawAction[] = [];
  const outcome =
    rung.event === undefined
      ? settle({ ...stepping, stored: fired }, snapshot, remind)
      : take(
          { ...stepping, stored: fired },
          { type: rung.event, payload: { clock: event.clock, rung: rung.name }, ...stamp(ctx) },
          snapshot,
        );
  if (outcome.kind !== 'stepped') return outcome;
  return { ...outcome, effects: [{ kind: 'perform', name: REMIND_EFFECT, payload }, ...outcome.effects] };
}

function childEnded(
  stepping: Stepping,
  { child: id, token }: { child: string; token: string },
  end: { type: 'done' | 'failed'; detail: JsonObject },
): Outcome {
  const { stored, ctx } = stepping;
  const child = stored.children[id];
  if (child?.token !== token) return { kind: 'dropped', reason: 'child.stale' };
  const children = Object.fromEntries(Object.entries(stored.children).filter(([other]) => other !== id));
  const invokedType = end.type === 'done' ? `xstate.done.actor.${id}` : `xstate.error.actor.${id}`;
  const type = child.invoked ? invokedType : `${end.type}.${child.workflow}`;
  const event: ChartEvent = { type, child: id, actorId: id, ...end.detail, ...stamp(ctx) };
  return take({ ...stepping, stored: { ...stored, children } }, event);
}

function adoptPolicy(stepping: Stepping, { policyVersion }: { policyVersion: string }): Outcome {
  const { registered, stored, ctx } = stepping;
  const snapshot = restore(registered.chart, stored, ctx.policy);
  const outcome = settle({ ...stepping, stored: { ...stored, policy: policyVersion } }, snapshot, []);
  if (outcome.kind !== 'stepped') return outcome;
  const reprojected = Object.entries(outcome.stored.clocks)
    .filter(([, clock]) => !clock.due)
    .map(([id, clock]) => ({
      kind: 'reproject' as const,
      clock: id,
      token: clock.token,
      ...scheduleOf({ registered, snapshot, ctx }, clock.name),
    }));
  return { ...outcome, effects: [...outcome.effects, ...reprojected] };
}

function stamp({ at, on, by }: StepContext): { at: string; on: string; by: StepContext['by'] } {
  return { at, on, by };
}

/** `event` is stamped; it is handed on as it is, so that whoever asked `can` before finds its answer remembered. */
function take(stepping: Stepping, event: ChartEvent, restored?: ChartSnapshot): Outcome {
  const { registered, stored, ctx } = stepping;
  const before = restored ?? restore(registered.chart, stored, ctx.policy);
  const [after, actions] = faultsOf(registered, () => advance(registered.chart, before, event));
  if (after.status === 'error') {
    throw new EngineFault(`${registered.workflow.name} has no way on from ${event.type}: ${String(after.error)}`);
  }
  if (event.type === CANCELLED_EVENT && after.status !== 'done') {
    throw new EngineFault(`${registered.workflow.name} goes on after being cancelled`);
  }
  const outcome = settle(stepping, after, actions);
  if (outcome.kind !== 'stepped' || event.type !== CANCELLED_EVENT) return outcome;
  return { ...outcome, stored: { ...outcome.stored, status: 'cancelled' } };
}

/** A throw inside guards, assigns or params is the workflow's fault and names it. */
function faultsOf<T>(registered: Registered, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof EngineFault) throw cause;
    throw new EngineFault(`${registered.workflow.name}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** Writes down where a macrostep ended. */
function settle({ registered, stored, ctx }: Stepping, snapshot: ChartSnapshot, actions: RawAction[]): Outcome {
  const ledger: Ledger = {
    registered,
    snapshot,
    ctx,
    clocks: { ...stored.clocks },
    children: stored.children,
    tokens: stored.tokens,
    effects: [],
  };
  faultsOf(registered, () => {
    collect(ledger, actions);
  });
  const isDone = snapshot.status === 'done';
  if (isDone) endEverything(ledger);
  else comparePauses(ledger);
  const { policy: _injected, ...context } = snapshot.context;
  const next: Stored = {
    ...stored,
    status: isDone ? 'done' : 'active',
    value: toJson(snapshot.value, 'state value') as Stored['value'],
    context: contextOf(context, stored.context),
    history: historyOf(snapshot),
    clocks: ledger.clocks,
    children: ledger.children,
    tokens: ledger.tokens,
    ...(snapshot.output === undefined ? {} : { output: toJson(snapshot.output, 'output') }),
  };
  return { kind: 'stepped', stored: next, effects: ledger.effects };
}

/** The context as JSON. Parts that came from storage unchanged have been checked before. */
function contextOf(context: Record<string, unknown>, before: JsonObject): JsonObject {
  const checked: JsonObject = {};
  for (const key in context) {
    const value = context[key];
    const known = before[key];
    if (value === undefined) continue;
    checked[key] = known !== undefined && value === known ? known : toJson(value, `context.${key}`);
  }
  return checked;
}

function endEverything(ledger: Ledger): void {
  for (const id of Object.keys(ledger.clocks)) disarm(ledger, id);
  for (const id of Object.keys(ledger.children)) stopChild(ledger, { id });
}

/** A state tagged `pauses:<clock>` holds every clock of that name while it is active. An end that is fixed nothing holds. */
function comparePauses(ledger: Ledger): void {
  for (const [id, clock] of Object.entries(ledger.clocks)) {
    const state =
      ledger.snapshot.tags.has(`pauses:${clock.name}`) && !hasFixedEnd(ledger, clock.name) ? 'paused' : 'running';
    if (state === clock.state) continue;
    ledger.clocks[id] = { ...clock, state };
    ledger.effects.push({ kind: state === 'paused' ? 'pause' : 'resume', clock: id, token: clock.token });
  }
}

function hasFixedEnd(ledger: Ledger, clock: string): boolean {
  return faultsOf(ledger.registered, () => 'until' in scheduleOf(ledger, clock).duration);
}

function historyOf({ historyValue }: ChartSnapshot): Record<string, string[]> {
  return Object.fromEntries(Object.entries(historyValue).map(([id, nodes]) => [id, nodes.map((node) => node.id)]));
}
