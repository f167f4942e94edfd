import { z } from 'zod';

import { SECOND_FACTOR_STATES } from '#libs/access';

import { instant } from './page.schema.js';

/** What somebody types; never stored, never logged. */
export const secretText = (longest: number) => z.string().min(1).max(longest);

export const signInBody = z.strictObject({
  login: z.string().min(1).max(200).describe('Name to sign in with'),
  password: secretText(1000),
});

export const codeBody = z.strictObject({
  code: secretText(40).describe('Six digits of the authenticator, or a recovery code'),
});

export const sessionBody = z
  .object({
    person: z.string().nullable().describe('Who is signed in; null: nobody'),
    name: z.string().nullable(),
    staff: z.boolean(),
    secondFactor: z
      .enum(SECOND_FACTOR_STATES)
      .nullable()
      .describe('passed: everything is open; due: a code first; enrol: set one up first'),
    expiresAt: instant.nullable().describe('When it ends at the latest; null where it is not known'),
    singleSignOn: z.string().nullable().describe('Words on the button of single sign-on; null: there is none'),
  })
  .meta({ id: 'Session' });

export const endedBody = z.object({ ended: z.number().int().describe('Sessions that ended') }).meta({ id: 'Ended' });
