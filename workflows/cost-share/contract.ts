import { z } from 'zod';

import { text } from '#libs/contract';
import type { Contract } from '#libs/engine';

const id = z.string().min(1).max(200);
const householdId = id.meta({ refers: 'household' });
const personId = id.meta({ refers: 'person' });
const chainId = id.meta({ refers: 'chain' });
const unitId = id.meta({ refers: 'unit' });
/** Money is counted in fen, as a whole number: nothing is ever rounded away. */
export const fen = z.int().min(0).max(100_000_000_000).meta({ unit: 'fen' }).describe('Amount in fen');

/** One flat that shares in the cost. */
export const flatSchema = z.object({
  flat: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,20}$/)
    .describe('Number of the flat, such as `1-301`; never a name'),
  floor: z.int().min(-3).max(100),
  household: householdId.nullable().default(null).describe('Household in the registry'),
  payer: personId.nullable().default(null).describe('Person who pledges for it (户代表)'),
  area: z.int().min(0).max(1_000_000).meta({ unit: 'squareDecimetres' }).default(0).describe('Area in 0.01 m²'),
});

const input = z
  .object({
    chain: chainId.optional().describe('Case of the chain of sign-offs it pays for'),
    unit: unitId.describe('Building or stairwell whose households share'),
    title: text(200).describe('What is paid for'),
    total: fen.min(1),
    basis: text(1000).describe('Contract or decision the total rests on'),
    group: z.array(personId).max(50).default([]).describe('Persons of the task group; without any, whoever starts it'),
    helper: unitId.optional().describe('Party branch that helps'),
    flats: z.array(flatSchema).min(1).max(300),
  })
  .refine(({ flats }) => new Set(flats.map(({ flat }) => flat)).size === flats.length, {
    error: 'a flat stands twice',
    path: ['flats'],
  });

export const COST_SHARE_RESULTS = ['settled', 'refunded', 'cancelled'] as const;

const output = z.object({
  result: z.enum(COST_SHARE_RESULTS),
  total: fen,
  paid: fen,
  refunded: fen,
});

/** What another workflow may know of `cost-share`. */
export const costShareContract = { workflow: 'cost-share', input, output } satisfies Contract;
export type CostShareInput = z.output<typeof input>;
export type CostShareOutput = z.output<typeof output>;
export type Flat = z.output<typeof flatSchema>;
