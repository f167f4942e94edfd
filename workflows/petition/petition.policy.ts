import { z } from 'zod';

import { fractionSchema } from '#libs/decision';
import { DURATION_UNITS } from '#libs/engine';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});

/** The numbers of a petition. */
export const petitionPolicySchema = z.object({
  shares: z
    .object({ adults: fractionSchema, households: fractionSchema, groups: fractionSchema })
    .describe('Share of the base that makes the committee call the meeting'),
  collecting: span.describe('To collect signatures'),
  sizing: span.describe('For the committee to say how many there are in all'),
  checking: span.describe('To check the signatures; silence confirms them'),
  checksMost: z.number().int().min(1).describe('Times signatures may be struck off'),
  calling: span.describe('For the committee to call the meeting'),
  daysMost: z.number().int().min(1).max(365).meta({ unit: 'days' }).describe('Days between the call and the meeting'),
});

export type PetitionPolicy = z.output<typeof petitionPolicySchema>;
export type Span = z.output<typeof span>;

const ONE_FIFTH = { numerator: 1, denominator: 5, inclusive: true };
const ONE_THIRD = { numerator: 1, denominator: 3, inclusive: true };
const workingDays = (amount: number): Span => ({ amount, unit: 'workingDay', calendar: 'office' });

/**
 * `standard`: one fifth of the adults or households or one third of the groups (article 10 of the law in force until 2025, to be
 * confirmed under the law of 2026); the times are presets.
 */
const standard: PetitionPolicy = {
  shares: { adults: ONE_FIFTH, households: ONE_FIFTH, groups: ONE_THIRD },
  collecting: { amount: 60, unit: 'day', calendar: 'always' },
  sizing: workingDays(1),
  checking: workingDays(3),
  checksMost: 2,
  calling: workingDays(10),
  daysMost: 30,
};

export const petitionPresets = { standard };
