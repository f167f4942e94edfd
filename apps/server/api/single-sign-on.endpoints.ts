import { z } from 'zod';

import { endpoint } from './endpoint.js';
import { key } from './page.schema.js';

const V1 = '/api/v1';
const done = z.object({});
const purpose = z.enum(['signIn', 'link', 'join']);

/** Single sign-on. */
export const singleSignOnEndpoints = {
  beginSingleSignOn: endpoint({
    operation: 'beginSingleSignOn',
    method: 'POST',
    path: `${V1}/single-sign-on`,
    tag: 'accounts',
    admits: 'anyone',
    tokenScope: 'none',
    summary: { zh: '开始单点登录', en: 'Begin single sign-on' },
    description: '`link`: to the account one is signed in to; `join`: with the code of a slip and a choice from it.',
    body: z.strictObject({
      purpose,
      next: z.string().max(500).optional().describe('Where to go afterwards, on this site'),
      code: z.string().max(60).optional(),
      choice: key.optional(),
    }),
    bodyExample: { purpose: 'signIn' },
    answers: {
      200: {
        description: 'Where to send the browser',
        schema: z.object({ url: z.string() }).meta({ id: 'SingleSignOn' }),
      },
    },
    errors: ['sso.off', 'sso.failed', 'access.unauthenticated', 'access.rate_limited', 'input.invalid'],
  }),
  finishSingleSignOn: endpoint({
    operation: 'finishSingleSignOn',
    method: 'GET',
    path: `${V1}/single-sign-on/callback`,
    tag: 'accounts',
    admits: 'anyone',
    tokenScope: 'none',
    summary: { zh: '单点登录返回', en: 'Where the sign-on service sends people back to' },
    query: z.looseObject({}).describe('Whatever the service appends'),
    answers: { 303: { description: 'On to the page asked for, or to the sign-in page with the reason' } },
  }),
  unlinkIdentity: endpoint({
    operation: 'unlinkIdentity',
    method: 'POST',
    path: `${V1}/me/identities/unlink`,
    tag: 'accounts',
    admits: 'signedIn',
    tokenScope: 'none',
    summary: { zh: '解除单点登录关联', en: 'Take single sign-on off my account' },
    body: z.strictObject({ issuer: z.string().min(1).max(500) }),
    bodyExample: { issuer: 'https://login.example.cn' },
    answers: { 200: { description: 'Unlinked', schema: done } },
    errors: ['resource.unknown', 'sso.off'],
  }),
} as const;
