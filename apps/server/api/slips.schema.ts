import { z } from 'zod';

import { instant, key, pageOf, pageQuery } from './page.schema.js';
import { secretText } from './session.schema.js';

export const slipBody = z.strictObject({
  unit: key.describe('For everybody in it: a stairwell, a building, a grid'),
  kind: z.enum(['household', 'person']),
  subjects: z
    .array(key)
    .min(1)
    .max(5000)
    .optional()
    .describe('Only these households or persons, all of them in the unit'),
});

const slip = z.object({
  id: z.string(),
  number: z.string().describe('Printed on it, to name it by'),
  kind: z.enum(['household', 'person', 'reset']),
  subject: z.string().describe('The household or person'),
  expiresAt: instant,
});

export const issuedSlips = z
  .object({
    slips: z.array(
      slip.extend({
        code: z.string().describe('Shown this once'),
        url: z.string().describe('For the QR code; the code stands behind the #, which is never sent to a server'),
        building: z.string(),
        label: z.string().describe('Flat, or name of the person'),
      }),
    ),
  })
  .meta({ id: 'IssuedSlips' });

export const slipQuery = pageQuery.extend({ unit: key.describe('Slips for this unit and what is below it') });
export const slipPage = pageOf(
  slip.extend({
    unit: z.string(),
    state: z.enum(['open', 'used', 'revoked', 'expired']),
    issuedBy: z.string(),
    issuedAt: instant,
    usedAt: instant.nullable(),
    revokedAt: instant.nullable(),
  }),
).meta({ id: 'SlipPage' });
export const slipParams = z.strictObject({ id: key });

const code = secretText(60).describe('As printed on the slip; blanks, dashes and small letters do not matter');
export const lookBody = z.strictObject({ code });
export const choices = z
  .object({
    people: z.array(
      z.object({
        choice: z.string().describe('Stands for the person on this slip only'),
        initial: z.string(),
        birthYear: z.number().int().nullable(),
      }),
    ),
  })
  .meta({ id: 'SlipChoices' });
export const joinBody = z.strictObject({ code, choice: key });
export const resetBody = z.strictObject({ code, password: secretText(1000).describe('At least 10 signs') });
export const resetDone = z
  .object({ login: z.string().nullable().describe('Name to sign in with') })
  .meta({ id: 'PasswordReset' });
