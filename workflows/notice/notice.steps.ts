import { assertEvent } from 'xstate';

import type { Actor } from '#libs/engine';

import type { NoticeContext } from './notice.context.js';
import type { NoticeEvent } from './notice.events.js';

/*
 * What each step writes into the context. Pure: the chart names them, nothing else calls them.
 */

type Args = { context: NoticeContext; event: NoticeEvent };
type Change = Partial<NoticeContext>;

/** Whose act it is: the person it was entered for, else the one who did it. */
function personOf(by: Actor): string | null {
  return by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
}

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
  const open = { decision: null, reason: null, answeredBy: null };
  return {
    objections: [...context.objections, { number, person: personOf(event.by), ground, text, at: event.at, ...open }],
  };
}

export function recordAnswer({ context, event }: Args): Change {
  assertEvent(event, 'answerObjection');
  const { objection, decision, reason } = event.input;
  const answeredBy = personOf(event.by);
  return {
    objections: context.objections.map((each) =>
      each.number === objection ? { ...each, decision, reason, answeredBy } : each,
    ),
  };
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
  return { lastReason: event.input.reason };
}

export function endAsEnded(): Change {
  return { ending: 'ended' };
}

export function endAsUpheld(): Change {
  return { ending: 'objection_upheld' };
}
