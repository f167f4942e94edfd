import { z } from 'zod';

import {
  accountBody,
  enrolBody,
  enrolment,
  madeToken,
  ownParams,
  passwordBody,
  recoveryCodes,
  sessionList,
  signInPage,
  tokenBody,
  tokenList,
} from './account.schema.js';
import { endpoint } from './endpoint.js';
import { pageQuery } from './page.schema.js';
import { codeBody, endedBody } from './session.schema.js';

const ME = '/api/v1/me';
const COOKIE = { 'Set-Cookie': 'The session goes on under a new token' };
/** For people only: no token of a program may look after the account it belongs to. */
const own = { tag: 'accounts', admits: 'signedIn', tokenScope: 'none' } as const;
const nothing = z.object({});

/** Looking after one's own account. */
export const accountEndpoints = {
  readAccount: endpoint({
    ...own,
    operation: 'readAccount',
    method: 'GET',
    path: `${ME}/account`,
    summary: { zh: '我的账号', en: 'My account' },
    answers: { 200: { description: 'Ways in', schema: accountBody } },
  }),
  changePassword: endpoint({
    ...own,
    operation: 'changePassword',
    method: 'POST',
    path: `${ME}/password`,
    summary: { zh: '设置或更改口令', en: 'Set or change the password' },
    description:
      'Every other session ends, this one goes on under a new token, and all API tokens are revoked: make them anew.',
    body: passwordBody,
    bodyExample: { current: '…', password: '…' },
    answers: { 200: { description: 'Changed', schema: endedBody, headers: COOKIE } },
    errors: [
      'access.credentials_wrong',
      'access.rate_limited',
      'password.too_short',
      'password.too_long',
      'password.is_login',
      'password.too_common',
      'password.too_simple',
      'account.login_taken',
      'account.login_invalid',
      'resource.conflict',
    ],
  }),
  beginSecondFactor: endpoint({
    ...own,
    operation: 'beginSecondFactor',
    method: 'POST',
    path: `${ME}/second-factor`,
    admitsHalfSignedIn: true,
    summary: { zh: '开始设置动态验证码', en: 'Begin setting up a second factor' },
    body: enrolBody,
    bodyExample: { password: '…' },
    answers: { 200: { description: 'To be scanned, then confirmed with a code', schema: enrolment } },
    errors: ['factor.already_set', 'access.second_factor_due', 'access.credentials_wrong', 'access.rate_limited'],
  }),
  confirmSecondFactor: endpoint({
    ...own,
    operation: 'confirmSecondFactor',
    method: 'POST',
    path: `${ME}/second-factor/confirm`,
    admitsHalfSignedIn: true,
    summary: { zh: '确认动态验证码', en: 'Confirm the second factor with its first code' },
    description: 'From now on it is asked for at every sign-in. Every other session ends.',
    body: codeBody,
    bodyExample: { code: '123456' },
    answers: { 200: { description: 'Recovery codes, shown this once', schema: recoveryCodes, headers: COOKIE } },
    errors: ['factor.not_begun', 'factor.wrong', 'access.second_factor_due', 'access.rate_limited'],
  }),
  renewRecoveryCodes: endpoint({
    ...own,
    operation: 'renewRecoveryCodes',
    method: 'POST',
    path: `${ME}/second-factor/recovery-codes`,
    summary: { zh: '换新的备用码', en: 'New recovery codes in place of the old ones' },
    body: codeBody,
    bodyExample: { code: '123456' },
    answers: { 200: { description: 'Shown this once', schema: recoveryCodes } },
    errors: ['factor.wrong', 'access.rate_limited'],
  }),
  listSessions: endpoint({
    ...own,
    operation: 'listSessions',
    method: 'GET',
    path: `${ME}/sessions`,
    summary: { zh: '我在哪些设备上登录着', en: 'Where I am signed in' },
    answers: { 200: { description: 'Living sessions, last used first', schema: sessionList } },
  }),
  endSession: endpoint({
    ...own,
    operation: 'endSession',
    method: 'POST',
    path: `${ME}/sessions/:id/end`,
    summary: { zh: '结束一处登录', en: 'End one session' },
    params: ownParams,
    answers: { 200: { description: 'Ended', schema: endedBody } },
    errors: ['resource.unknown'],
  }),
  endOtherSessions: endpoint({
    ...own,
    operation: 'endOtherSessions',
    method: 'POST',
    path: `${ME}/sessions/end-others`,
    summary: { zh: '结束其他所有登录', en: 'End all other sessions' },
    answers: { 200: { description: 'Ended', schema: endedBody } },
  }),
  listMySignIns: endpoint({
    ...own,
    operation: 'listMySignIns',
    method: 'GET',
    path: `${ME}/sign-ins`,
    summary: { zh: '我的登录记录', en: 'My sign-ins and attempts on my account' },
    query: pageQuery,
    answers: { 200: { description: 'A page, newest first', schema: signInPage } },
    errors: ['cursor.malformed'],
  }),
  listTokens: endpoint({
    ...own,
    operation: 'listTokens',
    method: 'GET',
    path: `${ME}/tokens`,
    summary: { zh: '我的接口令牌', en: 'My API tokens' },
    answers: { 200: { description: 'Newest first', schema: tokenList } },
  }),
  createToken: endpoint({
    ...own,
    operation: 'createToken',
    method: 'POST',
    path: `${ME}/tokens`,
    summary: { zh: '新建接口令牌', en: 'Make an API token' },
    description:
      'It may do what its scopes and its owner may, whichever is less, and it manages no accounts. A scope its owner holds no office for is refused.',
    body: tokenBody,
    bodyExample: { name: '网格系统对接', scopes: ['cases.read'], days: 90 },
    answers: { 201: { description: 'The token, shown this once', schema: madeToken } },
    errors: ['token.too_many', 'access.denied', 'access.credentials_wrong', 'access.rate_limited'],
  }),
  revokeToken: endpoint({
    ...own,
    operation: 'revokeToken',
    method: 'POST',
    path: `${ME}/tokens/:id/revoke`,
    summary: { zh: '作废接口令牌', en: 'Revoke an API token' },
    params: ownParams,
    answers: { 200: { description: 'It is worth nothing now', schema: nothing } },
    errors: ['resource.unknown'],
  }),
} as const;
