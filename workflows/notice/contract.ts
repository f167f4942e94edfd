import { z } from 'zod';

import type { Contract } from '#libs/engine';

/** What is shown: the template of its wording. */
export const NOTICE_KINDS = ['result', 'plan', 'covenant', 'agenda', 'candidates', 'roll'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

const fields = z
  .record(z.string().min(1).max(40), z.union([z.string().min(1).max(200), z.number().int()]))
  .describe('What the template names: dates, counts and ids of texts; never names of persons');

const input = z.object({
  issue: z.string().min(1).describe('Case of the issue the notice is about'),
  unit: z.string().min(1).describe('Unit whose residents it addresses'),
  title: z.string().min(1).describe('Id of the text that is its title'),
  text: z.string().min(1).describe('Id of the text that is posted'),
  blocking: z
    .boolean()
    .describe(
      'Whether the measure waits for the end of the notice: only what spends common money, restricts use or affects rights does',
    ),
  days: z
    .number()
    .int()
    .min(1)
    .max(180)
    .meta({ unit: 'noticeDays' })
    .describe('Days it hangs, counted on the calendar of the policy'),
  kind: z.enum(NOTICE_KINDS).optional().describe('Template of its wording; without it, a result'),
  fields: fields.optional(),
  owners: z
    .boolean()
    .optional()
    .describe(
      'The owners decided: an owner who is harmed may ask a court to revoke (民法典 280), and the notice says so',
    ),
  tellsParent: z
    .boolean()
    .optional()
    .describe(
      'Whether whoever asked for it is told `notice.posted` at once; then a measure that need not wait goes on',
    ),
});

export const NOTICE_RESULTS = ['ended', 'objection_upheld', 'withdrawn'] as const;

const output = z.object({
  result: z.enum(NOTICE_RESULTS),
  objections: z.number().int().min(0).describe('Objections filed in all'),
});

/** What a notice tells whoever asked for it, when they wanted to be told. */
export const noticeTells = {
  'notice.posted': z.object({
    notice: z.string().min(1).describe('Case of the notice'),
    blocking: z.boolean().describe('false: the measure goes on at once'),
    days: z.number().int().min(1),
  }),
};

/** What another workflow may know of `notice`. */
export const noticeContract = { workflow: 'notice', input, output } satisfies Contract;
export type NoticeInput = z.output<typeof input>;
export type NoticeOutput = z.output<typeof output>;
