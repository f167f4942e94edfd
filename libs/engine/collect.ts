import type { ChartSnapshot, RawAction } from './chart.js';
import { EngineFault } from './faults.js';
import { toJson, toJsonObject } from './json.js';
import { ENGINE_ACTIONS } from './registration.rules.js';
import type { Registered } from './registration.js';
import {
  DURATION_UNITS,
  type Duration,
  type DurationUnit,
  type Effect,
  type JsonObject,
  type StepContext,
  type Stored,
  type TellTarget,
  type Until,
} from './vocabulary.js';

/** A case while its step is being written down: the parts actions change, and the effects so far. */
export interface Ledger {
  registered: Registered;
  snapshot: ChartSnapshot;
  ctx: StepContext;
  clocks: Stored['clocks'];
  children: Stored['children'];
  tokens: number;
  effects: Effect[];
}

type EngineAction = (typeof ENGINE_ACTIONS)[number];

/** Turns what XState would have executed into effects, in order. */
export function collect(ledger: Ledger, actions: RawAction[]): void {
  for (const action of actions) collectOne(ledger, action);
  refuseUnseenChildren(ledger);
}

function collectOne(ledger: Ledger, { type, params }: RawAction): void {
  switch (type) {
    case 'xstate.raise':
      armClock(ledger, params as { event: { type: string }; delay?: unknown });
      return;
    case 'xstate.cancel':
      disarmByEvent(ledger, (params as { sendId: string }).sendId);
      return;
    case 'xstate.spawnChild':
      startChild(ledger, params as { actorRef?: { id: string }; src: string; input: unknown });
      return;
    case 'xstate.stopChild':
      stopChild(ledger, params as { id: string } | undefined);
      return;
    default:
      if (type.startsWith('xstate.')) throw new EngineFault(`${type} reaches no stored case`);
      if (ENGINE_ACTIONS.includes(type as EngineAction)) engineAction(ledger, type as EngineAction, params);
      else perform(ledger, type, params);
  }
}

function armClock(ledger: Ledger, { event, delay }: { event: { type: string }; delay?: unknown }): void {
  // A raise without delay was consumed inside the macrostep; XState reports it all the same.
  if (delay === undefined) return;
  const clock = ledger.registered.clocksByEvent.get(event.type);
  if (clock === undefined) throw new EngineFault(`delayed event "${event.type}" is no clock of the chart`);
  const token = nextToken(ledger);
  ledger.clocks[clock.id] = { name: clock.name, token, state: 'running', due: false, rungsFired: [] };
  const { duration, rungs } = scheduleOf(ledger, clock.name);
  ledger.effects.push({ kind: 'arm', clock: clock.id, name: clock.name, token, duration, rungs });
}

/** Duration and rungs of a clock as the workflow computes them from context and policy. */
export function scheduleOf(
  { registered, snapshot, ctx }: Pick<Ledger, 'registered' | 'snapshot' | 'ctx'>,
  name: string,
): Pick<Extract<Effect, { kind: 'arm' }>, 'duration' | 'rungs'> {
  const definition = registered.workflow.clocks[name];
  if (definition === undefined) throw new EngineFault(`clock "${name}" is not declared`);
  const context = snapshot.context as JsonObject;
  const duration = definition.duration(context, ctx.policy);
  assertDuration(duration, name);
  return { duration, rungs: definition.rungs?.(context, ctx.policy) ?? [] };
}

function assertDuration(duration: Duration | Until, name: string): void {
  if ('until' in duration) {
    if (Number.isNaN(Date.parse(duration.until)))
      throw new EngineFault(`clock "${name}" ends at no instant: ${duration.until}`);
    return;
  }
  assertAmount(duration, name);
}

function assertAmount({ amount, unit }: { amount: number; unit: DurationUnit }, name: string): void {
  const isHalves = Number.isInteger(amount * 2) && amount > 0;
  if (!isHalves)
    throw new EngineFault(`clock "${name}" has the amount ${String(amount)}: use a positive multiple of one half`);
  if (!DURATION_UNITS.includes(unit)) throw new EngineFault(`clock "${name}" has the unknown unit "${unit}"`);
}

function disarmByEvent(ledger: Ledger, eventType: string): void {
  const clock = ledger.registered.clocksByEvent.get(eventType);
  if (clock !== undefined) disarm(ledger, clock.id);
}

/** Disarms a clock if it is armed. */
export function disarm(ledger: Ledger, id: string): void {
  const clock = ledger.clocks[id];
  if (clock === undefined) return;
  ledger.clocks = without(ledger.clocks, id);
  ledger.effects.push({ kind: 'disarm', clock: id, token: clock.token });
}

function startChild(
  ledger: Ledger,
  { actorRef, src, input }: { actorRef?: { id: string }; src: string; input: unknown },
): void {
  const id = actorRef?.id;
  if (id === undefined) throw new EngineFault(`a child of "${src}" has no id`);
  if (id in ledger.children) throw new EngineFault(`child id "${id}" is already in use`);
  const token = nextToken(ledger);
  ledger.children = { ...ledger.children, [id]: { workflow: src, token, invoked: ledger.registered.invoked.has(id) } };
  ledger.effects.push({
    kind: 'startChild',
    id,
    token,
    workflow: src,
    input: toJsonObject(input ?? {}, `input of child ${id}`),
  });
}

/** Stops a child if it runs. */
export function stopChild(ledger: Ledger, child: { id: string } | undefined): void {
  const running = child && ledger.children[child.id];
  if (running === undefined || child === undefined) return;
  ledger.children = without(ledger.children, child.id);
  ledger.effects.push({ kind: 'cancelChild', id: child.id, token: running.token });
}

/** `spawn()` inside an assign makes a child without telling anybody: it would be lost at the next step. */
function refuseUnseenChildren({ snapshot, children }: Ledger): void {
  const unseen = Object.keys(snapshot.children).find((id) => snapshot.children[id] !== undefined && !(id in children));
  if (unseen !== undefined && snapshot.status === 'active') {
    throw new EngineFault(`child "${unseen}" was spawned inside an assign; use spawnChild`);
  }
}

function engineAction(ledger: Ledger, type: EngineAction, params: unknown): void {
  switch (type) {
    case 'tell': {
      const { target, event } = params as { target: TellTarget; event: { type: string; payload: unknown } };
      const payload = toJsonObject(event.payload ?? {}, `payload of ${event.type}`);
      ledger.effects.push({ kind: 'tell', target, event: { type: event.type, payload } });
      return;
    }
    case 'extend':
      extendClock(ledger, params as { clock: string; by: { amount: number; unit: DurationUnit } });
      return;
  }
}

function extendClock(
  ledger: Ledger,
  { clock: name, by }: { clock: string; by: { amount: number; unit: DurationUnit } },
): void {
  const running = Object.entries(ledger.clocks).filter(([, clock]) => clock.name === name && !clock.due);
  if (running.length === 0) throw new EngineFault(`no clock "${name}" is running that could be extended`);
  assertAmount(by, name);
  for (const [id, clock] of running) ledger.effects.push({ kind: 'extend', clock: id, token: clock.token, by });
}

function perform(ledger: Ledger, name: string, params: unknown): void {
  const schema = ledger.registered.workflow.effects[name];
  if (schema === undefined) throw new EngineFault(`effect "${name}" is not declared`);
  const parsed = schema.safeParse(params ?? {});
  if (!parsed.success)
    throw new EngineFault(`payload of effect "${name}": ${parsed.error.message}`, { cause: parsed.error });
  const payload = toJson(parsed.data, `payload of ${name}`);
  ledger.effects.push({ kind: 'perform', name, payload: payload as JsonObject });
}

function nextToken(ledger: Ledger): string {
  ledger.tokens += 1;
  return String(ledger.tokens);
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
