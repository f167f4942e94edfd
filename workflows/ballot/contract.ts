import { z } from 'zod';

import { text, type InputOf } from '#libs/contract';
import { questionSchema } from '#libs/decision';
import type { Contract } from '#libs/engine';

/** `count`: hands or papers counted in a room. `papers`: one paper for each entry of a roll, through any channel. */
export const TAKINGS = ['count', 'papers'] as const;
/** Who is on the roll. `named`: exactly these persons, such as the members present in a sitting. */
export const ROLL_KINDS = ['owners', 'households', 'adults', 'members', 'named'] as const;

const id = z.string().min(1).max(200);
const unitId = id.meta({ refers: 'unit' });
const personId = id.meta({ refers: 'person' });
const textId = id.meta({ refers: 'text' });
const ruleId = id.meta({ refers: 'rule' });
const issueId = id.meta({ refers: 'issue' });
/** Whose papers count. */
export const rollSchema = z.object({
  of: z.enum(ROLL_KINDS).describe('Who is on the roll'),
  unit: unitId.describe('Unit whose owners, households or adults vote, or the body whose members do'),
  persons: z.array(personId).max(5000).optional().describe('The voters, when they are named'),
});

const input = z
  .object({
    subject: textId.optional().describe('Id of the text that is put to the vote'),
    title: text(500).optional().describe('What is put to the vote, when it is called by a person'),
    unit: unitId.describe('Unit or body that votes'),
    rule: ruleId.describe('Id of the decision rule'),
    issue: issueId.optional().describe('Case of the issue it decides'),
    members: z.number().int().min(0).optional().describe('Entitled members before anybody is recused'),
    recused: z.number().int().min(0).optional().describe('Members who left the base of this item; never `present`'),
    present: z.number().int().min(0).optional().describe('Members present who may vote on this item'),
    taking: z.enum(TAKINGS).optional().describe('Counted in a room, or by papers of a roll'),
    secret: z.boolean().optional().describe('Nobody learns who voted what, the operators included, once it is counted'),
    question: questionSchema.optional().describe('What can be chosen; without it yes, no or abstain'),
    roll: rollSchema.optional().describe('Whose papers count'),
  })
  .refine(({ subject, title }) => subject !== undefined || title !== undefined, { error: 'it needs a title' })
  .refine(({ taking, roll: wanted }) => taking !== 'papers' || wanted !== undefined, {
    error: 'papers need a roll',
    path: ['roll'],
  })
  .refine(({ secret, taking }) => secret !== true || taking === 'papers', {
    error: 'only papers can be secret',
    path: ['secret'],
  })
  .refine(({ question, taking }) => question === undefined || taking === 'papers', {
    error: 'a count in a room is yes, no or abstain',
    path: ['question'],
  })
  .refine(({ secret, roll: wanted }) => secret !== true || wanted?.of !== 'owners', {
    error: 'papers weighted by area are named: a weight of one’s own would name its voter',
    path: ['secret'],
  })
  .refine(
    ({ taking, members = 0, recused = 0, present = 0 }) =>
      taking === 'papers' || (recused < members && present <= members - recused),
    { error: 'those recused and those present must be among the members', path: ['members'] },
  );

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
/** As the chart is started with it. */
export type BallotOrder = InputOf<typeof input>;
export type RollOrder = z.output<typeof rollSchema>;
export type BallotOutput = z.output<typeof output>;
