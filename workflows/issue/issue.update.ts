import { assign } from 'xstate';
import type { z } from 'zod';

import type { Instant } from '#libs/engine';

import type { IssueContext } from './issue.context.js';
import type { EventOf, IssueEvent } from './issue.events.js';

type Change = Partial<IssueContext>;

/** Typed pieces of context for the chart: what one kind of event changes. */
export function on<Type extends IssueEvent['type']>(
  types: Type | readonly Type[],
  change: (context: IssueContext, event: EventOf<Type>) => Change,
): ReturnType<typeof assign<IssueContext, IssueEvent, undefined, IssueEvent, never>> {
  const expected: readonly string[] = [types].flat();
  return assign<IssueContext, IssueEvent, undefined, IssueEvent, never>(({ context, event }) => {
    if (!expected.includes(event.type))
      throw new Error(`${event.type} came where ${expected.join(' or ')} is written down`);
    return change(context, event as EventOf<Type>);
  });
}

/** A change of context that no event tells about. */
export function change(
  next: (context: IssueContext) => Change,
): ReturnType<typeof assign<IssueContext, IssueEvent, undefined, IssueEvent, never>> {
  return assign<IssueContext, IssueEvent, undefined, IssueEvent, never>(({ context }) => next(context));
}

/** A change of context from what an invoked child came to. */
export function fromChild<Output extends z.ZodType>(
  output: Output,
  next: (context: IssueContext, output: z.output<Output>, at: Instant) => Change,
): ReturnType<typeof assign<IssueContext, IssueEvent, undefined, IssueEvent, never>> {
  return assign<IssueContext, IssueEvent, undefined, IssueEvent, never>(({ context, event }) =>
    // XState's done event is not one of ours; what it carries is checked here.
    next(context, output.parse((event as unknown as { output: unknown }).output), event.at),
  );
}

/** One more on a counter. */
export function counted(context: IssueContext, name: keyof IssueContext['counts']): Pick<IssueContext, 'counts'> {
  return { counts: { ...context.counts, [name]: context.counts[name] + 1 } };
}
