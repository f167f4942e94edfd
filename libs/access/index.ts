export { HANDLING_ROLES, maySee, STAFF_ROLES } from './access.rules.js';
export type { CaseSide, Denial, OnBehalf, Permission, SeenSide, Standing, Visibility } from './access.rules.js';
export { Access } from './access.service.js';
export type { AccessOptions } from './access.service.js';
export { BEHALF_HEADER, DemoIdentity, DemoIdentityRefused, PERSON_HEADER } from './demo-identity.js';
export type { Headers, Identity } from './demo-identity.js';
export { CAPABILITIES, CAPABILITY_NAMES, reachOf, TOKEN_SCOPES } from './capabilities.js';
export type { Capability, TokenScope } from './capabilities.js';
