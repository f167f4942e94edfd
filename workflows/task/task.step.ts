import type { Actor } from '#libs/engine';

import type { TaskAnswer, TaskContext, TaskHolding, HoldingGround } from './task.context.js';
import type { TaskEvent } from './task.events.js';

/*
 * Pieces that the steps are made of. Pure.
 */

export type Args = { context: TaskContext; event: TaskEvent };
export type Change = Partial<TaskContext>;

/** The person behind an act; null for systems. */
export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? by.person : null;
}

/** One more person on a list, each once. */
export function withPerson(persons: string[], person: string | null): string[] {
  return person === null || persons.includes(person) ? persons : [...persons, person];
}

/** The holding that runs ends: what came of it stays on that unit's account. */
export function closed(holdings: TaskHolding[], at: string): TaskHolding[] {
  return holdings.map((holding) => (holding.to === null ? { ...holding, to: at } : holding));
}

/** What begins anew with every visit to a unit. */
export function freshVisit(): Change {
  return {
    overdue: false,
    request: null,
    acceptedBySilence: false,
    redoing: false,
    nominee: null,
    line: 0,
    onDuty: [],
  };
}

/** The task comes to a unit: history kept, those who worked on it before remembered, holds and extensions its own. */
export function givenTo(
  { context, event }: Args,
  { unit, why, note = null }: { unit: string; why: HoldingGround; note?: string | null },
): Change {
  const { handlers, formerHandlers, holdings, dispatches } = context;
  return {
    ...freshVisit(),
    unit,
    dispatches: dispatches + 1,
    holdings: [...closed(holdings, event.at), { unit, from: event.at, to: null, why, note }],
    handlers: [],
    formerHandlers: [...new Set([...formerHandlers, ...handlers])],
    // offices of the unit before have no part in it any more; who did the work is remembered by name
    assignments: [],
    holds: 0,
    extensions: 0,
    provisional: false,
    orphaned: false,
    timetable: [],
    timetableReason: null,
    contactLate: false,
    contactReplies: 0,
  };
}

/** The open request with its end on record. */
export function answered({ context, event }: Args, decision: TaskAnswer['decision']): TaskAnswer[] {
  if (context.request === null) return context.answers;
  const reason = 'input' in event && 'reason' in event.input ? (event.input.reason ?? null) : null;
  return [...context.answers, { kind: context.request.kind, decision, reason, at: event.at }];
}
