import { z } from 'zod';

import {
  EXPORT_FORMATS,
  IMPORT_KINDS,
  IMPORT_STATES,
  PARTNER_SCOPES,
  REGISTRY_LISTS,
  ROW_OUTCOMES,
} from '#libs/exchange';

import { instant, key, label, pageOf, pageQuery } from './page.schema.js';

const day = z.iso.date();
const count = z.number().int().nonnegative();

export const kindParams = z.strictObject({ kind: z.enum(IMPORT_KINDS) });
export const importParams = z.strictObject({ import: key });
export const uploadQuery = z.strictObject({
  unit: key.describe('Unit whose records the file brings; nothing outside it is touched'),
  asOf: day.optional().describe('Local date from which the rows are so; default today'),
  name: z
    .string()
    .max(200)
    .optional()
    .describe('What the file is called, for people; default the name it is sent under'),
});
export const importQuery = pageQuery;
export const rowsQuery = z.strictObject({
  only: z.enum(['all', 'problems', ...ROW_OUTCOMES]).optional(),
  after: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .optional()
    .meta({ description: 'Number of the last row seen', type: 'integer' }),
});
export const checkBody = z.strictObject({
  decisions: z
    .record(z.string().regex(/^\d{1,7}$/), z.string().min(1).max(200))
    .optional()
    .describe('By row: id of the person it is, `row:N`, or `new`'),
});
export const undoBody = z.strictObject({ reason: z.string().trim().min(2).max(500) });

export const importBody = z
  .object({
    id: z.string(),
    kind: z.enum(IMPORT_KINDS),
    state: z.enum(IMPORT_STATES),
    unit: z.string(),
    fileName: z.string(),
    format: z.enum(['csv', 'xlsx']),
    detail: z.string(),
    sha256: z.string(),
    bytes: count,
    asOf: day,
    by: z.string(),
    at: instant,
    counts: z.object({
      rows: count,
      new: count,
      changed: count,
      unchanged: count,
      errors: count,
      warnings: count,
      questions: count,
      skipped: count,
    }),
    decisions: z.record(z.string(), z.string()),
    unknownColumns: z.array(z.string()),
    changes: z.array(z.string()),
    progress: z.object({ phase: z.enum(['check', 'apply']), done: count, total: count }).nullable(),
  })
  .meta({ id: 'Import' });
export const importPage = pageOf(importBody.omit({ progress: true }));

const problem = z
  .object({
    row: z.number().int(),
    column: z.string(),
    code: z.string(),
    severity: z.enum(['error', 'question', 'warning']),
    message: z.string(),
    remedy: z.string(),
    value: z.string(),
    candidates: z.array(z.string()).describe('For a question: ids a decision may name'),
  })
  .meta({ id: 'ImportProblem' });
export const rowPage = z.object({
  rows: z.array(
    z.object({
      row: z.number().int(),
      outcome: z.enum(ROW_OUTCOMES).nullable(),
      cells: z.record(z.string(), z.string()).describe('By column; sensitive ones masked'),
      problems: z.array(problem),
    }),
  ),
  next: z.number().int().nullable(),
});

export const EXPORTED_LISTS = [...REGISTRY_LISTS, 'cases', 'signIns'] as const;
export const exportParams = z.strictObject({ list: z.enum(EXPORTED_LISTS) });
export const exportQuery = z.strictObject({ unit: key, format: z.enum(EXPORT_FORMATS).default('csv') });

const system = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const number = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{4,40}$/);
export const numberParams = z.strictObject({ system, number });
export const caseNumberParams = z.strictObject({ case: key });
export const numberBody = z.strictObject({ system, number });
export const numberList = z.object({ rows: z.array(z.object({ system, number, at: instant })) });
export const numberAnswer = z.object({ case: z.string() });

const code = z.string().regex(/^[a-z0-9-]{2,40}$/);
export const partnerParams = z.strictObject({ partner: code });
export const newPartnerBody = z.strictObject({
  code,
  name: z.string().trim().min(1).max(100),
  unit: key,
  scopes: z.array(z.enum(PARTNER_SCOPES)).min(1),
  systems: z.array(system).min(1).max(10),
});
export const partnerBody = newPartnerBody
  .extend({ id: z.string(), person: z.string(), isActive: z.boolean(), createdAt: instant })
  .meta({ id: 'Partner' });
export const partnerList = z.object({ rows: z.array(partnerBody) });
export const switchBody = z.strictObject({ isActive: z.boolean() });
export const keyBody = z.strictObject({
  overlapHours: z
    .number()
    .int()
    .min(0)
    .max(24 * 30)
    .describe('How long the keys before it stay good'),
  to: z.iso.datetime().optional().describe('Until when the new key is good; default until it is replaced'),
});
export const keyAnswer = z.object({
  partner: z.string(),
  key: z.string(),
  olderUntil: instant,
  to: instant.nullable(),
});

export const partnerCaseBody = z.strictObject({
  system,
  number,
  unit: key,
  title: z.string().trim().min(1).max(120),
  description: z.string().trim().min(1).max(4000).optional(),
  danger: z.boolean().optional(),
  category: z.string().max(60).optional(),
  place: key.optional(),
});
export const partnerCaseAnswer = z.object({ case: z.string(), existing: z.boolean() });
export const changesQuery = pageQuery;
export const changesBody = z.object({
  rows: z.array(
    z.object({
      numbers: z.array(z.object({ system: z.string(), number: z.string() })),
      case: z.string(),
      version: z.number().int(),
      status: z.string(),
      stage: z.object({ key: z.string(), label }),
      states: z.array(label),
      due: instant.nullable(),
      result: z.string().nullable(),
      changedAt: instant,
    }),
  ),
  cursor: z.string().describe('Ask with it next time; also when there are no rows'),
});
