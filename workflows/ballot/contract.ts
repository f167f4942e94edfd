import { z } from 'zod';

import type { Contract } from '#libs/engine';

const input = z
  .object({
    subject: z.string().min(1).describe('Id of the text that is put to the vote'),
    unit: z.string().min(1).describe('Unit or body that votes'),
    rule: z.string().min(1).describe('Id of the decision rule'),
    issue: z.string().min(1).describe('Case of the issue it decides'),
    members: z.number().int().min(1).describe('Entitled members before anybody is recused'),
    recused: z.number().int().min(0).describe('Members who left the base of this item; never counted in `present`'),
    present: z.number().int().min(0).describe('Members present who may vote on this item'),
  })
  .refine(({ members, recused, present }) => recused < members && present <= members - recused, {
    error: 'those recused and those present must be among the members',
  });

export const BALLOT_VERDICTS = ['passed', 'failed', 'no_quorum', 'tie'] as const;
export type BallotVerdict = (typeof BALLOT_VERDICTS)[number];

const output = z.object({
  verdict: z.enum(BALLOT_VERDICTS),
  provisional: z.boolean().describe('The rule is not confirmed yet: the verdict may not become a resolution'),
  certificate: z.json().describe('Rule, counts and reckoning, so that anybody can recompute the verdict'),
});

/** What another workflow may know of `ballot`. One that is void for good, lapsed or cancelled decided nothing: `no_quorum`. */
export const ballotContract = { workflow: 'ballot', input, output } satisfies Contract;
export type BallotInput = z.output<typeof input>;
export type BallotOutput = z.output<typeof output>;
