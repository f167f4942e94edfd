import { z } from 'zod';

import { DURATION_UNITS, type Contract } from '#libs/engine';

import { SEAL_KINDS } from './seal.vocabulary.js';

export {
  missingPapers,
  REFUSAL_GROUNDS,
  SEAL_KINDS,
  type PapersOfSeal,
  type RefusalGround,
  type SealKind,
} from './seal.vocabulary.js';

const id = z.string().min(1).max(200);
const chainId = id.meta({ refers: 'chain' });
const unitId = id.meta({ refers: 'unit' });
const personId = id.meta({ refers: 'person' });
const textId = id.meta({ refers: 'text' });

/** A length of time on a named calendar. */
export const limitSchema = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).max(40).describe('Calendar that counts it: `office` or `always`'),
});

const input = z.object({
  chain: chainId.describe('Case of the chain it belongs to'),
  step: id.describe('Id of the step in the chain'),
  title: textId.describe('Id of the text that names the project'),
  name: z.string().min(1).max(80).describe('What is to be signed, by the name of the procedure'),
  place: unitId.describe('Unit where the project is; the case belongs to it'),
  unit: unitId.describe('Department that signs'),
  upper: unitId.nullable().describe('Unit above the department, which hears an appeal; null: the tier above the place'),
  kind: z.enum(SEAL_KINDS),
  seals: z.int().min(1).max(9).describe('Seals the department has to put on it'),
  papers: z.array(z.string().min(1).max(80)).max(20).describe('Names of the papers it needs'),
  basis: z.string().max(200).nullable().describe('Law or rule that asks for it'),
  limit: limitSchema.nullable().describe('Time of the department; null: the one of the policy'),
  validDays: z.int().min(1).max(3650).meta({ unit: 'days' }).nullable().describe('Days it stays valid; null: for good'),
  silence: z.string().max(200).nullable().describe('Source by which silence is consent; null: silence never is'),
  group: z.array(personId).max(50).describe('Persons of the residents’ task group'),
  helper: unitId.nullable().describe('Party branch that helps them'),
  round: z.int().min(1).describe('Which time the step is asked for, from 1'),
});

export const SEAL_RESULTS = ['signed', 'refused', 'cancelled'] as const;

const output = z.object({
  step: id,
  round: z.int().min(1),
  result: z.enum(SEAL_RESULTS),
  unit: unitId.describe('Department that signed or refused'),
  seals: z.int().min(0).describe('Seals put on it'),
  number: z.string().nullable().describe('Number of the document'),
  document: z.string().nullable().describe('Id of the file'),
  validUntil: z.iso.date().nullable().describe('Last day it is valid'),
  conditions: z.array(id).describe('Ids of the texts of the conditions, all met and confirmed'),
  bySilence: z.boolean().describe('Signed by silence under a named source'),
  submittedAt: z.string().nullable().describe('Instant the papers were handed in; null: never'),
  endedAt: z.string().describe('Instant of the signature or of the end'),
  days: z.int().min(0).describe('Calendar days from the first hand-in to the end'),
  askings: z.int().min(0).describe('Times the department asked for papers'),
});

/** What another workflow may know of `seal`. */
export const sealContract = { workflow: 'seal', input, output } satisfies Contract;
export type SealInput = z.output<typeof input>;
export type SealOutput = z.output<typeof output>;
export type Limit = z.output<typeof limitSchema>;
