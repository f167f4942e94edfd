import type { Actor, Instant } from '#libs/engine';

import type { NoticeInput, NoticeKind, NoticeOutput } from './contract.js';
import type { NoticePolicy, PLACE_KINDS } from './notice.policy.js';

/** A second look at a dismissal by the supervisors, asked for by the objector, once. */
export type Review = {
  reason: string;
  at: Instant;
  decision: 'upheld' | 'dismissed' | null;
  answer: string | null;
  decidedBy: string | null;
};

/** An objection and its answer. */
export type Objection = {
  /** 1, 2…: unique in the notice. */
  number: number;
  person: string | null;
  ground: string;
  text: string;
  at: Instant;
  decision: 'upheld' | 'dismissed' | null;
  reason: string | null;
  answeredBy: string | null;
  answeredAt: Instant | null;
  review: Review | null;
};

export type Place = { place: string; photo: string; kind?: (typeof PLACE_KINDS)[number] | undefined };

/** Who took it down and why, and who appealed. */
export type Withdrawal = {
  by: string | null;
  reason: string;
  at: Instant;
  appellant: string | null;
  appeal: string | null;
  judge: string | null;
  answer: string | null;
};

export type NoticeContext = {
  policy: NoticePolicy;
  case: string;
  issue: string;
  unit: string;
  title: string;
  text: string;
  kind: NoticeKind;
  fields: Record<string, string | number>;
  owners: boolean;
  tellsParent: boolean;
  blocking: boolean;
  days: number;
  places: Place[];
  postedAt: Instant | null;
  objections: Objection[];
  extensions: number;
  /** Times the posting or an answer was not done in time. */
  silences: number;
  lastReason: string | null;
  withdrawal: Withdrawal | null;
  /** Times it was hung again after an appeal against its withdrawal. */
  returns: number;
  ending: NoticeOutput['result'] | null;
};

/** What the engine gives the chart at its start. */
export type NoticeStart = NoticeInput & { case: string; at: Instant; on: string; by: Actor; policy: NoticePolicy };

/** A notice that has just been drafted. */
export function initialNotice({ input }: { input: NoticeStart }): NoticeContext {
  const { policy, issue, unit, title, text, blocking, days } = input;
  return {
    policy,
    case: input.case,
    issue,
    unit,
    title,
    text,
    kind: input.kind ?? 'result',
    fields: input.fields ?? {},
    owners: input.owners ?? false,
    tellsParent: input.tellsParent ?? false,
    blocking,
    days,
    places: [],
    postedAt: null,
    objections: [],
    extensions: 0,
    silences: 0,
    lastReason: null,
    withdrawal: null,
    returns: 0,
    ending: null,
  };
}
