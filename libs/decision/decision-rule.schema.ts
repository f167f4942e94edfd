import { z } from 'zod';

import { fractionSchema } from './fraction.rules.js';

/**
 * What is counted. `heads`: persons, owners. `area`: exclusive area in 0.01 m². `households`: one vote each. `members`: of a
 * council, or representatives. `present`: those who came, whoever might have come.
 */
export const BASES = ['heads', 'area', 'households', 'members', 'present'] as const;
export type Base = (typeof BASES)[number];

/** Whether a vote that is neither yes nor no still belongs to the whole that the yes votes are measured against. */
export const TREATMENTS = ['counts_in_base', 'not_counted'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** What as many yes as no means when more than half was needed. */
export const TIE_MEANINGS = ['fails', 'vote_again', 'chair_decides'] as const;
export type TieMeaning = (typeof TIE_MEANINGS)[number];

/**
 * What becomes of those who were reached and stayed silent. `with_majority` (从众) gives them to the side that has more votes
 * in every base, and lets them count as having taken part. It exists in practice and its legality is disputed: never a default.
 */
export const SILENCE_TREATMENTS = ['not_counted', 'with_majority'] as const;
export type SilenceTreatment = (typeof SILENCE_TREATMENTS)[number];

/** `found`: read in a text. `unverified`: general knowledge. `to_be_confirmed`: its verdicts are provisional (待核定). */
export const RULE_STATUSES = ['found', 'unverified', 'to_be_confirmed'] as const;
export type RuleStatus = (typeof RULE_STATUSES)[number];

const labelSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** A local date, `2026-01-01`. */
export const localDateSchema = z.iso.date();

/** What one base must reach. Turnout is measured against everybody, approval against those who took part. */
export const baseTestSchema = z
  .strictObject({
    base: z.enum(BASES).meta({ title: '计票口径' }),
    turnout: fractionSchema.nullable().meta({ title: '参与要求' }),
    approval: fractionSchema.nullable().meta({ title: '同意要求' }),
  })
  .refine(({ turnout, approval }) => turnout !== null || approval !== null, { error: 'a base is there to be tested' });
export type BaseTest = z.infer<typeof baseTestSchema>;

/** Who meets or votes. `parlour`: the neighbours of a stairwell, building or grid, whoever comes. */
export const BODIES = ['parlour', 'council', 'representatives', 'assembly', 'owners'] as const;
export type Body = (typeof BODIES)[number];

/** Where a number comes from, when it is another text than that of the fractions. */
const source = {
  status: z.enum(RULE_STATUSES),
  law: z.string().min(1),
};

/** How far the time to vote may be extended when too few took part. */
export const extensionSchema = z.strictObject({
  /** Calendar months from opening to the last closing, all extensions included. */
  mostMonths: z.int().positive().max(24),
  ...source,
});
export type Extension = z.infer<typeof extensionSchema>;

/** For how long a matter that found too few voters stays away. */
export const noRepeatSchema = z.strictObject({
  /** Calendar months after the ballot ended. */
  months: z.int().positive().max(120),
  /** Share of the owners' or residents' committee that may let it come back earlier. */
  unlessCommittee: fractionSchema,
  ...source,
});
export type NoRepeat = z.infer<typeof noRepeatSchema>;

/** Who can ask for a meeting that then must be called. */
export const PETITIONERS = ['adults', 'households', 'groups'] as const;
export type Petitioner = (typeof PETITIONERS)[number];

/** One of the shares is enough. */
export const petitionSchema = z.strictObject({
  shares: z
    .array(z.strictObject({ of: z.enum(PETITIONERS), share: fractionSchema }))
    .min(1)
    .refine((shares) => new Set(shares.map(({ of }) => of)).size === shares.length, { error: 'a share stands twice' }),
  ...source,
});
export type Petition = z.infer<typeof petitionSchema>;

/** Who casts for a unit of several people. */
export const CASTERS = ['delegate', 'delegateOrAnyAdult', 'agreedOwner', 'anyOwner'] as const;

/** What the rule says of who casts, and for what part of a compound it may be asked. */
export const castingSchema = z.strictObject({
  by: z.enum(CASTERS),
  ...source,
});

/** Of whom the base is formed: all owners, or those of one building or stairwell where local rules say so. */
export const SCOPES = ['compound', 'building', 'stairwell'] as const;
export type Scope = (typeof SCOPES)[number];

/** When a proposal passes: data that a community can change, never a constant of the program. */
export const decisionRuleSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    version: z.int().positive(),
    label: labelSchema,
    /** All of them must be reached. */
    tests: z.array(baseTestSchema).min(1).max(BASES.length),
    /** A fixed number that must have taken part, besides the turnout tests. */
    quorum: z.strictObject({ base: z.enum(BASES), atLeast: z.int().positive() }).nullable(),
    /** An abstention took part in any case; this says whether it also weighs against the yes votes. */
    abstention: z.enum(TREATMENTS),
    /** A void vote that is not counted did not take part either. */
    void: z.enum(TREATMENTS),
    silence: z.enum(SILENCE_TREATMENTS),
    tie: z.enum(TIE_MEANINGS),
    status: z.enum(RULE_STATUSES),
    /** Citation in Chinese: law and article, or the practice it was taken from. */
    law: z.string().min(1),
    /** First day on which it may decide. */
    validFrom: localDateSchema,
    /** Last day on which it may decide; null while in force. */
    validTo: localDateSchema.nullable(),
    note: labelSchema.optional(),
    /** Who decides by it; without it, any body may be asked by it. */
    body: z.enum(BODIES).optional(),
    /** Whose votes are the whole; without it, everybody's of the unit that is asked. */
    scopes: z.array(z.enum(SCOPES)).min(1).optional(),
    casting: castingSchema.optional(),
    /** Without it, the time to vote is not extended. */
    extension: extensionSchema.optional(),
    /** Without it, a matter may come back at once. */
    noRepeat: noRepeatSchema.optional(),
    /** Without it, nobody can demand that the body be called. */
    petition: petitionSchema.optional(),
    /** Who confirmed the rule, by id, and when. */
    confirmed: z.strictObject({ by: z.string().min(1), on: localDateSchema }).optional(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    error: 'validity ends before it begins',
  })
  .refine(({ tests }) => new Set(tests.map(({ base }) => base)).size === tests.length, {
    error: 'a base is tested twice',
  })
  .refine(({ tests }) => tests.some(({ approval }) => approval !== null), { error: 'no base asks for approval' })
  .refine(({ tests, quorum }) => quorum === null || tests.some(({ base }) => base === quorum.base), {
    error: 'the quorum is on a base that is not counted',
  });
export type DecisionRule = z.infer<typeof decisionRuleSchema>;

/** Whether a rule may decide on a local date. */
export function isInForce(rule: DecisionRule, on: string): boolean {
  return rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo);
}

/**
 * The next version of a rule, confirmed by a named person who cites the text. Only then do its verdicts stop being
 * provisional. Numbers that turn out different are changed by editing the rule first.
 */
export function confirmRule(rule: DecisionRule, confirmation: { law: string; by: string; on: string }): DecisionRule {
  return decisionRuleSchema.parse({
    ...rule,
    version: rule.version + 1,
    status: 'found',
    law: confirmation.law,
    confirmed: { by: confirmation.by, on: confirmation.on },
  });
}
