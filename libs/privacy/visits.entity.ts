import { defineEntity, p } from '@mikro-orm/core';

import { CLAIM_STATES, VISIT_OUTCOMES, VISIT_PURPOSES } from './visits.vocabulary.js';

const instant = () => p.datetime(3);

/**
 * A household taken on (认领): who needs to know what is sensitive about it, from when until when, and what for. Without a claim
 * in force nobody is shown it.
 */
export const ClaimEntity = defineEntity({
  name: 'Claim',
  tableName: 'claims',
  properties: {
    id: p.string().primary(),
    household: p.string().index(),
    /** Stairwell of the household when it was claimed: under whose units the claim falls. */
    unit: p.string(),
    person: p.string().index(),
    purpose: p.enum(VISIT_PURPOSES),
    state: p.enum(CLAIM_STATES),
    from: p.string().fieldName('from_date').columnType('date'),
    /** First day on which it is no longer in force. */
    to: p.string().fieldName('to_date').columnType('date'),
    askedAt: instant(),
    /** Who assigned or confirmed it; null while it is asked for. Never the person of the claim, unless they may assign. */
    assignedBy: p.string().nullable(),
    endedAt: instant().nullable(),
    endedBy: p.string().nullable(),
  },
  indexes: [
    {
      name: 'claims_in_force',
      expression: `create unique index "claims_in_force" on "claims" ("household", "person") where "state" in ('asked', 'in force')`,
    },
  ],
});

/** One visit, or one attempt. */
export const VisitEntity = defineEntity({
  name: 'Visit',
  tableName: 'visits',
  properties: {
    id: p.string().primary(),
    claim: p.string().index(),
    household: p.string(),
    visitor: p.string().index(),
    /** When somebody was there. */
    at: instant(),
    recordedAt: instant(),
    outcome: p.enum(VISIT_OUTCOMES),
    /** Sealed; null when there is none or it has been erased. */
    note: p.text().nullable(),
    /** A case that came of it. */
    caseId: p.string().nullable(),
  },
  indexes: [{ name: 'visits_of_household', properties: ['household', 'at'] }],
});
