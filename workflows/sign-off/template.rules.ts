import { z } from 'zod';

import type { ChainStep } from './chain.schema.js';
import { stepSchema } from './chain.schema.js';
import type { SignOffContext, StepRecord } from './sign-off.context.js';

/*
 * What is kept of a finished chain for the next building: never a person, a file, money or anybody's words.
 */

/** Durations that are remembered of a step. */
const SAMPLES = 10;

/** A step as a template keeps it. */
export const templateStepSchema = stepSchema.extend({
  days: z.array(z.int().min(0)).max(SAMPLES).default([]).describe('Calendar days it took, the last first'),
  typicalDays: z.int().min(0).nullable().default(null).describe('Median of them'),
  conditions: z
    .array(z.string())
    .max(20)
    .default([])
    .describe('Ids of the texts of conditions departments made before'),
  expiries: z.int().min(0).default(0).describe('Times a signature ran out before the chain was complete'),
});

export type TemplateStep = z.output<typeof templateStepSchema>;

/** The middle one of some durations; of two middle ones the longer. */
export function medianOf(days: readonly number[]): number | null {
  return days.toSorted((one, other) => one - other)[Math.floor(days.length / 2)] ?? null;
}

/** A step without what was learned of it. */
export function plainStep({
  days: _d,
  typicalDays: _t,
  conditions: _c,
  expiries: _e,
  ...step
}: TemplateStep): ChainStep {
  return step;
}

/** What lies before a step when some of the steps are left out: whatever these waited for. */
function needsWithout(step: ChainStep, left: ReadonlyMap<string, ChainStep>, seen = new Set<string>()): string[] {
  return step.needs.flatMap((need) => {
    const dropped = left.get(need);
    if (dropped === undefined) return [need];
    if (seen.has(need)) return [];
    seen.add(need);
    return needsWithout(dropped, left, seen);
  });
}

/**
 * The template of a chain: its steps without those that were found not to be needed, with the days they took added to what was
 * known before. Conditions are kept by the ids of their texts, never by their words: whoever reads the template reads the texts as
 * they are then, so that what is erased in the case is gone here too.
 */
export function templateOf(
  { steps, records }: Pick<SignOffContext, 'steps' | 'records'>,
  before: readonly TemplateStep[],
): TemplateStep[] {
  const dropped = new Map(steps.filter(({ id }) => records[id]?.state === 'dropped').map((step) => [step.id, step]));
  const known = new Map(before.map((step) => [step.id, step]));
  return steps
    .filter(({ id }) => !dropped.has(id))
    .map(({ upper: _upper, ...step }) => {
      const earlier = known.get(step.id);
      const record = records[step.id];
      const days = daysOf(record, earlier);
      return {
        ...step,
        needs: [...new Set(needsWithout(step, dropped))],
        days,
        typicalDays: medianOf(days),
        conditions: [...new Set([...(earlier?.conditions ?? []), ...(record?.signed?.conditions ?? [])])].slice(-20),
        expiries: (earlier?.expiries ?? 0) + (record?.expiries ?? 0),
      };
    });
}

/** A template as it is read: conditions by their words, without those whose text was erased. */
export function withConditions(
  steps: readonly TemplateStep[],
  texts: Readonly<Record<string, string | null>>,
): TemplateStep[] {
  return steps.map((step) => ({ ...step, conditions: step.conditions.flatMap((id) => texts[id] ?? []) }));
}

function daysOf(record: StepRecord | undefined, earlier: TemplateStep | undefined): number[] {
  const signed = record?.signed ?? null;
  return [...(signed === null ? [] : [signed.days]), ...(earlier?.days ?? [])].slice(0, SAMPLES);
}
