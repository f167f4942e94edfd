import type { Database, Tx } from '#libs/database';
import type { Grant, HouseholdRecord, LocalDate, PersonId, PersonRecord } from '#libs/registry';
import type { Vault } from '#libs/vault';

import type { Attempts } from './attempts.service.js';
import type { AccountsPolicy } from './accounts.vocabulary.js';
import type { PasswordHasher } from './password-hash.js';
import type { SignIns } from './sign-ins.service.js';

/** What accounts ask of the registry. */
export interface PeopleSource {
  person(tx: Tx, id: PersonId): Promise<PersonRecord | null>;
  people(tx: Tx, ids: readonly PersonId[]): Promise<PersonRecord[]>;
  /** People who live or work at the unit or below it. */
  peopleWithin(tx: Tx, unit: string): Promise<PersonRecord[]>;
  household(tx: Tx, id: string): Promise<HouseholdRecord | null>;
  /** Households at the unit or below it. */
  households(tx: Tx, unit: string): Promise<HouseholdRecord[]>;
  grantsOf(tx: Tx, person: PersonId, on: LocalDate): Promise<Grant[]>;
}

/** What the services of this folder are made of. */
export interface AccountsParts {
  database: Database;
  vault: Vault;
  registry: PeopleSource;
  /** The present, ISO 8601 in UTC. */
  now: () => string;
  /** Local date on which offices must be in force. */
  today: () => LocalDate;
  policy: AccountsPolicy;
  hasher: PasswordHasher;
  attempts: Attempts;
  signIns: SignIns;
}

/** An instant so many seconds later. */
export function secondsAfter(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
