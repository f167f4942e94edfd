import type { Actor, Instant, Party, Summary } from '#libs/engine';
import type { StateValue } from 'xstate';

import type { AppraisalInput, AppraisalOutput } from './contract.js';
import type { AppraisalPolicy } from './appraisal.policy.js';

/** One street's word on one department. */
export type Appraised = {
  street: string;
  department: string;
  scores: Record<string, number>;
  remark: string;
  by: string | null;
  at: Instant;
};

export type AppraisalContext = {
  policy: AppraisalPolicy;
  case: string;
  unit: string;
  title: string;
  period: string;
  streets: string[];
  departments: string[];
  appraisals: Appraised[];
  /** Streets that left a department without a word when the time was over. */
  silent: string[];
  comments: { department: string; text: string; by: string | null }[];
  publishedAt: Instant | null;
  ending: AppraisalOutput['result'] | null;
};

/** What the engine gives the chart at its start; texts are ids. */
export type AppraisalStart = Omit<AppraisalInput, 'title'> & {
  title: string;
  case: string;
  at: Instant;
  on: string;
  by: Actor;
  policy: AppraisalPolicy;
};

export function personOf(by: Actor): string | null {
  return by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
}

/** An appraisal in which nobody has spoken. */
export function initialAppraisal({ input }: { input: AppraisalStart }): AppraisalContext {
  const { policy, unit, title, period, streets, departments } = input;
  return {
    ...{ policy, case: input.case, unit, title, period },
    ...{ streets: [...new Set(streets)], departments: [...new Set(departments)] },
    ...{ appraisals: [], silent: [], comments: [], publishedAt: null, ending: null },
  };
}

/** Streets that have not appraised every department. */
export function silentStreets({ streets, departments, appraisals }: AppraisalContext): string[] {
  const has = (street: string, department: string): boolean =>
    appraisals.some((one) => one.street === street && one.department === department);
  return streets.filter((street) => !departments.every((department) => has(street, department)));
}

export function appraisalParties({ streets, departments }: AppraisalContext): Party[] {
  return [
    ...streets.map((unit) => ({ relation: 'street', unit })),
    ...departments.map((unit) => ({ relation: 'department', unit })),
  ];
}

export function appraisalSummary(context: AppraisalContext, value: StateValue): Summary {
  const { title, unit, period, publishedAt } = context;
  const stage = value === 'appraising' || value === 'commenting' ? value : 'ended';
  return {
    ...{ title, unit, stage },
    visibility: publishedAt === null ? 'internal' : 'public',
    lookups: [{ key: 'appraisal', value: `${unit}:${period}`, unique: true }],
  };
}
