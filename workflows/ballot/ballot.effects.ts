import { z } from 'zod';

const count = z.number().int().min(0);

/** What a ballot asks of the outside. */
export const ballotEffects = {
  /**
   * Reckons the verdict by the decision rule and answers with `ballot.counted`: verdict, whether the rule is provisional, and
   * the certificate with rule, counts and reckoning. Asked again after a while; the same counts give the same answer.
   */
  countBallot: z.object({
    rule: z.string().describe('Id of the decision rule'),
    unit: z.string().describe('Unit or body that voted'),
    issue: z.string(),
    subject: z.string().describe('Id of the text that was put to the vote'),
    counts: z.object({
      members: count.describe('Entitled members before anybody is recused'),
      recused: count,
      present: count.describe('Present, without the recused'),
      yes: count,
      no: count,
      abstain: count,
      invalid: count,
    }),
  }),
};
