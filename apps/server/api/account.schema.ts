import { z } from 'zod';

import { SIGN_IN_OUTCOMES, SIGN_IN_WAYS, TOKEN_SCOPES } from '#libs/access';

import { instant, key, pageOf } from './page.schema.js';
import { secretText } from './session.schema.js';

export const accountBody = z
  .object({
    logins: z.array(z.string()),
    hasPassword: z.boolean(),
    secondFactor: z.object({ isSet: z.boolean(), codesLeft: z.number().int() }),
    identities: z.array(z.object({ issuer: z.string(), linkedAt: instant })).describe('Single sign-on'),
  })
  .meta({ id: 'MyAccount' });

export const passwordBody = z.strictObject({
  current: secretText(1000).optional().describe('The password until now, where there is one'),
  password: secretText(1000).describe('At least 10 signs'),
  login: z.string().min(1).max(200).optional().describe('A name to sign in with, where there is none yet'),
});

export const enrolBody = z.strictObject({
  password: secretText(1000).optional().describe('Once more, unless setting one up is all the session may do'),
});
export const enrolment = z
  .object({
    secret: z.string().describe('Base32, to be typed where no picture can be taken'),
    uri: z.string(),
    picture: z.string().describe('QR code, SVG'),
  })
  .meta({ id: 'Enrolment' });
export const recoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).describe('Shown this once; each replaces a code once') })
  .meta({ id: 'RecoveryCodes' });

export const sessionRow = z
  .object({
    id: z.string(),
    isThis: z.boolean().describe('The one that asks'),
    way: z.enum(SIGN_IN_WAYS),
    address: z.string(),
    agent: z.string(),
    createdAt: instant,
    seenAt: instant.describe('Exact to a minute or two'),
    expiresAt: instant,
  })
  .meta({ id: 'SessionRow' });
export const sessionList = z.object({ rows: z.array(sessionRow) }).meta({ id: 'SessionList' });
export const ownParams = z.strictObject({ id: key });

export const tokenRow = z
  .object({
    id: z.string(),
    name: z.string(),
    ending: z.string().describe('Last four signs'),
    scopes: z.array(z.string()),
    createdAt: instant,
    expiresAt: instant,
    usedAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'ApiToken' });
export const tokenList = z.object({ rows: z.array(tokenRow) }).meta({ id: 'ApiTokenList' });
export const tokenBody = z.strictObject({
  name: z.string().trim().min(1).max(100).describe('What it is for'),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1).max(TOKEN_SCOPES.length),
  days: z.number().int().min(1).max(366),
  password: secretText(1000).optional().describe('Once more, where there is one'),
});
export const madeToken = tokenRow.extend({ token: z.string().describe('Shown this once') }).meta({ id: 'MadeToken' });

export const signInRow = z
  .object({
    id: z.string(),
    at: instant,
    way: z.enum(SIGN_IN_WAYS),
    outcome: z.enum(SIGN_IN_OUTCOMES),
    address: z.string(),
    agent: z.string(),
  })
  .meta({ id: 'SignIn' });
export const signInPage = pageOf(signInRow).meta({ id: 'SignInPage' });
