import type { Wording } from '../words/wording.rules.js';

/** Something to hand over, with everything a carrier needs. */
export interface Parcel {
  /** The same at every attempt: the other side recognises what it has had already. */
  id: string;
  /** Address, number or URL in clear. */
  to: string;
  /** Of a robot that wants its messages signed. */
  secret: string | null;
  wording: Wording;
}

/**
 * How a hand-over went. `later`: this recipient cannot take it now. `down`: nobody can be reached this way now, for whatever reason
 * that is not the recipient's. `never`: it would be refused again. Errors are codes, never the words of the other side, which repeat addresses.
 */
export type Outcome =
  | { kind: 'sent'; providerId: string | null }
  | { kind: 'later'; error: string }
  | { kind: 'down'; error: string }
  | { kind: 'never'; error: string };

/** Carries parcels of one channel. Never throws. */
export interface Carrier {
  carry(parcel: Parcel): Promise<Outcome>;
  close?(): void;
}
