import { z } from 'zod';

import { decisionRuleSchema } from '#libs/decision';

import { instant, key } from './page.schema.js';

const day = z.iso.date();

export const placeQuery = z.strictObject({ unit: key.describe('Where the rules hold') });
export const rulesQuery = z.strictObject({ unit: key, on: day.optional().describe('Default: today') });
export const ruleParams = z.strictObject({ rule: key });

const source = z
  .object({
    unit: z.string().nullable().describe('Null: the whole installation'),
    publishedAt: instant,
    publishedBy: z.string().nullable().describe('Name of who published this version'),
    reason: z.string(),
    confirms: z.number().int().nullable().describe('Version it confirms'),
    confirmedBy: z.string().nullable().describe('Name of who cited the article'),
  })
  .nullable()
  .describe('Null: the preset of the program');
const ruleRow = z.object({ rule: decisionRuleSchema, source });

export const ruleList = z.object({ on: day, rows: z.array(ruleRow) }).meta({ id: 'RulesInForce' });
export const ruleVersions = z
  .object({
    rows: z.array(
      ruleRow.extend({
        isInForce: z.boolean().describe('Whether it decides today'),
        changes: z
          .array(z.object({ path: z.string(), before: z.json(), after: z.json() }))
          .describe('Against the version before; empty for the first'),
      }),
    ),
  })
  .meta({ id: 'RuleVersions' });

const reason = z.string().trim().min(1).max(500);
export const publishBody = z.strictObject({
  unit: key.nullable().describe('Null: the whole installation'),
  base: z.number().int().min(0).describe('Newest version its author has seen; 0 for a new rule'),
  reason,
  rule: z.looseObject({ id: key }).describe('As in the list, without version and confirmation'),
});
export const confirmBody = z.strictObject({
  unit: key.nullable().describe('Where it was read to hold; null: the whole installation'),
  version: z.number().int().min(1).describe('Version that was checked against the text'),
  law: reason.describe('Citation: law and article'),
});
export const writtenRule = z.object({ rule: decisionRuleSchema }).meta({ id: 'WrittenRule' });
