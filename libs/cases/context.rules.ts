import { localDate } from '#libs/calendar';
import { EngineFault, type Actor, type Instant, type StepContext } from '#libs/engine';

import { newestCalendar, NotAtHandError } from './ground.rules.js';
import type { World } from './work.types.js';

/** What the engine needs to know around a step of this case. */
export function stepContext(world: World, policy: string, { by, at }: { by: Actor; at: Instant }): StepContext {
  return { at, on: localDate(newestCalendar(world.ground, world.calendar), at), by, policy: world.policy(policy) };
}

/**
 * Runs code that a workflow has brought along, or that its numbers have led into a corner: a duration no calendar can measure, a
 * summary that stumbles. Whatever it throws is the workflow's fault and becomes an incident.
 */
export function asFault<T>(workflow: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof EngineFault || cause instanceof NotAtHandError) throw cause;
    throw new EngineFault(`${workflow}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
