import { assertEvent } from 'xstate';

import type { Actor } from '#libs/engine';

import type { BallotContext, PollState } from './ballot.context.js';
import type { BallotEvent } from './ballot.events.js';

/*
 * What each step writes into the context. Pure: the chart names them, nothing else calls them.
 */

type Args = { context: BallotContext; event: BallotEvent };
type Change = Partial<BallotContext>;

const personOf = (by: Actor): string | null => (by.kind === 'person' ? by.person : null);

export function recordCount({ event }: Args): Change {
  assertEvent(event, 'recordCount');
  const { method, yes, no, abstain, invalid, sheet } = event.input;
  const count = { method, yes, no, abstain, invalid, sheet: sheet ?? null };
  return { count, teller: personOf(event.by), reminders: 0 };
}

export function recordConfirmation({ event }: Args): Change {
  assertEvent(event, 'confirmCount');
  return { confirmedBy: personOf(event.by), reckonings: 0, refusedBy: null };
}

export function countDispute({ context, event }: Args): Change {
  assertEvent(event, 'disputeCount');
  return { recounts: context.recounts + 1, lastReason: event.input.reason, ...uncounted };
}

export function countExtension({ context, event }: Args): Change {
  assertEvent(event, 'extendWindow');
  return { extensions: context.extensions + 1, lastReason: event.input.reason };
}

export function countRevote({ context, event }: Args): Change {
  assertEvent(event, 'declareVoid');
  return { revotes: context.revotes + 1, lastReason: event.input.reason, ...uncounted };
}

export function recordVoid({ event }: Args): Change {
  assertEvent(event, 'declareVoid');
  return { lastReason: event.input.reason, ending: 'void' };
}

export function recordLapse(): Change {
  return { ending: 'lapsed' };
}

export function countReminder({ context }: Args): Change {
  return { reminders: context.reminders + 1 };
}

export function countReckoning({ context }: Args): Change {
  return { reckonings: context.reckonings + 1 };
}

/** No verdict came: a person looks at the count again. */
export function countFailedReckoning({ context }: Args): Change {
  return { reckonings: context.reckonings + 1, confirmedBy: null };
}

/** The rule cannot judge these counts: a person looks, and may declare the ballot void. */
export function countRefusedReckoning({ context, event }: Args): Change {
  assertEvent(event, 'ballot.refused');
  return { reckonings: context.reckonings + 1, confirmedBy: null, refusedBy: event.payload.code };
}

/** Nothing is decided by a verdict on a count that a person is looking at again. */
export function countLateAnswer({ context }: Args): Change {
  return { lateAnswers: context.lateAnswers + 1 };
}

export function recordVerdict({ event }: Args): Change {
  assertEvent(event, 'ballot.counted');
  const { verdict, provisional, certificate } = event.payload;
  return { verdict, provisional, certificate };
}

function ofPoll({ poll }: BallotContext, change: Partial<PollState>): Change {
  return poll === null ? {} : { poll: { ...poll, ...change } };
}

export function countDrawing({ context }: Args): Change {
  return ofPoll(context, { drawings: (context.poll?.drawings ?? 0) + 1 });
}

export function countRedraw({ context, event }: Args): Change {
  assertEvent(event, 'redrawRoll');
  const redraws = (context.poll?.redraws ?? 0) + 1;
  return { ...ofPoll(context, { redraws, drawings: 0, drawn: null, refusedBy: null }), lastReason: event.input.reason };
}

export function recordRoll({ context, event }: Args): Change {
  assertEvent(event, 'roll.drawn');
  return ofPoll(context, { drawn: event.payload, refusedBy: null });
}

export function recordNoRoll({ context, event }: Args): Change {
  return ofPoll(context, { refusedBy: event.type === 'roll.refused' ? event.payload.code : 'roll.silent' });
}

/** By a person, with a reason; or by itself when too few took part. */
export function countPollExtension({ context, event }: Args): Change {
  const extended = ofPoll(context, { extensions: (context.poll?.extensions ?? 0) + 1, closings: 0 });
  return event.type === 'extendPolling' ? { ...extended, lastReason: event.input.reason } : extended;
}

export function recordClosed({ context, event }: Args): Change {
  assertEvent(event, 'ballot.closed');
  return ofPoll(context, { closed: event.payload, closings: 0 });
}

export function countClosing({ context }: Args): Change {
  return ofPoll(context, { closings: (context.poll?.closings ?? 0) + 1 });
}

export function countSettlement({ context }: Args): Change {
  return ofPoll(context, { settlements: (context.poll?.settlements ?? 0) + 1, closings: 0 });
}

/** Papers could not be tallied: a person looks, and may have it tried again. */
export function recordRefusedTally({ context, event }: Args): Change {
  return ofPoll(context, {
    refusedBy: event.type === 'ballot.refused' ? event.payload.code : 'tally.silent',
    closings: 0,
  });
}

const uncounted = { count: null, teller: null, confirmedBy: null, reminders: 0, reckonings: 0 } satisfies Change;
