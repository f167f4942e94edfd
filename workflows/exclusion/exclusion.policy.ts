import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});

/** The times of an appeal. That two people of two sides decide, and that silence excludes nothing, is no number. */
export const exclusionPolicySchema = z.object({
  reading: span.describe('To look the entry up'),
  first: span.describe('For the dispatcher’s side to decide; silence refuses'),
  second: span.describe('For the supervising tier to decide; silence refuses'),
});

export type ExclusionPolicy = z.output<typeof exclusionPolicySchema>;
export type Span = z.output<typeof span>;

const workingDays = (amount: number): Span => ({ amount, unit: 'workingDay', calendar: 'office' });

/** `standard`: presets of this program; the practice (申诉剔除) is found, its times are not. */
const standard: ExclusionPolicy = {
  reading: { amount: 4, unit: 'hour', calendar: 'always' },
  first: workingDays(3),
  second: workingDays(3),
};

export const exclusionPresets = { standard };
