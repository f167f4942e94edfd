import type { TextId } from '#libs/contract';
import type { Actor, Instant } from '#libs/engine';

import type { DeliberationInput, DeliberationOutput } from './contract.js';
import type { STANCES } from './deliberation.acts.js';
import type { DeliberationPolicy } from './deliberation.policy.js';

/** A draft measure with those who back it. Numbers are never used twice. */
export interface Measure {
  number: number;
  text: TextId;
  by: string | null;
  backers: string[];
}

/** Somebody's interest in the matter: declared, contested by another, or decided by the chair. */
export interface Interest {
  person: string;
  text: TextId;
  state: 'declared' | 'contested' | 'recused' | 'cleared';
}

/** Everything a deliberation is. */
export interface DeliberationContext {
  case: string;
  policy: DeliberationPolicy;
  issue: string;
  unit: string;
  title: TextId;
  decides: DeliberationInput['decides'];
  round: number;
  statements: { person: string; text: TextId; stance: (typeof STANCES)[number] }[];
  opinions: TextId[];
  measures: Measure[];
  lastNumber: number;
  interests: Interest[];
  objectors: string[];
}

/** What the engine gives a starting deliberation. */
export type DeliberationStart = DeliberationInput & {
  case: string;
  at: Instant;
  on: string;
  by: Actor;
  policy: DeliberationPolicy;
};

/** A new deliberation, nothing said yet. */
export function createContext({ input }: { input: DeliberationStart }): DeliberationContext {
  return {
    case: input.case,
    policy: input.policy,
    issue: input.issue,
    unit: input.unit,
    title: input.title,
    decides: input.decides,
    round: input.round,
    statements: [],
    opinions: [],
    measures: [],
    lastNumber: 0,
    interests: [],
    objectors: [],
  };
}

/** The person behind an actor; null when a system acts. */
export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? by.person : null;
}

/** Declared or decided interests, and contested ones nobody decided in time: whoever may be partial stays out. */
export function recusedOf({ interests }: DeliberationContext): string[] {
  const out = interests.filter(({ state }) => state !== 'cleared').map(({ person }) => person);
  return [...new Set(out)];
}

/** What the round came to: the most backed measure first. */
export function deliberationOutput({ context }: { context: DeliberationContext }): DeliberationOutput {
  const ranked = context.measures.toSorted((a, b) => b.backers.length - a.backers.length || a.number - b.number);
  return {
    measures: ranked.map(({ text }) => text),
    opinions: context.opinions,
    recused: recusedOf(context),
    disputed: context.objectors.length >= context.policy.disputesNeeded,
  };
}
