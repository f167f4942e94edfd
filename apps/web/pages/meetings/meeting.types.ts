import type { Schema } from '../../api/client.js';

export type Side = 'for' | 'against' | 'neutral';

/** A share of a whole, never a rounded percent. */
export interface Fraction {
  numerator: number;
  denominator: number;
  /** Whether reaching it exactly is enough. */
  inclusive: boolean;
}

export interface Amendment {
  measure: string;
  mover: string;
  seconder: string | null;
}

export interface Motion {
  measure: string;
  mover: string;
  seconder: string | null;
  amendments: number;
  amendment: Amendment | null;
}

export interface PastMotion {
  measure: string;
  mover: string;
  seconder: string | null;
  end: 'adopted' | 'defeated' | 'fell' | 'withdrawn' | 'undecided';
  certificate: unknown;
}

export type ItemStatus =
  'waiting' | 'adopted' | 'rejected' | 'next_meeting' | 'unsettled' | 'dropped' | 'withdrawn' | 'refused';

/** One item of the agenda; texts are ids. */
export interface Item {
  /** Case of the issue; a matter of the meeting's own: `own-1`. */
  issue: string;
  own: boolean;
  kind: 'matter' | 'election';
  title: string;
  measures: string[];
  decides: 'residents' | 'owners' | 'department' | 'nobody';
  status: ItemStatus;
  recused: string[];
  declared: string[];
  motion: Motion | null;
  past: PastMotion[];
  motions: number;
  turns: Record<string, number>;
  speeches: { person: string; side: Side; at: string }[];
  seats: number;
  nominations: { person: string; nominator: string; accepted: boolean }[];
  elected: string[];
  secret: boolean;
  voters: number | null;
  measure: string | null;
  provisional: boolean;
  certificate: unknown;
  reason: string | null;
}

export interface Request {
  person: string;
  side: Side;
}

export interface Proxy {
  giver: string;
  holder: string;
}

export type Level = 'building' | 'grid' | 'council' | 'assembly';
export type Kind = 'parlour' | 'council' | 'representatives' | 'assembly' | 'owners' | 'roundTable' | 'eveningTalk';

/** Numbers of the policy the sitting goes by. */
export interface MeetingNumbers {
  levels: Record<Level, { quorum: Fraction | null; speaking?: 'free' | 'list'; proxiesMost?: number }>;
  noticeHours: number;
  turnsMost: number;
  motionsMost: number;
  amendmentsMost: number;
}

/** What a meeting remembers. */
export interface MeetingState {
  unit: string;
  level: Level;
  kind: Kind;
  title: string;
  startsAt: string;
  members: number;
  shortNotice: boolean;
  items: Item[];
  current: string | null;
  present: string[];
  attended: string[];
  attendance: { at: string; present: number }[];
  proxies: Proxy[];
  guests: string[];
  code?: string | null;
  chair: string | null;
  openedAt: string | null;
  endedAt: string | null;
  floor: Request | null;
  queue: Request[];
  lastSide: Side | null;
  quorumLosses: number;
  minutes: string | null;
  drafter: string | null;
  signer: string | null;
  signedAt: string | null;
  lastReason: string | null;
  policy?: MeetingNumbers;
}

/** A meeting as its page has read it. */
export interface Meeting {
  seen: Schema<'Case'>;
  state: MeetingState;
}

/** What is remembered, where the reader may know it. */
export function stateOf(seen: Schema<'Case'>): MeetingState | null {
  const { context } = seen;
  const isState = typeof context === 'object' && context !== null && 'items' in context && 'present' in context;
  return isState ? (context as unknown as MeetingState) : null;
}
