import type { Actor, Instant } from '#libs/engine';

import type { Difference, PlannedStep } from './chain.schema.js';
import type { SignOffInput, SignOffOutput } from './contract.js';
import type { SignOffPolicy } from './sign-off.policy.js';

/** `waiting`: what it needs is not signed yet. `open`: its seal is a case of its own. */
export const STEP_STATES = ['waiting', 'open', 'signed', 'refused', 'dropped'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** What a department gave, without anybody’s name. */
export interface Signed {
  number: string | null;
  document: string | null;
  /** Last day it is valid; null: for good. */
  validUntil: string | null;
  at: Instant;
  /** Calendar days from hand-in to the signature. */
  days: number;
  askings: number;
  seals: number;
  /** Ids of the texts of conditions that were met. */
  conditions: string[];
  bySilence: boolean;
}

/** What became of a step so far. */
export interface StepRecord {
  state: StepState;
  /** Which time it is asked for; 0: never. */
  round: number;
  /** Instant of the last change of state. */
  since: Instant;
  signed: Signed | null;
  /** Times a signature ran out. */
  expiries: number;
}

/** A table at which several departments sat. */
export interface Sitting {
  steps: string[];
  document: string;
  at: Instant;
}

export type SignOffContext = {
  policy: SignOffPolicy;
  case: string;
  issue: string | null;
  unit: string;
  title: string;
  group: string[];
  body: string | null;
  helper: string | null;
  template: string | null;
  steps: PlannedStep[];
  records: Record<string, StepRecord>;
  differences: Difference[];
  /** Steps that wait for the registry’s answer. */
  asked: string[];
  /** Code of why the steps could not be planned. */
  trouble: string | null;
  startedAt: Instant;
  begunAt: Instant | null;
  endedAt: Instant | null;
  sittings: Sitting[];
  /** Case of the cost shares. */
  costs: string | null;
  additions: number;
  returns: number;
  watches: number;
  silences: number;
  reason: string | null;
  ending: SignOffOutput['result'] | null;
};

/** What the engine gives the chart at its start; texts are ids. */
export type SignOffStart = Omit<SignOffInput, 'title'> & {
  title?: string;
  case: string;
  at: Instant;
  on: string;
  by: Actor;
  policy: SignOffPolicy;
};

/** Whose act it is: the person it was entered for, else the one who did it. */
export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
}

/** A chain whose departments are looked for. */
export function initialSignOff({ input }: { input: SignOffStart }): SignOffContext {
  const starter = personOf(input.by);
  // that silence is consent says a template or another case, never whoever wants the signature
  const steps = starter === null ? input.steps : input.steps.map((step) => ({ ...step, silence: null }));
  return {
    policy: input.policy,
    case: input.case,
    issue: input.issue ?? null,
    unit: input.unit,
    title: input.named ?? input.title ?? '',
    group: input.group.length > 0 || starter === null ? input.group : [starter],
    body: input.body ?? null,
    helper: input.helper ?? null,
    template: input.template ?? null,
    steps: steps.map((step) => ({ ...step, upper: null })),
    records: Object.fromEntries(input.steps.map(({ id }) => [id, untouched(input.at)])),
    differences: [],
    asked: input.steps.map(({ id }) => id),
    trouble: null,
    startedAt: input.at,
    begunAt: null,
    endedAt: null,
    sittings: [],
    costs: null,
    additions: 0,
    returns: 0,
    watches: 0,
    silences: 0,
    reason: null,
    ending: null,
  };
}

/** The record of a step nobody was asked for yet. */
export function untouched(since: Instant): StepRecord {
  return { state: 'waiting', round: 0, since, signed: null, expiries: 0 };
}

/** Id of the child that is a step’s seal. */
export function childOfStep(step: string, round: number): string {
  return `seal-${step}-${String(round)}`;
}

const isSettled = (record: StepRecord | undefined): boolean =>
  record?.state === 'signed' || record?.state === 'dropped';

/** Steps that can be asked for now: all they need is signed. */
export function readySteps({
  steps,
  records,
  asked,
}: Pick<SignOffContext, 'steps' | 'records' | 'asked'>): PlannedStep[] {
  const unplanned = new Set(asked);
  return steps.filter(
    ({ id, needs, unit }) =>
      unit !== null &&
      !unplanned.has(id) &&
      records[id]?.state === 'waiting' &&
      needs.every((need) => isSettled(records[need])),
  );
}

/** Every step is signed or dropped, and there is one at least. */
export function areAllSettled({ steps, records }: Pick<SignOffContext, 'steps' | 'records'>): boolean {
  return steps.length > 0 && steps.every(({ id }) => isSettled(records[id]));
}

/** The day the first signature runs out; null: none does. */
export function firstExpiry({ records }: Pick<SignOffContext, 'records'>): string | null {
  const days = Object.values(records).flatMap(({ state, signed }) =>
    state === 'signed' && signed?.validUntil != null ? [signed.validUntil] : [],
  );
  return days.toSorted()[0] ?? null;
}
