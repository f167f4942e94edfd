import { defineEntity, p } from '@mikro-orm/core';

import { ADMISSION_STATUSES, PROPOSAL_STATUSES } from './routing.vocabulary.js';

const instant = () => p.datetime(3);
const day = (name: string) => p.string().columnType('date').fieldName(name);

/**
 * Register of what may be handed down to communities (社区工作准入): applied for by a department, decided with a reason, dated. A
 * matter comes with the authority and the means to do it.
 */
export const AdmissionEntity = defineEntity({
  name: 'Admission',
  tableName: 'admissions',
  properties: {
    id: p.string().primary(),
    matter: p.string().index(),
    /** Unit that hands it down. */
    applicant: p.string().index(),
    /** It holds for the communities at this unit and below. */
    scope: p.string().index(),
    reason: p.text(),
    /** Authority and money that come with it (权随责走、费随事转). */
    means: p.text(),
    status: p.enum(ADMISSION_STATUSES),
    appliedBy: p.string().fieldName('applied_by'),
    appliedAt: instant().fieldName('applied_at'),
    decidedBy: p.string().fieldName('decided_by').nullable(),
    decidedAt: instant().fieldName('decided_at').nullable(),
    ground: p.text().nullable(),
    from: day('from_date').nullable(),
    to: day('to_date').nullable(),
  },
});

/** What a dispute or a second dispatch has taught: a matter at a place went to one unit first and belongs to another. */
export const RoutingEvidenceEntity = defineEntity({
  name: 'RoutingEvidence',
  tableName: 'routing_evidence',
  properties: {
    /** Effect it comes of, with the unit it was returned by: repeated it is the same. */
    id: p.string().primary(),
    proposal: p.string().index(),
    caseId: p.string().fieldName('case_id'),
    place: p.string(),
    grounds: p.array().$type<string[]>().columnType('text[]'),
    at: instant(),
  },
});

/** A change of the duty matrix that is proposed from such evidence; one for each matter and pair of units. */
export const RoutingProposalEntity = defineEntity({
  name: 'RoutingProposal',
  tableName: 'routing_proposals',
  properties: {
    id: p.string().primary(),
    matter: p.string(),
    fromUnit: p.string().fieldName('from_unit'),
    toUnit: p.string().fieldName('to_unit'),
    /** Lowest unit that covers all places of the evidence. */
    scope: p.string().index(),
    count: p.integer(),
    status: p.enum(PROPOSAL_STATUSES),
    firstAt: instant().fieldName('first_at'),
    lastAt: instant().fieldName('last_at'),
    /** Cases there were when it was decided: it is proposed again only after so many new ones. */
    decidedCount: p.integer().fieldName('decided_count').nullable(),
    decidedBy: p.string().fieldName('decided_by').nullable(),
    decidedAt: instant().fieldName('decided_at').nullable(),
    reason: p.text().nullable(),
    /** Change of the registry that accepting it wrote; by it the change can be undone. */
    change: p.string().nullable(),
  },
  uniques: [{ name: 'routing_proposals_pair', properties: ['matter', 'fromUnit', 'toUnit'] }],
});

/** Every table of this room. */
export const routingEntities = [AdmissionEntity, RoutingEvidenceEntity, RoutingProposalEntity];
