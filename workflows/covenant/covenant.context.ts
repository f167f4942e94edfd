import type { TextId } from '#libs/contract';
import type { Actor, Instant, Json } from '#libs/engine';

import type { CovenantInput, CovenantKind, CovenantResult, Intent } from './contract.js';
import type { AdoptingBody, CovenantPolicy } from './covenant.policy.js';

/** How a body has voted. */
export type Vote = {
  verdict: 'passed' | 'failed' | 'no_quorum' | 'tie';
  provisional: boolean;
  certificate: Json;
  /** Case of the ballot's parent: this case, or the meeting. */
  by: string;
  on: string;
};

/** The legal officer's clearance. */
export type Check = { by: string; on: string; body: AdoptingBody; finding: TextId };

export type Filing = { number: string | null; on: string; bySilence: boolean };

export type Signatory = { person: string; isNamed: boolean; at: Instant };

export type Entry = { entry: string; number: string; version: number; inForceFrom: string; previous: string | null };

export type Counts = {
  reminders: number;
  silences: number;
  returns: number;
  reworks: number;
  agendas: number;
  tries: number;
  asks: number;
  filingObjections: number;
  entries: number;
  reviews: number;
};

export type CovenantContext = {
  policy: CovenantPolicy;
  case: string;
  kind: CovenantKind;
  intent: Intent;
  unit: string;
  street: string | null;
  title: TextId;
  text: TextId | null;
  template: string | null;
  document: string | null;
  revises: { entry: string; version: number } | null;
  drafters: string[];
  check: Check | null;
  /** What the notice of the draft came to. */
  commentsUpheld: boolean;
  /** The meeting that has it on its agenda. */
  meeting: string | null;
  vote: Vote | null;
  /** The text that was voted on; another one than the draft when it was amended in the sitting. */
  adopted: { text: TextId; on: string } | null;
  chair: { person: string; at: Instant } | null;
  filing: Filing | null;
  signatories: Signatory[];
  entered: Entry | null;
  /** Code of the register's refusal. */
  refusedBy: string | null;
  /** Reason given last: returned, declined, objected, revoked. */
  lastReason: TextId | null;
  lastGround: string | null;
  counts: Counts;
  ending: CovenantResult | null;
};

/** What the engine gives the chart at its start. */
export type CovenantStart = CovenantInput & {
  case: string;
  at: Instant;
  on: string;
  by: Actor;
  policy: CovenantPolicy;
};

/** The person an act counts for: the one it was entered for, else the one who did it. */
export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
}

const UNCOUNTED: Counts = {
  reminders: 0,
  silences: 0,
  returns: 0,
  reworks: 0,
  agendas: 0,
  tries: 0,
  asks: 0,
  filingObjections: 0,
  entries: 0,
  reviews: 0,
};

/** A covenant that somebody has begun to write. */
export function initialCovenant({ input }: { input: CovenantStart }): CovenantContext {
  const { policy, kind, unit, title, by } = input;
  const drafter = personOf(by);
  return {
    policy,
    case: input.case,
    kind,
    intent: input.intent ?? 'enact',
    unit,
    street: input.filedWith ?? null,
    title,
    text: input.text ?? null,
    template: input.template ?? null,
    document: input.document ?? null,
    revises: input.revises ?? null,
    drafters: drafter === null ? [] : [drafter],
    check: null,
    commentsUpheld: false,
    meeting: null,
    vote: null,
    adopted: null,
    chair: null,
    filing: null,
    signatories: [],
    entered: null,
    refusedBy: null,
    lastReason: null,
    lastGround: null,
    counts: UNCOUNTED,
    ending: null,
  };
}
