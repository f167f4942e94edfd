import { v5 as uuidV5 } from 'uuid';

import {
  EngineFault,
  step,
  type Actor,
  type Effect,
  type EngineEvent,
  type Instant,
  type JsonObject,
  type Outcome,
  type Refusal,
  type Stored,
} from '#libs/engine';

import type { CalendarEdit } from './calendars.types.js';
import { applyClockEffect, markFired, nextFiring, type Firing } from './clocks.rules.js';
import { asFault, stepContext } from './context.rules.js';
import { unseenEdits } from './ground.rules.js';
import type { TextDraft } from './inputs.rules.js';
import { chain, digestOf, inStorageOrder } from './journal.rules.js';
import type { OutboxPayload } from './outbox.rules.js';
import { atOfEdit, movedInJournal, remeasure } from './remeasure.rules.js';
import { project } from './rows.rules.js';
import type { EntryKind } from './views.types.js';
import type { CaseRecord, CaseWork, FamilyOrders, OutboxDraft, World } from './work.types.js';

/** What happens to a case, by whom and when. */
export interface Happening {
  event: EngineEvent;
  by: Actor;
  at: Instant;
  texts: TextDraft[];
}

export type Stepped =
  { kind: 'stepped'; work: CaseWork; orders: FamilyOrders; dropped: boolean } | { kind: 'refused'; refusal: Refusal };

/** More firings than any honest backlog: a clock that arms itself with no length. */
const MAX_FIRINGS = 2_000;

/** Namespace of the ids of child cases. */
const CHILDREN = '3f0f3c5e-6a5b-5f0e-9d2b-6c7a2f1d4e88';

const SYSTEM_CLOCK: Actor = { kind: 'system', name: 'clock' };

/** Id of the case a child start makes: the same start is the same case, however often it is tried. */
export function childCaseId(parent: string, child: string, token: string): string {
  return uuidV5(`${parent}\n${child}\n${token}`, CHILDREN);
}

/** Lets something happen to a case in hand. Pure; throws EngineFault when the workflow's own code fails. */
export function happen(world: World, work: CaseWork, happening: Happening): Stepped {
  const { by, at } = happening;
  const event = inStorageOrder(happening.event);
  const registered = world.registered(work.now.workflow);
  const policy = event.kind === 'policyAdopted' ? event.policyVersion : work.now.stored.policy;
  const outcome = step(registered, work.now.stored, { event, ...stepContext(world, policy, { by, at }) });
  return record(world, work, {
    ...happening,
    outcome,
    kind: entryKind(event),
    body: { event: event as unknown as JsonObject },
  });
}

/** A case with what queries show of it, worked out once however many steps it took. */
export function shown(world: World, work: CaseWork): CaseWork {
  if (work.projection !== null || work.entries.length === 0 || work.isOnlyMeasured) return work;
  return asFault(work.now.workflow, () => ({ ...work, projection: project(world, work.now, work.summary) }));
}

/** An outcome of the engine on its way into the journal. */
export interface Recording extends Omit<Happening, 'event'> {
  outcome: Outcome;
  kind: EntryKind;
  body: JsonObject;
}

/** Writes an outcome of the engine into the case: state, clocks, outbox, journal. */
export function record(world: World, work: CaseWork, recording: Recording): Stepped {
  return asFault(work.now.workflow, () => recordOutcome(world, work, recording));
}

function recordOutcome(world: World, work: CaseWork, recording: Recording): Stepped {
  const { outcome, by, at } = recording;
  if (outcome.kind === 'refused') return outcome;
  if (outcome.kind === 'dropped') {
    const body = { ...recording.body, reason: outcome.reason };
    const dropped = append(work, { ...recording, kind: 'dropped', body });
    return { kind: 'stepped', work: dropped, orders: { starts: [], cancels: [] }, dropped: true };
  }
  const registered = world.registered(work.now.workflow);
  const stored = inStorageOrder(outcome.stored);
  const summary = registered.workflow.summary(stored.context, stored.value);
  const now: CaseRecord = { ...work.now, stored, status: stored.status };
  const seq = now.seq + 1;
  const applying: Applying = {
    world,
    at,
    by,
    seq,
    now,
    stored,
    unit: summary.unit,
    before: work.now.stored,
    orders: { starts: [], cancels: [] },
    outbox: [],
    links: [],
    armed: {},
  };
  for (const effect of outcome.effects) applyEffect(applying, effect);
  if (stored.status !== 'active') reportEnd(applying, work.silent);
  const applied: CaseWork = {
    ...work,
    now: applying.now,
    summary,
    projection: null,
    outbox: [...work.outbox, ...applying.outbox],
    links: [...work.links, ...applying.links],
  };
  const body: JsonObject = {
    ...recording.body,
    ...(outcome.effects.length === 0 ? {} : { effects: outcome.effects.map(summaryOf) }),
    ...(Object.keys(applying.armed).length === 0 ? {} : { armed: applying.armed }),
    // how it ended is said by the journal itself: accounts are kept from nothing else
    ...(stored.status === 'active' ? {} : { ended: { status: stored.status, output: stored.output ?? null } }),
    policy: stored.policy,
    on: stepContext(world, stored.policy, { by, at }).on,
  };
  return { kind: 'stepped', work: append(applied, { ...recording, body }), orders: applying.orders, dropped: false };
}

/** Appends a journal entry that may or may not have changed the state, and stores its texts. */
export function append(work: CaseWork, entry: Pick<Recording, 'kind' | 'by' | 'at' | 'texts' | 'body'>): CaseWork {
  const { kind, by, at, texts } = entry;
  const body: JsonObject = {
    ...entry.body,
    ...(texts.length === 0 ? {} : { texts: texts.map(({ id, digest }) => ({ id, digest })) }),
    digest: digestOf(work.now.stored),
  };
  const seq = work.now.seq + 1;
  const chained = chain({ caseId: work.id, seq, at, kind, by, body }, work.now.headHash);
  return {
    ...work,
    now: { ...work.now, seq, headHash: chained.hash, changedAt: at },
    entries: [...work.entries, chained],
    texts: [...work.texts, ...texts.map((text) => ({ ...text, caseId: work.id, at }))],
    isOnlyMeasured: false,
  };
}

/** A case after clocks were looked after, and what that asks of other cases. The same work: nothing was to be done. */
export interface Tended {
  work: CaseWork;
  orders: FamilyOrders;
  fired: number;
}

/**
 * Fires everything that is due, in due order, each at its due instant: the case is then as a worker that is never late left it.
 * Where a calendar was edited meanwhile, what was due before the edit fires first, then the clocks are measured anew.
 */
export function fireDue(world: World, work: CaseWork, until: Instant): Tended {
  return fireUntil(world, catchUp(world, work, until), until);
}

/** Brings the clocks of a case to the calendars as they are, edit by edit; what was due before an edit fires first. */
export function catchUp(world: World, work: CaseWork, until: Instant): Tended {
  let tended: Tended = { work, orders: { starts: [], cancels: [] }, fired: 0 };
  if (work.now.status !== 'active') return tended;
  for (const edit of unseenEdits(world.ground, work.now.clocks, until)) {
    tended = fireUntil(world, tended, edit.at);
    tended = { ...tended, work: measuredAnew(world, tended.work, edit) };
  }
  return tended;
}

function fireUntil(world: World, { work, orders, fired: before }: Tended, until: Instant): Tended {
  let current = work;
  for (let fired = before; ; fired += 1) {
    const next = current.now.status === 'active' ? nextFiring(current.now.clocks) : null;
    if (next === null || next.at > until) return { work: current, orders, fired };
    if (fired >= MAX_FIRINGS) throw new EngineFault(`clock "${next.clock}" fires without end`);
    const stepped = fireOne(world, current, next);
    orders.starts.push(...stepped.orders.starts);
    orders.cancels.push(...stepped.orders.cancels);
    current = {
      ...stepped.work,
      now: { ...stepped.work.now, version: stepped.work.now.version + 1, stuckUntil: null },
    };
  }
}

/** The clocks of a case after an edit, with an entry in its journal when that can be seen. */
function measuredAnew(world: World, work: CaseWork, edit: CalendarEdit): CaseWork {
  const { now } = work;
  if (now.status !== 'active') return work;
  const at = atOfEdit(edit, now);
  const remeasured = asFault(now.workflow, () =>
    remeasure(world.ground, now.clocks, { edit, at, unit: work.summary.unit }),
  );
  const { clocks } = remeasured;
  const isOnlyMeasured = work.isOnlyMeasured || (work.before !== null && work.entries.length === 0);
  const stamped: CaseWork = { ...work, now: { ...now, clocks }, projection: null, isStamped: true, isOnlyMeasured };
  if (remeasured.moved.length === 0) return stamped;
  const body = movedInJournal(edit, remeasured);
  const appended = append(stamped, { kind: 'reprojected', by: edit.by, at, texts: [], body });
  return { ...appended, now: { ...appended.now, version: now.version + 1 }, isOnlyMeasured };
}

function fireOne(world: World, work: CaseWork, firing: Firing): { work: CaseWork; orders: FamilyOrders } {
  const { clock, token, rung } = firing;
  const marked: CaseWork = { ...work, now: { ...work.now, clocks: markFired(work.now.clocks, firing) } };
  const at = firing.at > work.now.changedAt ? firing.at : work.now.changedAt;
  const event: EngineEvent =
    rung === undefined ? { kind: 'clock', clock, token } : { kind: 'rung', clock, token, rung };
  const stepped = happen(world, marked, { event, by: SYSTEM_CLOCK, at, texts: [] });
  // A chart never refuses a clock; a rung's event that it does not expect is a broken promise of the workflow.
  if (stepped.kind === 'refused') throw new EngineFault(`clock "${clock}" was refused: ${stepped.refusal.code}`);
  return stepped;
}

interface Applying {
  world: World;
  at: Instant;
  by: Actor;
  seq: number;
  now: CaseRecord;
  stored: Stored;
  /** Of the case after the step: its calendars hold. */
  unit: string;
  before: Stored;
  orders: FamilyOrders;
  outbox: OutboxDraft[];
  links: CaseWork['links'];
  armed: Record<string, JsonObject>;
}

function applyEffect(applying: Applying, effect: Effect): void {
  const { now, at, by, orders } = applying;
  switch (effect.kind) {
    case 'perform':
      send(applying, effect.name, { kind: 'perform', payload: effect.payload });
      return;
    case 'tell':
      tell(applying, effect);
      return;
    case 'startChild':
      orders.starts.push({
        parent: { case: now.id, child: effect.id, token: effect.token },
        workflow: effect.workflow,
        input: effect.input,
        by,
        at,
      });
      return;
    case 'cancelChild':
      orders.cancels.push({ caseId: childCaseId(now.id, effect.id, effect.token), reason: 'parent', by, at });
      return;
    default:
      applyToClock(applying, effect);
  }
}

function applyToClock(applying: Applying, effect: Extract<Effect, { clock: string }>): void {
  const { world, now, at, unit } = applying;
  const { ground, calendar } = world;
  const clocks = applyClockEffect(now.clocks, effect, { at, ground, unit, calendar });
  applying.now = { ...now, clocks };
  const clock = clocks[effect.clock];
  if (clock !== undefined) applying.armed[effect.clock] = { token: clock.token, dueAt: clock.dueAt };
}

function tell(applying: Applying, { target, event }: Extract<Effect, { kind: 'tell' }>): void {
  const to = addressOf(applying, target);
  send(applying, event.type, { kind: 'tell', to, event });
  if ('case' in target) applying.links.push({ target: to, relation: event.type, since: applying.at });
}

function addressOf({ now, stored, before }: Applying, target: Extract<Effect, { kind: 'tell' }>['target']): string {
  if ('case' in target) return target.case;
  if ('parent' in target) {
    if (now.parent === null) throw new EngineFault('a case without parent tells its parent');
    return now.parent.case;
  }
  const child = stored.children[target.child] ?? before.children[target.child];
  if (child === undefined) throw new EngineFault(`child "${target.child}" is told something but does not run`);
  return childCaseId(now.id, target.child, child.token);
}

/** Tells the parent that this child has ended. The outbox row makes it exactly once: it is done in the parent's transaction. */
function reportEnd(applying: Applying, silent: boolean): void {
  const { now, stored } = applying;
  applying.now = { ...now, clocks: {} };
  if (now.parent === null || silent) return;
  const { case: to, child, token } = now.parent;
  if (stored.status === 'cancelled')
    send(applying, 'childFailed', { kind: 'childFailed', to, child, token, error: 'cancelled' });
  else send(applying, 'childDone', { kind: 'childDone', to, child, token, output: stored.output ?? null });
}

function send(applying: Applying, name: string, payload: OutboxPayload): void {
  const { now, seq, at, outbox } = applying;
  const { id: caseId, workflow, realm } = now;
  const n = outbox.length;
  outbox.push({ id: `${caseId}:${String(seq)}:${String(n)}`, caseId, workflow, realm, seq, n, at, name, payload });
}

/** An effect as the journal remembers it: what and for whom, not the payload. */
function summaryOf(effect: Effect): JsonObject {
  switch (effect.kind) {
    case 'perform':
      return { kind: effect.kind, name: effect.name };
    case 'tell':
      return { kind: effect.kind, name: effect.event.type, target: { ...effect.target } };
    case 'startChild':
      return { kind: effect.kind, name: effect.workflow, id: effect.id, token: effect.token };
    case 'cancelChild':
      return { kind: effect.kind, name: effect.id, token: effect.token };
    default:
      return { kind: effect.kind, name: effect.clock, token: effect.token };
  }
}

function entryKind(event: EngineEvent): EntryKind {
  return event.kind === 'cancel' ? 'cancelled' : event.kind;
}
