import { assign } from 'xstate';
import type { z } from 'zod';

import type { CovenantContext, Counts } from './covenant.context.js';
import type { CovenantEvent, EventOf } from './covenant.events.js';

type Change = Partial<CovenantContext>;
type Update = ReturnType<typeof assign<CovenantContext, CovenantEvent, undefined, CovenantEvent, never>>;

/** What one kind of event changes. */
export function on<Type extends CovenantEvent['type']>(
  type: Type,
  change: (context: CovenantContext, event: EventOf<Type>) => Change,
): Update {
  return assign<CovenantContext, CovenantEvent, undefined, CovenantEvent, never>(({ context, event }) => {
    if (event.type !== type) throw new Error(`${event.type} came where ${type} is written down`);
    return change(context, event as EventOf<Type>);
  });
}

/** A change that no event tells about; `on` is the local date. */
export function change(next: (context: CovenantContext, event: CovenantEvent) => Change): Update {
  return assign<CovenantContext, CovenantEvent, undefined, CovenantEvent, never>(({ context, event }) =>
    next(context, event),
  );
}

/** What an invoked child came to. */
export function fromChild<Output extends z.ZodType>(
  output: Output,
  next: (context: CovenantContext, output: z.output<Output>, on: string) => Change,
): Update {
  return assign<CovenantContext, CovenantEvent, undefined, CovenantEvent, never>(({ context, event }) =>
    // XState's done event is not one of ours; what it carries is checked here
    next(context, output.parse((event as unknown as { output: unknown }).output), event.on),
  );
}

/** One more on a counter. */
export function counting(name: keyof Counts): Update {
  return change((context) => counted(context, name));
}

export function counted({ counts }: CovenantContext, name: keyof Counts): Pick<CovenantContext, 'counts'> {
  return { counts: { ...counts, [name]: counts[name] + 1 } };
}
