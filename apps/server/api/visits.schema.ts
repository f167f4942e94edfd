import { z } from 'zod';

import { CLAIM_STATES, COLOURS, VISIT_OUTCOMES, VISIT_PURPOSES } from '#libs/privacy';

import { instant, key } from './page.schema.js';

const day = z.iso.date();
const purpose = z.enum(VISIT_PURPOSES).describe('What the household is visited for');

export const householdParams = z.strictObject({ household: key });
export const claimParams = z.strictObject({ claim: key });

const period = {
  from: day.optional().describe('First day; default today'),
  to: day.optional().describe('First day on which it is over; default in half a year'),
};
export const claimBody = z.strictObject({ household: key, purpose, ...period });
export const assignBody = z.strictObject({ household: key, person: key, purpose, ...period });
export const decideBody = z.strictObject({ accept: z.boolean() });

export const claimRow = z
  .object({
    id: z.string(),
    household: z.string(),
    person: z.string(),
    purpose,
    state: z.enum(CLAIM_STATES),
    from: day,
    to: day,
    askedAt: instant,
    assignedBy: z.string().nullable(),
  })
  .meta({ id: 'Claim' });
export const claimQuery = z.strictObject({
  state: z.enum(['asked', 'in force']).optional().describe('Default: asked'),
});
export const claimList = z.object({ rows: z.array(claimRow) }).meta({ id: 'ClaimList' });

export const heldList = z
  .object({
    rows: z.array(
      z.object({
        claim: z.string(),
        household: z.string(),
        address: z.string(),
        flat: z.string(),
        purpose,
        to: day,
        lastVisit: instant.nullable(),
        due: day.describe('When the next visit is due'),
      }),
    ),
  })
  .meta({ id: 'HeldHouseholds' });

const visitRow = z.object({
  id: z.string(),
  household: z.string(),
  visitor: z.string(),
  at: instant,
  outcome: z.enum(VISIT_OUTCOMES),
  note: z.string().nullable(),
  caseId: z.string().nullable(),
});
export const householdPage = z
  .object({
    claim: z.string().nullable().describe('Null for who looks in order to assign'),
    household: z.object({
      id: z.string(),
      unit: z.string(),
      address: z.string(),
      flat: z.string(),
      colour: z.enum(COLOURS),
      members: z.array(
        z.object({
          person: z.string(),
          name: z.string(),
          birthYear: z.number().int().nullable(),
          flags: z.array(z.string()),
        }),
      ),
    }),
    everyDays: z.number().int(),
    due: day,
    visits: z.array(visitRow),
  })
  .meta({ id: 'VisitedHousehold' });

export const visitBody = z.strictObject({
  claim: key,
  at: z.iso.datetime().describe('When somebody was there'),
  outcome: z.enum(VISIT_OUTCOMES),
  note: z
    .string()
    .trim()
    .max(2000)
    .optional()
    .describe('Kept sealed; read by holders of the household and by the family'),
  case: key.optional().describe('A case that came of it'),
});
export const visitAnswer = z.object({ due: day.describe('When the next visit is due') }).meta({ id: 'NextVisit' });
export const loadList = z
  .object({ rows: z.array(z.object({ person: z.string(), held: z.number().int(), overdue: z.number().int() })) })
  .meta({ id: 'VisitLoads' });
