import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

/** Where a notice can hang. A copy on the web page or sent to a chat group is proved by a picture of the screen. */
export const PLACE_KINDS = ['board', 'stairwell', 'web', 'wechat'] as const;

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});

const workingDays3 = { amount: 3, unit: 'workingDay', calendar: 'office' } as const;

/** The numbers of a public notice. */
export const noticePolicySchema = z.object({
  posting: span.describe('To post it once it is drafted'),
  dayUnit: z.enum(['day', 'workingDay']).describe('What a day of the notice is'),
  calendar: z.string().min(1).meta({ refers: 'calendar' }).describe('Calendar that counts the days'),
  placesLeast: z.number().int().min(0).describe('Physical places it must hang at, each proved by a photo'),
  kindsNeeded: z.array(z.enum(PLACE_KINDS)).max(4).default([]).describe('Kinds of place it must be seen at'),
  objectionAnswer: span.describe('To answer an objection, and to decide on a review'),
  reviewHours: z
    .number()
    .int()
    .min(0)
    .max(720)
    .meta({ unit: 'hours' })
    .default(72)
    .describe(
      'Hours after a dismissal in which the objector may ask the supervisors for a review, also after the last day',
    ),
  withdrawalAppeal: span.default(workingDays3).describe('For residents to appeal against a withdrawal'),
  appealDecision: span.default(workingDays3).describe('To decide on such an appeal'),
  extensionsMost: z.number().int().min(0),
  extensionLongestDays: z
    .number()
    .int()
    .min(1)
    .meta({ unit: 'noticeDays' })
    .describe('Longest extension, days of the notice'),
});

export type NoticePolicy = z.output<typeof noticePolicySchema>;
export type Span = z.output<typeof span>;

const ADDED = {
  kindsNeeded: [],
  reviewHours: 72,
  withdrawalAppeal: workingDays3,
  appealDecision: workingDays3,
} satisfies Partial<NoticePolicy>;

/** The rules of a notice; one that was begun under a policy of before these numbers has what is usual. */
export function rulesOf({ policy }: { policy: NoticePolicy }): NoticePolicy {
  return { ...ADDED, ...policy };
}

/** `standard`: posted within one working day (Beijing asks that of results); calendar days; the rest are presets to be edited. */
const standard: NoticePolicy = {
  ...ADDED,
  posting: { amount: 1, unit: 'workingDay', calendar: 'office' },
  dayUnit: 'day',
  calendar: 'always',
  placesLeast: 1,
  objectionAnswer: workingDays3,
  extensionsMost: 2,
  extensionLongestDays: 7,
};

/** `workingDays`: where local rules count the notice in working days. */
const workingDays: NoticePolicy = { ...standard, dayUnit: 'workingDay', calendar: 'office' };

/** `everyStairwell`: owners' decisions, seen on the board and in each stairwell concerned. */
const everyStairwell: NoticePolicy = { ...standard, placesLeast: 2, kindsNeeded: ['board', 'stairwell'] };

export const noticePresets = { standard, workingDays, everyStairwell };
