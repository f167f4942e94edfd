import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

import { TASK_PARTS } from './task.parts.js';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office`, `always` or `duty`'),
});

const distance = z.object({ amount: z.number().positive().multipleOf(0.5), unit: z.enum(DURATION_UNITS) });

const ladder = z.object({
  remindPercent: z.number().int().min(1).max(99).meta({ unit: 'percent' }).describe('Reminder, in percent of the time'),
  bluePercent: z.number().int().min(1).max(99).meta({ unit: 'percent' }).describe('Blue card, in percent of the time'),
  urgeAfter: distance.describe('Written urge (催办), after the due instant'),
  superviseAfter: distance.describe('Supervision (督办) by the upper tier, after the due instant'),
});

/** The numbers of a task. */
export const taskPolicySchema = z.object({
  admissionCheck: span.describe('For the admission register to answer; then the receiving unit decides itself'),
  acceptance: span.describe('To accept or return; silence is acceptance'),
  emergencyAcceptance: span.describe('The same for an emergency; then the leaders are rung'),
  secondInLinePercent: z
    .number()
    .int()
    .min(1)
    .max(99)
    .meta({ unit: 'percent' })
    .describe('When the second in line on duty is rung, in percent of the time to accept an emergency'),
  limits: z
    .object({ lead: span, assist: span, emergency: span, errand: span })
    .describe('To handle it, from dispatch, when the order names no time'),
  returnsMost: z.number().int().min(1).describe('The return with this number goes to arbitration'),
  redispatch: span.describe('For the dispatcher to give a returned task to another unit'),
  arbitration: span.describe('For the upper tier to name an owner; then the fallback owner (兜底) has it'),
  transfersMost: z.number().int().min(0).describe('Transfers (转办) of one task'),
  consent: span.describe('For a unit to agree to a transfer; silence is no consent'),
  approval: span.describe('To answer a request for a hold, an extension or the finding that it cannot be done'),
  holdsMost: z.number().int().min(0).describe('Holds of one holder'),
  holdLongestDays: z.number().int().min(1).meta({ unit: 'workingDays' }).describe('Longest hold, working days'),
  extensionsMost: z.number().int().min(0).describe('Extensions of one holder'),
  extensionLongestDays: z
    .number()
    .int()
    .min(1)
    .meta({ unit: 'workingDays' })
    .describe('Longest extension, working days each'),
  extensionDispatcherDays: z
    .number()
    .int()
    .min(0)
    .meta({ unit: 'workingDays' })
    .nullable()
    .default(null)
    .describe(
      'Longest first extension that the dispatcher grants; longer ones go to the upper tier. Default: any first one',
    ),
  timetableParts: z.array(z.enum(TASK_PARTS)).describe('Parts that need a timetable before they can be finished'),
  longFromDays: z
    .number()
    .int()
    .min(1)
    .meta({ unit: 'workingDays' })
    .describe('Work given more days needs a timetable with a public reason'),
  evidenceLeast: z.number().int().min(0).describe('Files of evidence that finishing needs'),
  signedParts: z.array(z.enum(TASK_PARTS)).describe('Parts whose answer a leader signs (审签) before it is verified'),
  answerSigning: span.describe('For the leader to sign the answer; it runs within the time to handle'),
  contactPercent: z
    .number()
    .int()
    .min(1)
    .max(100)
    .meta({ unit: 'percent' })
    .describe('When the unit asked first should have written to the resident, in percent of the time to handle'),
  verification: span.describe('For supervisors, then the substitute, then the coordinator'),
  redo: span.describe('To do it again after it was sent back'),
  redosMost: z.number().int().min(1).describe('The sending back beyond this number goes to arbitration'),
  ladder: ladder.describe('Ladder of the handling time'),
  emergencyLadder: ladder.describe('The same for an emergency'),
});

export type TaskPolicy = z.output<typeof taskPolicySchema>;
/** A length of time in the policy, on a named calendar. */
export type Span = z.output<typeof span>;

const workingDays = (amount: number): Span => ({ amount, unit: 'workingDay', calendar: 'office' });
const days = (amount: number): Span => ({ amount, unit: 'day', calendar: 'office' });
const hours = (amount: number): Span => ({ amount, unit: 'hour', calendar: 'always' });
const minutes = (amount: number): Span => ({ amount, unit: 'minute', calendar: 'always' });

/** What a policy that was published before version 3 does not say: cases that began under it need no signature and no timetable. */
const BEFORE_3 = {
  admissionCheck: { amount: 1, unit: 'businessHour', calendar: 'office' },
  secondInLinePercent: 33,
  transfersMost: 2,
  consent: workingDays(1),
  timetableParts: [],
  longFromDays: 365,
  signedParts: [],
  answerSigning: workingDays(1),
  contactPercent: 60,
} satisfies Partial<TaskPolicy>;

/** A pinned policy is immutable, and may be older than some of its numbers. */
export function inFull(policy: TaskPolicy): TaskPolicy {
  return { ...BEFORE_3, ...policy };
}

/**
 * `standard`: acceptance, five working days, extensions and the ladder follow the dispatch rules of Lüliang (2024); danger within
 * two hours, with the first response in half an hour, follows the Beijing 12345 draft (2021) and Lüliang. Who is asked second, the
 * numbers of transfers, holds and redos, signing and the contact's word to the resident are presets to be edited.
 */
const standard: TaskPolicy = {
  admissionCheck: { amount: 1, unit: 'businessHour', calendar: 'office' },
  acceptance: workingDays(1),
  emergencyAcceptance: minutes(30),
  secondInLinePercent: 33,
  limits: { lead: workingDays(5), assist: workingDays(5), emergency: hours(2), errand: workingDays(3) },
  returnsMost: 2,
  redispatch: workingDays(1),
  arbitration: workingDays(2),
  transfersMost: 2,
  consent: workingDays(1),
  approval: workingDays(1),
  holdsMost: 2,
  holdLongestDays: 20,
  extensionsMost: 3,
  extensionLongestDays: 3,
  extensionDispatcherDays: null,
  timetableParts: [],
  longFromDays: 15,
  evidenceLeast: 1,
  signedParts: ['lead'],
  answerSigning: workingDays(1),
  contactPercent: 60,
  verification: workingDays(3),
  redo: workingDays(3),
  redosMost: 2,
  ladder: {
    remindPercent: 50,
    bluePercent: 80,
    urgeAfter: { amount: 1, unit: 'workingDay' },
    superviseAfter: { amount: 5, unit: 'workingDay' },
  },
  emergencyLadder: {
    remindPercent: 50,
    bluePercent: 80,
    urgeAfter: { amount: 30, unit: 'minute' },
    superviseAfter: { amount: 2, unit: 'hour' },
  },
};

/** `utilities`: water, power, gas and heat within 24 hours, day and night (Beijing 12345 draft, 2021). */
const utilities: TaskPolicy = {
  ...standard,
  acceptance: hours(4),
  limits: { ...standard.limits, lead: hours(24), assist: hours(24) },
  signedParts: [],
  redo: hours(24),
};

/** `consultation`: a question answered within three working days (Lüliang, 2024). */
const consultation: TaskPolicy = {
  ...standard,
  limits: { ...standard.limits, lead: workingDays(3), assist: workingDays(2) },
  evidenceLeast: 0,
  redo: workingDays(1),
};

/** `complex`: fifteen days for what needs several steps (Lüliang, 2024); the steps are announced. */
const complex: TaskPolicy = {
  ...standard,
  limits: { ...standard.limits, lead: days(15), assist: days(10) },
  timetableParts: ['lead'],
  redo: workingDays(5),
};

/** `longWorks`: building work up to 180 days with a public reason and timetable (Lüliang, 2024). */
const longWorks: TaskPolicy = {
  ...complex,
  limits: { ...standard.limits, lead: days(180), assist: days(60) },
  holdLongestDays: 60,
  redo: workingDays(10),
};

export const taskPresets = { standard, utilities, consultation, complex, longWorks };
