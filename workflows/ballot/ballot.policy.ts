import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});

/** The numbers of a ballot. */
export const ballotPolicySchema = z.object({
  window: span.describe('For the count to be recorded, from the opening'),
  extension: z
    .object({ amount: z.number().positive().multipleOf(0.5), unit: z.enum(DURATION_UNITS) })
    .describe('What one extension adds'),
  extensionsMost: z.number().int().min(0),
  confirmation: span.describe('For a second person to confirm the count'),
  remindersMost: z.number().int().min(0).describe('Times the confirmation is asked for again before the ballot lapses'),
  recountsMost: z.number().int().min(0).describe('Times a disputed count may be taken again'),
  revotesMost: z.number().int().min(0).describe('Times a void ballot may be repeated'),
  reckoning: span.describe('For the verdict to be reckoned by the rule'),
  reckoningsMost: z.number().int().min(1).describe('Attempts to reckon before the count goes back to be confirmed'),
});

export type BallotPolicy = z.output<typeof ballotPolicySchema>;
export type Span = z.output<typeof span>;

/** `sitting`: show of hands or papers counted in the room. */
const sitting: BallotPolicy = {
  window: { amount: 1, unit: 'hour', calendar: 'always' },
  extension: { amount: 30, unit: 'minute' },
  extensionsMost: 2,
  confirmation: { amount: 30, unit: 'minute', calendar: 'always' },
  remindersMost: 2,
  recountsMost: 2,
  revotesMost: 1,
  reckoning: { amount: 10, unit: 'minute', calendar: 'always' },
  reckoningsMost: 3,
};

/** `paper`: papers carried from door to door and counted at the end; the window can grow to three months at most. */
const paper: BallotPolicy = {
  ...sitting,
  window: { amount: 30, unit: 'day', calendar: 'always' },
  extension: { amount: 30, unit: 'day' },
  extensionsMost: 2,
  confirmation: { amount: 1, unit: 'workingDay', calendar: 'office' },
};

export const ballotPresets = { sitting, paper };
