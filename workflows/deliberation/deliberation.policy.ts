import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

const length = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1),
});

/** What a community can decide about how an item is prepared. */
export const deliberationPolicy = z.object({
  gathering: length.describe(
    'Opinions, measures and interests are gathered; then the item goes on if it has a measure',
  ),
  overdue: length.describe('Time left when no measure was drafted or an interest is still contested'),
  remindPercent: z.int().min(1).max(99).describe('Share of the time after which those it waits for are reminded'),
  bluePercent: z.int().min(1).max(99).describe('Share of the time after which the blue card is shown'),
  disputesNeeded: z
    .int()
    .min(1)
    .max(1000)
    .describe('People who must object strongly before the item counts as disputed'),
  maxMeasures: z.int().min(1).max(50).describe('Draft measures an item may have'),
});
export type DeliberationPolicy = z.output<typeof deliberationPolicy>;

const wd = (amount: number) => ({ amount, unit: 'workingDay' as const, calendar: 'office' });

/** Editable proposals; no source gives these numbers. */
export const deliberationPresets: Record<'standard' | 'quick', DeliberationPolicy> = {
  standard: {
    gathering: wd(7),
    overdue: wd(3),
    remindPercent: 50,
    bluePercent: 80,
    disputesNeeded: 3,
    maxMeasures: 10,
  },
  /** For a stairwell, where people meet every day. */
  quick: { gathering: wd(3), overdue: wd(1), remindPercent: 50, bluePercent: 80, disputesNeeded: 2, maxMeasures: 5 },
};
