import { z } from 'zod';

import { fileId, isStorable, text, type FreeText } from '#libs/contract';
import type { Contract } from '#libs/engine';

import { maskMessage } from './masking.rules.js';

/**
 * How an issue reached the community: the resident's own page, the counter, a patrol, a household visit, a chat, the grid
 * parlour, a message pasted from a neighbours' group, the hotline, paper, or a device with the household's consent.
 */
export const CHANNELS = [
  'page',
  'counter',
  'patrol',
  'visit',
  'chat',
  'parlour',
  'group',
  'hotline',
  'paper',
  'device',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** How an issue can end. `released` is only ever told to issues merged into this one: it goes on without them. */
export const ENDINGS = [
  'solved',
  'accepted',
  'final_answer',
  'declined',
  'forwarded',
  'rejected',
  'refused',
  'withdrawn',
  'merged',
  'cancelled',
] as const;
export type Ending = (typeof ENDINGS)[number];

/** Id of a person, unit, file, case or text. */
const id = z.string().min(1).max(200);
const unitId = id.meta({ refers: 'unit' });
const personId = id.meta({ refers: 'person' });

/** A message copied from a neighbours' group: names and phone numbers are masked before anything is stored. */
function pastedMessage(max = 8000): z.ZodType<FreeText, string> {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isStorable, { error: 'contains characters that cannot be stored' })
    .meta({ format: 'text' })
    .transform(maskMessage)
    .pipe(text(max * 2));
}

/** What opens an issue, whoever opens it. The first question is whether anybody is in danger now. */
export const issueInput = z.object({
  danger: z.boolean().describe('Whether life or property is in danger now'),
  title: text(120).describe('The matter in one line'),
  description: text(4000).nullable().default(null).describe('What happened, where and since when'),
  pasted: pastedMessage()
    .nullable()
    .default(null)
    .describe('Message copied from a group; names and phone numbers are masked'),
  unit: unitId.describe('Unit the matter belongs to: community, compound or grid'),
  place: unitId.nullable().default(null).describe('Unit of the place: building or stairwell'),
  files: z.array(fileId()).max(20).default([]).describe('Photos and papers'),
  category: z
    .string()
    .max(60)
    .meta({ refers: 'category' })
    .nullable()
    .default(null)
    .describe('Entry of the service catalogue'),
  channel: z.enum(CHANNELS).default('page').describe('How it came in'),
  hotlineNumber: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{4,40}$/)
    .nullable()
    .default(null)
    .describe("The hotline's own number; the same number twice is one issue"),
  reporter: personId.nullable().default(null).describe('Person it is reported for, when somebody else enters it'),
  witness: personId
    .nullable()
    .default(null)
    .describe('Who else was there when it was taken down; neither who said it nor who enters it'),
  subject: personId.nullable().default(null).describe('Person the matter is about; never told who reported it'),
  hideFromHandler: z.boolean().default(false).describe('Hide the reporter from whoever handles it'),
  needsVoice: z
    .boolean()
    .default(false)
    .describe('Reporter aged 70 or over or of a household visited often: silence never counts as agreement'),
});

/** What an issue came to. */
export const issueOutput = z.object({
  result: z.enum(ENDINGS),
  text: z.string().nullable().describe('Id of the text of the outcome or final answer'),
  redoCount: z.int().nonnegative(),
  confidential: z.boolean(),
});
export type IssueOutput = z.output<typeof issueOutput>;

/** What other workflows may know of an issue. */
export const issueContract = { workflow: 'issue', input: issueInput, output: issueOutput } satisfies Contract;
