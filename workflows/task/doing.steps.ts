import { assertEvent } from 'xstate';

import type { TaskRequest } from './task.context.js';
import type { TaskEvent } from './task.events.js';
import { answered, closed, freshVisit, personOf, withPerson, type Args, type Change } from './task.step.js';

/*
 * The work and its judgement: what each step writes into the context. Pure: the chart names them, nothing else calls them.
 */

export function recordAcceptance({ context, event }: Args): Change {
  assertEvent(event, 'accept');
  const accepting = withPerson(context.handlers, personOf(event.by));
  return { handlers: withPerson(accepting, event.input.handler ?? null), acceptedBySilence: false };
}

export function recordSilentAcceptance(): Change {
  return { acceptedBySilence: true };
}

export function recordLine({ context }: Args): Change {
  return { line: Math.min(context.line + 1, 3) };
}

export function recordDuty({ context, event }: Args): Change {
  assertEvent(event, 'duty.rung');
  return { onDuty: [...new Set([...context.onDuty, ...event.payload.persons])] };
}

export function recordAssignment({ context, event }: Args): Change {
  assertEvent(event, 'assignInside');
  const { unit = null, person, note = null } = event.input;
  return {
    assignments: [...context.assignments, { unit, person, note, at: event.at }],
    handlers: withPerson(context.handlers, person),
  };
}

export function recordTimetable({ context, event }: Args): Change {
  assertEvent(event, 'setTimetable');
  const { steps, reason = null } = event.input;
  return {
    timetable: steps.map(({ what, on }) => ({ what, on, doneAt: null })),
    timetableReason: reason,
    handlers: withPerson(context.handlers, personOf(event.by)),
  };
}

export function recordStep({ context, event }: Args): Change {
  assertEvent(event, 'doneStep');
  const { step, files } = event.input;
  return {
    timetable: context.timetable.map((one, index) => (index === step - 1 ? { ...one, doneAt: event.at } : one)),
    evidence: [...new Set([...context.evidence, ...files])],
    handlers: withPerson(context.handlers, personOf(event.by)),
  };
}

export function recordProgress({ context, event }: Args): Change {
  assertEvent(event, 'progress');
  return {
    progressNotes: context.progressNotes + 1,
    openNotes: context.openNotes + (event.input.open ? 1 : 0),
    lastNote: event.input.note,
    handlers: withPerson(context.handlers, personOf(event.by)),
  };
}

export function recordFinish({ context, event }: Args): Change {
  assertEvent(event, 'finish');
  return {
    answer: event.input.answer,
    evidence: [...new Set([...context.evidence, ...event.input.evidence])],
    handlers: withPerson(context.handlers, personOf(event.by)),
    request: null,
    signedBy: null,
  };
}

/** The draft waits for its signature like any other request. */
export function recordDraft(args: Args): Change {
  assertEvent(args.event, 'finish');
  const { answer, evidence } = args.event.input;
  return {
    ...recordFinish(args),
    request: { kind: 'signature', reason: answer, days: 0, evidence, at: args.event.at },
  };
}

export function recordSignature(args: Args): Change {
  return { signedBy: personOf(args.event.by), answers: answered(args, 'granted'), request: null };
}

export function countAnswerReturn(args: Args): Change {
  return {
    answerReturns: args.context.answerReturns + 1,
    answers: answered(args, 'refused'),
    request: null,
    answer: null,
  };
}

export function recordReply({ context, event }: Args): Change {
  assertEvent(event, 'answerResident');
  return { contactReplies: context.contactReplies + 1, contactLate: false };
}

export function recordContactSilence(): Change {
  return { contactLate: true };
}

export function recordRequest({ context, event }: Args): Change {
  assertEvent(event, ['askHold', 'askExtension', 'reportImpossible']);
  return { request: requestOf(event), handlers: withPerson(context.handlers, personOf(event.by)) };
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
  return { answers: answered(args, 'refused'), request: null, nominee: null };
}

export function countLapse(args: Args): Change {
  return { answers: answered(args, 'lapsed'), request: null, nominee: null };
}

export function recordImpossible(args: Args): Change {
  const { request, evidence, holdings } = args.context;
  return {
    answers: answered(args, 'granted'),
    answer: request?.reason ?? null,
    evidence: [...new Set([...evidence, ...(request?.evidence ?? [])])],
    request: null,
    holdings: closed(holdings, args.event.at),
    ending: 'impossible',
  };
}

export function countOverdue({ context }: Args): Change {
  return { overdue: true, overdueCount: context.overdueCount + 1 };
}

export function recordSupervision(): Change {
  return { supervised: true };
}

export function recordVerification({ context, event }: Args): Change {
  return { verifiedBy: personOf(event.by), holdings: closed(context.holdings, event.at), ending: 'verified' };
}

/** Badly done once is done again; the count of it never goes back. */
export function countRedo({ context, event }: Args): Change {
  assertEvent(event, ['sendBack', 'sendBackInstead', 'coordinatorSendBack']);
  return {
    ...freshVisit(),
    redoCount: context.redoCount + 1,
    redoReason: event.input.reason,
    silences: 0,
    redoing: true,
  };
}

export function countSilence({ context }: Args): Change {
  return { silences: context.silences + 1 };
}

export function recordLead({ event }: Args): Change {
  assertEvent(event, 'lead.known');
  return { lead: event.payload.task, leadUnit: event.payload.unit };
}

/** What the leading task hears of its assists: one line each, the latest. */
export function recordAssist({ context, event }: Args): Change {
  assertEvent(event, ['assist.late', 'assist.done']);
  const { task, unit } = event.payload;
  const state = event.type === 'assist.late' ? 'late' : event.payload.result;
  return { assists: [...context.assists.filter((one) => one.task !== task), { task, unit, state, at: event.at }] };
}
