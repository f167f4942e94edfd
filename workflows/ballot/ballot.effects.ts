import { z } from 'zod';

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
    issue: z.string(),
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
};
