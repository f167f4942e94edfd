import { z } from 'zod';

import { RATE_NAMES } from '#libs/contract';
import { DIGEST_PERIODS, GROUPINGS, LEDGER_VIEWS } from '#libs/ledger';

import { anyJson, instant, key, label, pageOf, pageQuery } from './page.schema.js';

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'Local month, 2026-03' });
const count = z.number().int();

export const ledgerQuery = pageQuery.extend({
  view: z.enum(LEDGER_VIEWS).default('open').describe('建账 open, 派账 assigned, 晒账 published, 对账 reconciled'),
  unit: key.optional().describe('Only what it does, dispatches or has within it'),
  month: month.optional(),
});

const entry = z.object({
  case: z.string().nullable().describe('Null where the reader may not see the case'),
  number: z.string().nullable().describe('Account number: year, unit, number'),
  kind: z.enum(['issue', 'task']),
  unit: z.string(),
  unitName: z.string().nullable(),
  dispatcher: z.string(),
  dispatcherName: z.string().nullable(),
  category: z.string().nullable(),
  part: z.string().nullable(),
  openedAt: instant,
  assignedAt: instant.nullable(),
  acceptedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  endedAt: instant.nullable(),
  ending: z.string().nullable(),
  dueAt: instant.nullable(),
  onTime: z.boolean().nullable(),
  held: z.boolean(),
  turns: count.describe('Units that had it'),
  extensions: count,
  redone: z.boolean(),
  supervised: z.boolean(),
  asked: count,
  answered: count,
  silent: count,
  solved: z.boolean().nullable(),
  satisfied: z.boolean().nullable(),
  excludedBy: z
    .record(z.string(), z.string())
    .nullable()
    .describe('Rates it is left out of, with the case that says so'),
});
export const ledgerPage = pageOf(entry).meta({ id: 'LedgerPage' });

const monthsQuery = z.strictObject({
  from: month.optional().describe('Default: the month before this one'),
  to: month.optional().describe('Default: as `from`'),
  unit: key.optional(),
  category: z.string().min(1).max(60).optional(),
});
export const ratesQuery = monthsQuery.extend({ by: z.enum(GROUPINGS).default('department') });
export const leagueQuery = monthsQuery.extend({
  of: z.enum(['department', 'dispatcher']).default('department'),
  by: z.enum(RATE_NAMES).optional().describe('Default: on time for departments, wrong dispatch for dispatchers'),
  least: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .optional()
    .meta({ description: 'Cases before anybody is ranked; default 5', type: 'integer' }),
});

const rate = z.object({
  numerator: count,
  denominator: count,
  excluded: count.describe('Left out by an approved appeal: in neither number'),
  percent: z.string().nullable().describe('One decimal, half up; null where nothing counts'),
});
export const group = z.object({
  key: z.string().nullable(),
  name: z.string().nullable(),
  counts: z.record(z.string(), count),
  rates: z.record(z.string(), rate),
  callBackReached: z.boolean().nullable().describe('At least one in ten outcomes was called back about'),
});
const labels = z.object({ rates: z.record(z.string(), label), counts: z.record(z.string(), label) });
export const ratesBody = z
  .object({
    by: z.enum(GROUPINGS),
    from: month,
    to: month,
    asOf: instant,
    groups: z.array(group),
    total: group,
    confidential: count.describe(
      'Confidential needs, counted only where there are ten or more in a community and month',
    ),
    labels,
  })
  .meta({ id: 'Rates' });
export const leagueBody = z
  .object({
    of: z.enum(['department', 'dispatcher']),
    by: z.enum(RATE_NAMES),
    from: month,
    to: month,
    least: count,
    rows: z.array(group.extend({ rank: count.nullable().describe('Null: too few cases; equal rates share a place') })),
  })
  .meta({ id: 'League' });

export const reportParams = z.strictObject({
  unit: key,
  period: key.describe('2026-03-02, 2026-W10, 2026-03, 2026-Q1'),
});
export const reportBody = z
  .object({
    content: z.record(z.string(), anyJson),
    digest: z.string().describe('SHA-256 of the canonical JSON of the content'),
    madeAt: instant,
    isKept: z.boolean().describe('Written when the period was over; else read just now'),
  })
  .meta({ id: 'AccountReport' });
export const digestQuery = z.strictObject({ unit: key, period: z.enum(DIGEST_PERIODS).optional() });
export const digestList = z
  .object({
    rows: z.array(
      z.object({
        ...{ period: z.enum(DIGEST_PERIODS), name: z.string(), from: z.string(), to: z.string() },
        ...{ digest: z.string(), madeAt: instant },
      }),
    ),
  })
  .meta({ id: 'DigestList' });

export const sheetQuery = z.strictObject({ unit: key });
export const sheetParams = z.strictObject({ sheet: key });
export const checkBody = z.strictObject({ unit: key, month });
export const signBody = z.strictObject({
  remark: z.string().trim().min(1).max(2000).nullable().default(null).describe('Needed where the account differs'),
});
const sheet = z.object({
  id: z.string(),
  unit: z.string(),
  month,
  count: count.describe('Lines that were compared'),
  differences: z.array(
    z.object({
      caseId: z.string(),
      what: z.string().describe('`missing`, `extra`, or the column that differs'),
      account: z.string().nullable(),
      journal: z.string().nullable(),
    }),
  ),
  digest: z.string(),
  checkedAt: instant,
  signedAt: instant.nullable(),
  remark: z.string().nullable(),
});
export const sheetBody = sheet.meta({ id: 'AccountSheet' });
export const sheetList = z.object({ rows: z.array(sheet) }).meta({ id: 'AccountSheetList' });
