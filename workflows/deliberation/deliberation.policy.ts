import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

const length = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1),
});

const opinionRule = z.object({
  moderation: z
    .enum(['before', 'after'])
    .describe('Statements are looked at before they are shown, or shown at once and looked at when there is reason to'),
  mostStatements: z.int().min(1).max(200).describe('Statements one person may say'),
  leastPositions: z.int().min(1).max(50).describe('Positions after which somebody is counted into an opinion group'),
  leastGroup: z.int().min(10).max(1000).describe('Least people of a group; no number of fewer people is shown'),
  mostGroups: z.int().min(2).max(5).describe('Opinion groups there may be at most'),
  agreedPercent: z
    .int()
    .min(51)
    .max(100)
    .meta({ unit: 'percent' })
    .describe('Share of every group that agrees before a statement is agreed'),
});

/** What a community can decide about how an item is prepared. */
export const deliberationPolicy = z.object({
  gathering: length.describe(
    'Opinions, measures and interests are gathered; then the item goes on if it has a measure',
  ),
  overdue: length.describe('Time left when no measure was drafted or an interest is still contested'),
  remindPercent: z
    .int()
    .min(1)
    .max(99)
    .meta({ unit: 'percent' })
    .describe('Share of the time after which those it waits for are reminded'),
  bluePercent: z
    .int()
    .min(1)
    .max(99)
    .meta({ unit: 'percent' })
    .describe('Share of the time after which the blue card is shown'),
  disputesNeeded: z
    .int()
    .min(1)
    .max(1000)
    .describe('People who must object strongly before the item counts as disputed'),
  maxMeasures: z.int().min(1).max(50).describe('Draft measures an item may have'),
  maxAmendments: z.int().min(0).max(50).optional().describe('Amendments that may wait for an answer; default 10'),
  maxInvited: z.int().min(0).max(50).optional().describe('Companies and partners that may be invited; default 10'),
  opinion: opinionRule.optional().describe('Statements, positions and opinion groups'),
});
export type DeliberationPolicy = z.output<typeof deliberationPolicy>;

/** Where a policy says nothing: as Polis has it where it has it. */
const OPINION_RULE: z.output<typeof opinionRule> = {
  moderation: 'before',
  mostStatements: 20,
  leastPositions: 7,
  leastGroup: 10,
  mostGroups: 5,
  agreedPercent: 60,
};

/** The policy with what an older version of it did not say. */
export function complete(policy: DeliberationPolicy) {
  return {
    maxAmendments: policy.maxAmendments ?? 10,
    maxInvited: policy.maxInvited ?? 10,
    opinion: policy.opinion ?? OPINION_RULE,
  };
}

const wd = (amount: number) => ({ amount, unit: 'workingDay' as const, calendar: 'office' });

/** Editable proposals; no source gives these numbers. */
export const deliberationPresets = {
  standard: {
    gathering: wd(7),
    overdue: wd(3),
    remindPercent: 50,
    bluePercent: 80,
    disputesNeeded: 3,
    maxMeasures: 10,
    maxAmendments: 10,
    maxInvited: 10,
    opinion: OPINION_RULE,
  },
  /** For a stairwell, where people meet every day. */
  quick: {
    gathering: wd(3),
    overdue: wd(1),
    remindPercent: 50,
    bluePercent: 80,
    disputesNeeded: 2,
    maxMeasures: 5,
    maxAmendments: 5,
    maxInvited: 5,
    opinion: OPINION_RULE,
  },
} satisfies Record<string, DeliberationPolicy>;
