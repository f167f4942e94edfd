import { fromCallback, type CallbackActorLogic, type EventObject } from 'xstate';
import type { z } from 'zod';

import type { Actor, Contract, Duration, Instant, TellTarget, ToldEvent, Workflow } from './vocabulary.js';

/** What the engine adds to every event a chart receives. */
export interface Stamped {
  at: Instant;
  /** Local date of `at`. */
  on: string;
  by: Actor;
}

/** An act as a chart receives it. */
export type ActEvent<Type extends string, Input> = { type: Type; input: Input } & Stamped;
/** A told event, an effect's answer or a rung's event as a chart receives it. */
export type ToldChartEvent<Type extends string, Payload> = { type: Type; payload: Payload } & Stamped;
/** The end of a spawned child as a chart receives it: `done.<workflow>`. Invoked children use `onDone`. */
export type ChildDoneEvent<Name extends string, Output> = {
  type: `done.${Name}`;
  child: string;
  output: Output;
} & Stamped;
export type ChildFailedEvent<Name extends string> = { type: `failed.${Name}`; child: string; error: string } & Stamped;
/** The cancellation of the case as a chart receives it. */
export type CancelledEvent = { type: 'cancelled'; reason: string } & Stamped;

/** Declares a named action without implementation: the engine turns it into a `perform` effect. */
export function effect<Schema extends z.ZodType>(_payload: Schema): (_: unknown, params: z.input<Schema>) => void {
  return () => undefined;
}

/** The two named actions the engine itself understands; spread them into `setup({ actions })`. */
export const engineActions = {
  tell: (_: unknown, _params: { target: TellTarget; event: ToldEvent }): void => undefined,
  extend: (_: unknown, _params: { clock: string; by: Pick<Duration, 'amount' | 'unit'> }): void => undefined,
};

type Defaulted<Written> = { [Key in keyof Written]-?: undefined extends Written[Key] ? Key : never }[keyof Written];

/** What a parent gives a child: texts are already references, and what has a default may be left out. */
export type ChildInput<Input extends z.ZodType> = Omit<z.output<Input>, Defaulted<z.input<Input>> & PropertyKey> &
  Partial<Pick<z.output<Input>, Defaulted<z.input<Input>> & keyof z.output<Input>>>;

/**
 * An inert stub that stands for a child case of another workflow. It never runs: the engine turns its start and stop into
 * effects, and the child's end into an event.
 */
export function childOf<Input extends z.ZodType, Output extends z.ZodType>(
  _contract: Contract<Input, Output>,
): CallbackActorLogic<EventObject, ChildInput<Input> & object> {
  return fromCallback<EventObject, ChildInput<Input> & object>(() => undefined);
}

/** Declares a workflow. An identity function that checks the type and keeps the declaration readable. */
export function defineWorkflow(workflow: Workflow): Workflow {
  return workflow;
}
