import type { z } from 'zod';

import type { PlannedStep } from './chain.schema.js';
import type { SignOffOutput } from './contract.js';
import type { SignOffContext } from './sign-off.context.js';
import type { signOffEffects } from './sign-off.effects.js';
import type { SealInput } from '../seal/contract.js';

/*
 * What the chart hands to effects and to its children.
 */

/** The seal of a step in its next round. */
export function sealInput(context: SignOffContext, step: PlannedStep): SealInput {
  const { unit, upper, kind, seals, papers, basis, limit, validDays, silence } = step;
  if (unit === null) throw new Error(`step ${step.id} has no department`);
  const { case: chain, title, unit: place, group, helper } = context;
  const round = (context.records[step.id]?.round ?? 0) + 1;
  return {
    chain,
    step: step.id,
    title,
    name: step.name,
    place,
    unit,
    upper,
    kind,
    seals,
    papers,
    basis,
    limit,
    validDays,
    silence,
    group,
    helper,
    round,
  };
}

/** Steps whose department the registry has to find, in a template or named. */
export function planOrder(context: SignOffContext, template: string | null): z.input<typeof signOffEffects.planChain> {
  const asked = new Set(context.asked);
  const isAsked = ({ id }: PlannedStep): boolean => asked.has(id);
  return {
    unit: context.unit,
    template,
    steps: context.steps.filter(isAsked).map(({ upper: _upper, ...step }) => step),
    known: context.steps.filter((step) => !isAsked(step)).map(({ id, needs }) => ({ id, needs })),
    stepsMost: context.policy.stepsMost,
  };
}

export function outputWhenDone({ context }: { context: SignOffContext }): SignOffOutput {
  const { steps, records, ending, reason, template } = context;
  const signed = steps.flatMap(({ id }) => records[id]?.signed ?? []);
  return {
    result: ending ?? 'cancelled',
    steps: steps.length,
    seals: signed.reduce((sum, { seals }) => sum + seals, 0),
    documents: [...new Set(signed.flatMap(({ document }) => document ?? []))],
    reason,
    template,
  };
}
