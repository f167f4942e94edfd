import type { Json, JsonObject, ToldEvent } from '#libs/engine';

/**
 * `perform` is carried out by an effect handler; the others are delivered to another case, in the transaction that steps it.
 */
export const OUTBOX_KINDS = ['perform', 'tell', 'childDone', 'childFailed'] as const;
export type OutboxKind = (typeof OUTBOX_KINDS)[number];

export const OUTBOX_STATUSES = ['pending', 'done', 'incident', 'skipped'] as const;
export type OutboxStatus = (typeof OUTBOX_STATUSES)[number];

/** What an outbox row carries. */
export type OutboxPayload =
  | { kind: 'perform'; payload: JsonObject }
  | { kind: 'tell'; to: string; event: ToldEvent }
  | { kind: 'childDone'; to: string; child: string; token: string; output: Json }
  | { kind: 'childFailed'; to: string; child: string; token: string; error: string };

/** How often and how patiently an effect is tried. */
export interface RetryRule {
  /** Attempts before it becomes an incident. */
  attempts: number;
  /** Wait after the first failure; doubled with each further one. */
  firstDelayMs: number;
  longestDelayMs: number;
}

export const DEFAULT_RETRIES: RetryRule = { attempts: 8, firstDelayMs: 1_000, longestDelayMs: 3_600_000 };

/**
 * How long to wait after the `attempt`th failure (1 is the first): doubling, cut at the longest, with jitter between one half
 * and one so that many rows that failed together do not come back together. `jitter` is in [0, 1).
 */
export function backoffMs(rule: RetryRule, attempt: number, jitter: number): number {
  const full = Math.min(rule.longestDelayMs, rule.firstDelayMs * 2 ** (attempt - 1));
  return Math.round(full * (0.5 + jitter / 2));
}
