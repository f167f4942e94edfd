import type { Instant } from '#libs/engine';

/** How patiently something is sent. */
export interface Patience {
  /** Wait after the first failure; doubled with each further one. */
  firstMs: number;
  longestMs: number;
  /** After which it is given up. */
  giveUpMs: number;
}

/** Three days: longer than a mail server is ever down over a weekend's holiday without anybody noticing. */
export const DELIVERY_PATIENCE: Patience = { firstMs: 60_000, longestMs: 3_600_000, giveUpMs: 72 * 3_600_000 };

/** Two days, as long as the other side may need to find out that its receiver is broken. */
export const WEBHOOK_PATIENCE: Patience = { firstMs: 30_000, longestMs: 4 * 3_600_000, giveUpMs: 48 * 3_600_000 };

/** A server that takes nothing at all is asked again so often, by every worker. */
export const REST_MS = 60_000;

/**
 * When something is tried again after its `attempt`th failure (1 is the first), with jitter between one half and one so that what
 * failed together does not come back together; `null`: it is given up. `jitter` is in [0, 1).
 */
export function nextTry(
  patience: Patience,
  { attempt, since, now, jitter }: { attempt: number; since: Instant; now: Instant; jitter: number },
): Instant | null {
  const nowMs = Date.parse(now);
  if (nowMs - Date.parse(since) >= patience.giveUpMs) return null;
  const full = Math.min(patience.longestMs, patience.firstMs * 2 ** Math.min(attempt - 1, 30));
  return new Date(nowMs + Math.round(full * (0.5 + jitter / 2))).toISOString();
}
