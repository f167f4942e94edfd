import { assertEvent } from 'xstate';

import type { NoticeContext, Objection, Withdrawal } from './notice.context.js';
import type { NoticeEvent } from './notice.events.js';
import { personOf } from './notice.guards.js';

/*
 * What each step writes into the context. Pure: the chart names them, nothing else calls them.
 */

type Args = { context: NoticeContext; event: NoticeEvent };
type Change = Partial<NoticeContext>;

export function recordPosting({ event }: Args): Change {
  assertEvent(event, 'post');
  return { places: event.input.places, postedAt: event.at };
}

export function recordProof({ context, event }: Args): Change {
  assertEvent(event, 'addProof');
  return { places: [...context.places, ...event.input.places] };
}

export function countObjection({ context, event }: Args): Change {
  assertEvent(event, 'objectTo');
  const { ground, text } = event.input;
  const number = context.objections.length + 1;
  const open = { decision: null, reason: null, answeredBy: null, answeredAt: null, review: null };
  return {
    objections: [...context.objections, { number, person: personOf(event.by), ground, text, at: event.at, ...open }],
  };
}

export function recordAnswer({ context, event }: Args): Change {
  assertEvent(event, 'answerObjection');
  const { objection, decision, reason } = event.input;
  const answeredBy = event.by.kind === 'person' ? event.by.person : null;
  return onObjection(context, objection, () => ({ decision, reason, answeredBy, answeredAt: event.at }));
}

function onObjection(context: NoticeContext, number: number, change: (one: Objection) => Partial<Objection>): Change {
  return {
    objections: context.objections.map((each) => (each.number === number ? { ...each, ...change(each) } : each)),
  };
}

/* reviews */

export function countReview({ context, event }: Args): Change {
  assertEvent(event, 'askReview');
  const { objection, reason } = event.input;
  const review = { reason, at: event.at, decision: null, answer: null, decidedBy: null };
  return onObjection(context, objection, () => ({ review }));
}

/** What the review finds holds; the reason of the first answer stays beside it. */
export function recordReview({ context, event }: Args): Change {
  assertEvent(event, 'decideReview');
  const { objection, decision, reason } = event.input;
  const decidedBy = event.by.kind === 'person' ? event.by.person : null;
  return onObjection(context, objection, ({ review }) => ({
    decision,
    review: review === null ? null : { ...review, decision, answer: reason, decidedBy },
  }));
}

export function recordExtension({ context, event }: Args): Change {
  assertEvent(event, 'extendNotice');
  return { extensions: context.extensions + 1, days: context.days + event.input.days, lastReason: event.input.reason };
}

export function countSilence({ context }: Args): Change {
  return { silences: context.silences + 1 };
}

export function recordWithdrawal({ event }: Args): Change {
  assertEvent(event, 'withdrawNotice');
  const { reason } = event.input;
  const by = event.by.kind === 'person' ? event.by.person : null;
  const withdrawal: Withdrawal = {
    by,
    reason,
    at: event.at,
    appellant: null,
    appeal: null,
    judge: null,
    answer: null,
  };
  return { lastReason: reason, withdrawal };
}

/* appeals against a withdrawal */

export function recordAppeal({ context, event }: Args): Change {
  assertEvent(event, 'appealWithdrawal');
  const { withdrawal } = context;
  const appeal = { appellant: personOf(event.by), appeal: event.input.reason };
  return { withdrawal: withdrawal === null ? null : { ...withdrawal, ...appeal } };
}

/** It hangs again: its days begin anew. */
export function countReturn({ context, event }: Args): Change {
  assertEvent(event, 'upholdAppeal');
  return { ...judged({ context, event }), returns: context.returns + 1, postedAt: event.at };
}

export function recordDismissal({ context, event }: Args): Change {
  return judged({ context, event });
}

function judged({ context, event }: Args): Change {
  assertEvent(event, ['upholdAppeal', 'dismissAppeal']);
  const { withdrawal } = context;
  const judge = event.by.kind === 'person' ? event.by.person : null;
  return { withdrawal: withdrawal === null ? null : { ...withdrawal, judge, answer: event.input.reason } };
}

export function endAsEnded(): Change {
  return { ending: 'ended' };
}

export function endAsUpheld(): Change {
  return { ending: 'objection_upheld' };
}
