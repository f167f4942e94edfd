import type { Instant, JsonObject, ToldEvent } from '#libs/engine';

/** An effect to be carried out. */
export interface EffectCall {
  /** Stable over all attempts: what a handler does must be idempotent by it. */
  id: string;
  caseId: string;
  workflow: string;
  name: string;
  payload: JsonObject;
  /** Journal entry that caused it, and its instant. */
  seq: number;
  at: Instant;
  /** 1 for the first attempt. */
  attempt: number;
}

/**
 * Carries out an effect after commit: at least once, never inside the act's transaction. Throws to be tried again later;
 * an answered event is told to the case in the transaction that marks the effect as done.
 */
export type EffectHandler = (call: EffectCall) => Promise<ToldEvent | undefined>;
