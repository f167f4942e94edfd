import { assertEvent } from 'xstate';
import { z } from 'zod';

import type { Json } from '#libs/engine';

import { candidatesOf, currentItem, nextSpeaker, votersOf, withItem } from './agenda.rules.js';
import type { Item, MeetingContext, Motion, PastAmendment, PastMotion } from './meeting.context.js';
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

function onMotion(args: Args, change: (motion: Motion) => Partial<Motion>): Change {
  return onItem(args, ({ motion }) => ({ motion: motion === null ? null : { ...motion, ...change(motion) } }));
}

export function recordPresentation({ event }: Args): Change {
  assertEvent(event, 'presentItem');
  return { current: event.input.issue, floor: null, queue: [], lastSide: null };
}

/* speaking */

/** Said without a list: noted. */
export function recordTurn(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'speak');
  const person = memberOf(event.by) ?? '';
  const { side } = event.input;
  return { ...onItem(args, (item) => spoken(item, { person, side, at: event.at })), lastSide: side };
}

function spoken({ turns, speeches }: Item, speech: Item['speeches'][number]): Partial<Item> {
  const { person } = speech;
  return { turns: { ...turns, [person]: (turns[person] ?? 0) + 1 }, speeches: [...speeches, speech] };
}

export function recordRequest({ context, event }: Args): Change {
  assertEvent(event, 'askForFloor');
  const person = memberOf(event.by);
  return person === null ? {} : { queue: [...context.queue, { person, side: event.input.side }] };
}

export function recordRenouncement({ context, event }: Args): Change {
  assertEvent(event, 'leaveList');
  const person = memberOf(event.by);
  return { queue: context.queue.filter((one) => one.person !== person) };
}

export function countTurn(args: Args): Change {
  const { context, event } = args;
  assertEvent(event, 'giveFloor');
  const next = nextSpeaker(context.queue, context.lastSide, currentItem(context)?.turns ?? {});
  if (next === null) return {};
  return {
    ...onItem(args, (item) => spoken(item, { ...next, at: event.at })),
    floor: next,
    queue: context.queue.filter(({ person }) => person !== next.person),
    lastSide: next.side,
  };
}

export function clearFloor(): Change {
  return { floor: null };
}

export function recordInterest(args: Args): Change {
  const { context, event } = args;
  assertEvent(event, ['declareInterest', 'recuse']);
  const person = event.type === 'recuse' ? event.input.person : memberOf(event.by);
  return {
    ...onItem(args, ({ declared }) => ({
      declared: person === null || declared.includes(person) ? declared : [...declared, person],
    })),
    queue: context.queue.filter((one) => one.person !== person),
  };
}

/* motions */

/** The schema and the guard have made sure that exactly one of both is there. */
export function recordMotion(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'propose');
  const measure = event.input.existing ?? event.input.measure ?? '';
  const mover = memberOf(event.by) ?? '';
  return onItem(args, ({ motions }) => ({
    motions: motions + 1,
    motion: { measure, mover, seconder: null, amendments: 0, amendment: null, past: [] },
  }));
}

export function recordSecond(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'second');
  return onMotion(args, () => ({ seconder: memberOf(event.by) }));
}

/** The mover takes up what was said: the motion needs a second again. */
export function countAmendment(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'amendMotion');
  const { measure } = event.input;
  return onMotion(args, ({ amendments, mover, past }) => ({
    measure,
    seconder: null,
    amendments: amendments + 1,
    past: [...past, { measure, mover, seconder: null, end: 'accepted', certificate: null }],
  }));
}

/** Withdrawn or not seconded. The number of motions an item has seen was counted when it was moved. */
export function countFallenMotion(args: Args): Change {
  const end = args.event.type === 'withdrawMotion' ? 'withdrawn' : 'fell';
  return onItem(args, (item) => pastMotion(item, end, null));
}

function pastMotion({ motion, past }: Item, end: PastMotion['end'], certificate: Json): Partial<Item> {
  if (motion === null) return {};
  const { measure, mover, seconder, past: amendments } = motion;
  return { motion: null, past: [...past, { measure, mover, seconder, amendments, end, certificate }] };
}

/* amendments */

export function countMovedAmendment(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'moveAmendment');
  const amendment = { measure: event.input.measure, mover: memberOf(event.by) ?? '', seconder: null };
  return onMotion(args, ({ amendments }) => ({ amendments: amendments + 1, amendment }));
}

export function recordAmendmentSecond(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'secondAmendment');
  const seconder = memberOf(event.by);
  return onMotion(args, ({ amendment }) => ({ amendment: amendment === null ? null : { ...amendment, seconder } }));
}

function settled(motion: Motion, end: PastAmendment['end'], certificate: Json): Partial<Motion> {
  const { amendment, past, measure } = motion;
  if (amendment === null) return {};
  const isTaken = end === 'accepted' || end === 'adopted';
  return {
    amendment: null,
    past: [...past, { ...amendment, end, certificate }],
    measure: isTaken ? amendment.measure : measure,
  };
}

export function countAcceptedAmendment(args: Args): Change {
  return onMotion(args, (motion) => settled(motion, 'accepted', null));
}

export function countAdoptedAmendment(args: Args): Change {
  return onMotion(args, (motion) => settled(motion, 'adopted', verdict(args).certificate));
}

/** Failed, tied, or without a valid vote: the motion stays as it was. */
export function countDefeatedAmendment(args: Args): Change {
  return onMotion(args, (motion) => settled(motion, 'defeated', verdict(args).certificate));
}

export function countFallenAmendment(args: Args): Change {
  const end = args.event.type === 'withdrawAmendment' ? 'withdrawn' : 'fell';
  return onMotion(args, (motion) => settled(motion, end, null));
}

/* elections */

export function recordNomination(args: Args): Change {
  const { event } = args;
  assertEvent(event, 'nominate');
  const nomination = { person: event.input.candidate, nominator: memberOf(event.by) ?? '', accepted: false };
  return onItem(args, ({ nominations }) => ({ nominations: [...nominations, nomination] }));
}

export function recordAcceptance(args: Args): Change {
  const { event } = args;
  assertEvent(event, ['acceptNomination', 'recordAcceptance']);
  const nominee = event.type === 'recordAcceptance' ? event.input.candidate : memberOf(event.by);
  return onItem(args, ({ nominations }) => ({
    nominations: nominations.map((one) => (one.person === nominee ? { ...one, accepted: true } : one)),
  }));
}

const outcome = z.object({ winners: z.array(z.string()).default([]), contested: z.array(z.string()).default([]) });

/** Whom the papers elected, and who shares places that could not be given; both by the options of the ballot. */
function electedBy({ options }: Item, certificate: Json): { elected: string[]; contested: string[] } {
  const read = outcome.safeParse(certificate);
  const personOf = (option: string): string[] => {
    const person = options[Number(option.slice(1)) - 1];
    return person === undefined ? [] : [person];
  };
  const all = (ids: string[]): string[] => ids.flatMap(personOf);
  return read.success
    ? { elected: all(read.data.winners), contested: all(read.data.contested) }
    : { elected: [], contested: [] };
}

/** What a ballot on an election changes beside its verdict. */
function electionChange(item: Item, certificate: Json): Partial<Item> {
  if (item.kind !== 'election') return {};
  const { elected } = electedBy(item, certificate);
  return { elected: [...item.elected, ...elected] };
}

/* vote */

export function recordBallot(args: Args): Change {
  const { context, event } = args;
  assertEvent(event, ['putToVote', 'holdElection']);
  const secret = event.type === 'holdElection' || event.input.secret === true;
  return onItem(args, (item) => ({
    ballots: item.ballots + 1,
    secret,
    voters: votersOf(context, item).length,
    options: candidatesOf(item),
  }));
}

function verdict({ event }: Args): Pick<Item, 'provisional' | 'certificate'> {
  if (event.type !== 'xstate.done.actor.ballot' && event.type !== 'xstate.done.actor.amendmentBallot')
    return { provisional: false, certificate: null };
  return { provisional: event.output.provisional, certificate: event.output.certificate };
}

export function countAdopted(args: Args): Change {
  const found = verdict(args);
  return onItem(args, (item) => ({
    ...pastMotion(item, 'adopted', found.certificate),
    ...electionChange(item, found.certificate),
    motion: item.motion,
    status: 'adopted',
    measure: item.motion?.measure ?? null,
    ...found,
  }));
}

export function countRejected(args: Args): Change {
  const found = verdict(args);
  return onItem(args, (item) => ({
    ...pastMotion(item, 'defeated', found.certificate),
    ...electionChange(item, found.certificate),
    motion: item.motion,
    status: 'rejected',
    ...found,
  }));
}

/** Another motion may be made; in an election whoever shares a place stands again for what is left. */
export function countDefeat(args: Args): Change {
  const { certificate } = verdict(args);
  return onItem(args, (item) => ({
    ...pastMotion(item, 'defeated', certificate),
    certificate,
    ...(item.kind === 'election' ? runOff(item, certificate) : {}),
  }));
}

function runOff(item: Item, certificate: Json): Partial<Item> {
  const { elected, contested } = electedBy(item, certificate);
  const stand = item.nominations.filter(({ person }) => !elected.includes(person));
  return {
    elected: [...item.elected, ...elected],
    seats: Math.max(1, item.seats - elected.length),
    nominations: contested.length > 0 ? stand.filter(({ person }) => contested.includes(person)) : stand,
  };
}

/* other ends of an item */

export function countCarriedOver(args: Args): Change {
  const { event } = args;
  const reason = event.type === 'carryOver' ? event.input.reason : null;
  const found = verdict(args);
  return onItem(args, (item) => ({
    ...pastMotion(item, 'undecided', found.certificate),
    motion: item.motion,
    status: 'next_meeting',
    reason,
    ...found,
  }));
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
