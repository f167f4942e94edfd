import { z } from 'zod';

import { AT_LEAST_TWO_THIRDS, fractionSchema } from '#libs/decision';
import { DURATION_UNITS } from '#libs/engine';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});
const more = z.object({ amount: z.number().positive().multipleOf(0.5), unit: z.enum(DURATION_UNITS) });

const level = z.object({
  quorum: fractionSchema.nullable().describe('Share of the members that must be present; null: anybody'),
  rule: z.string().min(1).describe('Decision rule of its ballots, when the sitting names none'),
  sitting: span.describe('Longest sitting'),
});

/** The numbers of a meeting. */
export const meetingPolicySchema = z.object({
  levels: z.object({ building: level, grid: level, council: level, assembly: level }),
  noticeHours: z
    .number()
    .int()
    .min(0)
    .describe('Hours between convening and the start; shorter is recorded in the minutes'),
  agendaMost: z.number().int().min(1).describe('Items one sitting takes'),
  reschedulesMost: z.number().int().min(0),
  gathering: span.describe('To wait for members after the hour'),
  waitsMost: z.number().int().min(0).describe('Times the wait is repeated before the meeting adjourns'),
  recall: span.describe('To call an adjourned meeting again'),
  recallsMost: z.number().int().min(0),
  prolongSitting: more.describe('What one prolongation of the sitting adds'),
  sittingProlongationsMost: z.number().int().min(0),
  debate: span.describe('For one item, until the vote'),
  prolongDebate: more.describe('What one prolongation of the debate adds'),
  debateProlongationsMost: z.number().int().min(0).describe('For each item'),
  seconding: span.describe('For a motion to be seconded'),
  turnsMost: z.number().int().min(1).describe('Times one person speaks to one item'),
  motionsMost: z.number().int().min(1).describe('Motions one item may see, seconded or not'),
  ballotsMost: z.number().int().min(1).describe('Ballots on one item; the last one that fails rejects it'),
  amendmentsMost: z.number().int().min(0).describe('Amendments of one motion'),
  quorumWait: span.describe('To wait for members when too many have left'),
  quorumLossesMost: z.number().int().min(0).describe('Times the sitting may lose its quorum and go on'),
  minutes: span.describe('To draft the minutes, and to sign them'),
  minutesReturnsMost: z.number().int().min(0).describe('Times the minutes may be sent back'),
});

export type MeetingPolicy = z.output<typeof meetingPolicySchema>;
export type Span = z.output<typeof span>;

const always = (amount: number, unit: 'minute' | 'hour'): Span => ({ amount, unit, calendar: 'always' });
const wholeSitting = always(3, 'hour');

/**
 * `standard`: a council needs two thirds of its members (read in the rules of one community); the representatives' meeting has
 * the same by common practice, unverified; below that anybody present consults. Order of business is common practice.
 */
const standard: MeetingPolicy = {
  levels: {
    building: { quorum: null, rule: 'grid-parlour', sitting: wholeSitting },
    grid: { quorum: null, rule: 'grid-parlour', sitting: wholeSitting },
    council: { quorum: AT_LEAST_TWO_THIRDS, rule: 'council', sitting: wholeSitting },
    assembly: { quorum: AT_LEAST_TWO_THIRDS, rule: 'representatives-meeting', sitting: always(4, 'hour') },
  },
  noticeHours: 72,
  agendaMost: 20,
  reschedulesMost: 3,
  gathering: always(30, 'minute'),
  waitsMost: 1,
  recall: { amount: 5, unit: 'workingDay', calendar: 'office' },
  recallsMost: 2,
  prolongSitting: { amount: 1, unit: 'hour' },
  sittingProlongationsMost: 2,
  debate: always(30, 'minute'),
  prolongDebate: { amount: 15, unit: 'minute' },
  debateProlongationsMost: 2,
  seconding: always(5, 'minute'),
  turnsMost: 2,
  motionsMost: 3,
  ballotsMost: 1,
  amendmentsMost: 3,
  quorumWait: always(20, 'minute'),
  quorumLossesMost: 3,
  minutes: { amount: 2, unit: 'workingDay', calendar: 'office' },
  minutesReturnsMost: 3,
};

export const meetingPresets = { standard };
