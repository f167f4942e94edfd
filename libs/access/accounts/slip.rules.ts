import type { PersonRecord } from '#libs/registry';

/** Youngest age at which somebody has an account of their own; younger children need their guardians' consent (个人信息保护法 31). */
export const YOUNGEST = 14;

/** Whether a slip can be for this person: living, one record, old enough as far as that is known. */
export function canHaveAccount(
  person: Pick<PersonRecord, 'birthYear' | 'diedOn' | 'mergedInto' | 'erasedOn'>,
  today: string,
): boolean {
  if (person.diedOn !== null || person.mergedInto !== null || person.erasedOn !== null) return false;
  return person.birthYear === null || Number(today.slice(0, 4)) - person.birthYear >= YOUNGEST;
}

/** All that is shown of a name to whoever holds a slip: its first sign. */
export function initialOf(name: string): string {
  const [first = '○'] = Array.from(name.trim());
  return `${first.toUpperCase()}○○`;
}

/** What the state of a slip follows from. */
export interface SlipTimes {
  usedAt: string | null;
  revokedAt: string | null;
  expiresAt: string;
}

/** `open` can still be used. */
export type SlipState = 'open' | 'used' | 'revoked' | 'expired';

export function slipState({ usedAt, revokedAt, expiresAt }: SlipTimes, now: string): SlipState {
  if (usedAt !== null) return 'used';
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'expired' : 'open';
}
