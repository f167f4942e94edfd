import type { Actor, Instant, Json } from '#libs/engine';

import type { AgendaResult, Decider, MeetingLevel } from './contract.js';
import type { MeetingPolicy } from './meeting.policy.js';

/** A motion on the floor. */
export type Motion = { measure: string; mover: string; seconder: string | null; amendments: number };

/** One item of the agenda: an issue and what became of it. */
export type Item = {
  issue: string;
  title: string;
  measures: string[];
  decides: Decider;
  status: 'waiting' | AgendaResult | 'dropped' | 'withdrawn';
  /** Persons with an interest: as the issue says, members or not, and members who left the base at this sitting. */
  recused: string[];
  declared: string[];
  motion: Motion | null;
  motions: number;
  ballots: number;
  prolongations: number;
  /** Times each person spoke. */
  turns: Record<string, number>;
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
  title: string;
  startsAt: Instant;
  members: number;
  rule: string | null;
  /** Convened later than the policy asks; written into the minutes. */
  shortNotice: boolean;
  items: Item[];
  /** Issue of the item on the floor, or the last one that was. */
  current: string | null;
  present: string[];
  guests: string[];
  chair: string | null;
  /** Items of earlier adjourned sittings of this meeting, all carried over. */
  carriedBefore: number;
  reschedules: number;
  waits: number;
  recalls: number;
  prolongations: number;
  quorumLosses: number;
  minutes: string | null;
  drafter: string | null;
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
  title: string;
  startsAt: Instant;
  members: number;
  rule?: string;
};

const HOUR = 3_600_000;

/** Hours from one instant to another, not rounded. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / HOUR;
}

/** A meeting that has just been convened. */
export function initialMeeting({ input }: { input: MeetingStart }): MeetingContext {
  const { policy, unit, level, title, startsAt, members } = input;
  return {
    policy,
    case: input.case,
    unit,
    level,
    title,
    startsAt,
    members,
    rule: input.rule ?? null,
    shortNotice: hoursBetween(input.at, startsAt) < policy.noticeHours,
    items: [],
    current: null,
    present: [],
    guests: [],
    chair: null,
    carriedBefore: 0,
    reschedules: 0,
    waits: 0,
    recalls: 0,
    prolongations: 0,
    quorumLosses: 0,
    minutes: null,
    drafter: null,
    minutesReturns: 0,
    silences: 0,
    lastReason: null,
  };
}
