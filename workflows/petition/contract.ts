import { z } from 'zod';

import { text } from '#libs/contract';
import type { Contract } from '#libs/engine';

/** Whose share counts: adult residents, households, or residents' groups. */
export const PETITION_BASES = ['adults', 'households', 'groups'] as const;
export type PetitionBase = (typeof PETITION_BASES)[number];

const input = z.object({
  unit: z.string().min(1).meta({ refers: 'unit' }).describe('Community whose meeting is asked for'),
  title: text(200).describe('What the meeting is to decide'),
  reason: text().describe('Why it has to meet'),
  base: z.enum(PETITION_BASES).describe('Whose signatures are collected'),
});

export const PETITION_RESULTS = ['held', 'lapsed', 'withdrawn'] as const;

const output = z.object({
  result: z.enum(PETITION_RESULTS),
  signatures: z.number().int().min(0).describe('Signatures that counted at the end'),
});

/** What another workflow may know of `petition`. */
export const petitionContract = { workflow: 'petition', input, output } satisfies Contract;
export type PetitionInput = z.output<typeof input>;
export type PetitionOutput = z.output<typeof output>;
