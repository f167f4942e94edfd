import type { Actor, Instant, Json } from '#libs/engine';

import type { AgendaResult, CalledBy, Decider, ItemKind, MeetingKind, MeetingLevel } from './contract.js';
import type { MeetingPolicy } from './meeting.policy.js';

export type Side = 'for' | 'against' | 'neutral';

/** A change of the motion on the floor, moved by a member; it is voted on before the motion. */
export type Amendment = { measure: string; mover: string; seconder: string | null };

/** What became of an amendment. */
export type PastAmendment = Amendment & {
  end: 'accepted' | 'adopted' | 'defeated' | 'fell' | 'withdrawn';
  certificate: Json;
};

/** A motion on the floor. */
export type Motion = {
  measure: string;
  mover: string;
  seconder: string | null;
  amendments: number;
  amendment: Amendment | null;
  past: PastAmendment[];
};

/** What became of a motion. */
export type PastMotion = Pick<Motion, 'measure' | 'mover' | 'seconder'> & {
  amendments: PastAmendment[];
  end: 'adopted' | 'defeated' | 'fell' | 'withdrawn' | 'undecided';
  certificate: Json;
};

/** Somebody proposed in an election. Only who accepts stands. */
export type Nomination = { person: string; nominator: string; accepted: boolean };

/** Somebody on the speaking list. */
export type Request = { person: string; side: Side };
export type Speech = Request & { at: Instant };

/** A written proxy. */
export type Proxy = { giver: string; holder: string; paper: string | null };

/** One item of the agenda: an issue, or a matter of the meeting's own, and what became of it. */
export type Item = {
  /** Case of the issue; a matter of the meeting's own has a number instead: `own-1`. */
  issue: string;
  own: boolean;
  kind: ItemKind;
  title: string;
  measures: string[];
  decides: Decider;
  status: 'waiting' | AgendaResult | 'dropped' | 'withdrawn' | 'refused';
  /** Persons with an interest: as the issue says, members or not, and members who left the base at this sitting. */
  recused: string[];
  declared: string[];
  motion: Motion | null;
  /** Motions that are over, in their order. */
  past: PastMotion[];
  motions: number;
  ballots: number;
  prolongations: number;
  /** Times each person spoke. */
  turns: Record<string, number>;
  speeches: Speech[];
  /** An election's seats that are still to be filled, whom the members proposed, whom they elected. */
  seats: number;
  nominations: Nomination[];
  /** Persons behind the options `c1`, `c2`… of the last ballot. */
  options: string[];
  elected: string[];
  /** Whether the last ballot was secret, and who could vote in it: present or represented, without an interest. */
  secret: boolean;
  voters: number | null;
  /** What was adopted, under which proof. */
  measure: string | null;
  provisional: boolean;
  certificate: Json;
  /** Id of the text that says why it was not settled. */
  reason: string | null;
};

export type MeetingContext = {
  policy: MeetingPolicy;
  case: string;
  unit: string;
  level: MeetingLevel;
  kind: MeetingKind;
  calledBy: CalledBy;
  petition: string | null;
  /** One of a series. */
  rhythm: boolean;
  title: string;
  startsAt: Instant;
  members: number;
  rule: string | null;
  /** Convened later than the policy asks; written into the minutes. */
  shortNotice: boolean;
  items: Item[];
  /** Matters of the meeting's own so far. */
  ownItems: number;
  /** Issue of the item on the floor, or the last one that was. */
  current: string | null;
  present: string[];
  /** Everybody who was present at some time, and how many counted as present after each change. */
  attended: string[];
  attendance: { at: Instant; present: number }[];
  proxies: Proxy[];
  guests: string[];
  /** Shown at the place; whoever checks in by themselves must know it. */
  code: string | null;
  chair: string | null;
  openedAt: Instant | null;
  endedAt: Instant | null;
  /** Who has the floor, who waits for it, and for which side was spoken last. */
  floor: Request | null;
  queue: Request[];
  lastSide: Side | null;
  /** Items of earlier adjourned sittings of this meeting, all carried over. */
  carriedBefore: number;
  reschedules: number;
  waits: number;
  recalls: number;
  prolongations: number;
  quorumLosses: number;
  minutes: string | null;
  drafter: string | null;
  signer: string | null;
  signedAt: Instant | null;
  minutesReturns: number;
  silences: number;
  lastReason: string | null;
};

/** What the engine gives the chart at its start; the title is the id of a stored text. */
export type MeetingStart = {
  case: string;
  at: Instant;
  on: string;
  by: Actor;
  policy: MeetingPolicy;
  unit: string;
  level: MeetingLevel;
  title?: string;
  named?: string;
  matter?: string;
  startsAt: Instant;
  members: number;
  rule?: string;
  kind?: MeetingKind;
  calledBy?: CalledBy;
  petition?: string;
  rhythm?: boolean;
};

const HOUR = 3_600_000;

/** What usually sits at a level. */
export const KIND_OF_LEVEL = {
  building: 'parlour',
  grid: 'parlour',
  council: 'council',
  assembly: 'representatives',
} as const satisfies Record<MeetingLevel, MeetingKind>;

/** Hours from one instant to another, not rounded. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / HOUR;
}

/** Nothing has happened at the sitting yet. */
export const BLANK_SITTING = {
  items: [],
  ownItems: 0,
  current: null,
  present: [],
  attended: [],
  attendance: [],
  proxies: [],
  guests: [],
  code: null,
  chair: null,
  openedAt: null,
  endedAt: null,
  floor: null,
  queue: [],
  lastSide: null,
  carriedBefore: 0,
  reschedules: 0,
  waits: 0,
  recalls: 0,
  prolongations: 0,
  quorumLosses: 0,
  minutes: null,
  drafter: null,
  signer: null,
  signedAt: null,
  minutesReturns: 0,
  silences: 0,
  lastReason: null,
} satisfies Partial<MeetingContext>;

/** An item nobody has treated yet. */
export const BLANK_ITEM = {
  own: false,
  kind: 'matter',
  status: 'waiting',
  declared: [],
  motion: null,
  past: [],
  motions: 0,
  ballots: 0,
  prolongations: 0,
  turns: {},
  speeches: [],
  seats: 0,
  nominations: [],
  options: [],
  elected: [],
  secret: false,
  voters: null,
  measure: null,
  provisional: false,
  certificate: null,
  reason: null,
} satisfies Partial<Item>;

/** A matter of the meeting's own, which no issue brought. */
export function ownItem(number: number, what: Pick<Item, 'title' | 'kind' | 'seats'>): Item {
  const issue = `own-${String(number)}`;
  return { ...BLANK_ITEM, ...what, issue, own: true, measures: [], recused: [], decides: 'residents' };
}

/** A meeting that has just been convened. */
export function initialMeeting({ input }: { input: MeetingStart }): MeetingContext {
  const { policy, unit, level, startsAt, members, matter } = input;
  const title = input.title ?? input.named;
  if (title === undefined) throw new Error('a meeting has a title: the contract asks for it');
  return {
    ...BLANK_SITTING,
    ...(matter === undefined ? {} : { ownItems: 1, items: [ownItem(1, { title: matter, kind: 'matter', seats: 0 })] }),
    policy,
    case: input.case,
    unit,
    level,
    kind: input.kind ?? KIND_OF_LEVEL[level],
    calledBy: input.calledBy ?? 'committee',
    petition: input.petition ?? null,
    rhythm: input.rhythm ?? false,
    title,
    startsAt,
    members,
    rule: input.rule ?? null,
    shortNotice: hoursBetween(input.at, startsAt) < policy.noticeHours,
  };
}
