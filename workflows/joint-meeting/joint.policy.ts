import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});

/** The numbers of a joint meeting. */
export const jointPolicySchema = z.object({
  preparing: span.describe('For the chair to name day and place'),
  answering: span.describe(
    'For a department to confirm or send an excuse; then its leader and the upper tier are told',
  ),
  daysMost: z.number().int().min(1).max(90).meta({ unit: 'days' }).describe('Days between the summons and the sitting'),
  opening: span.describe('For the chair to open the sitting after its hour, or to report that nobody came'),
  attendeesLeast: z.number().int().min(1).describe('Summoned units that must be there'),
  postponementsMost: z.number().int().min(0),
  excusesRefusedMost: z.number().int().min(0).describe('Times an excuse of one unit may be refused'),
  missesMost: z.number().int().min(0).describe('Sittings nobody came to before it is given up'),
  drafting: span.describe('From the opening until the minute is drafted'),
  confirming: span.describe('For the departments to confirm the minute or to object; silence confirms'),
  weighing: span.describe('For the chair to say what becomes of objections'),
  revisionsMost: z.number().int().min(0).describe('Times a minute may be drafted anew after objections'),
  deciding: span.describe('For the tier above to decide on objections; silence: they stand as dissent'),
  signing: span.describe('For the chair to sign'),
  silencesMost: z.number().int().min(1).describe('Times a chair may be silent before the unit asked first keeps it'),
  dutiesMost: z.number().int().min(1).max(50),
});

export type JointPolicy = z.output<typeof jointPolicySchema>;
export type Span = z.output<typeof span>;

const workingDays = (amount: number): Span => ({ amount, unit: 'workingDay', calendar: 'office' });

/** `standard`: presets to be edited; the sources name the meeting and its one minute, not its times. */
const standard: JointPolicy = {
  preparing: workingDays(1),
  answering: workingDays(1),
  daysMost: 15,
  opening: workingDays(0.5),
  attendeesLeast: 1,
  postponementsMost: 1,
  excusesRefusedMost: 1,
  missesMost: 1,
  drafting: workingDays(2),
  confirming: workingDays(2),
  weighing: workingDays(1),
  revisionsMost: 2,
  deciding: workingDays(2),
  signing: workingDays(1),
  silencesMost: 2,
  dutiesMost: 20,
};

/** `urgent`: where water, heat or the safety of a road is at stake; hours, day and night. */
const hours = (amount: number): Span => ({ amount, unit: 'hour', calendar: 'always' });
const urgent: JointPolicy = {
  ...standard,
  preparing: hours(2),
  answering: hours(4),
  daysMost: 3,
  opening: hours(1),
  drafting: hours(6),
  confirming: hours(8),
  weighing: hours(4),
  deciding: hours(8),
  signing: hours(4),
};

export const jointPresets = { standard, urgent };
