import { defineEntity, p } from '@mikro-orm/core';

import { ACCOUNT_STATUSES, SECOND_FACTOR_STATES, SIGN_IN_OUTCOMES, SIGN_IN_WAYS } from './accounts.vocabulary.js';
import type { TokenScope } from '../capabilities.js';

const instant = () => p.datetime().columnType('timestamptz(3)');

/** What lets one person in. A person has at most one that is not closed, with any number of ways in. */
export const AccountEntity = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  properties: {
    id: p.string().primary(),
    person: p.string().index(),
    status: p.enum(ACCOUNT_STATUSES),
    /** argon2id in PHC format; null: comes in by slip or single sign-on only. */
    passwordHash: p.text().fieldName('password_hash').nullable(),
    passwordSetAt: instant().fieldName('password_set_at').nullable(),
    /** Secret of the second factor, sealed; in force once confirmed. */
    totpSecret: p.text().fieldName('totp_secret').nullable(),
    totpPending: p.text().fieldName('totp_pending').nullable(),
    /** Time step of the last code used: each code works once. */
    totpStep: p.bigint('number').fieldName('totp_step').nullable(),
    createdAt: instant().fieldName('created_at'),
    changedAt: instant().fieldName('changed_at'),
  },
  indexes: [
    {
      name: 'accounts_one_a_person',
      expression: `create unique index "accounts_one_a_person" on "accounts" ("person") where "status" <> 'closed'`,
    },
  ],
});

/** Names an account is signed in with, in their one spelling. */
export const AccountLoginEntity = defineEntity({
  name: 'AccountLogin',
  tableName: 'account_logins',
  properties: {
    login: p.string().primary(),
    account: p.string().index(),
    createdAt: instant().fieldName('created_at'),
  },
});

/** Somebody as another service knows them (OpenID Connect). Linked by the person themselves, never by a mail address alone. */
export const AccountIdentityEntity = defineEntity({
  name: 'AccountIdentity',
  tableName: 'account_identities',
  properties: {
    issuer: p.string().primary(),
    subject: p.string().primary(),
    account: p.string().index(),
    createdAt: instant().fieldName('created_at'),
  },
});

/** A browser that is signed in. The token itself is stored nowhere. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: p.string().primary(),
    /** SHA-256 of the token, base64url. */
    token: p.string().unique(),
    account: p.string().index(),
    way: p.enum(SIGN_IN_WAYS),
    secondFactor: p.enum(SECOND_FACTOR_STATES).fieldName('second_factor'),
    staff: p.boolean(),
    address: p.string(),
    agent: p.string(),
    createdAt: instant().fieldName('created_at'),
    /** Not exact to the minute: see `Sightings`. */
    seenAt: instant().fieldName('seen_at'),
    /** Seconds without use after which it ends. */
    idle: p.integer(),
    expiresAt: instant().fieldName('expires_at'),
    endedAt: instant().fieldName('ended_at').nullable(),
  },
});

/** Codes that replace the second factor once each, when the telephone is lost. */
export const RecoveryCodeEntity = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_codes',
  properties: {
    hash: p.string().primary(),
    account: p.string().index(),
    usedAt: instant().fieldName('used_at').nullable(),
  },
});

/** Kinds of one-time codes: a slip for a household or a person, a code to set a new password. */
export const CODE_KINDS = ['household', 'person', 'reset'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** One-time codes handed out on paper. Only their hash is stored. */
export const SlipEntity = defineEntity({
  name: 'Slip',
  tableName: 'slips',
  properties: {
    id: p.string().primary(),
    /** Printed on the slip beside the code, to name it by: says nothing. */
    number: p.string().unique(),
    hash: p.string().unique(),
    kind: p.enum(CODE_KINDS),
    /** Household, person or account. */
    subject: p.string().index(),
    /** Where it was issued for: who may list and revoke it. */
    unit: p.string().index(),
    batch: p.string().index(),
    /** May let in somebody with an office: issued by whoever manages accounts. */
    staff: p.boolean(),
    issuedBy: p.string().fieldName('issued_by'),
    issuedAt: instant().fieldName('issued_at'),
    expiresAt: instant().fieldName('expires_at'),
    usedAt: instant().fieldName('used_at').nullable(),
    /** Account it let in. */
    usedBy: p.string().fieldName('used_by').nullable(),
    revokedAt: instant().fieldName('revoked_at').nullable(),
    revokedBy: p.string().fieldName('revoked_by').nullable(),
  },
});

/** Keys of programs. */
export const ApiTokenEntity = defineEntity({
  name: 'ApiToken',
  tableName: 'api_tokens',
  properties: {
    id: p.string().primary(),
    hash: p.string().unique(),
    account: p.string().index(),
    name: p.string(),
    /** Last four signs of the token, to know it by. */
    ending: p.string(),
    scopes: p.array().$type<TokenScope[]>().columnType('text[]'),
    /** Made by somebody who was staff then: a token from before an office is worth nothing once there is one. */
    staff: p.boolean(),
    createdAt: instant().fieldName('created_at'),
    expiresAt: instant().fieldName('expires_at'),
    usedAt: instant().fieldName('used_at').nullable(),
    revokedAt: instant().fieldName('revoked_at').nullable(),
  },
});

/** What an operator did to an account. */
export const ACCOUNT_CHANGES = [
  'created',
  'locked',
  'unlocked',
  'closed',
  'sessionsEnded',
  'passwordReset',
  'secondFactorReset',
] as const;
export type AccountChange = (typeof ACCOUNT_CHANGES)[number];

/** What operators did to the accounts of others. Rows are added, never changed. */
export const AccountChangeEntity = defineEntity({
  name: 'AccountChange',
  tableName: 'account_changes',
  properties: {
    id: p.string().primary(),
    at: instant(),
    account: p.string(),
    what: p.enum(ACCOUNT_CHANGES),
    /** Person who did it. */
    by: p.string(),
  },
  indexes: [{ name: 'account_changes_account', properties: ['account', 'at'] }],
});

/** Every attempt to get in. Rows are added and, when their time is over, removed; never changed. */
export const SignInEntity = defineEntity({
  name: 'SignIn',
  tableName: 'sign_ins',
  properties: {
    id: p.string().primary(),
    at: instant(),
    account: p.string().nullable(),
    /** Keyed hash of a name nobody has: it may be a mistyped password. */
    loginHash: p.string().fieldName('login_hash').nullable(),
    way: p.enum(SIGN_IN_WAYS),
    outcome: p.enum(SIGN_IN_OUTCOMES),
    address: p.string(),
    agent: p.string(),
  },
  indexes: [
    { name: 'sign_ins_at', properties: ['at', 'id'] },
    { name: 'sign_ins_account', properties: ['account', 'at'] },
  ],
});

/** Attempts counted against a limit; a row is forgotten when its window is over. */
export const AttemptCountEntity = defineEntity({
  name: 'AttemptCount',
  tableName: 'attempt_counts',
  properties: {
    /** SHA-256 of what is counted. */
    key: p.string().primary(),
    count: p.integer(),
    /** How often the limit was reached in this window: each time the wait is longer. */
    strikes: p.integer(),
    blockedUntil: instant().fieldName('blocked_until').nullable(),
    expiresAt: instant().fieldName('expires_at').index(),
  },
});

/** Tables of accounts, for the database's set-up. */
export const accountEntities = [
  AccountEntity,
  AccountLoginEntity,
  AccountIdentityEntity,
  SessionEntity,
  RecoveryCodeEntity,
  SlipEntity,
  ApiTokenEntity,
  AccountChangeEntity,
  SignInEntity,
  AttemptCountEntity,
];
