import type { Item, MeetingContext, Proxy, Request, Side } from './meeting.context.js';

/*
 * Questions about an agenda, about who is there, and about whose turn it is. Pure.
 */

/** The item on the floor, or the last one that was. */
export function currentItem({ items, current }: MeetingContext): Item | null {
  return items.find(({ issue }) => issue === current) ?? null;
}

export function waitingItems({ items }: MeetingContext): Item[] {
  return items.filter(({ status }) => status === 'waiting');
}

/** The agenda with one item changed. */
export function withItem({ items }: MeetingContext, issue: string | null, change: Partial<Item>): Item[] {
  return items.map((item) => (item.issue === issue ? { ...item, ...change } : item));
}

/** Everybody with an interest in an item, members or not. */
export function interestedIn(item: Item | null): string[] {
  return item === null ? [] : [...new Set([...item.declared, ...item.recused])];
}

type Room = Pick<MeetingContext, 'present' | 'proxies'>;

/** Proxies that count: the holder is there, the giver is not. */
export function proxiesInForce({ present, proxies }: Room): Proxy[] {
  return proxies.filter(({ giver, holder }) => present.includes(holder) && !present.includes(giver));
}

/** Members who count as present: there themselves, or represented by somebody who is. */
export function attending(room: Room): string[] {
  return [...new Set([...room.present, ...proxiesInForce(room).map(({ giver }) => giver)])];
}

/** Members there themselves who may vote on an item. */
export function votersPresent({ present }: Room, item: Item | null): string[] {
  const interested = interestedIn(item);
  return present.filter((person) => !interested.includes(person));
}

/** Members present or represented who may vote on an item. Whoever has an interest votes neither for themselves nor for another. */
export function votersOf(room: Room, item: Item | null): string[] {
  const interested = interestedIn(item);
  const represented = proxiesInForce(room)
    .filter(({ giver, holder }) => !interested.includes(giver) && !interested.includes(holder))
    .map(({ giver }) => giver);
  return [...new Set([...votersPresent(room, item), ...represented])];
}

/** Members who have left the base of an item. An interested person nobody has seen here may be no member at all. */
export function recusedMembers(room: Room, item: Item | null): number {
  if (item === null) return 0;
  const here = attending(room);
  return new Set([...item.declared, ...item.recused.filter((person) => here.includes(person))]).size;
}

/** Members who form the base of an item; never fewer than may vote on it. */
export function baseOf(context: Room & Pick<MeetingContext, 'members'>, item: Item | null): number {
  return Math.max(context.members - recusedMembers(context, item), votersOf(context, item).length);
}

const OPPOSITE: Readonly<Record<Side, Side | null>> = { for: 'against', against: 'for', neutral: null };

/**
 * Whose turn it is: the side that did not speak last goes first, whoever has spoken less goes before, then the order in which they
 * asked.
 */
export function nextSpeaker(
  queue: readonly Request[],
  lastSide: Side | null,
  turns: Readonly<Record<string, number>>,
): Request | null {
  const opposite = lastSide === null ? null : OPPOSITE[lastSide];
  const opposed = queue.filter(({ side }) => side === opposite);
  const candidates = opposed.length > 0 ? opposed : queue;
  const spoken = ({ person }: Request): number => turns[person] ?? 0;
  const fewest = Math.min(...candidates.map(spoken));
  return candidates.find((request) => spoken(request) === fewest) ?? null;
}

/** People who stand in an election. */
export function candidatesOf({ nominations }: Item): string[] {
  return nominations.filter(({ accepted }) => accepted).map(({ person }) => person);
}
