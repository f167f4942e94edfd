import type { OwnUnit } from './paper.rules.js';

/** Receipts of one voting unit on this device. */
export interface Kept {
  /** Of the paper in force, as far as this device knows. */
  receipt: string | null;
  /** How often the unit had cast when the receipt was made. */
  revision: number;
  /** Of a paper that was sent and not answered yet: written down before it was sent. */
  sent: string | null;
}

export const NOTHING_KEPT: Kept = { receipt: null, revision: 0, sent: null };

/**
 * What is kept after the service was asked. A page that was closed while a paper was under way finds here which receipt holds: the
 * new one when the paper has arrived, the old one when it has not. A paper of somebody else's hand has made both worthless.
 */
export function keptAfter(
  kept: Kept,
  { revision, state, isYours }: Pick<OwnUnit, 'revision' | 'state' | 'isYours'>,
): Kept {
  const current = revision ?? 0;
  // what the service said before the paper arrived must not wipe out its receipt
  if (current < kept.revision) return kept;
  if (state === 'none' || state === 'withdrawn') return { ...NOTHING_KEPT, sent: kept.sent, revision: current };
  if (current === kept.revision) return kept;
  return isYours && kept.sent !== null
    ? { receipt: kept.sent, revision: current, sent: null }
    : { ...NOTHING_KEPT, revision: current };
}
