import { assertEvent } from 'xstate';

import type { Actor } from '#libs/engine';

import type { TaskAnswer, TaskContext, TaskRequest } from './task.context.js';
import type { TaskEvent } from './task.events.js';

/*
 * What each step writes into the context. Pure: the chart names them, nothing else calls them.
 */

type Args = { context: TaskContext; event: TaskEvent };
type Change = Partial<TaskContext>;

/** The person behind an act; null for systems. */
export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? by.person : null;
}

function withHandler(handlers: string[], person: string | null): string[] {
  return person === null || handlers.includes(person) ? handlers : [...handlers, person];
}

export function recordAcceptance({ context, event }: Args): Change {
  assertEvent(event, 'accept');
  const accepting = withHandler(context.handlers, personOf(event.by));
  return { handlers: withHandler(accepting, event.input.handler ?? null), acceptedBySilence: false };
}

export function recordSilentAcceptance(): Change {
  return { acceptedBySilence: true };
}

export function recordReturn({ context, event }: Args): Change {
  assertEvent(event, 'returnTask');
  const { ground, reason, basis, suggestedUnit } = event.input;
  const entry = { unit: context.unit, ground, reason, basis, suggestedUnit: suggestedUnit ?? null, at: event.at };
  return { returns: [...context.returns, entry] };
}

export function countReassignment({ context, event }: Args): Change {
  assertEvent(event, 'reassign');
  return { dispatches: context.dispatches + 1, unit: event.input.unit, ...freshVisit() };
}

export function countOwner({ context, event }: Args): Change {
  assertEvent(event, 'assignOwner');
  return { dispatches: context.dispatches + 1, unit: event.input.unit, owned: true, ...freshVisit() };
}

/** Nobody ruled in time: the unit asked first leads (首接负责) and cannot return the task. */
export function countFirstAskedOwner({ context }: Args): Change {
  return { dispatches: context.dispatches + 1, unit: context.firstUnit, owned: true, ...freshVisit() };
}

function freshVisit(): Change {
  return { overdue: false, request: null, acceptedBySilence: false, redoing: false };
}

export function recordArbiter({ event }: Args): Change {
  assertEvent(event, 'arbiter.found');
  return { arbiter: event.payload.unit };
}

export function recordProgress({ context, event }: Args): Change {
  assertEvent(event, 'progress');
  return {
    progressNotes: context.progressNotes + 1,
    lastNote: event.input.note,
    handlers: withHandler(context.handlers, personOf(event.by)),
  };
}

export function recordFinish({ context, event }: Args): Change {
  assertEvent(event, 'finish');
  return {
    answer: event.input.answer,
    evidence: [...new Set([...context.evidence, ...event.input.evidence])],
    handlers: withHandler(context.handlers, personOf(event.by)),
    request: null,
  };
}

export function recordRequest({ context, event }: Args): Change {
  assertEvent(event, ['askHold', 'askExtension', 'reportImpossible']);
  return { request: requestOf(event), handlers: withHandler(context.handlers, personOf(event.by)) };
}

function requestOf(event: Extract<TaskEvent, { type: 'askHold' | 'askExtension' | 'reportImpossible' }>): TaskRequest {
  const { at } = event;
  switch (event.type) {
    case 'askHold':
      return { kind: 'hold', reason: event.input.reason, days: event.input.days, evidence: event.input.evidence, at };
    case 'askExtension':
      return { kind: 'extension', reason: event.input.reason, days: event.input.days, evidence: [], at };
    case 'reportImpossible':
      return { kind: 'impossible', reason: event.input.reason, days: 0, evidence: event.input.evidence, at };
  }
}

function answered({ context, event }: Args, decision: TaskAnswer['decision']): TaskAnswer[] {
  if (context.request === null) return context.answers;
  const reason = 'input' in event && 'reason' in event.input ? event.input.reason : null;
  return [...context.answers, { kind: context.request.kind, decision, reason, at: event.at }];
}

/** The hold keeps its request: its length is the length of the hold's clock. */
export function recordHold(args: Args): Change {
  return { answers: answered(args, 'granted') };
}

export function countHold({ context }: Args): Change {
  return { holds: context.holds + 1, request: null };
}

export function countExtension(args: Args): Change {
  return { extensions: args.context.extensions + 1, answers: answered(args, 'granted'), request: null };
}

export function countRefusal(args: Args): Change {
  return { answers: answered(args, 'refused'), request: null };
}

export function countLapse(args: Args): Change {
  return { answers: answered(args, 'lapsed'), request: null };
}

export function recordImpossible(args: Args): Change {
  const { request, evidence } = args.context;
  return {
    answers: answered(args, 'granted'),
    answer: request?.reason ?? null,
    evidence: [...new Set([...evidence, ...(request?.evidence ?? [])])],
    request: null,
    ending: 'impossible',
  };
}

export function recordRulingImpossible({ context, event }: Args): Change {
  assertEvent(event, 'declareImpossible');
  return {
    answer: event.input.reason,
    evidence: [...new Set([...context.evidence, ...event.input.evidence])],
    ending: 'impossible',
  };
}

export function countOverdue({ context }: Args): Change {
  return { overdue: true, overdueCount: context.overdueCount + 1 };
}

export function recordSupervision(): Change {
  return { supervised: true };
}

export function recordVerification({ event }: Args): Change {
  return { verifiedBy: personOf(event.by), ending: 'verified' };
}

/** Badly done once is done again; the count of it never goes back. */
export function countRedo({ context, event }: Args): Change {
  assertEvent(event, ['sendBack', 'sendBackInstead', 'coordinatorSendBack']);
  return {
    redoCount: context.redoCount + 1,
    redoReason: event.input.reason,
    silences: 0,
    ...freshVisit(),
    redoing: true,
  };
}

export function countSilence({ context }: Args): Change {
  return { silences: context.silences + 1 };
}

export function recordWithdrawal({ event }: Args): Change {
  assertEvent(event, 'withdrawTask');
  return { endReason: event.input.reason };
}
