import { assertEvent } from 'xstate';

import { answered, closed, givenTo, personOf, withPerson, type Args, type Change } from './task.step.js';

/*
 * Whose the task is: what each step writes into the context. Pure: the chart names them, nothing else calls them.
 */

export function recordAdmission({ event }: Args): Change {
  assertEvent(event, 'admission.checked');
  return { admission: event.payload };
}

export function recordReturn({ context, event }: Args): Change {
  assertEvent(event, 'returnTask');
  const { ground, reason, basis, suggestedUnit } = event.input;
  const entry = { unit: context.unit, ground, reason, basis, suggestedUnit: suggestedUnit ?? null, at: event.at };
  return {
    returns: [...context.returns, entry],
    holdings: closed(context.holdings, event.at),
  };
}

export function countReassignment(args: Args): Change {
  assertEvent(args.event, 'reassign');
  const { unit, note } = args.event.input;
  return givenTo(args, { unit, why: 'reassigned', note: note ?? null });
}

export function countTransfer(args: Args): Change {
  assertEvent(args.event, 'transfer');
  const { unit, reason } = args.event.input;
  return { ...givenTo(args, { unit, why: 'transferred', note: reason }), transfers: args.context.transfers + 1 };
}

/** The leader asks another unit; the request waits like any other. */
export function recordProposal({ context, event }: Args): Change {
  assertEvent(event, 'proposeTransfer');
  const { unit, reason } = event.input;
  return {
    nominee: unit,
    request: { kind: 'transfer', reason, days: 0, evidence: [], at: event.at },
    handlers: withPerson(context.handlers, personOf(event.by)),
  };
}

/** Taken over freely: it cannot be returned. */
export function countTakeOver(args: Args): Change {
  const { nominee, unit, request, transfers } = args.context;
  const moved = givenTo(args, { unit: nominee ?? unit, why: 'takenOver', note: request?.reason ?? null });
  return { ...moved, answers: answered(args, 'granted'), owned: true, transfers: transfers + 1 };
}

/** Who ruled on an earlier dispute is not asked again unless the registry says so. */
export function forgetArbiter(): Change {
  return { arbiter: null };
}

/** An answer to a dispute that is over is taken, and stands in the journal; nobody is to do anything about it. */
export function ignoreArbiter(): Change {
  return {};
}

/** What the registry found for this very dispute. */
export function recordArbiter({ event }: Args): Change {
  assertEvent(event, 'arbiter.found');
  return { arbiter: event.payload.unit, fallback: event.payload.fallback };
}

export function countOwner(args: Args): Change {
  assertEvent(args.event, 'assignOwner');
  const { unit, reason } = args.event.input;
  return { ...givenTo(args, { unit, why: 'arbitrated', note: reason }), owned: true };
}

/** Nobody ruled in time, or nobody fits: the district of the unit asked first takes it (兜底), else that unit itself. */
export function countFallback(args: Args): Change {
  const { fallback, firstUnit } = args.context;
  const note = args.event.type === 'nobodyFits' ? args.event.input.reason : null;
  return { ...givenTo(args, { unit: fallback ?? firstUnit, why: 'fallback', note }), owned: true };
}

/** Nothing stands above the units in dispute: the first-received district leads (首接负责) until a joint meeting names one. */
export function countProvisionalLead(args: Args): Change {
  assertEvent(args.event, 'arbiter.found');
  const { fallback } = args.event.payload;
  const moved = givenTo(args, { unit: fallback ?? args.context.firstUnit, why: 'provisional' });
  return { ...moved, arbiter: null, fallback, owned: true, provisional: true };
}

export function countNamedOwner(args: Args): Change {
  assertEvent(args.event, 'owner.named');
  const { unit, minutes } = args.event.payload;
  return { ...givenTo(args, { unit, why: 'jointMeeting' }), owned: true, minutes };
}

/** A minute that comes when the owner is settled changes nothing but the record. */
export function recordMinutes({ event }: Args): Change {
  assertEvent(event, 'owner.named');
  return { minutes: event.payload.minutes };
}

/** The meeting named the unit that leads already: it goes on, its time runs on. */
export function confirmOwner({ event }: Args): Change {
  assertEvent(event, 'owner.named');
  return { provisional: false, minutes: event.payload.minutes };
}

export function countSuccession(args: Args): Change {
  assertEvent(args.event, 'unit.succeeded');
  const { to, reason } = args.event.payload;
  const { owned } = args.context;
  return {
    ...recordSuccession(args),
    ...givenTo(args, { unit: to ?? args.context.unit, why: 'succeeded', note: reason }),
    owned,
  };
}

/** Its unit is gone and nobody took over: back to the dispatcher, and no return of the unit's. */
export function recordGone(args: Args): Change {
  const { holdings, handlers, formerHandlers } = args.context;
  return {
    ...recordSuccession(args),
    holdings: closed(holdings, args.event.at),
    handlers: [],
    formerHandlers: [...new Set([...formerHandlers, ...handlers])],
    assignments: [],
    request: null,
    nominee: null,
    owned: false,
  };
}

/** Wherever a unit that is gone is remembered as one to come back to, its successor stands. */
export function recordSuccession({ context, event }: Args): Change {
  assertEvent(event, 'unit.succeeded');
  const { from, to } = event.payload;
  const heir = (unit: string | null): string | null => (unit === from ? to : unit);
  return {
    firstUnit: heir(context.firstUnit) ?? context.firstUnit,
    fallback: heir(context.fallback),
    contact: heir(context.contact),
    arbiter: heir(context.arbiter),
  };
}

/** While it is verified no time runs: a successor only steps in; without one a sending back goes to the dispatcher. */
export function recordSuccessionAtRest(args: Args): Change {
  assertEvent(args.event, 'unit.succeeded');
  const { from, to, reason } = args.event.payload;
  const { unit, holdings } = args.context;
  if (unit !== from) return recordSuccession(args);
  if (to === null) return { ...recordSuccession(args), orphaned: true };
  const next = { unit: to, from: args.event.at, to: null, why: 'succeeded' as const, note: reason };
  return { ...recordSuccession(args), unit: to, holdings: [...closed(holdings, args.event.at), next] };
}

export function recordWithdrawal({ context, event }: Args): Change {
  assertEvent(event, 'withdrawTask');
  return { endReason: event.input.reason, holdings: closed(context.holdings, event.at) };
}

export function recordRulingImpossible({ context, event }: Args): Change {
  assertEvent(event, 'declareImpossible');
  return {
    answer: event.input.reason,
    evidence: [...new Set([...context.evidence, ...event.input.evidence])],
    ending: 'impossible',
  };
}
