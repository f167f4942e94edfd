import type { PersonId, UnitId } from '#libs/registry';

/** What a partner may do. */
export const PARTNER_SCOPES = ['cases.start', 'changes.read'] as const;
export type PartnerScope = (typeof PARTNER_SCOPES)[number];

/** Another system that sends us cases and takes their progress back, so that nobody types twice. */
export interface Partner {
  id: string;
  /** In addresses. */
  code: string;
  name: string;
  /** The record it acts as: what it does stands in journals under this name. */
  person: PersonId;
  /** Cases at this unit and below. */
  unit: UnitId;
  scopes: PartnerScope[];
  /** Whose numbers it brings: `12345`, `grid`. */
  systems: string[];
  isActive: boolean;
  createdAt: string;
}

export type NewPartner = Pick<Partner, 'code' | 'name' | 'unit' | 'scopes' | 'systems'>;

/** A key, shown once. */
export interface IssuedKey {
  partner: string;
  key: string;
  /** Until when the keys before it are still good. */
  olderUntil: string;
  /** Until when this one is good; `null`: until it is replaced. */
  to: string | null;
}

/** A request as a partner sent it. */
export interface PartnerRequest {
  code: string;
  method: string;
  path: string;
  body: Uint8Array;
  timestamp: string;
  nonce: string;
  signature: string;
}
