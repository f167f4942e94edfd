import { assertEvent } from 'xstate';

import { currentItem, waitingItems, withItem } from './agenda.rules.js';
import { hoursBetween, type Item, type MeetingContext } from './meeting.context.js';
import type { MeetingEvent } from './meeting.events.js';
import { memberOf } from './meeting.guards.js';

/*
 * What calling, attending, chairing and recording write into the context. Pure: the chart names them.
 */

type Args = { context: MeetingContext; event: MeetingEvent };
type Change = Partial<MeetingContext>;

const union = (some: string[], more: string[]): string[] => [...new Set([...some, ...more])];

/* calling */

export function recordItem({ context, event }: Args): Change {
  assertEvent(event, 'item.submitted');
  const { issue, title, measures, recused, decides } = event.payload;
  return { items: [...context.items, { ...blankItem, issue, title, measures, recused, decides }] };
}

const blankItem = {
  status: 'waiting',
  declared: [],
  motion: null,
  motions: 0,
  ballots: 0,
  prolongations: 0,
  turns: {},
  measure: null,
  provisional: false,
  certificate: null,
  reason: null,
} satisfies Partial<Item>;

export function recordOrder({ context, event }: Args): Change {
  assertEvent(event, 'orderAgenda');
  const place = ({ issue }: Item): number => event.input.issues.indexOf(issue);
  return { items: [...context.items].sort((a, b) => place(a) - place(b)) };
}

export function recordDrop({ context, event }: Args): Change {
  assertEvent(event, 'dropItem');
  return { items: withItem(context, event.input.issue, { status: 'dropped', reason: event.input.reason }) };
}

export function recordItemWithdrawal({ context, event }: Args): Change {
  assertEvent(event, 'item.withdrawn');
  const isWaiting = waitingItems(context).some(({ issue }) => issue === event.payload.issue);
  return isWaiting ? { items: withItem(context, event.payload.issue, { status: 'withdrawn' }) } : {};
}

export function countReschedule({ context, event }: Args): Change {
  assertEvent(event, 'reschedule');
  const { startsAt, reason } = event.input;
  const shortNotice = hoursBetween(event.at, startsAt) < context.policy.noticeHours;
  return { startsAt, shortNotice, reschedules: context.reschedules + 1, lastReason: reason };
}

/** A sitting of the same meeting begins anew: the carried items come back when they are collected. */
export function countRecall({ context, event }: Args): Change {
  assertEvent(event, 'recall');
  const carried = context.items.filter(({ status }) => status === 'next_meeting').length;
  return {
    startsAt: event.input.startsAt,
    shortNotice: hoursBetween(event.at, event.input.startsAt) < context.policy.noticeHours,
    recalls: context.recalls + 1,
    carriedBefore: context.carriedBefore + carried,
    items: [],
    current: null,
    present: [],
    guests: [],
    waits: 0,
  };
}

export function recordReason({ event }: Args): Change {
  assertEvent(event, ['callOff', 'adjourn']);
  return { lastReason: event.input.reason };
}

/** Every item that still waits is given back for the next meeting. */
export function recordRestCarriedOver({ context }: Args): Change {
  return {
    items: context.items.map((item) => (item.status === 'waiting' ? { ...item, status: 'next_meeting' } : item)),
  };
}

export function recordRestDropped({ context }: Args): Change {
  return { items: context.items.map((item) => (item.status === 'waiting' ? { ...item, status: 'dropped' } : item)) };
}

/* attending */

export function recordArrival({ context, event }: Args): Change {
  assertEvent(event, ['arrive', 'arriveAsNeighbour']);
  const person = memberOf(event.by);
  return { present: union(context.present, person === null ? [] : [person]) };
}

export function recordArrivals({ context, event }: Args): Change {
  assertEvent(event, 'recordArrivals');
  return { present: union(context.present, event.input.persons) };
}

export function recordDeparture({ context, event }: Args): Change {
  assertEvent(event, 'leave');
  const person = memberOf(event.by);
  return without(context, person === null ? [] : [person]);
}

export function recordDepartures({ context, event }: Args): Change {
  assertEvent(event, 'recordDepartures');
  return without(context, event.input.persons);
}

/** Whoever leaves with the chair leaves it empty. */
function without(context: MeetingContext, persons: string[]): Change {
  return {
    present: context.present.filter((person) => !persons.includes(person)),
    chair: context.chair !== null && persons.includes(context.chair) ? null : context.chair,
  };
}

export function recordGuest({ context, event }: Args): Change {
  assertEvent(event, 'admitGuest');
  return { guests: union(context.guests, [event.input.person]) };
}

export function countWait({ context }: Args): Change {
  return { waits: context.waits + 1 };
}

export function countQuorumLoss({ context }: Args): Change {
  return { quorumLosses: context.quorumLosses + 1 };
}

/* chair */

export function recordChair({ event }: Args): Change {
  assertEvent(event, ['openSitting', 'takeChair']);
  return { chair: event.by.kind === 'person' ? event.by.person : null };
}

export function recordNewChair({ event }: Args): Change {
  assertEvent(event, 'handOverChair');
  return { chair: event.input.person };
}

export function recordSittingProlongation({ context }: Args): Change {
  return { prolongations: context.prolongations + 1 };
}

export function recordDebateProlongation({ context }: Args): Change {
  const prolongations = (currentItem(context)?.prolongations ?? 0) + 1;
  return { items: withItem(context, context.current, { prolongations }) };
}

/* minutes */

export function recordDraft({ event }: Args): Change {
  assertEvent(event, 'draftMinutes');
  return { minutes: event.input.text, drafter: event.by.kind === 'person' ? event.by.person : null };
}

export function countMinutesReturn({ context, event }: Args): Change {
  assertEvent(event, 'returnMinutes');
  return { minutesReturns: context.minutesReturns + 1, lastReason: event.input.reason };
}

export function countSilence({ context }: Args): Change {
  return { silences: context.silences + 1 };
}
