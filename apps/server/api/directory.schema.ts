import { z } from 'zod';

import { ACCOUNT_STATUSES, SIGN_IN_OUTCOMES } from '#libs/access';

import { signInRow } from './account.schema.js';
import { instant, key, pageOf, pageQuery } from './page.schema.js';

export const personParams = z.strictObject({ person: key });
export const accountEntry = z
  .object({
    person: z.string(),
    status: z.enum(ACCOUNT_STATUSES),
    logins: z.array(z.string()),
    hasPassword: z.boolean(),
    hasSecondFactor: z.boolean(),
    createdAt: instant,
    seenAt: instant.nullable(),
  })
  .meta({ id: 'Account' });
export const accountQuery = z.strictObject({ unit: key.describe('People of this unit and what is below it') });
export const accountList = z
  .object({ rows: z.array(accountEntry.extend({ name: z.string() })) })
  .meta({ id: 'AccountList' });
export const newAccountBody = z.strictObject({
  login: z.string().min(1).max(200).optional().describe('Name to sign in with'),
});
export const loginBody = z.strictObject({ login: z.string().min(1).max(200).describe('Name to sign in with') });
export const resetCode = z
  .object({ code: z.string().describe('To be handed over in person; shown this once'), expiresAt: instant })
  .meta({ id: 'ResetCode' });
export const auditQuery = pageQuery.extend({
  person: key.optional().describe('Only attempts on the account of this person'),
  outcome: z.enum(SIGN_IN_OUTCOMES).optional(),
});
export const auditPage = pageOf(signInRow.extend({ person: z.string().nullable() })).meta({ id: 'SignInAudit' });
