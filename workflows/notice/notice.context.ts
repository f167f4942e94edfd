import type { Actor, Instant } from '#libs/engine';

import type { NoticeInput, NoticeOutput } from './contract.js';
import type { NoticePolicy } from './notice.policy.js';

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
};

export type NoticeContext = {
  policy: NoticePolicy;
  case: string;
  issue: string;
  unit: string;
  title: string;
  text: string;
  blocking: boolean;
  days: number;
  places: { place: string; photo: string }[];
  postedAt: Instant | null;
  objections: Objection[];
  extensions: number;
  /** Times the posting or an answer was not done in time. */
  silences: number;
  lastReason: string | null;
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
    blocking,
    days,
    places: [],
    postedAt: null,
    objections: [],
    extensions: 0,
    silences: 0,
    lastReason: null,
    ending: null,
  };
}
