export { HANDLING_ROLES, idsOf, mayAct, maySee, personalStanding, STAFF_ROLES, viewerOf } from './access.rules.js';
export type { CaseSide, Denial, OnBehalf, Permission, SeenSide, Standing } from './access.rules.js';
export { Access } from './access.service.js';
export type { AccessOptions } from './access.service.js';
export { CAPABILITIES, CAPABILITY_NAMES, reachOf, TOKEN_SCOPES } from './capabilities.js';
export type { Capability, TokenScope } from './capabilities.js';
export { mayGive } from './giving.rules.js';
export type { GivenOffice } from './giving.rules.js';
export { AccountRefused } from './accounts/account-refused.js';
export { ATTEMPT_LIMITS } from './accounts/attempt.limits.js';
export { accountEntities } from './accounts/accounts.entity.js';
export { Accounts } from './accounts/accounts.service.js';
export type { AccountsOptions } from './accounts/accounts.service.js';
export {
  ACCOUNT_STATUSES,
  DEFAULT_POLICY,
  SECOND_FACTOR_STATES,
  SIGN_IN_OUTCOMES,
  SIGN_IN_WAYS,
} from './accounts/accounts.vocabulary.js';
export type {
  AccountsPolicy,
  AccountStatus,
  Origin,
  SecondFactorState,
  SessionLimits,
  SessionView,
  SignInOutcome,
  SignInWay,
  TokenView,
} from './accounts/accounts.vocabulary.js';
export { isCrossSite } from './accounts/cross-site.rules.js';
export type { CrossSiteQuestion } from './accounts/cross-site.rules.js';
export { sessionCookieName } from './accounts/session-cookie.rules.js';
export { PasswordHasher } from './accounts/password-hash.js';
export type { Enrolment } from './accounts/second-factor.service.js';
export type { OpenedSession, SessionRow } from './accounts/sessions.service.js';
export type { Errand, SingleSignOn } from './accounts/single-sign-on.service.js';
export { isStaff, isStaffRole } from './accounts/staff.rules.js';
export type { AccountEntry, OwnAccount } from './accounts/directory.service.js';
export type { SlipChoice } from './accounts/redeeming.service.js';
export type { IssuedSlip, SlipRow } from './accounts/slips.service.js';
export type { SlipState } from './accounts/slip.rules.js';
export type { SignInRow } from './accounts/sign-ins.service.js';
export type { TokenRow } from './accounts/tokens.service.js';
