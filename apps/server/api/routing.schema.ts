import { z } from 'zod';

import { DUTIES, UNIT_KINDS } from '#libs/registry';
import { ADMISSION_STATUSES, GROUNDS, PROPOSAL_STATUSES, VERDICTS } from '#libs/routing';

import { instant, key, label } from './page.schema.js';
import { localDay, reason } from './registry.schema.js';

const words = z.string().trim().min(1).max(2000);

export const previewBody = z.strictObject({
  matter: key.describe('Id, code or name of a matter in the catalogue of the place'),
  place: key.describe('Id or code of a unit'),
  on: localDay.optional().describe('Default: today'),
  danger: z.boolean().optional().describe('Danger to life or property'),
});
const named = { unit: z.string(), unitName: z.string() };
export const previewAnswer = z
  .object({
    on: z.string(),
    matter: z.object({ id: z.string(), name: label }),
    place: z.object(named),
    lead: z.object({
      ...named,
      role: z.string().nullable().describe('Office there, where it is one person’s'),
      ground: z.enum(GROUNDS).describe('`matrix`, or which fallback (兜底)'),
      field: z.string().nullable().describe('Field of the duty matrix'),
    }),
    tier: z.enum(UNIT_KINDS).nullable(),
    assists: z.array(z.object({ ...named, field: z.string() })),
    emergency: z.object(named).nullable().describe('Whose duty officer is called in danger'),
    limits: z.array(
      z.object({
        name: z.string(),
        amount: z.object({ amount: z.number(), unit: z.string() }),
        calendar: z.string(),
        from: z.enum(['matter', 'heading', 'danger', 'policy']),
        dueAt: instant.nullable().describe('If it were dispatched now'),
      }),
    ),
    considered: z.array(
      z.object({
        field: z.string(),
        duty: z.enum(DUTIES),
        matter: z.string(),
        unit: z.string(),
        placeKind: z.enum(UNIT_KINDS).nullable(),
        holder: z.string().nullable(),
        insteadOf: z.string().nullable().describe('The unit it names, where another has taken it over'),
        verdict: z.enum(VERDICTS),
        to: z.string().nullable().describe('Field it lost to'),
        says: label,
      }),
    ),
    explanation: z.array(label).describe('The owner, then every field that was considered, nearest first'),
  })
  .meta({ id: 'RoutePreview' });

export const admitsQuery = z.strictObject({ matter: key, from: key, to: key, on: localDay.optional() });
export const admitsAnswer = z
  .object({
    admitted: z.boolean(),
    entry: z.string().nullable(),
    reason: z.enum(['admitted', 'not_down', 'no_register', 'not_admitted', 'refused', 'expired']),
  })
  .meta({ id: 'Admits' });
export const admissionQuery = z.strictObject({ status: z.enum(ADMISSION_STATUSES).optional() });
export const admissionParams = z.strictObject({ unit: key, admission: key });
export const applicationBody = z.strictObject({
  matter: key,
  scope: key.describe('Communities at this unit and below'),
  reason,
  means: words.describe('Authority and money that come with it (权随责走、费随事转)'),
});
export const admissionDecision = z.strictObject({
  admitted: z.boolean(),
  ground: words,
  from: localDay.nullable().optional(),
  to: localDay.nullable().optional().describe('First day on which it holds no more'),
});
export const admissionView = z
  .object({
    id: z.string(),
    matter: z.string(),
    matterName: label.nullable(),
    applicant: z.string(),
    applicantName: z.string(),
    scope: z.string(),
    scopeName: z.string(),
    reason: z.string(),
    means: z.string(),
    status: z.enum(ADMISSION_STATUSES),
    appliedAt: instant,
    decidedAt: instant.nullable(),
    ground: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .meta({ id: 'Admission' });
export const admissionList = z.object({ rows: z.array(admissionView) }).meta({ id: 'AdmissionList' });

export const proposalQuery = z.strictObject({ status: z.enum(PROPOSAL_STATUSES).optional() });
export const proposalParams = z.strictObject({ unit: key, proposal: key });
export const proposalBody = z.strictObject({ reason });
export const proposalView = z
  .object({
    id: z.string(),
    matter: z.string(),
    matterName: label.nullable(),
    fromUnit: z.string(),
    fromName: z.string(),
    toUnit: z.string(),
    toName: z.string(),
    scope: z.string(),
    scopeName: z.string(),
    count: z.number().int().describe('Cases that taught it'),
    cases: z.array(z.string()).describe('The newest twenty'),
    grounds: z.array(z.string()).describe('Grounds of the returns'),
    status: z.enum(PROPOSAL_STATUSES),
    firstAt: instant,
    lastAt: instant,
    decidedAt: instant.nullable(),
    reason: z.string().nullable(),
    decidedByName: z.string().nullable(),
    change: z.string().nullable().describe('Change of the registry; by it what was accepted can be undone'),
  })
  .meta({ id: 'RoutingProposal' });
export const proposalList = z.object({ rows: z.array(proposalView) }).meta({ id: 'RoutingProposalList' });
