import { z } from 'zod';

import { questionSchema } from '#libs/decision';

import { rollSchema } from './contract.js';

const count = z.number().int().min(0);

/** What a ballot asks of the outside. */
export const ballotEffects = {
  /**
   * Reckons the verdict by the decision rule (`decide` of libs/decision) and answers with `ballot.counted`: verdict, whether the
   * rule is provisional, and the certificate; or with `ballot.refused` and the code when the rule cannot judge these counts.
   * Asked again after a while; the same counts give the same answer.
   */
  countBallot: z.object({
    rule: z.string().describe('Id of the decision rule'),
    unit: z.string().describe('Unit or body that voted'),
    issue: z.string().nullable(),
    subject: z.string().describe('Id of the text that was put to the vote'),
    counts: z.object({
      members: count.describe('Entitled members before anybody is recused'),
      recused: count.describe('Members who left the base; not counted as present'),
      present: count.describe('Present who may vote; whoever did not vote abstained'),
      yes: count,
      no: count,
      abstain: count,
      invalid: count,
    }),
  }),
  /**
   * Draws the roll and answers with `roll.drawn`, or with `roll.refused` when there is nobody to vote or the rule cannot be applied
   * to such a roll. Drawn anew as long as the vote has not been opened.
   */
  drawRoll: z.object({
    unit: z.string(),
    rule: z.string(),
    subject: z.string(),
    issue: z.string().nullable(),
    secret: z.boolean(),
    question: questionSchema,
    roll: rollSchema,
    recused: z.number().int().min(0),
  }),
  /** From here papers are taken, until the due instant of the clock `polling`. */
  openBallot: z.object({}),
  /** The clock `polling` was extended: papers are taken until its new due instant. */
  moveClosing: z.object({}),
  /** No paper is taken any more; answers with `ballot.closed`. */
  closeBallot: z.object({}),
  /** Counts the papers and reckons the verdict; answers with `ballot.counted` or `ballot.refused`. */
  tallyPapers: z.object({}),
  /** The ballot ends without a verdict: no paper is taken or counted. */
  voidBallot: z.object({}),
};
