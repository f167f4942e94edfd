import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

import { COVENANT_KINDS } from './contract.js';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});
export type Span = z.output<typeof span>;

/** Bodies that can be competent for a text. */
export const ADOPTING_BODIES = ['assembly', 'representatives', 'council', 'owners'] as const;
export type AdoptingBody = (typeof ADOPTING_BODIES)[number];

const adoption = z.object({
  rule: z.string().min(1).meta({ refers: 'rule' }).describe('Decision rule'),
  way: z.enum(['ballot', 'meeting']).describe('`ballot`: papers of a roll; `meeting`: an item of a sitting'),
  roll: z.enum(['households', 'adults', 'owners']).describe('Who is on the roll of a ballot'),
});

const times = (what: string) => z.number().int().min(0).max(99).describe(what);

/** The numbers of a covenant. */
export const covenantPolicySchema = z.object({
  competent: z
    .array(z.enum(ADOPTING_BODIES))
    .min(1)
    .describe('Bodies that may adopt a covenant; a council prepares one, it binds nobody by itself'),
  bodies: z.object({ assembly: adoption, representatives: adoption, council: adoption, owners: adoption }),
  commentsOn: z.array(z.enum(COVENANT_KINDS)).describe('Kinds whose drafts residents comment on first'),
  filesWithStreet: z.array(z.enum(COVENANT_KINDS)).describe('Kinds that are filed with the street (备案)'),
  drafting: span.describe('To write the draft'),
  draftingRemindersMost: times('Times the draft is asked for again before it lapses'),
  checking: span.describe('For the legal officer; silence is no clearance'),
  returnsMost: times('Times the officer may send a draft back; then it is cleared, or refused for good'),
  commentDays: z
    .number()
    .int()
    .min(1)
    .max(180)
    .meta({ unit: 'days' })
    .describe('Days on which residents may object to the draft'),
  reworksMost: times('Times an upheld objection sends the draft back'),
  agenda: span.describe('For a meeting to take it'),
  agendasMost: times('Times a meeting is looked for again'),
  collecting: span.describe('For signatures under a pledge'),
  signatoriesLeast: z.number().int().min(1).max(10_000).describe('Signatures with which a pledge begins'),
  undecided: span.describe('To call the body again after a vote without a quorum, or a tie'),
  triesMost: times('Times the body may be called again'),
  provisional: span.describe('For the rule of a provisional verdict to be confirmed, before it is asked for again'),
  asksMost: times('Times it is asked for before the text lapses'),
  signing: span.describe('For the chair to sign'),
  filing: span.describe('For the street to object; silence is filing'),
  filingObjectionsMost: times('Times the street may send it back; then it is refused for good'),
  entering: span.describe('For the register to answer'),
  entriesMost: z.number().int().min(1).max(99).describe('Attempts to enter it before a person looks'),
  noticeDays: z.number().int().min(1).max(180).meta({ unit: 'days' }).describe('Days the text in force is posted'),
  review: span.describe('After which the community is asked whether the text still fits'),
});
export type CovenantPolicy = z.output<typeof covenantPolicySchema>;

const wd = (amount: number): Span => ({ amount, unit: 'workingDay', calendar: 'office' });
const days = (amount: number): Span => ({ amount, unit: 'day', calendar: 'always' });

/**
 * `standard`: competent bodies, legal check, filing and the ban on penalties as communities practise them; all lengths of time are
 * presets to be edited. The assembly's rule is the one of the law in force since 2026, to be confirmed.
 */
const standard: CovenantPolicy = {
  competent: ['assembly', 'representatives', 'owners'],
  bodies: {
    assembly: { rule: 'residents-assembly-households-2026', way: 'ballot', roll: 'households' },
    representatives: { rule: 'representatives-meeting', way: 'meeting', roll: 'households' },
    council: { rule: 'council', way: 'meeting', roll: 'households' },
    owners: { rule: 'owners-ordinary', way: 'ballot', roll: 'owners' },
  },
  commentsOn: ['covenant'],
  filesWithStreet: ['covenant'],
  drafting: days(30),
  draftingRemindersMost: 2,
  checking: wd(5),
  returnsMost: 2,
  commentDays: 7,
  reworksMost: 2,
  agenda: days(60),
  agendasMost: 3,
  collecting: days(30),
  signatoriesLeast: 2,
  undecided: days(30),
  triesMost: 2,
  provisional: days(30),
  asksMost: 6,
  signing: wd(3),
  filing: wd(15),
  filingObjectionsMost: 2,
  entering: { amount: 10, unit: 'minute', calendar: 'always' },
  entriesMost: 3,
  noticeDays: 7,
  review: days(365),
};

/** `councilAdopts`: where a neighbourhood council is the body by its own rules (邻里理事会). */
const councilAdopts: CovenantPolicy = { ...standard, competent: [...standard.competent, 'council'] };

/** `assemblyMeets`: the assembly is called and decides in its sitting, by delegates of the residents' groups. */
const assemblyMeets: CovenantPolicy = {
  ...standard,
  bodies: {
    ...standard.bodies,
    assembly: { rule: 'residents-assembly-groups-2026', way: 'meeting', roll: 'households' },
  },
};

export const covenantPresets = { standard, councilAdopts, assemblyMeets };
