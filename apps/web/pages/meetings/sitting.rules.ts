import type { Fraction, Item, ItemStatus, MeetingState, Proxy, Request, Side } from './meeting.types.js';

/*
 * Who counts, whether enough are there, whose turn it is: as the procedure reckons it, so that the page says beforehand what the
 * service will. Pure.
 */

type Room = Pick<MeetingState, 'present' | 'proxies'>;

/** Proxies that count: the holder is there, the giver is not. */
export function proxiesInForce({ present, proxies }: Room): Proxy[] {
  return proxies.filter(({ giver, holder }) => present.includes(holder) && !present.includes(giver));
}

/** Everybody with an interest in an item. */
export function interestedIn(item: Item | null): string[] {
  return item === null ? [] : [...new Set([...item.declared, ...item.recused])];
}

/** The item on the floor, or the last one that was. */
export function currentItem({ items, current }: Pick<MeetingState, 'items' | 'current'>): Item | null {
  return items.find(({ issue }) => issue === current) ?? null;
}

/** Members who may vote on an item themselves. */
export function votersHere({ present }: Pick<MeetingState, 'present'>, item: Item | null): string[] {
  const interested = interestedIn(item);
  return present.filter((person) => !interested.includes(person));
}

/** How many of a whole reach a share; a part of a person is nobody. */
export function neededOf({ numerator, denominator, inclusive }: Fraction, whole: number): number {
  const exact = (whole * numerator) / denominator;
  // integers: the product is exact
  const isWhole = (whole * numerator) % denominator === 0;
  return isWhole ? exact + (inclusive ? 0 : 1) : Math.ceil(exact);
}

export interface Quorum {
  /** Members the share is taken of, without those who have an interest in the item. */
  base: number;
  /** Who counts: there themselves, or represented. */
  here: number;
  inPerson: number;
  byProxy: number;
  recused: number;
  needed: number;
  isReached: boolean;
  /** How many are still wanting; 0 when it is reached. */
  missing: number;
  /** Whether any number is enough. */
  isAnybody: boolean;
}

type Counted = Pick<MeetingState, 'present' | 'proxies' | 'members' | 'level' | 'policy'>;

/** Whether enough are there: for the sitting as a whole (`item` null), or for one item without whoever has an interest in it. */
export function quorumOf(state: Counted, item: Item | null): Quorum {
  const interested = interestedIn(item);
  const inPerson = votersHere(state, item).length;
  const byProxy = proxiesInForce(state).filter(
    ({ giver, holder }) => !interested.includes(giver) && !interested.includes(holder),
  ).length;
  const here = inPerson + byProxy;
  const attending = [...state.present, ...proxiesInForce(state).map(({ giver }) => giver)];
  const recused =
    item === null
      ? 0
      : new Set([...item.declared, ...item.recused.filter((person) => attending.includes(person))]).size;
  const base = Math.max(state.members - recused, here);
  const share = state.policy?.levels[state.level].quorum ?? null;
  const needed = share === null ? 1 : neededOf(share, base);
  const missing = Math.max(0, needed - here);
  return {
    base,
    here,
    inPerson,
    byProxy,
    recused,
    needed,
    isReached: missing === 0,
    missing,
    isAnybody: share === null,
  };
}

const OPPOSITE: Readonly<Record<Side, Side | null>> = { for: 'against', against: 'for', neutral: null };

/** Whoever waits, in the order they will be called: sides in turn, then who has spoken less, then who asked first. */
export function speakingOrder(state: Pick<MeetingState, 'queue' | 'lastSide'>, item: Item | null): Request[] {
  const waiting = [...state.queue];
  const order: Request[] = [];
  let last = state.lastSide;
  while (waiting.length > 0) {
    const opposite = last === null ? null : OPPOSITE[last];
    const opposed = waiting.filter(({ side }) => side === opposite);
    const candidates = opposed.length > 0 ? opposed : waiting;
    const spoken = ({ person }: Request): number => item?.turns[person] ?? 0;
    const next = candidates.reduce((a, b) => (spoken(b) < spoken(a) ? b : a));
    waiting.splice(waiting.indexOf(next), 1);
    order.push(next);
    last = next.side;
  }
  return order;
}

/** Items nobody has treated yet, in their order. */
export function waitingItems({ items }: Pick<MeetingState, 'items'>): Item[] {
  return items.filter(({ status }) => status === 'waiting');
}

/** What became of an item, as the page says it: one that others decide was not disputed, it was not ours. */
export function outcomeOf({ status, decides }: Pick<Item, 'status' | 'decides'>): ItemStatus {
  return status === 'unsettled' && decides !== 'residents' ? 'refused' : status;
}

/** The order with one item moved up or down. */
export function moved(order: readonly string[], id: string, by: -1 | 1): string[] {
  const at = order.indexOf(id);
  const to = at + by;
  if (at === -1 || to < 0 || to >= order.length) return [...order];
  const next = order.filter((one) => one !== id);
  next.splice(to, 0, id);
  return next;
}

export type RollAnswer = 'yes' | 'no' | 'abstain' | 'invalid';
export type Count = Record<RollAnswer, number>;

/** What a roll call comes to. */
export function countOf(answers: Readonly<Record<string, RollAnswer>>): Count {
  const count: Count = { yes: 0, no: 0, abstain: 0, invalid: 0 };
  for (const answer of Object.values(answers)) count[answer] += 1;
  return count;
}

/** Seconds as a clock shows them: `2:05`; over an hour `1:02:05`. Below zero stays at zero. */
export function clockFace(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (part: number): string => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0
    ? `${String(hours)}:${two(minutes)}:${two(seconds % 60)}`
    : `${String(minutes)}:${two(seconds % 60)}`;
}

interface Tested {
  yes: number;
  no: number;
  abstain: number;
  void: number;
}

/** How a vote went, from its certificate; `null` where there are options or no certificate. */
export function resultOf(certificate: unknown): { verdict: string; counts: Tested } | null {
  if (typeof certificate !== 'object' || certificate === null) return null;
  const { verdict, tests } = certificate as { verdict?: unknown; tests?: unknown };
  if (typeof verdict !== 'string' || !Array.isArray(tests)) return null;
  const first = tests[0] as { counts?: Tested; options?: unknown[] } | undefined;
  if (first?.counts === undefined || (first.options?.length ?? 0) > 0) return null;
  return { verdict, counts: first.counts };
}
