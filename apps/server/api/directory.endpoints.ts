import { z } from 'zod';

import {
  accountEntry,
  accountList,
  accountQuery,
  auditPage,
  auditQuery,
  loginBody,
  newAccountBody,
  personParams,
  resetCode,
} from './directory.schema.js';
import { endpoint } from './endpoint.js';
import { endedBody } from './session.schema.js';

const V1 = '/api/v1';
const ACCOUNT = `${V1}/people/:person/account`;
const done = z.object({});
/** Somebody else's account, as far as the operator's unit reaches. Never with a token: it would manage itself. */
const managed = {
  tag: 'accounts',
  admits: { needs: 'accounts.manage', over: { kind: 'person', in: 'params', name: 'person' } },
  tokenScope: 'none',
  params: personParams,
  errors: ['access.denied', 'resource.unknown'],
} as const;

/** What operators do with the accounts of others, and the sign-in journal. */
export const directoryEndpoints = {
  listAccounts: endpoint({
    operation: 'listAccounts',
    method: 'GET',
    path: `${V1}/accounts`,
    tag: 'accounts',
    admits: { needs: 'accounts.manage', over: { kind: 'unit', in: 'query', name: 'unit' } },
    tokenScope: 'none',
    summary: { zh: '账号一览（管理员）', en: 'Accounts of people in a unit (operators)' },
    query: accountQuery,
    answers: { 200: { description: 'Accounts that are not closed', schema: accountList } },
    errors: ['access.denied', 'resource.unknown'],
  }),
  readPersonAccount: endpoint({
    ...managed,
    operation: 'readPersonAccount',
    method: 'GET',
    path: ACCOUNT,
    summary: { zh: '查看某人的账号', en: 'Account of a person' },
    answers: { 200: { description: 'The account', schema: accountEntry } },
  }),
  createPersonAccount: endpoint({
    ...managed,
    operation: 'createPersonAccount',
    method: 'POST',
    path: ACCOUNT,
    summary: { zh: '给某人开账号', en: 'Give a person an account' },
    description: 'They come in with a code for their first password, by slip or by single sign-on.',
    body: newAccountBody,
    bodyExample: { login: 'lixuemei' },
    answers: { 201: { description: 'Made', schema: accountEntry } },
    errors: ['access.denied', 'resource.unknown', 'account.exists', 'account.login_taken', 'account.login_invalid'],
  }),
  addPersonLogin: endpoint({
    ...managed,
    operation: 'addPersonLogin',
    method: 'POST',
    path: `${ACCOUNT}/logins`,
    summary: { zh: '给某人加一个账号名', en: 'One more name a person can sign in with' },
    body: loginBody,
    bodyExample: { login: 'lixuemei' },
    answers: { 201: { description: 'Added', schema: accountEntry } },
    errors: ['access.denied', 'resource.unknown', 'account.login_taken', 'account.login_invalid'],
  }),
  lockAccount: endpoint({
    ...managed,
    operation: 'lockAccount',
    method: 'POST',
    path: `${ACCOUNT}/lock`,
    summary: { zh: '停用账号', en: 'Lock an account' },
    description: 'Sessions end and tokens are revoked at once.',
    answers: { 200: { description: 'Locked', schema: done } },
  }),
  unlockAccount: endpoint({
    ...managed,
    operation: 'unlockAccount',
    method: 'POST',
    path: `${ACCOUNT}/unlock`,
    summary: { zh: '恢复账号', en: 'Unlock an account' },
    answers: { 200: { description: 'Unlocked', schema: done } },
  }),
  closeAccount: endpoint({
    ...managed,
    operation: 'closeAccount',
    method: 'POST',
    path: `${ACCOUNT}/close`,
    summary: { zh: '注销账号', en: 'Close an account for good' },
    answers: { 200: { description: 'Closed; the person may get another one', schema: done } },
  }),
  endPersonSessions: endpoint({
    ...managed,
    operation: 'endPersonSessions',
    method: 'POST',
    path: `${ACCOUNT}/end-sessions`,
    summary: { zh: '结束某人的所有登录', en: 'End all sessions of a person' },
    answers: { 200: { description: 'Ended; API tokens revoked too', schema: endedBody } },
  }),
  issueReset: endpoint({
    ...managed,
    operation: 'issueReset',
    method: 'POST',
    path: `${ACCOUNT}/reset-password`,
    summary: { zh: '发口令重置码', en: 'A code with which a person sets a new password' },
    answers: { 201: { description: 'The code, shown this once', schema: resetCode } },
  }),
  resetSecondFactor: endpoint({
    ...managed,
    operation: 'resetSecondFactor',
    method: 'POST',
    path: `${ACCOUNT}/reset-second-factor`,
    summary: { zh: '清除二次验证', en: 'Take off a second factor whose owner has lost it' },
    answers: { 200: { description: 'Taken off; sessions ended, API tokens revoked', schema: done } },
  }),
  listSignIns: endpoint({
    operation: 'listSignIns',
    method: 'GET',
    path: `${V1}/sign-ins`,
    tag: 'accounts',
    admits: { needs: 'accounts.audit', over: { kind: 'person', in: 'query', name: 'person' } },
    summary: { zh: '登录日志（管理员）', en: 'Sign-in journal (operators)' },
    description:
      'Attempts on accounts of people in reach; to operators of the whole installation also attempts with names nobody has. A page may hold fewer rows than asked for.',
    query: auditQuery,
    answers: { 200: { description: 'A page, newest first', schema: auditPage } },
    errors: ['access.denied', 'resource.unknown', 'cursor.malformed'],
  }),
} as const;
