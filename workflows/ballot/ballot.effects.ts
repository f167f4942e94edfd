import { z } from 'zod';

import { countsSchema } from '#libs/decision';

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
    issue: z.string(),
    subject: z.string().describe('Id of the text that was put to the vote'),
    recused: z.number().int().min(0).describe('Members who left the base; already taken off the counts'),
    counts: countsSchema.describe('Votes by base; somebody present who did not vote is an abstention'),
    on: z.iso.date().describe('Local date of the vote: the rule must be in force on it'),
  }),
};
