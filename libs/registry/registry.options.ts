import type { Tx } from '#libs/database';
import type { Vault } from '#libs/vault';

import type { LocalDate } from './dates.vocabulary.js';
import type { UnitId } from './units.vocabulary.js';

/** What the registry is opened with. */
export interface RegistryOptions {
  vault: Vault;
  /** The present, ISO 8601 in UTC. */
  now: () => string;
  /** Local day of the present; default: on the office calendar. */
  today?: () => LocalDate;
  /** How long another process's move of a unit may stay unseen. Default: 3,000 ms. */
  staleAfterMs?: number;
  /** Hears in the same transaction of each known unit that was changed: it may stand elsewhere now. */
  onUnitChanged?: (tx: Tx, unit: UnitId) => Promise<void>;
}
