import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});

/** The rules of shares: dated data, agreed by the owners of a building, never a constant. */
export const costSharePolicySchema = z.object({
  rule: z
    .object({
      floors: z
        .array(z.object({ floor: z.int(), coefficient: z.int().min(0).max(100_000).meta({ unit: 'percent' }) }))
        .min(1)
        .max(60)
        .describe('Coefficient of each floor; floors below the lowest that are not written pay nothing'),
      stepAbove: z.int().min(0).max(100_000).describe('Added for each floor above the highest that is written'),
      by: z.enum(['flat', 'area']).describe('Each flat of a floor the same, or in proportion to its area'),
    })
    .describe('Who pays how much by floor'),
  drafting: span.describe('For the task group to lay the table open'),
  pledging: span.describe('For the households to pledge'),
  pledgedLeastPercent: z
    .int()
    .min(1)
    .max(100)
    .meta({ unit: 'percent' })
    .describe('Part of the total that has to be pledged before money is taken'),
  collecting: span.describe('For the households to pay'),
  settling: span.describe('For the task group to lay the accounts open when the work is done'),
  refunding: span.describe('For the task group to pay back when it fails'),
  published: z.enum(['flat', 'floor']).describe('Whether the public table shows flat numbers or floors only'),
});

export type CostSharePolicy = z.output<typeof costSharePolicySchema>;

const workingDays = (amount: number): z.output<typeof span> => ({ amount, unit: 'workingDay', calendar: 'office' });

/**
 * `standard`: coefficients such as many towns recommend for a lift (ground floor nothing, second floor half, third floor one, a
 * quarter more each floor); unverified, to be agreed by the owners.
 */
const standard: CostSharePolicy = {
  rule: {
    floors: [
      { floor: 1, coefficient: 0 },
      { floor: 2, coefficient: 50 },
      { floor: 3, coefficient: 100 },
    ],
    stepAbove: 25,
    by: 'flat',
  },
  drafting: workingDays(10),
  pledging: workingDays(20),
  pledgedLeastPercent: 100,
  collecting: workingDays(30),
  settling: workingDays(20),
  refunding: workingDays(15),
  published: 'floor',
};

/** `open`: where the owners agreed that flat numbers stand on the table in the stairwell. */
export const costSharePresets = { standard, open: { ...standard, published: 'flat' as const } };
