import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});

/** The numbers of a public notice. */
export const noticePolicySchema = z.object({
  posting: span.describe('To post it once it is drafted'),
  dayUnit: z.enum(['day', 'workingDay']).describe('What a day of the notice is'),
  calendar: z.string().min(1).describe('Calendar that counts the days'),
  placesLeast: z.number().int().min(0).describe('Physical places it must hang at, each proved by a photo'),
  objectionAnswer: span.describe('To answer an objection'),
  extensionsMost: z.number().int().min(0),
  extensionLongestDays: z.number().int().min(1).describe('Longest extension, days of the notice'),
});

export type NoticePolicy = z.output<typeof noticePolicySchema>;
export type Span = z.output<typeof span>;

/** `standard`: posted within one working day (Beijing asks that of results); calendar days; the rest are presets to be edited. */
const standard: NoticePolicy = {
  posting: { amount: 1, unit: 'workingDay', calendar: 'office' },
  dayUnit: 'day',
  calendar: 'always',
  placesLeast: 1,
  objectionAnswer: { amount: 3, unit: 'workingDay', calendar: 'office' },
  extensionsMost: 2,
  extensionLongestDays: 7,
};

/** `workingDays`: where local rules count the notice in working days. */
const workingDays: NoticePolicy = { ...standard, dayUnit: 'workingDay', calendar: 'office' };

export const noticePresets = { standard, workingDays };
