import { z } from 'zod';

import { anyJson, instant, key } from './page.schema.js';

export const policyParams = z.strictObject({ workflow: key.describe('Name of the workflow') });
export const policyQuery = z.strictObject({ unit: key.describe('Where it holds') });

const held = z.object({
  id: z.string(),
  name: z.string().describe('What whoever published it called it'),
  unit: z.string().nullable().describe('Null: the whole installation'),
  since: instant.nullable().describe('Null: the preset of the program'),
  by: z.string().nullable().describe('Name of who put it into force'),
  isInForce: z.boolean().describe('Whether cases that begin now go by it'),
  changes: z
    .array(z.object({ path: z.string(), before: anyJson, after: anyJson }))
    .describe('Against the one before; empty for the first'),
});
export const policyHistory = z
  .object({
    policy: z.object({ id: z.string(), body: anyJson.describe('Valid under `policy` of the workflow') }),
    rows: z.array(held).describe('Oldest first'),
  })
  .meta({ id: 'PolicyHistory' });

export const policyBody = z.strictObject({
  unit: key.nullable().describe('Null: the whole installation'),
  base: key.describe('Id of the version in force its author has seen'),
  name: z.string().trim().min(1).max(200).describe('By whom and why it was decided'),
  body: anyJson,
});
export const publishedPolicy = z.object({ id: z.string() }).meta({ id: 'PublishedPolicy' });
