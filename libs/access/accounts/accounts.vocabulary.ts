import type { TokenScope } from '../capabilities.js';

/** Whether an account may be used: `locked` by an operator until unlocked, `closed` for good. */
export const ACCOUNT_STATUSES = ['active', 'locked', 'closed'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** How a session came about; `console`: opened by whoever has the database in hand, with the command line. */
export const SIGN_IN_WAYS = ['password', 'slip', 'singleSignOn', 'reset', 'token', 'console'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/**
 * What an attempt to get in ended with. `secondFactorDue`: the password was right, the code is still to come.
 */
export const SIGN_IN_OUTCOMES = [
  'in',
  'secondFactorDue',
  'wrong',
  'wrongCode',
  'locked',
  'limited',
  'secondFactorPassed',
  'out',
] as const;
export type SignInOutcome = (typeof SIGN_IN_OUTCOMES)[number];

/**
 * Where a session stands with its second factor: `passed` may do everything (also where none is needed), `due` has to give a
 * code first, `enrol` has to set one up first. Whoever is not `passed` may do nothing but that, and sign out.
 */
export const SECOND_FACTOR_STATES = ['passed', 'due', 'enrol'] as const;
export type SecondFactorState = (typeof SECOND_FACTOR_STATES)[number];

/** Somebody signed in with a browser. */
export interface SessionView {
  kind: 'session';
  id: string;
  account: string;
  person: string;
  scopes: 'all';
  secondFactor: SecondFactorState;
  /** Held an office that handles other people's data when the session began; see `isStaff`. */
  staff: boolean;
}

/** A program that asks in somebody's name, within its scopes. It may manage neither accounts nor itself. */
export interface TokenView {
  kind: 'token';
  id: string;
  account: string;
  person: string;
  scopes: readonly TokenScope[];
  secondFactor: SecondFactorState;
  /** Made by staff: in a session that began as theirs, with the second factor asked of them. */
  staff: boolean;
}

/** Where an attempt comes from. `address` is the client's, found by the rules of the proxies that are trusted. */
export interface Origin {
  address: string;
  /** What the browser calls itself; shortened when stored. */
  agent: string;
}

/** How long a session of one kind lasts, in seconds: without use, and at most. */
export interface SessionLimits {
  idle: number;
  absolute: number;
}

/** What an installation decides about accounts. */
export interface AccountsPolicy {
  sessions: { resident: SessionLimits; staff: SessionLimits; slip: SessionLimits };
  staffSecondFactor: 'required' | 'optional';
  /** Seconds an invitation slip is good for, and a code to set a new password. */
  slipLifetime: number;
  resetLifetime: number;
  /** Days the sign-in journal is kept. */
  journalDays: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What holds where an installation decides nothing. */
export const DEFAULT_POLICY: AccountsPolicy = {
  sessions: {
    resident: { idle: 30 * DAY, absolute: 180 * DAY },
    staff: { idle: HOUR, absolute: 12 * HOUR },
    // an old person who came in by a slip has no password to come in again with
    slip: { idle: 120 * DAY, absolute: 365 * DAY },
  },
  staffSecondFactor: 'required',
  slipLifetime: 30 * DAY,
  resetLifetime: DAY,
  journalDays: 180,
};
