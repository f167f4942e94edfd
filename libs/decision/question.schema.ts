import { z } from 'zod';

/** How a question is answered and counted. Exactly how is written, step by step, in docs/verify-a-ballot.md. */
export const METHODS = ['yesNo', 'chooseOne', 'chooseUpTo', 'score', 'ranked', 'consent'] as const;
export type Method = (typeof METHODS)[number];

/** How ranked papers are counted: by pairs and strongest paths, or by putting the last one out, round after round. */
export const RANKINGS = ['schulze', 'irv'] as const;
export type Ranking = (typeof RANKINGS)[number];

/** More would not fit on a paper that people read. */
export const MOST_OPTIONS = 100;

/** Begins with a letter: a key that looks like a number would be put elsewhere by JSON readers. */
export const optionIdSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

/** What can be chosen. `id` stands in the papers and in the certificate. */
export const optionSchema = z.strictObject({
  id: optionIdSchema,
  label: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
});
export type Option = z.infer<typeof optionSchema>;

function options(atLeast: number) {
  return z
    .array(optionSchema)
    .min(atLeast)
    .max(MOST_OPTIONS)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { error: 'an option stands twice' });
}

const noOptions = z.array(optionSchema).max(0);

const count = () => z.int().positive().max(MOST_OPTIONS);

const yesNoSchema = z.strictObject({ method: z.literal('yesNo'), options: noOptions });
const consentSchema = z.strictObject({ method: z.literal('consent'), options: noOptions });
const chooseOneSchema = z.strictObject({ method: z.literal('chooseOne'), options: options(2) });
const chooseUpToSchema = z
  .strictObject({
    method: z.literal('chooseUpTo'),
    options: options(1),
    /** How many are elected. */
    seats: count(),
    /** How many one paper may choose. */
    most: count(),
  })
  .refine(({ options: { length }, seats, most }) => seats <= length && most <= length, {
    error: 'more than there are options',
  });
const scoreSchema = z
  .strictObject({
    method: z.literal('score'),
    options: options(1),
    /** Integers, both included. */
    scale: z.strictObject({ min: z.int().min(-1000).max(1000), max: z.int().min(-1000).max(1000) }),
  })
  .refine(({ scale: { min, max } }) => min < max, { error: 'a scale has a lower and an upper end' });
const rankedSchema = z.strictObject({
  method: z.literal('ranked'),
  options: options(2),
  ranking: z.enum(RANKINGS),
});

/** What is put to the vote, apart from its text. */
export const questionSchema = z.discriminatedUnion('method', [
  yesNoSchema,
  chooseOneSchema,
  chooseUpToSchema,
  scoreSchema,
  rankedSchema,
  consentSchema,
]);
export type Question = z.infer<typeof questionSchema>;

/** For, against or abstaining: a motion as it stands. */
export const YES_NO: Question = { method: 'yesNo', options: [] };
/** Passes when nobody objects with a reason. */
export const CONSENT: Question = { method: 'consent', options: [] };

/** Id of the text in which an objection gives its reason. */
export const reasonSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/);

const voteSchema = z.strictObject({ vote: z.enum(['yes', 'no', 'abstain']) });
const consentVoteSchema = z.strictObject({
  vote: z.enum(['consent', 'object', 'abstain']),
  /** Id of a text; only with `object`. An objection without a reason is counted and does not block. */
  reason: reasonSchema.optional(),
});
const optionsChoiceSchema = z.strictObject({ options: z.array(optionIdSchema).max(MOST_OPTIONS) });
const scoresChoiceSchema = z.strictObject({ scores: z.record(optionIdSchema, z.int()) });
const orderChoiceSchema = z.strictObject({
  /** Best first; those of one inner list are equal. Who is not listed comes after everybody who is. */
  order: z.array(z.array(optionIdSchema).min(1)).max(MOST_OPTIONS),
});
const voidChoiceSchema = z.strictObject({ void: z.literal(true) });

/**
 * What a paper says. Nothing chosen, scored or ranked (`[]`, `{}`) is an abstention; `void` is a spoiled sheet of paper, which
 * a device never makes. Whether it answers a particular question is asked of `choiceProblem`.
 */
export const choiceSchema = z.union([
  voteSchema,
  consentVoteSchema,
  optionsChoiceSchema,
  scoresChoiceSchema,
  orderChoiceSchema,
  voidChoiceSchema,
]);
export type Choice = z.infer<typeof choiceSchema>;
