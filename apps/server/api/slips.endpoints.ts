import { z } from 'zod';

import { endpoint } from './endpoint.js';
import { sessionBody } from './session.schema.js';
import {
  choices,
  issuedSlips,
  joinBody,
  lookBody,
  resetBody,
  resetDone,
  slipBody,
  slipPage,
  slipParams,
  slipQuery,
} from './slips.schema.js';

const V1 = '/api/v1';
const inUnit = { needs: 'slips.issue', over: { kind: 'unit', in: 'body', name: 'unit' } } as const;
const visitor = { tag: 'accounts', admits: 'anyone', admitsHalfSignedIn: true, tokenScope: 'none' } as const;
const COOKIE = { 'Set-Cookie': 'The session: httpOnly, SameSite=Lax, Secure over https' };

/** Invitation slips: issuing, printing, revoking; handing in. Codes are stored nowhere, so none takes an Idempotency-Key. */
export const slipEndpoints = {
  issueSlips: endpoint({
    operation: 'issueSlips',
    method: 'POST',
    path: `${V1}/slips`,
    tag: 'accounts',
    admits: inUnit,
    tokenScope: 'none',
    summary: { zh: '发邀请条', en: 'Issue invitation slips' },
    description:
      'For the households of a unit, or for persons. A slip of before for the same household is worth nothing then.',
    body: slipBody,
    bodyExample: { unit: '…', kind: 'household' },
    answers: { 201: { description: 'The slips with their codes, shown this once', schema: issuedSlips } },
    errors: ['access.denied', 'resource.unknown', 'slip.needs_operator', 'slip.too_many'],
  }),
  printSlips: endpoint({
    operation: 'printSlips',
    method: 'POST',
    path: `${V1}/slips/sheet`,
    tag: 'accounts',
    admits: inUnit,
    tokenScope: 'none',
    summary: { zh: '发邀请条并打印', en: 'Issue invitation slips as a sheet to print' },
    body: slipBody,
    bodyExample: { unit: '…', kind: 'household' },
    answers: { 200: { description: 'Pages of A4, building by building', media: 'text/html' } },
    errors: ['access.denied', 'resource.unknown', 'slip.needs_operator', 'slip.too_many'],
  }),
  listSlips: endpoint({
    operation: 'listSlips',
    method: 'GET',
    path: `${V1}/slips`,
    tag: 'accounts',
    admits: { needs: 'slips.issue', over: { kind: 'unit', in: 'query', name: 'unit' } },
    summary: { zh: '邀请条一览', en: 'Slips issued in a unit' },
    query: slipQuery,
    answers: { 200: { description: 'A page, newest first, without codes', schema: slipPage } },
    errors: ['access.denied', 'resource.unknown', 'cursor.malformed'],
  }),
  revokeSlip: endpoint({
    operation: 'revokeSlip',
    method: 'POST',
    path: `${V1}/slips/:id/revoke`,
    tag: 'accounts',
    admits: { needs: 'slips.issue' },
    summary: { zh: '作废邀请条', en: 'Revoke a slip' },
    params: slipParams,
    answers: { 200: { description: 'It is worth nothing now', schema: z.object({}) } },
    errors: ['access.denied', 'resource.unknown'],
  }),
  lookAtSlip: endpoint({
    ...visitor,
    operation: 'lookAtSlip',
    method: 'POST',
    path: `${V1}/join/look`,
    summary: { zh: '查看邀请条', en: 'Whom a slip can be for' },
    description: 'Only first signs and birth years. Unknown, used, expired and revoked codes are answered alike.',
    body: lookBody,
    bodyExample: { code: '7KQ2M-XRT4B-9HDWC' },
    answers: { 200: { description: 'Who of the household one can be', schema: choices } },
    errors: ['slip.unusable', 'access.rate_limited'],
  }),
  join: endpoint({
    ...visitor,
    operation: 'join',
    method: 'POST',
    path: `${V1}/join`,
    summary: { zh: '用邀请条登录', en: 'Come in with a slip' },
    description: 'The slip is used up; the browser stays signed in for a long time.',
    body: joinBody,
    bodyExample: { code: '7KQ2M-XRT4B-9HDWC', choice: '…' },
    answers: { 200: { description: 'Signed in', schema: sessionBody, headers: COOKIE } },
    errors: ['slip.unusable', 'slip.choice_unknown', 'access.rate_limited'],
  }),
  resetPassword: endpoint({
    ...visitor,
    operation: 'resetPassword',
    method: 'POST',
    path: `${V1}/password-reset`,
    summary: { zh: '用重置码设置新口令', en: 'Set a new password with a code' },
    body: resetBody,
    bodyExample: { code: '7KQ2M-XRT4B-9HDWC', password: '…' },
    answers: { 200: { description: 'Set; all sessions ended, all API tokens revoked', schema: resetDone } },
    errors: [
      'slip.unusable',
      'password.too_short',
      'password.too_long',
      'password.is_login',
      'password.too_common',
      'password.too_simple',
      'access.rate_limited',
    ],
  }),
} as const;
