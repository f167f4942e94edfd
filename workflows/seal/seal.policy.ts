import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

import { limitSchema } from './contract.js';

const distance = z.object({ amount: z.number().positive().multipleOf(0.5), unit: z.enum(DURATION_UNITS) });

const ladder = z.object({
  remindPercent: z.number().int().min(1).max(99).meta({ unit: 'percent' }).describe('Reminder, in percent of the time'),
  bluePercent: z.number().int().min(1).max(99).meta({ unit: 'percent' }).describe('Blue card, in percent of the time'),
  urgeAfter: distance.describe('Written urge (催办), after the due instant'),
  superviseAfter: distance.describe('Supervision (督办) by the tier above, after the due instant'),
});

/** The numbers of one seal. */
export const sealPolicySchema = z.object({
  preparing: limitSchema.describe('For the task group to hand in the papers; it is reminded, nothing is lost'),
  receipt: limitSchema.describe('For the department to say that it has them; silence is receipt'),
  limits: z
    .object({ signOff: limitSchema, approval: limitSchema, opinion: limitSchema, meeting: limitSchema })
    .describe('For the department to sign or refuse, from hand-in, when the step names no time'),
  askingsMost: z.number().int().min(0).describe('Times the department may ask for missing papers'),
  supplying: limitSchema.describe('For the task group to bring what is missing; the department’s time stands still'),
  fulfilling: limitSchema.describe('For the task group to meet the conditions of a signature'),
  confirming: limitSchema.describe('For the department to confirm that conditions are met; never by silence'),
  remedy: limitSchema.describe(
    'For the task group to appeal or change the plan after a refusal; then the refusal stands',
  ),
  appealsMost: z.number().int().min(0).describe('Appeals to the tier above'),
  appeal: limitSchema.describe('For the tier above to rule'),
  resubmissionsMost: z.number().int().min(0).describe('Times a changed plan may be handed in after a refusal'),
  ladder: ladder.describe('Ladder of the department’s time'),
});

export type SealPolicy = z.output<typeof sealPolicySchema>;
type Span = SealPolicy['preparing'];

const workingDays = (amount: number): Span => ({ amount, unit: 'workingDay', calendar: 'office' });
const days = (amount: number): Span => ({ amount, unit: 'day', calendar: 'always' });

/**
 * `standard`: presets to be edited. Twenty working days for an approval and sixty days for an appeal are what general law is
 * commonly quoted with (administrative licensing, administrative reconsideration); both are unverified here.
 */
const standard: SealPolicy = {
  preparing: workingDays(10),
  receipt: workingDays(1),
  limits: { signOff: workingDays(5), approval: workingDays(20), opinion: workingDays(5), meeting: workingDays(10) },
  askingsMost: 2,
  supplying: workingDays(10),
  fulfilling: workingDays(30),
  confirming: workingDays(5),
  remedy: days(60),
  appealsMost: 1,
  appeal: workingDays(10),
  resubmissionsMost: 3,
  ladder: {
    remindPercent: 50,
    bluePercent: 80,
    urgeAfter: { amount: 1, unit: 'workingDay' },
    superviseAfter: { amount: 5, unit: 'workingDay' },
  },
};

/** `oneTable`: where the departments agreed to sign side by side at one counter (并联审批); what is missing is said once. */
const oneTable: SealPolicy = {
  ...standard,
  limits: { signOff: workingDays(2), approval: workingDays(7), opinion: workingDays(2), meeting: workingDays(5) },
  askingsMost: 1,
};

export const sealPresets = { standard, oneTable };
