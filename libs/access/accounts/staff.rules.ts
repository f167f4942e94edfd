import type { Grant } from '#libs/registry';

/**
 * Offices that see or decide over other people's data: their holders sign in with a second factor, and for a shorter time.
 * Residents with a post of honour (deliberators, supervisors, collectors, volunteers) are residents.
 */
export const STAFF_ACCOUNT_ROLES: readonly string[] = [
  'coordinator',
  'secretary',
  'gridLeader',
  'gridMember',
  'recorder',
  'hotline',
  'duty',
  'operator',
  'department',
  'leader',
];

/** Whether somebody with these grants signs in as staff. */
export function isStaff(grants: readonly Pick<Grant, 'role' | 'held'>[]): boolean {
  return grants.some(({ role, held }) => held !== 'residence' && isStaffRole(role));
}

/** Whether an office is one of staff. */
export function isStaffRole(role: string): boolean {
  return STAFF_ACCOUNT_ROLES.includes(role);
}
