import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});

const distance = z.object({ amount: z.number().positive().multipleOf(0.5), unit: z.enum(DURATION_UNITS) });

const ladder = z.object({
  remindPercent: z.number().int().min(1).max(99).describe('Reminder, in percent of the time'),
  bluePercent: z.number().int().min(1).max(99).describe('Blue card, in percent of the time'),
  urgeAfter: distance.describe('Written urge (催办), after the due instant'),
  superviseAfter: distance.describe('Supervision (督办) by the upper tier, after the due instant'),
});

/** The numbers of a task. */
export const taskPolicySchema = z.object({
  acceptance: span.describe('To accept or return; silence is acceptance'),
  emergencyAcceptance: span.describe('The same for an emergency'),
  limits: z
    .object({ lead: span, assist: span, emergency: span, errand: span })
    .describe('To handle it, from dispatch, when the order names no time'),
  returnsMost: z.number().int().min(1).describe('The return with this number goes to arbitration'),
  redispatch: span.describe('For the dispatcher to give a returned task to another unit'),
  arbitration: span.describe('For the upper tier to name an owner; then the first-asked unit owns it'),
  approval: span.describe('To answer a request for a hold, an extension or the finding that it cannot be done'),
  holdsMost: z.number().int().min(0),
  holdLongestDays: z.number().int().min(1).describe('Longest hold, working days'),
  extensionsMost: z.number().int().min(0),
  extensionLongestDays: z.number().int().min(1).describe('Longest extension, working days each'),
  evidenceLeast: z.number().int().min(0).describe('Files of evidence that finishing needs'),
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

/**
 * `standard`: acceptance, extensions and the ladder follow the dispatch rules of Lüliang (2024); danger within two hours
 * follows the Beijing 12345 draft (2021); the rest are presets to be edited.
 */
const standard: TaskPolicy = {
  acceptance: workingDays(1),
  emergencyAcceptance: { amount: 30, unit: 'minute', calendar: 'always' },
  limits: {
    lead: workingDays(5),
    assist: workingDays(5),
    emergency: { amount: 2, unit: 'hour', calendar: 'always' },
    errand: workingDays(3),
  },
  returnsMost: 2,
  redispatch: workingDays(1),
  arbitration: workingDays(2),
  approval: workingDays(1),
  holdsMost: 2,
  holdLongestDays: 20,
  extensionsMost: 3,
  extensionLongestDays: 3,
  evidenceLeast: 1,
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
  acceptance: { amount: 4, unit: 'hour', calendar: 'always' },
  limits: {
    ...standard.limits,
    lead: { amount: 24, unit: 'hour', calendar: 'always' },
    assist: { amount: 24, unit: 'hour', calendar: 'always' },
  },
  redo: { amount: 24, unit: 'hour', calendar: 'always' },
};

export const taskPresets = { standard, utilities };
