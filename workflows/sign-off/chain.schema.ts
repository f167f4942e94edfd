import { z } from 'zod';

import { limitSchema, SEAL_KINDS, type Limit } from '../seal/contract.js';

const id = z.string().min(1).max(200);
const unitId = id.meta({ refers: 'unit' });
/** Ids of steps are short: they stand in every dependency. */
export const stepId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .describe('Short id of the step, unique in the chain');
/** The same where it names a step the chain has. */
export const knownStep = stepId.meta({ refers: 'step' });

/** The longest time in a row that an office is closed, and a day more, in calendar days. */
const LONGEST_CLOSURE_DAYS = 10;
/** The least of each unit in which an office surely has one working day. */
const LEAST: Readonly<Record<Limit['unit'], number>> = {
  workingDay: 1,
  businessHour: 8,
  day: LONGEST_CLOSURE_DAYS,
  hour: LONGEST_CLOSURE_DAYS * 24,
  minute: LONGEST_CLOSURE_DAYS * 24 * 60,
};

/** Whoever writes the steps wants the signature: nobody is given less than a working day to look at it. */
function leavesAWorkingDay({ amount, unit, calendar }: Limit): boolean {
  const isByOffice = calendar === 'office' && (unit === 'workingDay' || unit === 'businessHour');
  const counted = isByOffice || unit === 'hour' || unit === 'minute' ? unit : 'day';
  return amount >= LEAST[counted];
}

const limit = limitSchema
  .refine(leavesAWorkingDay, {
    error:
      'gives the department less than one working day: write at least 1 working day of the office, or 10 calendar days',
  })
  .meta({ examples: [{ amount: 5, unit: 'workingDay', calendar: 'office' }] });

/** One step of a chain. It names procedures and departments, never a person. */
export const stepSchema = z.object({
  id: stepId,
  name: z.string().min(1).max(80).describe('Name of the procedure'),
  kind: z.enum(SEAL_KINDS).default('signOff'),
  department: z.string().min(1).max(60).describe('Code of the department or of its kind, such as `housing`'),
  unit: unitId.nullable().default(null).describe('The department at this place; null: found by its code'),
  seals: z.int().min(1).max(9).default(1).describe('Seals it has to put on'),
  needs: z.array(knownStep).max(60).default([]).describe('Steps that must be signed before'),
  papers: z.array(z.string().min(1).max(80)).max(20).default([]).describe('Names of the papers it needs'),
  basis: z.string().max(200).nullable().default(null).describe('Law or rule that asks for it'),
  limit: limit.nullable().default(null).describe('Time of the department; null: the one of the policy'),
  validDays: z
    .int()
    .min(1)
    .max(3650)
    .meta({ unit: 'days' })
    .nullable()
    .default(null)
    .describe('Days a signature stays valid'),
  silence: z
    .string()
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .describe('Source by which silence is consent; from a template or another case, never from a person'),
});

export type ChainStep = z.output<typeof stepSchema>;

/** A step whose department was looked for at the place. */
export const plannedStepSchema = stepSchema.extend({
  upper: unitId.nullable().describe('Unit above the department; null: the tier above the place'),
});

export type PlannedStep = z.output<typeof plannedStepSchema>;

/** Where a chain differs from the template it was begun with. */
export const differenceSchema = z.object({
  step: stepId,
  from: unitId.nullable().describe('Department at the place the template comes from'),
  to: unitId.nullable().describe('Department here; null: none was found, and one has to be named'),
});

export type Difference = z.output<typeof differenceSchema>;
