import { assertEvent } from 'xstate';

import { currentItem, withItem } from './agenda.rules.js';
import type { Item, MeetingContext } from './meeting.context.js';
import type { MeetingEvent } from './meeting.events.js';
import { memberOf } from './meeting.guards.js';

/*
 * What the debate and the vote on one item write into the context. Pure: the chart names them.
 */

type Args = { context: MeetingContext; event: MeetingEvent };
type Change = Partial<MeetingContext>;

function onItem({ context }: Args, change: (item: Item) => Partial<Item>): Change {
  const item = currentItem(context);
  return item === null ? {} : { items: withItem(context, item.issue, change(item)) };
}

export function recordPresentation({ event }: Args): Change {
  assertEvent(event, 'presentItem');
  return { current: event.input.issue };
}

/* debate */

export function recordTurn(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'speak');
  const person = memberOf(event.by) ?? '';
  return onItem(args, ({ turns }) => ({ turns: { ...turns, [person]: (turns[person] ?? 0) + 1 } }));
}

export function recordInterest(args: Args): Change {
  const { event } = args;
  assertEvent(event, ['declareInterest', 'recuse']);
  const person = event.type === 'recuse' ? event.input.person : memberOf(event.by);
  return onItem(args, ({ declared }) => ({
    declared: person === null || declared.includes(person) ? declared : [...declared, person],
  }));
}

/** The schema and the guard have made sure that exactly one of both is there. */
export function recordMotion(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'propose');
  const measure = event.input.existing ?? event.input.measure ?? '';
  const mover = memberOf(event.by) ?? '';
  return onItem(args, ({ motions }) => ({
    motions: motions + 1,
    motion: { measure, mover, seconder: null, amendments: 0 },
  }));
}

export function recordSecond(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'second');
  const seconder = memberOf(event.by);
  return onItem(args, ({ motion }) => ({ motion: motion === null ? null : { ...motion, seconder } }));
}

export function countAmendment(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'amendMotion');
  const { measure } = event.input;
  return onItem(args, ({ motion }) => ({
    motion: motion === null ? null : { ...motion, measure, seconder: null, amendments: motion.amendments + 1 },
  }));
}

/** Withdrawn or not seconded. The number of motions an item has seen was counted when it was moved. */
export function countFallenMotion(args: Args): Change {
  return onItem(args, () => ({ motion: null }));
}

/* vote */

export function recordBallot(args: Args): Change {
  return onItem(args, ({ ballots }) => ({ ballots: ballots + 1 }));
}

function verdict({ event }: Args): Pick<Item, 'provisional' | 'certificate'> {
  if (event.type !== 'xstate.done.actor.ballot') return { provisional: false, certificate: null };
  return { provisional: event.output.provisional, certificate: event.output.certificate };
}

export function countAdopted(args: Args): Change {
  return onItem(args, ({ motion }) => ({ status: 'adopted', measure: motion?.measure ?? null, ...verdict(args) }));
}

export function countRejected(args: Args): Change {
  return onItem(args, () => ({ status: 'rejected', ...verdict(args) }));
}

/** Another motion may be made. */
export function countDefeat(args: Args): Change {
  return onItem(args, () => ({ motion: null, certificate: verdict(args).certificate }));
}

/* other ends of an item */

export function countCarriedOver(args: Args): Change {
  const { event } = args;
  const reason = event.type === 'carryOver' ? event.input.reason : null;
  return onItem(args, () => ({ status: 'next_meeting', reason, ...verdict(args) }));
}

export function countUnsettled(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'markUnsettled');
  const { reason } = event.input;
  return onItem(args, () => ({ status: 'unsettled', reason }));
}

/** The certificate says why: the matter is decided by others. */
export function countOutside(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'declareOutside');
  const { decides, reason } = event.input;
  return onItem(args, () => ({ status: 'unsettled', decides, reason, certificate: { decides, reason } }));
}

export function countWithdrawn(args: Args): Change {
  return onItem(args, () => ({ status: 'withdrawn' }));
}
