import { z } from 'zod';

import { RATE_NAMES } from '#libs/contract';

import { namedUnit } from './installation.schema.js';
import { group } from './ledger.schema.js';
import { instant, key, label } from './page.schema.js';

const count = z.number().int();

export const trendQuery = z.strictObject({
  unit: key.describe('A place or a department'),
  months: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(24))
    .default(12)
    .meta({ description: 'Whole months before this one, 1 to 24; default 12', type: 'integer' }),
  category: key.optional(),
});
export const trendBody = z
  .object({
    unit: namedUnit,
    from: z.string(),
    to: z.string(),
    asOf: instant,
    months: z
      .array(group.omit({ key: true, name: true, callBackReached: true }).extend({ month: z.string() }))
      .describe('Oldest first; months in which nothing counts stand with zeros'),
    labels: z.object({ rates: z.record(z.enum(RATE_NAMES), label), counts: z.record(z.string(), label) }),
  })
  .meta({ id: 'Trend' });

export const blocksQuery = z.strictObject({
  unit: key.describe('Unit whose child units are compared'),
  workflow: key.optional().describe('Default: issues'),
});
const block = z.object({
  unit: namedUnit.extend({ kind: z.string() }),
  open: count,
  overdue: count.describe('Open with a clock that is past'),
  done: count.describe('Ended within twelve months'),
  solved: z
    .object({ numerator: count, denominator: count, percent: z.string().nullable() })
    .describe('Of those judged within twelve months'),
});
export const blocksBody = z
  .object({
    unit: namedUnit.extend({ kind: z.string() }),
    rows: z.array(block).describe('Child units with everything below each'),
    total: block.omit({ unit: true }).describe('With what stands at the unit itself'),
  })
  .meta({ id: 'Blocks' });
