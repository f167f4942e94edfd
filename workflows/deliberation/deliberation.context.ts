import type { z } from 'zod';

import type { TextId } from '#libs/contract';
import type { Actor, Instant, Party } from '#libs/engine';

import type { DeliberationInput, DeliberationOutput } from './contract.js';
import type { STANCES } from './deliberation.acts.js';
import type { deliberationReceives } from './deliberation.effects.js';
import { complete, type DeliberationPolicy } from './deliberation.policy.js';

/** A draft measure with those who back it. Numbers are never used twice. */
export interface Measure {
  number: number;
  text: TextId;
  by: string | null;
  backers: string[];
}

/**
 * Another wording of a measure. Accepted by the mover it is the measure; proposed or declined it is voted before it. Numbers are
 * never used twice.
 */
export interface Amendment {
  number: number;
  measure: number;
  text: TextId;
  by: string | null;
  state: 'proposed' | 'accepted' | 'declined';
  /** Why the mover declined. */
  reason: TextId | null;
}

/** A company or partner asked to answer, and what it said. `unit` null: a partner that spoke of its own accord. */
export interface Answer {
  unit: string | null;
  person: string;
  question: TextId | null;
  text: TextId | null;
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
  amendments: Amendment[];
  lastAmendment: number;
  answers: Answer[];
  /** Texts of the statements that all opinion groups agree with. */
  agreed: TextId[];
  /** What came of the positions; null while they are taken. */
  opinion: z.output<(typeof deliberationReceives)['opinion.closed']> | null;
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
    amendments: [],
    lastAmendment: 0,
    answers: [],
    agreed: [],
    opinion: null,
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

/** Who is related to the item: they leave its base, are asked to answer, or have an amendment to answer. */
export function partiesOf(context: DeliberationContext): Party[] {
  const asked = context.answers.filter(({ unit }) => unit !== null);
  const movers = context.measures.flatMap(({ number, by }) => {
    const waits = openAmendments(context, number).some(({ state }) => state === 'proposed');
    return by !== null && waits ? [by] : [];
  });
  return [
    ...recusedOf(context).map((person) => ({ relation: 'recused', person })),
    ...asked.map(({ person, text }) => ({ relation: text === null ? 'invited' : 'answered', person })),
    ...[...new Set(movers)].map((person) => ({ relation: 'amended', person })),
  ];
}

/** Amendments of a measure that its mover has not accepted, the oldest first. */
export function openAmendments({ amendments }: DeliberationContext, measure: number): Amendment[] {
  return amendments.filter((one) => one.measure === measure && one.state !== 'accepted');
}

/** The company or partner somebody was invited to speak for. */
export function invitationOf({ answers }: DeliberationContext, person: string | null): Answer | undefined {
  return answers.find((one) => one.person === person && one.unit !== null);
}

/** Who is asked, by which rule. */
export function opening({ context: { unit, policy } }: { context: DeliberationContext }) {
  return { unit, rule: complete(policy).opinion };
}

/** What the round came to: the most backed measure first. */
export function deliberationOutput({ context }: { context: DeliberationContext }): DeliberationOutput {
  const ranked = context.measures.toSorted((a, b) => b.backers.length - a.backers.length || a.number - b.number);
  return {
    measures: ranked.map(({ text }) => text),
    opinions: context.opinions,
    recused: recusedOf(context),
    disputed: context.objectors.length >= context.policy.disputesNeeded,
    amendments: ranked.flatMap(({ number, text }) =>
      openAmendments(context, number).map((amendment) => ({ measure: text, text: amendment.text })),
    ),
    agreed: context.agreed,
    answers: context.answers.map(({ unit, question, text }) => ({ unit, question, text })),
  };
}
