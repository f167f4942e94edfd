import type { Item, MeetingContext } from './meeting.context.js';

/*
 * Questions about an agenda and about who is there. Pure.
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

/** Members present who may vote on an item. */
export function votersOf({ present }: MeetingContext, item: Item | null): string[] {
  const interested = interestedIn(item);
  return present.filter((person) => !interested.includes(person));
}

/** Members who have left the base of an item. An interested person nobody has seen here may be no member at all. */
export function recusedMembers({ present }: MeetingContext, item: Item | null): number {
  if (item === null) return 0;
  return new Set([...item.declared, ...item.recused.filter((person) => present.includes(person))]).size;
}

/** Members who form the base of an item; never fewer than may vote on it. */
export function baseOf(context: MeetingContext, item: Item | null): number {
  return Math.max(context.members - recusedMembers(context, item), votersOf(context, item).length);
}
