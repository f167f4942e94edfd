import { z } from 'zod';

import { REGISTER_KINDS, REGISTER_STATES, SIGNING_CAPACITIES } from '#libs/registers';
import { COVENANT_KINDS } from '#workflows/covenant';

import { instant, key, label, pageOf, pageQuery } from './page.schema.js';

const day = z.iso.date();
const kind = z.enum(REGISTER_KINDS).describe('Resolution, covenant, pledge of its signatories, or rules of procedure');

export const entryParams = z.strictObject({ entry: key });
export const unitQuery = z.strictObject({ unit: key });
export const registerQuery = pageQuery.extend({
  unit: key.describe('The community; what is below it is shown, too'),
  kind: kind.optional(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .optional()
    .meta({ description: 'Year of the number', type: 'integer' }),
  state: z.enum(REGISTER_STATES).optional(),
});

const row = z.object({
  id: z.string(),
  unit: z.string(),
  kind,
  year: z.number().int(),
  number: z.string(),
  version: z.number().int().describe('Newest version'),
  title: z.string(),
  state: z.enum(REGISTER_STATES),
  inForceFrom: day,
  endedOn: day.nullable(),
  endReason: z.string().nullable(),
  enteredAt: instant,
});
export const registerPage = pageOf(row).meta({ id: 'RegisterPage' });

const signature = z.object({
  name: z.string().nullable().describe('Null: no longer known'),
  capacity: z.enum(SIGNING_CAPACITIES),
  office: z.string().nullable(),
  signedAt: instant,
});
const version = z.object({
  version: z.number().int(),
  title: z.string(),
  text: z.string(),
  document: z.string().nullable().describe('Fingerprint of what it was generated from'),
  case: z.string(),
  decidedBy: z.string().nullable().describe('Case of the ballot or meeting'),
  certificate: z.json(),
  adoptedOn: day,
  inForceFrom: day,
  checkedOn: day.nullable(),
  finding: z.string().nullable(),
  filedWith: z.string().nullable(),
  filingNumber: z.string().nullable(),
  filedOn: day.nullable(),
  filedBySilence: z.boolean().nullable(),
  digest: z.string().describe('SHA-256 of number, version, title, text, dates, document and certificate (RFC 8785)'),
  enteredAt: instant,
  signatures: z.array(signature).describe('Whoever signed for a body, and signatories who agreed to be named'),
  signatories: z.number().int().describe('Whom a pledge binds, the unnamed included'),
});
export const registerEntryBody = row.extend({ versions: z.array(version) }).meta({ id: 'RegisterEntry' });

export const signatoryList = z
  .object({
    rows: z.array(
      signature.extend({
        person: z.string(),
        version: z.number().int(),
        isNamed: z.boolean(),
        withdrawnAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'RegisterSignatures' });

export const filingBody = z.strictObject({
  version: z.number().int().min(1),
  with: key.describe('The street'),
  number: z.string().trim().min(1).max(60),
  on: day,
});
export const filedAnswer = z.object({}).meta({ id: 'Filed' });

export const templateList = z
  .object({
    rows: z.array(z.object({ key: z.string(), kind: z.enum(COVENANT_KINDS), title: label, text: z.string() })),
  })
  .meta({ id: 'CovenantTemplates' });

const article = z.object({
  key: z.string(),
  text: label,
  law: z.string().nullable().describe('Law or practice the number comes from; null: a preset'),
  source: z.object({ kind: z.enum(['rule', 'policy']), id: z.string(), version: z.string() }),
});
export const procedureBody = z
  .object({
    format: z.string(),
    unit: z.string(),
    title: label,
    sections: z.array(z.object({ key: z.string(), heading: label, articles: z.array(article) })),
  })
  .meta({ id: 'ProcedureDocument' });
export const procedureAnswer = z
  .object({
    fingerprint: z.string(),
    document: procedureBody,
    inForce: z
      .object({ entry: z.string(), number: z.string(), version: z.number().int() })
      .nullable()
      .describe('Rules of procedure that are in force; null: none have been entered'),
    changes: z
      .array(z.object({ path: z.string(), before: z.json(), after: z.json() }))
      .describe('Against those in force'),
  })
  .meta({ id: 'ProcedurePreview' });
export const proposeBody = z.strictObject({ unit: key, fingerprint: key.describe('Of the document that was read') });
export const proposedAnswer = z.object({ case: z.string() }).meta({ id: 'ProposedProcedure' });
