import { z } from 'zod';

import { text, type InputOf } from '#libs/contract';
import type { Contract } from '#libs/engine';

/**
 * `covenant` (公约): adopted by the competent body, binds everybody. `pledge` (自律公约): binds its signatories only. `procedure`
 * (议事规则): the rules of procedure of a community, written from the policies in force.
 */
export const COVENANT_KINDS = ['covenant', 'pledge', 'procedure'] as const;
export type CovenantKind = (typeof COVENANT_KINDS)[number];

/** `enact`: a new text, or a new version of one. `repeal`: the one in force ends. */
export const INTENTS = ['enact', 'repeal'] as const;
export type Intent = (typeof INTENTS)[number];

const id = z.string().min(1).max(200);
const unitId = id.meta({ refers: 'unit' });
const entryId = id.meta({ refers: 'covenant' });

const input = z
  .object({
    kind: z.enum(COVENANT_KINDS),
    unit: unitId.describe('Community, compound or street block whose covenant it is'),
    title: text(200).describe('What it is called'),
    text: text(20_000).optional().describe('The draft; without it, it is written in the case'),
    template: z
      .string()
      .min(1)
      .max(60)
      .meta({ refers: 'covenantTemplate' })
      .optional()
      .describe('Template it was written from'),
    document: id.optional().describe('Fingerprint of the generated document, for rules of procedure'),
    filedWith: unitId.optional().describe('The street it is filed with (备案)'),
    intent: z.enum(INTENTS).optional().describe('Without it, a text is enacted'),
    revises: z
      .object({ entry: entryId, version: z.number().int().min(1) })
      .optional()
      .describe('Entry of the register, and its newest version, that is revised or repealed'),
  })
  .refine(({ kind, filedWith }) => kind !== 'covenant' || filedWith !== undefined, {
    error: 'a covenant is filed with the street: name it',
    path: ['filedWith'],
  })
  .refine(({ intent, revises }) => intent !== 'repeal' || revises !== undefined, {
    error: 'say which entry is repealed',
    path: ['revises'],
  })
  .refine(({ kind, intent }) => kind !== 'pledge' || intent !== 'repeal', {
    error: 'a pledge ends when nobody is bound by it: its signatories leave it',
    path: ['intent'],
  });

export const COVENANT_RESULTS = [
  'superseded',
  'revoked',
  'repealed',
  'rejected',
  'refused',
  'withdrawn',
  'lapsed',
  'cancelled',
] as const;
export type CovenantResult = (typeof COVENANT_RESULTS)[number];

const output = z.object({
  result: z.enum(COVENANT_RESULTS),
  entry: z.string().nullable().describe('Entry of the register; null when it was never in force'),
  number: z.string().nullable(),
  version: z.number().int().nullable(),
});

/** What another workflow may know of `covenant`. */
export const covenantContract = { workflow: 'covenant', input, output } satisfies Contract;
export type CovenantInput = InputOf<typeof input>;
export type CovenantOutput = z.output<typeof output>;

/** What a covenant in force hears from the one that takes its place. */
export const covenantTells = {
  'entry.ended': z.object({
    by: id.describe('Case that took its place or repealed it'),
    how: z.enum(['superseded', 'repealed']),
  }),
};
