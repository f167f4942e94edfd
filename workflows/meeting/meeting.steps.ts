import { assertEvent } from 'xstate';

import { attending, currentItem, waitingItems, withItem } from './agenda.rules.js';
import { BLANK_ITEM, BLANK_SITTING, hoursBetween, ownItem, type Item, type MeetingContext } from './meeting.context.js';
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
  return { items: [...context.items, submitted(event.payload)] };
}

/** Not ours to decide: it never comes on the floor, and the minutes say so. */
export function recordRefusedItem({ context, event }: Args): Change {
  assertEvent(event, 'item.submitted');
  return { items: [...context.items, { ...submitted(event.payload), status: 'refused' }] };
}

function submitted(payload: Extract<MeetingEvent, { type: 'item.submitted' }>['payload']): Item {
  const { issue, title, measures, recused, decides, kind = 'matter', seats = 1 } = payload;
  return { ...BLANK_ITEM, issue, title, measures, recused, decides, kind, seats: kind === 'election' ? seats : 0 };
}

export function recordOwnItem({ context, event }: Args): Change {
  assertEvent(event, 'addItem');
  const { title, kind, seats = 1 } = event.input;
  const ownItems = context.ownItems + 1;
  const item = ownItem(ownItems, { title, kind, seats: kind === 'election' ? seats : 0 });
  return { ownItems, items: [...context.items, item] };
}

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
  // the meeting's own matters have no issue that would bring them back
  const own = context.items.filter((item) => item.own && item.status === 'next_meeting');
  return {
    ...emptyRoom,
    startsAt: event.input.startsAt,
    shortNotice: hoursBetween(event.at, event.input.startsAt) < context.policy.noticeHours,
    recalls: context.recalls + 1,
    carriedBefore: context.carriedBefore + carried,
    items: own.map((item) => ({ ...item, status: 'waiting' })),
    waits: 0,
  };
}

const { current, present, attended, attendance, guests, code, chair, openedAt, floor, queue, lastSide } = BLANK_SITTING;
/** Proxies stay: they were given for the meeting, not for an hour. */
const emptyRoom = {
  current,
  present,
  attended,
  attendance,
  guests,
  code,
  chair,
  openedAt,
  floor,
  queue,
  lastSide,
} satisfies Change;

export function recordReason({ event }: Args): Change {
  assertEvent(event, ['callOff', 'adjourn']);
  return { lastReason: event.input.reason };
}

/** The sitting is over, however it ended. */
export function recordEnd({ context, event }: Args): Change {
  return { endedAt: 'at' in event ? event.at : context.endedAt };
}

export function recordSignature({ event }: Args): Change {
  assertEvent(event, ['signMinutes', 'witnessMinutes']);
  return { signer: event.by.kind === 'person' ? event.by.person : null, signedAt: event.at };
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

/** Who is there now, as a person and in numbers; a proxy is void once its giver is there. */
function room({ context, event }: Args, here: Change): Change {
  const now = { present: context.present, proxies: context.proxies, ...here };
  const proxies = now.proxies.filter(({ giver }) => !now.present.includes(giver));
  const count = attending({ present: now.present, proxies }).length;
  const at = 'at' in event ? event.at : context.startsAt;
  return {
    ...here,
    proxies,
    attended: union(context.attended, now.present),
    attendance: [...context.attendance, { at, present: count }],
  };
}

export function recordCode({ event }: Args): Change {
  assertEvent(event, 'showCode');
  return { code: event.input.code };
}

export function recordArrival({ context, event }: Args): Change {
  assertEvent(event, ['arrive', 'arriveAsNeighbour']);
  const person = memberOf(event.by);
  return room({ context, event }, { present: union(context.present, person === null ? [] : [person]) });
}

export function recordArrivals({ context, event }: Args): Change {
  assertEvent(event, 'recordArrivals');
  return room({ context, event }, { present: union(context.present, event.input.persons) });
}

export function recordDeparture({ context, event }: Args): Change {
  assertEvent(event, 'leave');
  const person = memberOf(event.by);
  return without({ context, event }, person === null ? [] : [person]);
}

export function recordDepartures({ context, event }: Args): Change {
  assertEvent(event, 'recordDepartures');
  return without({ context, event }, event.input.persons);
}

/** Whoever leaves with the chair leaves it empty, and nobody absent waits for the floor. */
function without({ context, event }: Args, persons: string[]): Change {
  const stays = (person: string): boolean => !persons.includes(person);
  return {
    ...room({ context, event }, { present: context.present.filter(stays) }),
    queue: context.queue.filter(({ person }) => stays(person)),
    chair: context.chair !== null && !stays(context.chair) ? null : context.chair,
  };
}

export function recordProxy({ context, event }: Args): Change {
  assertEvent(event, ['giveProxy', 'recordProxy']);
  const giver = event.type === 'recordProxy' ? event.input.giver : (memberOf(event.by) ?? '');
  const paper = event.type === 'recordProxy' ? event.input.paper : null;
  const proxies = [...context.proxies, { giver, holder: event.input.holder, paper }];
  return room({ context, event }, { proxies });
}

export function recordRevocation({ context, event }: Args): Change {
  assertEvent(event, 'revokeProxy');
  const giver = memberOf(event.by);
  return room({ context, event }, { proxies: context.proxies.filter((one) => one.giver !== giver) });
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

export function recordOpening({ context, event }: Args): Change {
  assertEvent(event, 'openSitting');
  return { ...recordChair({ context, event }), openedAt: event.at };
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
