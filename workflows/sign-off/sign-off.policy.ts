import { z } from 'zod';

import { limitSchema } from '../seal/contract.js';

/** The numbers of a chain. */
export const signOffPolicySchema = z.object({
  arranging: limitSchema.describe('For the task group to put the steps in order and begin; it is reminded'),
  deciding: limitSchema.describe('For the task group to say how a chain with a refused step goes on; it is reminded'),
  warningDays: z
    .number()
    .int()
    .min(1)
    .max(180)
    .meta({ unit: 'days' })
    .describe('Days before a signature expires at which the task group is told'),
  roundsMost: z.number().int().min(1).max(20).describe('Times one step may be asked for, renewals included'),
  stepsMost: z.number().int().min(1).max(400).describe('Steps a chain may have'),
});

export type SignOffPolicy = z.output<typeof signOffPolicySchema>;

/** `standard`: presets to be edited. */
const standard: SignOffPolicy = {
  arranging: { amount: 20, unit: 'workingDay', calendar: 'office' },
  deciding: { amount: 10, unit: 'workingDay', calendar: 'office' },
  warningDays: 30,
  roundsMost: 6,
  stepsMost: 200,
};

export const signOffPresets = { standard };
