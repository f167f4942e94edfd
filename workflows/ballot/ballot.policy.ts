import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});

/** How papers are taken. */
const poll = z.object({
  drawing: span.describe('For the roll to be drawn'),
  drawingsMost: z.number().int().min(1).describe('Attempts to draw the roll before a person is asked'),
  appeals: span.nullable().describe('For people to say that the roll is wrong, before the vote opens'),
  redrawsMost: z.number().int().min(0).describe('Times the roll may be drawn anew'),
  polling: span.describe('For papers to be handed in'),
  extension: z
    .object({ amount: z.number().positive().multipleOf(0.5), unit: z.enum(DURATION_UNITS) })
    .describe('What one extension adds'),
  extensionsMost: z.number().int().min(0),
  extendsWhenShort: z
    .boolean()
    .describe('Too few papers extend the vote by themselves, as long as extensions are left'),
  closesEarly: z.boolean().describe('A teller may close the vote before its time is over'),
  closing: span.describe('For the papers to be closed, and for the tally'),
  closingsMost: z.number().int().min(1).describe('Attempts to close or tally before a person is asked'),
  settling: span.describe('For papers that were set aside to be settled; what is not, does not count'),
  settlementsMost: z.number().int().min(1).describe('Times tellers may say that everything is settled'),
});
export type PollPolicy = z.output<typeof poll>;

const minutes = (amount: number): z.output<typeof span> => ({ amount, unit: 'minute', calendar: 'always' });
const days = (amount: number): z.output<typeof span> => ({ amount, unit: 'day', calendar: 'always' });

/** Carried from door to door and to phones; three months at most in all (Shenzhen, 2018). */
const atHome: PollPolicy = {
  drawing: minutes(10),
  drawingsMost: 3,
  appeals: days(7),
  redrawsMost: 2,
  polling: days(30),
  extension: { amount: 30, unit: 'day' },
  extensionsMost: 2,
  extendsWhenShort: true,
  closesEarly: false,
  closing: minutes(10),
  closingsMost: 3,
  settling: { amount: 5, unit: 'workingDay', calendar: 'office' },
  settlementsMost: 3,
};

/** In the room of a sitting: everybody is there. */
const inSitting: PollPolicy = {
  ...atHome,
  appeals: null,
  redrawsMost: 0,
  polling: minutes(30),
  extension: { amount: 15, unit: 'minute' },
  extendsWhenShort: false,
  closesEarly: true,
  settling: minutes(30),
};

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
  polls: z
    .object({ atHome: poll, inSitting: poll })
    .default({ atHome, inSitting })
    .describe('Ballots by papers: of a roll of the community, or of the members present in a sitting'),
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
  polls: { atHome, inSitting },
};

export const ballotPresets = { sitting };
