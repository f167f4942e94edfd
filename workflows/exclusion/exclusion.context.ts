import type { Actor, Instant, Party, Summary } from '#libs/engine';
import type { StateValue } from 'xstate';

import type { ExclusionInput, ExclusionOutput } from './contract.js';
import type { ExclusionPolicy } from './exclusion.policy.js';

export type ExclusionContext = {
  policy: ExclusionPolicy;
  case: string;
  entry: string;
  unit: string;
  rate: ExclusionInput['rate'];
  ground: ExclusionInput['ground'];
  reason: string;
  evidence: string[];
  opener: string | null;
  /** Where the entry lies; null until it was looked up. */
  place: string | null;
  confidential: boolean;
  /** Persons who did the work. */
  handlers: string[];
  first: { by: string | null; at: Instant; note: string | null } | null;
  second: { by: string | null; at: Instant; note: string | null } | null;
  /** Why it was refused. */
  refusal: string | null;
  ending: ExclusionOutput['result'] | null;
};

/** What the engine gives the chart at its start; texts are ids. */
export type ExclusionStart = Omit<ExclusionInput, 'reason'> & {
  reason: string;
  case: string;
  at: Instant;
  on: string;
  by: Actor;
  policy: ExclusionPolicy;
};

export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
}

/** An appeal nobody has looked at. */
export function initialExclusion({ input }: { input: ExclusionStart }): ExclusionContext {
  const { policy, entry, unit, rate, ground, reason, evidence, by } = input;
  return {
    ...{ policy, case: input.case, entry, unit, rate, ground, reason, evidence, opener: personOf(by) },
    ...{ place: null, confidential: false, handlers: [], first: null, second: null, refusal: null, ending: null },
  };
}

export function exclusionParties({ unit, opener, handlers, first }: ExclusionContext): Party[] {
  const firstBy = first?.by ?? null;
  return [
    { relation: 'appellant', unit },
    ...(opener === null ? [] : [{ relation: 'opener', person: opener }]),
    ...handlers.map((person) => ({ relation: 'handler', person })),
    ...(firstBy === null ? [] : [{ relation: 'firstApprover', person: firstBy }]),
  ];
}

export function exclusionSummary(context: ExclusionContext, value: StateValue): Summary {
  const { entry, unit, rate, place, confidential, reason } = context;
  const step = typeof value === 'string' ? value : (Object.keys(value)[0] ?? '');
  return {
    title: reason,
    unit: place ?? unit,
    stage: step === 'reading' ? 'opened' : step === 'first' || step === 'second' ? 'deciding' : 'ended',
    category: rate,
    // what is decided about a public number is public; until the entry is known it may be about a personal need
    visibility: confidential ? 'confidential' : place === null ? 'internal' : 'public',
    lookups: [
      { key: 'entry', value: entry },
      { key: 'appeal', value: `${entry}:${unit}:${rate}`, unique: true },
    ],
  };
}
