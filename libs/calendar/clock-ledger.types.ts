import type { Amount, Budget } from './budget.rules.js';
import type { Instant } from './instant.rules.js';

/** What a clock counts: open time of its calendar, all time, or nothing because its end is fixed. */
export const COUNTINGS = ['open', 'elapsed', 'fixed'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** A finished stretch in which the clock ran, and what it consumed. */
export interface Run {
  from: Instant;
  to: Instant;
  ms: number;
}

/** A reason for which the clock stood still. `to` is null while it lasts. */
export interface Pause {
  reason: string;
  from: Instant;
  to: Instant | null;
}

/** An extension that was granted, with the due instant before and after. While paused, both as if resumed at `at`. */
export interface Extension {
  at: Instant;
  by: Amount;
  dueBefore: Instant;
  dueAfter: Instant;
}

/** Everything a clock is. Plain JSON; every change gives a new one. The due instant is derived from it, never kept. */
export interface ClockLedger {
  budget: Budget;
  armedAt: Instant;
  counts: Counting;
  /** Milliseconds of what it counts, with extensions. */
  budgetMs: number;
  /** Milliseconds consumed by the finished runs. */
  consumedMs: number;
  /** Begin of the present run; null while paused. */
  runningSince: Instant | null;
  /** Fixed end, of clocks that count nothing. */
  until: Instant | null;
  /** Due instant that had come before a pause began: later pauses do not move it. */
  reachedDue: Instant | null;
  runs: Run[];
  pauses: Pause[];
  extensions: Extension[];
}

/** When and why a clock stops or goes on. Pauses with different reasons may overlap; the clock runs when none is left. */
export interface Hold {
  at: Instant;
  /** Default `pause`. */
  reason?: string;
}
