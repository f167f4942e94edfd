import { z } from 'zod';

import { COVENANT_KINDS } from '#workflows/covenant';
import { PETITION_BASES } from '#workflows/petition';

import { namedUnit } from './installation.schema.js';
import { instant } from './page.schema.js';

const count = z.number().int();
const text = z.string().nullable().describe('Null: erased');

const petition = z.object({
  base: z.enum(PETITION_BASES).describe('Whose signatures are collected'),
  reason: text,
  size: count.nullable().describe('How many there are in all; null until somebody has said so'),
  share: z.object({ numerator: count, denominator: count, inclusive: z.boolean() }),
  needed: count.nullable().describe('Signatures that make the committee call the meeting'),
  signatures: count.describe('That count; who signed is not told'),
  hasSigned: z.boolean().describe('The caller has signed'),
  meetsAt: instant.nullable().describe('When the meeting that was called begins'),
});

const covenant = z.object({
  kind: z.enum(COVENANT_KINDS),
  text: text.describe('The text that was adopted, else the draft as it is shown'),
  isAdopted: z.boolean(),
  finding: text.describe('What the legal officer found'),
  signatories: count.describe('How many have signed a pledge'),
  hasSigned: z.boolean().describe('The caller has signed'),
  entry: z
    .object({ id: z.string(), number: z.string(), version: count, inForceFrom: z.iso.date() })
    .nullable()
    .describe('Where it stands in the register'),
  filing: z.object({ number: z.string().nullable(), on: z.iso.date() }).nullable(),
});

const deliberation = z.object({
  measures: z.array(z.object({ number: count, text, backers: count })).describe('The most backed first'),
  amendments: z.array(
    z.object({
      number: count,
      measure: count,
      text,
      state: z.enum(['proposed', 'accepted', 'declined']),
      reason: text,
    }),
  ),
  answers: z.array(
    z.object({ unit: namedUnit.nullable(), question: text, text: text.describe('Null: not answered yet') }),
  ),
  agreed: z.array(z.string()).describe('Statements that go into the minutes'),
});

export const particularsBody = z
  .object({
    petition: petition.nullable(),
    covenant: covenant.nullable(),
    deliberation: deliberation.nullable(),
  })
  .meta({ id: 'Particulars' });
export type ParticularsBody = z.infer<typeof particularsBody>;
