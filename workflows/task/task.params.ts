import type { Duration } from '#libs/engine';

import type { TaskOutput } from './contract.js';
import type { TaskContext } from './task.context.js';

/*
 * What the chart hands to effects, to the engine's actions and to its parent.
 */

type CaseArgs = { context: TaskContext };

/** Every unit that was asked, for the search of the unit above them all. */
export function arbitrationRequest({ context }: CaseArgs): { units: string[]; place: string } {
  const units = [context.firstUnit, ...context.returns.map(({ unit }) => unit), context.unit];
  return { units: [...new Set(units)], place: context.place };
}

export function requestedExtension({ context }: CaseArgs): { clock: string; by: Pick<Duration, 'amount' | 'unit'> } {
  return { clock: 'handling', by: { amount: context.request?.days ?? 1, unit: 'workingDay' } };
}

export function outputWhenDone({ context }: CaseArgs): TaskOutput {
  const { ending, unit, answer, evidence, redoCount, contact } = context;
  return { result: ending ?? 'cancelled', unit, answer, evidence, redoCount, contact };
}
