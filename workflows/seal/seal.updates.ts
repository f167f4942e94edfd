import { assertEvent } from 'xstate';

import { personOf, type Paper, type SealContext, type Signature } from './seal.context.js';
import type { SealEvent } from './seal.events.js';

/*
 * What each step writes into the context. Pure: the chart names them, nothing else calls them.
 */

type Args = { context: SealContext; event: SealEvent };
type Change = Partial<SealContext>;

const DAY = 86_400_000;

/** The local date so many days after one. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10);
}

/** A paper of the same name takes the place of the older one. */
function withPapers(papers: Paper[], added: Paper[]): Paper[] {
  const names = new Set(added.map(({ name }) => name));
  return [...papers.filter(({ name }) => !names.has(name)), ...added];
}

const FRESH: Change = { holder: null, heldSince: null, receivedBySilence: false, overdue: false, missing: null };

export function recordSubmission({ context, event }: Args): Change {
  assertEvent(event, 'submit');
  return { ...FRESH, papers: withPapers(context.papers, event.input.papers), submittedAt: event.at };
}

export function recordReceipt({ event }: Args): Change {
  assertEvent(event, 'acknowledge');
  return { holder: personOf(event.by), heldSince: event.at, receivedBySilence: false };
}

export function recordSilentReceipt({ event }: Args): Change {
  return { heldSince: event.at, receivedBySilence: true };
}

export function recordDelegation({ event }: Args): Change {
  assertEvent(event, 'delegateSeal');
  return { holder: event.input.to, heldSince: event.at };
}

export function countAsking({ context, event }: Args): Change {
  assertEvent(event, 'askPapers');
  const { papers, note } = event.input;
  const holder = context.holder ?? personOf(event.by);
  return { askings: context.askings + 1, missing: { papers, note, since: event.at }, holder };
}

export function recordSupply({ context, event }: Args): Change {
  assertEvent(event, 'supply');
  return { papers: withPapers(context.papers, event.input.papers), missing: null };
}

/** What was put on the table or signed before, completed by what is signed now. */
function signatureOf(context: SealContext, event: SealEvent): Signature {
  assertEvent(event, ['sign', 'signWithConditions']);
  const { number, document, validUntil } = event.input;
  const standard = context.validDays === null ? null : daysAfter(event.on, context.validDays);
  return { number: number ?? null, document, validUntil: validUntil ?? standard, by: personOf(event.by), at: event.at };
}

export function recordSignature({ context, event }: Args): Change {
  return {
    signature: signatureOf(context, event),
    affixed: context.seals,
    missing: null,
    ending: 'signed',
    endedAt: event.at,
  };
}

export function countSeal({ context, event }: Args): Change {
  assertEvent(event, 'sign');
  const holder = context.holder ?? personOf(event.by);
  return { affixed: context.affixed + (event.input.seals ?? 1), holder, signature: signatureOf(context, event) };
}

export function recordConditions({ context, event }: Args): Change {
  assertEvent(event, 'signWithConditions');
  return {
    signature: signatureOf(context, event),
    conditions: event.input.conditions.map((text) => ({ text, met: false })),
    missing: null,
  };
}

export function recordSilentSignature({ context, event }: Args): Change {
  const validUntil = context.validDays === null ? null : daysAfter(event.on, context.validDays);
  const signature = { number: null, document: null, validUntil, by: null, at: event.at };
  return { signature, affixed: context.seals, ending: 'signed', endedAt: event.at };
}

export function recordProof({ context, event }: Args): Change {
  assertEvent(event, 'reportMet');
  return { proof: [...new Set([...context.proof, ...event.input.files])] };
}

export function recordMet({ context, event }: Args): Change {
  const conditions = context.conditions.map((condition) => ({ ...condition, met: true }));
  return { conditions, affixed: context.seals, ending: 'signed', endedAt: event.at };
}

export function countUnmet({ context, event }: Args): Change {
  assertEvent(event, 'notMet');
  return { confirmations: context.confirmations + 1, lastReason: event.input.reason };
}

export function countRefusal({ context, event }: Args): Change {
  assertEvent(event, 'refuse');
  const { ground, reason, basis } = event.input;
  return {
    refusals: context.refusals + 1,
    refusal: { ground, reason, basis, at: event.at },
    holder: personOf(event.by),
    missing: null,
  };
}

export function countAppeal({ context, event }: Args): Change {
  assertEvent(event, 'appeal');
  return {
    appeals: context.appeals + 1,
    lastReason: event.input.reason,
    papers: withPapers(context.papers, event.input.papers),
  };
}

export function recordUpheld({ event }: Args): Change {
  assertEvent(event, 'upholdAppeal');
  return { ...FRESH, directed: true, ruling: event.input.reason };
}

export function recordRejected({ event }: Args): Change {
  assertEvent(event, 'rejectAppeal');
  return { ruling: event.input.reason };
}

export function countResubmission({ context, event }: Args): Change {
  assertEvent(event, 'resubmit');
  return {
    ...FRESH,
    resubmissions: context.resubmissions + 1,
    lastReason: event.input.changes,
    papers: withPapers(context.papers, event.input.papers),
    // the document is another one: what was put on the old one does not count
    affixed: 0,
    signature: null,
  };
}

export function countSitting({ context, event }: Args): Change {
  assertEvent(event, 'sitting.recorded');
  return { sittings: context.sittings + 1, sitting: event.payload };
}

export function recordSittingSignature({ context, event }: Args): Change {
  const { sitting, validDays } = context;
  if (sitting === null) throw new Error('no sitting was recorded');
  const standard = validDays === null ? null : daysAfter(event.on, validDays);
  const { document, number, validUntil } = sitting;
  const signature = {
    number,
    document,
    validUntil: validUntil ?? standard,
    by: 'by' in event ? personOf(event.by) : null,
    at: event.at,
  };
  return { signature, affixed: context.seals, missing: null, ending: 'signed', endedAt: event.at };
}

export function countDenial({ context, event }: Args): Change {
  assertEvent(event, 'denySitting');
  return { denials: context.denials + 1, sitting: null, lastReason: event.input.reason };
}

export function countSilence({ context }: Args): Change {
  return { silences: context.silences + 1 };
}

export function recordOverdue(): Change {
  return { overdue: true };
}

export function recordSupervision(): Change {
  return { supervised: true };
}

export function endRefused({ event }: Args): Change {
  return {
    ending: 'refused',
    endedAt: event.at,
    ...(event.type === 'giveUp' ? { lastReason: event.input.reason } : {}),
  };
}

export function endCancelled({ event }: Args): Change {
  return { ending: 'cancelled', endedAt: event.at };
}
