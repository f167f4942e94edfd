import { z } from 'zod';

import { EXCLUSION_GROUNDS, RATE_NAMES, fileId, text } from '#libs/contract';
import type { Contract } from '#libs/engine';

const id = z.string().min(1).max(200);
const unitId = id.meta({ refers: 'unit' });

const input = z.object({
  entry: id.meta({ refers: 'case' }).describe('Issue or task that is to be left out'),
  unit: unitId.describe('Unit that appeals: it did the work, or dispatched it'),
  rate: z.enum(RATE_NAMES).describe('Rate it is to be left out of'),
  ground: z.enum(EXCLUSION_GROUNDS),
  reason: text().describe('What happened'),
  evidence: z.array(fileId()).max(20).default([]).describe('Ids of files that show it'),
});

export const EXCLUSION_RESULTS = ['excluded', 'refused', 'lapsed', 'inadmissible', 'withdrawn'] as const;

const output = z.object({ result: z.enum(EXCLUSION_RESULTS) });

/** What another workflow may know of `exclusion`. */
export const exclusionContract = { workflow: 'exclusion', input, output } satisfies Contract;
export type ExclusionInput = z.output<typeof input>;
export type ExclusionOutput = z.output<typeof output>;
