import type { Actor, Instant } from '#libs/engine';

import type { Limit, RefusalGround, SealInput, SealKind, SealOutput } from './contract.js';
import type { SealPolicy } from './seal.policy.js';

/** A paper that was handed in. */
export interface Paper {
  /** Name of the paper, as the step lists it or the department asked for it. */
  name: string;
  /** Id of the file. */
  file: string;
}

export interface Condition {
  /** Id of the text. */
  text: string;
  met: boolean;
}

/** A signature, or what one at a table would be. */
export interface Signature {
  number: string | null;
  document: string | null;
  /** Last day it is valid; null: for good. */
  validUntil: string | null;
  /** Who signed; null: by silence under a named source. */
  by: string | null;
  at: Instant;
}

export type SealContext = {
  policy: SealPolicy;
  case: string;
  chain: string;
  step: string;
  title: string;
  name: string;
  place: string;
  /** The department that signs, and the unit above it. */
  unit: string;
  upper: string | null;
  kind: SealKind;
  seals: number;
  required: string[];
  basis: string | null;
  limit: Limit | null;
  validDays: number | null;
  silence: string | null;
  group: string[];
  helper: string | null;
  round: number;
  papers: Paper[];
  /** What the department misses now, and the id of the text that explains it. */
  missing: { papers: string[]; note: string; since: Instant } | null;
  submittedAt: Instant | null;
  /** Who holds the paper for the department; null while nobody said so, or when it was received by silence. */
  holder: string | null;
  heldSince: Instant | null;
  receivedBySilence: boolean;
  affixed: number;
  signature: Signature | null;
  conditions: Condition[];
  /** Ids of files that show that the conditions are met. */
  proof: string[];
  refusal: { ground: RefusalGround; reason: string; basis: string; at: Instant } | null;
  /** A ruling of the tier above: it must be signed, and cannot be refused again. */
  directed: boolean;
  ruling: string | null;
  /** What a sitting of several departments recorded, until this one confirms it. */
  sitting: { document: string; number: string | null; validUntil: string | null } | null;
  lastReason: string | null;
  askings: number;
  refusals: number;
  appeals: number;
  resubmissions: number;
  sittings: number;
  denials: number;
  confirmations: number;
  silences: number;
  overdue: boolean;
  supervised: boolean;
  ending: SealOutput['result'] | null;
  endedAt: Instant | null;
};

/** What the engine gives the chart at its start. */
export type SealStart = SealInput & { case: string; at: Instant; on: string; by: Actor; policy: SealPolicy };

/** Whose act it is: the person it was entered for, else the one who did it. */
export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
}

const UNTOUCHED = {
  missing: null,
  submittedAt: null,
  holder: null,
  heldSince: null,
  receivedBySilence: false,
  affixed: 0,
  signature: null,
  refusal: null,
  directed: false,
  ruling: null,
  sitting: null,
  lastReason: null,
  askings: 0,
  refusals: 0,
  appeals: 0,
  resubmissions: 0,
  sittings: 0,
  denials: 0,
  confirmations: 0,
  silences: 0,
  overdue: false,
  supervised: false,
  ending: null,
  endedAt: null,
} satisfies Partial<SealContext>;

/** A step whose papers the task group still has to hand in. */
export function initialSeal({ input }: { input: SealStart }): SealContext {
  const { at: _at, on: _on, by: _by, papers, ...asked } = input;
  return { ...asked, ...UNTOUCHED, required: papers, papers: [], conditions: [], proof: [] };
}
