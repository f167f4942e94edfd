import type { Actor, Instant } from '#libs/engine';

import type { PetitionBase, PetitionOutput } from './contract.js';
import type { PetitionPolicy } from './petition.policy.js';

export type Signature = {
  /** 1, 2…: unique in the petition. */
  number: number;
  /** Person, household or group that is counted, by the base. */
  of: string;
  /** Who signed on their own device; null for a line on paper. */
  person: string | null;
  paper: string | null;
  /** Id of the text that says why it does not count. */
  struck: string | null;
};

/** What the committee called. */
export type Call = {
  unit: string;
  level: 'council' | 'assembly';
  kind: 'council' | 'representatives' | 'assembly';
  startsAt: Instant;
  members: number;
  rule: string | null;
};

export type PetitionContext = {
  policy: PetitionPolicy;
  case: string;
  unit: string;
  title: string;
  reason: string;
  base: PetitionBase;
  /** How many there are in all; null until the committee or a supervisor has said so. */
  size: number | null;
  petitioner: string | null;
  signatures: Signature[];
  /** Times signatures were struck off, too few were left, the meeting was called, somebody was asked again. */
  checks: number;
  shortfalls: number;
  calls: number;
  silences: number;
  call: Call | null;
  ending: PetitionOutput['result'] | null;
};

/** What the engine gives the chart at its start; texts are ids. */
export type PetitionStart = {
  case: string;
  at: Instant;
  on: string;
  by: Actor;
  policy: PetitionPolicy;
  unit: string;
  title: string;
  reason: string;
  base: PetitionBase;
};

/** Whose act it is: the person it was entered for, else the one who did it. */
export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
}

/** A petition that nobody has signed yet. */
export function initialPetition({ input }: { input: PetitionStart }): PetitionContext {
  const { policy, unit, title, reason, base, by } = input;
  return {
    policy,
    case: input.case,
    unit,
    title,
    reason,
    base,
    size: null,
    petitioner: personOf(by),
    signatures: [],
    checks: 0,
    shortfalls: 0,
    calls: 0,
    silences: 0,
    call: null,
    ending: null,
  };
}

/** Signatures that count. */
export function counted({ signatures }: Pick<PetitionContext, 'signatures'>): number {
  return signatures.filter(({ struck }) => struck === null).length;
}
