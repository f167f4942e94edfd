import { endpoint } from './endpoint.js';
import { codeBody, endedBody, sessionBody, signInBody } from './session.schema.js';

const V1 = '/api/v1';
const COOKIE = { 'Set-Cookie': 'The session: httpOnly, SameSite=Lax, Secure over https' };

/** Signing in and out. Nothing of these requests is stored, so none takes an Idempotency-Key. */
export const sessionEndpoints = {
  signIn: endpoint({
    operation: 'signIn',
    method: 'POST',
    path: `${V1}/session`,
    tag: 'accounts',
    admits: 'anyone',
    admitsHalfSignedIn: true,
    tokenScope: 'none',
    summary: { zh: '登录', en: 'Sign in with name and password' },
    description:
      'Unknown names and wrong passwords are answered alike. Staff with a second factor are half signed in afterwards.',
    body: signInBody,
    bodyExample: { login: 'coordinator', password: '…' },
    answers: { 200: { description: 'Signed in', schema: sessionBody, headers: COOKIE } },
    errors: ['access.credentials_wrong', 'access.rate_limited', 'account.locked'],
  }),
  readSession: endpoint({
    operation: 'readSession',
    method: 'GET',
    path: `${V1}/session`,
    tag: 'accounts',
    admits: 'anyone',
    admitsHalfSignedIn: true,
    tokenScope: 'none',
    summary: { zh: '当前登录', en: 'Who is signed in' },
    answers: { 200: { description: 'The session, or that there is none', schema: sessionBody } },
  }),
  signOut: endpoint({
    operation: 'signOut',
    method: 'POST',
    path: `${V1}/session/end`,
    tag: 'accounts',
    admits: 'anyone',
    admitsHalfSignedIn: true,
    tokenScope: 'none',
    summary: { zh: '退出', en: 'Sign out' },
    answers: { 200: { description: 'Signed out; also when nobody was signed in', schema: endedBody, headers: COOKIE } },
  }),
  passSecondFactor: endpoint({
    operation: 'passSecondFactor',
    method: 'POST',
    path: `${V1}/session/second-factor`,
    tag: 'accounts',
    admits: 'signedIn',
    admitsHalfSignedIn: true,
    tokenScope: 'none',
    summary: { zh: '输入动态验证码', en: 'Give the code of the second factor' },
    description: 'Each code works once. The session goes on under a new token.',
    body: codeBody,
    bodyExample: { code: '123456' },
    answers: { 200: { description: 'Signed in completely', schema: sessionBody, headers: COOKIE } },
    errors: ['factor.wrong', 'access.rate_limited'],
  }),
} as const;
